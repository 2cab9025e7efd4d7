import { beforeEach, describe, expect, it } from 'vitest';
import { type Day, instant } from '#shared/base/time.ts';
import { governanceQuery } from '#shared/domain/governance/governance.queries.ts';
import { checkInMemory } from '#shared/domain/kit/run-in-memory.ts';
import { nouns } from '#shared/domain/registry.ts';
import { codesOf, dutiesOf, FOUNDED_ON, foundWorld, type World } from '#test/builders/organisation-world.ts';
import { recordCapability, removeCapability } from './capability.commands.ts';
import { capabilitiesQuery, capabilityHistoryQuery } from './capability.queries.ts';

const day = (text: string): Day => text as Day;
let world: World;
beforeEach(async () => {
  world = await foundWorld();
});
const via = {
  capability: 'financial-intelligence',
  standing: 'access-via',
  provider: 'Regional Economic Crime Unit',
  agreement: 'Regional agreement 12',
  contact: 'Duty officer, 01632 960300',
  asOf: FOUNDED_ON,
} as const;
const row = async (name: string) => (await world.view(capabilitiesQuery, {})).rows.find((one) => one.name === name);

describe('the capabilities of the force', () => {
  it('are access through somebody only when that somebody is named, and warn when they have expired (duty 17)', async () => {
    const nobody = await world.run(recordCapability, { ...via, provider: '' });
    expect(codesOf(nobody)).toEqual(['capability/without-provider']);
    expect(dutiesOf(nobody)).toEqual([17]);
    await world.must(recordCapability, { ...via, expiresOn: day('2026-12-31') });
    expect(await row('Financial intelligence')).toMatchObject({ stands: 'in-place', provider: via.provider, warning: '' });
    world.now = instant('2026-12-01T09:00:00.000Z');
    expect(await row('Financial intelligence')).toMatchObject({ stands: 'ends-soon', severity: 'amber' });
    world.now = instant('2027-01-01T09:00:00.000Z');
    expect(await row('Financial intelligence')).toMatchObject({ stands: 'expired', severity: 'red' });
    const gaps = (await world.view(governanceQuery, { asAt: day('2027-01-01') })).gaps.filter((gap) => gap.topic === 'capabilities');
    expect(gaps.find((gap) => gap.code === 'capability/expired')).toMatchObject({
      severity: 'red',
      duties: [17, 19],
      since: '2026-12-31',
    });
  });

  it('list those the doctrine names as gaps until somebody says how they stand (duties 17, 19-24)', async () => {
    const { rows } = await world.view(capabilitiesQuery, {});
    expect(rows.map((one) => one.duty)).toEqual([19, 20, 21, 22, 23, 24]);
    expect(new Set(rows.map((one) => one.stands))).toEqual(new Set(['not-recorded']));
    await world.must(recordCapability, { capability: 'prison-intelligence', standing: 'none', asOf: FOUNDED_ON });
    expect(await row('Prison intelligence')).toMatchObject({ stands: 'none', severity: 'red' });
    await world.must(recordCapability, { capability: 'other', name: 'Digital forensics', standing: 'own', asOf: FOUNDED_ON });
    expect((await world.view(capabilitiesQuery, {})).rows.at(-1)).toMatchObject({ name: 'Digital forensics', stands: 'in-place' });
  });

  it('keep every standing they ever had, so that one can tell what the force could do when (duty 17)', async () => {
    const { capabilityId } = await world.must(recordCapability, via);
    world.now = instant('2026-08-01T09:00:00.000Z');
    await world.must(recordCapability, { ...via, capabilityId, standing: 'own', provider: '', asOf: day('2026-08-01') });
    const { rows } = await world.view(capabilityHistoryQuery, { capabilityId });
    expect(rows.map((one) => [one.on, one.standing, one.provider, one.by])).toEqual([
      ['2026-08-01', 'own', '', 'Ada Ministrator'],
      ['2026-06-01', 'access-via', via.provider, 'Ada Ministrator'],
    ]);
  });

  it('refuse days and names that cannot be, each with a remedy, and lose nothing of what is there', async () => {
    const { capabilityId } = await world.must(recordCapability, via);
    const why = async (more: object) => codesOf(await world.run(recordCapability, { ...via, capabilityId, ...more }));
    expect(await why({ expiresOn: day('2026-05-31') })).toEqual(['capability/expires-before-its-date']);
    expect(await why({ asOf: day('2026-06-02') })).toEqual(['capability/as-of-to-come']);
    expect(await why({ standing: 'none' })).toEqual(['capability/provider-of-nothing']);
    expect(await why({ standing: 'none', provider: '', expiresOn: day('2026-07-01') })).toEqual(['capability/expiry-of-nothing']);
    expect(await why({ capability: 'analysis' })).toEqual(['capability/another-now']);
    expect(await why({ capabilityId: '', capability: 'other' })).toEqual(['capability/without-name']);
    expect(await why({ capabilityId: '' })).toEqual(['capability/listed-already']);
    expect(await row('Financial intelligence')).toMatchObject({ standing: 'access-via', provider: via.provider });
  });

  it('are taken off the list with a reason, never erased, and then are a gap again', async () => {
    const { capabilityId } = await world.must(recordCapability, via);
    expect(codesOf(await world.run(removeCapability, { capabilityId, because: '' }))).toEqual(['capability/removed-without-reason']);
    await world.must(removeCapability, { capabilityId, because: 'Listed twice' });
    expect(await row('Financial intelligence')).toMatchObject({ stands: 'not-recorded' });
    expect(codesOf(await world.run(recordCapability, { ...via, capabilityId }))).toContain('capability/removed');
    const actor = await world.actor(world.administratorId);
    const erased = await checkInMemory(world.records, nouns, [{ erase: { kind: 'capability', id: capabilityId } }], {
      actor,
      now: world.now,
    });
    expect(erased.map((refusal) => refusal.code)).toEqual(['capability/kept']);
  });

  it('hold a record that was written past the command to the same rules (duty 17)', async () => {
    const { capabilityId } = await world.must(recordCapability, via);
    const stored = await world.records.reading.one('capability', capabilityId);
    if (stored === null) throw new Error('not stored');
    const forged = await checkInMemory(world.records, nouns, [{ put: { ...stored, body: { ...stored.body, provider: '' } } }], {
      actor: await world.actor(world.administratorId),
      now: world.now,
    });
    expect(forged.map((refusal) => refusal.code)).toEqual(['capability/without-provider']);
  });

  it("are not everybody's to record", async () => {
    const constable = await world.actor(await world.person('Constable', 'Beat'));
    expect(codesOf(await world.run(recordCapability, via, constable))).toEqual(['organisation/not-yours-to-change']);
  });
});
