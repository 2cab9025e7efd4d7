import { z } from 'zod';
import { ok, refused } from '#shared/base/result.ts';
import { dayShape, idShape, lineShape, maybeDayShape, maybeIdShape, maybeLineShape, typedProseShape } from '#shared/base/shapes.ts';
import { forceBook, theForce } from '#shared/domain/force/force.rules.ts';
import { mayOrganise } from '#shared/domain/force/force.policy.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { businessObjectiveBook } from './business-objective.rules.ts';

/** Records an objective of the business plan with its measures and owner; with `objectiveId`, changes it (duty 5). */
export const recordBusinessObjective = defineCommand({
  name: 'business-objective.record',
  args: z.object({
    objectiveId: maybeIdShape.default(''),
    reference: lineShape(40),
    title: lineShape(200),
    plan: lineShape(200),
    detail: typedProseShape(4000).default(''),
    measures: z
      .array(z.object({ name: lineShape(200), target: maybeLineShape(100).default(''), source: maybeLineShape(200).default('') }))
      .max(20)
      .default([]),
    from: dayShape,
    to: maybeDayShape.default(''),
    ownerId: maybeIdShape.default(''),
  }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ objectiveId, ownerId, ...args }, { reading, newId }) => {
    const force = await theForce(reading);
    if (force === null) return refused(forceBook.say('force/none-yet'));
    const before = objectiveId === '' ? null : await reading.one('business-objective', objectiveId);
    if (objectiveId !== '' && before === null)
      return refused(businessObjectiveBook.say('business-objective/unknown', { field: 'objectiveId' }));
    const id = before?.id ?? newId();
    const put =
      before === null
        ? organisationRecord({
            kind: 'business-objective',
            id,
            scope: force.id,
            state: 'in-use',
            sortAt: args.reference,
            owner: ownerId,
            body: { ...args, endedBecause: '' },
          })
        : { ...amended(before, { sortAt: args.reference, body: { ...before.body, ...args } }), owner: ownerId };
    return ok({ changes: [{ put }], subject: { kind: 'business-objective', id }, out: { objectiveId: id } });
  },
});

/** Ends an objective, with the reason; priorities that only served it then appear among the exceptions of alignment. */
export const endBusinessObjective = defineCommand({
  name: 'business-objective.end',
  args: z.object({ objectiveId: idShape, because: typedProseShape(2000) }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ objectiveId, because }, { reading }) => {
    const before = await reading.one('business-objective', objectiveId);
    if (before === null) return refused(businessObjectiveBook.say('business-objective/unknown', { field: 'objectiveId' }));
    const put = amended(before, { state: 'ended', body: { ...before.body, endedBecause: because } });
    return ok({ changes: [{ put }], subject: { kind: 'business-objective', id: objectiveId }, out: null });
  },
});

export const businessObjectiveCommands = [recordBusinessObjective, endBusinessObjective] as const;
