// Started by files.ts as a process of its own: the whole engine, as it runs behind a window, saying how much memory it took and how long it paused.
import '#electron/engine/node-globals.ts';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ID_LENGTH, idFromRandom } from '#shared/base/shapes.ts';
import { findCommand, findNoun, findQuery } from '#shared/domain/registry.ts';
import { createEngine } from '#electron/engine/create-engine.ts';
import { systemClock } from '#electron/engine/session/clock.ts';
import { FAST_COST } from '#electron/engine/vault/header.ts';
import { beginWhole } from '#electron/os/write-whole.ts';

const [folder = '', saves = ''] = process.argv.slice(2);
const pauses = monitorEventLoopDelay({ resolution: 1 });
let memory = 0;
const memoryNow = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
/** What the engine's thread worked between two looks a millisecond apart: other programs of the machine do not show in it. */
let longestWork = 0;
let workedBefore = process.threadCpuUsage();
setInterval(() => {
  const worked = process.threadCpuUsage();
  longestWork = Math.max(longestWork, (worked.user - workedBefore.user + worked.system - workedBefore.system) / 1000);
  workedBefore = worked;
}, 1).unref();
setInterval(() => {
  memory = Math.max(memory, memoryNow());
}, 20).unref();

const nobody = (): Promise<never> => Promise.reject(new Error('no window'));
const engine = createEngine({
  folder,
  clock: systemClock,
  newId: () => idFromRandom(randomBytes(ID_LENGTH)),
  cost: FAST_COST,
  findCommand,
  findQuery,
  findNoun,
  os: {
    print: nobody,
    save: nobody,
    chooseFolder: nobody,
    async saveInPieces(name) {
      const path = join(saves, name);
      const file = await beginWhole(path);
      return {
        write: (bytes) => file.write(bytes),
        async finish() {
          await file.finish();
          return { path };
        },
        abandon: () => file.abandon(),
      };
    },
    opened() {},
    locked() {},
  },
  documents: {},
  sample: null,
  version: 'bench',
  bug: (where, error) => process.stderr.write(`${where} ${String(error)}\n`),
});

engine.serve({
  post: (message) => process.send?.(message),
  onMessage(listener) {
    process.on('message', (message: { readonly t?: string; readonly measure?: 'begin' | 'end' }) => {
      if (message.measure === undefined) return listener(message);
      if (message.measure === 'begin') {
        memory = memoryNow();
        longestWork = 0;
        pauses.reset();
        pauses.enable();
        process.send?.({ measured: { before: memory } });
      } else {
        pauses.disable();
        process.send?.({
          measured: { memory, longestWork, longest: pauses.max / 1e6, p99: pauses.percentile(99) / 1e6, over16: countOver(16) },
        });
      }
    });
  },
  close: () => undefined,
});

process.on('disconnect', () => process.exit(0));

/** The share of pauses longer than this, as a percentage. */
function countOver(milliseconds: number): number {
  for (let part = 100; part > 0; part -= 0.05) if (pauses.percentile(part) / 1e6 <= milliseconds) return 100 - part;
  return 100;
}
