import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, type Day, instant } from '#shared/base/time.ts';
import { addGroup } from '#shared/domain/group/group.commands.ts';
import { checkInMemory } from '#shared/domain/kit/run-in-memory.ts';
import { addPartnerAgency, consentPartnerAgency, agreePartnerAgency } from '#shared/domain/partner-agency/partner-agency.commands.ts';
import { addPerson, changePerson, leavePerson } from '#shared/domain/person/person.commands.ts';
import { RANKS } from '#shared/domain/person/person.schema.ts';
import { isChiefOfficer } from '#shared/domain/person/rank.ts';
import { nouns } from '#shared/domain/registry.ts';
import { addUnit } from '#shared/domain/unit/unit.commands.ts';
import { codesOf, dutiesOf, FOUNDED_ON, foundWorld, type World } from '#test/builders/organisation-world.ts';
import { appointmentsOn, shareADay } from './appointment-days.ts';
import { endAppointment, giveAppointment } from './appointment.commands.ts';

const day = (text: string): Day => text as Day;
let world: World;
let ttcg: string;
let stcg: string;
beforeEach(async () => {
  world = await foundWorld();
  ttcg = (
    await world.must(addGroup, {
      groupType: 'ttcg',
      name: 'East tactical group',
      code: 'TTCG-E',
      nodeType: 'area',
      nodeId: world.areaIds[0] ?? '',
      from: FOUNDED_ON,
    })
  ).groupId;
  stcg = (
    await world.must(addGroup, {
      groupType: 'stcg',
      name: 'Force strategic group',
      code: 'STCG',
      nodeType: 'force',
      nodeId: world.forceId,
      from: FOUNDED_ON,
    })
  ).groupId;
});
const lead = (personId: string, more: object = {}) => ({
  personId,
  role: 'chief-officer-lead' as const,
  scopeType: 'force' as const,
  scopeId: world.forceId,
  from: FOUNDED_ON,
  givenBy: 'Chief Constable',
  ...more,
});
const inGroup = (
  personId: string,
  role: 'chair' | 'deputy-chair' | 'secretary' | 'action-manager' | 'member' | 'partner-member',
  more: object = {},
  groupId = ttcg,
) => ({ personId, role, scopeType: 'group' as const, scopeId: groupId, from: FOUNDED_ON, givenBy: 'Director of intelligence', ...more });
const AUTHORITY = { authority: 'All uniform and detective resources of East' };

