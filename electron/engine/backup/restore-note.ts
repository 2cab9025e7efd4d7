import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '#shared/base/canonical.ts';
import { sha256Hex } from '#shared/base/digest.ts';
import { readIfThere, replaceFile } from '../vault/atomic-file.ts';
import { isSameMac, macOf } from '../vault/key-box.ts';

export const RESTORE_NOTE_NAME = 'restore.json';

const contentShape = z.object({
  format: z.literal(1),
  vaultId: z.string(),
  backup: z.string().max(80),
  madeAt: z.string().max(24),
  /** Where the restored journal ends. */
  journal: z.object({ seq: z.int().min(0), hash: z.string().max(64) }),
  at: z.string().max(24),
  /** Who asked for it, as far as that could be known; the reason they gave. */
  by: z.string().max(64),
  reason: z.string().max(2000),
  /** Folder below `set-aside` that the vault as it was is kept in. */
  setAside: z.string().regex(/^[0-9TZ-]{10,40}$/),
  header: z.enum(['kept', 'from-backup']),
  /** Entries that are known to be left out. */
  leftOut: z.int().min(0),
});
export type RestoreNote = z.output<typeof contentShape>;
const fileShape = z.strictObject({ sum: z.string(), mac: z.string(), content: z.unknown() });

/** Says what is to be moved where, and afterwards that it was meant. From the moment it is written the restore will be finished. */
export function writeRestoreNote(folder: string, key: Uint8Array, content: RestoreNote): void {
  const mac = macOf(key, { restore: content });
  replaceFile(join(folder, RESTORE_NOTE_NAME), `${canonicalJson({ sum: sha256Hex(canonicalJson({ content, mac })), mac, content })}\n`);
}

/** The note in a vault's folder; null when there is none or it is damaged. */
export function readRestoreNote(folder: string): { readonly content: RestoreNote; readonly mac: string } | null {
  const text = readIfThere(join(folder, RESTORE_NOTE_NAME));
  if (text === null) return null;
  try {
    const file = fileShape.parse(JSON.parse(text));
    const content = contentShape.parse(file.content);
    return sha256Hex(canonicalJson({ content, mac: file.mac })) === file.sum ? { content, mac: file.mac } : null;
  } catch {
    return null;
  }
}

/** Whether the note was written by a holder of the vault's key: only then is a journal that ends earlier than it should meant to. */
export function isMeant(note: { readonly content: RestoreNote; readonly mac: string }, key: Uint8Array): boolean {
  return isSameMac(note.mac, macOf(key, { restore: note.content }));
}

export function removeRestoreNote(folder: string): void {
  rmSync(join(folder, RESTORE_NOTE_NAME), { force: true });
}
