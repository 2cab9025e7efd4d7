import { type Day, type Instant, addDays, dayOf, instantFromMs } from '#shared/base/time.ts';
import { type Northmoor, type SampleGroup, foundNorthmoor, meetingStart } from './found-northmoor.ts';
import { governNorthmoor, planNorthmoor } from './govern-northmoor.ts';
import { type HeldMeeting, type MeetingToHold, holdMeeting } from './hold-meeting.ts';
import { makePlan } from './make-plans.ts';
import { SAMPLE_MATTERS, type SampleMatter } from './matters.ts';
import { planDates } from './plan-dates.ts';
import { publishStrategy } from './publish-strategy.ts';
import { SAMPLE_SIGN_INS, sampleName } from './people.ts';
import { draftRequirement, requireIntelligence, requirementMatter } from './require-intelligence.ts';
import { draftComing, draftStrategy, setStrategy, strategyMatter } from './set-strategy.ts';
import { scoreIssues } from './score-issues.ts';
import { SAMPLE_PRIORITIES, STRATEGIC_REVIEW } from './strategy.ts';
import { CLOSED_MATTER, type SamplePaper, assessmentFor, crimeTableFor, subjectProfileFor } from './sample-papers.ts';
import { planInterim } from './tasking-work.ts';
import { type SampleUnit, type Teller, makeTeller } from './teller.ts';
import { refreshAssessment, writeAssessment } from './write-assessments.ts';
import { type ActionStep, takeInOrder, workOnActions } from './work-actions.ts';

export interface SampleForce {
  /** In the order they happened; each was checked by the rules as it was made. */
  readonly units: readonly SampleUnit[];
  readonly forceId: string;
  /** Who gets an account, in the order the sign-in screen shows them. */
  readonly signIns: readonly { readonly personId: string; readonly signInName: string; readonly name: string; readonly does: string }[];
  /** Closed meetings in order, each with the chair who presided: their minutes are to be sealed. */
  readonly toSign: readonly { readonly meetingId: string; readonly chairId: string; readonly signedAt: Instant }[];
}

const WEEKS_OF_HISTORY = 26;
/** The strategic group's extraordinary meeting that approves the intelligence requirement. */
const REQUIREMENT_ROUND = 2;
const START_HOUR = 9;
/** How many fortnights back, before the six months, the force was founded. */
const FOUNDED_WEEKS_BEFORE = 4;

interface Planned {
  readonly on: Day;
  readonly hour: number;
  readonly groupKey: keyof Northmoor['groups'];
  readonly round: number;
}

/**
 * Makes the synthetic force Northmoor with six months of meetings, decisions and actions up to `now`; the same seed and day make the same force.
 * `progress` hears how many of how many meetings have been held.
 */
