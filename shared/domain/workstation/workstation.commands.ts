import { ok } from '#shared/base/result.ts';
import { mayAdminister } from '#shared/domain/access/access.policy.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { workstationBody } from './workstation.schema.ts';
import { WORKSTATION_ID } from './workstation.rules.ts';

/** Changes what this machine is called, when it locks itself, and whether windows stay out of screen captures (duty 32). */
export const changeWorkstation = defineCommand({
  name: 'workstation.change',
  args: workstationBody.pick({ name: true, idleLockMinutes: true, contentProtection: true }),
  may: (_args, { actor }) => mayAdminister(actor),
  decide: async (args, { reading }) => {
    const before = await reading.one('workstation', WORKSTATION_ID);
    return ok({
      changes: [
        {
          put: {
            id: WORKSTATION_ID,
            kind: 'workstation',
            scope: before?.scope ?? '',
            marking: 'OFFICIAL',
            handling: '',
            compartment: '',
            state: 'in-use',
            owner: '',
            parent: '',
            number: 0,
            dueAt: '',
            sortAt: args.name,
            body: { ...before?.body, name: args.name, idleLockMinutes: args.idleLockMinutes, contentProtection: args.contentProtection },
          },
        },
      ],
      subject: { kind: 'workstation', id: WORKSTATION_ID },
      facts: { idleLockMinutes: args.idleLockMinutes, contentProtection: args.contentProtection },
      out: null,
    });
  },
});

export const workstationCommands = [changeWorkstation] as const;
