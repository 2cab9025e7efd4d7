import { z } from 'zod';
import { dayShape, lineShape, maybeIdShape, maybeLineShape, maybeProseShape } from '#shared/base/shapes.ts';

export const UNIT_TYPES = [
  'intelligence-unit',
  'dedicated-source-unit',
  'neighbourhood',
  'response',
  'investigation',
  'operations-support',
  'partnership',
  'other',
] as const;
export const unitSpan = z.looseObject({
  from: dayShape,
  name: lineShape(120),
  unitType: z.enum(UNIT_TYPES),
  /** The area it works for; empty for the whole force. */
  areaId: maybeIdShape,
  remit: maybeProseShape(2000),
  inUse: z.boolean(),
  decidedBy: lineShape(200),
  reason: maybeLineShape(2000),
});
export const unitBody = z.looseObject({
  spans: z.array(unitSpan).min(1).max(200),
  telephone: maybeLineShape(40),
  email: maybeLineShape(200),
});
export type UnitSpan = z.output<typeof unitSpan>;
export type UnitBody = z.output<typeof unitBody>;
export const UNIT_STATES = ['in-use', 'closed'] as const;
