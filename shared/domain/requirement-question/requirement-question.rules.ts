import type { Refusal } from '#shared/base/result.ts';
import { strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { clearanceConcerns } from '#shared/domain/meeting/people-cleared.ts';
import { answerStateOf } from './answer-state.ts';
import { askedBy, questionsDigestOf } from './questions-digest.ts';
import { questionBook } from './requirement-question-refusals.ts';
import { REQUIREMENT_QUESTION_STATES, type RequirementQuestionBody, requirementQuestionBody } from './requirement-question.schema.ts';

type After = WritableRecord<'requirement-question', RequirementQuestionBody>;
type QuestionStep = Step<'requirement-question', RequirementQuestionBody>;

/** What every question must have, even in a draft (duties 103, 104, 106): the same words tell the form and the rule. */
export function questionConcerns(
  question: Pick<RequirementQuestionBody, 'question' | 'gapId' | 'priorityId' | 'otherKeyThreat' | 'threatAssessmentId'> & {
    readonly owner: string;
  },
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (!question.question.trim().endsWith('?'))
    refusals.push(questionBook.say('requirement-question/not-a-question', { field: 'question' }));
  if (question.owner === '') refusals.push(questionBook.say('requirement-question/without-owner', { field: 'ownerId' }));
  if (question.gapId === '') refusals.push(questionBook.say('requirement-question/without-gap', { field: 'gapId' }));
  const threat = question.otherKeyThreat !== '';
  if (question.priorityId === '' && !threat && question.threatAssessmentId === '')
    refusals.push(questionBook.say('requirement-question/without-priority', { field: 'priorityId' }));
  if (question.priorityId !== '' && (threat || question.threatAssessmentId !== ''))
    refusals.push(questionBook.say('requirement-question/priority-and-threat', { field: 'otherKeyThreat' }));
  if (threat && question.threatAssessmentId === '')
    refusals.push(questionBook.say('requirement-question/threat-without-assessment', { field: 'threatAssessmentId' }));
  if (!threat && question.threatAssessmentId !== '')
    refusals.push(questionBook.say('requirement-question/threat-not-named', { field: 'otherKeyThreat' }));
  return refusals;
}

/** What a question names must be there; asked of what changed, so that a leaver or an ended priority does not lock the question. */
async function referencesHold(before: QuestionStep['before'], after: After, reading: Reading): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const { body } = after;
  if (after.owner !== '' && after.owner !== before?.owner) {
    const owner = await reading.one('person', after.owner);
    if (owner?.state !== 'serving' || owner.body.partnerAgencyId !== '')
      refusals.push(questionBook.say('requirement-question/owner-unknown', { field: 'ownerId' }));
    refusals.push(...(await clearanceConcerns([after.owner], { marking: after.marking, policeOnly: false }, 'ownerId', reading)));
  }
  if (body.gapId !== '' && body.gapId !== before?.body.gapId && (await reading.one('intelligence-gap', body.gapId))?.scope !== after.scope)
    refusals.push(questionBook.say('requirement-question/gap-unknown', { field: 'gapId' }));
  if (body.priorityId !== '' && body.priorityId !== before?.body.priorityId) {
    const priority = await reading.one('priority', body.priorityId);
    if (priority === null || (priority.body.nodeType === 'area' && priority.body.nodeId !== after.scope))
      refusals.push(questionBook.say('requirement-question/priority-unknown', { field: 'priorityId' }));
  }
  if (
    body.threatAssessmentId !== '' &&
    body.threatAssessmentId !== before?.body.threatAssessmentId &&
    (await reading.one('strategic-assessment', body.threatAssessmentId)) === null
  )
    refusals.push(questionBook.say('requirement-question/threat-without-assessment', { field: 'threatAssessmentId' }));
  return refusals;
}

const stateFollows = (after: After): readonly Refusal[] =>
  after.state === 'withdrawn' || after.state === answerStateOf(after.body)
    ? []
    : [questionBook.say('requirement-question/state-does-not-follow')];

/** A draft is decided on as a whole: it must note what its questions now ask (duty 76). */
async function notedInDraft(requirement: RecordOf<'intelligence-requirement'>, reading: Reading): Promise<readonly Refusal[]> {
  const digest = questionsDigestOf(await reading.many('requirement-question', { parent: requirement.id }));
  return requirement.body.questionsDigest === digest ? [] : [questionBook.say('requirement-question/changed-without-reason')];
}

