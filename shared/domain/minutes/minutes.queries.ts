import { z } from 'zod';
import { idShape } from '#shared/base/shapes.ts';
import { theForce } from '#shared/domain/force/force.rules.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import type { MinutesContent, PersonNamed } from './minutes-content.ts';
import { minutesIdOf } from './minutes.schema.ts';

/** Reads everything the minutes of one meeting are made of; null when there is no such meeting or it is not there to be read. */
export async function readMinutesContent(reading: Reading, meetingId: string): Promise<MinutesContent | null> {
  const [force, meeting] = await Promise.all([theForce(reading), reading.one('meeting', meetingId)]);
  const group = meeting === null ? null : await reading.one('group', meeting.body.groupId);
  if (force === null || meeting === null || group === null) return null;
  const where = { parent: meeting.id };
  const byNumber = { by: 'number' } as const;
  const [items, entries, decisions, actions, papers, minutes] = await Promise.all([
    reading.many('agenda-item', where, byNumber),
    reading.many('minute-entry', where, byNumber),
    reading.many('decision', where, byNumber),
    reading.many('action', where, byNumber),
    reading.many('paper', { ...where, state: 'attached' }),
    reading.one('minutes', minutesIdOf(meeting.id)),
  ]);
  const priorities = await reading.some('priority', [
    ...new Set(decisions.map((decision) => decision.body.priorityId).filter((id) => id !== '')),
  ]);
  const here = new Set(decisions.map((decision) => decision.id));
  const corrected = await reading.some(
    'decision',
    decisions.map((decision) => decision.body.supersedesId).filter((id) => id !== '' && !here.has(id)),
  );
  const mentioned = [
    meeting.body.chairId,
    meeting.body.secretaryId,
    meeting.body.actionManagerId,
    ...meeting.body.attendance.flatMap((row) => [row.personId, row.deputyId]),
    ...items.map((item) => item.body.leadId),
    ...entries.flatMap((entry) => [entry.body.saidById, entry.body.writtenById]),
    ...decisions.flatMap((decision) => [
      decision.body.decidedById,
      decision.body.recordedById,
      decision.body.ownerId,
      ...decision.body.dissents.map((dissent) => dissent.personId),
    ]),
    ...actions.flatMap((action) => [action.owner, action.body.raisedById, ...action.body.supporterIds]),
    ...papers.map((paper) => paper.body.attachedById),
    ...(minutes === null ? [] : [minutes.body.signedById, ...minutes.body.copies.map((copy) => copy.byId)]),
  ];
  return {
    force: { name: force.body.name, code: force.body.code, sample: force.body.sample },
    group: { id: group.id, name: group.body.name, code: group.body.code, groupType: group.body.groupType },
    meeting,
    items,
    entries,
    decisions,
    actions: [...actions].sort((a, b) => a.body.entry - b.body.entry),
    papers,
    minutes,
    people: await peopleOf(reading, mentioned),
    correctedElsewhere: corrected.map((decision) => ({ id: decision.id, reference: decision.body.reference })),
    priorities: priorities.map((priority) => ({ id: priority.id, reference: priority.body.reference, title: priority.body.title })),
  };
}

async function peopleOf(reading: Reading, ids: readonly string[]): Promise<readonly PersonNamed[]> {
  const people = await reading.some('person', [...new Set(ids)].filter((id) => id !== '').sort());
  const agencies = new Map((await reading.many('partner-agency')).map((agency) => [agency.id, agency.body.name]));
  return people.map((person) => ({
    id: person.id,
    name: rankAndName(person.body),
    agency: agencies.get(person.body.partnerAgencyId) ?? '',
  }));
}

/** Everything the minutes of a meeting are made of (duty 81). */
export const minutesContentQuery = defineQuery({
  name: 'minutes-content',
  args: z.object({ meetingId: idShape }),
  seen: ({ meetingId }) => ({ kind: 'meeting', id: meetingId }),
  read: ({ meetingId }, { reading }): Promise<MinutesContent | null> => readMinutesContent(reading, meetingId),
});

export const minutesQueries = [minutesContentQuery] as const;
