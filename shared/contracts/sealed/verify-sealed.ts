import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import {
  type CopyStatement,
  type CountersignStatement,
  ENTRY_KINDS,
  LARGEST_SEALED_FILE,
  LEAF_LENGTH,
  SEALED_FORMAT,
  type SealStatement,
  type SealedEntry,
  type SealedHeader,
} from './sealed-format.ts';
import { type LineParts, FIRST_PREVIOUS, chainedHash, contentHashOf, fingerprintOf, messageOf, readLine } from './sealed-line.ts';
import { type FaultKind, type ReportedEntry, type SealedFault, type SealedReport, faultSays } from './sealed-report.ts';

const MOST_FAULTS = 50;
const FEED = 10;
const RETURN = 13;

/** One line as read: its parts when it has the form of one, its own content hash worked out anew, its content when it is JSON. */
interface Line {
  readonly at: number;
  readonly parts: LineParts | null;
  /** The content hash of what stands there; for a withheld line the one it states. Empty when the line has no form. */
  readonly leaf: string;
  readonly content: Record<string, unknown> | null;
  readonly label: string;
}

/**
 * Says whether a sealed file is whole, who signed it and when, and names the first entry that is not as it was sealed.
 * Never throws, whatever the bytes. What it cannot tell: that the key in the file belongs to the person named;
 * for that the fingerprint is compared with the printed minutes.
 */
export function verifySealed(bytes: Uint8Array): SealedReport {
  if (bytes.length === 0) return nothing('not-sealed', 'This file is empty.');
  if (bytes.length > LARGEST_SEALED_FILE)
    return nothing('too-large', 'This file is too large to be a sealed record of one meeting, so it was not read.');
  if (!looksSealed(bytes)) return nothing('not-sealed', 'This is not a sealed file made by Cordon.');
  if (everyLineReturns(bytes)) {
    const restored = verifyLines(splitLines(withoutReturns(bytes)), true);
    const fault: SealedFault = { kind: 'line-ends', line: 1, label: '', says: faultSays('line-ends', { line: 1, label: '', after: '' }) };
    const rest =
      restored.outcome === 'whole'
        ? 'With the line ends put back, every entry is as it was sealed.'
        : `With the line ends put back it still does not fit. ${restored.says}`;
    return { ...restored, outcome: 'altered', faults: [fault, ...restored.faults], says: `${fault.says} ${rest}` };
  }
  return verifyLines(splitLines(bytes), bytes[bytes.length - 1] === FEED);
}

