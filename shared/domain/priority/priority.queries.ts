import { z } from 'zod';
import { maybeIdShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';

/** The priorities of a force or area, or of every place when none is named; those in force today first (duties 80, 114). */
export const prioritiesQuery = defineQuery({
  name: 'priorities',
  args: z.object({ nodeId: maybeIdShape.default('') }),
  followsClock: true,
  read: async ({ nodeId }, { reading, now }) => {
    const today = dayOf(now);
    const found = await reading.many('priority', nodeId === '' ? {} : { scope: nodeId });
    const decisions = new Map(
      (
        await reading.some(
          'decision',
          found.map((one) => one.body.setByDecisionId),
        )
      ).map((decision) => [decision.id, decision.body.reference]),
    );
    const rows = found.map(({ id, body }) => ({
      id,
      reference: body.reference,
      title: body.title,
      summary: body.summary,
      nodeType: body.nodeType,
      nodeId: body.nodeId,
      setByDecisionId: body.setByDecisionId,
      /** Empty when the decision is not this person's to read. */
      setByReference: decisions.get(body.setByDecisionId) ?? '',
      from: body.from,
      to: body.to,
      current: countsOn(body, today),
    }));
    return { rows: [...rows.filter((row) => row.current), ...rows.filter((row) => !row.current)] };
  },
});

export const priorityQueries = [prioritiesQuery] as const;
