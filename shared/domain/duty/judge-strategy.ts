import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { PLAN_WITHIN_DAYS } from '#shared/domain/governance/strategic-gaps.ts';
import type { PriorityInForce } from '#shared/domain/governance/alignment.ts';
import type { StrategyPriority } from '#shared/domain/control-strategy/control-strategy.schema.ts';
import type { ForceRecords } from './force-records.ts';
import { decisionsOf, meetingsHeld } from './judge-groups.ts';
import { amber, type AnyRecord, counted, type Evaluator, every, green, type Judges, red, some } from './judging.ts';

type Strategy = RecordOf<'control-strategy'>;
/** Of those who were sent a publication, so many must have read it. */
const WELL_READ = 0.8;

export const strategiesSet = (records: ForceRecords): readonly Strategy[] =>
  records.of('control-strategy').filter((strategy) => strategy.state === 'set');
const NONE_SET = 'No control strategy is set.';

/** The record that stands for a priority in force: its own, or the strategy that describes it. */
export function recordOf(priority: PriorityInForce): AnyRecord | null {
  return priority.record ?? priority.strategy;
}

/** Judges the rows of the strategies that are set; the evidence is the priorities that fail, or all. */
export function rows(
  place: string,
  ok: (row: StrategyPriority, records: ForceRecords, priority: PriorityInForce) => boolean,
  good: string,
  bad: string,
): Evaluator {
  return {
    claims: ['green', 'amber', 'red'],
    place,
    judge(records) {
      const all = records.priorities.filter((priority) => priority.row !== null);
      if (all.length === 0) return red(NONE_SET);
      const failing = all.filter((priority) => priority.row !== null && !ok(priority.row, records, priority));
      const shown = (failing.length === 0 ? all : failing).flatMap((priority) => recordOf(priority) ?? []);
      if (failing.length === 0) return green(`${counted(all.length, ['priority', 'priorities'])} ${good}.`, shown);
      const said = `${failing.length} of ${counted(all.length, ['priority', 'priorities'])} ${bad}.`;
      return failing.length === all.length ? red(said, shown) : amber(said, shown);
    },
  };
}

/** Something that only a decision of a strategic group brings about: whether that decision is there, and of such a group (duties 74, 76, 93, 101). */
export function decidedByStrategicGroup(records: ForceRecords, decisionId: string): 'yes' | 'no' | 'unseen' {
  const decision = records.of('decision').find((one) => one.id === decisionId);
  if (decision === undefined) return 'unseen';
  return records.groupType(decision.body.groupId) === 'stcg' ? 'yes' : 'no';
}

/** How many of those it was sent to have read a publication. */
export function readShare(records: ForceRecords, publication: RecordOf<'publication'>): { readonly read: number; readonly of: number } {
  const receipts = new Set(
    records
      .of('read-receipt')
      .filter((receipt) => receipt.parent === publication.id)
      .map((receipt) => receipt.body.personId),
  );
  const { sentToIds } = publication.body;
  return { read: sentToIds.filter((id) => receipts.has(id)).length, of: sentToIds.length };
}

/** Communicated to staff and read by most of them (duties 99, 108). */
export function readByStaff(carries: (publication: RecordOf<'publication'>) => boolean, none: string): Evaluator {
  return {
    claims: ['green', 'amber', 'red'],
    place: '/strategy/publications',
    judge(records) {
      const sent = records.of('publication').filter((one) => one.state === 'sent' && one.body.audience === 'staff' && carries(one));
      const [last] = sent;
      if (last === undefined) return red(none);
      const total = sent
        .map((one) => readShare(records, one))
        .reduce((sum, one) => ({ read: sum.read + one.read, of: sum.of + one.of }), { read: 0, of: 0 });
      const said = `${total.read} of ${counted(total.of, ['person', 'people'])} it was sent to have read it.`;
      return total.of > 0 && total.read / total.of >= WELL_READ ? green(said, sent) : amber(said, sent);
    },
  };
}

