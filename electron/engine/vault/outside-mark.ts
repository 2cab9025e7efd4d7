import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { canonicalJson } from '#shared/base/canonical.ts';
import { readIfThere } from './atomic-file.ts';
import { isSameMac, macOf } from './key-box.ts';

/** How far the vault had got, as noted outside its folder after every commit. */
export interface Mark {
  readonly vaultId: string;
  /** How often the key header had been written. */
  readonly serial: number;
  /** The last entry of the journal. */
  readonly seq: number;
  readonly hash: string;
}

const markShape = z.object({
  mark: z.object({ vaultId: z.string(), serial: z.int(), seq: z.int(), hash: z.string() }),
  mac: z.string(),
});

/** One sector: written in one piece, so that a crash leaves the old note or the new one. */
const NOTE_BYTES = 512;

/** What was noted last: `none` when there is nothing of this vault, `altered` when it was not Cordon that wrote it. */
export function readMark(path: string, vaultId: string, key: Uint8Array): Mark | 'none' | 'altered' {
  const text = readIfThere(path)?.trim() ?? '';
  if (text === '') return 'none';
  let parsed: ReturnType<typeof markShape.safeParse>;
  try {
    parsed = markShape.safeParse(JSON.parse(text));
  } catch {
    return 'altered';
  }
  if (!parsed.success) return 'altered';
  const { mark, mac } = parsed.data;
  if (mark.vaultId !== vaultId) return 'none';
  return isSameMac(mac, macOf(key, mark)) ? mark : 'altered';
}

/**
 * Keeps the note. It is not flushed: the commit it speaks of was, so what a power cut may lose is only a newer note, and an older one
 * never raises a false alarm. A disk that refuses it is left in peace; the sealed head in the header still stands.
 */
export function createMarkKeeper(path: string, key: Uint8Array): { note(mark: Mark): void; close(): void } {
  let file: number | null = null;
  return {
    note(mark) {
      try {
        file ??= openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
        writeSync(
          file,
          canonicalJson({ mark, mac: macOf(key, mark) })
            .padEnd(NOTE_BYTES - 1)
            .concat('\n'),
          0,
          'utf8',
        );
      } catch {
        file = null;
      }
    },
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}