export async function generateSampleForce(options: {
  readonly seed: number;
  readonly now: Instant;
  readonly progress: (done: number, total: number) => Promise<void> | void;
}): Promise<SampleForce> {
  const { seed, now, progress } = options;
  const today = dayOf(now);
  const teller = makeTeller(seed);
  const foundedOn = addDays(today, -7 * (WEEKS_OF_HISTORY + FOUNDED_WEEKS_BEFORE));
  const founded = await foundNorthmoor(teller, foundedOn, today);
  const northmoor = { ...founded, objectives: await planNorthmoor(teller, founded, foundedOn) };
  const assessment = await writeAssessment(teller, northmoor, addDays(foundedOn, 1));
  const priorities = new Map<string, string>();
  const plan = calendar(today);
  const steps: ActionStep[] = [
    ...refreshAssessment(teller, northmoor, assessment, today),
    ...governNorthmoor(teller, northmoor, today, priorities),
  ];
  const taken = new Set<ActionStep>();
  const held: HeldMeeting[] = [];
  const inForce = { strategyId: '', requirementId: '' };
  for (const [index, one] of plan.entries()) {
    await takeInOrder(steps, one.on, taken);
    const isRequirement = one.groupKey === 'stcg' && one.round === REQUIREMENT_ROUND;
    const strategyId = isStrategic(one) && !isRequirement ? await draftStrategy(teller, northmoor, one, priorities) : '';
    const requirement = isRequirement
      ? await draftRequirement(teller, northmoor, { on: addDays(one.on, -3), assessmentId: assessment.assessmentId, priorities })
      : null;
    const asked = meetingToHold(northmoor, one, plan, priorities, strategyId, requirement?.requirementId);
    const meeting = await holdMeeting(teller, asked);
    if (strategyId !== '') await setStrategy(teller, meeting, strategyId, priorities);
    if (requirement !== null) steps.push(...(await requireIntelligence(teller, northmoor, meeting, requirement, { today, priorities })));
    if (one.groupKey === 'stcg') {
      if (strategyId !== '') inForce.strategyId = strategyId;
      if (requirement !== null) inForce.requirementId = requirement.requirementId;
      if (inForce.strategyId !== '' && inForce.requirementId !== '')
        steps.push(...(await publishStrategy(teller, northmoor, { ...inForce, publishedOn: addDays(one.on, 3), today })));
    }
    held.push(meeting);
    steps.push(...workOnActions(teller, meeting, today));
    if (meeting.group.type === 'ttcg')
      steps.push(
        ...(await makePlan(
          teller,
          meeting,
          asked,
          northmoor.unit(meeting.group.side === '' ? 'roads' : `response-${meeting.group.side === 'e' ? 'east' : 'west'}`),
          today,
        )),
      );
    await progress(index + 1, plan.length);
  }
  await takeInOrder(steps, today, taken);
  await planComing(teller, northmoor, now);
  await planDates(teller, northmoor, now);
  await draftComing(teller, northmoor, now);
  await scoreIssues(teller, northmoor, now);
  return {
    units: teller.units,
    forceId: northmoor.forceId,
    signIns: SAMPLE_SIGN_INS.map(({ key, signInName, does }) => ({
      personId: northmoor.person(key),
      signInName,
      does,
      name: sampleName(key),
    })),
    toSign: await Promise.all(
      held
        .filter((meeting) => meeting !== newestOf(held, northmoor.groups['ttcg-e']))
        .map(async ({ meetingId, group }) => ({
          meetingId,
          chairId: group.chair,
          signedAt: await dayAfterClosing(teller, meetingId, now),
        })),
    ),
  };
}

/** The minutes of Eastmoor's last meeting still wait for the chair's signature, as they would. */
function newestOf(held: readonly HeldMeeting[], group: SampleGroup): HeldMeeting | undefined {
  return held.filter((meeting) => meeting.group === group).at(-1);
}

async function dayAfterClosing(teller: Teller, meetingId: string, now: Instant): Promise<Instant> {
  const closedAt = (await teller.world.reading.one('meeting', meetingId))?.body.closedAt ?? '';
  return instantFromMs(Math.min(Date.parse(now), Date.parse(closedAt) + 86_400_000));
}

/** The same day, or the Friday before when it falls on a weekend: groups meet on working days. */
function workingDay(on: Day): Day {
  const weekday = new Date(`${on}T12:00:00.000Z`).getUTCDay();
  return addDays(on, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
}

function isStrategic(planned: Planned): planned is Planned & { readonly groupKey: 'stcg' | 'stcg-e' } {
  return planned.groupKey === 'stcg' || planned.groupKey === 'stcg-e';
}

/** Every meeting of the six months, oldest first. */
function calendar(today: Day): readonly Planned[] {
  const planned: Planned[] = [];
  const add = (daysAgo: number, groupKey: Planned['groupKey'], round: number, hour = START_HOUR): void => {
    const on = groupKey === 'dmm-e' ? addDays(today, -daysAgo) : workingDay(addDays(today, -daysAgo));
    planned.push({ on, hour, groupKey, round });
  };
  add(7 * WEEKS_OF_HISTORY + 5, 'stcg', 0);
  add(7 * WEEKS_OF_HISTORY - 9, 'stcg', REQUIREMENT_ROUND);
  add(7 * WEEKS_OF_HISTORY - 16, 'stcg-e', 0, 14);
  add(12, 'stcg', 1);
  for (let fortnight = 0; fortnight < WEEKS_OF_HISTORY / 2; fortnight += 1) {
    const daysAgo = 14 * (WEEKS_OF_HISTORY / 2 - fortnight);
    add(daysAgo, 'ttcg-e', fortnight);
    add(daysAgo - 1, 'ttcg-w', fortnight + 3);
    if (fortnight % 2 === 1) add(daysAgo - 6, 'ttcg-f', fortnight + 1, 13);
    if (fortnight > 8) add(daysAgo - 9, 'ium-e', fortnight, 10);
  }
  for (let daysAgo = 4; daysAgo >= 1; daysAgo -= 1) add(daysAgo, 'dmm-e', daysAgo, 8);
  return planned.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.hour - b.hour));
}

