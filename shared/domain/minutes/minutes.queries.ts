import { z } from 'zod';
import { idShape } from '#shared/base/shapes.ts';
import { theForce } from '#shared/domain/force/force.rules.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import type { MinutesContent, PersonNamed, TaskingContent } from './minutes-content.ts';
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
  const tasking = await readTasking(reading, meeting, group.body.nodeId);
  const linked = [...decisions, ...tasking.bids, ...tasking.reviews].map((one) => one.body.priorityId);
  const priorities = await reading.some('priority', [...new Set(linked.filter((id) => id !== ''))]);
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
    ...[...tasking.bids, ...tasking.commissions, ...tasking.reviews].map((one) => one.owner),
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
    tasking,
  };
}

/** What the group did beside the running record, as far as the reading shows it. */
async function readTasking(reading: Reading, meeting: RecordOf<'meeting'>, nodeId: string): Promise<TaskingContent> {
  const where = { parent: meeting.id };
  const [recommendations, bids, commissions, reviews] = await Promise.all([
    reading.many('recommendation', { scope: nodeId }, { by: 'number' }),
    reading.many('resource-bid', where, { by: 'number' }),
    reading.many('commission', { scope: nodeId }, { by: 'number' }),
    reading.many('accountability-review', where),
  ]);
  return {
    recommendations: await outcomesAt(reading, recommendations, meeting),
    bids: bids.filter((bid) => bid.state !== 'withdrawn'),
    commissions: commissions.filter((one) => one.parent === meeting.id || one.body.heardInMeetingId === meeting.id),
    reviews,
  };
}

/** The recommendations as this meeting ended them; one it deferred stays in its minutes when a later meeting takes it up again (duty 73). */
async function outcomesAt(
  reading: Reading,
  all: readonly RecordOf<'recommendation'>[],
  meeting: RecordOf<'meeting'>,
): Promise<readonly RecordOf<'recommendation'>[]> {
  const found: RecordOf<'recommendation'>[] = [];
  for (const one of all) {
    if (one.state === 'proposed' || one.body.groupId !== meeting.body.groupId) continue;
    const standing = [...(await reading.versions('recommendation', one.id)), one];
    const here = standing.filter((version) => version.body.meetingId === meeting.id).at(-1);
    if (here !== undefined) found.push(here);
  }
  return found;
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
