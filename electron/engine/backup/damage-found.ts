import type { Instant } from '#shared/base/time.ts';
import type { DamageFound } from '#shared/contracts/bridge/backups.ts';
import { VAULT_FILE_NAME } from '../vault/open-vault.ts';
import { withLookCopy } from './look-copy.ts';
import type { BackupSource } from './make-backup.ts';
import { type CollectionReach, whatCanBeRead } from './what-can-be-read.ts';

/** Names what pages without their seal touch, by reading everything that can still be read. */
export async function damageIn(source: BackupSource, pages: readonly number[], at: Instant, signal: AbortSignal): Promise<DamageFound> {
  const says = await withLookCopy(source, signal, async (copy) =>
    copy === null ? ['Nothing of it can be read any more.'] : sayReach(await whatCanBeRead(copy, signal)),
  );
  return { foundAt: at, file: `the vault's database (${VAULT_FILE_NAME})`, says: [sayPages(pages), ...says] };
}

function sayPages(pages: readonly number[]): string {
  return pages.length === 1
    ? `Page ${pages[0]} does not carry its seal: something other than Cordon, or a failing disk, changed it.`
    : `${pages.length} pages do not carry their seal, the first is page ${pages[0]}: something other than Cordon, or a failing disk, changed them.`;
}

const IN_WORDS: Readonly<Record<string, string>> = {
  records: 'Meetings, decisions, actions and other records',
  journal: 'The journal',
  extracts: 'Rows from other systems',
  files: 'Stored papers',
};

/** What the damage touches, a sentence for each collection that cannot be read through. */
function sayReach(reaches: readonly CollectionReach[]): readonly string[] {
  const broken = reaches.filter((reach) => reach.broken);
  if (broken.length === 0)
    return ['Every record, journal entry and stored paper can still be read: only an index or the search is touched.'];
  return broken.map(
    ({ collection, rows }) =>
      `${IN_WORDS[collection] ?? collection}: ${rows.toLocaleString('en-GB')} can still be read, those around the damage cannot.`,
  );
}
