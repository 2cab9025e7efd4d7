import { z } from 'zod';
import { lineShape, maybeLineShape } from '#shared/base/shapes.ts';

/** The force this vault belongs to; exactly one record. */
export const forceBody = z.looseObject({
  name: lineShape(120),
  /** Short code used in references, for example `NM`. */
  code: z.string().regex(/^[A-Z]{2,6}$/, 'Use two to six capital letters.'),
  /** True when the force has basic command units that may run their own process (duties 61, 62). */
  hasAreas: z.boolean(),
  /** True for the synthetic sample force: every screen and print carries a watermark. */
  sample: z.boolean(),
  /** Who decided how the intelligence function is configured, and why (duty 6). */
  configuredBy: maybeLineShape(200),
  configuredBecause: maybeLineShape(2000),
});
export type ForceBody = z.output<typeof forceBody>;
export const FORCE_STATES = ['in-use'] as const;
