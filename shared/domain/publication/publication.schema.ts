import { z } from 'zod';
import { dayShape, idShape, instantShape, lineShape, maybeIdShape, maybeProseShape } from '#shared/base/shapes.ts';

/** One paragraph or table cell of what was sent, in reading order: what is police only is never in a partner's copy. */
export const publishedPart = z.looseObject({
  heading: maybeProseShape(300),
  text: maybeProseShape(20_000),
  /** 1 for a document, 2 for a priority or a question, 3 for what stands in it. */
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
});
/** Who had not read by then follows from the receipts, which only publishers see; so nobody is named here. */
export const reminder = z.looseObject({ at: instantShape, byId: idShape, toIds: z.array(idShape).max(0) });

/**
 * A control strategy and its requirement as they were sent, to all staff or to partners (duties 83, 99, 100, 107, 108). The content is frozen here.
 * Everyone it was sent to counts as pending until their receipt is there, also those whose workstation was off the network.
 */
export const publicationBody = z.looseObject({
  groupId: idShape,
  nodeType: z.enum(['force', 'area']),
  nodeId: idShape,
  title: lineShape(200),
  audience: z.enum(['staff', 'partners']),
  /** Which staff it went to; empty in a partner version. */
  staffOf: z.enum(['', 'force', 'area']).optional(),
  /** Of a partner version, the staff version it goes with; empty in a staff version. */
  pairId: maybeIdShape,
  controlStrategyId: maybeIdShape,
  requirementId: maybeIdShape,
  /** Why only one of the two was published (duty 107). */
  aloneBecause: maybeProseShape(2000),
  parts: z.array(publishedPart).max(500),
  /** Whom it was sent to: people of the force, or people of partner agencies. */
  sentToIds: z.array(idShape).max(20_000),
  agencyIds: z.array(idShape).max(100),
  sentAt: instantShape,
  sentById: idShape,
  readBy: dayShape,
  reminders: z.array(reminder).max(100),
});
export type PublishedPart = z.output<typeof publishedPart>;
export type PublicationBody = z.output<typeof publicationBody>;
/** sent -> replaced, when a newer one of the same place and audience is sent. */
export const PUBLICATION_STATES = ['sent', 'replaced'] as const;
