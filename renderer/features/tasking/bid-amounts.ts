import { taskingText } from '#renderer/text/tasking.ts';

const words = taskingText.bids;

/** `400 h, 2 officers, £5,000`; a dash for nothing. */
export function amountsText(hours: number, officers: number, budget: number): string {
  const said = [
    hours > 0 ? words.hours(hours) : '',
    officers > 0 ? words.officers(officers) : '',
    budget > 0 ? words.budget(budget) : '',
  ].filter((text) => text !== '');
  return said.length === 0 ? '–' : said.join(', ');
}
