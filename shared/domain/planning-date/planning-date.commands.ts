import { z } from 'zod';
import { ok, refused } from '#shared/base/result.ts';
import { dayShape, idShape, lineShape, maybeDayShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import { forceBook, theForce } from '#shared/domain/force/force.rules.ts';
import { organisationRecord } from '#shared/domain/force/organisation-record.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { planningDateBook } from './planning-date-refusals.ts';
import { mayPlanDates } from './planning-date.rules.ts';
import { PLANNING_DATE_TYPES } from './planning-date.schema.ts';

const fields = {
  dateType: z.enum(PLANNING_DATE_TYPES),
  title: lineShape(200),
  on: dayShape,
  until: maybeDayShape.default(''),
  groupId: maybeIdShape.default(''),
  note: typedProseShape(2000).default(''),
};

/** Puts a date on the planning calendar, such as one of the budget cycle (duty 57). */
export const addPlanningDate = defineCommand({
  name: 'planning-date.add',
  args: z.object(fields),
  may: (_args, { actor }) => mayPlanDates(actor),
  decide: async (args, { reading, newId }) => {
    const force = await theForce(reading);
    if (force === null) return refused(forceBook.say('force/none-yet'));
    const id = newId();
    const put = organisationRecord({
      kind: 'planning-date',
      id,
      scope: force.id,
      state: 'planned',
      sortAt: args.on,
      dueAt: args.on,
      parent: args.groupId,
      body: { ...args, cancelledBecause: '' },
    });
    return ok({ changes: [{ put }], subject: { kind: 'planning-date', id }, facts: { type: args.dateType }, out: { dateId: id } });
  },
});

/** Changes a date that is still to come. */
export const changePlanningDate = defineCommand({
  name: 'planning-date.change',
  args: z.object({ dateId: idShape, ...fields }),
  may: (_args, { actor }) => mayPlanDates(actor),
  decide: async ({ dateId, ...args }, { reading }) => {
    const before = await reading.one('planning-date', dateId);
    if (before === null) return refused(planningDateBook.say('planning-date/unknown'));
    const put = organisationRecord({
      kind: 'planning-date',
      id: dateId,
      scope: before.scope,
      state: before.state,
      sortAt: args.on,
      dueAt: args.on,
      parent: args.groupId,
      body: { ...before.body, ...args },
    });
    return ok({ changes: [{ put }], subject: { kind: 'planning-date', id: dateId }, out: { dateId } });
  },
});

/** Cancels a date, with the reason; it stays on record. */
export const cancelPlanningDate = defineCommand({
  name: 'planning-date.cancel',
  args: z.object({ dateId: idShape, reason: typedProseShape(2000) }),
  may: (_args, { actor }) => mayPlanDates(actor),
  decide: async ({ dateId, reason }, { reading }) => {
    const before = await reading.one('planning-date', dateId);
    if (before === null) return refused(planningDateBook.say('planning-date/unknown'));
    if (before.state === 'cancelled') return refused(planningDateBook.say('planning-date/cancelled'));
    const put = organisationRecord({
      kind: 'planning-date',
      id: dateId,
      scope: before.scope,
      state: 'cancelled',
      sortAt: before.sortAt,
      dueAt: before.dueAt,
      parent: before.parent,
      body: { ...before.body, cancelledBecause: reason },
    });
    return ok({ changes: [{ put }], subject: { kind: 'planning-date', id: dateId }, out: { dateId } });
  },
});

export const planningDateCommands = [addPlanningDate, changePlanningDate, cancelPlanningDate] as const;
