import { addDays } from '#shared/base/time.ts';
import { dayAt, type ForceRecords } from './force-records.ts';
import { aboutGroup, authority, decisionsOf, groupsOf, meetingsHeld, perArea, policyKept } from './judge-groups.ts';
import { recordOf } from './judge-strategy.ts';
import { amber, amiss, counted, every, green, type Judges, red, some } from './judging.ts';

/** Meetings held within so many days are judged for what was laid before them. */
const LATELY_DAYS = 60;
const plans = (records: ForceRecords) => records.of('delivery-plan').filter((plan) => plan.state !== 'draft');
const NO_PLANS = 'No plan has been approved.';
const NO_DECISION = 'No tactical decision is recorded.';
const NO_DAILY = 'No daily management meeting has been held.';

/** Duties 114 to 157, as far as Cordon keeps what they ask. */
export const tacticalJudges: Judges = {
  114: {
    claims: ['green', 'amber', 'red'],
    place: '/meetings',
    judge(records) {
      const groups = groupsOf(records, 'ttcg');
      if (groups.length === 0) return red('There is no tactical group.');
      const lately = meetingsHeld(records, 'ttcg').filter(
        (meeting) => dayAt(meeting.body.startsAt) >= addDays(records.today, -LATELY_DAYS),
      );
      if (records.priorities.length === 0) return amber('The tactical groups have no priorities to respond to.', groups);
      return lately.length === 0
        ? amber(`No tactical meeting was held in the last ${LATELY_DAYS} days.`, groups)
        : green(
            `${counted(lately.length, ['tactical meeting', 'tactical meetings'])} in the last ${LATELY_DAYS} days, with ${counted(records.priorities.length, ['priority', 'priorities'])} in view.`,
            lately,
          );
    },
  },
  115: every({
    place: '/decisions',
    of: (records) => decisionsOf(records, 'ttcg').filter((decision) => decision.body.options.length > 0),
    noun: ['tactical decision', 'tactical decisions'],
    none: 'No tactical decision with options is recorded.',
    ok: (decision) => decision.body.options.every((option) => option.chosen || option.rejectedBecause !== ''),
    good: 'with the options that were rejected and why',
    bad: 'with an option rejected without a reason',
  }),
  116: perArea('ttcg'),
  117: policyKept('ttcg'),
  118: {
    claims: ['green', 'amber', 'red'],
    place: '/force/groups',
    judge(records) {
      const groups = groupsOf(records, 'ttcg');
      if (groups.length === 0) return red('There is no tactical group.');
      return (
        amiss(records, aboutGroup(records, 'ttcg', ['group/missing-functions'])) ??
        green(`${counted(groups.length, ['tactical group has', 'tactical groups have'])} every function it needs.`, groups)
      );
    },
  },
  119: {
    claims: ['green', 'red'],
    place: '/force/partners',
    judge(records) {
      const members = records.held.filter(({ body }) => body.role === 'partner-member');
      const wrong = amiss(records, (gap) => gap.code === 'group/member-without-consent');
      if (wrong !== null) return wrong;
      return members.length === 0
        ? red('No partner agency takes part in a group.')
        : green(
            `${counted(members.length, ['partner sits', 'partners sit'])} in groups by the consent of both sides; what is police only is not shown to them.`,
            members,
          );
    },
  },
  120: authority('ttcg'),
  121: {
    claims: ['green', 'red'],
    place: '/meetings',
    judge(records) {
      const closed = meetingsHeld(records, 'stcg', 'ttcg', 'ium', 'dmm').filter((meeting) => meeting.state !== 'live');
      if (closed.length === 0) return red('No meeting has been closed.');
      const ids = new Set(closed.map((meeting) => meeting.id));
      const left = records.undecided.filter((item) => ids.has(item.parent));
      return left.length > 0
        ? red(`${counted(left.length, ['item', 'items'])} of closed meetings without an outcome.`, left)
        : green(`${counted(closed.length, ['meeting was', 'meetings were'])} closed with an outcome for every item.`, closed);
    },
  },
  123: every({
    place: '/actions',
    of: (records) => records.of('action').filter((action) => action.state !== 'withdrawn'),
    noun: ['action', 'actions'],
    none: 'No action is recorded.',
    ok: (action, records) => records.organisation.people.get(action.owner)?.state !== 'left' && action.owner !== '',
    good: 'with one named owner',
    bad: 'whose owner has left',
  }),
  124: {
    claims: ['green', 'amber', 'red'],
    place: '/force/groups',
    judge(records) {
      const acting = records.held.filter(({ body }) => body.role === 'action-manager' && body.delegation !== '');
      if (acting.length === 0) return red('No action manager is appointed with the written delegation of a chair.');
      return (
        amiss(records, (gap) => gap.duties.includes(124)) ??
        green(`${counted(acting.length, ['action manager acts', 'action managers act'])} with the written delegation of the chair.`, acting)
      );
    },
  },
  125: {
    claims: ['green', 'amber', 'red'],
    place: '/actions',
    judge(records) {
      const done = records.of('action').filter((action) => action.state === 'verified' || action.state === 'claimed');
      if (done.length === 0) return red('No action has been claimed complete.');
      const waiting = done.filter((action) => action.state === 'claimed');
      return waiting.length > 0
        ? amber(
            `${waiting.length} of ${counted(done.length, ['completed action', 'completed actions'])} waiting for verification by somebody else.`,
            waiting,
          )
        : green(
            `${counted(done.length, ['completed action was', 'completed actions were'])} verified by somebody other than the owner.`,
            done,
          );
    },
  },
  126: every({
    place: '/plans',
    of: plans,
    noun: ['plan', 'plans'],
    none: NO_PLANS,
    ok: (plan) => plan.body.measures.length > 0 && plan.body.measures.every((measure) => measure.baseline !== ''),
    good: 'with measures and baselines from before the start',
    bad: 'without a baseline for a measure',
  }),
  127: every({
    place: '/meetings',
    of: (records) =>
      meetingsHeld(records, 'ttcg').filter((meeting) => dayAt(meeting.body.startsAt) >= addDays(records.today, -LATELY_DAYS)),
    noun: ['tactical meeting', 'tactical meetings'],
    none: `No tactical meeting was held in the last ${LATELY_DAYS} days.`,
    ok: (meeting, records) =>
      records
        .of('paper')
        .some((paper) => paper.parent === meeting.id && paper.body.paperType === 'tactical-assessment' && paper.state === 'attached'),
    good: 'with its tactical assessment laid before it',
    bad: 'without a tactical assessment',
  }),
  128: every({
    place: '/plans',
    of: plans,
    noun: ['plan', 'plans'],
    none: NO_PLANS,
    ok: ({ body }) => body.objective !== '' && body.tactics.length > 0 && body.resources.length > 0,
    good: 'with objective, tactics, resources and dates',
    bad: 'without tactics or resources',
  }),
  129: {
    claims: ['green', 'amber', 'red'],
    place: '/plans',
    judge(records) {
      if (records.priorities.length === 0) return red('No priority is in force.');
      const active = records.of('delivery-plan').filter((plan) => plan.state === 'approved');
      const without = records.priorities.filter((priority) => !active.some((plan) => plan.body.priorityId === priority.id));
      if (without.length === 0)
        return green(`${counted(records.priorities.length, ['priority has', 'priorities have'])} an active plan.`, active);
      const shown = without.flatMap((priority) => recordOf(priority) ?? []);
      const said = `${without.length} of ${counted(records.priorities.length, ['priority', 'priorities'])} without an active plan.`;
      return without.length === records.priorities.length ? red(said, shown) : amber(said, shown);
    },
  },
  130: every({
    place: '/decisions',
    of: (records) => decisionsOf(records, 'ttcg').filter((decision) => decision.body.evidence.length > 0),
    noun: ['tactical decision that cites evidence', 'tactical decisions that cite evidence'],
    none: 'No tactical decision cites evidence.',
    ok: (decision) => decision.body.evidence.some((one) => one.asOf !== '' && one.confidence !== ''),
    good: 'with its age and confidence',
    bad: 'without the age or the confidence of what they cite',
  }),
  131: every({
    place: '/meetings',
    of: (records) => records.of('resource-bid').filter((bid) => records.groupType(bid.body.groupId) === 'ttcg'),
    noun: ['demand put to a tactical group', 'demands put to tactical groups'],
    none: 'No competing demands are recorded at a tactical group.',
    ok: (bid) => bid.number > 0 && bid.body.outcomeReason !== '',
    good: 'ranked with the reason',
    bad: 'not ranked or without a reason',
  }),
  132: every({
    place: '/decisions',
    of: (records) => decisionsOf(records, 'ttcg'),
    noun: ['tactical decision', 'tactical decisions'],
    none: NO_DECISION,
    ok: (decision) => decision.body.options.length >= 2,
    good: 'between at least two options',
    bad: 'with one option only, and the reason why',
  }),
  133: every({
    place: '/strategy/requirement',
    of: (records) => records.of('intelligence-requirement').filter((one) => one.state === 'approved'),
    noun: ['approved requirement', 'approved requirements'],
    none: 'No intelligence requirement is approved.',
    ok: (one, records) => one.body.reviews.some((review) => records.groupType(review.groupId) === 'ttcg'),
    good: 'reviewed by a tactical group',
    bad: 'not reviewed by a tactical group',
  }),
  134: some({
    place: '/strategy/commissions',
    of: (records) => records.of('commission').filter((one) => records.groupType(one.body.groupId) === 'ttcg'),
    noun: ['commission of a tactical group', 'commissions of tactical groups'],
    none: 'No tactical group has commissioned analysis.',
    good: 'with question, owner and day',
  }),
  135: every({
    place: '/plans',
    of: plans,
    noun: ['plan', 'plans'],
    none: NO_PLANS,
    ok: (plan) => new Set(plan.body.tactics.map((tactic) => tactic.strand)).size > 1,
    good: 'working on more than one strand',
    bad: 'working on a single strand',
  }),
  136: every({
    place: '/plans',
    of: plans,
    noun: ['plan', 'plans'],
    none: NO_PLANS,
    ok: (plan) => plan.body.resources.length > 0,
    good: 'with units, hours and dates',
    bad: 'without resources',
  }),
  137: every({
    place: '/plans',
    of: plans,
    noun: ['plan', 'plans'],
    none: NO_PLANS,
    ok: (plan) => plan.owner !== '',
    good: 'with one owner each',
    bad: 'without an owner',
  }),
  142: every({
    place: '/plans',
    of: (records) => records.of('delivery-plan').filter((plan) => plan.state === 'approved'),
    noun: ['active plan', 'active plans'],
    none: 'No plan is active.',
    ok: (plan, records) => plan.dueAt === '' || plan.dueAt >= records.today,
    good: 'not overdue for review',
    bad: 'overdue for review or past its end',
  }),
  152: {
    claims: ['green', 'red'],
    place: '/meetings',
    judge(records) {
      const daily = meetingsHeld(records, 'dmm');
      if (daily.length === 0) return red(NO_DAILY);
      const theirs = new Set(decisionsOf(records, 'dmm').map((decision) => decision.id));
      const overstepped = [
        ...plans(records).filter((plan) => theirs.has(plan.parent)),
        ...records.of('priority').filter((one) => theirs.has(one.body.setByDecisionId)),
      ];
      return overstepped.length > 0
        ? red(
            `${counted(overstepped.length, ['plan or priority', 'plans or priorities'])} approved on a decision of a daily meeting.`,
            overstepped,
          )
        : green(`${counted(daily.length, ['daily meeting', 'daily meetings'])}, none of which approved a plan or set a priority.`, daily);
    },
  },
  153: every({
    place: '/decisions',
    of: (records) => decisionsOf(records, 'dmm'),
    noun: ['decision of a daily meeting', 'decisions of daily meetings'],
    none: 'No decision of a daily meeting is recorded.',
    ok: (decision) => decision.body.priorityId !== '',
    good: 'tied to a priority',
    bad: 'outside the strategy, with the reason',
  }),
  156: every({
    place: '/meetings',
    of: (records) => meetingsHeld(records, 'dmm'),
    noun: ['daily meeting', 'daily meetings'],
    none: NO_DAILY,
    ok: (meeting) => meeting.body.chairId !== '',
    good: 'with who chaired it, and whether as deputy',
    bad: 'without a chair',
  }),
};
