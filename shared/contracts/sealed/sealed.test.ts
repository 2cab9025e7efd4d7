import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { copySealed, sealFile } from './seal-file.ts';
import { LARGEST_SEALED_FILE, SEALED_FORMAT, type SealedEntry, type SealedHeader } from './sealed-format.ts';
import { fingerprintOf, writeLine } from './sealed-line.ts';
import { verifySealed } from './verify-sealed.ts';

const chairKey = new Uint8Array(32).fill(7);
const deviceKey = new Uint8Array(32).fill(9);
const publicKey = (secret: Uint8Array): string => bytesToHex(ed25519.getPublicKey(secret));
const signWith = (secret: Uint8Array) => (message: Uint8Array) => bytesToHex(ed25519.sign(message, secret));
let salts = 0;
const newSalt = (): string => (salts += 1).toString(16).padStart(32, '0');

const header: SealedHeader = {
  kind: 'header',
  id: '',
  policeOnly: false,
  label: 'the header',
  rows: [['Held', 'Tue 24 Nov 2026, 10:00']],
  struck: false,
  known: [],
  format: SEALED_FORMAT,
  title: 'Minutes',
  force: 'Northmoor Police',
  group: 'Tactical Tasking and Co-ordination Group, East',
  reference: 'TTCG-E/2026-11-24',
  marking: 'OFFICIAL-SENSITIVE',
  handling: '',
  sample: true,
  createdAt: '2026-11-24T12:00:00.000Z',
};
const entry = (kind: SealedEntry['kind'], label: string, text: string): SealedEntry => ({
  kind,
  id: label,
  policeOnly: false,
  label,
  rows: [['Text', text]],
  struck: false,
  known: kind === 'decision' ? [['paper', 'p1', 'dev:1', 'a'.repeat(64), 'Tactical assessment']] : [],
});
const entries: readonly SealedEntry[] = [
  entry('attendance', 'attendance of Det Supt Jane Hale', 'Present'),
  entry('item', 'agenda item 1', 'Burglary in Easton – “hot spots”'),
  entry('note', 'note, entry 1 of the record', 'Line one\nline two'),
  entry('decision', 'decision D1, entry 2 of the record', 'Deploy two teams'),
  entry('decision', 'decision D2, entry 3 of the record', 'Police only: covert van at 12 High Street'),
  entry('action', 'action A1, entry 4 of the record', 'Brief the teams'),
  entry('closing', 'the closing', 'Closed at 11:55'),
];

const sealedAt = '2026-11-24T12:05:00.000Z';
const device = { name: 'Easton 1', key: publicKey(deviceKey), sign: signWith(deviceKey) };
const seal = (): Promise<Awaited<ReturnType<typeof sealFile>>> =>
  sealFile({
    header,
    entries,
    newSalt,
    signedAt: sealedAt,
    device,
    signer: { personId: 'p1', name: 'Det Supt Jane Hale', role: 'Chair', key: publicKey(chairKey), sign: signWith(chairKey) },
  });
const copyOf = (bytes: Uint8Array, withheld: readonly number[]): Promise<Uint8Array> =>
  copySealed(bytes, { number: 2, recipient: 'Easton Council', edition: 'partner', withheld, madeAt: sealedAt, newSalt, device });

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const linesOf = (bytes: Uint8Array): string[] => textOf(bytes).split('\n').slice(0, -1);
const fileOf = (lines: readonly string[]): Uint8Array => utf8ToBytes(lines.map((line) => `${line}\n`).join(''));
const lineOfByte = (bytes: Uint8Array, index: number): number => bytes.subarray(0, index).filter((byte) => byte === 10).length + 1;

let whole: Uint8Array;
let partner: Uint8Array;
beforeAll(async () => {
  whole = (await seal()).bytes;
  partner = await copyOf(whole, [6]);
});

