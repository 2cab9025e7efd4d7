import { expect, test } from 'vitest';
import { ok, refused, type Refusal, type Result } from '#shared/base/result.ts';
import { type ToEngine, toEngineShape } from '#shared/contracts/bridge/messages.ts';
import { createBridge } from './bridge.ts';
import { CANCELLED, sendFile } from './send-file.ts';

const PIECE = 4;
const NO: Refusal = { code: 'file/out-of-order', duties: [], message: 'No.', remedy: '', field: '' };

interface Sent {
  readonly name: string;
  readonly number: number;
  readonly text: string;
}

/** The engine's end of the line: answers each ask as `answer` says, and remembers what it was handed and how much was unanswered at once. */
async function engine(answer: (asked: Sent) => Promise<Result<null>>) {
  const { port1, port2 } = new MessageChannel();
  const bridge = createBridge();
  bridge.attach(port1);
  const sent: Sent[] = [];
  let waiting = 0;
  let most = 0;
  port2.onmessage = (event: MessageEvent<unknown>) => {
    const message: ToEngine = toEngineShape.parse(event.data);
    if (message.t === 'hello') return port2.postMessage({ t: 'answer', n: message.n, result: ok(null) });
    if (message.t !== 'ask') return undefined;
    const args = message.args as { number?: number; bytes?: Uint8Array };
    const asked = { name: message.name, number: args.number ?? -1, text: new TextDecoder().decode(args.bytes ?? new Uint8Array()) };
    sent.push(asked);
    waiting += 1;
    most = Math.max(most, waiting);
    return void answer(asked).then((result) => {
      waiting -= 1;
      port2.postMessage({ t: 'answer', n: message.n, result });
    });
  };
  await bridge.ask('session.touch', {});
  sent.length = 0;
  return { bridge, sent, most: () => most };
}

const file = (text: string): Blob => new Blob([text]);
const about = { uploadId: 'u', pieceBytes: PIECE, onStored: () => undefined, signal: new AbortController().signal };

test('a file goes piece by piece in order, never more than three unanswered, and says how much is stored', async () => {
  const { bridge, sent, most } = await engine(async () => ok(null));
  const stored: number[] = [];
  const text = 'a file of twenty-six bytes';
  expect(await sendFile(bridge, { ...about, file: file(text), onStored: (bytes) => stored.push(bytes) })).toEqual(ok(null));
  expect(sent.map((one) => one.number)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(sent.map((one) => one.text).join('')).toBe(text);
  expect(stored).toEqual([4, 8, 12, 16, 20, 24, 26]);
  expect(most()).toBeLessThanOrEqual(3);
});

test('a refused piece ends it with the refusal, and the engine is told to keep nothing', async () => {
  const { bridge, sent } = await engine(async ({ number }) => (number === 1 ? refused(NO) : ok(null)));
  expect(await sendFile(bridge, { ...about, file: file('x'.repeat(100)) })).toEqual(refused(NO));
  expect(sent.at(-1)?.name).toBe('file.abandon');
  expect(sent.length).toBeLessThan(8);
});

test('cancelled half way it stops, and the engine is told to keep nothing', async () => {
  const wanted = new AbortController();
  const { bridge, sent } = await engine(async ({ number }) => {
    if (number === 5) wanted.abort();
    return ok(null);
  });
  expect(await sendFile(bridge, { ...about, file: file('x'.repeat(400)), signal: wanted.signal })).toBe(CANCELLED);
  expect(sent.at(-1)?.name).toBe('file.abandon');
  expect(sent.length).toBeLessThan(12);
});

test('a file that can no longer be read is given up in words', async () => {
  const { bridge, sent } = await engine(async () => ok(null));
  const gone = { size: 100, slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) };
  const result = await sendFile(bridge, { ...about, file: gone as unknown as Blob });
  expect(result).toMatchObject({ ok: false, refusals: [{ code: 'file/unreadable' }] });
  expect(sent.map((one) => one.name)).toEqual(['file.abandon']);
});
