import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ADMIN, afterTest, startEngine, temporaryFolder } from '#test/builders/engine.ts';

/** A small file system of its own, so that it can be filled. Null where mounting is not permitted. */
function smallDisk(megabytes: number): string | null {
  const disk = join(temporaryFolder(), 'disk');
  mkdirSync(disk);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk]).status === 0 ? disk : null;
}

it('tells a person that the disk is full, loses nothing that was stored, and goes on when there is room again', async ({ skip }) => {
  const disk = smallDisk(8);
  if (disk === null) return skip('mounting a small file system is not permitted here');
  afterTest(() => {
    spawnSync('umount', ['--lazy', disk]);
  });
  const engine = startEngine({ folder: disk, expectsBugs: true });
  await engine.setUp();
  await engine.signIn();
  const { client } = engine;
  const padding = join(disk, 'padding');
  for (let megabytes = 8; megabytes > 0; megabytes -= 0.25) {
    try {
      writeFileSync(padding, Buffer.alloc(megabytes * 1024 * 1024));
      break;
    } catch {
      rmSync(padding, { force: true });
    }
  }
  let stored = -1;
  let refusal = '';
  for (let count = 0; count < 200 && refusal === ''; count += 1) {
    const kept = await client.command('draft.keep', {
      id: 'typing',
      parent: '',
      forKind: 'decision',
      itemId: '',
      fields: { count, text: 'x'.repeat(30_000) },
    });
    if (kept.ok) stored = count;
    else refusal = `${kept.refusals[0].code}: ${kept.refusals[0].message}`;
  }
  expect(refusal).toMatch(/^vault\/disk-full: The disk of this computer is full/);
  expect((await client.look('drafts', { parent: '' })).rows.map((row) => row.fields['count'])).toEqual(stored < 0 ? [] : [stored]);
  rmSync(padding);
  await client.run('draft.keep', { id: 'typing', parent: '', forKind: 'decision', itemId: '', fields: { count: 'room again' } });
  await client.run('person.add', { givenName: 'After', familyName: 'Wards', rank: 'Constable', from: '2026-11-24' });
  await engine.lock();
  expect((await engine.signIn(ADMIN.signInName, ADMIN.passPhrase)).notices).toEqual([]);
  expect((await client.look('drafts', { parent: '' })).rows.map((row) => row.fields)).toEqual([{ count: 'room again' }]);
});
