import { z } from 'zod';
import {
  dayShape,
  idShape,
  lineShape,
  maybeIdShape,
  maybeInstantShape,
  maybeLineShape,
  maybeProseShape,
  proseShape,
} from '#shared/base/shapes.ts';

/** Further development or analysis a group asks for (duties 78, 79, 134). `parent` is the meeting, `owner` who delivers, `dueAt` the day. */
export const commissionBody = z.looseObject({
  groupId: idShape,
  reference: lineShape(80),
  question: lineShape(500),
  termsOfReference: proseShape(4000),
  itemId: maybeIdShape,
  decisionId: maybeIdShape,
  /** The section or issue it is about; empty when about none. */
  aboutKind: maybeLineShape(40),
  aboutId: maybeIdShape,
  dueOn: dayShape,
  policeOnly: z.boolean(),
  result: maybeProseShape(20_000),
  resultKind: maybeLineShape(40),
  resultId: maybeIdShape,
  deliveredAt: maybeInstantShape,
  /** The meeting that heard the result; empty until one has. */
  heardInMeetingId: maybeIdShape,
  withdrawnBecause: maybeProseShape(2000),
  /** When and by whom it was commissioned. */
  commissionedAt: maybeInstantShape.optional(),
  commissionedById: maybeIdShape.optional(),
  deliveredById: maybeIdShape.optional(),
  /** Intelligence unit meetings of the same place, which hear of it as well (duty 134). */
  unitMeetingIds: z.array(idShape).max(20).optional(),
});
export type CommissionBody = z.output<typeof commissionBody>;
/** commissioned -> delivered -> heard; commissioned -> withdrawn. */
export const COMMISSION_STATES = ['commissioned', 'delivered', 'heard', 'withdrawn'] as const;
