import { z } from 'zod';
import { dayShape, lineShape, maybeDayShape, maybeLineShape, maybeProseShape } from '#shared/base/shapes.ts';

/** An objective of the force's business plan or the police and crime plan, with its measures, that priorities are mapped to (duty 5). `owner` answers for it. */
export const businessObjectiveBody = z.looseObject({
  reference: lineShape(40),
  title: lineShape(200),
  plan: lineShape(200),
  detail: maybeProseShape(4000),
  measures: z.array(z.looseObject({ name: lineShape(200), target: maybeLineShape(100), source: maybeLineShape(200) })).max(20),
  from: dayShape,
  to: maybeDayShape,
  endedBecause: maybeProseShape(2000),
});
export type BusinessObjectiveBody = z.output<typeof businessObjectiveBody>;
export const BUSINESS_OBJECTIVE_STATES = ['in-use', 'ended'] as const;
