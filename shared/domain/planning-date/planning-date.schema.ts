import { z } from 'zod';
import { dayShape, lineShape, maybeDayShape, maybeIdShape, maybeProseShape } from '#shared/base/shapes.ts';

export const PLANNING_DATE_TYPES = ['budget-cycle', 'assessment-due', 'business-plan', 'performance-review', 'other'] as const;

/** A day of the planning calendar that no meeting or policy gives by itself (duty 57). */
export const planningDateBody = z.looseObject({
  dateType: z.enum(PLANNING_DATE_TYPES),
  title: lineShape(200),
  on: dayShape,
  until: maybeDayShape,
  groupId: maybeIdShape,
  note: maybeProseShape(2000),
  cancelledBecause: maybeProseShape(2000),
});
export type PlanningDateBody = z.output<typeof planningDateBody>;
export const PLANNING_DATE_STATES = ['planned', 'cancelled'] as const;
