/** Milliseconds a piece of bulk work may take while people work: at sixteen, typing begins to stutter. */
const PIECE_MS = 7;
/** While nobody asks anything: larger pieces write each page less often. */
const QUIET_PIECE_MS = 40;
const QUIET_AFTER_MS = 1000;

let lastAsked = Number.NEGATIVE_INFINITY;

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

  /** A slow piece slows down at once, a quick one speeds up a little. */
  took(count: number, milliseconds: number): void {
    const piece = performance.now() - lastAsked < QUIET_AFTER_MS ? PIECE_MS : QUIET_PIECE_MS;
    const right = (count * piece) / Math.max(0.05, milliseconds);
    const next = right < this.#atOnce ? right : Math.min(right, this.#atOnce * 1.5);
    this.#atOnce = Math.min(this.#most, Math.max(this.#least, next));
  }
}

/** Lets everything that waits have its turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
