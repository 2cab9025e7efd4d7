import { z } from 'zod';
import { STRANDS } from '#shared/domain/action/action.schema.ts';
import {
  dayShape,
  idShape,
  instantShape,
  lineShape,
  maybeDayShape,
  maybeIdShape,
  maybeLineShape,
  maybeProseShape,
  proseShape,
} from '#shared/base/shapes.ts';

/** An operational delivery plan made from a decision (duties 55, 56, 128, 136, 137). `owner` is in the envelope; `parent` is the decision. */
export const deliveryPlanBody = z.looseObject({
  groupId: idShape,
  reference: lineShape(80),
  title: lineShape(200),
  objective: proseShape(4000),
  priorityId: maybeIdShape,
  outsideStrategyReason: maybeProseShape(2000),
  tactics: z.array(z.looseObject({ text: proseShape(2000), strand: z.enum(STRANDS) })).max(100),
  resources: z
    .array(z.looseObject({ unitId: idShape, what: lineShape(200), hours: z.number().min(0).max(100_000), from: dayShape, to: dayShape }))
    .max(100),
  measures: z
    .array(z.looseObject({ name: lineShape(200), baseline: maybeLineShape(100), target: maybeLineShape(100), result: maybeLineShape(100) }))
    .max(50),
  startsOn: dayShape,
  endsOn: dayShape,
  reviewOn: maybeDayShape,
  reviews: z
    .array(z.looseObject({ at: instantShape, byId: idShape, outcome: z.enum(['continue', 'change', 'stop']), text: proseShape(4000) }))
    .max(200),
  result: maybeProseShape(4000),
  closedBecause: maybeProseShape(2000),
  /** As the decision it comes from (duty 119). */
  policeOnly: z.boolean(),
});
export type DeliveryPlanBody = z.output<typeof deliveryPlanBody>;
export const DELIVERY_PLAN_STATES = ['draft', 'approved', 'closed'] as const;
