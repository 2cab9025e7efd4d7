import { type Day, type Instant, addDays, dayOf, daysBetween, instantFromMs } from '#shared/base/time.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { CommandArgs } from '#shared/domain/registry.ts';
import type { SampleGroup } from './found-northmoor.ts';
import type { clockFrom, Teller } from './teller.ts';

/** What a strategic meeting of the sample works on beside what it decides. */
export interface TaskingMeeting {
  readonly group: SampleGroup;
  readonly meetingId: string;
  readonly on: Day;
  readonly clock: ReturnType<typeof clockFrom>;
  /** Which people answer for the kinds of work the sample speaks of. */
  readonly who: (role: string) => string;
}

interface SampleCommission {
  readonly question: string;
  readonly termsOfReference: string;
  readonly who: string;
  readonly days: number;
  /** What was found; empty for one that is still not delivered. */
  readonly result: string;
}

/** What the force's strategic group commissioned at its first meeting and at its six-month review. */
const COMMISSIONS: readonly (readonly SampleCommission[])[] = [
  [
    {
      question: 'Which licensed premises account for most of the knife-enabled injuries between 22:00 and 03:00?',
      termsOfReference: 'Both town centres, the last twelve months. Ambulance data where the agreement allows. A table and two pages.',
      who: 'analyst',
      days: 90,
      result:
        'Nine premises account for 61 per cent. Four of them share one door-staff company. The licensing authority has been told; a joint review of the four is proposed.',
    },
    {
      question: 'Who handles what is stolen in the residential burglaries of the two areas, and by what routes does it leave the county?',
      termsOfReference:
        'Both areas, the last eighteen months, with the regional unit and the dealers’ register. Say what is not known and what it would take to know it.',
      who: 'manager',
      days: 150,
      result: '',
    },
  ],
  [
    {
      question: 'What has the perpetrator programme changed for the forty people with the highest harm?',
      termsOfReference: 'Harm before and after, by the crime harm index, with a comparison group from the region.',
      who: 'performance',
      days: 6,
      result: 'Harm fell by 23 per cent against 6 per cent in the comparison group. Twelve of the forty could not be followed up.',
    },
    {
      question: 'How many children travel from outside the county to sell drugs here, and from where?',
      termsOfReference: 'The last six months, with children’s services of both councils and the rail police. Sources to be protected.',
      who: 'analyst',
      days: 60,
      result: '',
    },
  ],
];

/** Delivers what is finished by a day, before the meeting that is to hear of it (duty 79). */
export async function deliverCommissions(teller: Teller, group: SampleGroup, at: Instant): Promise<void> {
  const asked = await teller.world.reading.many('commission', { state: 'commissioned' }, { by: 'dueAt' });
  for (const { id, owner, body } of asked) {
    const result = COMMISSIONS.flat().find((one) => one.question === body.question)?.result ?? '';
    if (body.groupId === group.id && result !== '' && body.dueOn <= dayOf(at))
      await teller.tell(owner, at, 'commission.deliver', { commissionId: id, result });
  }
}

/** Works on one item of a strategic meeting: recommendations, accounts, bids, commissions. Says whether a decision was recorded in it. */
export async function workOnItem(teller: Teller, meeting: TaskingMeeting, item: RecordOf<'agenda-item'>): Promise<boolean> {
  switch (item.body.templateKey) {
    case 'strategic-assessment':
      return takeRecommendations(teller, meeting, item);
    case 'accountability':
      return giveAccounts(teller, meeting, item);
    case 'resources':
      return compareBids(teller, meeting, item);
    case 'commissions':
      return commission(teller, meeting, item);
    default:
      return item.body.carriedFromKind === 'commission' ? hear(teller, meeting, item) : false;
  }
}

type Named = { readonly kind: 'recommendation' | 'resource-bid'; readonly id: string };

