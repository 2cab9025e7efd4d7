import { z } from 'zod';
import { dayShape, idShape } from '#shared/base/shapes.ts';
import { type Day, daysBetween } from '#shared/base/time.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { isLiveOrComing } from '#shared/domain/appointment/appointment-days.ts';
import { groupGaps } from '#shared/domain/governance/group-gaps.ts';
import { type MeetingDates, readMeetingDates } from '#shared/domain/governance/meeting-dates.ts';
import { heldOn, holdersOf, type Organisation, placeName, readOrganisation } from '#shared/domain/governance/organisation.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { frequencyInWords, nextMeetingDue } from '#shared/domain/tc-policy/meeting-due.ts';
import { policyOn } from '#shared/domain/tc-policy/tc-policy.rules.ts';
import { groupBook } from './group.rules.ts';

/** What is said of when a group meets, both in the list and on its page (duties 57, 63, 117). */
function rhythm(organisation: Organisation, group: RecordOf<'group'>, dates: MeetingDates, on: Day) {
  const policy = policyOn(
    organisation.policies.filter((one) => one.body.groupId === group.id),
    on,
  );
  const due = policy === null || !dates.known ? '' : nextMeetingDue(policy.body, dates.lastHeldOn);
  return {
    frequency: policy === null ? '' : frequencyInWords(policy.body),
    meetingsKnown: dates.known,
    lastHeldOn: dates.lastHeldOn,
    nextDueOn: due,
    nextPlannedOn: dates.nextPlannedOn,
    daysOverdue: due === '' ? 0 : Math.max(0, daysBetween(due, on)),
  };
}

/** Every group as at a day, with its officers, frequency and next meeting (duties 50, 57, 63, 117). */
export const groupsQuery = defineQuery({
  name: 'groups',
  args: z.object({ asAt: dayShape }),
  read: async ({ asAt }, { actor, reading }) => {
    const organisation = await readOrganisation(reading);
    const held = heldOn(organisation, asAt);
    const rows = await Promise.all(
      organisation.groups.map(async (group) => {
        const dates = await readMeetingDates(reading, actor, group, asAt);
        const gaps = groupGaps(organisation, held, group, dates, asAt);
        const one = (role: 'chair' | 'secretary' | 'action-manager'): string =>
          holdersOf(organisation, held, group.id, role)[0]?.name ?? '';
        return {
          id: group.id,
          code: group.body.code,
          name: group.body.name,
          groupType: group.body.groupType,
          nodeType: group.body.nodeType,
          nodeId: group.body.nodeId,
          place: placeName(organisation, group.body.nodeType, group.body.nodeId, asAt),
          standing: countsOn(group.body, asAt) ? ('in-use' as const) : group.body.from > asAt ? ('not-yet' as const) : ('closed' as const),
          levelOff: group.body.nodeType === 'area' && organisation.force?.body.hasAreas === false,
          chair: one('chair'),
          secretary: one('secretary'),
          actionManager: one('action-manager'),
          members: new Set(held.filter(({ body }) => body.scopeId === group.id).map(({ body }) => body.personId)).size,
          redGaps: gaps.filter((gap) => gap.severity === 'red').length,
          amberGaps: gaps.filter((gap) => gap.severity === 'amber').length,
          ...rhythm(organisation, group, dates, asAt),
        };
      }),
    );
    return { asAt, hasAreas: organisation.force?.body.hasAreas ?? false, rows };
  },
});

/** One group as at a day: members by function, authority, policy, what is amiss, recent and coming meetings (duties 63-72, 117-120, 124). */
export const groupQuery = defineQuery({
  name: 'group',
  args: z.object({ groupId: idShape, asAt: dayShape }),
  read: async ({ groupId, asAt }, { actor, reading }) => {
    const organisation = await readOrganisation(reading);
    const group = organisation.groups.find((one) => one.id === groupId);
    if (group === undefined) return { found: false as const, refusal: groupBook.say('group/unknown') };
    return { found: true as const, ...(await groupView(organisation, group, asAt, actor, reading)) };
  },
});

async function groupView(organisation: Organisation, group: RecordOf<'group'>, asAt: Day, actor: Actor, reading: Reading) {
  const held = heldOn(organisation, asAt);
  const dates = await readMeetingDates(reading, actor, group, asAt);
  const line = ({ id, body }: RecordOf<'appointment'>) => {
    const person = organisation.people.get(body.personId);
    const principal = organisation.appointments.find((one) => one.id === body.deputyForId);
    const principalPerson = principal === undefined ? undefined : organisation.people.get(principal.body.personId);
    return {
      id,
      personId: body.personId,
      name: person === undefined ? '' : rankAndName(person.body),
      agency: organisation.agencies.get(person?.body.partnerAgencyId ?? '')?.body.name ?? '',
      jobTitle: person?.body.jobTitle ?? '',
      role: body.role,
      memberFunction: body.memberFunction,
      deputyFor: principalPerson === undefined ? '' : rankAndName(principalPerson.body),
      authority: body.authority,
      delegation: body.delegation,
      delegatedBy: nameOf(organisation, body.delegatedById),
      from: body.from,
      to: body.to,
    };
  };
  const here = organisation.appointments.filter(({ body }) => body.scopeId === group.id);
  const members = held.filter(({ body }) => body.scopeId === group.id).map(line);
  const brought = new Set(members.map((member) => member.memberFunction));
  return {
    id: group.id,
    asAt,
    code: group.body.code,
    name: group.body.name,
    groupType: group.body.groupType,
    nodeType: group.body.nodeType,
    nodeId: group.body.nodeId,
    place: placeName(organisation, group.body.nodeType, group.body.nodeId, asAt),
    from: group.body.from,
    to: group.body.to,
    closedBecause: group.body.closedBecause ?? '',
    standing: countsOn(group.body, asAt) ? ('in-use' as const) : group.body.from > asAt ? ('not-yet' as const) : ('closed' as const),
    keyFunctions: group.body.keyFunctions,
    missingFunctions: group.body.keyFunctions.filter((one) => !brought.has(one)),
    members,
    /** Appointments to come after the day asked about. */
    coming: here.filter(({ body }) => body.from > asAt && isLiveOrComing(body, asAt)).map(line),
    past: here.filter(({ body }) => body.to !== '' && body.to < asAt).map(line),
    policies: organisation.policies
      .filter((one) => one.body.groupId === group.id)
      .sort((a, b) => (a.body.from < b.body.from ? 1 : -1))
      .map((one) => ({
        id: one.id,
        state: one.state,
        every: one.body.every,
        unit: one.body.unit,
        frequency: frequencyInWords(one.body),
        reason: one.body.reason,
        from: one.body.from,
        interimBeyondMonths: one.body.interimBeyondMonths,
        approvedBy: one.body.approvedBy,
        inForce:
          policyOn(
            organisation.policies.filter((other) => other.body.groupId === group.id),
            asAt,
          )?.id === one.id,
      })),
    gaps: countsOn(group.body, asAt) ? groupGaps(organisation, held, group, dates, asAt) : [],
    meetings: dates.meetings,
    ...rhythm(organisation, group, dates, asAt),
  };
}

function nameOf(organisation: Organisation, personId: string): string {
  const person = organisation.people.get(personId);
  return person === undefined ? '' : rankAndName(person.body);
}

export const groupQueries = [groupsQuery, groupQuery] as const;
