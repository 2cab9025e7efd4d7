import { beforeEach, describe, expect, it } from 'vitest';
import { concludeAgendaItem } from '#shared/domain/agenda-item/agenda-item.commands.ts';
import { giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import { addGroup } from '#shared/domain/group/group.commands.ts';
import { closeMeeting, scheduleMeeting, startMeeting } from '#shared/domain/meeting/meeting.commands.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { leavePerson } from '#shared/domain/person/person.commands.ts';
import { todayQuery } from '#shared/domain/today/today.queries.ts';
import { type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { FOUNDED_ON, codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { itemOf } from '#test/builders/strategic-meeting.ts';
import { deliverCommission, hearCommission, raiseCommission, reassignCommission, withdrawCommission } from './commission.commands.ts';
import { commissionsQuery } from './commission.queries.ts';

let cast: MeetingWorld;
let meetingId: string;
let itemId: string;

const begin = async (groupType: 'stcg' | 'ttcg' | 'dmm' = 'stcg') => {
  cast = await meetingWorld({ groupType });
  meetingId = await cast.live();
  itemId = await (groupType === 'dmm' ? cast.open(meetingId) : itemOf(cast, meetingId, 'commissions'));
};
beforeEach(() => begin());

const asked = () => ({
  meetingId,
  itemId,
  question: 'Who buys what is stolen in the burglary series?',
  termsOfReference: 'East only, the last twelve months, with the regional unit.',
  ownerId: cast.ids.analyst,
  dueOn: '2027-02-26',
});
const raise = (more: object = {}) => cast.as('secretary', raiseCommission, { ...asked(), ...more });
const raised = async (more: object = {}) => (await cast.must('secretary', raiseCommission, { ...asked(), ...more })).commissionId;
const found = async (id: string) => {
  const commission = await cast.world.records.reading.one('commission', id);
  if (commission === null) throw new Error('no commission');
  return commission;
};
const close = async () => {
  await cast.concludeRest(meetingId);
  await cast.must('secretary', closeMeeting, { meetingId });
};
const titles = async (id: string) => (await cast.agenda(id)).map((item) => item.body.title);

describe('a commission', () => {
  it('is raised with question, owner, due day and terms, and stands in the queue of analysts and on the next agenda (duty 78)', async () => {
    const id = await raised();
    expect((await cast.see('analyst', commissionsQuery, {})).rows.map((row) => [row.id, row.owner, row.dueOn])).toEqual([
      [id, 'Sam Analyst', '2027-02-26'],
    ]);
    expect((await cast.see('analyst', todayQuery, {})).commissions.map((row) => row.id)).toEqual([id]);
    expect((await cast.see('outsider', commissionsQuery, {})).rows).toEqual([]);
    expect(codesOf(await raise({ termsOfReference: ' ' }))).toContain('commission/without-terms');
    await close();
    expect((await titles(await cast.schedule('2027-05-18')))[1]).toContain('Who buys what is stolen');
  });

  it('that is not delivered leads the next agenda, the longest overdue first; a delivered one comes to be heard (duty 79)', async () => {
    const late = await raised({ question: 'Late?', dueOn: '2026-12-04' });
    const later = await raised({ question: 'Later?', dueOn: '2027-03-01' });
    const ready = await raised({ question: 'Ready?' });
    const delivered = await cast.as('analyst', deliverCommission, { commissionId: ready, result: 'Two buyers at the market' });
    expect(delivered.ok).toBe(true);
    await close();
    const next = await cast.schedule('2027-05-18');
    const agenda = await cast.agenda(next);
    expect(agenda.slice(1, 3).map((item) => item.body.carriedFromId)).toEqual([late, later]);
    const hears = agenda.findIndex((item) => item.body.templateKey === 'commissions');
    expect(agenda[hears + 1]?.body.carriedFromId).toBe(ready);
    const [, first] = agenda;
    expect(first?.body.purpose).toContain('not delivered');
  });

  it('raised while a meeting was already planned leads its agenda when it starts', async () => {
    const planned = await cast.schedule('2027-05-18');
    const id = await raised();
    await close();
    expect((await cast.agenda(planned)).some((item) => item.body.carriedFromId === id)).toBe(false);
    cast.world.now = '2027-05-18T09:00:00.000Z' as never;
    await cast.present(planned, 'chair', 'secretary');
    await cast.must('secretary', startMeeting, { meetingId: planned, chairId: cast.ids.chair, secretaryId: cast.ids.secretary });
    const agenda = await cast.agenda(planned);
    expect(agenda[1]?.body.carriedFromId).toBe(id);
    expect(agenda.map((item) => item.number)).toEqual(agenda.map((_item, index) => index + 1));
  });

  it('of a tactical meeting is heard of by the intelligence unit meeting of the same place (duty 134)', async () => {
    await begin('ttcg');
    const { groupId: unitMeeting } = await cast.world.must(addGroup, {
      groupType: 'ium',
      name: 'East unit meeting',
      code: 'IUM-E',
      nodeType: 'area',
      nodeId: cast.world.areaIds[0] ?? '',
      keyFunctions: ['analysis'],
      from: FOUNDED_ON,
    });
    for (const [personId, role] of [
      [cast.ids.response, 'chair'],
      [cast.ids.outsider, 'secretary'],
    ] as const)
      await cast.world.must(giveAppointment, {
        personId,
        role,
        scopeType: 'group',
        scopeId: unitMeeting,
        from: FOUNDED_ON,
        givenBy: 'Director of intelligence',
        ...(role === 'chair' ? { authority: 'The unit' } : {}),
      });
    const id = await raised();
    expect((await cast.see('outsider', commissionsQuery, {})).rows.map((row) => row.id)).toEqual([id]);
    const { meetingId: unitsNext } = await cast.must('outsider', scheduleMeeting, {
      groupId: unitMeeting,
      startsAt: '2026-12-01T10:00:00.000Z',
    });
    expect((await cast.agenda(unitsNext))[1]?.body.carriedFromId).toBe(id);
    expect(codesOf(await cast.as('outsider', hearCommission, { commissionId: id, meetingId: unitsNext }))).toEqual([
      'commission/not-yours-to-run',
    ]);
  });

  it('cannot be due before it was made, nor be given to someone who left or works for a partner', async () => {
    const early = await raise({ dueOn: '2026-11-23' });
    expect(codesOf(early)).toEqual(['commission/due-before-made']);
    expect(dutiesOf(early)).toContain(78);
    expect(codesOf(await raise({ ownerId: cast.ids.partner }))).toEqual(['commission/owner-a-partner']);
    await cast.world.must(leavePerson, { personId: cast.ids.response, on: '2026-11-24' });
    cast.pass(24 * 60);
    expect(codesOf(await raise({ ownerId: cast.ids.response }))).toEqual(['commission/owner-not-serving']);
    const id = await raised();
    const commission = await found(id);
    expect(
      await cast.forge('secretary', { put: rewritten(commission, { dueAt: '2026-01-01', body: { dueOn: '2026-01-01' as never } }) }),
    ).toEqual(['commission/due-before-made']);
    expect(
      codesOf(await cast.as('secretary', reassignCommission, { commissionId: id, ownerId: cast.ids.response, dueOn: '2027-03-01' })),
    ).toEqual(['commission/owner-not-serving']);
  });

  it('is delivered by its owner with a result, heard in a meeting in session of its group, and then over', async () => {
    const id = await raised();
    expect(codesOf(await cast.as('response', deliverCommission, { commissionId: id, result: 'Done' }))).toEqual([
      'commission/not-yours-to-deliver',
    ]);
    expect(codesOf(await cast.as('analyst', deliverCommission, { commissionId: id, result: ' ' }))).toEqual(['commission/without-result']);
    expect(codesOf(await cast.as('secretary', hearCommission, { commissionId: id, meetingId }))).toEqual(['commission/step-not-in-order']);
    await cast.must('analyst', deliverCommission, { commissionId: id, result: 'Two buyers' });
    const planned = await cast.schedule('2027-05-18');
    expect(codesOf(await cast.as('secretary', hearCommission, { commissionId: id, meetingId: planned }))).toEqual([
      'commission/heard-elsewhere',
    ]);
    await cast.must('secretary', hearCommission, { commissionId: id, meetingId });
    expect(codesOf(await cast.as('secretary', withdrawCommission, { commissionId: id, reason: 'Too late' }))).toEqual(['commission/over']);
  });

  it('keeps its question, is withdrawn only with a reason, and is raised by nobody but the two tasking groups', async () => {
    const id = await raised();
    const commission = await found(id);
    expect(await cast.forge('secretary', { put: rewritten(commission, { body: { question: 'Another?' } }) })).toEqual(['commission/fixed']);
    expect(await cast.forge('secretary', { erase: { kind: 'commission', id } })).toEqual(['commission/never-erased']);
    expect(codesOf(await cast.as('secretary', withdrawCommission, { commissionId: id, reason: '' }))).toEqual([
      'commission/withdrawn-without-reason',
    ]);
    await cast.must('secretary', withdrawCommission, { commissionId: id, reason: 'Answered by the region' });
    expect(codesOf(await cast.as('response', raiseCommission, asked()))).toEqual(['commission/not-yours-to-raise']);
    await begin('dmm');
    expect(codesOf(await raise())).toEqual(['commission/only-by-tasking-groups']);
  });

  it('from a police-only item is police only, and its partner members see nothing of it', async () => {
    const closed = await itemOf(cast, meetingId, 'confidential');
    const id = await raised({ itemId: closed });
    expect((await found(id)).body.policeOnly).toBe(true);
    expect((await cast.see('partner', commissionsQuery, {})).rows).toEqual([]);
    await cast.as('secretary', concludeAgendaItem, { itemId: closed, outcome: 'no-decision', reason: 'Commissioned' });
    await close();
    const next = await cast.schedule('2027-05-18');
    const carried = (await cast.agenda(next)).find((item) => item.body.carriedFromId === id);
    expect(carried?.body.policeOnly).toBe(true);
  });
});
