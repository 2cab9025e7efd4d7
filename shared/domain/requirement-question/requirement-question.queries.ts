import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { mayPlanCollection } from '#shared/domain/collection-strategy/collection-strategy.commands.ts';
import { collectionStrategyBook } from '#shared/domain/collection-strategy/collection-strategy.rules.ts';
import type { CollectionStrategyBody } from '#shared/domain/collection-strategy/collection-strategy.schema.ts';
import { type TaskRow, taskRow, taskRowsContext } from '#shared/domain/collection-task/collection-task.queries.ts';
import { type QuestionRow, type RowsContext, questionRow, rowsContext } from '#shared/domain/intelligence-requirement/requirement-parts.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { questionsClosed, mayAnswerQuestion } from './requirement-question.commands.ts';
import { questionBook } from './requirement-question-refusals.ts';
import type { RequirementQuestionBody } from './requirement-question.schema.ts';

/** How a question is to be answered, as its page shows it. */
export interface StrategyShown {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly source: CollectionStrategyBody['source'];
  readonly text: string;
  readonly state: string;
  readonly reviewOn: string;
  readonly endedBecause: string;
}

/** One question with its elements, answers, strategies, tasks and earlier wordings. */
export interface QuestionPage extends QuestionRow {
  readonly requirementId: string;
  readonly requirementState: string;
  readonly groupId: string;
  readonly marking: Marking;
  readonly whyItMatters: string;
  readonly askPartners: boolean;
  readonly parts: RequirementQuestionBody['elements'];
  readonly gap: { readonly id: string; readonly reference: string; readonly text: string; readonly state: string } | null;
  readonly threatAssessmentId: string;
  readonly threatAssessment: string;
  readonly given: readonly {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly source: string;
    readonly recordKind: string;
    readonly recordId: string;
    readonly completeness: string;
    readonly text: string;
    /** From before it was reopened: it does not count any more. */
    readonly past: boolean;
  }[];
  readonly withdrawnBecause: string;
  readonly strategies: readonly StrategyShown[];
  readonly tasks: readonly TaskRow[];
  readonly history: readonly {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly question: string;
    readonly state: string;
    readonly because: string;
  }[];
  readonly steps: {
    readonly change: Refusal | null;
    readonly withdraw: Refusal | null;
    readonly answer: Refusal | null;
    readonly reopen: Refusal | null;
    readonly collect: Refusal | null;
  };
}

export function strategyShown({ id, state, body }: RecordOf<'collection-strategy'>): StrategyShown {
  const { reference, title, source, text, reviewOn, endedBecause } = body;
  return { id, reference, title, source, text, state, reviewOn, endedBecause };
}

async function attached<K extends 'collection-strategy' | 'collection-task'>(
  kind: K,
  questionIds: readonly string[],
  reading: Reading,
): Promise<readonly RecordOf<K>[]> {
  return (await Promise.all(questionIds.map((parent) => reading.many(kind, { parent })))).flat();
}

async function historyOf(
  question: RecordOf<'requirement-question'>,
  { names }: RowsContext,
  reading: Reading,
): Promise<QuestionPage['history']> {
  const versions = [...(await reading.versions('requirement-question', question.id)), question];
  return versions
    .flatMap((one, index) => {
      const before = versions[index - 1];
      const told = (one.body.changedAt ?? '') !== (before?.body.changedAt ?? '');
      if (before !== undefined && !told && one.body.question === before.body.question && one.state === before.state) return [];
      const because = told ? (one.body.changedBecause ?? '') : '';
      return [{ id: one.rev, at: one.updatedAt, by: names.of(one.updatedBy), question: one.body.question, state: one.state, because }];
    })
    .reverse();
}

/** One question with everything attached that the person may read; null when there is none. */
export const questionQuery = defineQuery({
  name: 'requirement-question',
  args: z.object({ questionId: idShape }),
  followsClock: true,
  seen: ({ questionId }) => ({ kind: 'requirement-question', id: questionId }),
  read: async ({ questionId }, context): Promise<QuestionPage | null> => {
    const { reading, actor } = context;
    const question = await reading.one('requirement-question', questionId);
    if (question === null) return null;
    const { body } = question;
    const ids = [...(body.continuesIds ?? []), question.id];
    const [rows, requirement, gap, assessment, strategies, tasks, taskRows] = await Promise.all([
      rowsContext(context),
      reading.one('intelligence-requirement', question.parent),
      body.gapId === '' ? null : reading.one('intelligence-gap', body.gapId),
      body.threatAssessmentId === '' ? null : reading.one('strategic-assessment', body.threatAssessmentId),
      attached('collection-strategy', ids, reading),
      attached('collection-task', ids, reading),
      taskRowsContext(context),
    ]);
    const state = requirement?.state ?? '';
    const closed = questionsClosed(state) ?? (question.state === 'withdrawn' ? questionBook.say('requirement-question/withdrawn') : null);
    const keep = preparesStrategy(actor, body.groupId) ? closed : questionBook.say('requirement-question/not-yours');
    const inDraft = state === 'draft' ? questionBook.say('requirement-question/answered-in-draft') : null;
    const answer = mayAnswerQuestion(actor, question) ? (closed ?? inDraft) : questionBook.say('requirement-question/not-yours-to-answer');
    const open = question.state === 'unanswered' ? questionBook.say('requirement-question/not-answered') : null;
    return {
      ...questionRow(question, rows),
      requirementId: question.parent,
      requirementState: state,
      groupId: body.groupId,
      marking: question.marking,
      whyItMatters: body.whyItMatters,
      askPartners: body.askPartners ?? false,
      parts: body.elements,
      gap: gap === null ? null : { id: gap.id, reference: gap.body.reference, text: gap.body.text, state: gap.state },
      threatAssessmentId: body.threatAssessmentId,
      threatAssessment: assessment?.body.title ?? '',
      given: body.answers.map((one, index) => ({
        id: String(index + 1),
        at: one.at,
        by: rows.names.of(one.byId),
        source: one.source,
        recordKind: one.recordKind,
        recordId: one.recordId,
        completeness: one.completeness,
        text: one.text,
        past: one.at <= (body.reopenedAt ?? ''),
      })),
      withdrawnBecause: body.withdrawnBecause,
      strategies: strategies.map(strategyShown),
      tasks: tasks.map((one) => taskRow(one, taskRows)),
      history: await historyOf(question, rows, reading),
      steps: {
        change: keep,
        withdraw: keep,
        answer,
        reopen: answer ?? open,
        collect: mayPlanCollection(actor, body.groupId) ? closed : collectionStrategyBook.say('collection-strategy/not-yours'),
      },
    };
  },
});

export const requirementQuestionQueries = [questionQuery] as const;
