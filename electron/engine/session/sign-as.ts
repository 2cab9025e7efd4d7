import { type Result, ok, refused } from '#shared/base/result.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import type { ActToJournal, PersonalSignature } from '../bridge/ask-handler.ts';
import { fullReading } from '../records/full-reading.ts';
import type { HeldVault } from './held-vault.ts';
import { accountOfSlot } from './who-is-signed-in.ts';

interface SignAsParts {
  readonly held: HeldVault;
  readonly journalAct: (act: ActToJournal) => Promise<Result<{ readonly seq: number }>>;
}

/** A signature with the key only this person's pass phrase opens, whoever is signed in; wrong tries count and are journalled. */
export async function signAs(
  { held, journalAct }: SignAsParts,
  signInName: string,
  passPhrase: string,
  message: Uint8Array,
): Promise<Result<PersonalSignature>> {
  const signed = await held.unlocked.signWithPassPhrase(signInName, passPhrase, message);
  if (!signed.ok) {
    await journalAct({ act: 'session.signature-refused', subject: null, facts: { why: signed.refusals[0].code } });
    return signed;
  }
  const account = await accountOfSlot(held.store, signed.value.slotId);
  const person = account === null ? null : await fullReading(held.store).one('person', account.body.personId);
  if (account === null || person === null) return refused(engineBook.say('session/account-closed'));
  return ok({
    personId: person.id,
    name: `${person.body.givenName} ${person.body.familyName}`,
    publicKey: signed.value.signingKey,
    signature: signed.value.signature,
  });
}
