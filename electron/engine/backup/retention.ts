import { addDays, type Day, dayOf, type Instant } from '#shared/base/time.ts';

/** How many backups are kept: the newest of each of so many days, weeks and months that have any. */
export interface Keeping {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

export interface Kept {
  readonly id: string;
  readonly madeAt: Instant;
  /** Proved when it was made and not found wanting since. */
  readonly sound: boolean;
}

/**
 * Which backups may be removed. One that is not sound never stands for its day, and goes only once a sound newer one is there.
 * The newest sound one is never among them, whatever the numbers say; without a sound one nothing is removed.
 */
export function toRemove(backups: readonly Kept[], keeping: Keeping): readonly string[] {
  const newestFirst = [...backups].sort((a, b) => compare(b.madeAt, a.madeAt) || compare(b.id, a.id));
  const sound = newestFirst.filter((one) => one.sound);
  const [newest] = sound;
  if (newest === undefined) return [];
  const keep = new Set([
    newest.id,
    ...newestOfEach(sound, dayOf, keeping.daily),
    ...newestOfEach(sound, (at) => mondayOf(dayOf(at)), keeping.weekly),
    ...newestOfEach(sound, (at) => dayOf(at).slice(0, 7), keeping.monthly),
  ]);
  return newestFirst.filter((one) => !keep.has(one.id) && one.madeAt < newest.madeAt).map((one) => one.id);
}

function newestOfEach(newestFirst: readonly Kept[], spanOf: (at: Instant) => string, spans: number): readonly string[] {
  const found = new Map<string, string>();
  for (const { id, madeAt } of newestFirst) {
    const span = spanOf(madeAt);
    if (found.has(span)) continue;
    if (found.size >= spans) break;
    found.set(span, id);
  }
  return [...found.values()];
}

/** The Monday of the week a day is in. */
function mondayOf(on: Day): Day {
  const weekday = new Date(`${on}T00:00:00.000Z`).getUTCDay();
  return addDays(on, -((weekday + 6) % 7));
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
