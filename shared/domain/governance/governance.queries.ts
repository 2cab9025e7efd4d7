import { z } from 'zod';
import { dayShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { ROLE_NAMES } from '#shared/domain/appointment/role-names.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import { governanceGaps, vacancies } from './governance-gaps.ts';
import { type MeetingDates, readMeetingDates } from './meeting-dates.ts';
import { heldOn, holdersOf, readOrganisation } from './organisation.ts';

/** What the organisation lacks as at a day, each with its duty and the record to open (duties 1-3, 8, 16, 61-68, 117-119, 124). */
export const governanceQuery = defineQuery({
  name: 'governance',
  args: z.object({ asAt: dayShape }),
  read: async ({ asAt }, { actor, reading }) => {
    const organisation = await readOrganisation(reading);
    const dates = new Map<string, MeetingDates>();
    for (const group of organisation.groups) dates.set(group.id, await readMeetingDates(reading, actor, group, asAt));
    const gaps = governanceGaps(organisation, dates, asAt);
    const held = heldOn(organisation, asAt);
    const leads = organisation.force === null ? [] : holdersOf(organisation, held, organisation.force.id, 'chief-officer-lead');
    return {
      asAt,
      leads: leads.map((lead) => ({
        ...lead,
        responsibilities: held.find((one) => one.id === lead.appointmentId)?.body.responsibilities ?? [],
        since: held.find((one) => one.id === lead.appointmentId)?.body.from ?? '',
      })),
      gaps,
      red: gaps.filter((gap) => gap.severity === 'red').length,
      amber: gaps.filter((gap) => gap.severity === 'amber').length,
      /** False when some groups' meetings are not this person's to see, so that lateness cannot be judged for all. */
      meetingsKnown: [...dates.values()].every((one) => one.known),
      roles: vacancies(organisation, asAt).map((row) => ({
        id: row.role,
        role: row.role,
        name: ROLE_NAMES[row.role],
        holders: row.holders,
      })),
    };
  },
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
