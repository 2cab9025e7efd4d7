import { addDays, type Day } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { spanOn } from '#shared/domain/force/spans.ts';
import type { GroupType } from '#shared/domain/group/group.schema.ts';
import type { Gap } from '#shared/domain/governance/warning.ts';
import { dayAt, type ForceRecords } from './force-records.ts';
import { amber, amiss, counted, type Evaluator, every, green, type Judges, red } from './judging.ts';

/** An exception older than this has been left lying. */
const LEFT_LYING_DAYS = 28;
const HELD = ['live', 'closed', 'signed'];

export function groupsOf(records: ForceRecords, ...types: readonly GroupType[]) {
  return records.organisation.groups.filter((group) => types.includes(group.body.groupType) && countsOn(group.body, records.today));
}
export function meetingsHeld(records: ForceRecords, ...types: readonly GroupType[]) {
  return records.of('meeting').filter((meeting) => {
    const type = records.groupType(meeting.body.groupId);
    return HELD.includes(meeting.state) && type !== '' && types.includes(type);
  });
}
export function decisionsOf(records: ForceRecords, ...types: readonly GroupType[]) {
  return records.of('decision').filter((decision) => {
    const type = records.groupType(decision.body.groupId);
    return type !== '' && types.includes(type);
  });
}
function membersOf(records: ForceRecords, type: GroupType) {
  const groups = new Set(groupsOf(records, type).map((group) => group.id));
  return records.held.filter(({ body }) => groups.has(body.scopeId));
}
/** Whether a gap is one of these and of a group of that type. */
export const aboutGroup =
  (records: ForceRecords, type: GroupType, codes: readonly string[]) =>
  (gap: Gap): boolean =>
    codes.includes(gap.code) && groupsOf(records, type).some((group) => gap.id.includes(group.id));

/** A process run at each level of the force that wants it: strategic (duty 61) or tactical (duty 116). */
export function perArea(type: 'stcg' | 'ttcg'): Evaluator {
  const runs = type === 'stcg' ? 'runsStrategic' : 'runsTactical';
  const word = type === 'stcg' ? 'strategic' : 'tactical';
  return {
    claims: ['green', 'amber', 'red'],
    place: '/force',
    judge(records) {
      const { force, areas } = records.organisation;
      if (force === null) return red('No force is recorded.');
      if (!force.body.hasAreas) return green(`This force runs the process at force level only.`, [force]);
      const running = areas.filter((area) => {
        const span = spanOn(area.body.spans, records.today);
        return span?.inUse === true && span[runs];
      });
      if (running.length === 0) return amber(`The force has areas and none of them runs the ${word} process.`, areas);
      const without = running.filter((area) => !groupsOf(records, type).some((group) => group.body.nodeId === area.id));
      if (without.length > 0)
        return red(
          `${counted(without.length, ['area runs', 'areas run'])} the ${word} process and ${without.length === 1 ? 'has' : 'have'} no group for it.`,
          without,
        );
      if (type === 'ttcg')
        return green(`${counted(running.length, ['area runs', 'areas run'])} the tactical process, each with its group.`, running);
      const unmarked = running.filter((area) => {
        const own = records.of('control-strategy').find((strategy) => strategy.state === 'set' && strategy.body.nodeId === area.id);
        const parents = records.priorities.filter((priority) => priority.nodeId === force.id && priority.record !== null);
        return own === undefined || parents.some((parent) => !own.body.parents.some((adoption) => adoption.priorityId === parent.id));
      });
      return unmarked.length > 0
        ? amber(
            `${counted(unmarked.length, ['area', 'areas'])} with no strategy that says which priorities of the force it adopts.`,
            unmarked,
          )
        : green(`${counted(running.length, ['area says', 'areas say'])} which priorities of the force it adopts.`, running);
    },
  };
}

/** A policy with frequency and reason for each group of a type, and no meeting overdue against it (duties 63, 117). */
export function policyKept(type: 'stcg' | 'ttcg'): Evaluator {
  return {
    claims: ['green', 'amber', 'red'],
    place: '/force/groups',
    judge(records) {
      const groups = groupsOf(records, type);
      if (groups.length === 0) return red('There is no such group.');
      const codes = ['group/no-policy', 'group/meeting-overdue', 'group/meeting-not-planned', 'group/meeting-planned-late'];
      return (
        amiss(records, aboutGroup(records, type, codes)) ??
        green(
          `${counted(groups.length, ['group has', 'groups have'])} a policy and ${groups.length === 1 ? 'meets' : 'meet'} by it.`,
          groups,
        )
      );
    },
  };
}