async function checkNew(after: After, requirement: RecordOf<'intelligence-requirement'>, reading: Reading): Promise<readonly Refusal[]> {
  const continuesId = (after.body.continuesIds ?? []).at(-1) ?? '';
  const earlier = continuesId === '' ? null : await reading.one('requirement-question', continuesId);
  if (continuesId !== '' && earlier?.scope !== after.scope) return [questionBook.say('requirement-question/requirement-unknown')];
  const refusals: Refusal[] = [
    ...questionConcerns({ ...after.body, owner: after.owner }),
    // A question taken over keeps an owner who left or a priority that ended until somebody changes it.
    ...(await referencesHold(earlier, after, reading)),
  ];
  const answers = earlier?.body.answers ?? [];
  const elements = earlier?.body.elements ?? after.body.elements.map((one) => ({ ...one, answered: false }));
  if (!same(after.body.answers, answers) || !same(after.body.elements, elements))
    refusals.push(questionBook.say('requirement-question/begins-unanswered'));
  if (after.state === 'withdrawn') refusals.push(questionBook.say('requirement-question/begins-unanswered'));
  if (requirement.state === 'draft') refusals.push(...(await notedInDraft(requirement, reading)));
  else if ((after.body.changedBecause ?? '') === '' || (after.body.changedAt ?? '') === '')
    refusals.push(questionBook.say('requirement-question/changed-without-reason', { field: 'because' }));
  return [...refusals, ...stateFollows(after)];
}

async function checkQuestion({ before, after, reading }: QuestionStep): Promise<readonly Refusal[]> {
  if (after === null) return [questionBook.say('requirement-question/never-erased')];
  const requirement = await reading.one('intelligence-requirement', after.parent);
  if (
    requirement === null ||
    requirement.body.groupId !== after.body.groupId ||
    requirement.scope !== after.scope ||
    requirement.marking !== after.marking
  )
    return [questionBook.say('requirement-question/requirement-unknown')];
  if (after.state !== 'withdrawn' && (after.body.inForce ?? false) !== (requirement.state === 'approved'))
    return [questionBook.say('requirement-question/requirement-closed')];
  if (requirement.state === 'superseded' || requirement.state === 'withdrawn')
    return [questionBook.say('requirement-question/requirement-closed')];
  if (before === null) return checkNew(after, requirement, reading);
  if (
    before.parent !== after.parent ||
    before.body.reference !== after.body.reference ||
    before.number !== after.number ||
    !same(before.body.continuesIds ?? [], after.body.continuesIds ?? [])
  )
    return [questionBook.say('requirement-question/origin-is-fixed')];
  if (before.state === 'withdrawn') return [questionBook.say('requirement-question/withdrawn')];
  if (!same(before.body.answers, after.body.answers.slice(0, before.body.answers.length)))
    return [questionBook.say('requirement-question/answers-are-kept')];
  const refusals: Refusal[] = [
    ...questionConcerns({ ...after.body, owner: after.owner }),
    ...(await referencesHold(before, after, reading)),
    ...stateFollows(after),
  ];
  if ((after.state === 'withdrawn') !== (after.body.withdrawnBecause !== ''))
    refusals.push(questionBook.say('requirement-question/withdrawn-without-reason', { field: 'because' }));
  const answered = after.body.answers.length > before.body.answers.length;
  if (requirement.state === 'draft') {
    if (answered) refusals.push(questionBook.say('requirement-question/answered-in-draft'));
    return [...refusals, ...(await notedInDraft(requirement, reading))];
  }
  const changed =
    !same(askedBy(before), askedBy(after)) ||
    after.state === 'withdrawn' ||
    (before.body.inForce === true && before.body.reopenedAt !== after.body.reopenedAt);
  const told = (after.body.changedBecause ?? '') !== '' && (after.body.changedAt ?? '') > (before.body.changedAt ?? '');
  if (changed && !told) refusals.push(questionBook.say('requirement-question/changed-without-reason', { field: 'because' }));
  return refusals;
}

/** One question of a requirement: it ends with a question mark, has an owner, a gap, and a priority or another key threat (duties 103-106). */
export const requirementQuestion = defineNoun<'requirement-question', RequirementQuestionBody>({
  kind: 'requirement-question',
  shape: 1,
  body: requirementQuestionBody,
  states: REQUIREMENT_QUESTION_STATES,
  keepsVersions: true,
  accessOf: (record) =>
    record.body.inForce === true ? organisationAccess(record) : strategyAccess(record, record.body.groupId, { people: [record.owner] }),
  check: checkQuestion,
  searchText: ({ body }) => ({
    title: `${body.reference} ${body.question}`,
    text: [body.whyItMatters, body.otherKeyThreat, ...body.elements.map((one) => one.text), ...body.answers.map((one) => one.source)].join(
      '\n',
    ),
  }),
});
