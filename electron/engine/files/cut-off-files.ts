import { plain, type Row, type StoredRow } from '../records/rows.ts';
import type { Vault } from '../vault/vault.ts';
import { toWriteRow } from '../vault/write-row.ts';

/** The vault's own note of large files whose chunks are being stored ahead of the record they belong to. */
const UNDER_WAY = 'files-under-way';
const CHUNKS_AT_ONCE = 2;

/** Ids of files that were begun and not said to be done; right after opening, those a crash cut off. */
export function filesUnderWay(vault: Vault): readonly string[] {
  return vault
    .recall(UNDER_WAY)
    .split(' ')
    .filter((id) => id !== '');
}

/** Notes that chunks of the file are about to be stored, so that they are found again should the record never come. */
export function fileBegun(vault: Vault, fileId: string): void {
  vault.remember(UNDER_WAY, [...new Set([...filesUnderWay(vault), fileId])].join(' '));
}

export function fileDone(vault: Vault, fileId: string): void {
  const left = filesUnderWay(vault);
  if (left.includes(fileId)) vault.remember(UNDER_WAY, left.filter((id) => id !== fileId).join(' '));
}

/**
 * Takes out the chunks of a file whose last one, and with it the record, never came; a file that is whole only loses its note.
 * A few chunks at a time through `betweenActs`, because someone may be typing.
 */
export async function removeCutOffFile(
  { vault, databaseToken }: { readonly vault: Vault; readonly databaseToken: string },
  fileId: string,
  betweenActs: (task: () => Promise<void>) => Promise<void>,
  stopped: () => boolean,
): Promise<void> {
  const chunk = (number: number): StoredRow | undefined =>
    vault.stored('files', [`${fileId}:${number}`]).find((row) => !row._deleted) as StoredRow | undefined;
  const chunks = Number(chunk(0)?.['chunks'] ?? 0);
  if (chunks === 0 || chunk(chunks - 1) === undefined) {
    // The first chunk goes last: what is interrupted here is found again.
    for (let end = chunks; end > 0 && !stopped(); end -= CHUNKS_AT_ONCE) {
      const ids = Array.from({ length: Math.min(CHUNKS_AT_ONCE, end) }, (_unused, index) => `${fileId}:${end - 1 - index}`);
      await betweenActs(async () => {
        if (stopped()) return;
        const stamp = vault.stamp(databaseToken);
        const rows = vault.stored('files', ids).filter((row) => !row._deleted);
        await vault.writeUnit(
          { files: rows.map((row) => toWriteRow(row, { ...plain<Row>(row as StoredRow), data: '' }, stamp, true)) },
          'cut-off-file',
        );
      });
    }
  }
  if (!stopped()) fileDone(vault, fileId);
}
