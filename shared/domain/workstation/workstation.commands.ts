import { ok, refused } from '#shared/base/result.ts';
import { mayAdminister, mayKeepBackups } from '#shared/domain/access/access.policy.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { backupSettings, workstationBody } from './workstation.schema.ts';
import { backupsOf, withBackups, WORKSTATION_ID, workstationBook } from './workstation.rules.ts';

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

/** Says how often backups are made and how many are kept (duties 32, 34). Where they go is chosen in the operating system's dialogue. */
export const changeBackups = defineCommand({
  name: 'workstation.change-backups',
  args: backupSettings.pick({ pace: true, daily: true, weekly: true, monthly: true }),
  may: (_args, { actor }) => mayKeepBackups(actor),
  decide: async ({ pace, daily, weekly, monthly }, { reading }) => {
    const before = await reading.one('workstation', WORKSTATION_ID);
    if (before === null) return refused(workstationBook.say('workstation/not-set-up'));
    return ok({
      changes: [{ put: withBackups(before, { ...backupsOf(before.body), pace, daily, weekly, monthly }) }],
      subject: { kind: 'workstation', id: WORKSTATION_ID },
      facts: { pace, daily, weekly, monthly },
      out: null,
    });
  },
});

export const workstationCommands = [changeWorkstation, changeBackups] as const;
