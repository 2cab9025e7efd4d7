import { expect } from 'vitest';
import { toWriteRow } from '#electron/engine/vault/write-row.ts';
import { type OpenVaultForTest, record } from './fixtures.ts';

export interface Note {
  readonly id: string;
  readonly title?: string;
  readonly text?: string;
  readonly access?: string;
  readonly kind?: string;
}

/** Writes notes as records in one unit of work; those that are there already are changed. */
export async function put(open: OpenVaultForTest, notes: readonly Note[]): Promise<void> {
  const stamp = open.vault.stamp(open.database.token);
  const outcome = await open.vault.writeUnit(
    {
      records: notes.map((note) =>
        toWriteRow(
          open.vault.stored('records', [note.id])[0] ?? null,
          record(note.id, {
            kind: note.kind ?? 'decision',
            access: note.access ?? 'open',
            body: { title: note.title ?? '', text: note.text ?? '' },
          }),
          stamp,
        ),
      ),
    },
    'test',
  );
  expect(outcome.conflicts).toEqual([]);
}