function verifyLines(texts: readonly Uint8Array[], endsWithFeed: boolean): SealedReport {
  const lines = texts.map(lineOf);
  const first = lines[0];
  const format = first?.content?.['format'];
  if (
    first !== undefined &&
    typeof format === 'string' &&
    format !== SEALED_FORMAT &&
    /^cordon-sealed\/\d+$/.test(format) &&
    ownContentFits(first)
  ) {
    return nothing('newer-version', `This file has the newer form ${format}. Use the verifier that came with it.`);
  }

  const faults: SealedFault[] = [];
  const bad = new Set<number>();
  const fault = (kind: FaultKind, at: number): void => {
    bad.add(at);
    const label = lines[at]?.label ?? '';
    faults.push({ kind, line: at + 1, label, says: faultSays(kind, { line: at + 1, label, after: lines[at - 1]?.label ?? '' }) });
  };
  const missing = (at: number, number: number): void => {
    faults.push({
      kind: 'missing',
      line: number,
      label: '',
      says: faultSays('missing', { line: number, label: '', after: lines[at - 1]?.label ?? '' }),
    });
  };
  const cutShort = (at: number): void => {
    faults.push({
      kind: 'cut-short',
      line: at,
      label: '',
      says: faultSays('cut-short', { line: at, label: '', after: lines[at - 1]?.label ?? '' }),
    });
  };

  const sealAt = findSeal(lines);
  const sealLine = sealAt === -1 ? undefined : lines[sealAt];
  const seal = sealLine === undefined ? null : goodSeal(sealLine);
  let countersignature: SealedReport['countersignature'] = null;
  let copy: SealedReport['copy'] = null;
  let sealHash = '';
  const withheld = lines.filter((line) => line.parts !== null && line.parts.content === null).map((line) => line.at + 1);

  if (sealAt === -1 || sealLine === undefined) {
    // No seal can be read: each line is still held against its own hashes, so that the damage is named.
    const broken = firstBroken(lines, lines.length);
    if (broken === -1) cutShort(lines.length);
    else fault(altered(lines[broken]), broken);
  } else if (seal === null) {
    const broken = firstBroken(lines, sealAt);
    if (broken !== -1) fault('altered', broken);
    fault('seal', sealAt);
  } else {
    compareWithSeal(lines, sealAt, seal, fault, missing);
    if (!ownHashesFit(sealLine, seal.lines + 1, seal.last)) fault('seal', sealAt);
    const sealedHash = chainedHash(seal.last, seal.lines + 1, sealLine.leaf);

    const witness = lines[sealAt + 1];
    if (witness === undefined) cutShort(sealAt + 1);
    else {
      countersignature = goodCountersignature(witness, sealedHash);
      if (countersignature === null || !ownHashesFit(witness, seal.lines + 2, sealedHash)) fault('countersignature', sealAt + 1);
      const lastHash = chainedHash(sealedHash, seal.lines + 2, witness.leaf);
      sealHash = lastHash;
      const statement = lines[sealAt + 2];
      if (statement !== undefined) {
        const good = goodCopy(statement, lastHash);
        if (good === null || !ownHashesFit(statement, seal.lines + 3, lastHash)) fault('copy', sealAt + 2);
        else copy = { ...good, sameDevice: good.key === countersignature?.key };
      }
      for (let at = sealAt + 3; at < lines.length; at += 1) fault('added', at);
    }
    const stated = new Set(copy?.withheld ?? []);
    if (copy !== null || (countersignature !== null && lines.length === sealAt + 2)) {
      for (const number of withheld) if (!stated.has(number)) fault('withheld-unstated', number - 1);
    }
    const open = [...stated].find((number) => !withheld.includes(number) && number <= seal.lines && !bad.has(number - 1));
    if (open !== undefined) fault('copy', sealAt + 2);
  }
  if (!endsWithFeed && !bad.has(lines.length - 1)) cutShort(lines.length);

  faults.sort((a, b) => a.line - b.line);
  const entryLines = lines.filter((line) => line.at < (sealAt === -1 ? lines.length : sealAt));
  const entries = entryLines.map(
    (line): ReportedEntry => ({
      line: line.at + 1,
      fits: !bad.has(line.at),
      withheld: line.parts !== null && line.parts.content === null,
      label: line.label,
      entry: asEntry(line.content),
    }),
  );
  const header = asHeader(lines[0]?.content ?? null);
  const shown = faults.slice(0, MOST_FAULTS);
  const whole = faults.length === 0 && header !== null && seal !== null;
  return {
    outcome: whole ? 'whole' : 'altered',
    says: whole ? wholeSays(entries.length, withheld.length) : (shown[0]?.says ?? 'The header of this file cannot be read.'),
    faults: shown,
    header,
    entries,
    withheld,
    seal,
    countersignature,
    copy,
    sealHash,
  };
}

