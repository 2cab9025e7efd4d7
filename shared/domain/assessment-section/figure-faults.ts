import type { Refusal } from '#shared/base/result.ts';
import { hasForbiddenCharacters } from '#shared/base/text.ts';
import { type Instant, dayOf } from '#shared/base/time.ts';
import { assessmentSectionBook as book } from './assessment-section-refusals.ts';
import type { AssessmentSectionBody, Figure } from './assessment-section.schema.ts';
import { chartData } from './chart-data.ts';

/** How much one figure may hold, and all figures of a section together: a section is read and kept in versions as a whole. */
export const FIGURE_LIMITS = {
  cells: 20_000,
  characters: 200_000,
  charactersOfSection: 1_000_000,
  rows: 2000,
  columns: 40,
  cellLength: 400,
} as const;

type Checked = Pick<Figure, 'asOf' | 'columns' | 'rows' | 'chart' | 'controlLimits'>;

const charactersOf = ({ columns, rows }: Pick<Figure, 'columns' | 'rows'>): number =>
  [columns, ...rows].reduce((sum, row) => sum + row.reduce((length, cell) => length + cell.length, 0), 0);

/** What is wrong with a figure on a day; the window says the same beside its fields. */
export function figureFaults(figure: Checked, now: Instant): readonly Refusal[] {
  const faults: Refusal[] = [];
  const { columns, rows } = figure;
  const ragged = rows.findIndex((row) => row.length !== columns.length);
  if (ragged !== -1)
    faults.push(
      book.say('assessment-section/figure-row-does-not-fit', {
        field: 'rows',
        facts: { row: ragged + 1, cells: rows[ragged]?.length ?? 0, columns: columns.length },
      }),
    );
  if (rows.length * columns.length > FIGURE_LIMITS.cells || charactersOf(figure) > FIGURE_LIMITS.characters)
    faults.push(book.say('assessment-section/figure-too-large', { field: 'rows' }));
  const hidden = rows.findIndex((row) => row.some((cell) => hasForbiddenCharacters(cell)));
  if (hidden !== -1) faults.push(book.say('assessment-section/figure-hidden-characters', { field: 'rows', facts: { row: hidden + 1 } }));
  if (figure.asOf > dayOf(now)) faults.push(book.say('assessment-section/figure-of-tomorrow', { field: 'asOf' }));
  if (figure.chart !== 'none' && chartData(figure).series.length === 0)
    faults.push(book.say('assessment-section/figure-nothing-to-draw', { field: 'chart' }));
  if (figure.controlLimits && figure.chart !== 'line')
    faults.push(book.say('assessment-section/figure-limits-need-lines', { field: 'controlLimits' }));
  return faults;
}

/** What is wrong with the figures of a section that were not there before as they are now, and with all of them together. */
export function figuresHold(
  before: Pick<AssessmentSectionBody, 'figures'>,
  after: Pick<AssessmentSectionBody, 'figures'>,
  now: Instant,
): readonly Refusal[] {
  const known = new Set(before.figures.map((figure) => JSON.stringify(figure)));
  const faults = after.figures.filter((figure) => !known.has(JSON.stringify(figure))).flatMap((figure) => figureFaults(figure, now));
  const isLarge = after.figures.reduce((sum, figure) => sum + charactersOf(figure), 0) > FIGURE_LIMITS.charactersOfSection;
  return isLarge && faults.length === 0 ? [book.say('assessment-section/figures-too-large', { field: 'rows' })] : faults;
}
