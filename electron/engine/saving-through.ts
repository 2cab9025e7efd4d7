import type { EngineToMain, MainToEngine } from '#shared/contracts/os/messages.ts';
import type { OsPort } from './os-port.ts';

/** Saving in pieces through the main process, which alone knows the place the person chose. */
export function savingThrough(ask: (make: (id: number) => EngineToMain) => Promise<MainToEngine>): OsPort['saveInPieces'] {
  const sure = async <T extends MainToEngine['t']>(
    expected: T,
    make: (id: number) => EngineToMain,
  ): Promise<Extract<MainToEngine, { t: T }>> => {
    const answer = await ask(make);
    if (answer.t !== expected) throw new TypeError();
    if ('trouble' in answer && answer.trouble !== '') throw new Error(answer.trouble);
    return answer as Extract<MainToEngine, { t: T }>;
  };
  return async (suggestedName, size) => {
    const { saving } = await sure('saving-begun', (id) => ({ t: 'begin-saving', id, suggestedName, size }));
    if (saving === 0) return null;
    return {
      async write(bytes) {
        await sure('piece-saved', (id) => ({ t: 'save-piece', id, saving, bytes }));
      },
      finish: () => sure('saved', (id) => ({ t: 'end-saving', id, saving, whole: true })),
      async abandon() {
        await sure('saved', (id) => ({ t: 'end-saving', id, saving, whole: false }));
      },
    };
  };
}