/** Holds every line before the seal against the signed list of content hashes, and names what was changed, removed, added or moved. */
function compareWithSeal(
  lines: readonly Line[],
  sealAt: number,
  seal: SealStatement,
  fault: (kind: FaultKind, at: number) => void,
  missing: (at: number, number: number) => void,
): void {
  const leaves = Array.from({ length: seal.lines }, (_unused, index) => seal.leaves.slice(index * LEAF_LENGTH, (index + 1) * LEAF_LENGTH));
  const placeOf = new Map(leaves.map((leaf, index) => [leaf, index]));
  const body = lines.slice(0, sealAt);
  const leafOf = (line: Line): string => line.leaf.slice(0, LEAF_LENGTH);
  const present = new Set(body.map(leafOf));
  const seen = new Set<string>();
  const goneAt = (place: number): boolean => place < leaves.length && !present.has(leaves[place] ?? '');
  let expected = 0;
  let previous = FIRST_PREVIOUS;
  let inStep = true;
  for (const line of body) {
    const leaf = leafOf(line);
    const place = placeOf.get(leaf) ?? -1;
    while (place > expected && goneAt(expected)) {
      missing(line.at, expected + 1);
      expected += 1;
      inStep = false;
    }
    if (place === expected) {
      const hash = chainedHash(previous, expected + 1, line.leaf);
      const fits = ownContentFits(line) && line.parts?.number === expected + 1 && (!inStep || line.parts.hash === hash);
      if (!fits) fault('altered', line.at);
      previous = hash;
      expected += 1;
    } else {
      inStep = false;
      if (place === -1) {
        // Something unknown: in the place of an entry that is gone, or between two that are there.
        const replaces = goneAt(expected);
        fault(replaces ? 'altered' : 'added', line.at);
        if (replaces) expected += 1;
      } else {
        fault(seen.has(leaf) ? 'added' : 'moved', line.at);
        if (!seen.has(leaf)) expected += 1;
      }
    }
    seen.add(leaf);
  }
  for (; expected < leaves.length; expected += 1) if (goneAt(expected)) missing(sealAt, expected + 1);
  if (inStep && previous !== seal.last) fault('seal', sealAt);
}

/** The line that is the seal: one with a good signature if there is one, else one that calls itself the seal. */
function findSeal(lines: readonly Line[]): number {
  const claims = lines.filter((line) => line.content?.['kind'] === 'seal');
  return (claims.find((line) => goodSeal(line) !== null) ?? claims[0])?.at ?? -1;
}

function goodSeal(line: Line): SealedReport['seal'] {
  const statement = signedStatement(line, 'seal');
  if (statement === null) return null;
  const { reference, lines, last, leaves, signer, key, signedAt } = statement as Partial<SealStatement>;
  if (!isText(reference, last, leaves, key, signedAt) || typeof lines !== 'number' || !Number.isInteger(lines)) return null;
  if (typeof signer !== 'object' || signer === null || !isText(signer.name, signer.role, signer.personId)) return null;
  if ((leaves as string).length !== lines * LEAF_LENGTH) return null;
  return { ...(statement as unknown as SealStatement), fingerprint: fingerprintOf(key as string) };
}

function goodCountersignature(line: Line, sealed: string): SealedReport['countersignature'] {
  const statement = signedStatement(line, 'countersignature') as Partial<CountersignStatement> | null;
  if (statement === null || statement.sealed !== sealed || !isText(statement.device, statement.at)) return null;
  return { ...(statement as CountersignStatement), fingerprint: fingerprintOf(statement.key as string) };
}

function goodCopy(line: Line, sealed: string): (CopyStatement & { readonly fingerprint: string }) | null {
  const statement = signedStatement(line, 'copy') as Partial<CopyStatement> | null;
  if (statement === null || statement.sealed !== sealed || !isText(statement.recipient, statement.madeAt, statement.device)) return null;
  if (
    typeof statement.number !== 'number' ||
    !Array.isArray(statement.withheld) ||
    (statement.edition !== 'full' && statement.edition !== 'partner')
  )
    return null;
  return { ...(statement as CopyStatement), fingerprint: fingerprintOf(statement.key as string) };
}

/** The statement of a signed line when its Ed25519 signature is good (strict, RFC 8032), else null. */
function signedStatement(line: Line, kind: 'seal' | 'countersignature' | 'copy'): Record<string, unknown> | null {
  const { content } = line;
  if (content === null || content['kind'] !== kind) return null;
  const { statement, signature } = content;
  if (typeof statement !== 'object' || statement === null || typeof signature !== 'string' || !/^[0-9a-f]{128}$/.test(signature))
    return null;
  const key = (statement as Record<string, unknown>)['key'];
  if (typeof key !== 'string' || !/^[0-9a-f]{64}$/.test(key)) return null;
  try {
    const good = ed25519.verify(hexToBytes(signature), messageOf(kind, statement), hexToBytes(key), { zip215: false });
    return good ? (statement as Record<string, unknown>) : null;
  } catch {
    // noble throws on keys that are not points of the curve; to a reader that is a bad signature like any other.
    return null;
  }
}

