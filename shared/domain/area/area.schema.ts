import { z } from 'zod';
import { dayShape, lineShape, maybeLineShape } from '#shared/base/shapes.ts';

/** How the area was configured from a day until the next span begins (duty 7). */
export const areaSpan = z.looseObject({
  from: dayShape,
  name: lineShape(120),
  code: z.string().regex(/^[A-Z0-9]{1,6}$/, 'Use one to six capital letters or digits.'),
  runsStrategic: z.boolean(),
  runsTactical: z.boolean(),
  inUse: z.boolean(),
  decidedBy: lineShape(200),
  reason: maybeLineShape(2000),
});
/** A command area (BCU). Spans are in order of `from`; the one in force on a day is the last that began on or before it. */
export const areaBody = z.looseObject({ spans: z.array(areaSpan).min(1).max(200) });
export type AreaBody = z.output<typeof areaBody>;
export const AREA_STATES = ['in-use', 'closed'] as const;
