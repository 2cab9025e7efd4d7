import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Ending, type FileAct, fingerprintOf, layImage, WatchedDisk } from './crash-images.ts';
import { compileFileLayer, tryCrashes, tryFailingDisk } from './crash-runs.ts';
import { stateAfter } from './scripted-session.ts';

const folder = mkdtempSync(join(tmpdir(), 'cordon-layer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const layer = compileFileLayer(folder);
// A different part of the acts each day; `npm run fuzz:faults` tries every one.
const seed = Math.floor(Date.now() / 86_400_000);

describe.skipIf(layer === null)('a workstation that fails at any moment', () => {
  test(`ended in the middle of a session, it holds exactly what was acknowledged (seed ${seed}; duties 34, 122, 136)`, async () => {
    const report = await tryCrashes({ layer: layer ?? '', steps: 16, every: 31, seed });
    expect(report.wrong).toEqual([]);
    expect(report.images).toBeGreaterThan(20);
  }, 300_000);

  test('with a disk that fails, it refuses what it could not store and keeps everything else (duties 34, 122)', async () => {
    const report = await tryFailingDisk({ layer: layer ?? '', firstStep: 4, lastStep: 5, every: 19 });
    expect(report.wrong).toEqual([]);
    expect(report.refused).toBeGreaterThan(8);
    expect(report.tried).toBeGreaterThan(report.refused);
  }, 300_000);
});

describe('what a disk holds when the power goes', () => {
  const act = (letter: FileAct['letter'], name: string, number = 0, bytes = ''): FileAct => ({
    letter,
    name,
    number,
    bytes: Buffer.from(bytes),
  });

  test('what was written and not flushed is gone, and so is a file whose folder was not flushed', () => {
    const disk = new WatchedDisk(new Map([['a', Buffer.from('old')]]));
    for (const one of [act('W', 'a', 0, 'new'), act('C', 'b'), act('W', 'b', 0, 'fresh')]) disk.apply(one);
    const image = join(folder, 'image');
    const leave = (ending: Ending, at: FileAct): void => layImage(image, disk.image(ending, at, 1));
    leave('power-cut', act('S', 'a'));
    expect(readdirSync(image)).toEqual(['a']);
    expect(readFileSync(join(image, 'a'), 'utf8')).toBe('old');
    leave('killed', act('W', 'a', 3, 'er ones'));
    expect(readFileSync(join(image, 'a'), 'utf8')).toBe('new');
    leave('torn', act('W', 'a', 3, 'er ones'));
    expect(readFileSync(join(image, 'a'), 'utf8')).toBe('newer ');
    disk.apply(act('S', 'a'));
    disk.apply(act('R', 'b', 0, 'c'));
    disk.apply(act('S', '.'));
    leave('power-cut', act('S', 'a'));
    expect(readdirSync(image)).toEqual(['a', 'c']);
    expect(readFileSync(join(image, 'a'), 'utf8')).toBe('new');
  });

  test('endings that leave the same bytes are told from those that do not', () => {
    const disk = new WatchedDisk(new Map([['a', Buffer.from('old')]]));
    const before = fingerprintOf(disk.image('killed', act('W', 'a', 0, 'new'), 1));
    expect(fingerprintOf(disk.image('power-cut', act('S', 'a'), 1))).toBe(before);
    expect(fingerprintOf(disk.image('torn', act('W', 'a', 0, 'new'), 1))).not.toBe(before);
    disk.apply(act('W', 'a', 0, 'new'));
    expect(fingerprintOf(disk.image('killed', act('S', 'a'), 1))).not.toBe(before);
    expect(fingerprintOf(disk.image('power-cut', act('S', 'a'), 1))).toBe(before);
  });

  test('the script says by itself what a vault holds after each of its steps', () => {
    expect(stateAfter(0)).toBe('typing: 0');
    expect(stateAfter(3)).toBe('Person 00001: \ntyping: 3');
    expect(stateAfter(5)).toBe('Person 00001: Job of step 4\nPerson 00005: \ntyping: 3');
  });
});
