import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { type Day, dayOf } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { mayPlanCollection } from '#shared/domain/collection-strategy/collection-strategy.commands.ts';
import { collectionStrategyBook } from '#shared/domain/collection-strategy/collection-strategy.rules.ts';
import { mayTaskSourceUnit } from '#shared/domain/compartment/compartment.policy.ts';
import { type QueryContext, defineQuery } from '#shared/domain/kit/query.ts';
import { questionBook } from '#shared/domain/requirement-question/requirement-question-refusals.ts';
import { type BurnDownPoint, burnDownOf } from './burn-down.ts';
import { mayReviewRequirement, notADraft } from './intelligence-requirement.commands.ts';
import {
  type QuestionRow,
  type Requirement,
  type RequirementChoices,
  type TitleNamed,
  placeName,
  questionRow,
  requirementChoices,
  rowsContext,
} from './requirement-parts.ts';
import { requirementBook } from './requirement-refusals.ts';

/** One version of the requirement of a place. */
export interface RequirementRow {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly state: string;
  readonly nodeType: 'force' | 'area';
  readonly nodeId: string;
  readonly place: string;
  readonly approvedAt: string;
  readonly reviewOn: string;
  /** The day of its review has passed and nobody recorded one (duty 109). */
  readonly reviewOverdue: boolean;
}

/** Every version the person may read, those of the force first, and where they may begin a draft. */
export interface RequirementsPage {
  readonly rows: readonly RequirementRow[];
  readonly draftFor: readonly TitleNamed[];
  readonly mayTaskSourceUnit: boolean;
}

async function requirementRow(one: Requirement, context: QueryContext): Promise<RequirementRow> {
  const today = dayOf(context.now);
  const { version, title, nodeType, nodeId, approvedAt, reviewOn } = one.body;
  return {
    id: one.id,
    version,
    title,
    state: one.state,
    nodeType,
    nodeId,
    place: await placeName(context.reading, one.body, today),
    approvedAt,
    reviewOn,
    reviewOverdue: one.state === 'approved' && reviewOn !== '' && reviewOn < today,
  };
}

/** The requirements of the force and its areas, every version (duties 76, 105). */
export const requirementsQuery = defineQuery({
  name: 'intelligence-requirements',
  args: z.object({}),
  followsClock: true,
  read: async (_args, context): Promise<RequirementsPage> => {
    const { reading, actor } = context;
    const [found, groups] = await Promise.all([reading.many('intelligence-requirement'), reading.many('group', { state: 'in-use' })]);
    const rows = await Promise.all(found.map((one) => requirementRow(one, context)));
    const drafting = new Set(found.filter((one) => one.state === 'draft').map((one) => one.scope));
    return {
      rows: rows.sort(
        (a, b) => Number(a.nodeType === 'area') - Number(b.nodeType === 'area') || a.place.localeCompare(b.place) || b.version - a.version,
      ),
      draftFor: groups
        .filter((group) => group.body.groupType === 'stcg' && preparesStrategy(actor, group.id) && !drafting.has(group.body.nodeId))
        .map((group) => ({ id: group.id, name: group.body.name })),
      mayTaskSourceUnit: mayTaskSourceUnit(actor),
    };
  },
});

/** One version with its questions, reviews and what this person may do. */
export interface RequirementPage extends RequirementRow {
  readonly introduction: string;
  readonly groupId: string;
  readonly group: string;
  readonly assessmentId: string;
  readonly assessment: string;
  readonly marking: Marking;
  readonly decision: { readonly id: string; readonly reference: string } | null;
  readonly withdrawnBecause: string;
  readonly questions: readonly QuestionRow[];
  readonly reviews: readonly {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly group: string;
    readonly meetingId: string;
    readonly outcome: string;
    readonly text: string;
    readonly nextReviewOn: string;
  }[];
  /** Groups this person may record a review of. */
  readonly reviewFor: readonly (TitleNamed & { readonly meetings: readonly { readonly id: string; readonly reference: string }[] })[];
  readonly steps: {
    readonly change: Refusal | null;
    readonly ask: Refusal | null;
    readonly review: Refusal | null;
    readonly collect: Refusal | null;
  };
  readonly mayTaskSourceUnit: boolean;
  readonly choices: RequirementChoices;
}

