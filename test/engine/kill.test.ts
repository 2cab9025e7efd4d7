import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ADMIN, startEngine } from '#test/builders/engine.ts';

/** Types in a process of its own until it has been told so many times that everything is stored, then kills it without warning. */
function typeAndKill(folder: string, after: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./type-until-killed.ts', import.meta.url));
    const child = spawn(process.execPath, [script, folder, ADMIN.signInName, ADMIN.passPhrase], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complaints = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.split('\n').length > after) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    child.once('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1));
      else reject(new Error(`it ended by itself: ${complaints}`));
    });
  });
}

it('loses nothing that was said to be stored when the process is killed in mid-flight, three times over (duties 34, 122)', async () => {
  const engine = startEngine();
  await engine.setUp();
  const stored: string[] = [];
  for (const after of [3, 9, 1]) {
    stored.push(...(await typeAndKill(engine.folder, after)));
    const state = await engine.signIn();
    expect(state.notices).toEqual([]);
    const { hits } = await engine.client.get('search.find', { text: 'Number', kinds: ['person'], limit: 100 });
    expect(hits.map((hit) => hit.id)).toEqual(expect.arrayContaining(stored.map((line) => line.split(' ')[1])));
    const [draft] = (await engine.client.look('drafts', { parent: '' })).rows;
    expect(draft?.fields['count']).toBeGreaterThanOrEqual(Number(stored.at(-1)?.split(' ')[0]));
    await engine.lock();
  }
  await engine.signIn();
  const forceId = (await engine.client.look('force-structure', { asAt: '2026-11-24' })).force?.id ?? '';
  const actor = (await engine.client.get('session.look', {})).actor;
  await engine.client.run('appointment.give', {
    personId: actor?.personId ?? '',
    role: 'auditor',
    scopeType: 'force',
    scopeId: forceId,
    from: '2026-11-24',
    givenBy: 'Chief',
  });
  expect(await engine.client.get('journal.verify', {})).toMatchObject({ whole: true, firstFault: null });
});
