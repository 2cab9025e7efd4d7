import { dayText } from '#shared/base/time-text.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { PriorityInForce } from '#shared/domain/governance/alignment.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { recordName } from '#shared/domain/kit/record-name.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { dayAt, type ForceRecords } from './force-records.ts';
import { type AnyRecord, counted } from './judging.ts';

export const THREAD_STEPS = ['assessment', 'score', 'priority', 'requirement', 'decision', 'plan', 'result'] as const;
export type ThreadStep = (typeof THREAD_STEPS)[number];

/** A record the thread goes through. */
export interface ThreadNode {
  readonly kind: Kind;
  readonly id: string;
  readonly parent: string;
  readonly title: string;
  readonly detail: string;
  readonly marking: Marking;
}

/** The golden thread of one priority: from the assessment that found it to what came of it. An empty step says what is missing. */
export interface GoldenThread {
  readonly priorityId: string;
  readonly reference: string;
  readonly title: string;
  readonly steps: readonly { readonly step: ThreadStep; readonly nodes: readonly ThreadNode[]; readonly missing: string }[];
  /** How many of the steps are there. */
  readonly whole: number;
}

function node(record: AnyRecord, detail: string, title = recordName(record.body)): ThreadNode {
  return { kind: record.kind, id: record.id, parent: record.parent, title, detail, marking: record.marking };
}

/** The thread of each priority in force, as far as the reader may see its records. */
export function goldenThreads(records: ForceRecords): readonly GoldenThread[] {
  return records.priorities.map((priority) => threadOf(records, priority));
}

function threadOf(records: ForceRecords, priority: PriorityInForce): GoldenThread {
  const nodes: Readonly<Record<ThreadStep, readonly ThreadNode[]>> = {
    assessment: assessmentsOf(records, priority),
    score: scoresOf(records, priority),
    priority: prioritiesOf(records, priority),
    requirement: questionsOf(records, priority),
    decision: decisionsOf(records, priority),
    plan: plansOf(records, priority),
    result: resultsOf(records, priority),
  };
  const steps = THREAD_STEPS.map((step) => ({ step, nodes: nodes[step], missing: nodes[step].length === 0 ? MISSING[step] : '' }));
  return {
    priorityId: priority.id,
    reference: priority.reference,
    title: priority.title,
    steps,
    whole: steps.filter((one) => one.missing === '').length,
  };
}

const MISSING: Readonly<Record<ThreadStep, string>> = {
  assessment: 'No assessment that led to this priority is linked to it, or none you may see.',
  score: 'No scored issue stands behind it: why it was chosen before others cannot be shown.',
  priority: 'The priority itself is not to be seen.',
  requirement: 'No question of an intelligence requirement serves it.',
  decision: 'The decision that set it is not to be seen.',
  plan: 'No delivery plan serves it.',
  result: 'No result has been recorded against it yet.',
};

/** The version in force and those it amends, latest first: what an amendment leaves out stands in an earlier one. */
function versionsOf(records: ForceRecords, { strategy }: PriorityInForce): readonly RecordOf<'control-strategy'>[] {
  const versions: RecordOf<'control-strategy'>[] = [];
  for (let one = strategy ?? undefined; one !== undefined && !versions.includes(one); ) {
    versions.push(one);
    const before = one.body.amendsId;
    one = records.of('control-strategy').find((other) => other.id === before);
  }
  return versions;
}

function assessmentsOf(records: ForceRecords, priority: PriorityInForce): readonly ThreadNode[] {
  const { record } = priority;
  const versions = versionsOf(records, priority);
  const prioritisations = new Set(versions.map((one) => one.body.prioritisationId));
  const ids = new Set([
    ...versions.map((one) => one.body.assessmentId),
    ...records.of('prioritisation').flatMap((one) => (prioritisations.has(one.id) ? [one.parent] : [])),
  ]);
  const written = records
    .of('strategic-assessment')
    .filter((one) => ids.has(one.id))
    .map((one) =>
      node(one, `${one.state === 'final' ? 'Final' : 'Not final'}, for ${dayText(one.body.periodFrom)} to ${dayText(one.body.periodTo)}`),
    );
  if (written.length > 0) return written;
  // Before assessments were written in Cordon, the paper or title the setting decision cites is all there is.
  const decision = records.of('decision').find((one) => one.id === (record?.body.setByDecisionId ?? ''));
  const papers = new Map(records.of('paper').map((paper) => [paper.id, paper]));
  return (decision?.body.evidence ?? []).flatMap((cited): readonly ThreadNode[] => {
    const paper = papers.get(cited.recordId);
    if (paper !== undefined) return [node(paper, 'Paper cited by the decision that set the priority', paper.body.title)];
    return decision === undefined ? [] : [node(decision, 'Cited by the decision that set the priority; not itself in Cordon', cited.title)];
  });
}