async function decide(
  teller: Teller,
  { group, meetingId, clock }: TaskingMeeting,
  item: RecordOf<'agenda-item'>,
  says: { readonly text: string; readonly rationale: string; readonly rejected: string; readonly rejectedBecause: string },
  names: readonly Named[],
): Promise<string> {
  const { decisionId } = await teller.tell(group.secretary, clock.tick(5), 'decision.record', {
    meetingId,
    itemId: item.id,
    text: says.text,
    rationale: says.rationale,
    options: [
      { text: 'As decided', chosen: true, rejectedBecause: '' },
      { text: says.rejected, chosen: false, rejectedBecause: says.rejectedBecause },
    ],
    evidence: [{ recordKind: '', recordId: '', title: 'Strategic assessment of Northmoor', asOf: '', confidence: 'high' }],
    outsideStrategyReason: 'It concerns the strategy as a whole, not one of its priorities.',
    decidedById: group.chair,
    names: names.map((one) => ({ ...one })),
  });
  return decisionId;
}

/** Adopts what the assessment recommends, words one otherwise, and defers the last until its figures are complete (duty 73). */
async function takeRecommendations(teller: Teller, meeting: TaskingMeeting, item: RecordOf<'agenda-item'>): Promise<boolean> {
  const { group, meetingId, clock } = meeting;
  const finals = await teller.world.reading.many('strategic-assessment', { state: 'final' });
  const assessment = finals.find((one) => one.body.groupId === group.id);
  if (assessment === undefined) return false;
  const all = await teller.world.reading.many('recommendation', { parent: assessment.id }, { by: 'number' });
  const waiting = all.filter((one) => one.state === 'proposed' || one.state === 'deferred');
  const [last] = all.slice(-1);
  const taken = waiting.filter((one) => one !== last);
  const give = (
    recommendationId: string,
    outcome: 'adopted' | 'varied' | 'deferred',
    reason: string,
    variedText: string,
    decisionId: string,
  ) =>
    teller.tell(group.secretary, clock.tick(1), 'recommendation.decide', {
      recommendationId,
      outcome,
      reason,
      variedText,
      decisionId,
      meetingId,
    });
  if (taken.length > 0) {
    const decisionId = await decide(
      teller,
      meeting,
      item,
      {
        text: 'Adopt the recommendations of the assessment on what is to be a priority, one of them in other words.',
        rationale: 'Each follows from the scores and the forecasts, and each has somebody present who will own it.',
        rejected: 'Adopt all of them as they are worded',
        rejectedBecause: 'The aim on burglary would have left out those who handle what is stolen.',
      },
      taken.map(({ id }) => ({ kind: 'recommendation', id })),
    );
    for (const { id, number } of taken) {
      if (number === 4)
        await give(
          id,
          'varied',
          'The partnership asked that victims over seventy be named.',
          'Keep residential burglary, work on those who handle what is stolen, and visit every victim over seventy within two days.',
          decisionId,
        );
      else await give(id, 'adopted', 'The harm and the forecast are as the assessment says, and the owner agrees.', '', decisionId);
    }
  }
  if (last !== undefined && waiting.includes(last))
    await give(last.id, 'deferred', 'Two months of figures are missing from the insurers; take it up again when they are there.', '', '');
  return taken.length > 0;
}

const ACCOUNTS: readonly {
  readonly changed: string;
  readonly achieved: string;
  readonly next: string;
  readonly measured: string;
  readonly rating: 'green' | 'amber' | 'red' | '';
}[] = [
  {
    changed: 'The perpetrator programme began in both areas; every repeat victim now has a named officer.',
    achieved: 'Repeat harm fell in the east; the west has the staff only since September.',
    next: 'Bring the west to full strength and review the forty names each month.',
    measured: '14 per cent down against a target of 10',
    rating: 'green',
  },
  {
    changed: 'A joint team with children’s services sits together three days a week.',
    achieved: 'Thirty-one children were found earlier than last year; two lines were closed.',
    next: 'Agree with the neighbouring force who leads on the line that came back.',
    measured: '31 of a target of 40',
    rating: 'amber',
  },
  {
    changed: 'Four schools joined; search powers are used with a review of each use.',
    achieved: 'Injuries are still above the upper control limit in one town centre.',
    next: 'Ask the licensing authority for a review of the four premises.',
    measured: '58 injuries against 46',
    rating: 'red',
  },
];