function meetingToHold(
  northmoor: Northmoor,
  planned: Planned,
  plan: readonly Planned[],
  priorities: ReadonlyMap<string, string>,
  strategyId: string,
  requirementId = '',
): MeetingToHold {
  const group = northmoor.groups[planned.groupKey];
  const following = plan.find((one) => one.groupKey === planned.groupKey && one.on > planned.on);
  return {
    group,
    startsAt: meetingStart(planned.on, planned.hour),
    matters:
      requirementId === ''
        ? mattersOf(planned, strategyId)
        : requirementMatter(requirementId).decisions.map((decision) => ({
            matter: requirementMatter(requirementId),
            decision,
            templateKey: 'intelligence-requirement',
          })),
    who: (role) => answersFor(northmoor, group, role),
    priorities,
    nextMeetingOn: following?.on ?? addDays(planned.on, group.type === 'dmm' ? 1 : group.type === 'stcg' ? 182 : 14),
    papers: papersFor(planned, plan),
    closed: isClosedToPartners(planned) ? CLOSED_MATTER : null,
  };
}

/** How many of a tactical group's meetings back still have their papers; older ones were held before papers were kept here. */
const MEETINGS_WITH_PAPERS = 4;
const PLACES: Partial<Readonly<Record<keyof Northmoor['groups'], string>>> = {
  stcg: 'Northmoor',
  'ttcg-e': 'Eastmoor',
  'ttcg-w': 'Westdale',
};

/** Every third meeting of the two areas takes a matter its partner members may not hear (duty 119). */
function isClosedToPartners({ groupKey, round }: Planned): boolean {
  return (groupKey === 'ttcg-e' || groupKey === 'ttcg-w') && round % 3 === 2;
}

/** What is laid before a meeting: its assessment, for the newest a table of crime, and a profile where partners are to leave the room. */
function papersFor(planned: Planned, plan: readonly Planned[]): readonly SamplePaper[] {
  const place = PLACES[planned.groupKey];
  const after = plan.filter((one) => one.groupKey === planned.groupKey && one.on > planned.on).length;
  const closed = isClosedToPartners(planned) ? [subjectProfileFor(planned.on)] : [];
  if (place === undefined || after >= MEETINGS_WITH_PAPERS) return closed;
  const matters = [...new Set(mattersOf(planned).map(({ matter }) => matter))];
  const assessment = assessmentFor(planned.groupKey === 'stcg' ? 'strategic' : 'tactical', place, planned.on, matters);
  return [assessment, ...(after === 0 && planned.groupKey !== 'stcg' ? [crimeTableFor(place, planned.on)] : []), ...closed];
}

