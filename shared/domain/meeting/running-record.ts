import type { Reading } from '#shared/domain/kit/reading.ts';

/** How many records of one kind one unit of work may add to a meeting. */
const LONGEST_UNIT = 8;

/** The next place in the running record of a meeting, counted over entries, decisions and actions together. */
export async function nextEntry(reading: Reading, meetingId: string): Promise<number> {
  const tail = await tailOf(reading, meetingId);
  return Math.max(0, ...tail) + 1;
}

/** The next number of a decision or an action in a meeting. */
export async function nextNumber(reading: Reading, kind: 'decision' | 'action', meetingId: string): Promise<number> {
  const [last] = await reading.many(kind, { parent: meetingId }, { by: 'number', direction: 'down', limit: 1 });
  return (last?.number ?? 0) + 1;
}

/**
 * Whether a record just added stands where it must: from its place to the end every place is taken exactly once,
 * and the end is how many there are. With nothing ever erased or renumbered, that makes the whole 1, 2, 3, ... without gaps.
 */
export async function standsInRunningRecord(reading: Reading, meetingId: string, entry: number): Promise<boolean> {
  const where = { parent: meetingId };
  const counts = await Promise.all([
    reading.count('decision', where),
    reading.count('minute-entry', where),
    reading.count('action', where),
  ]);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return isTail(await tailOf(reading, meetingId), entry, total);
}

/** As `standsInRunningRecord`, for the number a decision or action has among its own kind in the meeting. */
export async function standsInNumberSeries(
  reading: Reading,
  kind: 'decision' | 'action',
  meetingId: string,
  number: number,
): Promise<boolean> {
  const where = { parent: meetingId };
  const total = await reading.count(kind, where);
  const tail = await reading.many(kind, where, { by: 'number', direction: 'down', limit: LONGEST_UNIT });
  return isTail(
    tail.map((record) => record.number),
    number,
    total,
  );
}

async function tailOf(reading: Reading, meetingId: string): Promise<number[]> {
  const where = { parent: meetingId };
  const last = { by: 'number', direction: 'down', limit: LONGEST_UNIT } as const;
  const [decisions, entries, actions] = await Promise.all([
    reading.many('decision', where, last),
    reading.many('minute-entry', where, last),
    reading.many('action', where, last),
  ]);
  return [...decisions, ...entries, ...actions].map((record) => record.body.entry);
}

function isTail(places: readonly number[], from: number, total: number): boolean {
  const taken = places.filter((place) => place >= from).sort((a, b) => a - b);
  return from >= 1 && taken.length === total - from + 1 && taken.every((place, index) => place === from + index);
}