/** Long enough after the strategy was set for owners to account and for what was commissioned to be there. */
const REVIEWED_AFTER_DAYS = 100;

/** Whether this meeting reviews the half-year, rather than setting out on it. */
async function isReview(teller: Teller, on: Day, { scope }: { readonly scope: string }): Promise<boolean> {
  const [first] = await teller.world.reading.many('commission', { scope });
  return first !== undefined && daysBetween(dayOf(first.sortAt as Instant), on) > REVIEWED_AFTER_DAYS;
}

/** Each owner accounts for their priorities; one has nothing measured yet and gets no rating (duty 102). */
async function giveAccounts(teller: Teller, meeting: TaskingMeeting, item: RecordOf<'agenda-item'>): Promise<boolean> {
  const { group, meetingId, clock } = meeting;
  if (!(await isReview(teller, meeting.on, item))) return false;
  const reviews = await teller.world.reading.many('accountability-review', { parent: meetingId });
  const [strategy] = await teller.world.reading.many('control-strategy', { scope: item.scope, state: 'set' });
  for (const review of reviews.filter((one) => one.body.itemId === item.id)) {
    const row = strategy?.body.priorities.find((one) => one.priorityId === review.body.priorityId);
    const place = strategy?.body.priorities.findIndex((one) => one.priorityId === review.body.priorityId) ?? -1;
    const said = ACCOUNTS[place];
    const measure = row?.measures[0]?.name ?? '';
    const rated = said !== undefined && measure !== '';
    await teller.tell(group.secretary, clock.tick(4), 'accountability-review.give', {
      reviewId: review.id,
      changed: said?.changed ?? 'The owner took the priority over in the summer; the delivery plan was written anew.',
      achieved: said?.achieved ?? 'Nothing that could be measured yet.',
      next: said?.next ?? 'First figures at the next meeting.',
      measure: rated ? measure : '',
      measured: rated ? said.measured : '',
      rating: rated ? said.rating : '',
    });
  }
  return false;
}

/** Bids for the second half of the year: two that serve priorities, and one that lies outside and stands above one of them for a reason (duties 77, 92). */
async function compareBids(teller: Teller, meeting: TaskingMeeting, item: RecordOf<'agenda-item'>): Promise<boolean> {
  const { group, meetingId, clock, who } = meeting;
  const priorities = await teller.world.reading.many('priority', { scope: item.scope, state: 'current' });
  const priority = (reference: string): string => priorities.find((one) => one.body.reference === reference)?.id ?? '';
  if (priority('CS3') === '' || priority('CS4') === '' || !(await isReview(teller, meeting.on, item))) return false;
  const enter = async (ownerId: string, bid: Omit<CommandArgs<'resource-bid.enter'>, 'meetingId' | 'ownerId'>): Promise<string> =>
    (await teller.tell(group.secretary, clock.tick(1), 'resource-bid.enter', { meetingId, ownerId, ...bid })).bidId;
  const knives = await enter(who('performance'), {
    title: 'Two analysts and 1,200 patrol hours for the town centres on Friday and Saturday nights until the end of the spring term',
    why: 'Injuries are above the upper control limit and the schools programme ends in March.',
    priorityId: priority('CS3'),
    hours: 1200,
    officers: 2,
  });
  const farms = await enter(who('manager'), {
    title: 'Tracking of plant and machinery before lambing',
    why: 'Eleven thefts since August; the dealers offer to fit the trackers at cost.',
    outsideStrategyReason: 'Rural theft was not included in the strategy, and the insurers press for it.',
    hours: 160,
    budget: 18_000,
  });
  const burglary = await enter(who('cid'), {
    title: 'Overtime for the burglary team',
    why: 'To work on the handlers as well as the series.',
    priorityId: priority('CS4'),
    hours: 2400,
    budget: 60_000,
  });
  await teller.tell(group.secretary, clock.tick(6), 'resource-bid.rank', {
    meetingId,
    order: [knives, farms, burglary],
    because: { [farms]: 'It must be fitted before lambing begins, and costs little.' },
  });
  const decisionId = await decide(
    teller,
    meeting,
    item,
    {
      text: 'Grant what serves serious violence in full, the trackers in part, and no overtime for burglary this half-year.',
      rationale: 'Serious violence is where the harm is. Burglary is back within its expected range in one area.',
      rejected: 'Share the hours evenly among the three bids',
      rejectedBecause: 'None of them would then be enough to change anything.',
    },
    [knives, farms, burglary].map((id) => ({ kind: 'resource-bid', id })),
  );
  const give = (bidId: string, more: Omit<CommandArgs<'resource-bid.decide'>, 'bidId' | 'decisionId'>) =>
    teller.tell(group.secretary, clock.tick(1), 'resource-bid.decide', { bidId, decisionId, ...more });
  await give(knives, { outcome: 'granted', reason: 'Highest harm, and the only bid with a measure that can fail.' });
  await give(farms, {
    outcome: 'part-granted',
    grantedHours: 80,
    grantedBudget: 9000,
    reason: 'For the coast road first; the rest when it is shown to work.',
  });
  await give(burglary, { outcome: 'refused', reason: 'A tenth of these hours was moved to serious violence by this meeting.' });
  return true;
}

