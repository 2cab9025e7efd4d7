import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { type Day, dayOf } from '#shared/base/time.ts';
import { mayPlanCollection } from '#shared/domain/collection-strategy/collection-strategy.commands.ts';
import { mayTaskSourceUnit } from '#shared/domain/compartment/compartment.policy.ts';
import { type RequirementChoices, type TitleNamed, requirementChoices } from '#shared/domain/intelligence-requirement/requirement-parts.ts';
import { type QueryContext, defineQuery } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { type Names, readNames } from '#shared/domain/meeting/people-named.ts';
import { mayReportOnTask } from './collection-task.commands.ts';
import { collectionTaskBook } from './collection-task.rules.ts';
import type { CollectionTaskBody } from './collection-task.schema.ts';

/** One task as lists show it. */
export interface TaskRow {
  readonly id: string;
  readonly reference: string;
  readonly what: string;
  readonly detail: string;
  readonly state: string;
  readonly groupId: string;
  readonly questionId: string;
  /** The reference of the question it answers; empty when it is undirected or the question is not this person's to read. */
  readonly question: string;
  /** What the question asked when the task was given. */
  readonly asks: string;
  readonly strategyId: string;
  readonly strategy: string;
  readonly undirectedBecause: string;
  readonly ownerId: string;
  readonly unitId: string;
  readonly collector: string;
  readonly capability: CollectionTaskBody['capability'];
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly result: string;
  readonly withdrawnBecause: string;
  readonly givenBy: string;
  readonly givenAt: string;
  readonly report: Refusal | null;
  readonly change: Refusal | null;
}

export interface TaskRowsContext {
  readonly names: Names;
  readonly units: ReadonlyMap<string, string>;
  readonly questions: ReadonlyMap<string, string>;
  readonly strategies: ReadonlyMap<string, string>;
  readonly today: Day;
  readonly actor: QueryContext['actor'];
}

/** What making rows of tasks needs, read once; nothing of a compartment is among it, because that is filed elsewhere. */
export async function taskRowsContext({ reading, now, actor }: QueryContext): Promise<TaskRowsContext> {
  const [names, units, questions] = await Promise.all([readNames(reading), reading.many('unit'), reading.many('requirement-question')]);
  const scopes = [...new Set(questions.map((one) => one.scope))];
  const strategies = (await Promise.all(scopes.map((scope) => reading.many('collection-strategy', { scope })))).flat();
  return {
    names,
    units: new Map(units.map((unit) => [unit.id, unit.body.spans.at(-1)?.name ?? ''])),
    questions: new Map(questions.map((one) => [one.id, one.body.reference])),
    strategies: new Map(strategies.map((one) => [one.id, one.body.title])),
    today: dayOf(now),
    actor,
  };
}

export function taskRow(
  task: RecordOf<'collection-task'>,
  { names, units, questions, strategies, today, actor }: TaskRowsContext,
): TaskRow {
  const { body } = task;
  const finished = task.state === 'open' ? null : collectionTaskBook.say('collection-task/finished');
  const collectors = [names.of(task.owner), body.unitId === '' ? '' : (units.get(body.unitId) ?? '')];
  return {
    id: task.id,
    reference: body.reference,
    what: body.what,
    detail: body.detail,
    state: task.state,
    groupId: body.groupId,
    questionId: task.parent,
    question: questions.get(task.parent) ?? '',
    asks: body.asks ?? '',
    strategyId: body.strategyId,
    strategy: strategies.get(body.strategyId) ?? '',
    undirectedBecause: body.undirectedBecause,
    ownerId: task.owner,
    unitId: body.unitId,
    collector: collectors.filter((one) => one !== '').join(', '),
    capability: body.capability,
    dueOn: body.dueOn,
    overdue: task.state === 'open' && body.dueOn !== '' && body.dueOn < today,
    result: body.result,
    withdrawnBecause: body.withdrawnBecause ?? '',
    givenBy: names.of(task.createdBy),
    givenAt: task.createdAt,
    report: finished ?? (mayReportOnTask(actor, task) ? null : collectionTaskBook.say('collection-task/not-yours-to-report')),
    change: finished ?? (mayPlanCollection(actor, body.groupId) ? null : collectionTaskBook.say('collection-task/not-yours')),
  };
}

/** Every collection task this person may read, open ones by due day first, and how many no question asks for (duty 18). */
export interface TasksPage {
  readonly rows: readonly TaskRow[];
  readonly undirected: number;
  /** Groups this person gives tasks for, each with what the form offers. */
  readonly giveFor: readonly (TitleNamed & {
    readonly choices: RequirementChoices;
    readonly questions: readonly (TitleNamed & { readonly strategies: readonly TitleNamed[] })[];
  })[];
  readonly mayTaskSourceUnit: boolean;
}

export const collectionTasksQuery = defineQuery({
  name: 'collection-tasks',
  args: z.object({}),
  followsClock: true,
  read: async (_args, context): Promise<TasksPage> => {
    const { reading, actor } = context;
    const groups = await reading.many('group');
    const scopes = [...new Set(groups.map((group) => group.body.nodeId))];
    const tasks = (await Promise.all(scopes.map((scope) => reading.many('collection-task', { scope })))).flat();
    const rows = await taskRowsContext(context);
    const shown = tasks.map((task) => taskRow(task, rows));
    const order = (row: TaskRow): string => `${row.state === 'open' ? 0 : 1}${row.dueOn === '' ? '9' : row.dueOn}${row.reference}`;
    const giving = groups.filter(
      (group) => group.body.groupType === 'stcg' && group.state === 'in-use' && mayPlanCollection(actor, group.id),
    );
    return {
      rows: shown.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
      undirected: shown.filter((row) => row.state === 'open' && row.undirectedBecause !== '').length,
      giveFor: await Promise.all(
        giving.map(async (group) => {
          const requirements = await reading.many('intelligence-requirement', { scope: group.body.nodeId, state: ['draft', 'approved'] });
          const questions = (
            await Promise.all(
              requirements.map((one) =>
                reading.many('requirement-question', { parent: one.id, state: ['unanswered', 'partly'] }, { by: 'number' }),
              ),
            )
          ).flat();
          const strategies = await reading.many('collection-strategy', { scope: group.body.nodeId, state: 'in-use' });
          return {
            id: group.id,
            name: group.body.name,
            choices: await requirementChoices(group.body.nodeId, rows.names, context),
            questions: questions.map((one) => ({
              id: one.id,
              name: `${one.body.reference} ${one.body.question}`,
              strategies: strategies
                .filter((strategy) => strategy.parent === one.id || (one.body.continuesIds ?? []).includes(strategy.parent))
                .map((strategy) => ({ id: strategy.id, name: strategy.body.title })),
            })),
          };
        }),
      ),
      mayTaskSourceUnit: mayTaskSourceUnit(actor),
    };
  },
});

export const collectionTaskQueries = [collectionTasksQuery] as const;
