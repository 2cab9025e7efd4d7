import type { CHARTS } from './assessment-section.schema.ts';
import type { ChartData } from './chart-data.ts';
import type { ControlLimits } from './control-limits.ts';
import { numberText } from './figure-numbers.ts';

const KINDS: Readonly<Record<(typeof CHARTS)[number], string>> = {
  none: 'Table',
  line: 'Line chart',
  bar: 'Bar chart',
  'stacked-bar': 'Stacked bar chart',
};

/** What a chart shows, for those who hear it read out: the same things that an eye would take from it. */
export function chartInWords(data: ChartData, chart: (typeof CHARTS)[number], limits: readonly (ControlLimits | null)[]): string {
  const { labels, labelName, series, unit } = data;
  const count = labels.length === 1 ? '1 value' : `${labels.length} values`;
  const reach = labels.length < 2 ? '' : `, from ${labels[0]} to ${labels.at(-1)}`;
  const head = `${KINDS[chart]} of ${series.map((one) => one.name).join(', ')}${labelName === '' ? '' : ` by ${labelName}`}: ${count}${reach}.`;
  const each = series.map(({ name, values }, index) => {
    const present = values.flatMap((value, row) => (value === null ? [] : [{ value, row }]));
    const low = present.reduce((least, one) => (one.value < least.value ? one : least));
    const high = present.reduce((most, one) => (one.value > most.value ? one : most));
    const gaps = values.length - present.length;
    return [
      `${name}: lowest ${numberText(low.value, unit)} (${labels[low.row]}), highest ${numberText(high.value, unit)} (${labels[high.row]}).`,
      gaps === 0 ? '' : `${gaps === 1 ? '1 has' : `${gaps} have`} no number.`,
      limitsInWords(limits[index] ?? null, data),
    ]
      .filter((text) => text !== '')
      .join(' ');
  });
  const left = data.leftOut === 0 ? [] : [`${data.leftOut} more columns of numbers are not drawn.`];
  return [head, ...each, ...left].join(' ');
}

/** Names so many values that stand out; more than this is said as a number. */
const MOST_NAMED = 8;

function limitsInWords(limits: ControlLimits | null, { labels, unit }: ChartData): string {
  if (limits === null) return '';
  const { mean, upper, lower, outside } = limits;
  const said = `Mean ${numberText(mean, unit)}, upper limit ${numberText(upper, unit)}${lower === null ? '' : `, lower limit ${numberText(lower, unit)}`}.`;
  if (outside.length === 0) return `${said} No value lies outside the limits.`;
  const named = outside.length > MOST_NAMED ? String(outside.length) : outside.map((row) => labels[row]).join(', ');
  return `${said} Outside the limits: ${named}.`;
}
