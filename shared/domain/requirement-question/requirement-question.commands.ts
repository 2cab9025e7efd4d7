import { z } from 'zod';
import { type Refusal, type Result, ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, maybeDayShape, maybeIdShape, maybeLineShape, typedProseShape } from '#shared/base/shapes.ts';
import { type Actor, holdsRole } from '#shared/domain/access/access.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import { gapToRaise } from '#shared/domain/intelligence-gap/intelligence-gap.commands.ts';
import { type AnyRecordToWrite, type Change, type CommandContext, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { maySee } from '#shared/domain/meeting/meeting.policy.ts';
import { rewritten, withoutDraft } from '#shared/domain/meeting/parts.ts';
import { answerStateOf } from './answer-state.ts';
import { questionsDigestOf } from './questions-digest.ts';
import { questionBook } from './requirement-question-refusals.ts';
import { questionConcerns } from './requirement-question.rules.ts';

type Question = RecordOf<'requirement-question'>;
type Requirement = RecordOf<'intelligence-requirement'>;
type ToWrite = Extract<AnyRecordToWrite, { readonly kind: 'requirement-question' }>;

const questionFields = {
  question: lineShape(500),
  whyItMatters: typedProseShape(4000).default(''),
  /** An element that was there before is known by its id; a new one has none. */
  elements: z
    .array(z.object({ id: maybeIdShape.default(''), text: lineShape(500) }))
    .max(40)
    .default([]),
  gapId: maybeIdShape.default(''),
  /** Raises the gap together with the question when none of the register fits (duty 104). */
  newGap: maybeLineShape(500).default(''),
  priorityId: maybeIdShape.default(''),
  otherKeyThreat: maybeLineShape(300).default(''),
  threatAssessmentId: maybeIdShape.default(''),
  urgency: z.enum(['high', 'medium', 'low']).default('medium'),
  reviewOn: maybeDayShape.default(''),
  ownerId: maybeIdShape.default(''),
  /** Put to partners too, in their published version (duty 100). */
  askPartners: z.boolean().default(false),
  /** Why, once the requirement is in force (duty 105). */
  because: typedProseShape(2000).default(''),
  draftId: maybeIdShape.default(''),
};
type Given = z.output<z.ZodObject<typeof questionFields>>;

/** Whether the person answers this question: its owner, the intelligence managers and officers, and those who keep the requirement. */
export function mayAnswerQuestion(
  actor: Actor,
  question: { readonly owner: string; readonly body: { readonly groupId: string } },
): boolean {
  if (actor.partner) return false;
  return (
    question.owner === actor.personId ||
    preparesStrategy(actor, question.body.groupId) ||
    holdsRole(actor, 'intelligence-manager', 'intelligence-officer')
  );
}

const mayAsk = async (args: { readonly requirementId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> => {
  const requirement = await reading.one('intelligence-requirement', args.requirementId);
  return requirement !== null && preparesStrategy(actor, requirement.body.groupId)
    ? null
    : questionBook.say('requirement-question/not-yours');
};
const mayChange =
  (allowed: (actor: Actor, question: Question) => boolean, refusal: Parameters<typeof questionBook.say>[0]) =>
  async (args: { readonly questionId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> => {
    const question = await reading.one('requirement-question', args.questionId);
    return question !== null && allowed(actor, question) ? null : questionBook.say(refusal);
  };
const mayKeep = mayChange((actor, question) => preparesStrategy(actor, question.body.groupId), 'requirement-question/not-yours');
const mayAnswer = mayChange(mayAnswerQuestion, 'requirement-question/not-yours-to-answer');

async function found(questionId: string, reading: Reading): Promise<{ readonly question: Question; readonly requirement: Requirement }> {
  const question = await reading.one('requirement-question', questionId);
  const requirement = question === null ? null : await reading.one('intelligence-requirement', question.parent);
  if (question === null || requirement === null) throw new Error('a question vanished between the policy and the decision');
  return { question, requirement };
}

/** Why the questions of a requirement in this state do not change any more. */
export function questionsClosed(state: string): Refusal | null {
  return state === 'draft' || state === 'approved' ? null : questionBook.say('requirement-question/requirement-closed');
}

/** With a draft, what its questions ask is noted in the draft in the same unit (duty 76). */
async function noted(requirement: Requirement, put: ToWrite, reading: Reading): Promise<readonly Change[]> {
  if (requirement.state !== 'draft') return [];
  const others = (await reading.many('requirement-question', { parent: requirement.id })).filter((one) => one.id !== put.id);
  return [{ put: rewritten(requirement, { body: { questionsDigest: questionsDigestOf([...others, put as never]) } }) }];
}

async function gapOf(
  given: Given,
  requirement: Requirement,
  context: CommandContext,
): Promise<{ readonly gapId: string; readonly changes: readonly Change[] }> {
  if (given.gapId !== '' || given.newGap === '') return { gapId: given.gapId, changes: [] };
  const group = await context.reading.one('group', requirement.body.groupId);
  if (group === null) throw new Error('a requirement without its group');
  const { put, id } = await gapToRaise({ group, text: given.newGap, whyItMatters: '', sectionId: '' }, context);
  return { gapId: id, changes: [{ put }] };
}

function asked(given: Given, gapId: string, newId: () => string, before: Question | null) {
  const known = new Map((before?.body.elements ?? []).map((one) => [one.id, one.answered]));
  return {
    question: given.question,
    whyItMatters: given.whyItMatters,
    elements: given.elements.map(({ id, text }) => ({
      id: id !== '' && known.has(id) ? id : newId(),
      text,
      answered: known.get(id) ?? false,
    })),
    gapId,
    priorityId: given.priorityId,
    otherKeyThreat: given.otherKeyThreat,
    threatAssessmentId: given.threatAssessmentId,
    urgency: given.urgency,
    reviewOn: given.reviewOn,
    askPartners: given.askPartners,
  };
}

/** What stands in the way of a question as filled in. */
function concerns(given: Given, gapId: string, requirement: Requirement): Result<null> {
  const closed = questionsClosed(requirement.state);
  if (closed !== null) return refused(closed);
  const refusals = [...questionConcerns({ ...given, gapId, owner: given.ownerId })];
  if (requirement.state === 'approved' && given.because === '')
    refusals.push(questionBook.say('requirement-question/changed-without-reason', { field: 'because' }));
  return refusals.length === 0 ? ok(null) : refused(...refusals);
}

/** Why and when a question of a requirement in force was changed; nothing for a draft. */
function told(requirement: Requirement, because: string, now: CommandContext['now']): Partial<Question['body']> {
  return requirement.state === 'approved' ? { changedBecause: because, changedAt: now } : {};
}

/** Adds a question, to a draft or with a reason to the requirement in force (duties 103-106). */
export const addQuestion = defineCommand({
  name: 'requirement-question.add',
  args: z.object({ requirementId: idShape, ...questionFields }),
  may: mayAsk,
  decide: async ({ requirementId, ...given }, context) => {
    const { reading, now, newId } = context;
    const requirement = await reading.one('intelligence-requirement', requirementId);
    if (requirement === null) return refused(questionBook.say('requirement-question/requirement-unknown'));
    const { gapId, changes } = await gapOf(given, requirement, context);
    const wanting = concerns(given, gapId, requirement);
    if (!wanting.ok) return wanting;
    const number = Math.max(0, ...(await reading.many('requirement-question', { parent: requirementId })).map((one) => one.number)) + 1;
    const id = newId();
    const reference = `SIR-${number}`;
    const put: ToWrite = {
      id,
      kind: 'requirement-question',
      scope: requirement.scope,
      marking: requirement.marking,
      handling: '',
      compartment: '',
      state: 'unanswered',
      owner: given.ownerId,
      parent: requirementId,
      number,
      dueAt: given.reviewOn,
      sortAt: now,
      body: {
        groupId: requirement.body.groupId,
        reference,
        ...asked(given, gapId, newId, null),
        answers: [],
        withdrawnBecause: '',
        inForce: requirement.state === 'approved',
        ...told(requirement, given.because, now),
      },
    };
    return ok({
      changes: [{ put }, ...changes, ...(await noted(requirement, put, reading)), ...(await withoutDraft(given.draftId, context))],
      subject: { kind: 'requirement-question', id },
      out: { questionId: id, reference, gapId },
    });
  },
});

/** Changes what a question asks; with a reason once the requirement is in force, and every earlier wording stays readable (duty 105). */
export const changeQuestion = defineCommand({
  name: 'requirement-question.change',
  args: z.object({ questionId: idShape, ...questionFields }),
  may: mayKeep,
  decide: async ({ questionId, ...given }, context) => {
    const { reading, now, newId } = context;
    const { question, requirement } = await found(questionId, reading);
    if (question.state === 'withdrawn') return refused(questionBook.say('requirement-question/withdrawn'));
    const { gapId, changes } = await gapOf(given, requirement, context);
    const wanting = concerns(given, gapId, requirement);
    if (!wanting.ok) return wanting;
    const body = { ...asked(given, gapId, newId, question), ...told(requirement, given.because, now) };
    const put = rewritten(question, {
      owner: given.ownerId,
      dueAt: given.reviewOn,
      state: answerStateOf({ ...question.body, ...body }),
      body,
    });
    return ok({
      changes: [
        { put },
        ...changes,
        ...(await noted(requirement, put as ToWrite, reading)),
        ...(await withoutDraft(given.draftId, context)),
      ],
      subject: { kind: 'requirement-question', id: questionId },
      out: { questionId },
    });
  },
});

/** Withdraws a question with the reason (duty 105). */
export const withdrawQuestion = defineCommand({
  name: 'requirement-question.withdraw',
  args: z.object({ questionId: idShape, because: typedProseShape(2000) }),
  may: mayKeep,
  decide: async ({ questionId, because }, { reading, now }) => {
    const { question, requirement } = await found(questionId, reading);
    const closed = questionsClosed(requirement.state);
    if (closed !== null) return refused(closed);
    if (question.state === 'withdrawn') return refused(questionBook.say('requirement-question/withdrawn'));
    if (because === '') return refused(questionBook.say('requirement-question/withdrawn-without-reason', { field: 'because' }));
    const put = rewritten(question, {
      state: 'withdrawn',
      dueAt: '',
      body: { withdrawnBecause: because, ...told(requirement, because, now) },
    });
    return ok({
      changes: [{ put }, ...(await noted(requirement, put as ToWrite, reading))],
      subject: { kind: 'requirement-question', id: questionId },
      out: { questionId },
    });
  },
});

/** Attaches a report or product that answers the question, and ticks the elements it answers (duty 104). */
export const answerQuestion = defineCommand({
  name: 'requirement-question.answer',
  args: z.object({
    questionId: idShape,
    source: lineShape(300),
    recordKind: maybeLineShape(40).default(''),
    recordId: maybeIdShape.default(''),
    completeness: z.enum(['partly', 'fully']),
    text: typedProseShape(4000).default(''),
    elementIds: z.array(idShape).max(40).default([]),
  }),
  may: mayAnswer,
  decide: async ({ questionId, elementIds, ...given }, { reading, now, actor }) => {
    const { question, requirement } = await found(questionId, reading);
    const closed = questionsClosed(requirement.state);
    if (closed !== null) return refused(closed);
    if (requirement.state === 'draft') return refused(questionBook.say('requirement-question/answered-in-draft'));
    if (question.state === 'withdrawn') return refused(questionBook.say('requirement-question/withdrawn'));
    if (given.recordId !== '') {
      const record = await reading.one(given.recordKind as Kind, given.recordId);
      if (record === null || !maySee(actor, record))
        return refused(questionBook.say('requirement-question/answer-from-nowhere', { field: 'recordId' }));
    }
    const body = {
      answers: [...question.body.answers, { at: now, byId: actor.personId, ...given }],
      elements: question.body.elements.map((one) => (elementIds.includes(one.id) ? { ...one, answered: true } : one)),
    };
    const state = answerStateOf({ ...question.body, ...body });
    return ok({
      changes: [{ put: rewritten(question, { state, body }) }],
      subject: { kind: 'requirement-question', id: questionId },
      facts: { state },
      out: { questionId, state },
    });
  },
});

/** Opens an answered question again with the reason: its answers stay readable and count no more. */
export const reopenQuestion = defineCommand({
  name: 'requirement-question.reopen',
  args: z.object({ questionId: idShape, because: typedProseShape(2000) }),
  may: mayAnswer,
  decide: async ({ questionId, because }, { reading, now }) => {
    const { question, requirement } = await found(questionId, reading);
    const closed = questionsClosed(requirement.state);
    if (closed !== null) return refused(closed);
    if (question.state !== 'answered' && question.state !== 'partly') return refused(questionBook.say('requirement-question/not-answered'));
    if (because === '') return refused(questionBook.say('requirement-question/changed-without-reason', { field: 'because' }));
    const body = {
      elements: question.body.elements.map((one) => ({ ...one, answered: false })),
      reopenedAt: now,
      changedBecause: because,
      changedAt: now,
    };
    return ok({
      changes: [{ put: rewritten(question, { state: 'unanswered', body }) }],
      subject: { kind: 'requirement-question', id: questionId },
      out: { questionId },
    });
  },
});

export const requirementQuestionCommands = [addQuestion, changeQuestion, withdrawQuestion, answerQuestion, reopenQuestion] as const;