/** Duties 58, 59 and 73 to 102: what the strategic group does, and the control strategy it sets. */
export const strategyJudges: Judges = {
  58: every({
    place: '/strategy',
    of: strategiesSet,
    noun: ['control strategy', 'control strategies'],
    none: NONE_SET,
    ok: (strategy) => strategy.body.direction !== '',
    good: 'with the agreed statement of direction',
    bad: 'without a statement of direction',
  }),
  59: rows(
    '/strategy',
    (row) => row.hours + row.officers + row.budget > 0,
    'with hours, officers or budget of their own',
    'without any resources',
  ),
  73: every({
    place: '/meetings',
    of: (records) => records.of('recommendation'),
    noun: ['recommendation', 'recommendations'],
    none: 'No recommendation of an assessment is recorded.',
    ok: (one) => !['proposed', 'deferred'].includes(one.state) && one.body.outcomeReason !== '',
    good: 'adopted, varied or rejected with the reason',
    bad: 'still without a final outcome',
  }),
  74: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy',
    judge(records) {
      const set = strategiesSet(records);
      const drafts = records.of('control-strategy').filter((strategy) => strategy.state === 'draft');
      if (set.length === 0) return drafts.length > 0 ? amber('A control strategy is drafted and not yet set.', drafts) : red(NONE_SET);
      const unseen = set.filter((strategy) => decidedByStrategicGroup(records, strategy.body.setByDecisionId) !== 'yes');
      return unseen.length > 0
        ? amber(`${counted(unseen.length, ['control strategy', 'control strategies'])} whose decision you cannot open.`, unseen)
        : green(
            `${counted(set.length, ['control strategy', 'control strategies'])} set by a decision of the strategic group that names it.`,
            set,
          );
    },
  },
  75: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy',
    judge(records) {
      const set = strategiesSet(records);
      if (set.length === 0) return red(NONE_SET);
      const amended = set.filter((strategy) => strategy.body.amendsId !== '');
      return amended.length > 0
        ? green(
            `${counted(amended.length, ['strategy amends', 'strategies amend'])} an earlier version; the difference can be shown.`,
            amended,
          )
        : amber('No strategy has been amended yet; each is in its first version.', set);
    },
  },
  76: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy/requirement',
    judge(records) {
      const approved = records.of('intelligence-requirement').filter((one) => one.state === 'approved');
      const drafts = records.of('intelligence-requirement').filter((one) => one.state === 'draft');
      if (approved.length === 0)
        return drafts.length > 0
          ? amber('A strategic intelligence requirement is drafted and not yet approved.', drafts)
          : red('No strategic intelligence requirement is approved.');
      return green(`${counted(approved.length, ['requirement', 'requirements'])} approved by a decision of the strategic group.`, approved);
    },
  },
  77: every({
    place: '/meetings',
    of: (records) => records.of('resource-bid').filter((bid) => records.groupType(bid.body.groupId) === 'stcg'),
    noun: ['bid', 'bids'],
    none: 'No bid for resources was put to the strategic group.',
    ok: (bid) => bid.state !== 'bid' && bid.body.outcomeReason !== '',
    good: 'decided with the reason',
    bad: 'without an outcome',
  }),
  78: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy/commissions',
    judge(records) {
      const commissions = records.of('commission').filter((one) => one.state !== 'withdrawn');
      if (commissions.length === 0) return red('No further analysis is commissioned.');
      const late = commissions.filter((one) => one.state === 'commissioned' && one.body.dueOn < records.today);
      return late.length > 0
        ? amber(`${late.length} of ${counted(commissions.length, ['commission', 'commissions'])} overdue.`, late)
        : green(
            `${counted(commissions.length, ['commission', 'commissions'])} with question, owner and day, none of them overdue.`,
            commissions,
          );
    },
  },
  79: every({
    place: '/strategy/commissions',
    of: (records) => records.of('commission').filter((one) => one.state === 'delivered' || one.state === 'heard'),
    noun: ['delivered commission', 'delivered commissions'],
    none: 'No commission has been delivered.',
    ok: (one) => one.state === 'heard',
    good: 'heard at the next meeting',
    bad: 'not yet heard at a meeting',
  }),
  80: every({
    place: '/decisions',
    of: (records) => decisionsOf(records, 'ttcg'),
    noun: ['tactical decision', 'tactical decisions'],
    none: 'No tactical decision is recorded.',
    ok: (decision) => decision.body.priorityId !== '',
    good: 'linked to the priority it serves',
    bad: 'outside the strategy, with the reason',
  }),
  81: every({
    place: '/meetings',
    of: (records) => meetingsHeld(records, 'stcg', 'ttcg').filter((meeting) => meeting.state !== 'live'),
    noun: ['closed meeting', 'closed meetings'],
    none: 'No meeting has been closed.',
    ok: (meeting) => meeting.state === 'signed',
    good: 'with minutes sealed by the chair’s signature',
    bad: 'whose minutes wait for the chair’s signature',
  }),
  82: every({
    place: '/decisions',
    of: (records) => decisionsOf(records, 'stcg', 'ttcg'),
    noun: ['decision', 'decisions'],
    none: 'No decision is recorded.',
    ok: (decision) => decision.body.rationale.trim() !== '',
    good: 'with their rationale',
    bad: 'without a rationale',
  }),
  83: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy/publications',
    judge(records) {
      const set = strategiesSet(records);
      if (set.length === 0) return red(NONE_SET);
      const published = set.filter((strategy) => records.of('publication').some((one) => one.body.controlStrategyId === strategy.id));
      return published.length === set.length
        ? green(`${counted(set.length, ['control strategy', 'control strategies'])} published, marked and dated.`, set)
        : amber(
            `${set.length - published.length} of ${counted(set.length, ['control strategy', 'control strategies'])} not published.`,
            set.filter((one) => !published.includes(one)),
          );
    },
  },
  84: some({
    place: '/strategy',
    of: strategiesSet,
    noun: ['control strategy', 'control strategies'],
    none: NONE_SET,
    good: 'labelled with the force or command area it is for',
  }),
  85: rows('/strategy', (row) => row.prevention !== '', 'with aims for prevention', 'without aims for prevention'),
  86: rows('/strategy', (row) => row.intelligence !== '', 'with aims for intelligence', 'without aims for intelligence'),
  87: rows('/strategy', (row) => row.enforcement !== '', 'with aims for enforcement', 'without aims for enforcement'),
  88: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy',
    judge(records) {
      const set = strategiesSet(records);
      if (set.length === 0) return red(NONE_SET);
      const empty = set.filter(({ body }) => body.withReassurance && body.priorities.some((row) => row.reassurance === ''));
      return empty.length > 0
        ? amber(`${counted(empty.length, ['strategy has', 'strategies have'])} the column for reassurance with empty cells.`, empty)
        : green('Reassurance is filled in where it is used, and left out without a warning where it is not.', set);
    },
  },
  89: rows('/strategy', (row) => row.hours > 0, 'with the hours they are given, to be seen beside each decision', 'without hours'),
  90: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy/prioritisation',
    judge(records) {
      const issues = records.of('issue');
      if (issues.length === 0) return red('No issue considered for the strategy is recorded.');
      const out = issues.filter((issue) => issue.state === 'not-included');
      return out.length === 0
        ? amber('No issue is recorded as considered and not included.', issues)
        : green(`${counted(out.length, ['issue was', 'issues were'])} considered and not included; the register keeps them.`, out);
    },
  },
  91: {
    claims: ['green', 'amber', 'red'],
    place: '/plans',
    judge(records) {
      const plans = records.of('delivery-plan');
      if (plans.length === 0) return red('No plan is recorded.');
      const outside = plans.filter((plan) => plan.body.outsideStrategyReason !== '');
      const hours = (some: readonly RecordOf<'delivery-plan'>[]): number =>
        some.flatMap((plan) => plan.body.resources).reduce((sum, one) => sum + one.hours, 0);
      const share = hours(plans) === 0 ? 0 : Math.round((100 * hours(outside)) / hours(plans));
      return outside.length === 0
        ? amber('No plan for an issue outside the strategy has been needed.', plans)
        : green(
            `${counted(outside.length, ['plan lies', 'plans lie'])} outside the strategy with a reason, and ${outside.length === 1 ? 'takes' : 'take'} ${share} % of the planned hours.`,
            outside,
          );
    },
  },
  92: {
    claims: ['green', 'amber', 'red'],
    place: '/meetings',
    judge(records) {
      const ranked = records.of('resource-bid').filter((bid) => bid.number > 0);
      if (ranked.length === 0) return red('No demands are ranked.');
      const above = ranked.filter(
        (bid) =>
          bid.body.priorityId === '' &&
          bid.body.aboveStrategyBecause === '' &&
          ranked.some((other) => other.parent === bid.parent && other.body.priorityId !== '' && other.number > bid.number),
      );
      return above.length > 0
        ? amber(`${counted(above.length, ['demand', 'demands'])} outside the strategy ranked above one within it without a reason.`, above)
        : green(
            `${counted(ranked.length, ['demand is', 'demands are'])} ranked with those of the strategy first, or with the reason why not.`,
            ranked,
          );
    },
  },
  93: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy',
    judge(records) {
      const current = records.of('priority').filter((priority) => priority.state === 'current');
      if (current.length === 0) return red('No priority is set.');
      const of = (what: 'yes' | 'no' | 'unseen') =>
        current.filter((one) => decidedByStrategicGroup(records, one.body.setByDecisionId) === what);
      if (of('no').length > 0)
        return red(`${counted(of('no').length, ['priority', 'priorities'])} not set by the strategic group.`, of('no'));
      return of('unseen').length > 0
        ? amber(`${counted(of('unseen').length, ['priority', 'priorities'])} whose decision you cannot open.`, of('unseen'))
        : green(`${counted(current.length, ['priority was', 'priorities were'])} set by decisions of the strategic group.`, current);
    },
  },
  94: every({
    place: '/strategy/prioritisation',
    of: (records) => records.of('prioritisation'),
    noun: ['prioritisation', 'prioritisations'],
    none: 'No issues have been scored.',
    ok: (one) => one.state === 'frozen',
    good: 'with its matrix and inputs frozen at the decision',
    bad: 'still open',
  }),
  95: rows(
    '/strategy',
    (row) => row.includedBecause !== '',
    'with the reason why they are included',
    'without the reason why they are included',
  ),
  96: every({
    place: '/strategy/prioritisation',
    of: (records) => records.of('issue').filter((issue) => issue.state !== 'included'),
    noun: ['issue', 'issues'],
    none: 'No issue is recorded that was considered and left out.',
    ok: (issue) => issue.state === 'not-included' && issue.body.outcomeReason !== '',
    good: 'not included because of a written reason',
    bad: 'without a reason why it is or is not included',
  }),
  97: rows(
    '/strategy',
    (row, records) => {
      const owner = records.organisation.people.get(row.ownerId);
      return owner !== undefined && owner.state === 'serving';
    },
    'with a serving owner',
    'without a serving owner',
  ),
  98: {
    claims: ['green', 'amber', 'red'],
    place: '/plans',
    judge(records) {
      if (records.priorities.length === 0) return red('No priority is in force.');
      const planned = records.of('delivery-plan').filter((plan) => plan.state !== 'closed' && plan.body.priorityId !== '');
      const without = records.priorities.filter((priority) => !planned.some((plan) => plan.body.priorityId === priority.id));
      if (without.length === 0)
        return green(`${counted(records.priorities.length, ['priority has', 'priorities have'])} a current delivery plan.`, planned);
      const shown = without.flatMap((priority) => recordOf(priority) ?? []);
      const said = `${without.length} of ${counted(records.priorities.length, ['priority', 'priorities'])} without a current delivery plan; one is due ${PLAN_WITHIN_DAYS} days after it was set.`;
      return without.length === records.priorities.length ? red(said, shown) : amber(said, shown);
    },
  },
  99: readByStaff((one) => one.body.controlStrategyId !== '', 'No control strategy was sent to staff.'),
  100: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy/publications',
    judge(records) {
      const sent = records.of('publication').filter((one) => one.body.controlStrategyId !== '');
      if (sent.length === 0) return red('No control strategy was sent to anybody.');
      const toPartners = sent.filter((one) => one.body.audience === 'partners');
      return toPartners.length === 0
        ? amber('The control strategy was sent to staff and not to partners.', sent)
        : green(`${counted(toPartners.length, ['partner-safe version was', 'partner-safe versions were'])} sent.`, toPartners);
    },
  },
  101: every({
    place: '/strategy',
    of: (records) => records.of('control-strategy').filter((strategy) => strategy.state === 'set' || strategy.state === 'superseded'),
    noun: ['version', 'versions'],
    none: NONE_SET,
    ok: (strategy) => strategy.body.setByDecisionId !== '' && strategy.body.decidedRev !== '',
    good: 'set exactly as decided by the strategic group',
    bad: 'without the decision that set it',
  }),
  102: {
    claims: ['green', 'amber', 'red'],
    place: '/meetings',
    judge(records) {
      if (records.priorities.length === 0) return red('No priority is in force.');
      const given = records.of('accountability-review').filter((review) => review.state === 'given');
      const without = records.priorities.filter((priority) => !given.some((review) => review.body.priorityId === priority.id));
      if (without.length === 0)
        return green(
          `The owners of ${counted(records.priorities.length, ['priority', 'priorities'])} have accounted for progress at a meeting.`,
          given,
        );
      const shown = without.flatMap((priority) => recordOf(priority) ?? []);
      const said = `${without.length} of ${counted(records.priorities.length, ['priority', 'priorities'])} whose owner has not accounted for progress.`;
      return without.length === records.priorities.length ? red(said, shown) : amber(said, shown);
    },
  },
};
