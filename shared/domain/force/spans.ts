import type { Day } from '#shared/base/time.ts';

/** How something was configured from a day until the next span begins. */
export interface Span {
  readonly from: string;
}

/** The span in force on a day: the last that began on or before it; null before the first (duty 7). */
export function spanOn<One extends Span>(spans: readonly One[], on: Day): One | null {
  return spans.findLast((span) => span.from <= on) ?? null;
}

/** The span that was declared last, whether or not its day has come. */
export function lastSpan<One extends Span>(spans: readonly One[]): One {
  const last = spans.at(-1);
  if (last === undefined) throw new Error('there is always at least one span');
  return last;
}

/** The same spans with one more in its place by day; a span of the same day is replaced. */
export function withSpan<One extends Span>(spans: readonly One[], added: One): One[] {
  return [...spans.filter((span) => span.from !== added.from), added].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Whether spans are in order of their first day with no day twice. */
export function areInOrder(spans: readonly Span[]): boolean {
  return spans.every((span, index) => index === 0 || (spans[index - 1]?.from ?? '') < span.from);
}

/** The spans that began before `today` and are missing or different in `after`: history that would be rewritten (duty 7). */
export function rewrittenSpans<One extends Span>(before: readonly One[], after: readonly One[], today: Day): readonly One[] {
  return before.filter((span) => span.from < today && !after.some((kept) => JSON.stringify(kept) === JSON.stringify(span)));
}