const RECENT_MEETINGS = 8;

async function reviewGroups(requirement: Requirement, { reading, actor }: QueryContext): Promise<RequirementPage['reviewFor']> {
  if (requirement.state !== 'approved') return [];
  const groups = (await reading.many('group', { state: 'in-use' })).filter(
    (group) => (group.body.groupType === 'stcg' || group.body.groupType === 'ttcg') && mayReviewRequirement(actor, group.id),
  );
  return Promise.all(
    groups.map(async (group) => ({
      id: group.id,
      name: group.body.name,
      meetings: (
        await reading.many(
          'meeting',
          { parent: group.id, state: ['live', 'closed', 'signed'] },
          { by: 'sortAt', direction: 'down', limit: RECENT_MEETINGS },
        )
      ).map((meeting) => ({ id: meeting.id, reference: meeting.body.reference })),
    })),
  );
}

function stepsOf(requirement: Requirement, mayReview: boolean, actor: QueryContext['actor']): RequirementPage['steps'] {
  const keeps = preparesStrategy(actor, requirement.body.groupId);
  const notYours = requirementBook.say('intelligence-requirement/not-yours');
  const ended = requirement.state === 'superseded' || requirement.state === 'withdrawn';
  const closed = ended ? requirementBook.say('intelligence-requirement/superseded') : null;
  return {
    change: keeps ? notADraft(requirement.state) : notYours,
    ask: keeps ? closed : questionBook.say('requirement-question/not-yours'),
    review:
      closed ??
      (requirement.state === 'draft'
        ? requirementBook.say('intelligence-requirement/step-not-in-order')
        : mayReview
          ? null
          : requirementBook.say('intelligence-requirement/not-yours-to-review')),
    collect:
      closed ?? (mayPlanCollection(actor, requirement.body.groupId) ? null : collectionStrategyBook.say('collection-strategy/not-yours')),
  };
}

/** One version of the requirement; null when there is none or it is not theirs to read. */
export const requirementQuery = defineQuery({
  name: 'intelligence-requirement',
  args: z.object({ requirementId: idShape }),
  followsClock: true,
  seen: ({ requirementId }) => ({ kind: 'intelligence-requirement', id: requirementId }),
  read: async ({ requirementId }, context): Promise<RequirementPage | null> => {
    const { reading, actor } = context;
    const requirement = await reading.one('intelligence-requirement', requirementId);
    if (requirement === null) return null;
    const { body } = requirement;
    const [row, rows, questions, group, groups, assessment, decision, reviewFor] = await Promise.all([
      requirementRow(requirement, context),
      rowsContext(context),
      reading.many('requirement-question', { parent: requirementId }, { by: 'number' }),
      reading.one('group', body.groupId),
      reading.some('group', [...new Set(body.reviews.map((review) => review.groupId))]),
      body.assessmentId === '' ? null : reading.one('strategic-assessment', body.assessmentId),
      body.approvedByDecisionId === '' ? null : reading.one('decision', body.approvedByDecisionId),
      reviewGroups(requirement, context),
    ]);
    const groupName = new Map(groups.map((one) => [one.id, one.body.name]));
    return {
      ...row,
      introduction: body.introduction,
      groupId: body.groupId,
      group: group?.body.name ?? '',
      assessmentId: body.assessmentId,
      assessment: assessment?.body.title ?? '',
      marking: requirement.marking,
      decision: decision === null ? null : { id: decision.id, reference: decision.body.reference },
      withdrawnBecause: body.withdrawnBecause,
      questions: questions.map((one) => questionRow(one, rows)),
      reviews: body.reviews.map((review, index) => ({
        id: String(index + 1),
        at: review.at,
        by: rows.names.of(review.byId),
        group: groupName.get(review.groupId) ?? '',
        meetingId: review.meetingId,
        outcome: review.outcome,
        text: review.text,
        nextReviewOn: review.nextReviewOn,
      })),
      reviewFor,
      steps: stepsOf(requirement, reviewFor.length > 0, actor),
      mayTaskSourceUnit: mayTaskSourceUnit(actor),
      choices: await requirementChoices(requirement.scope, rows.names, context),
    };
  },
});

