import { beforeEach, describe, expect, it } from 'vitest';
import { type Day, instant } from '#shared/base/time.ts';
import { endAppointment, giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import { governanceQuery } from '#shared/domain/governance/governance.queries.ts';
import { checkInMemory } from '#shared/domain/kit/run-in-memory.ts';
import { leavePerson } from '#shared/domain/person/person.commands.ts';
import { nouns } from '#shared/domain/registry.ts';
import { codesOf, dutiesOf, FOUNDED_ON, foundWorld, type World } from '#test/builders/organisation-world.ts';
import { endGovernanceElement, linkGovernanceElement, recordGovernanceElement } from './governance-element.commands.ts';
import { governanceElementsQuery } from './governance-element.queries.ts';

const day = (text: string): Day => text as Day;
let world: World;
let lead: string;
let finance: string;
let leadAppointmentId: string;
beforeEach(async () => {
  world = await foundWorld();
  lead = await world.person('Assistant Chief Constable', 'High');
  finance = await world.person('Police staff', 'Ledger');
  leadAppointmentId = (
    await world.must(giveAppointment, {
      personId: lead,
      role: 'chief-officer-lead',
      scopeType: 'force',
      scopeId: world.forceId,
      from: FOUNDED_ON,
      givenBy: 'Chief Constable',
    })
  ).appointmentId;
});
const planning = () => ({ elementType: 'business-planning', name: 'Business planning', ownerId: finance }) as const;
const elements = () => world.view(governanceElementsQuery, {});
const gaps = async (asAt: string = FOUNDED_ON) =>
  (await world.view(governanceQuery, { asAt: day(asAt) })).gaps.filter(
    (gap) => gap.topic === 'elements' || gap.code === 'governance-element/owner-left',
  );

describe('the elements of corporate governance', () => {
  it('are listed for the lead with their owners, and those not linked to the lead are flagged (duty 4)', async () => {
    expect((await gaps()).map((gap) => gap.code)).toEqual(Array(3).fill('governance-element/missing'));
    const { elementId } = await world.must(recordGovernanceElement, planning());
    expect((await elements()).rows).toMatchObject([{ name: 'Business planning', owner: 'Sam Ledger', link: 'unlinked' }]);
    expect((await gaps()).find((gap) => gap.code === 'governance-element/unlinked')).toMatchObject({
      severity: 'red',
      duties: [4],
      subject: { kind: 'governance-element', id: elementId },
    });
    await world.must(linkGovernanceElement, { elementId, leadAppointmentId });
    expect((await elements()).rows[0]).toMatchObject({ link: 'linked', lead: 'Assistant Chief Constable Sam High', warnings: [] });
    expect((await elements()).missing).toHaveLength(2);
  });

  it('are flagged again when the lead they are linked to leaves office (duty 4)', async () => {
    await world.must(recordGovernanceElement, { ...planning(), leadAppointmentId });
    await world.must(endAppointment, { appointmentId: leadAppointmentId, on: day('2026-06-30'), because: 'Retired' });
    world.now = instant('2026-07-01T09:00:00.000Z');
    expect((await elements()).rows[0]?.link).toBe('lead-gone');
    expect((await gaps('2026-07-01')).find((gap) => gap.code === 'governance-element/lead-gone')).toMatchObject({ since: '2026-06-30' });
  });

  it('have an owner who serves in the force: nobody, a partner and one who left are refused (duty 4)', async () => {
    const none = await world.run(recordGovernanceElement, { ...planning(), ownerId: '' });
    expect(codesOf(none)).toEqual(['governance-element/without-owner']);
    expect(dutiesOf(none)).toEqual([4]);
    await world.must(leavePerson, { personId: finance, on: FOUNDED_ON });
    world.now = instant('2026-06-02T09:00:00.000Z');
    expect(codesOf(await world.run(recordGovernanceElement, planning()))).toEqual(['governance-element/owner-not-serving']);
  });

  it('are linked to the appointment of a lead and to nothing else (duty 4)', async () => {
    const { appointmentId } = await world.must(giveAppointment, {
      personId: finance,
      role: 'analyst',
      scopeType: 'force',
      scopeId: world.forceId,
      from: FOUNDED_ON,
      givenBy: 'Director',
    });
    expect(codesOf(await world.run(recordGovernanceElement, { ...planning(), leadAppointmentId: appointmentId }))).toEqual([
      'governance-element/not-the-lead',
    ]);
  });

  it('end with a reason and are never erased', async () => {
    const { elementId } = await world.must(recordGovernanceElement, planning());
    expect(codesOf(await world.run(recordGovernanceElement, planning()))).toEqual(['governance-element/name-taken']);
    expect(codesOf(await world.run(endGovernanceElement, { elementId, because: ' ' }))).toEqual([
      'governance-element/ended-without-reason',
    ]);
    await world.must(endGovernanceElement, { elementId, because: 'Merged with the budget' });
    expect((await elements()).rows).toEqual([]);
    const erased = await checkInMemory(world.records, nouns, [{ erase: { kind: 'governance-element', id: elementId } }], {
      actor: await world.actor(world.administratorId),
      now: world.now,
    });
    expect(erased.map((refusal) => refusal.code)).toEqual(['governance-element/kept']);
  });
});
