import { z } from 'zod';
import { dayShape } from '#shared/base/shapes.ts';
import { type Day, dayOf } from '#shared/base/time.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { ROLE_NAMES } from '#shared/domain/appointment/role-names.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { gapTopic } from './gap-topics.ts';
import { governanceGaps, inOrderOfGravity, vacancies } from './governance-gaps.ts';
import { type MeetingDates, readMeetingDates } from './meeting-dates.ts';
import { heldOn, holdersOf, readOrganisation } from './organisation.ts';
import { readStrategicRecords, strategicGaps } from './strategic-gaps.ts';

/** What the organisation lacks as at a day, for the page and for print. What is judged by today's records is left out of a past day. */
export async function readGovernance(reading: Reading, actor: Actor, asAt: Day, today: Day) {
  const organisation = await readOrganisation(reading);
  const dates = new Map<string, MeetingDates>();
  for (const group of organisation.groups) dates.set(group.id, await readMeetingDates(reading, actor, group, asAt));
  const meetingsKnown = [...dates.values()].every((one) => one.known);
  const strategic = asAt < today ? [] : strategicGaps(organisation, await readStrategicRecords(reading), asAt, meetingsKnown);
  const gaps = inOrderOfGravity([...governanceGaps(organisation, dates, asAt), ...strategic]).map((gap) => ({
    ...gap,
    since: gap.since ?? ('' as const),
    topic: gapTopic(gap),
  }));
  const held = heldOn(organisation, asAt);
  const leads = organisation.force === null ? [] : holdersOf(organisation, held, organisation.force.id, 'chief-officer-lead');
  return {
    asAt,
    force: organisation.force?.body.name ?? '',
    forceId: organisation.force?.id ?? '',
    leads: leads.map((lead) => ({
      ...lead,
      responsibilities: held.find((one) => one.id === lead.appointmentId)?.body.responsibilities ?? [],
      since: held.find((one) => one.id === lead.appointmentId)?.body.from ?? '',
    })),
    gaps,
    red: gaps.filter((gap) => gap.severity === 'red').length,
    amber: gaps.filter((gap) => gap.severity === 'amber').length,
    /** False when some groups' meetings are not this person's to see, so that lateness cannot be judged for all. */
    meetingsKnown,
    /** False for a past day: capabilities, elements and priorities are only judged as they stand now. */
    strategyKnown: asAt >= today,
    roles: vacancies(organisation, asAt).map((row) => ({
      id: row.role,
      role: row.role,
      name: ROLE_NAMES[row.role],
      holders: row.holders,
    })),
  };
}

/** What the organisation lacks as at a day, each with its duty, its age and the record to open (duties 1-5, 8, 16, 17, 59, 61-70, 97, 98, 117-119, 123, 124). */
export const governanceQuery = defineQuery({
  name: 'governance',
  args: z.object({ asAt: dayShape }),
  read: ({ asAt }, { actor, reading, now }) => readGovernance(reading, actor, asAt, dayOf(now)),
});

/** How many hold each of the six roles today (duty 16). */
export const vacanciesQuery = defineQuery({
  name: 'vacancies',
  args: z.object({}),
  followsClock: true,
  read: async (_args, { reading, now }) => {
    const rows = vacancies(await readOrganisation(reading), dayOf(now));
    return {
      vacant: rows.filter((row) => row.holders === 0).length,
      rows: rows.map((row) => ({ id: row.role, role: row.role, name: ROLE_NAMES[row.role], holders: row.holders })),
    };
  },
});

export const governanceQueries = [governanceQuery, vacanciesQuery] as const;
