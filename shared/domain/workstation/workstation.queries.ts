import { z } from 'zod';
import { defineQuery } from '#shared/domain/kit/query.ts';
import { WORKSTATION_ID } from './workstation.rules.ts';

/** The settings of this machine, or null before it has any. */
export const workstationQuery = defineQuery({
  name: 'workstation',
  args: z.object({}),
  read: async (_args, { reading }) => {
    const record = await reading.one('workstation', WORKSTATION_ID);
    return record === null
      ? null
      : {
          id: record.id,
          name: record.body.name,
          idleLockMinutes: record.body.idleLockMinutes,
          contentProtection: record.body.contentProtection,
        };
  },
});

export const workstationQueries = [workstationQuery] as const;
