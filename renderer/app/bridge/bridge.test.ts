import { create } from 'jsondiffpatch';
import { expect, test } from 'vitest';
import { ok } from '#shared/base/result.ts';
import { BRIDGE_VERSION, type FromEngine, toEngineShape, type ToEngine } from '#shared/contracts/bridge/messages.ts';
import { createBridge } from './bridge.ts';

const diff = create({ objectHash: (row) => (row as { id: string }).id });

/** The other end of the line, speaking for the engine by hand. Every message of the window must fit the contract. */
function engineEnd(port: MessagePort) {
  const waiting: ((message: ToEngine) => void)[] = [];
  const heard: ToEngine[] = [];
  port.onmessage = (event: MessageEvent<unknown>) => {
    const message = toEngineShape.parse(event.data);
    const next = waiting.shift();
    if (next) next(message);
    else heard.push(message);
  };
  const hear = (): Promise<ToEngine> => {
    const message = heard.shift();
    return message ? Promise.resolve(message) : new Promise((resolve) => waiting.push(resolve));
  };
  const say = (message: FromEngine): void => port.postMessage(message);
  return {
    hear,
    say,
    unheard: heard,
    async greet() {
      const hello = await hear();
      expect(hello).toMatchObject({ t: 'hello', version: BRIDGE_VERSION });
      say({ t: 'answer', n: hello.n, result: ok(null) });
    },
  };
}

function connected() {
  const bridge = createBridge();
  const plug = () => {
    const { port1, port2 } = new MessageChannel();
    bridge.attach(port1);
    return engineEnd(port2);
  };
  return { bridge, plug };
}

const nextChange = (watch: { subscribe(listener: () => void): () => void }): Promise<void> =>
  new Promise((resolve) => {
    const stop = watch.subscribe(() => {
      stop();
      resolve();
    });
  });

test('what was asked before the engine was there is sent once both understand each other', async () => {
  const { bridge, plug } = connected();
  const answer = bridge.ask('session.look', {});
  const engine = plug();
  await engine.greet();
  const asked = await engine.hear();
  expect(asked).toMatchObject({ t: 'ask', name: 'session.look' });
  engine.say({ t: 'answer', n: asked.n, result: ok({ vault: 'none' }) });
  expect(await answer).toEqual(ok({ vault: 'none' }));
});

test('answers find their question also when they come in another order, and progress its own', async () => {
  const { bridge, plug } = connected();
  const engine = plug();
  await engine.greet();
  const heardOf: string[] = [];
  const first = bridge.ask('journal.verify', {}, (progress) => heardOf.push(progress.says));
  const second = bridge.ask('session.touch', {});
  const [one, two] = [await engine.hear(), await engine.hear()];
  engine.say({ t: 'progress', n: one.n, done: 1, total: 2, says: 'half way' });
  engine.say({ t: 'answer', n: two.n, result: ok('second') });
  engine.say({ t: 'answer', n: one.n, result: ok('first') });
  expect(await Promise.all([first, second])).toEqual([ok('first'), ok('second')]);
  expect(heardOf).toEqual(['half way']);
});

test('two lists that ask the same share one watch, and a difference reaches both', async () => {
  const { bridge, plug } = connected();
  const engine = plug();
  await engine.greet();
  const a = bridge.view('drafts', { parent: '' });
  const b = bridge.view('drafts', { parent: '' });
  const stopA = a.subscribe(() => undefined);
  const stopB = b.subscribe(() => undefined);
  const watch = await engine.hear();
  expect(watch).toMatchObject({ t: 'watch', name: 'drafts', args: { parent: '' } });
  const before = {
    rows: [
      { id: '1', text: 'one' },
      { id: '2', text: 'two' },
    ],
  };
  const after = {
    rows: [
      { id: '2', text: 'two' },
      { id: '3', text: 'three' },
    ],
  };
  const shown = nextChange(a);
  engine.say({ t: 'view', n: watch.n, view: before });
  await shown;
  const changed = nextChange(b);
  engine.say({ t: 'delta', n: watch.n, delta: diff.diff(before, after) });
  await changed;
  expect(a.current()).toEqual({ state: 'ready', view: after });
  expect(b.current()).toBe(a.current());
  expect(engine.unheard).toEqual([]);
  stopA();
  stopB();
});

test('when the engine stops, what it has not answered is refused in words, and what was looked at is asked again of the next one', async () => {
  const { bridge, plug } = connected();
  const first = plug();
  await first.greet();
  const watch = bridge.view('workstation', {});
  const stop = watch.subscribe(() => undefined);
  const asked = await first.hear();
  const shown = nextChange(watch);
  first.say({ t: 'view', n: asked.n, view: { id: 'w' } });
  await shown;

  const lost = bridge.run('draft.discard', { id: 'abc' });
  bridge.detach();
  expect(await lost).toMatchObject({ ok: false, refusals: [{ code: 'bridge/engine-stopped' }] });

  const second = plug();
  expect(watch.current()).toEqual({ state: 'loading' });
  await second.greet();
  const again = nextChange(watch);
  const asksAgain = await second.hear();
  expect(asksAgain).toMatchObject({ t: 'watch', name: 'workstation' });
  second.say({ t: 'view', n: asksAgain.n, view: { id: 'w', name: 'newer' } });
  await again;
  expect(watch.current()).toEqual({ state: 'ready', view: { id: 'w', name: 'newer' } });
  stop();
});

test('an engine of another version is told apart, with its sentence', async () => {
  const { bridge, plug } = connected();
  const engine = plug();
  const hello = await engine.hear();
  const settled = new Promise<void>((resolve) => {
    bridge.onConnection(resolve);
  });
  engine.say({
    t: 'answer',
    n: hello.n,
    result: {
      ok: false,
      refusals: [
        {
          code: 'bridge/other-version',
          duties: [],
          message: 'The window and the engine are of different versions.',
          remedy: '',
          field: '',
        },
      ],
    },
  });
  await settled;
  expect(bridge.connection()).toMatchObject({ state: 'unusable', reason: 'The window and the engine are of different versions.' });
});

test('a lock drops every view from memory', async () => {
  const { bridge, plug } = connected();
  const engine = plug();
  await engine.greet();
  const watch = bridge.view('workstation', {});
  const stop = watch.subscribe(() => undefined);
  const asked = await engine.hear();
  const shown = nextChange(watch);
  engine.say({ t: 'view', n: asked.n, view: { id: 'secret' } });
  await shown;
  const locked = new Promise<string>((resolve) => {
    bridge.onSession((event) => resolve(event.why));
  });
  engine.say({ t: 'session', state: 'locked', why: 'idle' });
  expect(await locked).toBe('idle');
  bridge.forgetViews();
  expect(watch.current()).toEqual({ state: 'loading' });
  stop();
});
