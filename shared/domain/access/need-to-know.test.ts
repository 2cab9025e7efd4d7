import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '#shared/base/time.ts';
import { MARKINGS } from '#shared/contracts/record/record.ts';
import { raiseAction, reassignAction } from '#shared/domain/action/action.commands.ts';
import { recordDecision } from '#shared/domain/decision/decision.commands.ts';
import { createDeliveryPlan, handOverDeliveryPlan, approveDeliveryPlan } from '#shared/domain/delivery-plan/delivery-plan.commands.ts';
import { meetingSideAccess } from '#shared/domain/meeting/meeting.policy.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { changePerson } from '#shared/domain/person/person.commands.ts';
import { addUnit } from '#shared/domain/unit/unit.commands.ts';
import { COMPLETE, type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { mayRead } from './access.ts';
import { actorFrom } from './actor.ts';
import { clearanceConcern } from './need-to-know.ts';

describe('who can be named on a record', () => {
  it('is exactly whoever could then read it, whatever its marking and whether it is police only (duties 30, 41, 119)', () => {
    const marking = fc.constantFrom(...MARKINGS);
    fc.assert(
      fc.property(marking, marking, fc.boolean(), fc.boolean(), (clearance, marked, policeOnly, partner) => {
        const body = { givenName: 'Priya', familyName: 'Nair', clearance, partnerAgencyId: partner ? 'council' : '', unitId: '' };
        const actor = actorFrom({ id: 'priya', body }, [], day('2026-11-24'));
        const access = meetingSideAccess({ scope: 'east', marking: marked }, 'ttcg', { policeOnly, people: ['priya'] });
        const concern = clearanceConcern({ id: 'priya', name: 'Priya Nair', clearance, partner }, { marking: marked, policeOnly });
        expect(concern === null).toBe(mayRead(actor, access));
      }),
    );
  });
});

describe('work is given only to those who could see it', () => {
  let cast: MeetingWorld;
  let probationer: string;
  beforeEach(async () => {
    cast = await meetingWorld();
    probationer = await cast.world.person('Constable', 'Probationer', { clearance: 'OFFICIAL' });
  });
  const base = () => ({
    groupId: cast.groupId,
    text: 'Visit the hotspots',
    strand: 'prevention' as const,
    ownerId: cast.ids.response,
    dueOn: '2026-12-01',
  });

  it('an action is not raised for an owner or a supporter who is not cleared for its marking, and the refusal names them (duties 30, 41)', async () => {
    const owned = await cast.as('secretary', raiseAction, { ...base(), ownerId: probationer });
    expect(codesOf(owned)).toEqual(['access/not-cleared-for-marking']);
    expect(dutiesOf(owned)).toEqual([30, 41]);
    expect(owned.ok ? null : owned.refusals[0]).toMatchObject({
      field: 'ownerId',
      message: 'Constable Sam Probationer is cleared for OFFICIAL and could not see this, which is marked OFFICIAL-SENSITIVE.',
    });
    const supported = await cast.as('secretary', raiseAction, { ...base(), supporterIds: [cast.ids.analyst, probationer] });
    expect(supported.ok ? [] : supported.refusals.map((one) => [one.code, one.field])).toEqual([
      ['access/not-cleared-for-marking', 'supporterIds'],
    ]);
    expect(codesOf(await cast.as('secretary', raiseAction, { ...base(), supporterIds: [cast.ids.analyst] }))).toEqual([]);
  });

  it('a police-only action goes to no partner, neither to own nor to support; one that is not does (duties 41, 119)', async () => {
    const refused = await cast.as('secretary', raiseAction, { ...base(), ownerId: cast.ids.partner, policeOnly: true });
    expect(codesOf(refused)).toEqual(['access/police-only-not-for-partners']);
    expect(dutiesOf(refused)).toEqual([41, 119]);
    expect(codesOf(await cast.as('secretary', raiseAction, { ...base(), supporterIds: [cast.ids.partner], policeOnly: true }))).toEqual([
      'access/police-only-not-for-partners',
    ]);
    expect(codesOf(await cast.as('secretary', raiseAction, { ...base(), ownerId: cast.ids.partner }))).toEqual([]);
  });

  it('an action is not reassigned to someone who could not see it, nor by writing the record past the command (duties 30, 119)', async () => {
    const { actionId } = await cast.must('secretary', raiseAction, { ...base(), policeOnly: true });
    const to = (ownerId: string) => cast.as('chair', reassignAction, { actionId, ownerId, text: 'On leave' });
    expect(codesOf(await to(probationer))).toEqual(['access/not-cleared-for-marking']);
    expect(codesOf(await to(cast.ids.partner))).toEqual(['access/police-only-not-for-partners']);
    const action = await cast.world.records.reading.one('action', actionId);
    if (action === null) throw new Error('no action');
    const note = { at: cast.world.now, byId: cast.ids.chair, text: 'x', did: 'progress' };
    const supporter = rewritten(action, {
      state: 'in-progress',
      body: { supporterIds: [cast.ids.partner], progress: [...action.body.progress, note] },
    });
    expect(await cast.forge('chair', { put: supporter })).toEqual(['access/police-only-not-for-partners']);
    expect(codesOf(await to(cast.ids.analyst))).toEqual([]);
  });

  it('an owner whose clearance is lowered later does not stop the action from being reassigned', async () => {
    const { actionId } = await cast.must('secretary', raiseAction, base());
    const person = await cast.world.records.reading.one('person', cast.ids.response);
    if (person === null) throw new Error('no person');
    await cast.world.must(changePerson, { ...person.body, personId: person.id, clearance: 'OFFICIAL' });
    expect(codesOf(await cast.as('chair', reassignAction, { actionId, ownerId: cast.ids.analyst, text: 'Moved post' }))).toEqual([]);
  });

  it('what follows a decision is not given to someone who could not see it, whether an action is raised with it or not (duties 30, 119)', async () => {
    const meetingId = await cast.live();
    const itemId = await cast.open(meetingId);
    const decide = (more: object) =>
      cast.as('secretary', recordDecision, {
        ...COMPLETE,
        options: [...COMPLETE.options],
        evidence: [...COMPLETE.evidence],
        meetingId,
        itemId,
        decidedById: cast.ids.chair,
        dueOn: '2026-12-01',
        ...more,
      });
    const followUp = { text: '', strand: 'enforcement' as const };
    for (const more of [{}, { followUp }]) {
      expect(codesOf(await decide({ ownerId: probationer, ...more }))).toContain('access/not-cleared-for-marking');
      expect(codesOf(await decide({ ownerId: cast.ids.partner, policeOnly: true, ...more }))).toContain(
        'access/police-only-not-for-partners',
      );
      expect(codesOf(await decide({ ownerId: cast.ids.partner, ...more }))).toEqual([]);
    }
  });

  it('a plan is neither made for nor handed to an owner who could not see it (duties 30, 119, 137)', async () => {
    const { unitId } = await cast.world.must(addUnit, {
      name: 'East response',
      unitType: 'response',
      areaId: '',
      remit: '',
      from: '2026-06-01',
      decidedBy: 'Chief Constable',
    });
    const meetingId = await cast.live();
    const { decisionId } = await cast.decide(meetingId, await cast.open(meetingId), { policeOnly: true });
    const plan = {
      decisionId,
      title: 'Marsh estate',
      objective: 'Halve burglary by January',
      outsideStrategyReason: 'Emerging',
      tactics: [{ text: 'Patrols', strand: 'enforcement' as const }],
      resources: [{ unitId, what: 'Team', hours: 40, from: '2026-12-01', to: '2026-12-20' }],
      measures: [{ name: 'Burglaries a week', baseline: '14', target: '7' }],
      startsOn: '2026-12-01',
      endsOn: '2026-12-31',
    };
    expect(codesOf(await cast.as('secretary', createDeliveryPlan, { ...plan, ownerId: cast.ids.partner }))).toEqual([
      'access/police-only-not-for-partners',
    ]);
    const { planId } = await cast.must('secretary', createDeliveryPlan, { ...plan, ownerId: cast.ids.response });
    await cast.must('chair', approveDeliveryPlan, { planId });
    expect(codesOf(await cast.as('chair', handOverDeliveryPlan, { planId, ownerId: probationer }))).toEqual([
      'access/not-cleared-for-marking',
    ]);
    expect(codesOf(await cast.as('chair', handOverDeliveryPlan, { planId, ownerId: cast.ids.analyst }))).toEqual([]);
  });
});
