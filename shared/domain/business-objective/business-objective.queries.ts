import { z } from 'zod';
import { maybeIdShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { alignmentExceptions, objectivesInUse, prioritiesInForce, readAlignment } from '#shared/domain/governance/alignment.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';

/** The objectives of the business plan with their measures, owners and the priorities that serve them (duty 5). */
export const businessObjectivesQuery = defineQuery({
  name: 'business-objectives',
  args: z.object({}),
  followsClock: true,
  read: async (_args, { reading, now }) => {
    const today = dayOf(now);
    const records = await readAlignment(reading);
    const priorities = prioritiesInForce(records, today);
    const people = new Map(
      (
        await reading.some(
          'person',
          records.objectives.map((objective) => objective.owner),
        )
      ).map((person) => [person.id, person]),
    );
    return {
      rows: records.objectives.map((objective) => {
        const owner = people.get(objective.owner);
        return {
          id: objective.id,
          reference: objective.body.reference,
          title: objective.body.title,
          plan: objective.body.plan,
          detail: objective.body.detail,
          measures: objective.body.measures.map(({ name, target, source }) => ({ name, target, source })),
          from: objective.body.from,
          to: objective.body.to,
          endedBecause: objective.body.endedBecause,
          ownerId: objective.owner,
          owner: owner === undefined ? '' : rankAndName(owner.body),
          ownerLeft: owner !== undefined && !countsOn(owner.body, today),
          inUse: objective.state === 'in-use' && countsOn(objective.body, today),
          ended: objective.state === 'ended',
          servedBy: priorities
            .filter((priority) => priority.row?.objectiveIds.includes(objective.id))
            .map((priority) => ({ id: priority.id, reference: priority.reference, title: priority.title })),
        };
      }),
    };
  },
});

/** Where business planning and priorities do not meet, for one place or for all (duty 5). */
export const alignmentQuery = defineQuery({
  name: 'alignment',
  args: z.object({ nodeId: maybeIdShape.default('') }),
  followsClock: true,
  read: async ({ nodeId }, { reading, now }) => {
    const today = dayOf(now);
    const all = await readAlignment(reading);
    const records =
      nodeId === ''
        ? all
        : {
            ...all,
            strategies: all.strategies.filter((strategy) => strategy.body.nodeId === nodeId),
            priorities: all.priorities.filter((priority) => priority.body.nodeId === nodeId),
          };
    const exceptions = alignmentExceptions(records, today).filter(
      // An objective of the force that one area's priorities do not serve may be served elsewhere.
      (gap) => nodeId === '' || gap.subject.kind !== 'business-objective',
    );
    return {
      priorities: prioritiesInForce(records, today).length,
      objectives: objectivesInUse(all.objectives, today).length,
      exceptions,
    };
  },
});

export const businessObjectiveQueries = [businessObjectivesQuery, alignmentQuery] as const;
