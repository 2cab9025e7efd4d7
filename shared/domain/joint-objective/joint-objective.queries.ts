import { z } from 'zod';
import { maybeIdShape } from '#shared/base/shapes.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';

/** The joint objectives of a group, or of every group the reader may see, with who agreed and when (duty 70). */
export const jointObjectivesQuery = defineQuery({
  name: 'joint-objectives',
  args: z.object({ groupId: maybeIdShape.default('') }),
  read: async ({ groupId }, { actor, reading }) => {
    const found = (await reading.many('joint-objective', {}, { by: 'sortAt', direction: 'down' })).filter(
      (objective) => groupId === '' || objective.body.groupId === groupId,
    );
    const [agencyNames, groups, priorities, people] = await Promise.all([
      namesOfAgencies(reading),
      reading.some('group', [...new Set(found.map((one) => one.body.groupId))]),
      reading.some('priority', [...new Set(found.map((one) => one.body.priorityId))]),
      reading.some('person', [...new Set(found.map((one) => one.owner))]),
    ]);
    return {
      rows: found.map(({ id, state, owner, parent, createdAt, body }) => {
        const priority = priorities.find((one) => one.id === body.priorityId);
        const proposer = people.find((one) => one.id === owner);
        return {
          id,
          state,
          meetingId: parent,
          proposedAt: createdAt,
          groupId: body.groupId,
          group: groups.find((one) => one.id === body.groupId)?.body.name ?? '',
          proposedBy: proposer === undefined ? '' : rankAndName(proposer.body),
          title: body.title,
          text: body.text,
          priorityId: body.priorityId,
          priority: priority === undefined ? '' : `${priority.body.reference} ${priority.body.title}`,
          endedBecause: body.endedBecause,
          mayChange: preparesStrategy(actor, body.groupId),
          agencies: body.agencyIds.map((agencyId) => {
            const agreement = body.agreements.find((one) => one.agencyId === agencyId);
            return {
              id: agencyId,
              name: agencyNames.get(agencyId) ?? body.agencyNames?.find((one) => one.agencyId === agencyId)?.name ?? '',
              agreedOn: agreement?.on ?? ('' as const),
              by: agreement?.by ?? '',
            };
          }),
        };
      }),
    };
  },
});

async function namesOfAgencies(reading: Reading): Promise<ReadonlyMap<string, string>> {
  return new Map((await reading.many('partner-agency')).map((agency) => [agency.id, agency.body.name]));
}

export const jointObjectiveQueries = [jointObjectivesQuery] as const;