describe('a sealed file', () => {
  test('that nobody touched is whole, and tells who signed it and when (duty 81)', async () => {
    const file = await seal();
    const report = verifySealed(file.bytes);
    expect(report).toMatchObject({ outcome: 'whole', faults: [], withheld: [], sealHash: file.sealHash });
    expect(report.says).toBe('This file is whole: all 8 entries are as they were sealed.');
    expect(report.seal).toMatchObject({
      signer: { name: 'Det Supt Jane Hale', role: 'Chair' },
      signedAt: sealedAt,
      fingerprint: fingerprintOf(publicKey(chairKey)),
    });
    expect(report.countersignature).toMatchObject({ device: 'Easton 1', fingerprint: fingerprintOf(publicKey(deviceKey)) });
    expect(report.header?.reference).toBe('TTCG-E/2026-11-24');
    expect(report.entries.map((one) => one.label)[4]).toBe('decision D1, entry 2 of the record');
    expect(file.lines).toBe(8);
  });

  test.each(['whole', 'partner'])(
    'with any one byte changed is refused, and the line named is the one that was changed (duty 122): %s',
    (which) => {
      const good = which === 'whole' ? whole : partner;
      fc.assert(
        fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (index, mask) => {
          const bad = good.slice();
          bad[index] = (bad[index] ?? 0) ^ mask;
          const report = verifySealed(bad);
          expect(report.outcome).toBe('altered');
          expect(report.faults[0]?.line).toBe(lineOfByte(good, index));
        }),
        { numRuns: 400, seed: 20261124 },
      );
    },
  );

  test('with every line feed in turn changed names the line it ended', () => {
    for (const [index, byte] of whole.entries()) {
      if (byte !== 10) continue;
      const bad = whole.slice();
      bad[index] = 32;
      expect(verifySealed(bad).faults[0]?.line).toBe(lineOfByte(whole, index));
    }
  });

  test('names an altered decision in words (duty 122)', () => {
    const bad = utf8ToBytes(textOf(whole).replace('Deploy two teams', 'Deploy ten teams'));
    const report = verifySealed(bad);
    expect(report.faults).toHaveLength(1);
    expect(report.says).toBe(
      'Line 5 of the file (decision D1, entry 2 of the record) is not as it was sealed: at least one character was changed.',
    );
    expect(report.entries.map((one) => one.fits)).toEqual([true, true, true, true, false, true, true, true]);
  });

  test('rewritten from one entry on with every hash made to fit is still found out at that entry', () => {
    const lines = linesOf(whole);
    let previous = lines[3]?.split(' ')[1] ?? '';
    for (let at = 4; at < 8; at += 1) {
      const json = JSON.parse(lines[at]?.split(' ').slice(4).join(' ') ?? '') as SealedEntry;
      const changed = at === 4 ? { ...json, rows: [['Text', 'Deploy nobody'] as const] } : json;
      const line = writeLine(previous, at + 1, lines[at]?.split(' ')[3] ?? '', changed);
      lines[at] = line.text;
      previous = line.hash;
    }
    const report = verifySealed(fileOf(lines));
    expect(report.outcome).toBe('altered');
    expect(report.faults[0]).toMatchObject({ kind: 'altered', line: 5, label: 'decision D1, entry 2 of the record' });
  });

  test('with an entry taken out says which is missing and after what', () => {
    const report = verifySealed(fileOf(linesOf(whole).filter((_line, index) => index !== 4)));
    expect(report.faults).toHaveLength(1);
    expect(report.faults[0]).toMatchObject({ kind: 'missing', line: 5 });
    expect(report.says).toContain('after note, entry 1 of the record');
    expect(report.entries.every((one) => one.fits)).toBe(true);
  });

  test('with the first or the last entry taken out is found out too', () => {
    expect(verifySealed(fileOf(linesOf(whole).slice(1))).faults[0]).toMatchObject({ kind: 'missing', line: 1 });
    expect(verifySealed(fileOf(linesOf(whole).filter((_line, index) => index !== 7))).faults[0]).toMatchObject({
      kind: 'missing',
      line: 8,
    });
  });

  test('with an entry put in or doubled names the added line', () => {
    const lines = linesOf(whole);
    const forged = writeLine(lines[3]?.split(' ')[1] ?? '', 5, newSalt(), entry('decision', 'decision D9', 'Not agreed')).text;
    expect(verifySealed(fileOf([...lines.slice(0, 4), forged, ...lines.slice(4)])).faults[0]).toMatchObject({
      kind: 'added',
      line: 5,
      label: 'decision D9',
    });
    expect(verifySealed(fileOf([...lines.slice(0, 5), lines[4] ?? '', ...lines.slice(5)])).faults[0]).toMatchObject({
      kind: 'added',
      line: 6,
    });
    expect(verifySealed(fileOf([...lines, lines[4] ?? ''])).faults[0]).toMatchObject({ line: 11 });
  });

  test('with two entries swapped names the first that moved', () => {
    const lines = linesOf(whole);
    const swapped = [...lines.slice(0, 4), lines[5] ?? '', lines[4] ?? '', ...lines.slice(6)];
    const report = verifySealed(fileOf(swapped));
    expect(report.faults[0]).toMatchObject({ kind: 'moved', line: 5 });
    expect(report.outcome).toBe('altered');
  });

  test('cut short anywhere is never whole', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(verifySealed(whole.subarray(0, length)).outcome).not.toBe('whole');
      }),
      { numRuns: 200 },
    );
    const report = verifySealed(fileOf(linesOf(whole).slice(0, 6)));
    expect(report.says).toContain('cut short: it ends after line 6, decision D2');
    expect(verifySealed(fileOf(linesOf(whole).slice(0, 9))).faults[0]?.kind).toBe('cut-short');
  });

  test('sealed again by someone else shows that other key, so the fingerprint does not compare', async () => {
    const other = new Uint8Array(32).fill(8);
    const forged = await sealFile({
      header,
      entries,
      newSalt,
      signedAt: sealedAt,
      device,
      signer: { personId: 'p1', name: 'Det Supt Jane Hale', role: 'Chair', key: publicKey(other), sign: signWith(other) },
    });
    expect(verifySealed(forged.bytes).seal?.fingerprint).not.toBe(fingerprintOf(publicKey(chairKey)));
  });

  test('signed with a key that is not the one it names is refused at the seal', async () => {
    const other = new Uint8Array(32).fill(8);
    const forged = await sealFile({
      header,
      entries,
      newSalt,
      signedAt: sealedAt,
      device,
      signer: { personId: 'p1', name: 'Jane Hale', role: 'Chair', key: publicKey(chairKey), sign: signWith(other) },
    });
    const report = verifySealed(forged.bytes);
    expect(report.seal).toBeNull();
    expect(report.faults[0]).toMatchObject({ kind: 'seal', line: 9 });
  });

  test('whose line ends a mail program changed says so, and that the entries are as sealed', () => {
    const report = verifySealed(utf8ToBytes(textOf(whole).replaceAll('\n', '\r\n')));
    expect(report.outcome).toBe('altered');
    expect(report.faults[0]?.kind).toBe('line-ends');
    expect(report.says).toContain('With the line ends put back, every entry is as it was sealed.');
  });

  test('of a newer form asks for its own verifier instead of calling it altered', () => {
    const newer = writeLine('d'.repeat(64), 1, newSalt(), { ...header, format: 'cordon-sealed/2' });
    const report = verifySealed(utf8ToBytes(`${newer.text}\n`));
    expect(report).toMatchObject({
      outcome: 'newer-version',
      says: 'This file has the newer form cordon-sealed/2. Use the verifier that came with it.',
    });
  });

  test.each([
    ['an empty file', new Uint8Array(0)],
    ['a text', utf8ToBytes('Minutes of the meeting\n')],
    ['a page', utf8ToBytes('<!doctype html><title>x</title>')],
    ['random bytes', Uint8Array.from({ length: 5000 }, (_unused, index) => (index * 97) % 256)],
  ])('is not what %s is', (_what, bytes) => {
    expect(verifySealed(bytes).outcome).toBe('not-sealed');
  });

  test('larger than any meeting is not read', () => {
    expect(verifySealed(new Uint8Array(LARGEST_SEALED_FILE + 1)).outcome).toBe('too-large');
  });

  test('with any bytes whatever never makes the verifier throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(whole.length), (rubbish, at) => {
        const report = verifySealed(new Uint8Array([...whole.subarray(0, at), ...rubbish, ...whole.subarray(at)]));
        expect(rubbish.length === 0 || report.outcome !== 'whole').toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a partner's copy", () => {
  test('leaves the withheld entry out, keeps the proof, and lists that something was withheld (duty 119)', () => {
    const report = verifySealed(partner);
    expect(report.outcome).toBe('whole');
    expect(report.says).toContain('1 of them is withheld from this copy');
    expect(report.withheld).toEqual([6]);
    expect(report.copy).toMatchObject({ number: 2, recipient: 'Easton Council', edition: 'partner', withheld: [6], sameDevice: true });
    expect(report.entries[5]).toEqual({ line: 6, fits: true, withheld: true, label: 'withheld', entry: null });
    expect(textOf(partner)).not.toContain('covert van');
    expect(textOf(partner)).not.toContain('D2');
    expect(report.sealHash).toBe(verifySealed(whole).sealHash);
  });

  test('from which someone then takes a further entry out is refused at that entry', () => {
    const lines = linesOf(partner);
    const [number, hash, contentHash] = lines[4]?.split(' ') ?? [];
    lines[4] = `${number} ${hash} ${contentHash} withheld`;
    expect(verifySealed(fileOf(lines)).faults[0]).toMatchObject({ kind: 'withheld-unstated', line: 5 });
  });

  test('without its statement, or with the statement of another copy, is refused', async () => {
    expect(verifySealed(fileOf(linesOf(partner).slice(0, -1))).faults[0]).toMatchObject({ kind: 'withheld-unstated', line: 6 });
    const full = await copyOf(whole, []);
    expect(verifySealed(full).outcome).toBe('whole');
    expect(verifySealed(fileOf([...linesOf(partner).slice(0, -1), linesOf(full).at(-1) ?? ''])).outcome).toBe('altered');
  });

  test('cannot withhold the header, the seal or what is not there', async () => {
    for (const line of [1, 9, 10, 99]) await expect(copyOf(whole, [line])).rejects.toThrow();
  });

  test('does not let a withheld text be guessed: the same text sealed twice leaves two different hashes', async () => {
    const again = await copyOf((await seal()).bytes, [6]);
    expect(linesOf(again)[5]?.split(' ')[2]).not.toBe(linesOf(partner)[5]?.split(' ')[2]);
  });
});
