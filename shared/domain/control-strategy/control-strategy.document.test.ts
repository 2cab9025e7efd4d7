import { beforeEach, describe, expect, it } from 'vitest';
import { type StrategyWorld, strategyWorld } from '#test/builders/strategy-world.ts';
import { controlStrategyDocument, type StrategyCopy } from './control-strategy.document.ts';

let cast: StrategyWorld;
beforeEach(async () => {
  cast = await strategyWorld();
});

async function printed(strategyId: string, copy: StrategyCopy, who: 'outsider' | 'chair' | 'partner' = 'outsider') {
  const actor = await cast.world.actor(cast.ids[who]);
  return controlStrategyDocument.read({ strategyId, copy }, { actor, now: cast.world.now, reading: cast.world.records.readingOf(actor) });
}
const pageOf = async (strategyId: string, copy: StrategyCopy) => {
  const result = await printed(strategyId, copy);
  if (!result.ok) throw new Error(result.refusals[0].message);
  return result.value;
};

describe('the control strategy on paper', () => {
  it('is one page across, marked, with version, day, meeting, decision, next review and who alone amends it (duty 83)', async () => {
    const { strategyId } = await cast.inForce({ reviewOn: '2027-05-24' });
    const page = await pageOf(strategyId, 'police');
    expect(page).toMatchObject({
      layout: 'landscape',
      onePage: true,
      marking: 'OFFICIAL',
      policeOnly: true,
      reference: 'TTCG-E/2026-11-24/D1',
    });
    const text = JSON.stringify(page);
    for (const said of [
      'Version 1',
      'TTCG-E/2026-11-24',
      '24 May 2027',
      'amended only by it',
      'Domestic abuse',
      'Owner: Inspector',
      'Pool',
    ])
      expect(text).toContain(said);
  });

  it('says its scope: the force, or the command area it is for (duty 84)', async () => {
    expect((await pageOf((await cast.inForce()).strategyId, 'police')).subtitle).toContain('Force: Northmoor Police');
    cast = await strategyWorld({ level: 'area' });
    expect((await pageOf((await cast.inForce()).strategyId, 'police')).subtitle).toContain('Command area: East');
  });

  it('leaves out of the partners’ copy what is police only, without a gap, a total or a reason that would tell of it (duty 100)', async () => {
    const { strategyId } = await cast.inForce({
      policeOnlyParts: ['intelligence', 'enforcement', 'owner'],
      priorities: [cast.row(1, { title: 'Covert matter', policeOnly: true }), cast.row(2)],
    });
    const text = JSON.stringify(await pageOf(strategyId, 'partners'));
    for (const kept of [
      'Covert matter',
      'CS1',
      'CS2',
      'Intelligence',
      'gaps on repeat',
      'Arrest within',
      'Owner',
      'Highest harm',
      'Pool',
      'Given in all',
    ])
      expect(text).not.toContain(kept);
    expect(text).toContain('1 County lines');
    expect(JSON.stringify(await pageOf(strategyId, 'police'))).toContain('Covert matter');
  });

  it('cannot be taken by a partner, and a draft says that it is none', async () => {
    const strategyId = await cast.drafted();
    expect((await printed(strategyId, 'partners', 'partner')).ok).toBe(false);
    const draft = await printed(strategyId, 'police', 'chair');
    expect(draft.ok && JSON.stringify(draft.value)).toContain('This is not the control strategy');
  });
});
