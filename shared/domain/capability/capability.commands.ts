import { z } from 'zod';
import { ok, refused } from '#shared/base/result.ts';
import { dayShape, idShape, maybeDayShape, maybeIdShape, maybeLineShape, typedProseShape } from '#shared/base/shapes.ts';
import { forceBook, theForce } from '#shared/domain/force/force.rules.ts';
import { mayOrganise } from '#shared/domain/force/force.policy.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { capabilityName } from './capability-standing.ts';
import { capabilityBook } from './capability.rules.ts';
import { CAPABILITIES, CAPABILITY_STANDINGS } from './capability.schema.ts';

/** Records how a capability stands; with `capabilityId`, a change of one that is on the list (duties 17, 19-24). */
export const recordCapability = defineCommand({
  name: 'capability.record',
  args: z.object({
    capabilityId: maybeIdShape.default(''),
    capability: z.enum(CAPABILITIES),
    name: maybeLineShape(160).default(''),
    standing: z.enum(CAPABILITY_STANDINGS),
    provider: maybeLineShape(200).default(''),
    agreement: maybeLineShape(200).default(''),
    contact: maybeLineShape(200).default(''),
    channel: maybeLineShape(200).default(''),
    asOf: dayShape,
    expiresOn: maybeDayShape.default(''),
    note: typedProseShape(2000).default(''),
  }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ capabilityId, ...args }, { reading, newId }) => {
    const force = await theForce(reading);
    if (force === null) return refused(forceBook.say('force/none-yet'));
    const before = capabilityId === '' ? null : await reading.one('capability', capabilityId);
    if (capabilityId !== '' && before === null) return refused(capabilityBook.say('capability/unknown', { field: 'capabilityId' }));
    const id = before?.id ?? newId();
    // What the doctrine names has its name from there.
    const body = { ...before?.body, ...args, name: args.capability === 'other' ? args.name : ('' as const) };
    const sortAt = capabilityName(body);
    const put =
      before === null
        ? organisationRecord({ kind: 'capability', id, scope: force.id, state: 'recorded', sortAt, dueAt: args.expiresOn, body })
        : { ...amended(before, { sortAt, body }), dueAt: args.expiresOn };
    return ok({ changes: [{ put }], subject: { kind: 'capability', id }, facts: { standing: args.standing }, out: { capabilityId: id } });
  },
});

/** Takes a capability off the list, with the reason; one the doctrine names then shows as a gap again. */
export const removeCapability = defineCommand({
  name: 'capability.remove',
  args: z.object({ capabilityId: idShape, because: typedProseShape(2000) }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ capabilityId, because }, { reading }) => {
    const before = await reading.one('capability', capabilityId);
    if (before === null) return refused(capabilityBook.say('capability/unknown', { field: 'capabilityId' }));
    const put = { ...amended(before, { state: 'removed', body: { ...before.body, removedBecause: because } }), dueAt: '' };
    return ok({ changes: [{ put }], subject: { kind: 'capability', id: capabilityId }, out: null });
  },
});

export const capabilityCommands = [recordCapability, removeCapability] as const;
