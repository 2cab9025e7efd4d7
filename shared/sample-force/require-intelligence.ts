import { type Day, type Instant, addDays, addMonths, daysBetween, instant } from '#shared/base/time.ts';
import type { Northmoor } from './found-northmoor.ts';
import type { HeldMeeting } from './hold-meeting.ts';
import type { SampleMatter } from './matters.ts';
import {
  LATER_QUESTION,
  SAMPLE_COMPARTMENT,
  SAMPLE_QUESTIONS,
  type SampleQuestion,
  UNASKED_GAPS,
  UNDIRECTED_TASK,
} from './requirement-texts.ts';
import { type Teller, clockFrom } from './teller.ts';
import type { ActionStep } from './work-actions.ts';

const at = (on: Day, hour: number, minute = 10): Instant =>
  instant(`${on}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`);

/** The questions asked, in the order of the texts, with the requirement they belong to. */
export interface SampleRequirement {
  readonly requirementId: string;
  readonly questionIds: readonly string[];
}

/** Drafts the force's intelligence requirement once its priorities are set: gaps, and a dozen questions that fill them (duties 103, 104, 106). */
export async function draftRequirement(
  teller: Teller,
  northmoor: Northmoor,
  options: { readonly on: Day; readonly assessmentId: string; readonly priorities: ReadonlyMap<string, string> },
): Promise<SampleRequirement> {
  const author = northmoor.person('principal');
  const groupId = northmoor.groups.stcg.id;
  const clock = clockFrom(at(options.on, 13));
  const { requirementId } = await teller.tell(author, clock.tick(1), 'intelligence-requirement.create', {
    groupId,
    title: 'Strategic intelligence requirement of Northmoor Police',
    introduction:
      'What the force needs to know to serve the control strategy, and about two other key threats beside it. Everybody collects against these questions; anything else is collected with a reason.',
    assessmentId: options.assessmentId,
    reviewOn: addMonths(options.on, 6),
  });
  const questionIds: string[] = [];
  for (const one of SAMPLE_QUESTIONS) {
    const { gapId } = await teller.tell(author, clock.tick(2), 'intelligence-gap.raise', { groupId, text: one.gap, whyItMatters: one.why });
    const { questionId } = await teller.tell(author, clock.tick(2), 'requirement-question.add', {
      requirementId,
      question: one.question,
      whyItMatters: one.why,
      elements: one.elements.map((text) => ({ text })),
      gapId,
      priorityId: options.priorities.get(one.priority) ?? '',
      otherKeyThreat: one.threat ?? '',
      threatAssessmentId: one.threat === undefined ? '' : options.assessmentId,
      urgency: one.urgency,
      reviewOn: addMonths(options.on, one.urgency === 'high' ? 7 : 9),
      ownerId: northmoor.person(one.owner),
      askPartners: one.strategy?.source === 'partner',
    });
    questionIds.push(questionId);
  }
  for (const text of UNASKED_GAPS) await teller.tell(author, clock.tick(1), 'intelligence-gap.raise', { groupId, text });
  return { requirementId, questionIds };
}

/** The strategic group approves the draft; its decision names it (duty 76). */
export function requirementMatter(requirementId: string): SampleMatter {
  return {
    priority: '',
    title: 'Strategic intelligence requirement',
    picture: ['The principal analyst took the group through twelve questions and the gaps they fill.'],
    decisions: [
      {
        text: 'Approve the strategic intelligence requirement as drafted, and have the tactical groups review it each quarter.',
        rationale: 'Each question fills a gap of the assessment and has an owner. Nothing of the control strategy is without one.',
        chosen: 'Approve the twelve questions',
        rejected: 'Send it back for fewer questions',
        rejectedBecause: 'The two questions about other key threats are few and cheap to ask.',
        evidence: 'Draft of the strategic intelligence requirement',
        actions: [],
        names: [{ kind: 'intelligence-requirement', id: requirementId }],
      },
    ],
  };
}

