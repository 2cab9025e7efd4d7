import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#shared/base/time.ts';
import {
  addAgendaItem,
  concludeAgendaItem,
  moveAgendaItem,
  openAgendaItem,
  removeAgendaItem,
  reopenAgendaItem,
} from '#shared/domain/agenda-item/agenda-item.commands.ts';
import { claimAction, raiseAction } from '#shared/domain/action/action.commands.ts';
import { agreePartnerAgency, withdrawConsent } from '#shared/domain/partner-agency/partner-agency.commands.ts';
import { minutesIdOf } from '#shared/domain/minutes/minutes.schema.ts';
import { recordPaper, withdrawPaper } from '#shared/domain/paper/paper.commands.ts';
import { type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { AGENDA_TEMPLATES } from './agenda-templates.ts';
import { cancelMeeting, closeMeeting, rescheduleMeeting, scheduleMeeting, setAttendance, startMeeting } from './meeting.commands.ts';
import { meetingConsoleQuery } from './meeting-console.ts';
import { meetingQuery, meetingsQuery } from './meeting.queries.ts';
import { rewritten } from './parts.ts';

let cast: MeetingWorld;
beforeEach(async () => {
  cast = await meetingWorld();
});
const meetingOf = async (id: string) => {
  const meeting = await cast.world.records.reading.one('meeting', id);
  if (meeting === null) throw new Error('no meeting');
  return meeting;
};
const start = (meetingId: string, more: object = {}) =>
  cast.as('secretary', startMeeting, { meetingId, chairId: cast.ids.chair, secretaryId: cast.ids.secretary, ...more });

describe('scheduling', () => {
  it('builds the agenda of the group’s type and lists everyone expected, the chair first (duties 66, 118, 127)', async () => {
    const meeting = await meetingOf(await cast.schedule());
    expect(meeting.body.reference).toBe('TTCG-E/2026-11-24');
    expect((await cast.agenda(meeting.id)).map((item) => item.body.templateKey)).toEqual(AGENDA_TEMPLATES.ttcg.map((line) => line.key));
    expect((await cast.agenda(meeting.id)).some((item) => item.body.duties.includes(127))).toBe(true);
    expect(meeting.body.attendance.map((row) => row.role)).toEqual([
      'chair',
      'deputy-chair',
      'secretary',
      'action-manager',
      'member',
      'member',
      'partner-member',
    ]);
  });

  it('gives the second meeting of a day its own reference, and a moved one the reference of its new day', async () => {
    await cast.schedule();
    const second = await cast.schedule();
    expect((await meetingOf(second)).body.reference).toBe('TTCG-E/2026-11-24-2');
    await cast.must('secretary', rescheduleMeeting, {
      meetingId: second,
      startsAt: '2026-11-25T09:00:00.000Z',
      minutesPlanned: 60,
      place: '',
    });
    expect((await meetingOf(second)).body.reference).toBe('TTCG-E/2026-11-25');
  });

  it('is for the chair, a deputy or the secretary; a member and an outsider are told the same as if there were no such group', async () => {
    const args = { groupId: cast.groupId, startsAt: '2026-11-24T10:00:00.000Z' };
    for (const who of ['chair', 'deputy', 'secretary'] as const) expect(codesOf(await cast.as(who, scheduleMeeting, args))).toEqual([]);
    const forbidden = await cast.as('analyst', scheduleMeeting, args);
    expect(codesOf(forbidden)).toEqual(['meeting/group-not-yours']);
    expect(await cast.as('outsider', scheduleMeeting, { ...args, groupId: 'nosuchgroup' })).toEqual(forbidden);
  });

  it('is cancelled only with a reason, and then does not come back', async () => {
    const meetingId = await cast.schedule();
    expect(codesOf(await cast.as('chair', cancelMeeting, { meetingId, reason: '' }))).toEqual(['meeting/cancelled-without-reason']);
    await cast.must('chair', cancelMeeting, { meetingId, reason: 'Critical incident' });
    expect(codesOf(await start(meetingId))).toEqual(['meeting/not-planned']);
    expect(await cast.forge('chair', { put: rewritten(await meetingOf(meetingId), { state: 'planned' }) })).toEqual(['meeting/over']);
  });

  it('carries forward what was deferred, decisions without an action, and actions overdue or blocked, and keeps them on the agenda (duties 121, 123, 125)', async () => {
    const first = await cast.live('2026-11-10');
    const itemId = await cast.open(first, 4);
    const open = await cast.decide(first, itemId, { ownerId: cast.ids.response, dueOn: '2026-11-20' });
    const acted = await cast.decide(first, itemId, {
      ownerId: cast.ids.response,
      dueOn: '2026-11-20',
      followUp: { strand: 'enforcement' },
    });
    await cast.must('secretary', raiseAction, {
      meetingId: first,
      itemId,
      text: 'Not due yet',
      strand: 'intelligence',
      ownerId: cast.ids.analyst,
      dueOn: '2026-12-20',
    });
    await cast.must('secretary', concludeAgendaItem, { itemId, outcome: 'decided' });
    const deferred = await cast.open(first, 5);
    await cast.must('secretary', concludeAgendaItem, { itemId: deferred, outcome: 'deferred', reason: 'No time' });
    await cast.concludeRest(first);
    await cast.must('secretary', closeMeeting, { meetingId: first });
    const second = await cast.schedule('2026-11-24');
    const carried = (await cast.agenda(second)).filter((item) => item.body.carriedFromId !== '');
    expect(carried.map((item) => [item.body.carriedFromKind, item.body.carriedFromId])).toEqual([
      ['agenda-item', deferred],
      ['decision', open.decisionId],
      ['action', acted.actionId],
    ]);
    expect(carried[0]?.number).toBe(3);
    for (const item of carried)
      expect(codesOf(await cast.as('secretary', removeAgendaItem, { itemId: item.id }))).toEqual(['agenda-item/carried-stays']);
  });

  it('is possible however long the backlog: what does not fit on an agenda is one item that says how much there is (duties 121, 123)', async () => {
    for (let count = 1; count <= 250; count += 1)
      await cast.must('secretary', raiseAction, {
        groupId: cast.groupId,
        text: `Backlog ${count}`,
        strand: 'prevention',
        ownerId: cast.ids.response,
        dueOn: '2026-11-23',
      });
    cast.world.now = instant('2026-11-24T08:00:00.000Z');
    const meetingId = await cast.schedule('2026-11-24');
    const agenda = await cast.agenda(meetingId);
    const carried = agenda.filter((item) => item.body.carriedFromKind === 'action').length;
    expect(agenda).toHaveLength(200);
    expect(agenda.map((item) => item.number)).toEqual(agenda.map((_item, index) => index + 1));
    expect(agenda.map((item) => item.body.title)).toContain(`${250 - carried} further unfinished matters of the group`);
    await cast.present(meetingId, 'chair', 'secretary');
    expect(codesOf(await start(meetingId))).toEqual([]);
    expect(await cast.agenda(meetingId)).toHaveLength(200);
  });

  it('carries what became overdue after the agenda was built when the meeting starts (duty 123)', async () => {
    const later = await cast.schedule('2026-12-08');
    const first = await cast.live('2026-11-24');
    const itemId = await cast.open(first);
    const { actionId } = await cast.must('secretary', raiseAction, {
      meetingId: first,
      itemId,
      text: 'Visit',
      strand: 'prevention',
      ownerId: cast.ids.response,
      dueOn: '2026-12-01',
    });
    await cast.concludeRest(first);
    await cast.must('secretary', closeMeeting, { meetingId: first });
    cast.pass(14 * 24 * 60);
    await cast.present(later, 'chair', 'secretary');
    expect(codesOf(await start(later))).toEqual([]);
    expect((await cast.agenda(later)).at(-1)?.body.carriedFromId).toBe(actionId);
  });
});

describe('starting', () => {
  it('needs a chair who is present and appointed, and a secretary (duties 71, 156)', async () => {
    const meetingId = await cast.schedule();
    expect(codesOf(await start(meetingId, { chairId: '', secretaryId: '' }))).toEqual([
      'meeting/chair-not-named',
      'meeting/secretary-not-named',
    ]);
    expect(dutiesOf(await start(meetingId, { chairId: '' }))).toContain(156);
    expect(codesOf(await start(meetingId))).toEqual(['meeting/chair-not-present', 'meeting/secretary-not-present']);
    await cast.present(meetingId, 'secretary', 'analyst');
    expect(codesOf(await start(meetingId, { chairId: cast.ids.analyst }))).toEqual(['meeting/chair-not-appointed']);
    await cast.present(meetingId, 'chair');
    expect(codesOf(await start(meetingId))).toEqual([]);
  });

  it('records why a deputy presides (duty 72)', async () => {
    const meetingId = await cast.schedule();
    await cast.present(meetingId, 'deputy', 'secretary');
    const args = { chairId: cast.ids.deputy };
    expect(dutiesOf(await start(meetingId, args))).toEqual([72]);
    expect(codesOf(await start(meetingId, { ...args, chairSubstitutedBecause: 'The chair is at a critical incident' }))).toEqual([]);
    expect((await meetingOf(meetingId)).body).toMatchObject({
      chairIsDeputy: true,
      chairSubstitutedBecause: 'The chair is at a critical incident',
    });
  });

  it('warns of a partner whose agreement has ended, and keeps why the meeting went on (duty 67)', async () => {
    await cast.world.must(agreePartnerAgency, { agencyId: cast.agencyId, reference: 'ISA-1', from: '2026-06-01', to: '2026-10-31' });
    const meetingId = await cast.schedule();
    await cast.present(meetingId, 'chair', 'secretary', 'partner');
    const refusal = await start(meetingId);
    expect(codesOf(refusal)).toEqual(['meeting/partner-warning-unanswered']);
    expect(dutiesOf(refusal)).toEqual([67, 68]);
    expect(codesOf(await start(meetingId, { goOnBecause: 'Renewal is signed tomorrow' }))).toEqual([]);
    expect((await meetingOf(meetingId)).body.attendance.find((row) => row.personId === cast.ids.partner)?.warning).toMatch(
      /ended on Sat 31 Oct 2026.*Went on because: Renewal is signed tomorrow/,
    );
  });

  it('warns when only one side has consented (duty 68)', async () => {
    await cast.world.must(withdrawConsent, { agencyId: cast.agencyId, side: 'partner' });
    const meetingId = await cast.schedule();
    await cast.present(meetingId, 'chair', 'secretary', 'partner');
    expect(codesOf(await start(meetingId))).toEqual(['meeting/partner-warning-unanswered']);
    expect((await cast.see('chair', meetingQuery, { meetingId }))?.warnings.filter((one) => one.duties.includes(68)).length).toBe(1);
  });

  it('fixes who presides: no path changes the chair of a session, and neither chair nor secretary is marked away from it', async () => {
    const meetingId = await cast.live();
    expect(await cast.forge('deputy', { put: rewritten(await meetingOf(meetingId), { body: { chairId: cast.ids.deputy } }) })).toEqual([
      'meeting/fixed-once-begun',
    ]);
    expect(codesOf(await cast.as('secretary', setAttendance, { meetingId, personId: cast.ids.chair, status: 'absent' }))).toEqual([
      'meeting/presiding-cannot-leave',
    ]);
  });
});

describe('the agenda', () => {
  it('keeps one item open at a time and numbers without gaps when moved', async () => {
    const meetingId = await cast.live();
    const first = await cast.open(meetingId, 1);
    const second = await cast.open(meetingId, 2);
    expect((await cast.agenda(meetingId)).filter((item) => item.state === 'open').map((item) => item.id)).toEqual([second]);
    await cast.must('secretary', moveAgendaItem, { itemId: first, beforeItemId: '' });
    const agenda = await cast.agenda(meetingId);
    expect(agenda.map((item) => item.number)).toEqual(agenda.map((_item, index) => index + 1));
    expect(agenda.at(-1)?.id).toBe(first);
  });

  it('ends in a decision only when one was recorded, and otherwise with a reason (duty 121)', async () => {
    const meetingId = await cast.live();
    const itemId = await cast.open(meetingId);
    expect(codesOf(await cast.as('secretary', concludeAgendaItem, { itemId, outcome: 'decided' }))).toEqual([
      'agenda-item/decided-without-decision',
    ]);
    expect(codesOf(await cast.as('secretary', concludeAgendaItem, { itemId, outcome: 'deferred' }))).toEqual([
      'agenda-item/ended-without-reason',
    ]);
    expect(
      codesOf(await cast.as('secretary', concludeAgendaItem, { itemId, outcome: 'deferred', reason: 'x', deferTo: '2026-11-01' })),
    ).toEqual(['agenda-item/deferred-into-the-past']);
    await cast.decide(meetingId, itemId);
    expect(codesOf(await cast.as('secretary', concludeAgendaItem, { itemId, outcome: 'no-decision', reason: 'x' }))).toEqual([
      'agenda-item/decision-was-recorded',
    ]);
    await cast.must('secretary', concludeAgendaItem, { itemId, outcome: 'decided' });
    await cast.must('secretary', reopenAgendaItem, { itemId });
    expect((await cast.agenda(meetingId))[0]?.state).toBe('open');
  });

  it('holds at most two hundred items, whatever is thrown at it (duty 121)', async () => {
    const meetingId = await cast.schedule();
    const items = (await cast.agenda(meetingId)).length;
    for (let count = items; count < 200; count += 1) await cast.must('secretary', addAgendaItem, { meetingId, title: `Item ${count}` });
    expect(codesOf(await cast.as('secretary', addAgendaItem, { meetingId, title: 'One too many' }))).toEqual(['agenda-item/agenda-full']);
  });

  it('is removed from only while planned', async () => {
    const meetingId = await cast.live();
    const { itemId } = await cast.must('secretary', addAgendaItem, { meetingId, title: 'Urgent business' });
    expect(codesOf(await cast.as('secretary', removeAgendaItem, { itemId }))).toEqual(['agenda-item/removed-only-while-planned']);
    expect(await cast.forge('secretary', { erase: { kind: 'agenda-item', id: itemId } })).toEqual([
      'agenda-item/removed-only-while-planned',
    ]);
  });
});

describe('closing', () => {
  it('is refused while an item has no outcome, naming it (duty 121)', async () => {
    const meetingId = await cast.live();
    await cast.concludeRest(meetingId);
    const { itemId } = await cast.must('secretary', addAgendaItem, { meetingId, title: 'Urgent business' });
    const refusal = await cast.as('secretary', closeMeeting, { meetingId });
    expect(codesOf(refusal)).toEqual(['meeting/items-undecided']);
    expect(dutiesOf(refusal)).toEqual([121]);
    expect(refusal.ok ? '' : refusal.refusals[0].message).toContain('Urgent business');
    await cast.must('secretary', concludeAgendaItem, { itemId, outcome: 'no-decision', reason: 'Noted' });
    expect(codesOf(await cast.as('secretary', closeMeeting, { meetingId, nextMeetingOn: '2026-12-08' }))).toEqual([]);
  });

  it('leaves nothing that can still be changed: the meeting, its items, its papers (duty 81)', async () => {
    const meetingId = await cast.live();
    await cast.concludeRest(meetingId);
    await cast.must('secretary', closeMeeting, { meetingId });
    const meeting = await meetingOf(meetingId);
    const item = (await cast.agenda(meetingId))[0];
    if (item === undefined) throw new Error('no item');
    expect(await cast.forge('secretary', { put: rewritten(meeting, { body: { closingNote: 'Changed' } }) })).toEqual(['meeting/over']);
    expect(await cast.forge('secretary', { put: rewritten(meeting, { state: 'live' }) })).toEqual(['meeting/over']);
    expect(await cast.forge('secretary', { erase: { kind: 'meeting', id: meetingId } })).toEqual(['meeting/never-erased']);
    expect(await cast.forge('secretary', { put: rewritten(item, { body: { title: 'Changed' } }) })).toEqual(['meeting/over']);
    expect(codesOf(await cast.as('secretary', openAgendaItem, { itemId: item.id }))).toEqual(['meeting/over']);
  });

  it('becomes signed only together with minutes signed by the chair who presided (duty 81)', async () => {
    const meetingId = await cast.live();
    await cast.concludeRest(meetingId);
    await cast.must('secretary', closeMeeting, { meetingId });
    const meeting = await meetingOf(meetingId);
    const signed = { put: rewritten(meeting, { state: 'signed' }) };
    expect(await cast.forge('chair', signed)).toEqual(['meeting/signed-only-with-minutes']);
    const key = 'a'.repeat(64);
    cast.world.records.apply(
      [
        {
          put: {
            ...signed.put,
            id: 'account-1',
            kind: 'account',
            state: 'open',
            owner: cast.ids.chair,
            parent: '',
            body: {
              personId: cast.ids.chair,
              signInName: 'chair',
              slotId: 's',
              signingKey: key,
              formerSigningKeys: [],
              openedAt: meeting.body.startsAt,
              closedAt: '',
              closedBecause: '',
            },
          },
        },
      ],
      { now: cast.world.now, actorId: cast.ids.chair },
    );
    const minutes = (more: object = {}, id = minutesIdOf(meetingId)) => ({
      put: {
        ...signed.put,
        id,
        kind: 'minutes' as const,
        parent: meetingId,
        state: 'signed',
        body: {
          groupId: cast.groupId,
          reference: meeting.body.reference,
          sealHash: 'b'.repeat(64),
          lines: 12,
          sealedFileId: 'file-1',
          contentFileId: 'file-2',
          contentDigest: 'f'.repeat(64),
          signedAt: cast.world.now,
          signedById: cast.ids.chair,
          signerKey: key,
          signature: 'sig',
          copies: [],
          ...more,
        },
      },
    });
    expect(await cast.forge('chair', minutes())).toEqual(['minutes/signed-only-with-meeting']);
    expect(await cast.forge('secretary', signed, minutes())).toEqual(['minutes/not-the-chair']);
    expect(await cast.forge('deputy', signed, minutes({ signedById: cast.ids.deputy }))).toContain('minutes/not-the-chair');
    expect(await cast.forge('chair', signed, minutes({ signerKey: 'c'.repeat(64) }))).toEqual(['minutes/key-not-theirs']);
    expect(await cast.forge('chair', signed, minutes({ signature: '' }))).toEqual(['minutes/seal-incomplete']);
    expect(await cast.forge('chair', signed, minutes())).toEqual([]);
    cast.world.records.apply([signed, minutes()], { now: cast.world.now, actorId: cast.ids.chair });
    const copy = {
      number: 1,
      recipient: 'Eastmoor Council',
      format: 'pdf' as const,
      forPartnerAgencyId: '',
      withheld: 0,
      at: cast.world.now,
      byId: cast.ids.secretary,
    };
    expect(await cast.forge('secretary', minutes({ copies: [copy] }))).toEqual([]);
    expect(await cast.forge('secretary', minutes({ copies: [{ ...copy, number: 2 }] }))).toEqual(['minutes/copy-out-of-order']);
    expect(await cast.forge('secretary', minutes({ lines: 11 }))).toEqual(['minutes/never-changed']);
    expect(await cast.forge('secretary', { erase: { kind: 'minutes', id: minutesIdOf(meetingId) } })).toEqual(['minutes/never-changed']);
  });
});

describe('papers', () => {
  const paper = {
    title: 'Tactical assessment',
    paperType: 'tactical-assessment' as const,
    fileId: 'file-1',
    fileName: 'ta.pdf',
    mediaType: 'application/pdf',
    size: 10,
    digest: 'd'.repeat(64),
    asOf: '2026-09-01' as const,
    confidence: 'moderate' as const,
    policeOnly: false,
  };

  it('are missed by the planning page until the assessment is attached, and pointed at when old (duties 127, 130)', async () => {
    const meetingId = await cast.schedule();
    const codes = async () => (await cast.see('secretary', meetingQuery, { meetingId }))?.warnings.map((one) => one.code) ?? [];
    expect(await codes()).toContain('meeting/no-tactical-assessment');
    await cast.must('secretary', recordPaper, { meetingId, ...paper });
    expect(await codes()).not.toContain('meeting/no-tactical-assessment');
    expect(await codes()).toContain('meeting/assessment-old');
  });

  it('are frozen: withdrawn only while planned, changed never (duties 81, 130)', async () => {
    const meetingId = await cast.live();
    const { paperId } = await cast.must('secretary', recordPaper, { meetingId, ...paper });
    const record = await cast.world.records.reading.one('paper', paperId);
    if (record === null) throw new Error('no paper');
    expect(codesOf(await cast.as('secretary', withdrawPaper, { paperId }))).toEqual(['paper/withdrawn-only-while-planned']);
    expect(await cast.forge('secretary', { put: rewritten(record, { body: { digest: 'e'.repeat(64) } }) })).toEqual(['paper/frozen']);
    expect(await cast.forge('secretary', { erase: { kind: 'paper', id: paperId } })).toEqual(['paper/frozen']);
  });
});

describe('what people see', () => {
  it('shows the meetings of a group to its people and to those who oversee, and to nobody else', async () => {
    const meetingId = await cast.live();
    for (const who of ['chair', 'secretary', 'analyst', 'auditor'] as const)
      expect((await cast.see(who, meetingsQuery, {})).rows.map((row) => row.id)).toEqual([meetingId]);
    expect((await cast.see('outsider', meetingsQuery, {})).rows).toEqual([]);
    expect(await cast.see('outsider', meetingQuery, { meetingId })).toBeNull();
    expect(await cast.see('outsider', meetingConsoleQuery, { meetingId })).toBeNull();
    expect((await cast.see('auditor', meetingQuery, { meetingId }))?.steps.run?.code).toBe('meeting/not-yours-to-run');
  });

  it('hides police-only items from partners (duties 41, 119)', async () => {
    const meetingId = await cast.live();
    await cast.must('secretary', addAgendaItem, { meetingId, title: 'Source matters', policeOnly: true });
    const titles = async (who: 'secretary' | 'partner') =>
      (await cast.see(who, meetingQuery, { meetingId }))?.agenda.map((item) => item.title) ?? [];
    expect(await titles('secretary')).toContain('Source matters');
    expect(await titles('partner')).not.toContain('Source matters');
  });

  it('gives the console everything in the order it was written, and what stands in the way of closing', async () => {
    const meetingId = await cast.live();
    const itemId = await cast.open(meetingId);
    const decided = await cast.decide(meetingId, itemId, {
      ownerId: cast.ids.response,
      dueOn: '2026-12-01',
      followUp: { strand: 'enforcement' },
    });
    cast.pass(5);
    const view = await cast.see('secretary', meetingConsoleQuery, { meetingId });
    expect(view?.running.map((line) => [line.kind, line.entry])).toEqual([
      ['decision', 1],
      ['action', 2],
    ]);
    expect(view?.running[1]?.id).toBe(decided.actionId);
    expect(view?.openItemId).toBe(itemId);
    expect(view?.steps.close?.code).toBe('meeting/items-undecided');
    expect(view?.authority).toBe('All resources of East');
    await cast.must('response', claimAction, { actionId: decided.actionId, text: 'Done' });
    expect(view).not.toEqual(await cast.see('secretary', meetingConsoleQuery, { meetingId }));
  });
});
