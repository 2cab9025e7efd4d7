import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeIdShape, maybeLineShape, maybeProseShape, typedProseShape } from '#shared/base/shapes.ts';
import { ok, refused } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { mayHandOver, mayNamePlan } from '#shared/domain/control-strategy/control-strategy.policy.ts';
import { handedOver } from '#shared/domain/control-strategy/setting-strategy.ts';
import { strategicGroupOf } from '#shared/domain/control-strategy/strategy-context.ts';
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

/** As `priority.set`: kept by name, refused while the control strategy in force has the priority (duties 93, 97). */
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

/** Gives a priority to another owner between two meetings of the strategic group: its chair or a deputy does, with the reason (duty 97). */
export const handOverPriority = defineCommand({
  name: 'priority.hand-over',
  args: z.object({ priorityId: idShape, toId: maybeIdShape, because: typedProseShape(2000) }),
  may: async ({ priorityId }, { actor, reading, now }) => {
    const before = await reading.one('priority', priorityId);
    const group = before === null ? null : await strategicGroupOf(reading, before.body, dayOf(now));
    return mayHandOver(actor, group?.id ?? '') ? null : priorityBook.say('priority/not-yours-to-hand-over');
  },
  decide: async ({ priorityId, toId, because }, { reading, now, actor }) => {
    const before = await reading.one('priority', priorityId);
    if (before === null) return refused(priorityBook.say('priority/unknown', { field: 'priorityId' }));
    if (before.state === 'ended') return refused(priorityBook.say('priority/ended-already'));
    if (toId === '') return refused(priorityBook.say('priority/owner-not-serving', { field: 'toId' }));
    if (toId === before.owner) return refused(priorityBook.say('priority/owner-already', { field: 'toId' }));
    return ok({
      changes: [{ put: handedOver(before, { toId, byId: actor.personId, now, because, decisionId: '' }) }],
      subject: { kind: 'priority', id: priorityId },
      facts: { from: before.owner, to: toId },
      out: { priorityId },
    });
  },
});

/** Names the one current delivery plan of a priority; an empty plan takes the name back (duty 98). */
export const namePlan = defineCommand({
  name: 'priority.name-plan',
  args: z.object({ priorityId: idShape, planId: maybeIdShape }),
  may: async ({ priorityId }, { actor, reading, now }) => {
    const before = await reading.one('priority', priorityId);
    const group = before === null ? null : await strategicGroupOf(reading, before.body, dayOf(now));
    return before !== null && mayNamePlan(actor, before.owner, group?.id ?? '') ? null : priorityBook.say('priority/not-yours-to-plan');
  },
  decide: async ({ priorityId, planId }, { reading }) => {
    const before = await reading.one('priority', priorityId);
    if (before === null) return refused(priorityBook.say('priority/unknown', { field: 'priorityId' }));
    if (before.state === 'ended') return refused(priorityBook.say('priority/ended-already'));
    return ok({
      changes: [{ put: amended(before, { body: { ...before.body, planId } }) }],
      subject: { kind: 'priority', id: priorityId },
      facts: { plan: planId },
      out: { priorityId },
    });
  },
});

async function strategicGroups(reading: Reading, nodeId: string): Promise<readonly string[]> {
  return (await reading.many('group', { parent: nodeId })).filter((group) => group.body.groupType === 'stcg').map((group) => group.id);
}

export const priorityCommands = [setPriority, endPriority, handOverPriority, namePlan] as const;