function scoresOf(records: ForceRecords, priority: PriorityInForce): readonly ThreadNode[] {
  const matrices = new Map(records.of('prioritisation').map((one) => [one.id, one.body.matrix.name]));
  const rows = versionsOf(records, priority).flatMap(({ body }) => body.priorities.filter((row) => row.key === priority.row?.key));
  const issueIds = new Set(rows.map((row) => row.issueId).filter((id) => id !== ''));
  return records
    .of('issue')
    .filter((issue) => issueIds.has(issue.id))
    .map((issue) => {
      const matrix = matrices.get(issue.parent);
      const why = issue.body.outcomeReason === '' ? (priority.row?.includedBecause ?? '') : issue.body.outcomeReason;
      return node(issue, [matrix === undefined ? '' : `Scored with ${matrix}`, why].filter((one) => one !== '').join('. '));
    });
}

function prioritiesOf(records: ForceRecords, { record, strategy, row, reference, title, from }: PriorityInForce): readonly ThreadNode[] {
  const owner = records.organisation.people.get(row?.ownerId ?? '');
  const detail = [`In force from ${dayText(from)}`, owner === undefined ? '' : `owner ${rankAndName(owner.body)}`]
    .filter((one) => one !== '')
    .join(', ');
  return [record, strategy]
    .filter((one): one is NonNullable<typeof one> => one !== null)
    .map((one) =>
      one.kind === 'priority'
        ? node(one, detail, `${reference} ${title}`)
        : node(one, `Version ${strategy?.body.version ?? 0} of the control strategy`),
    );
}

function questionsOf(records: ForceRecords, { id }: PriorityInForce): readonly ThreadNode[] {
  const state = { unanswered: 'Unanswered', partly: 'Partly answered', answered: 'Answered' } as Readonly<Record<string, string>>;
  return records
    .of('requirement-question')
    .filter((question) => question.body.priorityId === id && question.state !== 'withdrawn')
    .map((question) =>
      node(question, `${state[question.state] ?? ''}, ${counted(question.body.answers.length, ['report', 'reports'])} on it`),
    );
}

function decisionsOf(records: ForceRecords, { id, record, strategy }: PriorityInForce): readonly ThreadNode[] {
  const setting = new Set([record?.body.setByDecisionId ?? '', strategy?.body.setByDecisionId ?? '']);
  return records
    .of('decision')
    .filter((decision) => setting.has(decision.id) || decision.body.priorityId === id)
    .map((decision) =>
      node(decision, `${setting.has(decision.id) ? 'Set the priority' : 'Acts on it'}, ${dayText(dayAt(decision.body.decidedAt))}`),
    );
}

function plansOf(records: ForceRecords, { id }: PriorityInForce): readonly ThreadNode[] {
  return records
    .of('delivery-plan')
    .filter((plan) => plan.body.priorityId === id)
    .map((plan) => {
      const owner = records.organisation.people.get(plan.owner);
      const state = plan.state === 'draft' ? 'Draft' : plan.state === 'approved' ? 'Active' : 'Closed';
      return node(
        plan,
        `${state}, ${dayText(plan.body.startsOn)} to ${dayText(plan.body.endsOn)}${owner === undefined ? '' : `, ${rankAndName(owner.body)}`}`,
      );
    });
}

function resultsOf(records: ForceRecords, { id }: PriorityInForce): readonly ThreadNode[] {
  const ofPlans = records
    .of('delivery-plan')
    .filter(
      (plan) => plan.body.priorityId === id && (plan.body.result !== '' || plan.body.measures.some((measure) => measure.result !== '')),
    )
    .map((plan) => {
      const measured = plan.body.measures
        .filter((measure) => measure.result !== '')
        .map((measure) => `${measure.name}: ${measure.baseline} to ${measure.result}`)
        .join('; ');
      return node(plan, [plan.body.result, measured].filter((one) => one !== '').join(' '), `Result of ${plan.body.reference}`);
    });
  const accounted = records
    .of('accountability-review')
    .filter((review) => review.body.priorityId === id && review.state === 'given')
    .map((review) =>
      node(
        review,
        [review.body.measure === '' ? '' : `${review.body.measure}: ${review.body.measured}`, review.body.achieved]
          .filter((one) => one !== '')
          .join('. '),
        'What the owner accounted for at a meeting',
      ),
    );
  return [...ofPlans, ...accounted];
}