/** Puts the requirement in force, and says what is asked, collected, answered and reviewed in the months after (duties 18, 104, 105, 109, 110). */
export async function requireIntelligence(
  teller: Teller,
  northmoor: Northmoor,
  meeting: HeldMeeting,
  { requirementId, questionIds }: SampleRequirement,
  options: { readonly today: Day; readonly priorities: ReadonlyMap<string, string> },
): Promise<readonly ActionStep[]> {
  const author = northmoor.person('principal');
  const planner = northmoor.person('manager');
  const groupId = northmoor.groups.stcg.id;
  const from = meeting.on;
  const steps: ActionStep[] = [];
  const later = (on: Day, take: ActionStep['take']): void => {
    if (daysBetween(on, options.today) > 0) steps.push({ on, take });
  };
  await teller.tell(author, at(from, 15), 'intelligence-requirement.approve', {
    requirementId,
    decisionId: meeting.decisionIds[0] ?? '',
  });
  const clock = clockFrom(at(from, 15, 30));
  for (const [index, one] of SAMPLE_QUESTIONS.entries())
    await collect(teller, northmoor, { one, questionId: questionIds[index] ?? '', groupId, planner, from, clock, later });
  later(addDays(from, 42), () =>
    teller.tell(planner, at(addDays(from, 42), 11), 'collection-task.add', {
      groupId,
      undirectedBecause: UNDIRECTED_TASK.because,
      what: UNDIRECTED_TASK.what,
      ownerId: northmoor.person(UNDIRECTED_TASK.who),
      dueOn: addDays(options.today, 9),
    }),
  );
  const askedOn = addDays(from, 77);
  later(askedOn, () =>
    teller.tell(author, at(askedOn, 15), 'requirement-question.add', {
      requirementId,
      question: LATER_QUESTION.question,
      newGap: LATER_QUESTION.gap,
      priorityId: options.priorities.get(LATER_QUESTION.priority) ?? '',
      ownerId: northmoor.person(LATER_QUESTION.owner),
      urgency: 'high',
      because: LATER_QUESTION.because,
    }),
  );
  for (const [days, group, text] of [
    [70, 'ttcg-f', 'All questions stand. The group asks for a question on films of violence spread online.'],
    [126, 'ttcg-e', 'Two answered questions can be left; supply into Harbour Ward remains the first thing to find out.'],
  ] as const) {
    const on = addDays(from, days);
    const { id, secretary } = northmoor.groups[group];
    later(on, () =>
      teller.tell(secretary, at(on, 16), 'intelligence-requirement.review', {
        requirementId,
        groupId: id,
        outcome: days === 70 ? 'changed' : 'unchanged',
        text,
        nextReviewOn: addDays(on, 84),
      }),
    );
  }
  later(addDays(from, 21), () => workInCompartment(teller, northmoor, addDays(from, 21), questionIds[0] ?? ''));
  return steps;
}

interface Collecting {
  readonly one: SampleQuestion;
  readonly questionId: string;
  readonly groupId: string;
  readonly planner: string;
  readonly from: Day;
  readonly clock: ReturnType<typeof clockFrom>;
  readonly later: (on: Day, take: ActionStep['take']) => void;
}

async function collect(
  teller: Teller,
  northmoor: Northmoor,
  { one, questionId, groupId, planner, from, clock, later }: Collecting,
): Promise<void> {
  const strategyId =
    one.strategy === undefined
      ? ''
      : (await teller.tell(planner, clock.tick(2), 'collection-strategy.add', { questionId, ...one.strategy })).strategyId;
  const task = one.task;
  if (task !== undefined) {
    const { taskId } = await teller.tell(planner, clock.tick(2), 'collection-task.add', {
      groupId,
      questionId,
      strategyId,
      what: task.what,
      ownerId: task.who === 'partner' ? northmoor.person('manager') : northmoor.person(task.who),
      capability: task.capability,
      dueOn: addDays(from, task.result === '' ? 189 : 63),
    });
    if (task.result !== '') {
      const on = addDays(from, 56);
      later(on, () =>
        teller.tell(task.who === 'partner' ? planner : northmoor.person(task.who), at(on, 12), 'collection-task.finish', {
          taskId,
          result: task.result,
        }),
      );
    }
  }
  for (const answer of one.answers) {
    const on = addDays(from, answer.week * 7);
    later(on, async () => {
      const question = await teller.world.reading.one('requirement-question', questionId);
      const ids = question?.body.elements.map((element) => element.id) ?? [];
      await teller.tell(northmoor.person(one.owner), at(on, 14), 'requirement-question.answer', {
        questionId,
        source: answer.source,
        completeness: answer.fully === true ? 'fully' : 'partly',
        text: answer.says,
        elementIds: answer.elements.flatMap((index) => ids[index] ?? []),
      });
    });
  }
}

/** The dedicated source unit opens its compartment, and tasking is passed on to it one way (duties 111, 112). */
async function workInCompartment(teller: Teller, northmoor: Northmoor, on: Day, questionId: string): Promise<void> {
  const controller = northmoor.person('source-unit');
  const clock = clockFrom(at(on, 9));
  const { compartmentId } = await teller.tell(controller, clock.tick(1), 'compartment.open', {
    name: SAMPLE_COMPARTMENT.name,
    purpose: SAMPLE_COMPARTMENT.purpose,
    memberIds: [northmoor.person('source-deputy')],
    takesTasking: true,
  });
  for (const strategy of SAMPLE_COMPARTMENT.strategies)
    await teller.tell(controller, clock.tick(5), 'collection-strategy.add-closed', { compartmentId, questionId, ...strategy });
  for (const tasking of SAMPLE_COMPARTMENT.tasking)
    await teller.tell(northmoor.person('manager'), clock.tick(5), 'collection-task.pass-on', { ...tasking, questionId });
  const [first] = await teller.world.reading.many('collection-task', { scope: compartmentId });
  if (first !== undefined)
    await teller.tell(controller, clock.tick(60), 'collection-task.finish', { taskId: first.id, result: SAMPLE_COMPARTMENT.result });
}
