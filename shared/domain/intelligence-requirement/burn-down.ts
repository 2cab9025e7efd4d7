import { type Day, dayOf } from '#shared/base/time.ts';

/** One question as it stood from a moment on. */
export interface QuestionMoment {
  readonly at: string;
  readonly state: string;
}

/** How many questions were open at the end of a day. Open is unanswered and partly answered together. */
export interface BurnDownPoint {
  readonly on: Day;
  readonly unanswered: number;
  readonly partly: number;
  readonly answered: number;
  readonly withdrawn: number;
}

/**
 * How the questions of a requirement in force were answered over time: one point for the first day, for today and for each day on which anything changed.
 * Each history is one question's versions in any order; a version from before `from` counts from the first day on.
 */
export function burnDownOf(histories: readonly (readonly QuestionMoment[])[], from: Day, today: Day): readonly BurnDownPoint[] {
  const ordered = histories.map((history) => [...history].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)));
  const days = new Set<Day>([from, today]);
  for (const history of ordered) {
    for (const { at } of history) {
      const on = dayOf(at as never);
      if (on > from && on < today) days.add(on);
    }
  }
  return [...days].sort().map((on) => {
    const count = { unanswered: 0, partly: 0, answered: 0, withdrawn: 0 };
    for (const history of ordered) {
      const state = history.findLast(({ at }) => dayOf(at as never) <= on)?.state;
      if (state !== undefined && Object.hasOwn(count, state)) count[state as keyof typeof count] += 1;
    }
    return { on, ...count };
  });
}
