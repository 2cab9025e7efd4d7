import { type Day, type Instant, addDays, daysBetween, instant } from '#shared/base/time.ts';
import type { HeldMeeting, MeetingToHold } from './hold-meeting.ts';
import type { Teller } from './teller.ts';
import type { ActionStep } from './work-actions.ts';

const PLAN_DAYS = 42;
const REVIEW_AFTER_DAYS = 21;
const RESULTS = [
  'Offences fell from 23 to 11 in the six weeks, inside the expected range; the neighbouring beats showed no rise.',
  'The measure was met in four of six weeks. Two officers were abstracted for a fortnight.',
  'Referrals rose as intended; it is too early to say whether harm fell.',
] as const;
const REVIEWS = [
  'On course. Visits and patrols are taking place as planned.',
  'Still meeting the objective; hours for the second half confirmed.',
  'Partner action is a week late; the objective stands.',
] as const;

const at = (on: Day, hour: number): Instant => instant(`${on}T${String(hour).padStart(2, '0')}:40:00.000Z`);

/** Makes a delivery plan from the first decision of a tactical meeting, has the chair approve it, and says how it is reviewed and closed later (duties 55, 56, 128, 136, 137, 142). */
export async function makePlan(
  teller: Teller,
  held: HeldMeeting,
  asked: MeetingToHold,
  unitId: string,
  today: Day,
): Promise<readonly ActionStep[]> {
  const [first] = asked.matters;
  const [decisionId] = held.decisionIds;
  if (first === undefined || decisionId === undefined) return [];
  const { matter, decision } = first;
  const closedAt = (await teller.world.reading.one('meeting', held.meetingId))?.body.closedAt ?? '';
  const startsOn = addDays(held.on, 2);
  const endsOn = addDays(startsOn, PLAN_DAYS);
  const priorityId = asked.priorities.get(matter.priority) ?? '';
  const ownerId = asked.who('deputy');
  const { planId } = await teller.tell(held.group.secretary, instant(closedAt), 'delivery-plan.create', {
    decisionId,
    title: matter.title,
    objective: decision.text,
    priorityId,
    outsideStrategyReason: priorityId === '' ? 'Cross-border series of strong local concern, worked within existing hours.' : '',
    tactics: decision.actions.map(({ text, strand }) => ({ text, strand })),
    resources: [{ unitId, what: 'Constables on tasked duty', hours: 120 + teller.pick(8) * 20, from: startsOn, to: endsOn }],
    measures: [{ name: 'Recorded offences in the area of the plan, per six weeks', baseline: '23', target: 'At most 16' }],
    startsOn,
    endsOn,
    reviewOn: addDays(startsOn, REVIEW_AFTER_DAYS),
    ownerId,
  });
  await teller.tell(held.group.chair, at(addDays(held.on, 1), 9), 'delivery-plan.approve', { planId });
  const steps: ActionStep[] = [];
  const later = (on: Day, take: ActionStep['take']): void => {
    if (daysBetween(on, today) > 0) steps.push({ on, take });
  };
  const reviewOn = addDays(startsOn, REVIEW_AFTER_DAYS);
  later(reviewOn, () =>
    teller.tell(ownerId, at(reviewOn, 14), 'delivery-plan.review', {
      planId,
      outcome: 'continue',
      text: teller.oneOf(REVIEWS),
      reviewOn: endsOn,
    }),
  );
  const closeOn = addDays(endsOn, 3);
  later(closeOn, () =>
    teller.tell(held.group.chair, at(closeOn, 16), 'delivery-plan.close', {
      planId,
      result: teller.oneOf(RESULTS),
      measureResults: [String(9 + teller.pick(10))],
    }),
  );
  return steps;
}
