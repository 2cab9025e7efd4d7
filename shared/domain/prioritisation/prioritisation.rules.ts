import type { Refusal } from '#shared/base/result.ts';
import { type Instant, dayOf } from '#shared/base/time.ts';
import { preparesStrategy, strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { faultInWords, strategicDecisionFault } from '#shared/domain/decision/strategic-decision.ts';
import { offenceConcerns, scoreConcerns } from '#shared/domain/issue/issue-concerns.ts';
import { digestsOf } from '#shared/domain/issue/issue-digest.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { freezeConcerns } from './freezing.ts';
import { isCopyOf } from './matrix-copy.ts';
import { prioritisationBook } from './prioritisation-refusals.ts';
import { PRIORITISATION_STATES, type PrioritisationBody, prioritisationBody } from './prioritisation.schema.ts';

type After = WritableRecord<'prioritisation', PrioritisationBody>;

async function checkPrioritisation(step: Step<'prioritisation', PrioritisationBody>): Promise<readonly Refusal[]> {
  const { before, after, actor, reading } = step;
  if (after === null) return [prioritisationBook.say('prioritisation/never-erased')];
  if (!preparesStrategy(actor, after.body.groupId)) return [prioritisationBook.say('prioritisation/not-yours-to-prepare')];
  if (before?.state === 'frozen') return [prioritisationBook.say('prioritisation/frozen')];
  const issues = await reading.many('issue', { parent: after.id });
  const refusals: Refusal[] = [...(await originConcerns(before, after, reading)), ...(await matrixConcerns(before, after, reading))];
  if (!same(after.body.issues, digestsOf(issues))) refusals.push(prioritisationBook.say('prioritisation/issues-not-in-step'));
  const dropped = issues.flatMap((issue) => [
    ...scoreConcerns(after.body.matrix, issue.body.scores),
    ...offenceConcerns(after.body.matrix, issue.body.offences),
  ]);
  if (dropped.length > 0)
    refusals.push(
      prioritisationBook.say('prioritisation/matrix-drops-scores', {
        field: 'matrixId',
        facts: { what: [...new Set(dropped.map((one) => one.field.replace(/^\w+\./, '')))].slice(0, 8).join(', ') },
      }),
    );
  if (after.state === 'open') {
    if (after.body.decisionId !== '' || after.body.frozenAt !== '') refusals.push(prioritisationBook.say('prioritisation/begins-open'));
    return refusals;
  }
  if (before === null) return [...refusals, prioritisationBook.say('prioritisation/begins-open')];
  return [...refusals, ...(await freezingConcerns(before, after, issues, reading))];
}

/** Group, place and marking are for good; the assessment it belongs to may be named while it is open. */
async function originConcerns(before: RecordOf<'prioritisation'> | null, after: After, reading: Reading): Promise<readonly Refusal[]> {
  const { groupId, nodeType, nodeId } = after.body;
  if (
    after.scope !== nodeId ||
    (before !== null &&
      (before.body.groupId !== groupId ||
        before.body.nodeId !== nodeId ||
        before.scope !== after.scope ||
        before.marking !== after.marking))
  )
    return [prioritisationBook.say('prioritisation/origin-is-fixed')];
  const [group, assessment] = await Promise.all([
    reading.one('group', groupId),
    after.parent === '' ? null : reading.one('strategic-assessment', after.parent),
  ]);
  const refusals: Refusal[] = [];
  if (group?.body.groupType !== 'stcg' || group.body.nodeId !== nodeId || group.body.nodeType !== nodeType)
    refusals.push(prioritisationBook.say('prioritisation/group-not-strategic', { field: 'groupId' }));
  if (after.parent !== '' && (before === null || before.parent !== after.parent) && assessment?.body.groupId !== groupId)
    refusals.push(prioritisationBook.say('prioritisation/assessment-not-there', { field: 'assessmentId' }));
  return refusals;
}

/** The matrix is a copy of the one it names, which was in use when it was taken. */
async function matrixConcerns(before: RecordOf<'prioritisation'> | null, after: After, reading: Reading): Promise<readonly Refusal[]> {
  const named = await reading.one('scoring-matrix', after.body.matrixId);
  if (named === null) return [prioritisationBook.say('prioritisation/matrix-unknown', { field: 'matrixId' })];
  const refusals: Refusal[] = [];
  const taken = before === null || before.body.matrixId !== after.body.matrixId;
  if (taken && named.state !== 'in-use') refusals.push(prioritisationBook.say('prioritisation/matrix-retired', { field: 'matrixId' }));
  if (taken && named.body.model === 'crime-harm-index' && named.body.weights.length === 0)
    refusals.push(prioritisationBook.say('prioritisation/matrix-without-weights', { field: 'matrixId' }));
  if (!isCopyOf(after.body.matrix, named.body)) refusals.push(prioritisationBook.say('prioritisation/matrix-not-copied'));
  return refusals;
}

/** open -> frozen: by a standing decision of the strategic group that names it, exactly as it stood then, issues included. */
async function freezingConcerns(
  before: RecordOf<'prioritisation'>,
  after: After,
  issues: readonly RecordOf<'issue'>[],
  reading: Reading,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [...freezeConcerns(after.body.matrix, issues)];
  const { decisionId } = after.body;
  const fault = await strategicDecisionFault(reading, {
    decisionId,
    kind: 'prioritisation',
    id: after.id,
    nodeType: after.body.nodeType,
    nodeId: after.body.nodeId,
    record: before,
  });
  const kept = { ...after.body, decisionId: '', frozenAt: '' };
  if (fault !== null) {
    const { message, remedy } = faultInWords(fault);
    refusals.push(
      prioritisationBook.say('prioritisation/decision-does-not-freeze', { field: 'decisionId', facts: { fault: message, wayOut: remedy } }),
    );
  } else if (!same(before.body, kept) || before.parent !== after.parent || after.body.frozenAt === '') {
    refusals.push(prioritisationBook.say('prioritisation/step-not-in-order'));
  }
  const decision = await reading.one('decision', decisionId);
  const on = decision === null ? '' : dayOf(decision.body.decidedAt as Instant);
  if (fault === null && issues.some((issue) => issue.body.decisionId !== decisionId || issue.body.on !== on))
    refusals.push(prioritisationBook.say('prioritisation/outcome-not-dated'));
  return refusals;
}

/** The issues of an assessment scored with one matrix, frozen by a decision of the strategic group (duties 90, 94-96). */
export const prioritisation = defineNoun<'prioritisation', PrioritisationBody>({
  kind: 'prioritisation',
  shape: 1,
  body: prioritisationBody,
  states: PRIORITISATION_STATES,
  keepsVersions: true,
  accessOf: (record) => strategyAccess(record, record.body.groupId),
  check: checkPrioritisation,
  searchText: ({ body }) => ({ title: body.title, text: body.matrix.name }),
});
