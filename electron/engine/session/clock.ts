import { type Instant, instantFromMs } from '#shared/base/time.ts';

/** The engine's only source of time; tests hand in one they move by hand. */
export interface Clock {
  now(): Instant;
  /** Calls back every so many milliseconds; returns how to stop. */
  every(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => instantFromMs(Date.now()),
  every(milliseconds, callback) {
    const timer = setInterval(callback, milliseconds);
    return () => clearInterval(timer);
  },
};
