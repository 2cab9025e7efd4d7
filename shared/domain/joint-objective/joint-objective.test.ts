import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '#shared/base/time.ts';
import { addPartnerAgency, consentPartnerAgency } from '#shared/domain/partner-agency/partner-agency.commands.ts';
import { codesOf, dutiesOf, FOUNDED_ON } from '#test/builders/organisation-world.ts';
import { type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { agreeJointObjective, changeJointObjective, endJointObjective, proposeJointObjective } from './joint-objective.commands.ts';
import { jointObjectivesQuery } from './joint-objective.queries.ts';

const day = (text: string): Day => text as Day;
const on = day('2026-11-20');
let cast: MeetingWorld;
let probationId: string;
beforeEach(async () => {
  cast = await meetingWorld({ groupType: 'stcg' });
  const { world } = cast;
  probationId = (await world.must(addPartnerAgency, { name: 'Probation', agencyType: 'probation' })).agencyId;
  for (const side of ['police', 'partner'] as const)
    await world.must(consentPartnerAgency, { agencyId: probationId, side, on: FOUNDED_ON, by: 'Both' });
});
const fewer = () => ({
  groupId: cast.groupId,
  title: 'Fewer repeat victims',
  text: 'A tenth fewer in a year',
  agencyIds: [cast.agencyId, probationId],
});
const propose = async () => (await cast.must('secretary', proposeJointObjective, fewer())).objectiveId;
const seenBy = async (who: 'secretary' | 'partner' | 'outsider') => (await cast.see(who, jointObjectivesQuery, {})).rows;

describe('joint objectives', () => {
  it('show which partners agreed and when, and are agreed when the last one has (duty 70)', async () => {
    const objectiveId = await propose();
    await cast.must('secretary', agreeJointObjective, { objectiveId, agencyId: probationId, on, by: 'Regional director' });
    expect(await seenBy('secretary')).toMatchObject([
      {
        state: 'proposed',
        agencies: [
          { name: 'Eastmoor Council', agreedOn: '', by: '' },
          { name: 'Probation', agreedOn: on, by: 'Regional director' },
        ],
      },
    ]);
    expect(await cast.must('partner', agreeJointObjective, { objectiveId, on, by: 'Sam Partnerson' })).toEqual({ agreedByAll: true });
    expect(await seenBy('partner')).toMatchObject([
      {
        state: 'agreed',
        mayChange: false,
        agencies: [
          { name: 'Eastmoor Council', agreedOn: on },
          { name: 'Probation', agreedOn: on },
        ],
      },
    ]);
  });

  it('are agreed by a partner for its own agency and for no other, by command or by a forged record (duty 70)', async () => {
    const objectiveId = await propose();
    const other = await cast.as('partner', agreeJointObjective, { objectiveId, agencyId: probationId, on, by: 'Sam Partnerson' });
    expect(codesOf(other)).toEqual(['joint-objective/for-another-agency']);
    expect(dutiesOf(other)).toContain(70);
    const stored = await cast.world.records.reading.one('joint-objective', objectiveId);
    if (stored === null) throw new Error('not stored');
    const agreement = (agencyId: string) => ({ ...stored, body: { ...stored.body, agreements: [{ agencyId, on, by: 'Somebody' }] } });
    expect(await cast.forge('partner', { put: agreement(probationId) })).toEqual(['joint-objective/for-another-agency']);
    expect(await cast.forge('partner', { put: agreement(cast.agencyId) })).toEqual([]);
    expect(
      await cast.forge('partner', { put: { ...agreement(cast.agencyId), body: { ...agreement(cast.agencyId).body, endedBecause: 'No' } } }),
    ).toEqual(['joint-objective/partner-only-agrees']);
    expect(await cast.forge('secretary', { put: { ...stored, state: 'agreed' } })).toEqual(['joint-objective/not-agreed-by-all']);
  });

  it('take one agreement of each agency that was asked, on a day that has come (duty 70)', async () => {
    const objectiveId = await propose();
    const agree = async (agencyId: string, when: Day = on) =>
      codesOf(await cast.as('secretary', agreeJointObjective, { objectiveId, agencyId, on: when, by: 'Director' }));
    expect(await agree(cast.agencyId, day('2026-11-21'))).toEqual(['joint-objective/agreement-to-come']);
    expect(await agree('some-other-agency')).toEqual(['joint-objective/agency-not-asked']);
    expect(await agree(cast.agencyId)).toEqual([]);
    expect(await agree(cast.agencyId)).toEqual(['joint-objective/agreed-already']);
  });

  it('keep their words once somebody has agreed to them (duty 70)', async () => {
    const objectiveId = await propose();
    await cast.must('secretary', changeJointObjective, { ...fewer(), objectiveId, title: 'Many fewer repeat victims' });
    await cast.must('partner', agreeJointObjective, { objectiveId, on, by: 'Sam Partnerson' });
    expect(codesOf(await cast.as('secretary', changeJointObjective, { ...fewer(), objectiveId }))).toEqual([
      'joint-objective/text-is-agreed',
    ]);
    const stored = await cast.world.records.reading.one('joint-objective', objectiveId);
    if (stored === null) throw new Error('not stored');
    expect(await cast.forge('secretary', { put: { ...stored, body: { ...stored.body, agreements: [] } } })).toEqual([
      'joint-objective/agreements-are-kept',
    ]);
    expect(codesOf(await cast.as('secretary', endJointObjective, { objectiveId, because: ' ' }))).toEqual([
      'joint-objective/ended-without-reason',
    ]);
    await cast.must('secretary', endJointObjective, { objectiveId, because: 'Replaced by another' });
    expect(await cast.forge('secretary', { erase: { kind: 'joint-objective', id: objectiveId } })).toEqual(['joint-objective/kept']);
  });

  it('are put to agencies that take part by mutual consent only (duties 68, 70)', async () => {
    const { agencyId } = await cast.world.must(addPartnerAgency, { name: 'Housing', agencyType: 'housing' });
    const asked = async (...agencyIds: string[]) => codesOf(await cast.as('secretary', proposeJointObjective, { ...fewer(), agencyIds }));
    expect(await asked(agencyId)).toEqual(['joint-objective/agency-without-consent']);
    expect(await asked(probationId, probationId)).toEqual(['joint-objective/agency-twice']);
    expect(await asked('nobody')).toEqual(['joint-objective/agency-unknown']);
  });

  it('are for those of the group and who prepare strategy; others neither see nor change them (duties 70, 119)', async () => {
    const objectiveId = await propose();
    expect(await seenBy('outsider')).toEqual([]);
    expect(codesOf(await cast.as('outsider', agreeJointObjective, { objectiveId, agencyId: probationId, on, by: 'x' }))).toEqual([
      'joint-objective/not-yours-to-agree',
    ]);
    expect(codesOf(await cast.as('partner', proposeJointObjective, fewer()))).toEqual(['joint-objective/not-yours-to-propose']);
  });
});
