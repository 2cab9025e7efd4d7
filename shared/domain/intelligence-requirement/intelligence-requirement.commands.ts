import { z } from 'zod';
import { type Refusal, ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, maybeDayShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { decidedRevOf, faultInWords, strategicDecisionFault } from '#shared/domain/decision/strategic-decision.ts';
import { type AnyRecordToWrite, type CommandContext, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { maySee, runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { broughtUpToDate, carriedQuestions } from '#shared/domain/requirement-question/carry-questions.ts';
import { questionsDigestOf } from '#shared/domain/requirement-question/questions-digest.ts';
import { requirementBook } from './requirement-refusals.ts';

type Requirement = RecordOf<'intelligence-requirement'>;

const fields = {
  title: lineShape(200),
  introduction: typedProseShape(4000).default(''),
  assessmentId: maybeIdShape.default(''),
  reviewOn: maybeDayShape.default(''),
};

/** Whether the person records that a group reviewed the requirement: those who run the group, and those who prepare its work. */
export function mayReviewRequirement(actor: Actor, groupId: string): boolean {
  return !actor.partner && (runsGroup(actor, groupId) || preparesStrategy(actor, groupId));
}

const mayKeep = async (args: { readonly requirementId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> => {
  const requirement = await reading.one('intelligence-requirement', args.requirementId);
  return requirement !== null && preparesStrategy(actor, requirement.body.groupId)
    ? null
    : requirementBook.say('intelligence-requirement/not-yours');
};
async function found(id: string, reading: Reading): Promise<Requirement> {
  const requirement = await reading.one('intelligence-requirement', id);
  if (requirement === null) throw new Error('a requirement vanished between the policy and the decision');
  return requirement;
}

/** Why a requirement in this state is not a draft any more. */
export function notADraft(state: string): Refusal | null {
  if (state === 'draft') return null;
  return requirementBook.say(state === 'approved' ? 'intelligence-requirement/approved-is-fixed' : 'intelligence-requirement/superseded');
}

/** Makes the draft of the next requirement of a strategic group; with `carryQuestions` it begins with those still open in the one in force. */
export const createRequirement = defineCommand({
  name: 'intelligence-requirement.create',
  args: z.object({ groupId: idShape, ...fields, carryQuestions: z.boolean().default(true) }),
  may: ({ groupId }, { actor }) => (preparesStrategy(actor, groupId) ? null : requirementBook.say('intelligence-requirement/not-yours')),
  decide: async ({ groupId, carryQuestions, ...given }, { reading, now, newId }) => {
    const group = await reading.one('group', groupId);
    if (group?.body.groupType !== 'stcg' || group.body.nodeType === 'unit')
      return refused(requirementBook.say('intelligence-requirement/not-a-strategic-group', { field: 'groupId' }));
    const { nodeType, nodeId } = group.body;
    const versions = await reading.many('intelligence-requirement', { scope: nodeId });
    if (versions.some((one) => one.state === 'draft')) return refused(requirementBook.say('intelligence-requirement/draft-there-already'));
    const inForce = versions.find((one) => one.state === 'approved');
    const version = Math.max(0, ...versions.map((one) => one.body.version)) + 1;
    const id = newId();
    const envelope = { scope: nodeId, marking: 'OFFICIAL-SENSITIVE', handling: '', compartment: '', owner: '' } as const;
    const carried: readonly AnyRecordToWrite[] =
      carryQuestions && inForce !== undefined ? await carriedQuestions(inForce, { id, ...envelope, groupId }, newId, reading) : [];
    const put: AnyRecordToWrite = {
      ...envelope,
      id,
      kind: 'intelligence-requirement',
      state: 'draft',
      parent: '',
      number: version,
      dueAt: '',
      sortAt: now,
      body: {
        groupId,
        nodeType,
        nodeId,
        version,
        ...given,
        replacesId: inForce?.id ?? '',
        approvedByDecisionId: '',
        approvedAt: '',
        decidedRev: '',
        reviews: [],
        publicationId: '',
        withdrawnBecause: '',
        questionsDigest: questionsDigestOf(carried as never),
      },
    };
    return ok({
      changes: [{ put }, ...carried.map((question) => ({ put: question }))],
      subject: { kind: 'intelligence-requirement', id },
      facts: { version, carried: carried.length },
      out: { requirementId: id, version },
    });
  },
});

/** Rewords a draft. */
export const changeRequirement = defineCommand({
  name: 'intelligence-requirement.change',
  args: z.object({ requirementId: idShape, ...fields }),
  may: mayKeep,
  decide: async ({ requirementId, ...given }, { reading }) => {
    const requirement = await found(requirementId, reading);
    const no = notADraft(requirement.state);
    if (no !== null) return refused(no);
    return ok({
      changes: [{ put: rewritten(requirement, { body: given }) }],
      subject: { kind: 'intelligence-requirement', id: requirementId },
      out: { requirementId },
    });
  },
});

/** Gives a draft up, with the reason. */
export const withdrawRequirement = defineCommand({
  name: 'intelligence-requirement.withdraw',
  args: z.object({ requirementId: idShape, because: typedProseShape(2000) }),
  may: mayKeep,
  decide: async ({ requirementId, because }, { reading }) => {
    const requirement = await found(requirementId, reading);
    const no = notADraft(requirement.state);
    if (no !== null) return refused(no);
    if (because === '') return refused(requirementBook.say('intelligence-requirement/withdrawn-without-reason', { field: 'because' }));
    return ok({
      changes: [{ put: rewritten(requirement, { state: 'withdrawn', body: { withdrawnBecause: because } }) }],
      subject: { kind: 'intelligence-requirement', id: requirementId },
      out: { requirementId },
    });
  },
});

/** Puts a draft in force by the decision of the strategic group that names it, and supersedes the version before (duty 76). */
export const approveRequirement = defineCommand({
  name: 'intelligence-requirement.approve',
  args: z.object({ requirementId: idShape, decisionId: idShape }),
  may: mayKeep,
  decide: async ({ requirementId, decisionId }, { reading, now, actor }) => {
    const draft = await found(requirementId, reading);
    const no = notADraft(draft.state);
    if (no !== null) return refused(no);
    const decision = await reading.one('decision', decisionId);
    const fault =
      decision === null || !maySee(actor, decision)
        ? ('decision-unknown' as const)
        : await strategicDecisionFault(reading, {
            decisionId,
            kind: 'intelligence-requirement',
            id: draft.id,
            nodeType: draft.body.nodeType,
            nodeId: draft.body.nodeId,
            record: draft,
          });
    if (fault !== null) {
      const { message, remedy } = faultInWords(fault);
      return refused(
        requirementBook.say('intelligence-requirement/not-decided', { field: 'decisionId', facts: { says: message, remedy } }),
      );
    }
    const before = await reading.many('intelligence-requirement', { scope: draft.scope, state: 'approved' });
    const put = rewritten(draft, {
      state: 'approved',
      dueAt: draft.body.reviewOn,
      body: { approvedByDecisionId: decisionId, approvedAt: now, decidedRev: decidedRevOf(decision, draft.id) },
    });
    const questions = (await reading.many('requirement-question', { parent: draft.id })).filter((one) => one.state !== 'withdrawn');
    if (questions.length === 0) return refused(requirementBook.say('intelligence-requirement/without-questions'));
    if (draft.body.reviewOn === '')
      return refused(requirementBook.say('intelligence-requirement/next-review-not-ahead', { field: 'reviewOn' }));
    return ok({
      changes: [
        { put },
        ...before.map((one) => ({ put: rewritten(one, { state: 'superseded', dueAt: '' }) })),
        ...(await broughtUpToDate(questions, reading)).map((put) => ({ put })),
      ],
      subject: { kind: 'intelligence-requirement', id: draft.id },
      facts: { version: draft.body.version, superseded: before.length },
      out: { requirementId: draft.id, version: draft.body.version },
    });
  },
});

/** Records that a strategic or tactical group looked at the requirement in force, and when it is looked at next (duties 109, 133). */
export const reviewRequirement = defineCommand({
  name: 'intelligence-requirement.review',
  args: z.object({
    requirementId: idShape,
    groupId: idShape,
    meetingId: maybeIdShape.default(''),
    outcome: z.enum(['unchanged', 'changed', 'to-be-revised']),
    text: typedProseShape(4000),
    nextReviewOn: maybeDayShape,
  }),
  may: async (args, { actor, reading }) => {
    const requirement = await reading.one('intelligence-requirement', args.requirementId);
    return requirement !== null && maySee(actor, requirement) && mayReviewRequirement(actor, args.groupId)
      ? null
      : requirementBook.say('intelligence-requirement/not-yours-to-review');
  },
  decide: async ({ requirementId, ...given }, { reading, now, actor }) => {
    const requirement = await found(requirementId, reading);
    if (requirement.state !== 'approved')
      return refused(
        requirementBook.say(
          requirement.state === 'draft' ? 'intelligence-requirement/step-not-in-order' : 'intelligence-requirement/superseded',
        ),
      );
    if (given.text === '') return refused(requirementBook.say('intelligence-requirement/review-without-text', { field: 'text' }));
    if (given.nextReviewOn === '' || given.nextReviewOn <= dayOf(now))
      return refused(requirementBook.say('intelligence-requirement/next-review-not-ahead', { field: 'nextReviewOn' }));
    const review = { at: now, byId: actor.personId, ...given };
    return ok({
      changes: [
        {
          put: rewritten(requirement, {
            dueAt: given.nextReviewOn,
            body: { reviews: [...requirement.body.reviews, review], reviewOn: given.nextReviewOn },
          }),
        },
      ],
      subject: { kind: 'intelligence-requirement', id: requirementId },
      facts: { outcome: given.outcome, group: given.groupId },
      out: { requirementId },
    });
  },
});

export const intelligenceRequirementCommands = [
  createRequirement,
  changeRequirement,
  withdrawRequirement,
  approveRequirement,
  reviewRequirement,
] as const;
