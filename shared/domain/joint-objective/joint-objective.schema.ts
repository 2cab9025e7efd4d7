import { z } from 'zod';
import { dayShape, idShape, lineShape, maybeIdShape, maybeProseShape } from '#shared/base/shapes.ts';

/** That one agency agreed, when, and who said so for it (duty 70). */
export const partnerAgreement = z.looseObject({ agencyId: idShape, on: dayShape, by: lineShape(200) });

/** An objective agreed between the police and partners (duty 70). `parent` is the meeting it was agreed in, or empty. */
export const jointObjectiveBody = z.looseObject({
  groupId: idShape,
  title: lineShape(200),
  text: maybeProseShape(4000),
  priorityId: maybeIdShape,
  /** The agencies that are asked to agree. */
  agencyIds: z.array(idShape).min(1).max(40),
  agreements: z.array(partnerAgreement).max(40),
  /** What the agencies were called when they were asked: partners cannot read the register of agencies. */
  agencyNames: z
    .array(z.looseObject({ agencyId: idShape, name: lineShape(160) }))
    .max(40)
    .optional(),
  endedBecause: maybeProseShape(2000),
});
export type JointObjectiveBody = z.output<typeof jointObjectiveBody>;
export const JOINT_OBJECTIVE_STATES = ['proposed', 'agreed', 'ended'] as const;
