import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findNoun } from '#shared/domain/registry.ts';
import { type HeldVault, holdVault } from '#electron/engine/session/held-vault.ts';
import { attachedPaper } from '#test/builders/attach-paper.ts';
import { startEngine, type TestEngine } from '#test/builders/engine.ts';
import { smallForce } from '#test/builders/small-force.ts';
import { keyTo, rowsIn } from './closed-vault.ts';

const SECRETARY = { signInName: 'holroyd', passPhrase: 'thistle barrel gondola' } as const;

/** Lays a large paper in a process of its own and kills it without warning between two of its chunks. */
function attachAndKill(engine: TestEngine, meetingId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./attach-until-killed.ts', import.meta.url));
    const child = spawn(process.execPath, [script, engine.folder, SECRETARY.signInName, SECRETARY.passPhrase, meetingId]);
    let said = '';
    let complaints = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.split('\n').length > 12) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    child.once('close', (code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`it ended by itself (${code}): ${complaints}`)),
    );
  });
}

it('takes out the chunks of a paper that a crash cut off, empty and erased, and leaves every whole paper alone', async () => {
  const engine = startEngine();
  const force = await smallForce(engine);
  await force.signInAs('secretary');
  const { meetingId } = await force.scheduleMeeting();
  const whole = new Uint8Array(Buffer.alloc(3 * 1024 * 1024, 7));
  const paper = {
    meetingId,
    title: 'Whole',
    paperType: 'other',
    fileName: 'whole.pdf',
    mediaType: '',
    asOf: '',
    confidence: '',
    policeOnly: false,
  } as const;
  const { paperId } = await attachedPaper(engine.client, { ...paper, bytes: whole });
  await engine.lock();
  const before = (await rowsIn(engine.folder, 'files')).length;

  await attachAndKill(engine, meetingId);
  const left = await rowsIn(engine.folder, 'files');
  expect(left.length).toBeGreaterThan(before);
  expect(left.every((row) => !row._deleted)).toBe(true);

  await engine.signIn(SECRETARY.signInName, SECRETARY.passPhrase);
  // Locking waits for the piece under way only, so the tidying is given acts to come between.
  for (let count = 0; count < 60; count += 1)
    await engine.client.run('draft.keep', { id: 'typing', parent: '', forKind: 'decision', itemId: '', fields: { count } });
  expect(Buffer.compare(await engine.savedPaper(paperId), whole)).toBe(0);
  await engine.lock();

  const after = await rowsIn(engine.folder, 'files');
  expect(after.filter((row) => !row._deleted)).toHaveLength(before);
  expect(after.filter((row) => row._deleted).map((row) => row.bytes)).toEqual(Array(left.length - before).fill(0));
});

it('keeps what is left of an erased draft for its time, and then not even that', async () => {
  const engine = startEngine();
  await engine.setUp();
  await engine.signIn();
  for (let count = 0; count < 30; count += 1) {
    await engine.client.run('draft.keep', { id: `typing-${count}`, parent: '', forKind: 'decision', itemId: '', fields: { text: 'gone' } });
    await engine.client.run('draft.discard', { id: `typing-${count}` });
  }
  await engine.lock();
  const remains = async (): Promise<number> => (await rowsIn(engine.folder, 'records')).filter((row) => row._deleted).length;
  expect(await remains()).toBe(30);

  const opened = async (erasedKeptMs?: number): Promise<HeldVault> =>
    holdVault({
      folder: engine.folder,
      unlocked: await keyTo(engine.folder),
      expect: 'existing',
      findNoun,
      now: () => engine.clock.now(),
      bug: (where, error) => {
        throw new Error(where, { cause: error });
      },
      ...(erasedKeptMs === undefined ? {} : { erasedKeptMs }),
    });
  const idle = async (held: HeldVault): Promise<void> => {
    for (let turns = 0; turns < 50; turns += 1) {
      await held.writer.betweenActs(async () => undefined);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await held.close();
  };
  await idle(await opened());
  expect(await remains(), 'within the month').toBe(30);
  await idle(await opened(0));
  expect(await remains()).toBe(0);

  await engine.signIn();
  const actor = (await engine.client.get('session.look', {})).actor;
  expect(actor?.name).toBe('Ann Archer');
});