/** Chairs with authority over what is on the agenda (duties 71, 120). */
export function authority(type: 'stcg' | 'ttcg'): Evaluator {
  return {
    claims: ['green', 'amber', 'red'],
    place: '/force/groups',
    judge(records) {
      const groups = groupsOf(records, type);
      if (groups.length === 0) return red('There is no such group.');
      const wrong = amiss(records, aboutGroup(records, type, ['group/no-chair']));
      if (wrong !== null) return wrong;
      const outside = decisionsOf(records, type).filter((decision) => !decision.body.withinAuthority);
      return outside.length > 0
        ? amber(
            `${counted(outside.length, ['decision lay', 'decisions lay'])} outside the chair’s authority and ${outside.length === 1 ? 'is' : 'are'} marked as advisory.`,
            outside,
          )
        : green(
            `${counted(groups.length, ['group is', 'groups are'])} chaired with written authority; no decision lay outside it.`,
            groups,
          );
    },
  };
}

/** Duties 50 to 72: how groups are run, who sits in them, by whose consent. */
export const groupJudges: Judges = {
  50: {
    claims: ['green', 'amber', 'red'],
    place: '/force/groups',
    judge(records) {
      const both = groupsOf(records, 'stcg', 'ttcg');
      const types = new Set(both.map((group) => group.body.groupType));
      if (types.size < 2) return red(types.has('stcg') ? 'There is no tactical group.' : 'There is no strategic group.', both);
      const met = new Set(meetingsHeld(records, 'stcg', 'ttcg').map((meeting) => records.groupType(meeting.body.groupId)));
      return met.size < 2
        ? amber('Both kinds of group are there; one of them has not met yet.', both)
        : green('Strategic and tactical groups are separate, and both have met.', both);
    },
  },
  51: {
    claims: ['green', 'amber', 'red'],
    place: '/',
    judge(records) {
      const groups = groupsOf(records, 'stcg', 'ttcg');
      const wrong = amiss(records, (gap) => gap.code === 'group/no-chair');
      if (groups.length === 0) return red('There is no group whose chair could look at exceptions.');
      if (wrong !== null) return wrong;
      const old = records
        .of('action')
        .filter((action) => ['open', 'in-progress', 'blocked'].includes(action.state))
        .filter((action) => action.dueAt !== '' && action.dueAt < addDays(records.today, -LEFT_LYING_DAYS));
      return old.length > 0
        ? amber(
            `Chairs see what is off course on Today; ${counted(old.length, ['action has', 'actions have'])} been overdue for more than four weeks.`,
            old,
          )
        : green('Each group has a chair, who sees what is off course on Today; nothing has been overdue for more than four weeks.', groups);
    },
  },
  52: every({
    place: '/meetings',
    of: (records) => records.of('resource-bid'),
    noun: ['bid for resources', 'bids for resources'],
    none: 'No demand on resources is recorded and ranked.',
    ok: (bid) => bid.number > 0 && bid.state !== 'bid',
    good: 'ranked and decided',
    bad: 'not ranked or not decided',
  }),
  53: every({
    place: '/decisions',
    of: (records) => records.of('decision'),
    noun: ['decision', 'decisions'],
    none: 'No decision is recorded.',
    ok: (decision) => decision.body.evidence.length > 0,
    good: 'citing evidence',
    bad: 'without evidence, with the reason why',
  }),
  54: {
    claims: ['green', 'amber', 'red'],
    place: '/decisions',
    judge(records) {
      const decisions = records.of('decision');
      if (decisions.length === 0) return red('No decision is recorded.');
      const byMeeting = new Map<string, number[]>();
      for (const decision of decisions) byMeeting.set(decision.parent, [...(byMeeting.get(decision.parent) ?? []), decision.number]);
      const broken = [...byMeeting].filter(([, numbers]) => new Set(numbers).size !== Math.max(...numbers)).map(([meetingId]) => meetingId);
      if (broken.length === 0)
        return green(
          `${counted(decisions.length, ['decision', 'decisions'])} of ${counted(byMeeting.size, ['meeting', 'meetings'])}, numbered without gaps.`,
          decisions,
        );
      const gaps = decisions.filter((decision) => broken.includes(decision.parent));
      const said = `The numbers of decisions have gaps in ${counted(broken.length, ['meeting', 'meetings'])}.`;
      return records.meetingsKnown ? red(said, gaps) : amber(`${said} Some decisions may not be yours to see.`, gaps);
    },
  },
  55: every({
    place: '/plans',
    of: (records) => records.of('delivery-plan'),
    noun: ['plan', 'plans'],
    none: 'No operational plan is recorded.',
    ok: (plan, records) => records.of('decision').some((decision) => decision.id === plan.parent),
    good: 'made from a decision, and opening from it',
    bad: 'whose decision you cannot open',
  }),
  56: {
    claims: ['green', 'amber', 'red'],
    place: '/plans',
    judge(records) {
      const plans = records.of('delivery-plan');
      if (plans.length === 0) return red('No operational plan is recorded.');
      const closed = plans.filter((plan) => plan.state === 'closed');
      if (closed.length === 0) return amber('No plan has been closed yet; none can be without its result or the reason.', plans);
      const without = closed.filter((plan) => plan.body.result === '');
      return without.length > 0
        ? amber(
            `${without.length} of ${counted(closed.length, ['closed plan', 'closed plans'])} closed with a reason instead of a result.`,
            without,
          )
        : green(`${counted(closed.length, ['plan was', 'plans were'])} closed with a result.`, closed);
    },
  },
  57: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy/calendar',
    judge(records) {
      const dates = records.of('planning-date').filter((one) => one.state === 'planned' && one.body.on >= records.today);
      const next = records
        .of('meeting')
        .filter(
          (meeting) =>
            meeting.state === 'planned' &&
            records.groupType(meeting.body.groupId) === 'stcg' &&
            dayAt(meeting.body.startsAt) >= records.today,
        );
      const lacking = [
        next.length === 0 ? 'the next strategic meeting' : '',
        dates.some((one) => one.body.dateType === 'budget-cycle') ? '' : 'the budget cycle',
        dates.some((one) => one.body.dateType === 'assessment-due') ? '' : 'the day the assessment is due',
      ].filter((one) => one !== '');
      if (lacking.length === 0)
        return green('The calendar shows the next strategic meeting, the budget cycle and the day the assessment is due.', [
          ...next,
          ...dates,
        ]);
      const said = `The calendar lacks ${lacking.join(', ')}.`;
      return lacking.length === 3 ? red(said) : amber(said, [...next, ...dates]);
    },
  },
  60: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy',
    judge(records) {
      const groups = groupsOf(records, 'stcg');
      if (groups.length === 0) return red('There is no strategic group.');
      const set = records.of('control-strategy').filter((strategy) => strategy.state === 'set');
      const without = groups.filter((group) => !set.some((strategy) => strategy.body.nodeId === group.body.nodeId));
      if (without.length === groups.length) return red('No strategic group has a control strategy of its own.', groups);
      return without.length > 0
        ? amber(
            `${without.length} of ${counted(groups.length, ['strategic group', 'strategic groups'])} without a strategy of its own.`,
            without,
          )
        : green(`${counted(groups.length, ['strategic group has', 'strategic groups each have'])} a control strategy.`, set);
    },
  },
  61: perArea('stcg'),
  62: {
    claims: ['green', 'amber', 'red'],
    place: '/force',
    judge(records) {
      const { force, groups } = records.organisation;
      if (force === null) return red('No force is recorded.');
      if (force.body.hasAreas)
        return green('The level of areas is switched on; it can be switched off, and what was recorded stays readable.', [force]);
      const left = groups.filter((group) => group.body.nodeType === 'area' && countsOn(group.body, records.today));
      return left.length > 0
        ? amber(
            `The level of areas is switched off, and ${counted(left.length, ['group still stands', 'groups still stand'])} at an area.`,
            left,
          )
        : green('The level of areas is switched off, and no group stands at an area.', [force]);
    },
  },
  63: policyKept('stcg'),
  64: every({
    place: '/force/groups',
    of: (records) => records.organisation.policies,
    noun: ['policy', 'policies'],
    none: 'No policy on frequency is recorded.',
    ok: (policy) => policy.body.reason !== '',
    good: 'with the business need that determines the frequency',
    bad: 'without a reason, so not to be approved',
  }),
  65: {
    claims: ['green', 'amber', 'red'],
    place: '/force/groups',
    judge(records) {
      const groups = groupsOf(records, 'stcg');
      const ids = new Set(groups.map((group) => group.id));
      const policies = records.organisation.policies.filter((policy) => policy.state === 'approved' && ids.has(policy.body.groupId));
      if (policies.length === 0) return red('No approved policy of a strategic group says when interim reviews are held.');
      return (
        amiss(records, (gap) => gap.code === 'group/interim-review-proposed') ??
        green('No strategic group meets more rarely than its policy allows without an interim review.', policies)
      );
    },
  },
  66: {
    claims: ['green', 'amber', 'red'],
    place: '/force/groups',
    judge(records) {
      const members = membersOf(records, 'stcg').filter(({ body }) => ['chair', 'deputy-chair', 'member'].includes(body.role));
      if (members.length === 0) return red('No strategic group has members.');
      return (
        amiss(records, (gap) => gap.code === 'appointment/not-senior') ??
        green(
          `${counted(members.length, ['member of a strategic group is', 'members of strategic groups are'])} senior police managers or staff.`,
          members,
        )
      );
    },
  },
  67: {
    claims: ['green', 'amber', 'red'],
    place: '/force/partners',
    judge(records) {
      const agencies = [...records.organisation.agencies.values()].filter((agency) => agency.state === 'in-use');
      if (agencies.length === 0) return red('No partner agency is recorded.');
      return (
        amiss(records, (gap) => gap.duties.includes(67) && gap.code.startsWith('partner-agency/')) ??
        green(`${counted(agencies.length, ['partner agency has', 'partner agencies have'])} an agreement in force.`, agencies)
      );
    },
  },
  68: {
    claims: ['green', 'amber', 'red'],
    place: '/force/partners',
    judge(records) {
      const agencies = [...records.organisation.agencies.values()].filter((agency) => agency.state === 'in-use');
      if (agencies.length === 0) return red('No partner agency is recorded.');
      return (
        amiss(records, (gap) => gap.code.startsWith('partner-agency/consent') || gap.code === 'group/member-without-consent') ??
        green(`${counted(agencies.length, ['partner agency takes', 'partner agencies take'])} part by the consent of both sides.`, agencies)
      );
    },
  },
  69: {
    claims: ['green', 'amber', 'red'],
    place: '/strategy/assessments',
    judge(records) {
      const joint = records.of('strategic-assessment').filter((one) => one.body.joint && one.state !== 'withdrawn');
      if (joint.length === 0) return red('No assessment is written together with partners.');
      const ids = new Set(joint.map((one) => one.id));
      const sections = records.of('assessment-section').filter((section) => ids.has(section.parent) && section.body.ownerAgencyId !== '');
      if (sections.length === 0) return amber('The joint assessment has no section owned by a partner.', joint);
      const open = sections.filter((section) => section.state !== 'signed-off');
      return open.length > 0
        ? amber(`${open.length} of ${counted(sections.length, ['section', 'sections'])} owned by partners not signed off.`, open)
        : green(`${counted(sections.length, ['section', 'sections'])} owned and signed off by partners.`, sections);
    },
  },
  70: every({
    place: '/force/objectives',
    of: (records) => records.of('joint-objective').filter((one) => one.state !== 'ended'),
    noun: ['joint objective', 'joint objectives'],
    none: 'No objective is agreed with partners.',
    ok: (objective) => objective.state === 'agreed',
    good: 'agreed by every partner that was asked, with the day',
    bad: 'waiting for the agreement of a partner',
  }),
  71: authority('stcg'),
  72: {
    claims: ['green', 'amber', 'red'],
    place: '/force/groups',
    judge(records) {
      const forceGroups = groupsOf(records, 'stcg').filter((group) => group.body.nodeType === 'force');
      if (forceGroups.length === 0) return red('The force has no strategic group.');
      const wrong = amiss(records, aboutGroup(records, 'stcg', ['group/no-chair', 'appointment/not-usual-chair']));
      if (wrong !== null) return wrong;
      const chairs = membersOf(records, 'stcg').filter(({ body }) => body.role === 'chair');
      const [first] = chairs;
      return first === undefined
        ? red('The force’s strategic group has no chair.', forceGroups)
        : green(`The chief constable or the deputy chairs, since ${dayText(first.body.from as Day)}.`, chairs);
    },
  },
};
