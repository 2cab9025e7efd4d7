import type { EngineToMain, MainToEngine } from '#shared/contracts/os/messages.ts';
import type { Keychain } from './vault/unlocked-header.ts';

type Wish = Extract<EngineToMain, { t: 'keychain' }>;

const UNREACHABLE = 'Cordon cannot reach the keychain of this computer.';

/** The operating system's keychain by way of the main process, which alone may speak to it. */
export function keychainThrough(ask: (make: (id: number) => Wish) => Promise<MainToEngine>): Keychain {
  const wish = async (does: Wish['does'], data: string): Promise<{ readonly data: string; readonly trouble: string }> => {
    const answer = await ask((id) => ({ t: 'keychain', id, does, data }));
    return answer.t === 'keychain-answered' ? answer : { data: '', trouble: UNREACHABLE };
  };
  return {
    trouble: async () => (await wish('look', '')).trouble,
    async protect(secret) {
      const answer = await wish('protect', Buffer.from(secret).toString('base64'));
      if (answer.trouble !== '') throw new Error(answer.trouble);
      return answer.data;
    },
    async reveal(sealed) {
      const answer = await wish('reveal', sealed);
      return answer.trouble === '' ? Buffer.from(answer.data, 'base64') : null;
    },
  };
}
