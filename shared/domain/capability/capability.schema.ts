import { z } from 'zod';
import { dayShape, maybeDayShape, maybeLineShape, maybeProseShape } from '#shared/base/shapes.ts';

/** Capabilities the doctrine names first (duties 17, 19-24); the force adds others by name. */
export const CAPABILITIES = [
  'financial-intelligence',
  'prison-intelligence',
  'public-order-intelligence',
  'intelligence-cycle',
  'analysis',
  'operational-support',
  'other',
] as const;
export const CAPABILITY_STANDINGS = ['own', 'access-via', 'none'] as const;

/** Whether the force has a capability, has access to it, or lacks it (duty 17). A change is a new version; the old stays readable. */
export const capabilityBody = z.looseObject({
  capability: z.enum(CAPABILITIES),
  /** Its name where it is another than those the doctrine names. */
  name: maybeLineShape(160),
  standing: z.enum(CAPABILITY_STANDINGS),
  /** Who gives access; required for `access-via`. */
  provider: maybeLineShape(200),
  agreement: maybeLineShape(200),
  contact: maybeLineShape(200),
  /** The channel a restricted capability is reached by. */
  channel: maybeLineShape(200),
  asOf: dayShape,
  expiresOn: maybeDayShape,
  note: maybeProseShape(2000),
  /** Why it was taken off the list; required then. */
  removedBecause: maybeProseShape(2000).optional(),
});
export type CapabilityBody = z.output<typeof capabilityBody>;
export const CAPABILITY_STATES = ['recorded', 'removed'] as const;
