import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '#shared/base/canonical.ts';
import { SEALED_FORMAT, type SealedContent } from './sealed-format.ts';

const WITHHELD = 'withheld';
const LINE_START = /^([1-9]\d{0,8}) ([0-9a-f]{64}) ([0-9a-f]{64}) (?:withheld$|([0-9a-f]{32}) )/;
const LONGEST_START = 10 + 65 + 65 + 33;

/** The parts of one line as they stand in a file; says nothing of whether they fit. */
export interface LineParts {
  readonly number: number;
  readonly hash: string;
  readonly contentHash: string;
  /** Null when the content is withheld. */
  readonly content: Uint8Array | null;
  readonly salt: string;
}

/** What the first line is chained to. */
export const FIRST_PREVIOUS = bytesToHex(sha256(utf8ToBytes(SEALED_FORMAT)));

/** `salt` is 32 hex digits. */
export function contentHashOf(salt: string, content: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes('cordon-sealed content\n'), utf8ToBytes(salt), utf8ToBytes('\n'), content)));
}

export function chainedHash(previous: string, number: number, contentHash: string): string {
  return bytesToHex(sha256(utf8ToBytes(`cordon-sealed line\n${previous}\n${number}\n${contentHash}`)));
}

/** Writes one line, without its line feed, and tells its hashes. */
export function writeLine(
  previous: string,
  number: number,
  salt: string,
  content: SealedContent,
): { readonly text: string; readonly hash: string; readonly contentHash: string } {
  if (!/^[0-9a-f]{32}$/.test(salt)) throw new Error('a salt is 32 hex digits');
  const json = canonicalJson(content);
  const contentHash = contentHashOf(salt, utf8ToBytes(json));
  const hash = chainedHash(previous, number, contentHash);
  return { text: `${number} ${hash} ${contentHash} ${salt} ${json}`, hash, contentHash };
}

/** The same line with its content taken out; its hashes stay, so the chain still holds. */
export function withholdLine(parts: LineParts): string {
  return `${parts.number} ${parts.hash} ${parts.contentHash} ${WITHHELD}`;
}

/** Takes a line apart; null when it does not have the form of one. */
export function readLine(bytes: Uint8Array): LineParts | null {
  const start = asciiOf(bytes.subarray(0, LONGEST_START));
  const found = LINE_START.exec(start);
  if (found === null) return null;
  const [whole, number, hash, contentHash, salt] = found;
  if (number === undefined || hash === undefined || contentHash === undefined) return null;
  if (salt === undefined) {
    return bytes.length === whole.length ? { number: Number(number), hash, contentHash, content: null, salt: '' } : null;
  }
  return { number: Number(number), hash, contentHash, content: bytes.subarray(whole.length), salt };
}

/** The bytes a person or device signs for a statement. */
export function messageOf(purpose: 'seal' | 'countersignature' | 'copy', statement: unknown): Uint8Array {
  return utf8ToBytes(`${SEALED_FORMAT} ${purpose}\n${canonicalJson(statement)}`);
}

/** How a public key is shown to people for comparing: eight groups of four digits of its SHA-256. */
export function fingerprintOf(key: string): string {
  const digits = bytesToHex(sha256(hexToBytes(key)))
    .slice(0, 32)
    .toUpperCase();
  return (digits.match(/.{4}/g) ?? []).join(' ');
}

function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
