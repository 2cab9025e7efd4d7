import { type Day, type Instant, addDays, addMonths } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { CommandArgs } from '#shared/domain/registry.ts';
import type { Teller } from './teller.ts';

type SampleFigure = Omit<CommandArgs<'assessment-section.set-figure'>, 'sectionId' | 'asOf'> & { readonly daysBefore: number };

/** `Mar 2025`, so many months before the one of a day. */
const monthBefore = (on: Day, months: number): string => dayText(addMonths(on, -months)).split(' ').slice(2).join(' ');

/** Knife crime by month: level for two years, then a step up that stays, as the text of the assessment says. */
const KNIVES = [
  [14, 17, 15, 12, 16, 18, 13, 15, 17, 14, 16, 15, 13, 18, 16, 14, 15, 17, 12, 27, 29, 31, 28, 30],
  [9, 8, 11, 10, 7, 9, 12, 8, 10, 9, 8, 11, 9, 10, 7, 12, 9, 10, 11, 12, 10, 14, 13, 12],
] as const;

/** The figures of the sample assessment, by the heading of their section. */
function figuresUnder(heading: string, on: Day): readonly SampleFigure[] {
  switch (heading) {
    case 'Summary of key findings':
      return [
        {
          title: 'Serious violence with knives in Eastmoor town centre, by month',
          source: 'Crime recording system, offences with a knife or sharp instrument used or threatened',
          daysBefore: 9,
          note: 'Five months in a row above the upper limit. Recording practice did not change in the period.',
          columns: ['Month', 'Offences'],
          rows: KNIVES[0].map((count, index) => [monthBefore(on, KNIVES[0].length - index), String(count)]),
          chart: 'line',
          controlLimits: true,
        },
      ];
    case 'Places':
      return [
        {
          title: 'Weighted harm of the twelve worst streets, by what caused it',
          source: 'Crime and incident records of twelve months, weighted by days of imprisonment',
          daysBefore: 20,
          note: 'House weights, rounded to hundreds of days.',
          columns: ['Street', 'Violence', 'Sexual offences', 'Robbery', 'Other'],
          rows: [
            ['Canal Street', '14,200', '9,100', '5,400', '1,200'],
            ['Market Place and Shambles', '12,900', '6,300', '4,800', '2,100'],
            ['Station Approach', '9,700', '7,200', '6,100', '900'],
            ['Friargate', '8,400', '4,100', '2,200', '1,700'],
            ['Dock Road', '6,100', '5,500', '1,100', '600'],
            ['St Cuthbert’s Walk', '5,900', '2,700', '1,900', '800'],
          ],
          chart: 'stacked-bar',
        },
        {
          title: 'Knife crime in the two town centres, by month',
          source: 'Crime recording system, offences with a knife or sharp instrument used or threatened',
          daysBefore: 9,
          columns: ['Month', 'Eastmoor', 'Westdale'],
          rows: KNIVES[0].map((count, index) => [monthBefore(on, KNIVES[0].length - index), String(count), String(KNIVES[1][index])]),
          chart: 'line',
        },
      ];
    case 'Victimisation and vulnerability':
      return [
        {
          title: 'Households by number of domestic incidents in the year, and how soon they were visited',
          source: 'Public protection referrals and incident log, matched by household',
          daysBefore: 25,
          note: 'A visit counts when somebody of the team spoke to the victim.',
          columns: ['Incidents in the year', 'Households', 'Visited within two days', 'Share visited'],
          rows: [
            ['One', '3,412', '2,105', '62%'],
            ['Two or three', '887', '431', '49%'],
            ['Four to six', '158', '66', '42%'],
            ['Seven or more', '53', '18', '34%'],
          ],
          chart: 'none',
        },
      ];
    case 'Review of the last control strategy':
      return [
        {
          title: 'Burglary of dwellings in the two areas before and after the tactics began',
          source: 'Results analysis of the last control strategy, performance unit',
          daysBefore: 60,
          columns: ['Area', 'Year before', 'First year', 'Second year'],
          rows: [
            ['Eastmoor', '1,118', '1,097', '1,124'],
            ['Westdale', '1,045', '871', '702'],
          ],
          chart: 'bar',
        },
      ];
    default:
      return [];
  }
}

/** Lays the figures of a section into it, as its owner. */
export async function addFigures(
  teller: Teller,
  who: string,
  tick: () => Instant,
  section: { readonly id: string; readonly body: { readonly heading: string } },
  on: Day,
): Promise<void> {
  for (const { daysBefore, ...figure } of figuresUnder(section.body.heading, on))
    await teller.tell(who, tick(), 'assessment-section.set-figure', { ...figure, sectionId: section.id, asOf: addDays(on, -daysBefore) });
}
