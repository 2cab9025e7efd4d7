import type { z } from 'zod';
import { type Day, dayOf } from '#shared/base/time.ts';
import {
  changeControlStrategy,
  draftControlStrategy,
  setControlStrategy,
} from '#shared/domain/control-strategy/control-strategy.commands.ts';
import { closeMeeting } from '#shared/domain/meeting/meeting.commands.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { type MeetingWorld, meetingWorld } from './meeting-world.ts';

type Content = Omit<z.input<typeof changeControlStrategy.args>, 'strategyId' | 'rev'>;
type Row = NonNullable<Content['priorities']>[number];

/** The strategic group of the force or of East with its people, and what it takes to draft, decide on and set a control strategy. */
export interface StrategyWorld extends MeetingWorld {
  readonly nodeId: string;
  readonly nodeType: 'force' | 'area';
  strategy(id: string): Promise<RecordOf<'control-strategy'>>;
  priorities(): Promise<readonly RecordOf<'priority'>[]>;
  /** A complete draft, as `row` and `content` make it; the version in force is amended. */
  drafted(more?: Partial<Content>): Promise<string>;
  /** Saves a draft with some of it replaced. */
  change(strategyId: string, more: Partial<Content>): Promise<void>;
  /** Holds a meeting in session that decides on the drafts, and leaves it open. */
  decided(...strategyIds: readonly string[]): Promise<string>;
  /** Drafts, decides and sets; the meeting is closed. */
  inForce(more?: Partial<Content>): Promise<{ readonly strategyId: string; readonly decisionId: string }>;
  /** Ends the meeting in session, so that the next can be held. */
  adjourn(): Promise<void>;
  row(place: number, more?: Partial<Row>): Row;
}

export async function strategyWorld(options: { readonly level?: 'area' | 'force' } = {}): Promise<StrategyWorld> {
  const level = options.level ?? 'force';
  const cast = await meetingWorld({ groupType: 'stcg', level });
  const { world, ids } = cast;
  const nodeId = level === 'force' ? world.forceId : (world.areaIds[0] ?? '');
  let meetingId = '';
  let days = 24;

  const one: StrategyWorld = {
    ...cast,
    nodeId,
    nodeType: level,
    async strategy(id) {
      const found = await world.records.reading.one('control-strategy', id);
      if (found === null) throw new Error('no strategy');
      return found;
    },
    priorities: () => world.records.reading.many('priority', { scope: nodeId, state: 'current' }),
    row: (place, more = {}) => ({
      key: `row${place}`,
      reference: `CS${place}`,
      title: ['Domestic abuse', 'County lines', 'Knife crime'][place - 1] ?? `Priority ${place}`,
      summary: 'What it covers',
      includedBecause: 'Highest harm in the assessment',
      ownerId: ids.response,
      prevention: 'Work with schools and housing',
      intelligence: 'Close the gaps on repeat offenders',
      enforcement: 'Arrest within hours',
      measures: [{ name: 'Repeat victims a month', baseline: '40', target: '30' }],
      hours: 100 * place,
      officers: place,
      budget: 1000 * place,
      ...more,
    }),
    async drafted(more = {}) {
      const { strategyId } = await cast.must('secretary', draftControlStrategy, {
        nodeType: level,
        nodeId,
        from: dayOf(world.now),
      });
      const before = await one.strategy(strategyId);
      const fresh = before.body.amendsId === '';
      await one.change(strategyId, {
        direction: 'Protect the most vulnerable first.',
        pool: { hours: 1000, officers: 20, budget: 20_000 },
        ...(fresh ? { priorities: [one.row(1), one.row(2)] } : {}),
        ...more,
      });
      return strategyId;
    },
    async change(strategyId, more) {
      const { body, rev, marking } = await one.strategy(strategyId);
      await cast.must('secretary', changeControlStrategy, {
        ...body,
        priorities: body.priorities as Row[],
        marking,
        ...more,
        strategyId,
        rev,
      });
    },
    async decided(...strategyIds) {
      if (meetingId === '') {
        meetingId = await cast.live(`2026-11-${String(days).padStart(2, '0')}` as Day);
        days += 1;
      }
      const items = await cast.agenda(meetingId);
      const open =
        items.find((item) => item.state === 'open')?.id ??
        (await cast.open(meetingId, items.findIndex((item) => item.state === 'waiting') + 1));
      const { decisionId } = await cast.decide(meetingId, open, {
        text: 'Set the control strategy as drafted',
        names: strategyIds.map((id) => ({ kind: 'control-strategy' as const, id })),
      });
      return decisionId;
    },
    async inForce(more = {}) {
      const strategyId = await one.drafted(more);
      const decisionId = await one.decided(strategyId);
      await cast.must('secretary', setControlStrategy, { strategyId, decisionId });
      await one.adjourn();
      return { strategyId, decisionId };
    },
    async adjourn() {
      if (meetingId === '') return;
      await cast.concludeRest(meetingId);
      await cast.must('secretary', closeMeeting, { meetingId });
      meetingId = '';
    },
  };
  return one;
}
