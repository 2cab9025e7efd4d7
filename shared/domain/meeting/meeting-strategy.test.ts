import { beforeEach, describe, expect, it } from 'vitest';
import type { StrategyPriority } from '#shared/domain/control-strategy/control-strategy.schema.ts';
import { type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { FINAL_ASSESSMENT, assessmentWith, ofPlace, priorityOf, standing } from '#test/builders/strategic-meeting.ts';
import { meetingStrategyQuery } from './meeting-strategy.ts';

let cast: MeetingWorld;
const row = (priorityId: string, reference: string, more: Partial<StrategyPriority> = {}): StrategyPriority => ({
  key: `row-${reference.toLowerCase()}`,
  priorityId,
  reference,
  title: `Priority ${reference}`,
  summary: '',
  issueId: '',
  includedBecause: 'Highest harm',
  ownerId: cast.ids.response,
  prevention: 'Schools',
  intelligence: 'Who supplies',
  enforcement: '',
  reassurance: '',
  objectiveIds: ['objective-one'],
  measures: [{ name: 'Injuries', baseline: '46', target: '40' }],
  hours: 100,
  officers: 0,
  budget: 0,
  ...more,
});

function strategyOf(priorities: readonly StrategyPriority[]): void {
  const put = ofPlace(cast, 'control-strategy', {
    id: 'strategy-one',
    state: 'set',
    number: 1,
    body: {
      groupId: cast.groupId,
      nodeType: 'area',
      nodeId: cast.world.areaIds[0] ?? '',
      version: 1,
      title: 'Control strategy of East',
      direction: '',
      withReassurance: false,
      priorities: [...priorities],
      parents: [],
      pool: { hours: 1000, officers: 10, budget: 0 },
      assessmentId: '',
      prioritisationId: '',
      amendsId: '',
      from: '2026-06-01' as never,
      reviewOn: '',
      setByDecisionId: 'decision-of-old',
      setAt: cast.world.now,
      decidedRev: '',
      publicationId: '',
      withdrawnBecause: '',
    },
  });
  standing(cast, { put });
}
const begin = async (groupType: 'stcg' | 'ttcg') => {
  cast = await meetingWorld({ groupType });
  priorityOf(cast, 'priority-one', 'CS1');
  priorityOf(cast, 'priority-two', 'CS2');
  strategyOf([row('priority-one', 'CS1'), row('priority-two', 'CS2', { hours: 0, ownerId: '' })]);
  assessmentWith(cast, FINAL_ASSESSMENT, [{ id: 'rec-one', title: 'Make it a priority' }]);
};
const shown = async (meetingId: string) => {
  const view = await cast.see('secretary', meetingStrategyQuery, { meetingId });
  if (view === null) throw new Error('nothing is shown');
  return view;
};

describe('what stands beside the record of a meeting', () => {
  beforeEach(() => begin('stcg'));

  it('lists a priority that nobody owns or that is given nothing, and no other (duty 97)', async () => {
    expect((await shown(await cast.live())).unserved.map((one) => [one.reference, one.lacks])).toEqual([['CS2', ['resource', 'owner']]]);
  });

  it('offers a strategic group what its decisions can name, with the pool of its strategy', async () => {
    const view = await shown(await cast.live());
    expect(view.nameable.map((one) => one.id)).toEqual(['recommendation/rec-one']);
    expect(view.bids?.pool).toEqual({ hours: 1000, officers: 10, budget: 0, from: 'strategy' });
  });

  it('shows a tactical meeting what the strategy in force says of each priority, and nothing to name (duty 80)', async () => {
    await begin('ttcg');
    const view = await shown(await cast.live());
    expect(view.strategy.map((one) => [one.reference, one.prevention, one.intelligence])).toEqual([
      ['CS1', 'Schools', 'Who supplies'],
      ['CS2', 'Schools', 'Who supplies'],
    ]);
    expect(view.nameable).toEqual([]);
    expect(view.recommendations).toEqual([]);
    expect(await cast.see('outsider', meetingStrategyQuery, { meetingId: view.meetingId })).toBeNull();
  });
});
