/** Milliseconds a piece of bulk work may take before what people do gets its turn; sixteen is when typing begins to stutter. */
const PIECE_MS = 7;

/** How much to do at once so that a piece takes about `PIECE_MS`, learnt from how long the pieces before it took. */
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
    const right = (count * PIECE_MS) / Math.max(0.05, milliseconds);
    const next = right < this.#atOnce ? right : Math.min(right, this.#atOnce * 1.3);
    this.#atOnce = Math.min(this.#most, Math.max(this.#least, next));
  }
}

/** Lets everything that waits have its turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
