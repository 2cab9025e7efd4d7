import { refused, type Result } from '#shared/base/result.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import { troubleFrom, VaultTrouble } from '../vault/vault-trouble.ts';

/** What a person is told when the vault could not be written; null for a bug of ours. */
export function refusalOfTrouble(error: unknown): Result<never> | null {
  const trouble = troubleFrom(error);
  if (!(trouble instanceof VaultTrouble)) return null;
  if (trouble.kind === 'disk-full') return refused(engineBook.say('vault/disk-full'));
  if (trouble.kind === 'closed') return refused(engineBook.say('session/not-signed-in'));
  return refused(engineBook.say('vault/cannot-write', { facts: { says: trouble.message } }));
}
