import { z } from 'zod';
import { idShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { type StrategyShown, strategyShown } from '#shared/domain/requirement-question/requirement-question.queries.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import { type PersonNamed, readNames } from '#shared/domain/meeting/people-named.ts';
import { worksInSourceUnit } from './compartment.policy.ts';
import { MOST_MEMBERS } from './closed-circle.ts';

/** The compartments someone is in; for anybody else there is nothing, and no sign that there might be. */
export interface MyCompartments {
  readonly rows: readonly { readonly id: string; readonly name: string; readonly state: string }[];
  /** They work in a dedicated source unit and may open one. */
  readonly mayOpen: boolean;
  readonly people: readonly PersonNamed[];
}

export const myCompartmentsQuery = defineQuery({
  name: 'my-compartments',
  args: z.object({}),
  read: async (_args, context): Promise<MyCompartments> => {
    // With a limit, only the reader's own access classes are looked up: the rest is not even read.
    const mine = await context.reading.many('compartment', {}, { by: 'sortAt', limit: 100 });
    const mayOpen = await worksInSourceUnit(context.actor, context);
    return {
      rows: mine.map(({ id, state, body }) => ({ id, name: body.name, state })),
      mayOpen,
      people: mayOpen
        ? (await readNames(context.reading)).serving.filter((one) => !one.partner && one.clearance === 'OFFICIAL-SENSITIVE')
        : [],
    };
  },
});

/** Tasking that was passed on, as the members see it. */
export interface PassedOn {
  readonly id: string;
  readonly reference: string;
  readonly what: string;
  readonly detail: string;
  readonly asks: string;
  readonly state: string;
  readonly from: string;
  readonly passedOnAt: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly ownerId: string;
  readonly owner: string;
  readonly strategyId: string;
  readonly result: string;
  readonly withdrawnBecause: string;
}

/** A compartment and everything in it; null for whoever is not in it. */
export interface CompartmentRoom {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly state: string;
  readonly takesTasking: boolean;
  readonly closedBecause: string;
  readonly ownerId: string;
  readonly members: readonly (PersonNamed & { readonly left: boolean })[];
  readonly mostMembers: number;
  readonly inbox: readonly PassedOn[];
  readonly strategies: readonly (StrategyShown & { readonly questionId: string; readonly question: string })[];
  readonly people: readonly PersonNamed[];
  readonly questions: readonly { readonly id: string; readonly name: string }[];
}

export const compartmentRoomQuery = defineQuery({
  name: 'compartment-room',
  args: z.object({ compartmentId: idShape }),
  followsClock: true,
  seen: ({ compartmentId }) => ({ kind: 'compartment', id: compartmentId }),
  read: async ({ compartmentId }, { reading, now }): Promise<CompartmentRoom | null> => {
    const compartment = await reading.one('compartment', compartmentId);
    if (compartment === null) return null;
    const [tasks, strategies, questions, names] = await Promise.all([
      reading.many('collection-task', { scope: compartmentId }),
      reading.many('collection-strategy', { scope: compartmentId }),
      reading.many('requirement-question'),
      readNames(reading),
    ]);
    const today = dayOf(now);
    const asked = new Map(questions.map((one) => [one.id, `${one.body.reference} ${one.body.question}`]));
    const { body } = compartment;
    return {
      id: compartment.id,
      name: body.name,
      purpose: body.purpose,
      state: compartment.state,
      takesTasking: body.takesTasking,
      closedBecause: body.closedBecause ?? '',
      ownerId: body.ownerId,
      members: body.memberIds.flatMap((id) => {
        const person = names.person(id);
        return person === null ? [] : [{ ...person, left: !person.serving }];
      }),
      mostMembers: MOST_MEMBERS,
      inbox: tasks
        .map((task) => ({
          id: task.id,
          reference: task.body.reference,
          what: task.body.what,
          detail: task.body.detail,
          asks: task.body.asks ?? '',
          state: task.state,
          from: names.of(task.createdBy),
          passedOnAt: task.createdAt,
          dueOn: task.body.dueOn,
          overdue: task.state === 'open' && task.body.dueOn !== '' && task.body.dueOn < today,
          ownerId: task.owner,
          owner: names.of(task.owner),
          strategyId: task.body.strategyId,
          result: task.body.result,
          withdrawnBecause: task.body.withdrawnBecause ?? '',
        }))
        .sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || (a.passedOnAt < b.passedOnAt ? 1 : -1)),
      strategies: strategies.map((one) => ({
        ...strategyShown(one),
        questionId: one.body.questionId ?? '',
        question: asked.get(one.body.questionId ?? '') ?? '',
      })),
      people: names.serving.filter((one) => !one.partner && one.clearance === 'OFFICIAL-SENSITIVE'),
      questions: questions
        .filter((one) => one.body.inForce === true && (one.state === 'unanswered' || one.state === 'partly'))
        .map((one) => ({ id: one.id, name: `${one.body.reference} ${one.body.question}` })),
    };
  },
});

export const compartmentQueries = [myCompartmentsQuery, compartmentRoomQuery] as const;
