import { type Result, ok, refused } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { accountBook } from '#shared/domain/account/account.rules.ts';
import { fullReading } from '../records/full-reading.ts';
import { unlockByRecovery, unlockByShares } from '../vault/header.ts';
import { mendBinding } from '../vault/keychain-binding.ts';
import type { HeaderSettings } from '../vault/unlocked-header.ts';
import { withNewKey } from './account-asks.ts';
import type { EngineParts } from './engine-parts.ts';
import { holdVault } from './held-vault.ts';
import { journalDoesNotFit } from './journal-does-not-fit.ts';
import { actorNow } from './who-is-signed-in.ts';

interface RecoverArgs {
  readonly words: string;
  readonly shares?: readonly string[] | undefined;
  readonly signInName: string;
  readonly newPassPhrase: string;
}

const KEYCHAIN_RELEASED =
  'The keychain of this computer could not be reached, so the vault no longer needs it: a pass phrase is enough again. An administrator can bind it anew under Keys.';

/** Gives a person who forgot their pass phrase a new one, by the recovery words. Their signing key is new from then on, and the journal says so. */
export async function recoverAccount(
  engine: EngineParts,
  settings: HeaderSettings,
  { words, shares = [], signInName, newPassPhrase }: RecoverArgs,
): Promise<Result<{ readonly notices: readonly string[] }>> {
  const unlocked = shares.length > 0 ? await unlockByShares(settings, shares) : await unlockByRecovery(settings, words);
  if (!unlocked.ok) return unlocked;
  const held = await holdVault({
    folder: engine.folder,
    unlocked: unlocked.value,
    expect: 'existing',
    findNoun: engine.findNoun,
    now: () => engine.clock.now(),
    markFile: engine.markFile,
    bug: engine.bug,
  });
  try {
    const now = engine.clock.now();
    const account = (await fullReading(held.store).many('account', { state: 'open' })).find((one) => one.body.signInName === signInName);
    const actor = account === undefined ? null : await actorNow(held.store, account.body.personId, dayOf(now));
    if (account === undefined || actor === null) return refused(accountBook.say('account/unknown', { field: 'signInName' }));
    const slot = await unlocked.value.replaceSlot(signInName, newPassPhrase);
    if (!slot.ok) return slot;
    const binding = await mendBinding(unlocked.value);
    // The note outside the folder is written anew by what follows, so what it says now must be journalled here.
    await journalDoesNotFit(held.writer, held.faults, actor, now);
    const written = await held.writer.runChanges({
      act: 'session.recovered',
      actor,
      facts: { shares: shares.length, ...(binding === 'none' ? {} : { keychain: binding }) },
      changes: [{ put: withNewKey(account, slot.value.signingKey, now) }],
      subject: { kind: 'account', id: account.id },
    });
    if (!written.ok) return written;
    return ok({ notices: [...held.faults.map((fault) => fault.says), ...(binding === 'released' ? [KEYCHAIN_RELEASED] : [])] });
  } finally {
    await held.close();
  }
}