/** Tactical meetings take the matters in turn, so that each returns a few weeks later; each is decided where the template puts it. */
function mattersOf(
  { groupKey, round }: Planned,
  strategyId = '',
): readonly {
  readonly matter: SampleMatter;
  readonly decision: SampleMatter['decisions'][number];
  readonly templateKey: string;
}[] {
  if (groupKey === 'stcg' || groupKey === 'stcg-e') {
    const place = groupKey === 'stcg' ? 'Northmoor Police' : 'Eastmoor';
    const matters = [
      ...(groupKey === 'stcg' && round === 0 ? SAMPLE_PRIORITIES.map(settingMatter) : []),
      strategyMatter(strategyId, place, round === 0 ? null : STRATEGIC_REVIEW),
    ];
    return matters.flatMap((matter) => matter.decisions.map((decision) => ({ matter, decision, templateKey: 'control-strategy' })));
  }
  if (groupKey === 'ium-e' || groupKey === 'dmm-e') return [];
  const count = groupKey === 'ttcg-f' ? 2 : 3;
  const chosen = Array.from({ length: count }, (_unused, index) => SAMPLE_MATTERS[(round * 2 + index) % SAMPLE_MATTERS.length]);
  return chosen.flatMap((matter, index) =>
    matter === undefined
      ? []
      : matter.decisions.map((decision) => ({
          matter,
          decision,
          templateKey: index === 0 ? 'tactical-assessment' : index === 1 ? 'decide-and-allocate' : 'competing-demands',
        })),
  );
}

function settingMatter(one: (typeof SAMPLE_PRIORITIES)[number]): SampleMatter {
  return {
    priority: '',
    title: one.title,
    picture: [`Recommended by the strategic assessment: ${one.title}.`],
    decisions: [
      {
        text: `Include “${one.title}” in the control strategy. ${one.summary}`,
        rationale: one.because,
        chosen: 'Include in the control strategy',
        rejected: one.insteadOf,
        rejectedBecause: one.notBecause,
        evidence: 'Strategic assessment and prioritisation matrix',
        actions: [],
      },
    ],
  };
}

const FORCE_STANDS_IN: Readonly<Record<string, string>> = {
  cid: 'protection',
  neigh: 'roads',
  officer: 'manager',
  analyst: 'principal',
  researcher: 'manager',
  response: 'ops',
  manager: 'manager',
  deputy: 'deputy-e',
  performance: 'performance',
  comms: 'comms',
};

function answersFor(northmoor: Northmoor, group: SampleGroup, role: string): string {
  return northmoor.person(group.side === '' ? (FORCE_STANDS_IN[role] ?? 'manager') : `${role}-${group.side}`);
}

/** The meetings to come: Eastmoor's within the hour with its agenda ready, the others on their days. */
async function planComing(teller: Teller, northmoor: Northmoor, now: Instant): Promise<void> {
  const today = dayOf(now);
  const schedule = async (group: SampleGroup, startsAt: Instant, place: string, minutesPlanned = 120) =>
    teller.tell(group.secretary, now, 'meeting.schedule', { groupId: group.id, startsAt, place, minutesPlanned });
  const soon = instantFromMs(Math.ceil((Date.parse(now) + 15 * 60_000) / 900_000) * 900_000);
  const { meetingId } = await schedule(northmoor.groups['ttcg-e'], dayOf(soon) === today ? soon : now, 'Eastmoor briefing room');
  const matters = SAMPLE_MATTERS.slice(0, 3);
  for (const paper of [assessmentFor('tactical', 'Eastmoor', today, matters), crimeTableFor('Eastmoor', today), subjectProfileFor(today)])
    await teller.layPaper(northmoor.groups['ttcg-e'].secretary, now, meetingId, paper);
  await schedule(northmoor.groups['ttcg-w'], meetingStart(workingDay(addDays(today, 3)), START_HOUR), 'Westdale conference room');
  await schedule(northmoor.groups['ttcg-f'], meetingStart(workingDay(addDays(today, 10)), 13), 'Headquarters, room 2');
  await schedule(northmoor.groups['stcg-e'], meetingStart(workingDay(addDays(today, 16)), 14), 'Eastmoor briefing room');
  const interim = meetingStart(workingDay(addDays(today, 9)), START_HOUR);
  await planInterim(teller, northmoor.groups.stcg, now, interim, northmoor.person('director'));
  await schedule(northmoor.groups['ium-e'], meetingStart(workingDay(addDays(today, 6)), 10), 'Eastmoor intelligence unit', 60);
}
