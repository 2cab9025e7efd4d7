import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FromEngine } from '#shared/contracts/bridge/messages.ts';
import { BRIDGE_VERSION } from '#shared/contracts/bridge/messages.ts';
import { askShapes } from '#shared/contracts/bridge/asks.ts';
import { commands, queries } from '#shared/domain/registry.ts';
import { type Port, servePort } from '#electron/engine/bridge/serve-port.ts';
import { measure } from '#electron/engine/bridge/message-size.ts';
import { startEngine } from '#test/builders/engine.ts';

const code = (message: FromEngine): string => {
  if (message.t === 'answer' || message.t === 'view-refused') return message.result.ok ? 'ok' : message.result.refusals[0].code;
  return message.t;
};

const NAMES = [
  ...commands.map((one) => one.name),
  ...queries.map((one) => one.name),
  ...Object.keys(askShapes),
  'constructor',
  '__proto__',
  'toString',
  '',
];
const isRecord = (message: unknown): message is object =>
  typeof message === 'object' && message !== null && [Object.prototype, null].includes(Object.getPrototypeOf(message) as object | null);
const LOCKING = new Set(['session.lock', 'session.recover', 'session.sign-in', 'vault.create', 'vault.create-sample']);

describe('the bridge', () => {
  it('answers every one of 20,000 malformed messages and lives on', async () => {
    const engine = startEngine();
    await engine.setUp();
    await engine.signIn();
    const odd = fc.oneof(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withTypedArray: true,
        withObjectString: true,
        withNullPrototype: true,
        withSparseArray: true,
      }),
      fc.record(
        {
          t: fc.constantFrom('hello', 'command', 'ask', 'watch', 'unwatch', 'shout', 7),
          n: fc.oneof(fc.integer(), fc.string(), fc.double()),
          name: fc.anything(),
          args: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    );
    // Known names with arguments that are not theirs: those that end or start a session are left out, they have tests of their own.
    const oddArguments = fc.record({
      t: fc.constantFrom('command', 'ask', 'watch'),
      name: fc.constantFrom(...NAMES.filter((name) => !LOCKING.has(name))),
      args: fc.oneof(fc.anything({ withBigInt: true, withDate: true }), fc.object(), fc.constant({})),
    });
    let n = 1_000_000;
    const port = engine.client;
    let answered = 0;
    const send = async (messages: readonly unknown[]): Promise<void> => {
      await Promise.all(
        messages.map(async (message) => {
          n += 1;
          // A number of its own can be put on what is an object with the right to one; the rest is answered under 0, one after the other.
          if (isRecord(message)) {
            const answer = await port.raw({ ...message, n }, n);
            expect(['answer', 'view', 'view-refused']).toContain(answer.t);
            answered += 1;
          }
        }),
      );
      for (const message of messages) {
        if (isRecord(message)) continue;
        expect(code(await port.raw(message, 0))).toMatch(/^bridge\/(malformed|too-large)$/);
        answered += 1;
      }
    };
    const cloneable = (message: unknown): boolean => {
      try {
        structuredClone(message);
        return true;
      } catch {
        return false;
      }
    };
    const batches = fc.sample(fc.array(fc.oneof(odd, oddArguments).filter(cloneable), { minLength: 200, maxLength: 200 }), {
      numRuns: 100,
      seed: 2026,
    });
    for (const batch of batches) await send(batch);
    expect(answered).toBe(20_000);
    expect((await engine.client.get('session.look', {})).vault).toBe('open');
    expect(engine.bugs).toEqual([]);
  });

  it('measures without falling over: endless nesting, loops, and too much of everything', () => {
    let deep: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(measure(deep)).toMatchObject({ fits: false, why: 'too-large' });
    expect(measure(loop)).toMatchObject({ fits: false, why: 'too-large' });
    expect(measure({ text: 'x'.repeat(33 * 1024 * 1024) })).toMatchObject({ fits: false, why: 'too-large' });
    expect(measure(Array.from({ length: 600_000 }, () => 0))).toMatchObject({ fits: false, why: 'too-large' });
    expect(measure({ bytes: new Uint8Array(30 * 1024 * 1024), when: null, rows: [1, 'a', true] })).toEqual({ fits: true });
    for (const strange of [new Date(), new Map(), /x/, 5n, Number.NaN, () => 1])
      expect(measure({ strange })).toMatchObject({ fits: false, why: 'not-plain' });
  });

  it('tells a window of another version to restart, and answers nothing else until it agrees', async () => {
    const { client } = startEngine();
    expect(code(await client.raw({ t: 'hello', n: 901, version: BRIDGE_VERSION + 1 }, 901))).toBe('bridge/other-version');
    expect(code(await client.raw({ t: 'ask', n: 902, name: 'session.look', args: {} }, 902))).toBe('bridge/other-version');
    expect(code(await client.raw({ t: 'hello', n: 903, version: BRIDGE_VERSION }, 903))).toBe('ok');
    expect(code(await client.raw({ t: 'ask', n: 904, name: 'session.look', args: {} }, 904))).toBe('ok');
  });

  it('refuses what it does not know, and a second watch under the number of a first', async () => {
    const engine = startEngine();
    await engine.setUp();
    await engine.signIn();
    const { client } = engine;
    expect(code(await client.raw({ t: 'command', n: 901, name: 'person.forge', args: {} }, 901))).toBe('bridge/unknown-command');
    expect(code(await client.raw({ t: 'ask', n: 902, name: 'constructor', args: {} }, 902))).toBe('bridge/unknown-ask');
    expect(code(await client.raw({ t: 'watch', n: 903, name: 'drafts', args: { parent: '' } }, 903))).toBe('view');
    expect(code(await client.raw({ t: 'watch', n: 903, name: 'drafts', args: { parent: '' } }, 903))).toBe('bridge/number-in-use');
    expect(code(await client.raw({ t: 'unwatch', n: 903 }, 903))).toBe('ok');
  });

  it('answers a fault of its own with a refusal and logs where it happened, never what was said', async () => {
    const said: unknown[] = [];
    const logged: string[] = [];
    let tell: (message: unknown) => void = () => undefined;
    const port: Port = { post: (message) => said.push(message), onMessage: (listener) => (tell = listener), close() {} };
    servePort(port, {
      runCommand: async () => {
        throw new TypeError('the secret text of a decision');
      },
      ask: async () => ({ ok: true, value: () => 'functions cannot be sent' }),
      watches: () => null,
      bug: (where, error) => logged.push(`${where} ${String(error instanceof TypeError)}`),
    });
    tell({ t: 'command', n: 1, name: 'decision.record', args: {} });
    tell({ t: 'watch', n: 2, name: 'drafts', args: { parent: '' } });
    await new Promise((resolve) => setImmediate(resolve));
    expect(said.map((message) => code(message as FromEngine))).toEqual(['session/not-signed-in', 'engine/bug']);
    expect(logged).toEqual(['command decision.record true']);
  });
});
