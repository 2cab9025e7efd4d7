import { z } from 'zod';
import { ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import { forceBook, theForce } from '#shared/domain/force/force.rules.ts';
import { mayOrganise } from '#shared/domain/force/force.policy.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { governanceElementBook } from './governance-element.rules.ts';
import { ELEMENT_TYPES } from './governance-element.schema.ts';

/** Records an element of corporate governance with its owner and its link to the lead; with `elementId`, changes it (duty 4). */
export const recordGovernanceElement = defineCommand({
  name: 'governance-element.record',
  args: z.object({
    elementId: maybeIdShape.default(''),
    elementType: z.enum(ELEMENT_TYPES),
    name: lineShape(200),
    how: typedProseShape(4000).default(''),
    ownerId: maybeIdShape.default(''),
    leadAppointmentId: maybeIdShape.default(''),
  }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ elementId, ownerId, ...args }, { reading, newId }) => {
    const force = await theForce(reading);
    if (force === null) return refused(forceBook.say('force/none-yet'));
    const before = elementId === '' ? null : await reading.one('governance-element', elementId);
    if (elementId !== '' && before === null)
      return refused(governanceElementBook.say('governance-element/unknown', { field: 'elementId' }));
    const id = before?.id ?? newId();
    const put =
      before === null
        ? organisationRecord({
            kind: 'governance-element',
            id,
            scope: force.id,
            state: 'in-use',
            sortAt: args.name,
            owner: ownerId,
            body: { ...args, endedBecause: '' },
          })
        : { ...amended(before, { sortAt: args.name, body: { ...before.body, ...args } }), owner: ownerId };
    return ok({ changes: [{ put }], subject: { kind: 'governance-element', id }, out: { elementId: id } });
  },
});

/** Links an element to the chief-officer lead, or takes the link away with an empty appointment (duty 4). */
export const linkGovernanceElement = defineCommand({
  name: 'governance-element.link',
  args: z.object({ elementId: idShape, leadAppointmentId: maybeIdShape }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ elementId, leadAppointmentId }, { reading }) => {
    const before = await reading.one('governance-element', elementId);
    if (before === null) return refused(governanceElementBook.say('governance-element/unknown', { field: 'elementId' }));
    const put = amended(before, { body: { ...before.body, leadAppointmentId } });
    return ok({ changes: [{ put }], subject: { kind: 'governance-element', id: elementId }, out: null });
  },
});

/** Ends an element, with the reason. */
export const endGovernanceElement = defineCommand({
  name: 'governance-element.end',
  args: z.object({ elementId: idShape, because: typedProseShape(2000) }),
  may: (_args, { actor }) => mayOrganise(actor),
  decide: async ({ elementId, because }, { reading }) => {
    const before = await reading.one('governance-element', elementId);
    if (before === null) return refused(governanceElementBook.say('governance-element/unknown', { field: 'elementId' }));
    const put = amended(before, { state: 'ended', body: { ...before.body, endedBecause: because } });
    return ok({ changes: [{ put }], subject: { kind: 'governance-element', id: elementId }, out: null });
  },
});

export const governanceElementCommands = [recordGovernanceElement, linkGovernanceElement, endGovernanceElement] as const;