/** One dated line of how the requirement came to read as it does (duty 105). */
export interface RequirementChange {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly what: 'approved' | 'added' | 'changed' | 'withdrawn' | 'answered' | 'reopened' | 'reviewed';
  readonly reference: string;
  readonly questionId: string;
  /** The wording from then on, or what the review or answer says. */
  readonly text: string;
  readonly because: string;
}

/** How the questions were answered over time, and every change with its date and reason, latest first (duties 104, 105). */
export interface RequirementHistory {
  readonly changes: readonly RequirementChange[];
  readonly burnDown: readonly BurnDownPoint[];
}

type Version = Pick<Requirement, 'updatedAt' | 'updatedBy'>;

export const requirementHistoryQuery = defineQuery({
  name: 'requirement-history',
  args: z.object({ requirementId: idShape }),
  followsClock: true,
  read: async ({ requirementId }, context): Promise<RequirementHistory | null> => {
    const { reading, now } = context;
    const requirement = await reading.one('intelligence-requirement', requirementId);
    if (requirement === null || requirement.body.approvedAt === '') return null;
    const { approvedAt, reviews, title } = requirement.body;
    const { names } = await rowsContext(context);
    const questions = await reading.many('requirement-question', { parent: requirementId }, { by: 'number' });
    const approval = [...(await reading.versions('intelligence-requirement', requirementId)), requirement].find(
      (one) => one.state === 'approved',
    );
    const line = (version: Version, rest: Omit<RequirementChange, 'id' | 'at' | 'by'>): Omit<RequirementChange, 'id'> => ({
      at: version.updatedAt,
      by: names.of(version.updatedBy),
      ...rest,
    });
    const changes: Omit<RequirementChange, 'id'>[] = [
      line(approval ?? requirement, { what: 'approved', reference: '', questionId: '', text: title, because: '' }),
      ...reviews.map((review) =>
        line(
          { updatedAt: review.at, updatedBy: review.byId },
          { what: 'reviewed', reference: '', questionId: '', text: review.text, because: '' },
        ),
      ),
    ];
    const histories = [];
    for (const question of questions) {
      const versions = [...(await reading.versions('requirement-question', question.id)), question].filter(
        (one) => one.body.inForce === true || one.state === 'withdrawn',
      );
      histories.push(versions.map((one) => ({ at: one.updatedAt, state: one.state })));
      versions.forEach((version, index) => {
        const before = versions[index - 1];
        const what = changeOf(before, version, approvedAt);
        if (what === null) return;
        const answer = version.body.answers.at(-1);
        changes.push(
          line(version, {
            what,
            reference: version.body.reference,
            questionId: question.id,
            text: what === 'answered' ? (answer?.source ?? '') : version.body.question,
            because: what === 'answered' ? (answer?.text ?? '') : (version.body.changedBecause ?? ''),
          }),
        );
      });
    }
    return {
      changes: changes
        .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
        .map((change, index) => ({ id: `${change.at}/${change.questionId}/${change.what}/${index}`, ...change })),
      burnDown: burnDownOf(histories, dayOf(approvedAt), dayOf(now) as Day),
    };
  },
});

type QuestionVersion = {
  readonly state: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly body: {
    readonly answers: readonly unknown[];
    readonly changedAt?: string | undefined;
    readonly reopenedAt?: string | undefined;
  };
};

/** What a version of a question is about; null for one that came with the approval. */
function changeOf(before: QuestionVersion | undefined, version: QuestionVersion, approvedAt: string): RequirementChange['what'] | null {
  if (before === undefined) return version.createdAt > approvedAt ? 'added' : null;
  if (version.state === 'withdrawn' && before.state !== 'withdrawn') return 'withdrawn';
  if ((version.body.reopenedAt ?? '') !== (before.body.reopenedAt ?? '')) return 'reopened';
  if (version.body.answers.length > before.body.answers.length) return 'answered';
  return (version.body.changedAt ?? '') === (before.body.changedAt ?? '') ? null : 'changed';
}

export const intelligenceRequirementQueries = [requirementsQuery, requirementQuery, requirementHistoryQuery] as const;
