/** How often something that keeps failing may be started again before a person is asked. */
export interface RestartAllowance {
  /** True when one more start is allowed now; it is then counted. */
  take(nowMs: number): boolean;
  /** Forgets the starts counted so far, because a person said to try again. */
  renew(): void;
}

export function restartAllowance(starts: number, withinMs: number): RestartAllowance {
  let taken: number[] = [];
  return {
    take(nowMs) {
      taken = taken.filter((at) => nowMs - at < withinMs);
      if (taken.length >= starts) return false;
      taken.push(nowMs);
      return true;
    },
    renew() {
      taken = [];
    },
  };
}
