import { type Instant, instant, instantFromMs } from '#shared/base/time.ts';
import type { Clock } from '#electron/engine/session/clock.ts';

export interface TestClock extends Clock {
  /** Moves time on and calls whoever asked to be called on the way, in order. */
  advance(span: { readonly days?: number; readonly hours?: number; readonly minutes?: number; readonly seconds?: number }): void;
  set(at: string): void;
}

/** Time that stands still until a test moves it. Starts on a Tuesday at five past two. */
export function testClock(start = '2026-11-24T14:05:00.000Z'): TestClock {
  let now = Date.parse(instant(start));
  const callers = new Set<{ readonly every: number; readonly callback: () => void; due: number }>();
  const moveTo = (target: number): void => {
    for (;;) {
      const next = [...callers].filter((caller) => caller.due <= target).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      now = Math.max(now, next.due);
      next.due += next.every;
      next.callback();
    }
    now = target;
  };
  return {
    now: (): Instant => instantFromMs(now),
    every(milliseconds, callback) {
      const caller = { every: milliseconds, callback, due: now + milliseconds };
      callers.add(caller);
      return () => callers.delete(caller);
    },
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      moveTo(now + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
    },
    set(at) {
      moveTo(Date.parse(instant(at)));
    },
  };
}
