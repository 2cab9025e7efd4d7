import { z } from 'zod';
import { dayShape, idShape, lineShape } from '#shared/base/shapes.ts';
import { ok, refused } from '#shared/base/result.ts';
import { FUNCTIONS } from '#shared/domain/appointment/appointment.schema.ts';
import { forceBook, theForce } from '#shared/domain/force/force.rules.ts';
import { mayOrganise } from '#shared/domain/force/force.policy.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { USUAL_KEY_FUNCTIONS } from './group-types.ts';
import { groupBook } from './group.rules.ts';
import { groupBody, GROUP_TYPES } from './group.schema.ts';

const keyFunctions = z.array(z.enum(FUNCTIONS)).max(20);

/** Adds a group at the force, an area or a unit (duties 50, 60-62, 116). Without key functions it takes the usual ones of its type. */
export const addGroup = defineCommand({
  name: 'group.add',
  args: z.object({
    groupType: z.enum(GROUP_TYPES),
    name: lineShape(160),
    code: groupBody.shape.code,
    nodeType: groupBody.shape.nodeType,
    nodeId: idShape,
    keyFunctions: keyFunctions.optional(),
    from: dayShape,
  }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async (args, { reading, newId }) => {
    const force = await theForce(reading);
    if (force === null) return refused(forceBook.say('force/none-yet'));
    const id = newId();
    const body = { ...args, keyFunctions: [...(args.keyFunctions ?? USUAL_KEY_FUNCTIONS[args.groupType])], to: '' as const };
    return ok({
      changes: [
        { put: organisationRecord({ kind: 'group', id, scope: force.id, state: 'in-use', sortAt: args.name, parent: args.nodeId, body }) },
      ],
      subject: { kind: 'group', id },
      out: { groupId: id },
    });
  },
});

/** Changes what a group is called and which functions it cannot do without (duty 118). */
export const changeGroup = defineCommand({
  name: 'group.change',
  args: z.object({ groupId: idShape, name: lineShape(160), keyFunctions }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ groupId, ...args }, { reading }) => {
    const before = await reading.one('group', groupId);
    if (before === null) return refused(groupBook.say('group/unknown', { field: 'groupId' }));
    return ok({
      changes: [{ put: amended(before, { sortAt: args.name, body: { ...before.body, ...args } }) }],
      subject: { kind: 'group', id: groupId },
      out: null,
    });
  },
});

/** Closes a group after its last day; meetings, decisions and appointments stay readable. */
export const closeGroup = defineCommand({
  name: 'group.close',
  args: z.object({ groupId: idShape, on: dayShape, because: lineShape(1000) }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ groupId, on, because }, { reading }) => {
    const before = await reading.one('group', groupId);
    if (before === null) return refused(groupBook.say('group/unknown', { field: 'groupId' }));
    if (before.body.to !== '') return refused(groupBook.say('group/closed-already'));
    const open = (await reading.many('meeting', { state: ['planned', 'live'] })).filter((meeting) => meeting.body.groupId === groupId);
    if (open.length > 0)
      return refused(
        groupBook.say('group/has-meetings', { facts: { references: open.map((meeting) => meeting.body.reference).join(', ') } }),
      );
    return ok({
      changes: [{ put: amended(before, { state: 'closed', body: { ...before.body, to: on, closedBecause: because } }) }],
      subject: { kind: 'group', id: groupId },
      out: null,
    });
  },
});

export const groupCommands = [addGroup, changeGroup, closeGroup] as const;
