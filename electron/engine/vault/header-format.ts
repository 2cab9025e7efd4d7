import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '#shared/base/canonical.ts';
import { sha256Hex } from '#shared/base/digest.ts';
import { readIfThere, replaceFile } from './atomic-file.ts';
import { VaultTrouble } from './vault-trouble.ts';

export const HEADER_FILE_NAME = 'vault.header.json';
export const HEADER_COPY_NAME = 'vault.header.copy.json';
/**
 * Raised when an older Cordon could misread the header. `format` and `sum` keep their place and meaning for ever. Format 1 kept the data
 * key straight under each pass phrase; its slots are read for ever and made anew at their person's next sign-in.
 */
export const HEADER_FORMAT = 2;

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));
const base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
  .max(4096);
const costShape = z.object({ memoryKiB: z.int().min(8).max(4_194_304), passes: z.int().min(1).max(64), lanes: z.int().min(1).max(16) });

const slotShape = z.object({
  id: hex(32),
  /** Slow salted digest of the sign-in name: finds the slot, reads as nothing. */
  nameDigest: hex(64),
  salt: base64,
  cost: costShape,
  /** The data key sealed to `opens`; in a slot of format 1, which has no `own`, under the pass phrase itself. */
  dataKey: base64,
  /** The person's own secret under a key stretched from the pass phrase. */
  own: base64.optional(),
  /** X25519 half of that secret: enough to seal a new data key for a person who is not signed in. */
  opens: hex(64).optional(),
  /** What shows the person that whoever sealed had the vault open; under the data key. */
  witness: base64.optional(),
  /** The data key of the next generation, sealed like `dataKey`, while the vault is being re-keyed. */
  next: base64.optional(),
  /** The person's Ed25519 seed under a second key from the same pass phrase: holding the data key does not let anyone sign. */
  signingSeed: base64,
  signingKey: hex(64),
});

const contentShape = z.object({
  format: z.int(),
  vaultId: hex(32),
  /** Counts every change of this header, so that an older one put back can be noticed. */
  serial: z.int().min(1),
  /** The synthetic sample force: nothing in it is secret. */
  sample: z.boolean(),
  nameSalt: base64,
  nameCost: costShape,
  slots: z.array(slotShape).min(1).max(2000),
  recovery: z.object({
    salt: base64,
    /** The data key sealed to `opens`; in format 1 under a key from the words. */
    dataKey: base64,
    opens: hex(64).optional(),
    witness: base64.optional(),
    next: base64.optional(),
    /** When the words were made, in milliseconds since 1970. */
    madeAt: z.number().optional(),
    /** Set when the key was printed in shares: what tells this set from an earlier one, and how many of them it takes. */
    split: z
      .object({ set: hex(6), needed: z.int().min(2).max(15), made: z.int().min(2).max(15) })
      .nullable()
      .optional(),
  }),
  device: z.object({ id: z.string().min(1).max(64), signingKey: hex(64), signingSeed: base64 }),
  /** High-water mark of the journal, so that commits lost from the database are noticed. */
  head: z.object({ seq: z.int().min(0), hash: z.string().max(64) }),
  /** Counts the data keys this vault has had; left out by format 1. */
  generation: z.int().min(1).optional(),
  /** When the present data key came into use, in milliseconds since 1970. */
  generationSince: z.number().optional(),
  /** What a guess at a pass phrase must cost at least; slots that cost less are made anew at their person's next sign-in. */
  costPolicy: costShape.optional(),
  /** Set while every slot needs the operating system's keychain besides the pass phrase: its part, as the keychain sealed it, and under the data key. */
  keychain: z
    .object({ sealed: z.string().max(8192), kept: base64, since: z.number() })
    .nullable()
    .optional(),
  /**
   * Set while the vault gets a new data key. `copying`: the database still has the old one. `switching`: the slots hold the new one, the
   * database has one of the two, and `before` keeps the old one under the new.
   */
  rekey: z
    .discriminatedUnion('stage', [
      z.object({ stage: z.literal('copying'), startedAt: z.number() }),
      z.object({ stage: z.literal('switching'), startedAt: z.number(), before: base64 }),
    ])
    .nullable()
    .optional(),
});

export type HeaderContent = z.output<typeof contentShape>;
export type KeySlot = z.output<typeof slotShape>;

export interface Header {
  readonly content: HeaderContent;
  /** HMAC over the content under a key derived from the data key. */
  readonly mac: string;
}

/** `sum` finds accidental damage before any key is known; `mac` finds deliberate change once it is. */
const fileShape = z.strictObject({ sum: hex(64), mac: hex(64), content: z.unknown() });

type Read = Header | 'missing' | 'damaged' | 'newer';

export interface HeadersFound {
  /** Whole headers, best first. The second is tried only when the first turns out to have been altered. */
  readonly whole: readonly Header[];
  /** True when the header itself could not be read and its copy stands in. */
  readonly fromCopy: boolean;
  /** True when the header is whole and its copy is damaged. */
  readonly copyDamaged: boolean;
  /** True when the two are not the same, so that they should be written again. */
  readonly differ: boolean;
  readonly newer: boolean;
}

/** Reads the header and its copy. Throws `VaultTrouble` when neither is whole; `missing` when there is none at all. */
export function readHeaders(folder: string): HeadersFound {
  const main = readOne(join(folder, HEADER_FILE_NAME));
  const copy = readOne(join(folder, HEADER_COPY_NAME));
  if (main === 'missing' && copy === 'missing') throw new VaultTrouble('missing');
  if (main === 'newer' || copy === 'newer') return { whole: [], fromCopy: false, copyDamaged: false, differ: false, newer: true };
  const whole = [main, copy].filter((one): one is Header => typeof one === 'object');
  if (whole.length === 0) throw new VaultTrouble('header-damaged');
  whole.sort((a, b) => b.content.serial - a.content.serial);
  return {
    whole,
    fromCopy: typeof main === 'string',
    copyDamaged: typeof main !== 'string' && copy === 'damaged',
    differ: whole[0] === undefined || whole[1] === undefined || !isSameHeader(whole[0], whole[1]),
    newer: false,
  };
}

function readOne(path: string): Read {
  const text = readIfThere(path);
  return text === null ? 'missing' : headerOf(text);
}

/** The header a file's text says, or why it says none. */
export function headerOf(text: string): Header | 'damaged' | 'newer' {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'damaged';
  }
  const file = fileShape.safeParse(parsed);
  if (!file.success || sumOf(file.data.mac, file.data.content) !== file.data.sum) return 'damaged';
  const format = z.looseObject({ format: z.int() }).safeParse(file.data.content);
  if (format.success && format.data.format > HEADER_FORMAT) return 'newer';
  const content = contentShape.safeParse(file.data.content);
  return content.success ? { content: content.data, mac: file.data.mac } : 'damaged';
}

/** Writes the header, then its copy: at every moment at least one of the two is whole, and neither keeps a slot that was removed. */
export function writeHeader(folder: string, header: Header): void {
  const text = `${canonicalJson({ sum: sumOf(header.mac, header.content), mac: header.mac, content: header.content })}\n`;
  replaceFile(join(folder, HEADER_FILE_NAME), text);
  replaceFile(join(folder, HEADER_COPY_NAME), text);
}

export function isSameHeader(a: Header, b: Header): boolean {
  return sumOf(a.mac, a.content) === sumOf(b.mac, b.content);
}

/** Checksum over what the file says, without any key. */
export function sumOf(mac: string, content: unknown): string {
  return sha256Hex(canonicalJson({ content, mac }));
}
