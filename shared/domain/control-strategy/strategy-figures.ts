import type { StrategyPriority } from './control-strategy.schema.ts';

export const RESOURCES = ['hours', 'officers', 'budget'] as const;
export type Resource = (typeof RESOURCES)[number];
export type Amounts = Readonly<Record<Resource, number>>;

/** What is shared out and what of it is given to the priorities (duties 52, 59). */
export interface Allocation {
  readonly pool: Amounts;
  readonly given: Amounts;
  /** Pool less given; below nothing where more is given than there is. */
  readonly left: Amounts;
  readonly over: readonly Resource[];
  /** Rows that are given nothing at all. */
  readonly without: readonly string[];
}

type Row = Pick<StrategyPriority, 'key' | Resource>;

/** Adds up to hundredths, so that pounds and pence given to thirty priorities still match the pool to the penny. */
const total = (rows: readonly Row[], what: Resource): number => Math.round(rows.reduce((sum, row) => sum + row[what] * 100, 0)) / 100;
const each = (amount: (what: Resource) => number): Amounts => ({
  hours: amount('hours'),
  officers: amount('officers'),
  budget: amount('budget'),
});

/** Adds the rows up against the pool. */
export function allocationOf(strategy: { readonly pool: Amounts; readonly priorities: readonly Row[] }): Allocation {
  const pool = each((what) => strategy.pool[what]);
  const given = each((what) => total(strategy.priorities, what));
  const left = each((what) => Math.round((pool[what] - given[what]) * 100) / 100);
  return {
    pool,
    given,
    left,
    over: RESOURCES.filter((what) => left[what] < 0),
    without: strategy.priorities.filter((row) => RESOURCES.every((what) => row[what] === 0)).map((row) => row.key),
  };
}

/** The number of a priority's resource as people write it: hours and officers plain, money in pounds. */
export function amountText(what: Resource, amount: number): string {
  const figure = Math.abs(amount).toLocaleString('en-GB', { maximumFractionDigits: 2 });
  const sign = amount < 0 ? '−' : '';
  return what === 'budget' ? `${sign}£${figure}` : `${sign}${figure} ${what}`;
}