describe('the chief-officer lead', () => {
  it('cannot be an Inspector; an Assistant Chief Constable can, and the rank then held is kept (duty 1)', async () => {
    const refusal = await world.run(giveAppointment, lead(await world.person('Inspector', 'Low')));
    expect(codesOf(refusal)).toEqual(['appointment/needs-chief-officer-rank']);
    expect(dutiesOf(refusal)).toEqual([1]);
    const high = await world.person('Assistant Chief Constable', 'High');
    const { appointmentId } = await world.must(giveAppointment, lead(high));
    await world.must(changePerson, { personId: high, givenName: 'Sam', familyName: 'High', rank: 'Deputy Chief Constable' });
    expect((await world.records.reading.one('appointment', appointmentId))?.body.rankWhenGiven).toBe('Assistant Chief Constable');
  });

  it('keeps the rank while leading, and may be of any rank when it is over (duty 1)', async () => {
    const high = await world.person('Commander', 'High');
    const { appointmentId } = await world.must(giveAppointment, lead(high));
    const demotion = { personId: high, givenName: 'Sam', familyName: 'High', rank: 'Superintendent' as const };
    expect(codesOf(await world.run(changePerson, demotion))).toEqual(['person/leads-as-chief-officer']);
    await world.must(endAppointment, { appointmentId, on: day('2026-06-10'), because: 'Moved' });
    world.now = instant('2026-06-11T09:00:00.000Z');
    expect(codesOf(await world.run(changePerson, demotion))).toEqual([]);
    expect((await world.records.reading.versions('appointment', appointmentId)).length).toBe(1);
  });

  it('carries each responsibility alone, but two officers may share the two (duties 2, 3)', async () => {
    const first = await world.person('Deputy Chief Constable', 'First');
    const second = await world.person('Assistant Chief Constable', 'Second');
    await world.must(giveAppointment, lead(first, { responsibilities: ['intelligence-led-policing'] }));
    expect(
      codesOf(
        await world.run(giveAppointment, lead(second, { responsibilities: ['intelligence-led-policing', 'intelligence-capability'] })),
      ),
    ).toEqual(['appointment/responsibility-taken']);
    expect(codesOf(await world.run(giveAppointment, lead(second, { responsibilities: ['intelligence-capability'] })))).toEqual([]);
    expect(
      codesOf(await world.run(giveAppointment, inGroup(second, 'chair', { ...AUTHORITY, responsibilities: ['intelligence-capability'] }))),
    ).toEqual(['appointment/responsibility-only-for-lead']);
  });

  it('never is below chief officer rank, whatever sequence of commands is tried (duty 1)', async () => {
    const step = fc.record({
      act: fc.constantFrom('give', 'promote', 'end', 'wait', 'leave'),
      who: fc.integer({ min: 0, max: 2 }),
      rank: fc.constantFrom(...RANKS.filter((rank) => rank !== 'Partner')),
      days: fc.integer({ min: 0, max: 20 }),
      open: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const own = await foundWorld();
        const people = [
          await own.person('Commander', 'One'),
          await own.person('Inspector', 'Two'),
          await own.person('Chief Constable', 'Three'),
        ];
        let today = FOUNDED_ON;
        for (const { act, who, rank, days, open } of steps) {
          const personId = people[who] ?? '';
          if (act === 'wait') {
            today = addDays(today, days);
            own.now = instant(`${today}T09:00:00.000Z`);
          } else if (act === 'give') {
            const from = addDays(today, days - 10);
            await own.run(giveAppointment, {
              ...lead(personId),
              scopeId: own.forceId,
              from,
              to: open ? '' : addDays(from, days),
              responsibilities: days % 2 === 0 ? ['intelligence-capability'] : [],
            });
          } else if (act === 'promote') {
            await own.run(changePerson, { personId, givenName: 'Sam', familyName: `P${who}`, rank });
          } else if (act === 'leave') {
            await own.run(leavePerson, { personId, on: addDays(today, days) });
          } else {
            const [held] = await own.records.reading.many('appointment', { owner: personId });
            if (held !== undefined)
              await own.run(endAppointment, { appointmentId: held.id, on: addDays(today, days - 5), because: 'Tried' });
          }
          for (const one of appointmentsOn(await own.records.reading.many('appointment'), today)) {
            if (one.body.role !== 'chief-officer-lead') continue;
            const holder = await own.records.reading.one('person', one.body.personId);
            expect(holder !== null && isChiefOfficer(holder.body.rank)).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the officers of a group', () => {
  it('has a chair with written authority (duties 71, 120)', async () => {
    const chair = await world.person('Superintendent', 'Chair');
    const refusal = await world.run(giveAppointment, inGroup(chair, 'chair'));
    expect(codesOf(refusal)).toEqual(['appointment/needs-authority']);
    expect(dutiesOf(refusal)).toEqual([71, 120]);
    expect(codesOf(await world.run(giveAppointment, inGroup(chair, 'chair', AUTHORITY)))).toEqual([]);
  });

  it('has one chair, one secretary and one action manager on any day (duties 71, 124)', async () => {
    const [a, b] = [await world.person('Superintendent', 'A'), await world.person('Chief Superintendent', 'B')];
    await world.must(giveAppointment, inGroup(a, 'chair', { ...AUTHORITY, to: day('2026-06-30') }));
    await world.must(giveAppointment, inGroup(a, 'secretary'));
    await world.must(giveAppointment, inGroup(a, 'action-manager', { delegation: 'Verify and chase', delegatedById: a }));
    expect(codesOf(await world.run(giveAppointment, inGroup(b, 'chair', { ...AUTHORITY, from: day('2026-06-30') })))).toEqual([
      'appointment/role-taken',
    ]);
    expect(codesOf(await world.run(giveAppointment, inGroup(b, 'secretary')))).toEqual(['appointment/role-taken']);
    expect(codesOf(await world.run(giveAppointment, inGroup(b, 'action-manager', { delegation: 'Verify', delegatedById: a })))).toEqual([
      'appointment/role-taken',
    ]);
    expect(codesOf(await world.run(giveAppointment, inGroup(b, 'chair', { ...AUTHORITY, from: day('2026-07-01') })))).toEqual([]);
  });

  it('never has two chairs on one day, whatever is given and ended (duty 71)', async () => {
    const given = fc.array(
      fc.record({
        who: fc.integer({ min: 0, max: 2 }),
        from: fc.integer({ min: 0, max: 60 }),
        length: fc.option(fc.integer({ min: 0, max: 30 })),
        end: fc.boolean(),
      }),
      { maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(given, async (steps) => {
        const own = await foundWorld();
        const people = [
          await own.person('Superintendent', 'A'),
          await own.person('Superintendent', 'B'),
          await own.person('Superintendent', 'C'),
        ];
        const { groupId } = await own.must(addGroup, {
          groupType: 'ttcg',
          name: 'Group',
          code: 'TT',
          nodeType: 'force',
          nodeId: own.forceId,
          from: FOUNDED_ON,
        });
        for (const { who, from, length, end } of steps) {
          const begin = addDays(FOUNDED_ON, from);
          await own.run(
            giveAppointment,
            inGroup(people[who] ?? '', 'chair', { ...AUTHORITY, from: begin, to: length === null ? '' : addDays(begin, length) }, groupId),
          );
          const chairs = await own.records.reading.many('appointment', { parent: groupId });
          const last = chairs.at(-1);
          if (end && last !== undefined)
            await own.run(endAppointment, { appointmentId: last.id, on: addDays(FOUNDED_ON, from + (length ?? 0)), because: 'Tried' });
        }
        const chairs = await own.records.reading.many('appointment', { parent: groupId });
        for (let on = FOUNDED_ON; on < addDays(FOUNDED_ON, 100); on = addDays(on, 1))
          expect(appointmentsOn(chairs, on).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it("has an action manager only with the chair's own written delegation (duty 124)", async () => {
    const [chair, other] = [await world.person('Superintendent', 'Chair'), await world.person('Inspector', 'Other')];
    await world.must(giveAppointment, inGroup(chair, 'chair', AUTHORITY));
    expect(codesOf(await world.run(giveAppointment, inGroup(other, 'action-manager')))).toEqual(['appointment/needs-delegation']);
    expect(
      codesOf(await world.run(giveAppointment, inGroup(other, 'action-manager', { delegation: 'All', delegatedById: other }))),
    ).toEqual(['appointment/delegated-by-chair-only']);
    expect(
      codesOf(await world.run(giveAppointment, inGroup(other, 'action-manager', { delegation: 'All', delegatedById: chair }))),
    ).toEqual([]);
  });

  it('names what each member is there for (duty 118)', async () => {
    const one = await world.person('Inspector', 'One');
    expect(codesOf(await world.run(giveAppointment, inGroup(one, 'member')))).toEqual(['appointment/needs-function']);
    expect(codesOf(await world.run(giveAppointment, inGroup(one, 'member', { memberFunction: 'response' })))).toEqual([]);
  });

  it('takes a member who is not senior into a strategic group with a warning, and says nothing for a tactical one (duty 66)', async () => {
    const one = await world.person('Inspector', 'One');
    const strategic = await world.must(giveAppointment, inGroup(one, 'member', { memberFunction: 'response' }, stcg));
    expect(strategic.warnings.map((warning) => [warning.code, warning.duties])).toEqual([['appointment/not-senior', [66]]]);
    const tactical = await world.must(giveAppointment, inGroup(one, 'member', { memberFunction: 'response' }));
    expect(tactical.warnings).toEqual([]);
    const superintendent = await world.person('Superintendent', 'Two');
    expect(
      (await world.must(giveAppointment, inGroup(superintendent, 'chair', AUTHORITY, stcg))).warnings.map((warning) => warning.code),
    ).toEqual(['appointment/not-usual-chair']);
  });

  it('lets one person hold several roles, but not the same one twice', async () => {
    const one = await world.person('Superintendent', 'One');
    await world.must(giveAppointment, inGroup(one, 'chair', AUTHORITY));
    await world.must(giveAppointment, inGroup(one, 'member', { memberFunction: 'command' }));
    expect(codesOf(await world.run(giveAppointment, inGroup(one, 'member', { memberFunction: 'response' })))).toEqual([
      'appointment/already-held',
    ]);
  });

  it('has deputies only for someone else in the same role and place (duties 66, 72)', async () => {
    const [a, b] = [await world.person('Superintendent', 'A'), await world.person('Chief Inspector', 'B')];
    const { appointmentId } = await world.must(giveAppointment, inGroup(a, 'secretary'));
    expect(
      codesOf(await world.run(giveAppointment, inGroup(b, 'member', { memberFunction: 'response', deputyForId: appointmentId }))),
    ).toEqual(['appointment/deputy-does-not-fit']);
    expect(codesOf(await world.run(giveAppointment, inGroup(b, 'secretary', { deputyForId: appointmentId })))).toEqual([]);
  });
});

describe('partner members', () => {
  it('sit in a group only when both sides have consented by that day (duties 67, 68, 119)', async () => {
    const { agencyId } = await world.must(addPartnerAgency, { name: 'Northmoor Council', agencyType: 'local-authority' });
    const partner = await world.person('Partner', 'Vane', { partnerAgencyId: agencyId });
    const join = inGroup(partner, 'partner-member');
    expect(codesOf(await world.run(giveAppointment, join))).toEqual(['appointment/consent-one-sided']);
    await world.must(consentPartnerAgency, { agencyId, side: 'police', on: FOUNDED_ON, by: 'ACC Hale' });
    const oneSided = await world.run(giveAppointment, join);
    expect(codesOf(oneSided)).toEqual(['appointment/consent-one-sided']);
    expect(dutiesOf(oneSided)).toContain(68);
    expect(oneSided.ok ? '' : oneSided.refusals[0].message).toContain('Northmoor Council has not consented by Mon 1 Jun 2026');
    world.now = instant('2026-06-05T09:00:00.000Z');
    await world.must(consentPartnerAgency, { agencyId, side: 'partner', on: day('2026-06-05'), by: 'Chief executive' });
    expect(codesOf(await world.run(giveAppointment, join))).toEqual(['appointment/consent-one-sided']);
    const out = await world.must(giveAppointment, { ...join, from: day('2026-06-05') });
    expect(out.warnings.map((warning) => [warning.code, warning.duties])).toEqual([['partner-agency/no-agreement', [67]]]);
  });

  it('wait for the police side as much as for their own (duty 68)', async () => {
    const { agencyId } = await world.must(addPartnerAgency, { name: 'Probation', agencyType: 'probation' });
    const partner = await world.person('Partner', 'Vane', { partnerAgencyId: agencyId });
    await world.must(consentPartnerAgency, { agencyId, side: 'partner', on: FOUNDED_ON, by: 'Head' });
    world.now = instant('2026-06-05T09:00:00.000Z');
    await world.must(consentPartnerAgency, { agencyId, side: 'police', on: day('2026-06-05'), by: 'ACC Hale' });
    const early = await world.run(giveAppointment, inGroup(partner, 'partner-member'));
    expect(codesOf(early)).toEqual(['appointment/consent-one-sided']);
    expect(early.ok ? '' : early.refusals[0].message).toContain('The police have not consented by Mon 1 Jun 2026');
    expect(codesOf(await world.run(giveAppointment, inGroup(partner, 'partner-member', { from: day('2026-06-05') })))).toEqual([]);
  });

  it('are warned of when the agreement has run out (duty 67)', async () => {
    const { agencyId } = await world.must(addPartnerAgency, { name: 'Fire service', agencyType: 'fire-and-rescue' });
    for (const side of ['police', 'partner'] as const)
      await world.must(consentPartnerAgency, { agencyId, side, on: FOUNDED_ON, by: 'Both' });
    await world.must(agreePartnerAgency, { agencyId, reference: 'ISA-1', from: day('2025-01-01'), to: day('2026-05-31') });
    const partner = await world.person('Partner', 'Vane', { partnerAgencyId: agencyId });
    expect((await world.must(giveAppointment, inGroup(partner, 'partner-member'))).warnings.map((warning) => warning.code)).toEqual([
      'partner-agency/agreement-expired',
    ]);
  });

  it('are the only ones who are partner members, and are nothing else in a group (duty 119)', async () => {
    const { agencyId } = await world.must(addPartnerAgency, { name: 'Council', agencyType: 'local-authority' });
    const partner = await world.person('Partner', 'Vane', { partnerAgencyId: agencyId });
    const police = await world.person('Inspector', 'Bell');
    expect(codesOf(await world.run(giveAppointment, inGroup(police, 'partner-member')))).toEqual(['appointment/partner-only']);
    expect(codesOf(await world.run(giveAppointment, inGroup(partner, 'chair', AUTHORITY)))).toEqual(['appointment/police-role']);
  });
});

describe('appointments in time', () => {
  it('are ended, never rewritten or removed, so that history is kept (duties 1, 7)', async () => {
    const one = await world.person('Inspector', 'One');
    const { appointmentId } = await world.must(giveAppointment, inGroup(one, 'secretary'));
    const stored = await world.records.reading.one('appointment', appointmentId);
    if (stored === null) throw new Error('not stored');
    const by = { actor: await world.actor(world.administratorId), now: world.now };
    const rewritten = await checkInMemory(world.records, nouns, [{ put: { ...stored, body: { ...stored.body, givenBy: 'Nobody' } } }], by);
    expect(rewritten.map((refusal) => refusal.code)).toEqual(['appointment/fixed']);
    const erased = await checkInMemory(world.records, nouns, [{ erase: { kind: 'appointment', id: appointmentId } }], by);
    expect(erased.map((refusal) => refusal.code)).toEqual(['appointment/kept']);
  });

  it('do not end before they begin, and what is over stays over (duty 7)', async () => {
    const one = await world.person('Inspector', 'One');
    const { appointmentId } = await world.must(giveAppointment, inGroup(one, 'secretary', { from: day('2026-06-10') }));
    expect(codesOf(await world.run(endAppointment, { appointmentId, on: day('2026-06-09'), because: 'Wrong' }))).toEqual([
      'appointment/days-out-of-order',
    ]);
    await world.must(endAppointment, { appointmentId, on: day('2026-06-12'), because: 'Moved' });
    world.now = instant('2026-06-20T09:00:00.000Z');
    expect(codesOf(await world.run(endAppointment, { appointmentId, on: day('2026-06-30'), because: 'Longer' }))).toEqual([
      'appointment/over',
    ]);
  });

  it('lie within service, and in a place that is there', async () => {
    const late = await world.person('Inspector', 'Late', { from: day('2026-07-01') });
    expect(codesOf(await world.run(giveAppointment, inGroup(late, 'secretary')))).toEqual(['appointment/outside-service']);
    const one = await world.person('Inspector', 'One');
    expect(codesOf(await world.run(giveAppointment, { ...inGroup(one, 'secretary'), from: day('2026-05-01') }))).toContain(
      'appointment/scope-not-in-use',
    );
    expect(codesOf(await world.run(giveAppointment, { ...inGroup(one, 'secretary'), scopeType: 'force', scopeId: world.forceId }))).toEqual(
      ['appointment/scope-not-for-role'],
    );
  });

  it('share a day exactly when some day counts for both', () => {
    const days = fc
      .record({ from: fc.integer({ min: 0, max: 30 }), to: fc.option(fc.integer({ min: 0, max: 30 })) })
      .map(({ from, to }) => ({
        from: addDays(FOUNDED_ON, from),
        to: to === null ? '' : addDays(FOUNDED_ON, Math.max(from, to)),
      }));
    fc.assert(
      fc.property(days, days, (a, b) => {
        const all = Array.from({ length: 40 }, (_unused, index) => addDays(FOUNDED_ON, index));
        const counts = (span: { from: string; to: string }, on: Day): boolean => appointmentsOn([{ body: span }], on).length === 1;
        expect(shareADay(a, b)).toBe(all.some((on) => counts(a, on) && counts(b, on)));
      }),
    );
  });
});

describe('who appoints', () => {
  it('leaves the last administrator in place, by whatever way they would go (duty 14)', async () => {
    const [own] = await world.records.reading.many('appointment', { owner: world.administratorId });
    const end = { appointmentId: own?.id ?? '', on: day('2026-06-30'), because: 'Tired' };
    expect(codesOf(await world.run(endAppointment, end))).toEqual(['appointment/last-administrator']);
    expect(codesOf(await world.run(leavePerson, { personId: world.administratorId, on: day('2026-06-30') }))).toEqual([
      'person/last-administrator',
    ]);
    expect(
      codesOf(await world.run(leavePerson, { personId: world.administratorId, on: day('2026-06-30'), endAppointments: true })),
    ).toContain('appointment/last-administrator');
    const second = await world.person('Police staff', 'Second');
    await world.must(giveAppointment, { ...lead(second), role: 'administrator' });
    expect(codesOf(await world.run(endAppointment, end))).toEqual([]);
  });

  it('refuses someone without the office, and lets a chair appoint in their own group only (duties 6, 124)', async () => {
    const [chair, other] = [await world.person('Superintendent', 'Chair'), await world.person('Inspector', 'Other')];
    await world.must(giveAppointment, inGroup(chair, 'chair', AUTHORITY));
    const asChair = await world.actor(chair);
    expect(codesOf(await world.run(giveAppointment, inGroup(other, 'secretary'), await world.actor(other)))).toEqual([
      'organisation/not-yours-to-change',
    ]);
    expect(codesOf(await world.run(giveAppointment, inGroup(other, 'secretary'), asChair))).toEqual([]);
    expect(codesOf(await world.run(giveAppointment, inGroup(other, 'secretary', {}, stcg), asChair))).toEqual([
      'organisation/not-yours-to-change',
    ]);
  });

  it('lets only an administrator make administrators and auditors (duty 14)', async () => {
    const director = await world.person('Detective Chief Superintendent', 'Director');
    await world.must(giveAppointment, { ...lead(director), role: 'director-of-intelligence' });
    const asDirector = await world.actor(director);
    expect(codesOf(await world.run(giveAppointment, { ...lead(director), role: 'administrator' }, asDirector))).toEqual([
      'appointment/administrator-gives',
    ]);
    expect(
      codesOf(
        await world.run(
          addUnit,
          { from: FOUNDED_ON, name: 'Intelligence', unitType: 'intelligence-unit', decidedBy: 'Director' },
          asDirector,
        ),
      ),
    ).toEqual([]);
    expect(
      codesOf(await world.run(addPerson, { givenName: 'A', familyName: 'B', rank: 'Constable', from: FOUNDED_ON }, asDirector)),
    ).toEqual([]);
  });

  it('says so when someone gives a role to themselves (duty 122)', async () => {
    const out = await world.must(giveAppointment, { ...lead(world.administratorId), role: 'auditor' });
    expect(out.warnings.map((warning) => warning.code)).toEqual(['appointment/to-oneself']);
  });
});