function lineOf(bytes: Uint8Array, at: number): Line {
  const parts = readLine(bytes);
  if (parts === null) return { at, parts, leaf: '', content: null, label: labelIn(bytes) };
  if (parts.content === null) return { at, parts, leaf: parts.contentHash, content: null, label: 'withheld' };
  const content = jsonOf(parts.content);
  const label = content?.['label'];
  return { at, parts, leaf: contentHashOf(parts.salt, parts.content), content, label: typeof label === 'string' ? label : labelIn(bytes) };
}

/** First line before `end` whose own hashes do not fit the line before it, or -1. */
function firstBroken(lines: readonly Line[], end: number): number {
  let previous = FIRST_PREVIOUS;
  for (const line of lines.slice(0, end)) {
    if (!ownHashesFit(line, line.at + 1, previous)) return line.at;
    previous = line.parts?.hash ?? '';
  }
  return -1;
}

const ownContentFits = (line: Line): boolean => line.parts !== null && line.parts.contentHash === line.leaf;

function ownHashesFit(line: Line, number: number, previous: string): boolean {
  return (
    line.parts !== null &&
    ownContentFits(line) &&
    line.parts.number === number &&
    line.parts.hash === chainedHash(previous, number, line.leaf)
  );
}

/** What to call a broken line where no seal could be read. */
function altered(line: Line | undefined): FaultKind {
  return line?.label === 'the seal' ? 'seal' : 'altered';
}

function asEntry(content: Record<string, unknown> | null): SealedEntry | null {
  if (content === null || !(ENTRY_KINDS as readonly unknown[]).includes(content['kind'])) return null;
  const { label, rows, struck, known } = content;
  if (typeof label !== 'string' || !Array.isArray(rows) || !rows.every((row) => Array.isArray(row) && isText(row[0], row[1]))) return null;
  if (
    !isText(content['id']) ||
    typeof struck !== 'boolean' ||
    typeof content['policeOnly'] !== 'boolean' ||
    !Array.isArray(known) ||
    !known.every((one) => Array.isArray(one) && one.length === 5 && isText(...one))
  )
    return null;
  return content as unknown as SealedEntry;
}

function asHeader(content: Record<string, unknown> | null): SealedHeader | null {
  const entry = asEntry(content);
  if (entry === null || entry.kind !== 'header') return null;
  const header = entry as SealedHeader;
  return isText(
    header.format,
    header.title,
    header.force,
    header.group,
    header.reference,
    header.marking,
    header.handling,
    header.createdAt,
  )
    ? header
    : null;
}

function jsonOf(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** The label in a line that can no longer be parsed. */
function labelIn(bytes: Uint8Array): string {
  return /"label":"([^"\\]{1,200})"/.exec(new TextDecoder('utf-8').decode(bytes))?.[1] ?? '';
}

function looksSealed(bytes: Uint8Array): boolean {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 200_000));
  return /(^|\n)[1-9]\d{0,8} [0-9a-f]{64} [0-9a-f]{64} /.test(start) || start.includes('cordon-sealed/');
}

function splitLines(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(FEED); end !== -1; end = bytes.indexOf(FEED, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  if (start < bytes.length) lines.push(bytes.subarray(start));
  return lines;
}

function everyLineReturns(bytes: Uint8Array): boolean {
  let feeds = 0;
  for (let end = bytes.indexOf(FEED); end !== -1; end = bytes.indexOf(FEED, end + 1)) {
    if (bytes[end - 1] !== RETURN) return false;
    feeds += 1;
  }
  return feeds > 1;
}

function withoutReturns(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => !(byte === RETURN && bytes[index + 1] === FEED));
}

const isText = (...values: readonly unknown[]): boolean => values.every((value) => typeof value === 'string');

function wholeSays(entries: number, withheld: number): string {
  const rest =
    withheld === 0
      ? ''
      : ` ${withheld} of them ${withheld === 1 ? 'is' : 'are'} withheld from this copy, as the device that made it has signed.`;
  return `This file is whole: all ${entries} entries are as they were sealed.${rest}`;
}

function nothing(outcome: SealedReport['outcome'], says: string): SealedReport {
  return {
    outcome,
    says,
    faults: [],
    header: null,
    entries: [],
    withheld: [],
    seal: null,
    countersignature: null,
    copy: null,
    sealHash: '',
  };
}
