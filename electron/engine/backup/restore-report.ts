import type { BackupListed, RestoreReport } from '#shared/contracts/bridge/backups.ts';
import type { JournalEntry } from '#shared/contracts/record/journal-entry.ts';
import type { Instant } from '#shared/base/time.ts';
import type { FoundBackup } from './backup-place.ts';
import { proveCopy } from './prove-copy.ts';
import { type CommandsSince, commandsSince, type Readable } from './what-can-be-read.ts';

export interface ReportParts {
  readonly backup: FoundBackup;
  readonly rawKeyHex: string;
  readonly isOwnHeader: (text: string) => boolean;
  readonly isOwnSeal: (hash: string, signature: string) => boolean;
  /** The vault as it is, as far as it can be read; null when nothing of it can. */
  readonly present: Readable | null;
  /** The last journal entry the vault is known to have had. */
  readonly knownUpTo: number;
  readonly people: RestoreReport['people'];
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly progress: (done: number, total: number, says: string) => void;
  readonly signal: AbortSignal;
}

const MOST_LISTED = 500;
/** Acts that leave nothing to do again. */
const BOOKKEEPING = new Set(['journal.sealed', 'record.seen', 'backup.made', 'backup.removed', 'backup.drilled', 'backup.failed']);

/** Proves the backup and works out what is not in it. Changes nothing, neither the backup nor the vault. */
export async function restoreReport(parts: ReportParts): Promise<RestoreReport> {
  const { content } = parts.backup.manifest;
  const { proof } = await proveCopy({
    folder: parts.backup.folder,
    rawKeyHex: parts.rawKeyHex,
    isOwnHeader: parts.isOwnHeader,
    isOwnSeal: parts.isOwnSeal,
    wanted: {
      files: content.files,
      journal: content.journal,
      device: content.device,
      rows: rowsOf(parts.backup),
      collections: content.collections,
    },
    deep: false,
    progress: parts.progress,
    signal: parts.signal,
  });
  parts.progress(0, 0, 'Comparing with the vault as it is');
  const since: CommandsSince =
    parts.present === null
      ? { entries: [], unreadable: Math.max(0, parts.knownUpTo - content.journal.seq) }
      : await commandsSince(parts.present, content.device, content.journal.seq, parts.knownUpTo, parts.signal);
  const leftOut = since.entries.filter(({ act }) => !BOOKKEEPING.has(act)).reverse();
  const listed = leftOut.slice(0, MOST_LISTED);
  const names = await parts.namesOf([...new Set(listed.map(({ actor }) => actor))]);
  return {
    backup: listedOf(parts.backup),
    proof,
    leftOut: listed.map(({ seq, at, actor, act }: JournalEntry) => ({ seq, at, actorName: names.get(actor) ?? '', act })),
    leftOutCount: leftOut.length,
    unreadable: since.unreadable,
    people: parts.people,
  };
}

export function rowsOf({ manifest }: FoundBackup): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(manifest.content.collections).map(([name, { rows }]) => [name, rows]));
}

function listedOf({ id, manifest: { content } }: FoundBackup): BackupListed {
  const bytes = content.files.reduce((sum, file) => sum + file.bytes, 0);
  return { id, madeAt: content.madeAt as Instant, because: content.because, bytes, entries: content.journal.seq, state: 'proved' };
}
