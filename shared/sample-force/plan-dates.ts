import { type Day, type Instant, day, dayOf } from '#shared/base/time.ts';
import type { CommandArgs } from '#shared/domain/registry.ts';
import type { Northmoor } from './found-northmoor.ts';
import type { Teller } from './teller.ts';

type Dated = Omit<CommandArgs<'planning-date.add'>, 'on' | 'until' | 'groupId'> & {
  /** Month and day, of the next year they lie in. */
  readonly on: string;
  readonly until?: string;
};

const YEAR: readonly Dated[] = [
  {
    dateType: 'budget-cycle',
    title: 'Bids of departments to the budget of the coming year',
    on: '12-04',
    note: 'Heads of department bid against the priorities of the control strategy. Late bids are heard only with the chief finance officer’s leave.',
  },
  { dateType: 'budget-cycle', title: 'Chief officers agree the draft budget', on: '01-13', note: '' },
  {
    dateType: 'budget-cycle',
    title: 'Police and crime panel considers the precept',
    on: '02-03',
    until: '02-05',
    note: 'Papers a week before. The strategic assessment must be with the commissioner by then.',
  },
  { dateType: 'budget-cycle', title: 'Budget set for the year from 1 April', on: '02-26', note: '' },
  { dateType: 'budget-cycle', title: 'Mid-year review of the budget', on: '09-24', note: '' },
  {
    dateType: 'assessment-due',
    title: 'Community safety partnerships hand in their part of the joint strategic assessment',
    on: '03-12',
    note: 'Eastmoor and Westdale partnerships; the principal analyst takes them over.',
  },
  { dateType: 'business-plan', title: 'Business plan of the force published', on: '03-31', note: '' },
  { dateType: 'performance-review', title: 'Quarterly performance board', on: '01-21', note: '' },
  { dateType: 'performance-review', title: 'Quarterly performance board', on: '04-22', note: '' },
  { dateType: 'performance-review', title: 'Quarterly performance board', on: '07-22', note: '' },
  { dateType: 'performance-review', title: 'Quarterly performance board', on: '10-21', note: '' },
  {
    dateType: 'other',
    title: 'Inspection: self-assessment on intelligence and tasking to be handed in to the inspectorate',
    on: '05-14',
    note: 'The inspection pack is printed from Duty coverage.',
  },
];

/** Puts the year of the force on its planning calendar: budget cycle, business plan, performance boards (duty 57). */
export async function planDates(teller: Teller, northmoor: Northmoor, now: Instant): Promise<void> {
  const today = dayOf(now);
  for (const { on, until = '', ...one } of YEAR) {
    const first = nextOn(on, today);
    const last = until === '' ? '' : day(`${first.slice(0, 4)}-${until}`);
    await teller.tell(northmoor.person('director'), now, 'planning-date.add', { ...one, on: first, until: last });
  }
}

/** The next such day of a year from today on. */
function nextOn(monthAndDay: string, today: Day): Day {
  const year = Number(today.slice(0, 4));
  const thisYear = day(`${year}-${monthAndDay}`);
  return thisYear >= today ? thisYear : day(`${year + 1}-${monthAndDay}`);
}
