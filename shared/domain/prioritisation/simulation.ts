import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type IssueToScore, type MatrixToScore, type Quantity, quantitiesOf, scoreFrom, scoreOf } from './issue-score.ts';
import { isAbove } from './ranking.ts';

/** What many runs say of one issue: each run draws every figure between its low and high, most often near its likely. */
export interface SimulatedIssue {
  readonly id: string;
  /** Share of runs in which it was among the top, 0 to 1. */
  readonly topShare: number;
  /** In eight of ten runs its rank lay between these two, both included. */
  readonly rankFrom: number;
  readonly rankTo: number;
  /** The rank it had at least as good in half of the runs. */
  readonly rankMiddle: number;
}
export interface SimulationInput {
  readonly matrix: MatrixToScore;
  readonly issues: readonly IssueToScore[];
  readonly seed: number;
  readonly runs: number;
  readonly top: number;
}
/** A simulation under way. It is advanced in small pieces, so that typing never waits for it; the pieces do not change its figures. */
export interface Simulation {
  readonly runs: number;
  readonly done: number;
  advance(runs: number): void;
  /** Those fully scored, in the order they were handed in. */
  result(): readonly SimulatedIssue[];
}

/** A value of the triangular distribution from `low` to `high` with its peak at `likely`, for a chance from 0 up to but not 1. */
export function triangular(low: number, likely: number, high: number, chance: number): number {
  const width = high - low;
  if (!(width > 0)) return likely;
  const peak = (likely - low) / width;
  return chance < peak ? low + Math.sqrt(chance * width * (likely - low)) : high - Math.sqrt((1 - chance) * width * (high - likely));
}

/** A 32-bit number from a text (FNV-1a), so that each figure of each issue draws from a stream of its own. */
export function streamSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash | 0;
}

interface Drawn {
  readonly id: string;
  readonly quantities: readonly Quantity[];
  readonly values: Float64Array;
  readonly streams: readonly (ReturnType<typeof xoroshiro128plus> | null)[];
  /** How often each rank came, from 1. */
  readonly ranks: Uint32Array;
}

/**
 * Begins a simulation. Each figure of each issue has its own stream of chances, seeded by the seed, the issue and the figure: the same seed gives the
 * same figures to everybody, in whatever order the issues stand, and changing one figure leaves the draws of all others as they were.
 */
export function beginSimulation({ matrix, issues, seed, runs, top }: SimulationInput): Simulation {
  const whole = issues.filter((issue) => scoreOf(matrix, issue).score !== null);
  const drawn: readonly Drawn[] = whole.map((issue) => {
    const quantities = quantitiesOf(matrix, issue);
    return {
      id: issue.id,
      quantities,
      values: Float64Array.from(quantities, (quantity) => quantity.likely),
      streams: quantities.map((quantity) =>
        quantity.high > quantity.low ? xoroshiro128plus(streamSeed(`${seed}/${issue.id}/${quantity.key}`)) : null,
      ),
      ranks: new Uint32Array(whole.length + 1),
    };
  });
  const scores = new Float64Array(drawn.length);
  const order = drawn.map((_one, index) => index);
  let done = 0;
  const once = (): void => {
    for (const [place, one] of drawn.entries()) {
      for (let index = 0; index < one.streams.length; index += 1) {
        const stream = one.streams[index];
        const quantity = one.quantities[index];
        if (stream === null || stream === undefined || quantity === undefined) continue;
        one.values[index] = triangular(quantity.low, quantity.likely, quantity.high, (stream.next() >>> 0) / 0x1_0000_0000);
      }
      scores[place] = scoreFrom(matrix.model, one.quantities, one.values);
    }
    order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    let rank = 1;
    for (const [place, index] of order.entries()) {
      const above = order[place - 1];
      if (above !== undefined && isAbove(scores[above] ?? 0, scores[index] ?? 0)) rank = place + 1;
      const ranks = drawn[index]?.ranks;
      if (ranks !== undefined) ranks[rank] = (ranks[rank] ?? 0) + 1;
    }
  };
  return {
    runs,
    get done() {
      return done;
    },
    advance(count) {
      const until = Math.min(runs, done + count);
      for (; done < until; done += 1) once();
    },
    result: () => drawn.map(({ id, ranks }) => summary(id, ranks, done, top)),
  };
}

function summary(id: string, ranks: Uint32Array, done: number, top: number): SimulatedIssue {
  let among = 0;
  for (let rank = 1; rank <= top && rank < ranks.length; rank += 1) among += ranks[rank] ?? 0;
  const at = (share: number): number => {
    let seen = 0;
    for (let rank = 1; rank < ranks.length; rank += 1) {
      seen += ranks[rank] ?? 0;
      if (seen >= share * done) return rank;
    }
    return Math.max(1, ranks.length - 1);
  };
  return { id, topShare: done === 0 ? 0 : among / done, rankFrom: at(0.1), rankMiddle: at(0.5), rankTo: at(0.9) };
}

/** The whole simulation at once, for a document and for tests. */
export function simulate(input: SimulationInput): readonly SimulatedIssue[] {
  const simulation = beginSimulation(input);
  simulation.advance(input.runs);
  return simulation.result();
}
