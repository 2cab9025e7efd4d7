import { z } from 'zod';
import { dayShape, idShape, maybeLineShape, maybeProseShape } from '#shared/base/shapes.ts';

export const FREQUENCY_UNITS = ['day', 'week', 'month'] as const;
/** How often a group meets and why (duties 63-65, 117). A newer policy of the same group replaces it from its day. */
export const tcPolicyBody = z.looseObject({
  groupId: idShape,
  every: z.int().min(1).max(60),
  unit: z.enum(FREQUENCY_UNITS),
  /** The force business need the frequency answers; required to approve (duty 64). */
  reason: maybeProseShape(4000),
  from: dayShape,
  /** When meetings are further apart than this many months, interim reviews are proposed (duty 65). */
  interimBeyondMonths: z.int().min(1).max(60),
  /** Who approved it; empty while it is a draft. */
  approvedBy: maybeLineShape(200),
});
export type TcPolicyBody = z.output<typeof tcPolicyBody>;
export const TC_POLICY_STATES = ['draft', 'approved'] as const;