/** Commissions what is not known (duty 78). */
async function commission(teller: Teller, meeting: TaskingMeeting, item: RecordOf<'agenda-item'>): Promise<boolean> {
  const { group, meetingId, on, clock, who } = meeting;
  const begins = (await teller.world.reading.count('commission', { scope: item.scope })) === 0;
  const asked = begins ? COMMISSIONS[0] : (await isReview(teller, on, item)) ? COMMISSIONS[1] : [];
  for (const one of asked ?? [])
    await teller.tell(group.secretary, clock.tick(3), 'commission.raise', {
      meetingId,
      itemId: item.id,
      question: one.question,
      termsOfReference: one.termsOfReference,
      ownerId: who(one.who),
      dueOn: addDays(on, one.days),
    });
  return false;
}

/** Hears what was delivered; for what was not, the owner says when it will be. */
async function hear(teller: Teller, { group, meetingId, clock }: TaskingMeeting, item: RecordOf<'agenda-item'>): Promise<boolean> {
  const found = await teller.world.reading.one('commission', item.body.carriedFromId);
  if (found?.state === 'delivered' && found.body.groupId === group.id)
    await teller.tell(group.secretary, clock.tick(4), 'commission.hear', { commissionId: found.id, meetingId });
  else
    await teller.tell(group.secretary, clock.tick(2), 'minute-entry.write', {
      meetingId,
      itemId: item.id,
      entryType: 'note',
      text: 'The owner reported that the regional unit’s part is outstanding. The chair asked for it by the next meeting.',
    });
  return false;
}

/** The interim review to come: what is undelivered leads its agenda, and two bids are before it already (duties 52, 65, 79). */
export async function planInterim(teller: Teller, group: SampleGroup, at: Instant, startsAt: Instant, bidder: string): Promise<void> {
  await deliverCommissions(teller, group, instantFromMs(Date.parse(at) - 2 * 3_600_000));
  const { meetingId } = await teller.tell(group.secretary, at, 'meeting.schedule', {
    groupId: group.id,
    startsAt,
    place: 'Headquarters, conference room',
    interim: true,
  });
  const [meeting] = await teller.world.reading.some('meeting', [meetingId]);
  const priorities = await teller.world.reading.many('priority', { scope: meeting?.scope ?? '', state: 'current' });
  const [lines] = priorities.filter((one) => one.body.reference === 'CS2');
  await teller.tell(bidder, at, 'resource-bid.enter', {
    meetingId,
    title: 'A third social worker in the joint team, and the officers’ hours to go with it',
    why: 'Referrals doubled since the summer.',
    ...(lines === undefined ? { outsideStrategyReason: 'No priority is in force yet.' } : { priorityId: lines.id }),
    hours: 900,
    budget: 32_000,
  });
  await teller.tell(bidder, at, 'resource-bid.enter', {
    meetingId,
    title: 'Stewards for the winter market',
    why: 'Asked for by the council.',
    outsideStrategyReason: 'An event, not a problem of the strategy.',
    hours: 240,
  });
}
