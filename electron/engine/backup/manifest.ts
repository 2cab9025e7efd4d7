import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '#shared/base/canonical.ts';
import { sha256Hex } from '#shared/base/digest.ts';
import { readIfThere, replaceFile } from '../vault/atomic-file.ts';
import { isSameMac, macOf } from '../vault/key-box.ts';

export const MANIFEST_FILE_NAME = 'manifest.json';
/** Raised when an older Cordon could misread a backup. `format` and `sum` keep their place and meaning for ever. */
export const BACKUP_FORMAT = 1;

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));
const countShape = z.int().min(0);

const contentShape = z.looseObject({
  format: z.int().min(1),
  vaultId: hex(32),
  /** Says which data key it was made under, without saying the key: a vault may be given a new one. */
  keyId: hex(16),
  sample: z.boolean(),
  madeAt: z.string().max(24),
  /** Whether the clock or a person asked for it. */
  because: z.enum(['schedule', 'by-hand']),
  application: z.string().max(40),
  vaultFormat: z.int().min(1),
  device: z.string().max(64),
  headerSerial: countShape,
  /** Where the journal stood: every command up to this entry is in the backup, none after it. */
  journal: z.object({ seq: countShape, hash: z.string().max(64) }),
  files: z.array(z.object({ name: z.string().max(80), bytes: countShape, sha256: hex(64) })).max(20),
  /** Rows of each collection and a digest over all of them, read back from the opened copy. */
  collections: z.record(z.string().max(40), z.object({ rows: countShape, digest: hex(64) })),
});
export type ManifestContent = z.output<typeof contentShape>;

export interface Manifest {
  readonly content: ManifestContent;
  readonly mac: string;
}

/** `sum` finds accidental damage without any key; `mac` finds deliberate change once the vault's key is known. */
const fileShape = z.strictObject({ sum: hex(64), mac: hex(64), content: z.unknown() });

const sumOf = (mac: string, content: unknown): string => sha256Hex(canonicalJson({ content, mac }));

/** Writes the manifest under a key derived from the vault's data key. */
export function writeManifest(folder: string, key: Uint8Array, content: ManifestContent): void {
  const mac = macOf(key, content);
  replaceFile(join(folder, MANIFEST_FILE_NAME), `${canonicalJson({ sum: sumOf(mac, content), mac, content })}\n`);
}

/** The manifest in a folder, or why there is none. */
export function readManifest(folder: string): Manifest | 'missing' | 'damaged' | 'newer' {
  const text = readIfThere(join(folder, MANIFEST_FILE_NAME));
  if (text === null) return 'missing';
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'damaged';
  }
  const file = fileShape.safeParse(parsed);
  if (!file.success || sumOf(file.data.mac, file.data.content) !== file.data.sum) return 'damaged';
  const format = z.looseObject({ format: z.int() }).safeParse(file.data.content);
  if (format.success && format.data.format > BACKUP_FORMAT) return 'newer';
  const content = contentShape.safeParse(file.data.content);
  return content.success ? { content: content.data, mac: file.data.mac } : 'damaged';
}

/** Whether the manifest was written by a holder of this key and not altered since. */
export function isGenuine(manifest: Manifest, key: Uint8Array): boolean {
  return isSameMac(manifest.mac, macOf(key, manifest.content));
}

/** Names a data key by a digest of one derived from it. */
export function keyIdOf(backupKey: Uint8Array): string {
  return createHmac('sha256', backupKey).update('key id').digest('hex').slice(0, 16);
}
