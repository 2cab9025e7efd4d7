import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHeader, FAST_COST } from '#electron/engine/vault/header.ts';
import { toWriteRow } from '#electron/engine/vault/write-row.ts';
import { entry, record, temporaryFolder, vaultForTest } from './fixtures.ts';
import { KEY } from './keys.ts';

/** Files of the folder that hold the words, in any of the forms text and keys are stored in. */
function filesHolding(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name));
    return words.some((word) =>
      [
        Buffer.from(word, 'utf8'),
        Buffer.from(word, 'utf16le'),
        Buffer.from(
          Buffer.from(word, 'utf8')
            .toString('base64')
            .replace(/.{2}=*$/, ''),
        ),
        Buffer.from(word.toUpperCase()),
      ].some((form) => bytes.includes(form)),
    );
  });
}

const SECRETS = ['quokkaburglary', 'Thistlewaite', 'wobblegarden fenland cobalt', 'thistlewaite.signin', 'vellumtitle'];

describe('nothing of what was typed is readable on the disk', () => {
  test('not in the database, its log, the header, its copy or the tries, while it is open and after it was closed (duty 32)', async () => {
    const folder = temporaryFolder();
    const made = await createHeader(
      { folder, cost: FAST_COST, now: Date.now },
      { signInName: 'thistlewaite.signin', passPhrase: 'wobblegarden fenland cobalt', sample: false },
    );
    if (!made.ok) throw new Error(made.refusals[0].message);
    const open = await vaultForTest(folder);
    for (let number = 0; number < 30; number += 1) {
      const stamp = open.vault.stamp(open.database.token);
      await open.vault.writeUnit(
        {
          records: [
            toWriteRow(
              null,
              record(`d${number}`, {
                owner: 'Thistlewaite',
                sortAt: 'vellumtitle',
                body: { title: 'vellumtitle', text: `quokkaburglary ${'by Thistlewaite '.repeat(200)}` },
              }),
              stamp,
            ),
          ],
          journal: [toWriteRow(null, entry(number, { facts: { says: 'quokkaburglary' } }), stamp)],
        },
        'canary',
      );
    }
    open.vault.findText('quokkaburglary', ['open'], [], 10);
    await made.value.unlocked.signWithPassPhrase('thistlewaite.signin', 'wrong phrase altogether', new Uint8Array([1]));
    const words = [...SECRETS, KEY, made.value.unlocked.rawKeyHex(), ...made.value.recoveryWords.filter((word) => word.length >= 7)];
    expect(readdirSync(folder).length).toBeGreaterThanOrEqual(5);
    expect(filesHolding(folder, words)).toEqual([]);
    open.vault.checkpoint();
    expect(filesHolding(folder, words)).toEqual([]);
    await open.shut();
    expect(filesHolding(folder, words)).toEqual([]);

    // The scan finds what is there to be found.
    writeFileSync(join(folder, 'leak.txt'), `minutes: QuokkaBurglary quokkaburglary`);
    writeFileSync(join(folder, 'leak.bin'), Buffer.from('Thistlewaite', 'utf16le'));
    writeFileSync(join(folder, 'leak.b64'), Buffer.from('vellumtitle').toString('base64'));
    expect(filesHolding(folder, words).sort()).toEqual(['leak.b64', 'leak.bin', 'leak.txt']);
  });
});
