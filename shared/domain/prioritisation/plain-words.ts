import type { OrderChange } from './order-changes.ts';
import type { RankedIssue } from './ranking.ts';
import type { SimulatedIssue } from './simulation.ts';

/** A figure as people read it: at most one digit after the point, thousands apart. */
export function figureText(value: number): string {
  return (Math.round(value * 10) / 10).toLocaleString('en-GB');
}

/** `1st`, `2nd`, `13th`. */
export function ordinal(rank: number): string {
  const tens = rank % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${rank}${ending}`;
}

/** `97 %`; never a round 0 or 100 when it is not quite never or always. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1 %';
  if (share < 1 && share > 0.99) return 'over 99 %';
  return `${Math.round(share * 100)} %`;
}

/** `3rd to 6th`, or `always 1st` where eight of ten runs agree. */
export function rankRangeText({ rankFrom, rankTo }: Pick<SimulatedIssue, 'rankFrom' | 'rankTo'>): string {
  return rankFrom === rankTo ? ordinal(rankFrom) : `${ordinal(rankFrom)} to ${ordinal(rankTo)}`;
}

/** `=3` where it shares its rank. */
export function rankText({ rank, tied }: Pick<RankedIssue, 'rank' | 'tied'>): string {
  return rank === null ? '' : `${tied ? '=' : ''}${rank}`;
}

/** One change of the order as a sentence. */
export function changeText(change: OrderChange, top: number): string {
  const passed =
    change.swaps.length <= 3 ? change.swaps.join(', ') : `${change.swaps.slice(0, 2).join(', ')} and ${change.swaps.length - 2} more`;
  const verb = change.rankAfter < change.rankBefore ? 'rise' : 'fall';
  const line =
    change.crossesTop === 'in' ? ` and come into the top ${top}` : change.crossesTop === 'out' ? ` and drop out of the top ${top}` : '';
  return `If “${change.factor}” of ${change.title} were ${figureText(change.to)} instead of ${figureText(change.from)}, it would ${verb} from ${ordinal(change.rankBefore)} to ${ordinal(change.rankAfter)}${line}, changing places with ${passed}.`;
}

/** What the simulation does, for someone who has never heard of one. */
export function simulationInWords(runs: number, top: number): string {
  return `Nobody knows these scores exactly, so Cordon tried ${runs.toLocaleString('en-GB')} possible worlds: in each it drew every score between its low and its high, most often near the likely one, and ranked the issues again. “In the top ${top}” says in how many of them an issue was among the first ${top}; the range of rank holds in eight of ten. Everybody who opens this sees the same figures.`;
}
