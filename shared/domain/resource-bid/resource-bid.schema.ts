import { z } from 'zod';
import { idShape, lineShape, maybeIdShape, maybeProseShape } from '#shared/base/shapes.ts';

/** A demand on the pool that a group ranks against its priorities (duties 52, 59, 77, 92). `parent` is the meeting, `owner` who bids, `number` the rank (0 while unranked). */
export const resourceBidBody = z.looseObject({
  groupId: idShape,
  title: lineShape(200),
  why: maybeProseShape(4000),
  priorityId: maybeIdShape,
  outsideStrategyReason: maybeProseShape(2000),
  hours: z.number().min(0).max(10_000_000),
  officers: z.number().min(0).max(100_000),
  budget: z.number().min(0).max(1_000_000_000),
  grantedHours: z.number().min(0).max(10_000_000),
  grantedOfficers: z.number().min(0).max(100_000),
  grantedBudget: z.number().min(0).max(1_000_000_000),
  outcomeReason: maybeProseShape(4000),
  /** Why a demand outside the strategy stands above one that is in it; required then (duty 92). */
  aboveStrategyBecause: maybeProseShape(2000),
  decisionId: maybeIdShape,
  /** Why more was granted than there is; required then (duty 52). */
  overPoolBecause: maybeProseShape(2000).optional(),
  /** The deferred bid of an earlier meeting that this one takes up again. */
  fromBidId: maybeIdShape.optional(),
  enteredById: maybeIdShape.optional(),
});
/** What there is to share out. */
export const resourcePool = z.looseObject({
  hours: z.number().min(0).max(100_000_000),
  officers: z.number().min(0).max(1_000_000),
  budget: z.number().min(0).max(10_000_000_000),
});
export type ResourcePool = z.output<typeof resourcePool>;
export type ResourceBidBody = z.output<typeof resourceBidBody>;
/** bid -> granted, part-granted, refused or deferred, by a decision; bid -> withdrawn. */
export const RESOURCE_BID_STATES = ['bid', 'granted', 'part-granted', 'refused', 'deferred', 'withdrawn'] as const;
