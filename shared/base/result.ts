/** An expected "no": data that crosses every border unchanged. `duties` are row numbers of the duty register. */
export interface Refusal {
  /** `noun/why-not`, a readable clause, never reused for another meaning. */
  readonly code: string;
  readonly duties: readonly number[];
  /** What cannot be done and why, as a sentence for people. */
  readonly message: string;
  /** What would make it possible, as a sentence for people; empty when nothing would. */
  readonly remedy: string;
  /** The argument the refusal is about, as a dotted path; empty when it is about the whole. */
  readonly field: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly [Refusal, ...Refusal[]] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps one or more refusals; throws when given none, because a "no" without a reason is a bug. */
export function refused(...refusals: readonly Refusal[]): { readonly ok: false; readonly refusals: readonly [Refusal, ...Refusal[]] } {
  const [first, ...rest] = refusals;
  if (first === undefined) throw new Error('refused() needs at least one refusal');
  return { ok: false, refusals: [first, ...rest] };
}
