import { assertNever } from '#shared/base/assert-never.ts';
import { addDays, addMonths, type Day } from '#shared/base/time.ts';
import type { TcPolicyBody } from './tc-policy.schema.ts';

type Frequency = Pick<TcPolicyBody, 'every' | 'unit' | 'from' | 'interimBeyondMonths'>;

/** The day the next meeting is due by policy: one interval after the last one held, or after the policy's first day when none was since (duties 63, 117). */
export function nextMeetingDue(policy: Frequency, lastHeldOn: Day | ''): Day {
  const since = lastHeldOn === '' || lastHeldOn < policy.from ? policy.from : lastHeldOn;
  return after(policy, since);
}

/** The days on which interim reviews are proposed before the next meeting, when meetings are further apart than the policy's limit (duty 65). */
export function interimReviewsProposed(policy: Frequency, lastHeldOn: Day | ''): readonly Day[] {
  const since = lastHeldOn === '' || lastHeldOn < policy.from ? policy.from : lastHeldOn;
  const due = after(policy, since);
  const days: Day[] = [];
  for (let months = policy.interimBeyondMonths; addMonths(since, months) < due; months += policy.interimBeyondMonths)
    days.push(addMonths(since, months));
  return days;
}

/** `every 2 weeks`, `every month`: the frequency in words. */
export function frequencyInWords({ every, unit }: Pick<Frequency, 'every' | 'unit'>): string {
  return every === 1 ? `every ${unit}` : `every ${every} ${unit}s`;
}

function after({ every, unit }: Frequency, since: Day): Day {
  switch (unit) {
    case 'day':
      return addDays(since, every);
    case 'week':
      return addDays(since, every * 7);
    case 'month':
      return addMonths(since, every);
    default:
      return assertNever(unit);
  }
}
