import type { Refusal } from '#shared/base/result.ts';
import { type Day, dayOf } from '#shared/base/time.ts';
import { type Actor, holdsRole } from '#shared/domain/access/access.ts';
import { theForce } from '#shared/domain/force/force.rules.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { type Step, defineNoun } from '#shared/domain/kit/noun.ts';
import { RUNNING_ROLES } from '#shared/domain/meeting/meeting.policy.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { planningDateBook } from './planning-date-refusals.ts';
import { PLANNING_DATE_STATES, type PlanningDateBody, planningDateBody } from './planning-date.schema.ts';

/** Who keeps dates of the calendar: those who run a group, analysts, the director, the lead and administrators; never a partner. */
export function mayPlanDates(actor: Actor): Refusal | null {
  return !actor.partner &&
    holdsRole(actor, ...RUNNING_ROLES, 'principal-analyst', 'analyst', 'director-of-intelligence', 'chief-officer-lead', 'administrator')
    ? null
    : planningDateBook.say('planning-date/not-yours-to-plan');
}

/** The words a kind of date goes by, also where its title may not stand. */
export const PLANNING_DATE_WORDS: Readonly<Record<PlanningDateBody['dateType'], string>> = {
  'budget-cycle': 'Budget cycle',
  'assessment-due': 'Assessment due',
  'business-plan': 'Business plan',
  'performance-review': 'Performance review',
  other: 'Other date',
};

/** The last day of a date that may take several. */
export function lastDayOf({ on, until }: Pick<PlanningDateBody, 'on' | 'until'>): Day {
  return until === '' ? on : until;
}

async function checkPlanningDate({
  before,
  after,
  actor,
  now,
  reading,
}: Step<'planning-date', PlanningDateBody>): Promise<readonly Refusal[]> {
  if (after === null) return [planningDateBook.say('planning-date/kept')];
  const notYours = mayPlanDates(actor);
  if (notYours !== null) return [notYours];
  if (before?.state === 'cancelled') return [planningDateBook.say('planning-date/cancelled')];
  const { body } = after;
  if (after.state === 'cancelled') {
    if (before === null) return [planningDateBook.say('planning-date/begins-planned')];
    if (!same({ ...before.body, cancelledBecause: body.cancelledBecause }, body))
      return [planningDateBook.say('planning-date/cancelled-as-it-stood')];
    return body.cancelledBecause.trim() === '' ? [planningDateBook.say('planning-date/cancelled-without-reason', { field: 'reason' })] : [];
  }
  const refusals: Refusal[] = [];
  if (body.cancelledBecause !== '') refusals.push(planningDateBook.say('planning-date/begins-planned'));
  if (body.until !== '' && body.until < body.on)
    refusals.push(planningDateBook.say('planning-date/ends-before-it-starts', { field: 'until' }));
  else if (lastDayOf(body) < dayOf(now)) refusals.push(planningDateBook.say('planning-date/over-already', { field: 'on' }));
  if (body.groupId !== '' && (await reading.one('group', body.groupId)) === null)
    refusals.push(planningDateBook.say('planning-date/group-unknown', { field: 'groupId' }));
  if (after.scope !== (await theForce(reading))?.id || after.dueAt !== body.on || after.parent !== body.groupId)
    refusals.push(planningDateBook.say('planning-date/filed-wrongly'));
  return refusals;
}

/** A day of the planning calendar that no meeting or policy gives by itself, such as those of the budget cycle (duty 57). */
export const planningDate = defineNoun<'planning-date', PlanningDateBody>({
  kind: 'planning-date',
  shape: 1,
  body: planningDateBody,
  states: PLANNING_DATE_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: checkPlanningDate,
  searchText: ({ body }) => ({
    title: `${PLANNING_DATE_WORDS[body.dateType]}: ${body.title}`,
    text: `${body.note} ${body.cancelledBecause}`,
  }),
});
