import { rmSync } from 'node:fs';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { ok, refused, type Result } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { timeText } from '#shared/base/time-text.ts';
import type { AskOut } from '#shared/contracts/bridge/asks.ts';
import { mayAdminister } from '#shared/domain/access/access.policy.ts';
import { fullReading } from '../records/full-reading.ts';
import { eraseVault } from '../vault/erase-vault.ts';
import { keyBook } from '../vault/refusals.ts';
import type { EngineParts } from './engine-parts.ts';
import { mistyped } from './key-asks.ts';
import type { OpenSession } from './open-session.ts';

/** What the signature of a receipt covers: the words keep it from passing for another. */
const receiptMessage = (text: string): Uint8Array => utf8ToBytes(`cordon erasure receipt ${text}`);

/**
 * Erases the vault that is open, for good: the step is journalled and sealed, a receipt with that seal is saved outside, then the vault
 * is closed and its keys and files are destroyed (duties 32, 122). `closing` is called just before it closes. Backups are not touched.
 */
export async function eraseHeldVault(
  engine: EngineParts,
  session: OpenSession,
  { passPhrase, typed }: { readonly passPhrase: string; readonly typed: string },
  closing: () => void,
): Promise<Result<AskOut['vault.erase']>> {
  const { held } = session;
  const actor = session.actor();
  const no = mayAdminister(actor);
  if (no !== null) return refused(no);
  const { name } = session.workstation();
  if (typed.trim() !== name) return refused(keyBook.say('vault/erase-name-differs', { field: 'typed' }));
  const wrong = await mistyped(held.unlocked, passPhrase, { actor, full: fullReading(held.store), journalAct: session.journalAct });
  if (wrong !== null) return refused(wrong);

  const journalled = await session.journalAct({ act: 'vault.erase-begun', subject: null });
  if (!journalled.ok) return journalled;
  const head = await held.writer.seal(actor.personId);
  const at = engine.clock.now();
  const text = [
    'CORDON: RECEIPT FOR THE ERASURE OF A VAULT',
    '',
    `Workstation: ${name}`,
    `Vault: ${held.unlocked.vaultId}`,
    `Erased by: ${actor.name} (${actor.personId})`,
    `At: ${timeText(at)} (${at})`,
    `Last entry of its journal: ${head.seq}, hash ${head.hash}`,
    `Key of the workstation (Ed25519): ${held.unlocked.deviceSigningKey}`,
    '',
    'The keys of this vault are destroyed as soon as this receipt is saved: the key slots of everyone, the recovery key and the',
    'key of the workstation. The encrypted files cannot be read by anyone afterwards. Backups made before are not touched; they open',
    'with the pass phrases and the recovery key of their time and have to be destroyed by themselves.',
    '',
  ].join('\n');
  const receipt = `${text}Signature of the workstation over the lines above: ${held.unlocked.signAsDevice(receiptMessage(text))}\n`;
  const saved = await engine.os.save(`Cordon erasure receipt ${dayOf(at)}.txt`, utf8ToBytes(receipt));
  if (saved.path === '') {
    await session.journalAct({ act: 'vault.erase-given-up', subject: null });
    return refused(keyBook.say('vault/erase-without-receipt'));
  }
  const rawKeyHex = held.unlocked.rawKeyHex();
  closing();
  await held.close();
  const left = eraseVault(engine.folder, rawKeyHex);
  if (engine.markFile !== undefined) rmSync(engine.markFile, { force: true });
  return left === '' ? ok({ receiptPath: saved.path }) : refused(keyBook.say('vault/not-erased', { facts: { says: left } }));
}
