import { z } from 'zod';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { type Day, type Instant, dayOf } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { Block, PrintDocument, TableColumn } from '#shared/contracts/document/print-document.ts';
import { defineDocument } from '#shared/domain/kit/document.ts';
import { readNames } from '#shared/domain/meeting/people-named.ts';
import { controlStrategyBook } from './control-strategy-refusals.ts';
import type { StrategyPart } from './control-strategy.schema.ts';
import { RESOURCES, amountText } from './strategy-figures.ts';
import { type RowShown, type StrategyShown, strategyShown } from './strategy-shown.ts';

export const STRATEGY_COPIES = ['police', 'partners'] as const;
export type StrategyCopy = (typeof STRATEGY_COPIES)[number];

const CELLS = ['prevention', 'intelligence', 'enforcement', 'reassurance'] as const;
const TITLES: Readonly<Record<(typeof CELLS)[number], string>> = {
  prevention: 'Prevention',
  intelligence: 'Intelligence',
  enforcement: 'Enforcement',
  reassurance: 'Reassurance',
};
const AMENDED_ONLY = 'Set by the strategic tasking and co-ordination group and amended only by it.';
const DRAFT = 'Draft. This is not the control strategy: the strategic tasking and co-ordination group has not set it.';

/**
 * One version of a control strategy on one page (duties 83, 84). In the partners' copy no priority that is police only and no part that the strategy keeps
 * from partners has a text, a column or a number: rows are counted anew, so that nothing tells what is missing (duty 100).
 */
export function strategyOnOnePage(strategy: StrategyShown, copy: StrategyCopy): PrintDocument {
  const kept: readonly StrategyPart[] = copy === 'police' ? [] : strategy.policeOnlyParts;
  const rows = strategy.rows.filter((row) => copy === 'police' || !row.policeOnly);
  return {
    title: strategy.title,
    subtitle: `${strategy.nodeType === 'force' ? 'Force' : 'Command area'}: ${strategy.place}. Version ${strategy.version}${stateWords(strategy)}${copy === 'partners' ? '. Copy for partners' : ''}`,
    reference: strategy.decisionReference,
    marking: strategy.marking,
    handling: '',
    policeOnly: copy === 'police',
    layout: 'landscape',
    onePage: true,
    blocks: [
      { type: 'notice', text: strategy.state === 'draft' || strategy.state === 'withdrawn' ? DRAFT : AMENDED_ONLY },
      { type: 'facts', rows: facts(strategy) },
      ...(strategy.direction === '' ? [] : [{ type: 'prose', text: `Strategic direction: ${strategy.direction}` } as const]),
      prioritiesTable(strategy, rows, copy, kept),
      ...(copy === 'police' && strategy.parents.length > 0 ? [parentsTable(strategy)] : []),
    ],
  };
}

function stateWords({ state }: StrategyShown): string {
  return state === 'set' ? '' : `, ${state}`;
}

function facts(strategy: StrategyShown): readonly { readonly label: string; readonly text: string }[] {
  const day = (on: string): string => (on === '' ? '' : dayText(on as Day));
  const set = strategy.setAt === '' ? '' : dayText(dayOf(strategy.setAt as Instant));
  return [
    { label: 'In force from', text: day(strategy.from) },
    { label: 'Set on', text: set },
    { label: 'Set at meeting', text: strategy.meetingReference },
    { label: 'By decision', text: strategy.decisionReference },
    { label: 'Next review', text: day(strategy.reviewOn) },
  ].filter((fact) => fact.text !== '');
}

function prioritiesTable(strategy: StrategyShown, rows: readonly RowShown[], copy: StrategyCopy, kept: readonly StrategyPart[]): Block {
  const cells = CELLS.filter((cell) => !kept.includes(cell) && (cell !== 'reassurance' || strategy.withReassurance));
  const withMeasures = !kept.includes('measures');
  const withResources = !kept.includes('resources');
  const columns: readonly TableColumn[] = [
    { title: 'Priority', share: 2 },
    ...cells.map((cell) => ({ title: TITLES[cell], share: 2.4 })),
    ...(withMeasures ? [{ title: 'Measures', share: 1.8 }] : []),
    ...(withResources ? [{ title: 'Given', share: 1.2 }] : []),
  ];
  const total = (of: 'given' | 'pool'): string => RESOURCES.map((what) => amountText(what, strategy.allocation[of][what])).join('\n');
  const empty = cells.map(() => '');
  return {
    type: 'table',
    caption: '',
    columns,
    rows: [
      ...rows.map((row, index) => [
        priorityCell(row, copy === 'police' ? row.reference : String(index + 1), !kept.includes('owner')),
        ...cells.map((cell) => row[cell]),
        ...(withMeasures ? [row.measures.map(measureText).join('\n')] : []),
        ...(withResources ? [RESOURCES.map((what) => amountText(what, row[what])).join('\n')] : []),
      ]),
      // Totals would give away what police-only priorities are given.
      ...(withResources && rows.length === strategy.rows.length
        ? [
            ['Given in all', ...empty, ...(withMeasures ? [''] : []), total('given')],
            ['Pool', ...empty, ...(withMeasures ? [''] : []), total('pool')],
          ]
        : []),
    ],
  };
}

function priorityCell(row: RowShown, number: string, withOwner: boolean): string {
  const owner = row.ownerId === '' ? 'No owner' : `Owner: ${row.owner}`;
  return [`${number} ${row.title}`, ...(withOwner ? [owner, row.handedOverTo === '' ? '' : `Since: ${row.handedOverTo}`] : [])]
    .filter((line) => line !== '')
    .join('\n');
}

function measureText({ name, baseline, target }: RowShown['measures'][number]): string {
  const figures = [baseline === '' ? '' : `now ${baseline}`, target === '' ? '' : `aim ${target}`].filter((part) => part !== '').join(', ');
  return figures === '' ? name : `${name}: ${figures}`;
}

function parentsTable({ parents }: StrategyShown): Block {
  return {
    type: 'table',
    caption: 'Priorities of the force',
    columns: [
      { title: 'Priority of the force', share: 3 },
      { title: 'Adopted', share: 1 },
      { title: 'Why not', share: 4 },
    ],
    rows: parents.map((parent) => [
      `${parent.reference} ${parent.title}`,
      parent.adopted === null ? 'Not answered' : parent.adopted ? 'Adopted' : 'Not adopted',
      parent.reason,
    ]),
  };
}

/** The control strategy as the one-page form that is handed out, for police or for partners (duties 83, 84, 100). */
export const controlStrategyDocument = defineDocument({
  name: 'control-strategy',
  args: z.object({ strategyId: idShape, copy: z.enum(STRATEGY_COPIES).default('police') }),
  subject: ({ strategyId }) => ({ kind: 'control-strategy', id: strategyId }),
  read: async ({ strategyId, copy }, { reading, now }): Promise<Result<PrintDocument>> => {
    const strategy = await reading.one('control-strategy', strategyId);
    if (strategy === null) return refused(controlStrategyBook.say('control-strategy/unknown'));
    return ok(strategyOnOnePage(await strategyShown(strategy, { reading, now, names: await readNames(reading) }), copy));
  },
});
