import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { dayText } from '#shared/base/time-text.ts';
import { ASSESSMENT_KEY } from '#shared/domain/agenda-item/agenda-item.rules.ts';
import type { MinutesContent, TaskingContent } from './minutes-content.ts';
import type { DocumentEntry, Part } from './minutes-document.ts';

type NameOf = (id: string) => string;
export const NO_TASKING: TaskingContent = { recommendations: [], bids: [], commissions: [], reviews: [] };

/** A recommendation, bid, commission or account, with the agenda item it is read under; an empty item stands for none. */
export interface Placed {
  readonly id: string;
  readonly itemId: string;
  /** Marked police only itself; whatever stands in a police-only item is so as well. */
  readonly policeOnly: boolean;
}

/** Under which item each matter of the meeting stands. */
export function placedMatters(content: MinutesContent): readonly Placed[] {
  const { recommendations, bids, commissions, reviews } = content.tasking ?? NO_TASKING;
  const itemWith = (...keys: readonly string[]): string => content.items.find((item) => keys.includes(item.body.templateKey))?.id ?? '';
  const heardUnder = (id: string): string => content.items.find((item) => item.body.carriedFromId === id)?.id ?? itemWith('commissions');
  return [
    ...recommendations.map(({ id, body }) => ({ id, itemId: itemWith(ASSESSMENT_KEY), policeOnly: body.policeOnly })),
    ...bids.map(({ id }) => ({ id, itemId: itemWith('resources', 'competing-demands'), policeOnly: false })),
    ...commissions.map(({ id, parent, body }) => ({
      id,
      itemId: parent === content.meeting.id ? body.itemId || itemWith('commissions') : heardUnder(id),
      policeOnly: body.policeOnly,
    })),
    ...reviews.map(({ id, body }) => ({ id, itemId: body.itemId, policeOnly: false })),
  ];
}

/** The matters of the meeting as entries of its minutes, in the order they are read: they have no place in the running record. */
export function taskingEntries(content: MinutesContent, name: NameOf): readonly (DocumentEntry & { readonly itemId: string })[] {
  const { recommendations, bids, commissions, reviews } = content.tasking ?? NO_TASKING;
  const places = new Map(placedMatters(content).map((one) => [one.id, one]));
  const entries = [
    ...reviews.map((review) => accountEntry(content, review, name)),
    ...recommendations.map((one) => recommendationEntry(content, one)),
    ...bids.map((bid) => bidEntry(content, bid, name)),
    ...commissions.map((commission) => commissionEntry(content, commission, name)),
  ];
  return entries.map((entry) => ({
    ...entry,
    itemId: places.get(entry.id)?.itemId ?? '',
    policeOnly: places.get(entry.id)?.policeOnly ?? false,
  }));
}

function matter(id: string, heading: string, text: string, parts: readonly Part[]): DocumentEntry {
  return {
    id,
    entry: 0,
    kind: 'matter',
    heading,
    times: '',
    text,
    parts: parts.map((part) => ({ ...part, texts: part.texts.filter((one) => one !== '') })).filter((part) => part.texts.length > 0),
    struck: false,
    correction: '',
    policeOnly: false,
  };
}

const part = (name: string, ...texts: readonly string[]): Part => ({ name, texts });

function decided(content: MinutesContent, decisionId: string): string {
  if (decisionId === '') return '';
  const decision = content.decisions.find((one) => one.id === decisionId);
  return decision === undefined ? 'A decision not shown here' : `D${decision.number}`;
}

const OUTCOMES: Readonly<Record<string, string>> = {
  adopted: 'adopted',
  varied: 'varied',
  rejected: 'rejected',
  deferred: 'deferred to the next meeting',
  granted: 'granted',
  'part-granted': 'granted in part',
  refused: 'refused',
  withdrawn: 'withdrawn',
  bid: 'not decided',
};

function recommendationEntry(content: MinutesContent, { id, number, state, body }: RecordOf<'recommendation'>): DocumentEntry {
  return matter(id, `Recommendation ${number}: ${OUTCOMES[state] ?? state}`, body.title, [
    part('Adopted instead', body.variedText),
    part('Because', body.outcomeReason),
    part('Decision', decided(content, body.decisionId)),
  ]);
}

function amounts(hours: number, officers: number, budget: number): string {
  const said = [
    hours > 0 ? `${hours.toLocaleString('en-GB')} hours` : '',
    officers > 0 ? `${officers.toLocaleString('en-GB')} officers` : '',
    budget > 0 ? `£${budget.toLocaleString('en-GB')}` : '',
  ].filter((text) => text !== '');
  return said.length === 0 ? 'nothing' : said.join(', ');
}

function bidEntry(content: MinutesContent, { id, number, owner, state, body }: RecordOf<'resource-bid'>, name: NameOf): DocumentEntry {
  const priority = content.priorities.find((one) => one.id === body.priorityId);
  const rank = number === 0 ? 'Bid' : `Bid ranked ${number}`;
  return matter(id, `${rank}: ${OUTCOMES[state] ?? state}`, body.title, [
    part('Asked for', `${amounts(body.hours, body.officers, body.budget)}, by ${name(owner)}`),
    part('Priority', priority === undefined ? '' : `${priority.reference} ${priority.title}`),
    part('Outside the strategy because', body.outsideStrategyReason),
    part('Above the strategy because', body.aboveStrategyBecause),
    part(
      'Granted',
      state === 'granted' || state === 'part-granted' ? amounts(body.grantedHours, body.grantedOfficers, body.grantedBudget) : '',
    ),
    part('Because', body.outcomeReason),
    part('Beyond the pool because', body.overPoolBecause ?? ''),
    part('Decision', decided(content, body.decisionId)),
  ]);
}

function commissionEntry(content: MinutesContent, { id, owner, parent, state, body }: RecordOf<'commission'>, name: NameOf): DocumentEntry {
  const raisedHere = parent === content.meeting.id;
  const heardHere = body.heardInMeetingId === content.meeting.id;
  return matter(
    id,
    `Commission ${body.reference}${heardHere ? ': result heard' : raisedHere && state === 'withdrawn' ? ': withdrawn' : ''}`,
    body.question,
    [
      part('Terms of reference', raisedHere ? body.termsOfReference : ''),
      part('Owner', name(owner)),
      part('Due', dayText(body.dueOn)),
      part('Decision', raisedHere ? decided(content, body.decisionId) : ''),
      part('Result', heardHere ? body.result : ''),
      part('Withdrawn because', raisedHere ? body.withdrawnBecause : ''),
    ],
  );
}

const RATING_WORDS: Readonly<Record<string, string>> = { '': 'not rated', red: 'red', amber: 'amber', green: 'green' };

function accountEntry(content: MinutesContent, { id, owner, state, body }: RecordOf<'accountability-review'>, name: NameOf): DocumentEntry {
  const priority = content.priorities.find((one) => one.id === body.priorityId);
  const about = priority === undefined ? 'a priority not shown here' : `${priority.reference} ${priority.title}`;
  const given = state === 'given';
  return matter(
    id,
    `Account of ${about}: ${given ? (RATING_WORDS[body.rating] ?? body.rating) : 'not given'}`,
    owner === '' ? 'No owner is on record.' : name(owner),
    [
      part('What changed', body.changed),
      part('What it achieved', body.achieved),
      part('What next', body.next),
      part('Measure', body.measure === '' ? '' : `${body.measure}: ${body.measured}`),
    ],
  );
}
