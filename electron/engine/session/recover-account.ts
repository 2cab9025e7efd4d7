import { type Result, ok, refused } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { accountBook } from '#shared/domain/account/account.rules.ts';
import { fullReading } from '../records/full-reading.ts';
import { unlockByRecovery } from '../vault/header.ts';
import type { HeaderSettings } from '../vault/unlocked-header.ts';
import { withNewKey } from './account-asks.ts';
import type { EngineParts } from './engine-parts.ts';
import { holdVault } from './held-vault.ts';
import { actorNow } from './who-is-signed-in.ts';

interface RecoverArgs {
  readonly words: string;
  readonly signInName: string;
  readonly newPassPhrase: string;
}

/** Gives a person who forgot their pass phrase a new one, by the recovery words. Their signing key is new from then on, and the journal says so. */
export async function recoverAccount(
  engine: EngineParts,
  settings: HeaderSettings,
  { words, signInName, newPassPhrase }: RecoverArgs,
): Promise<Result<null>> {
  const unlocked = await unlockByRecovery(settings, words);
  if (!unlocked.ok) return unlocked;
  const held = await holdVault({
    folder: engine.folder,
    unlocked: unlocked.value,
    expect: 'existing',
    findNoun: engine.findNoun,
    now: () => engine.clock.now(),
    bug: engine.bug,
  });
  try {
    const now = engine.clock.now();
    const account = (await fullReading(held.store).many('account', { state: 'open' })).find((one) => one.body.signInName === signInName);
    const actor = account === undefined ? null : await actorNow(held.store, account.body.personId, dayOf(now));
    if (account === undefined || actor === null) return refused(accountBook.say('account/unknown', { field: 'signInName' }));
    const slot = await unlocked.value.replaceSlot(signInName, newPassPhrase);
    if (!slot.ok) return slot;
    const written = await held.writer.runChanges({
      act: 'session.recovered',
      actor,
      changes: [{ put: withNewKey(account, slot.value.signingKey, now) }],
      subject: { kind: 'account', id: account.id },
    });
    return written.ok ? ok(null) : written;
  } finally {
    await held.close();
  }
}
