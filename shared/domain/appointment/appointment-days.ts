import type { Day } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';

interface Days {
  readonly from: string;
  readonly to: string;
}

/** The appointments that count on a day: first and last day included (duty 7: "as at"). */
export function appointmentsOn<One extends { readonly body: Days }>(appointments: readonly One[], on: Day): readonly One[] {
  return appointments.filter((appointment) => countsOn(appointment.body, on));
}

/** Whether two spans of days share at least one day. */
export function shareADay(a: Days, b: Days): boolean {
  return (b.to === '' || a.from <= b.to) && (a.to === '' || b.from <= a.to);
}

/** Whether any of it lies today or later. */
export function isLiveOrComing(days: Days, today: Day): boolean {
  return days.to === '' || days.to >= today;
}

/** Whether on some day from `today` on nobody would be administrator for good: every administrator's appointment or service ends. */
export function administratorsRunOut(
  appointments: readonly RecordOf<'appointment'>[],
  people: ReadonlyMap<string, RecordOf<'person'>>,
): boolean {
  return !appointments.some(
    ({ body }) =>
      body.role === 'administrator' && body.scopeType === 'force' && body.to === '' && people.get(body.personId)?.body.to === '',
  );
}
