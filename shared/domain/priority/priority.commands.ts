import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeLineShape, maybeProseShape } from '#shared/base/shapes.ts';
import { ok, refused } from '#shared/base/result.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { maySetPriority } from './priority.policy.ts';
import { priorityBook } from './priority.rules.ts';

/** Records a priority that the strategic group of the place decided on (duties 80, 93). Without a reference it is numbered P1, P2, ... within the place. */
export const setPriority = defineCommand({
  name: 'priority.set',
  args: z.object({
    reference: maybeLineShape(20).default(''),
    title: lineShape(200),
    summary: maybeProseShape(4000).default(''),
    nodeType: z.enum(['force', 'area']),
    nodeId: idShape,
    setByDecisionId: idShape,
    from: dayShape,
  }),
  may: async (args, { actor, reading }) => maySetPriority(actor, await strategicGroups(reading, args.nodeId)),
  decide: async (args, { reading, newId }) => {
    const id = newId();
    const reference = args.reference === '' ? `P${(await reading.count('priority', { scope: args.nodeId })) + 1}` : args.reference;
    return ok({
      changes: [
        {
          put: organisationRecord({
            kind: 'priority',
            id,
            scope: args.nodeId,
            state: 'current',
            sortAt: reference,
            parent: args.setByDecisionId,
            body: { ...args, reference, to: '' },
          }),
        },
      ],
      subject: { kind: 'priority', id },
      out: { priorityId: id, reference },
    });
  },
});

/** Ends a priority by another decision of the strategic group (duties 93, 97). */
export const endPriority = defineCommand({
  name: 'priority.end',
  args: z.object({ priorityId: idShape, on: dayShape, decisionId: idShape }),
  may: async ({ priorityId }, { actor, reading }) => {
    const before = await reading.one('priority', priorityId);
    return maySetPriority(actor, before === null ? [] : await strategicGroups(reading, before.body.nodeId));
  },
  decide: async ({ priorityId, on, decisionId }, { reading }) => {
    const before = await reading.one('priority', priorityId);
    if (before === null) return refused(priorityBook.say('priority/unknown', { field: 'priorityId' }));
    if (before.state === 'ended') return refused(priorityBook.say('priority/ended-already'));
    return ok({
      changes: [{ put: amended(before, { state: 'ended', body: { ...before.body, to: on, endedByDecisionId: decisionId } }) }],
      subject: { kind: 'priority', id: priorityId },
      out: null,
    });
  },
});

async function strategicGroups(reading: Reading, nodeId: string): Promise<readonly string[]> {
  return (await reading.many('group', { parent: nodeId })).filter((group) => group.body.groupType === 'stcg').map((group) => group.id);
}

export const priorityCommands = [setPriority, endPriority] as const;
