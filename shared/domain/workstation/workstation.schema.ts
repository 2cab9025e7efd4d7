import { z } from 'zod';
import { lineShape } from '#shared/base/shapes.ts';

/** Settings of this workstation, changed by an administrator; exactly one record, id `workstation`. */
export const workstationBody = z.looseObject({
  name: lineShape(80),
  /** Minutes without a key or mouse before it locks itself. */
  idleLockMinutes: z.int().min(1).max(60),
  /** Keeps window contents out of screen captures where the operating system can. */
  contentProtection: z.boolean(),
});
export type WorkstationBody = z.output<typeof workstationBody>;
export const WORKSTATION_STATES = ['in-use'] as const;
