import { beforeEach, describe, expect, it } from 'vitest';
import { type Day, instant } from '#shared/base/time.ts';
import { endAppointment, giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import { addGroup } from '#shared/domain/group/group.commands.ts';
import {
  addPartnerAgency,
  agreePartnerAgency,
  consentPartnerAgency,
  withdrawConsent,
} from '#shared/domain/partner-agency/partner-agency.commands.ts';
import { addUnit } from '#shared/domain/unit/unit.commands.ts';
import { approveTcPolicy, setTcPolicy } from '#shared/domain/tc-policy/tc-policy.commands.ts';
import { FOUNDED_ON, foundWorld, type World } from '#test/builders/organisation-world.ts';
import { governanceQuery } from './governance.queries.ts';

const day = (text: string): Day => text as Day;
let world: World;
beforeEach(async () => {
  world = await foundWorld();
});
const gapsAsAt = async (asAt: string = FOUNDED_ON) => (await world.view(governanceQuery, { asAt })).gaps;
const codes = async (asAt?: string) => (await gapsAsAt(asAt)).map((gap) => gap.code);

describe('the gaps of governance', () => {
  it('show a vacant lead and both responsibilities in red, and each goes by itself (duties 1-3)', async () => {
    expect((await gapsAsAt()).filter((gap) => gap.severity === 'red' && (gap.duties[0] ?? 99) <= 3).map((gap) => gap.duties[0])).toEqual([
      1, 2, 3,
    ]);
    const high = await world.person('Assistant Chief Constable', 'High');
    const base = {
      personId: high,
      role: 'chief-officer-lead' as const,
      scopeType: 'force' as const,
      scopeId: world.forceId,
      from: FOUNDED_ON,
      givenBy: 'Chief Constable',
    };
    await world.must(giveAppointment, { ...base, responsibilities: ['intelligence-led-policing'] });
    const { appointmentId } = await world.must(giveAppointment, { ...base, responsibilities: ['intelligence-capability'] });
    expect((await codes()).filter((code) => code.startsWith('force/responsibility') || code === 'force/no-lead')).toEqual([]);
    await world.must(endAppointment, { appointmentId, on: day('2026-06-30'), because: 'Handed over' });
    const later = (await gapsAsAt('2026-07-01')).filter((gap) => gap.code === 'force/responsibility-unassigned');
    expect(later.map((gap) => gap.duties)).toEqual([[3]]);
  });

  it('count the vacancies of the six roles, each with its own duty (duties 10-16)', async () => {
    const vacant = (await gapsAsAt()).filter((gap) => gap.code === 'force/role-vacant');
    expect(vacant.map((gap) => gap.duties[0])).toEqual([10, 11, 12, 13, 14, 15]);
    const analyst = await world.person('Police staff', 'Reed');
    await world.must(giveAppointment, {
      personId: analyst,
      role: 'analyst',
      scopeType: 'force',
      scopeId: world.forceId,
      from: FOUNDED_ON,
      givenBy: 'Director',
    });
    const view = await world.view(governanceQuery, { asAt: FOUNDED_ON });
    expect(view.roles.find((row) => row.role === 'analyst')?.holders).toBe(1);
    expect(view.gaps.filter((gap) => gap.code === 'force/role-vacant')).toHaveLength(5);
  });

  it('name a unit without a head until it has one (duty 8)', async () => {
    const { unitId } = await world.must(addUnit, {
      from: FOUNDED_ON,
      name: 'Response',
      unitType: 'response',
      remit: 'Calls',
      decidedBy: 'Chief',
    });
    expect((await gapsAsAt()).find((gap) => gap.code === 'unit/no-head')).toMatchObject({
      duties: [8],
      subject: { kind: 'unit', id: unitId },
    });
    const head = await world.person('Inspector', 'Head');
    await world.must(giveAppointment, {
      personId: head,
      role: 'unit-head',
      scopeType: 'unit',
      scopeId: unitId,
      from: FOUNDED_ON,
      givenBy: 'Chief',
    });
    expect(await codes()).not.toContain('unit/no-head');
  });

  it('name one-sided consent, an expired agreement and one that ends soon (duties 67, 68)', async () => {
    const { agencyId } = await world.must(addPartnerAgency, { name: 'Council', agencyType: 'local-authority' });
    await world.must(consentPartnerAgency, { agencyId, side: 'police', on: FOUNDED_ON, by: 'ACC' });
    expect(await codes()).toContain('partner-agency/consent-one-sided');
    await world.must(consentPartnerAgency, { agencyId, side: 'partner', on: FOUNDED_ON, by: 'Chief executive' });
    await world.must(agreePartnerAgency, { agencyId, reference: 'ISA-1', from: FOUNDED_ON, to: day('2026-07-15') });
    expect((await codes()).filter((code) => code.startsWith('partner-agency/'))).toEqual(['partner-agency/agreement-ends-soon']);
    expect((await codes('2026-07-16')).filter((code) => code.startsWith('partner-agency/'))).toEqual(['partner-agency/agreement-expired']);
  });

  it('turn red when a member sits without the consent of both sides (duties 68, 119)', async () => {
    const { groupId } = await world.must(addGroup, {
      groupType: 'ttcg',
      name: 'Tactical',
      code: 'TT',
      nodeType: 'force',
      nodeId: world.forceId,
      from: FOUNDED_ON,
    });
    const { agencyId } = await world.must(addPartnerAgency, { name: 'Council', agencyType: 'local-authority' });
    for (const side of ['police', 'partner'] as const)
      await world.must(consentPartnerAgency, { agencyId, side, on: FOUNDED_ON, by: 'Both' });
    const partner = await world.person('Partner', 'Vane', { partnerAgencyId: agencyId });
    await world.must(giveAppointment, {
      personId: partner,
      role: 'partner-member',
      scopeType: 'group',
      scopeId: groupId,
      from: FOUNDED_ON,
      givenBy: 'Chair',
    });
    const out = await world.must(withdrawConsent, { agencyId, side: 'partner' });
    expect(out.warnings.map((warning) => warning.code)).toEqual(['partner-agency/members-without-consent']);
    expect((await gapsAsAt()).find((gap) => gap.code === 'group/member-without-consent')).toMatchObject({
      severity: 'red',
      duties: [68, 119],
    });
  });

  it('name what a group lacks: chair, secretary, action manager, functions, policy (duties 63, 71, 117, 118, 124)', async () => {
    const { groupId } = await world.must(addGroup, {
      groupType: 'ttcg',
      name: 'Tactical',
      code: 'TT',
      nodeType: 'force',
      nodeId: world.forceId,
      from: FOUNDED_ON,
      keyFunctions: ['analysis', 'response'],
    });
    expect((await codes()).filter((code) => code.startsWith('group/')).sort()).toEqual([
      'group/missing-functions',
      'group/no-action-manager',
      'group/no-chair',
      'group/no-policy',
      'group/no-secretary',
    ]);
    const analyst = await world.person('Police staff', 'Reed');
    await world.must(giveAppointment, {
      personId: analyst,
      role: 'member',
      memberFunction: 'analysis',
      scopeType: 'group',
      scopeId: groupId,
      from: FOUNDED_ON,
      givenBy: 'Chair',
    });
    expect((await gapsAsAt()).find((gap) => gap.code === 'group/missing-functions')?.sentence).toBe('Nobody for response.');
    const { policyId } = await world.must(setTcPolicy, { groupId, every: 1, unit: 'month', from: FOUNDED_ON });
    expect((await gapsAsAt()).find((gap) => gap.code === 'tc-policy/draft-without-reason')?.duties).toEqual([64]);
    await world.must(setTcPolicy, { policyId, groupId, every: 1, unit: 'month', from: FOUNDED_ON, reason: 'Monthly assessment' });
    await world.must(approveTcPolicy, { policyId, approvedBy: 'ACC' });
    expect(await codes()).not.toContain('group/no-policy');
  });

  it('propose an interim review when a strategic group meets more rarely than its policy allows (duty 65)', async () => {
    const { groupId } = await world.must(addGroup, {
      groupType: 'stcg',
      name: 'Strategic',
      code: 'ST',
      nodeType: 'force',
      nodeId: world.forceId,
      from: FOUNDED_ON,
    });
    const { policyId } = await world.must(setTcPolicy, {
      groupId,
      every: 12,
      unit: 'month',
      from: FOUNDED_ON,
      reason: 'Yearly budget',
      interimBeyondMonths: 6,
    });
    await world.must(approveTcPolicy, { policyId, approvedBy: 'Chief Constable' });
    const chair = await world.person('Chief Constable', 'Chair');
    await world.must(giveAppointment, {
      personId: chair,
      role: 'chair',
      scopeType: 'group',
      scopeId: groupId,
      from: FOUNDED_ON,
      authority: 'All',
      givenBy: 'Police authority',
    });
    const { gaps } = await world.view(governanceQuery, { asAt: FOUNDED_ON }, await world.actor(chair));
    expect(gaps.find((gap) => gap.duties.includes(65))?.sentence).toContain('Tue 1 Dec 2026');
  });

  it('name an action manager whose delegation came from a former chair (duty 124)', async () => {
    const { groupId } = await world.must(addGroup, {
      groupType: 'ttcg',
      name: 'Tactical',
      code: 'TT',
      nodeType: 'force',
      nodeId: world.forceId,
      from: FOUNDED_ON,
    });
    const [first, second, manager] = [
      await world.person('Superintendent', 'A'),
      await world.person('Superintendent', 'B'),
      await world.person('Sergeant', 'M'),
    ];
    const chair = (personId: string, from: Day, to: Day | '') => ({
      personId,
      role: 'chair' as const,
      scopeType: 'group' as const,
      scopeId: groupId,
      from,
      to,
      authority: 'All',
      givenBy: 'ACC',
    });
    await world.must(giveAppointment, chair(first, FOUNDED_ON, day('2026-06-30')));
    await world.must(giveAppointment, chair(second, day('2026-07-01'), ''));
    await world.must(giveAppointment, {
      personId: manager,
      role: 'action-manager',
      scopeType: 'group',
      scopeId: groupId,
      from: FOUNDED_ON,
      delegation: 'All',
      delegatedById: first,
      givenBy: 'ACC',
    });
    expect(await codes('2026-06-30')).not.toContain('group/delegation-by-former-chair');
    expect(await codes('2026-07-01')).toContain('group/delegation-by-former-chair');
  });

  it('change with the day asked about, past or future (duty 7)', async () => {
    world.now = instant('2026-10-01T09:00:00.000Z');
    const { unitId } = await world.must(addUnit, {
      from: day('2026-09-01'),
      name: 'New',
      unitType: 'response',
      remit: 'Calls',
      decidedBy: 'Chief',
    });
    const about = async (asAt: string) => (await gapsAsAt(asAt)).some((gap) => gap.subject.id === unitId);
    expect([await about('2026-08-31'), await about('2026-09-01'), await about('2027-01-01')]).toEqual([false, true, true]);
  });
});
