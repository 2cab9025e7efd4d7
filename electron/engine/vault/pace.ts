/** Milliseconds a piece of bulk work may take while people work: at sixteen, typing begins to stutter. */
const PIECE_MS = 9;
/** While nobody asks anything: larger pieces write each page less often. */
const QUIET_PIECE_MS = 40;
const QUIET_AFTER_MS = 1000;

let lastAsked = Number.NEGATIVE_INFINITY;

/** Whether bulk work must go on in small pieces. */
export function isSomebodyWaiting(): boolean {
  return performance.now() - lastAsked < QUIET_AFTER_MS;
}

/** Somebody looks something up or writes: bulk work goes on in small pieces for a while. */
export function somebodyWaits(): void {
  lastAsked = performance.now();
}

/** How much to do at once so that a piece takes as long as it may, learnt from how long the pieces before it took. */
export class Pace {
  #atOnce: number;
  readonly #least: number;
  readonly #most: number;

  /** Below `least`, what every piece costs by itself would be most of the work. */
  constructor(first: number, least: number, most: number) {
    this.#atOnce = first;
    this.#least = least;
    this.#most = most;
  }

  get atOnce(): number {
    return Math.floor(this.#atOnce);
  }

  /** Does a piece and learns from it. While other programs have the processor, the clock says little about how much was asked of it. */
  timed<Result>(count: number, work: () => Result): Result {
    const start = performance.now();
    const before = process.cpuUsage();
    const result = work();
    const used = process.cpuUsage(before);
    this.took(count, Math.max((used.user + used.system) / 1000, (performance.now() - start) / 2));
    return result;
  }

  /** A slow piece slows down at once, a quick one speeds up a little. */
  took(count: number, milliseconds: number): void {
    const piece = isSomebodyWaiting() ? PIECE_MS : QUIET_PIECE_MS;
    const right = (count * piece) / Math.max(0.05, milliseconds);
    const next = right < this.#atOnce ? right : Math.min(right, this.#atOnce * 1.5);
    this.#atOnce = Math.min(this.#most, Math.max(this.#least, next));
  }
}

const waiting: (() => void)[] = [];

/**
 * Lets everything that waits have its turn. Of all bulk work only one piece is done between two looks at what people ask: a few at once
 * would be one long pause.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(nextTurn);
  });
}

let isSpent = false;

/** A turn only when a piece of bulk work was done in this one already. */
export async function turnWhenSpent(): Promise<void> {
  if (isSpent) await turn();
}

/** Says that this turn has had its piece of bulk work. */
export function spendTurn(): void {
  if (isSpent) return;
  isSpent = true;
  setImmediate(() => {
    isSpent = false;
  });
}

function nextTurn(): void {
  const one = waiting.shift();
  if (waiting.length > 0) setImmediate(nextTurn);
  one?.();
}
