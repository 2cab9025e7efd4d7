import { utf8ToBytes } from '@noble/hashes/utils.js';
import {
  type CopyStatement,
  type CountersignStatement,
  LEAF_LENGTH,
  type SealStatement,
  type SealedContent,
  type SealedEntry,
  type SealedHeader,
  type Signed,
} from './sealed-format.ts';
import { FIRST_PREVIOUS, messageOf, readLine, withholdLine, writeLine } from './sealed-line.ts';

/** Signs a message with an Ed25519 key the caller keeps; gives 128 hex digits. */
export type Sign = (message: Uint8Array) => Promise<string> | string;

export interface SealOrder {
  readonly header: SealedHeader;
  readonly entries: readonly SealedEntry[];
  /** 32 random hex digits, new at every call. */
  readonly newSalt: () => string;
  readonly signer: SealStatement['signer'] & { readonly key: string; readonly sign: Sign };
  readonly device: { readonly name: string; readonly key: string; readonly sign: Sign };
  readonly signedAt: string;
}

export interface SealedFile {
  readonly bytes: Uint8Array;
  /** Hash of the last line, which covers every line before it. */
  readonly sealHash: string;
  /** How many lines stand before the seal. */
  readonly lines: number;
  readonly signature: string;
}

/** Makes the sealed file: every entry in a chained line, the chair's seal over all of them, the device's countersignature over the seal. */
export async function sealFile(order: SealOrder): Promise<SealedFile> {
  const written = chain(FIRST_PREVIOUS, 1, [order.header, ...order.entries], order.newSalt);
  const { sign, key, ...signer } = order.signer;
  const statement: SealStatement = {
    reference: order.header.reference,
    lines: written.lines.length,
    last: written.last,
    leaves: written.lines.map((line) => line.contentHash.slice(0, LEAF_LENGTH)).join(''),
    signer,
    key,
    signedAt: order.signedAt,
  };
  const signature = await sign(messageOf('seal', statement));
  const seal = chain(written.last, written.lines.length + 1, [signed('seal', 'the seal', statement, signature)], order.newSalt);
  const witness: CountersignStatement = { sealed: seal.last, device: order.device.name, key: order.device.key, at: order.signedAt };
  const countersigned = signed(
    'countersignature',
    'the countersignature of the device',
    witness,
    await order.device.sign(messageOf('countersignature', witness)),
  );
  const last = chain(seal.last, written.lines.length + 2, [countersigned], order.newSalt);
  const text = [...written.lines, ...seal.lines, ...last.lines].map((line) => `${line.text}\n`).join('');
  return { bytes: utf8ToBytes(text), sealHash: last.last, lines: written.lines.length, signature };
}

export interface CopyOrder {
  readonly number: number;
  readonly recipient: string;
  readonly edition: CopyStatement['edition'];
  /** Numbers of the lines to leave out. */
  readonly withheld: readonly number[];
  readonly madeAt: string;
  readonly newSalt: () => string;
  readonly device: SealOrder['device'];
}

/**
 * Makes a numbered copy of a sealed file: the contents of the withheld lines are taken out, their hashes stay,
 * and the device signs which ones it left out. Throws when a line to withhold is not an entry.
 */
export async function copySealed(bytes: Uint8Array, order: CopyOrder): Promise<Uint8Array> {
  const texts = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\n').slice(0, -1);
  const entries = texts.length - 2;
  const withheld = [...new Set(order.withheld)].sort((a, b) => a - b);
  const kept = texts.map((text, index) => {
    if (!withheld.includes(index + 1)) return text;
    const parts = readLine(utf8ToBytes(text));
    if (parts === null || index === 0 || index >= entries) throw new Error(`line ${index + 1} cannot be withheld`);
    return withholdLine(parts);
  });
  if (withheld.some((number) => number > entries)) throw new Error('a withheld line is not in the file');
  const last = readLine(utf8ToBytes(texts[texts.length - 1] ?? ''));
  if (last === null) throw new Error('not a sealed file');
  const statement: CopyStatement = {
    sealed: last.hash,
    number: order.number,
    recipient: order.recipient,
    edition: order.edition,
    withheld,
    madeAt: order.madeAt,
    device: order.device.name,
    key: order.device.key,
  };
  const content = signed('copy', 'the statement of this copy', statement, await order.device.sign(messageOf('copy', statement)));
  const line = writeLine(last.hash, last.number + 1, order.newSalt(), content);
  return utf8ToBytes([...kept, line.text].map((text) => `${text}\n`).join(''));
}

function signed<Kind extends string, Statement>(
  kind: Kind,
  label: string,
  statement: Statement,
  signature: string,
): Signed<Kind, Statement> {
  return { kind, label, statement, signature };
}

function chain(previous: string, firstNumber: number, contents: readonly SealedContent[], newSalt: () => string) {
  let last = previous;
  const lines = contents.map((content, index) => {
    const line = writeLine(last, firstNumber + index, newSalt(), content);
    last = line.hash;
    return line;
  });
  return { lines, last };
}
