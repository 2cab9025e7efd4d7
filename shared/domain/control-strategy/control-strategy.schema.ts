import { z } from 'zod';
import {
  dayShape,
  idShape,
  lineShape,
  maybeDayShape,
  maybeIdShape,
  maybeInstantShape,
  maybeLineShape,
  maybeProseShape,
} from '#shared/base/shapes.ts';

/** What a priority says that can be kept from partners. */
export const STRATEGY_PARTS = ['prevention', 'intelligence', 'enforcement', 'reassurance', 'measures', 'owner', 'resources'] as const;
export type StrategyPart = (typeof STRATEGY_PARTS)[number];
/** Kept from partners until somebody says otherwise: how intelligence is gathered, how offenders are pursued, and what it costs. */
export const DEFAULT_POLICE_ONLY_PARTS: readonly StrategyPart[] = ['intelligence', 'enforcement', 'resources'];

export const strategyMeasure = z.looseObject({
  name: lineShape(200),
  baseline: maybeLineShape(100),
  target: maybeLineShape(100),
});

/** One row of the one-page form (duties 85-88, 95, 97, 98). */
export const strategyPriority = z.looseObject({
  /** Stays the same through the versions of the strategy. */
  key: idShape,
  /** The priority record it became when the strategy was set; empty in a draft's new row. */
  priorityId: maybeIdShape,
  reference: lineShape(20),
  title: lineShape(200),
  summary: maybeProseShape(4000),
  /** The scored issue it rests on; empty when the row was taken over or set without one. */
  issueId: maybeIdShape,
  includedBecause: maybeProseShape(4000),
  ownerId: maybeIdShape,
  prevention: maybeProseShape(4000),
  intelligence: maybeProseShape(4000),
  enforcement: maybeProseShape(4000),
  reassurance: maybeProseShape(4000),
  objectiveIds: z.array(idShape).max(20),
  measures: z.array(strategyMeasure).max(20),
  hours: z.number().min(0).max(10_000_000),
  officers: z.number().min(0).max(100_000),
  /** Pounds. */
  budget: z.number().min(0).max(1_000_000_000),
  /** The whole priority is kept out of what partners are given (duty 100). */
  policeOnly: z.boolean().optional(),
});

/** What the area's strategy does with a priority of the force (duty 61). */
export const parentAdoption = z.looseObject({ priorityId: idShape, adopted: z.boolean(), reason: maybeProseShape(2000) });

/**
 * One version of the control strategy of a force or area (duties 58-61, 74, 75, 83-101). Drafted by whoever prepares the meeting; set only by a decision
 * of the strategic group that names it (`decision.names`), exactly as it stood at that decision.
 */
export const controlStrategyBody = z.looseObject({
  groupId: idShape,
  nodeType: z.enum(['force', 'area']),
  nodeId: idShape,
  /** Counts 1, 2, 3 within the place, given when it is drafted; only one draft at a time. */
  version: z.int().min(1),
  title: lineShape(200),
  /** The agreed statement of strategic direction (duty 58). */
  direction: maybeProseShape(4000),
  withReassurance: z.boolean(),
  priorities: z.array(strategyPriority).max(30),
  parents: z.array(parentAdoption).max(60),
  /** What there is to share out. */
  pool: z.looseObject({
    hours: z.number().min(0).max(100_000_000),
    officers: z.number().min(0).max(1_000_000),
    budget: z.number().min(0).max(10_000_000_000),
  }),
  assessmentId: maybeIdShape,
  prioritisationId: maybeIdShape,
  /** The version it amends; empty for the first. */
  amendsId: maybeIdShape,
  from: dayShape,
  reviewOn: maybeDayShape,
  setByDecisionId: maybeIdShape,
  setAt: maybeInstantShape,
  /** The version of the draft that the decision named. */
  decidedRev: maybeLineShape(80),
  publicationId: maybeIdShape,
  withdrawnBecause: maybeProseShape(2000),
  /** Why more is given out than there is; required then (duties 52, 59). */
  overAllocatedBecause: maybeProseShape(2000).optional(),
  /** Parts of every priority that partners are not given (duty 100); `DEFAULT_POLICE_ONLY_PARTS` when it is not said. */
  policeOnlyParts: z.array(z.enum(STRATEGY_PARTS)).max(10).optional(),
  /** References of the decision and its meeting, frozen when it is set: whoever reads the strategy reads where it was set, also who may not read the minutes. */
  decisionReference: maybeLineShape(80).optional(),
  meetingReference: maybeLineShape(80).optional(),
});
export type StrategyPriority = z.output<typeof strategyPriority>;
export type ControlStrategyBody = z.output<typeof controlStrategyBody>;
/** draft -> set -> superseded (by the version that amends it); draft -> withdrawn. */
export const CONTROL_STRATEGY_STATES = ['draft', 'set', 'superseded', 'withdrawn'] as const;
