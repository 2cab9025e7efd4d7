import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeIdShape, maybeProseShape } from '#shared/base/shapes.ts';
import { ok, refused } from '#shared/base/result.ts';
import { forceBook, theForce } from '#shared/domain/force/force.rules.ts';
import { amended, organisationRecord } from '#shared/domain/force/organisation-record.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { maySetPolicy } from './tc-policy.policy.ts';
import { FREQUENCY_UNITS } from './tc-policy.schema.ts';
import { tcPolicyBook } from './tc-policy.rules.ts';

/** Writes a draft of how often a group meets and why; with `policyId`, rewrites that draft (duties 63, 64, 117). */
export const setTcPolicy = defineCommand({
  name: 'tc-policy.set',
  args: z.object({
    policyId: maybeIdShape.default(''),
    groupId: idShape,
    every: z.int().min(1).max(60),
    unit: z.enum(FREQUENCY_UNITS),
    reason: maybeProseShape(4000).default(''),
    from: dayShape,
    interimBeyondMonths: z.int().min(1).max(60).default(6),
  }),
  may: (args, { actor }) => maySetPolicy(actor, args.groupId),
  decide: async ({ policyId, ...args }, { reading, newId }) => {
    const force = await theForce(reading);
    if (force === null) return refused(forceBook.say('force/none-yet'));
    const before = policyId === '' ? null : await reading.one('tc-policy', policyId);
    if (policyId !== '' && before === null) return refused(tcPolicyBook.say('tc-policy/unknown', { field: 'policyId' }));
    const id = before?.id ?? newId();
    const body = { ...before?.body, ...args, approvedBy: '' as const };
    const put =
      before === null
        ? organisationRecord({ kind: 'tc-policy', id, scope: force.id, state: 'draft', sortAt: args.from, parent: args.groupId, body })
        : amended(before, { state: 'draft', sortAt: args.from, body });
    return ok({ changes: [{ put }], subject: { kind: 'tc-policy', id }, out: { policyId: id } });
  },
});

/** Approves a draft; refused without a reason (duty 64). */
export const approveTcPolicy = defineCommand({
  name: 'tc-policy.approve',
  args: z.object({ policyId: idShape, approvedBy: lineShape(200) }),
  may: async ({ policyId }, { actor, reading }) => maySetPolicy(actor, (await reading.one('tc-policy', policyId))?.body.groupId ?? ''),
  decide: async ({ policyId, approvedBy }, { reading }) => {
    const before = await reading.one('tc-policy', policyId);
    if (before === null) return refused(tcPolicyBook.say('tc-policy/unknown', { field: 'policyId' }));
    return ok({
      changes: [{ put: amended(before, { state: 'approved', body: { ...before.body, approvedBy } }) }],
      subject: { kind: 'tc-policy', id: policyId },
      facts: { every: before.body.every, unit: before.body.unit },
      out: null,
    });
  },
});

export const tcPolicyCommands = [setTcPolicy, approveTcPolicy] as const;
