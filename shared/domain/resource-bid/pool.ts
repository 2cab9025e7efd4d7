import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import type { ResourceBidBody, ResourcePool } from './resource-bid.schema.ts';

/** In what resources are counted. */
export const RESOURCE_UNITS = ['hours', 'officers', 'budget'] as const;
export type ResourceUnit = (typeof RESOURCE_UNITS)[number];
export const UNIT_WORDS: Readonly<Record<ResourceUnit, string>> = { hours: 'hours', officers: 'officers', budget: 'pounds' };

/** What a meeting has to share out, and whence that is known; null where nobody has said. */
export interface PoolOfMeeting extends Pick<ResourcePool, ResourceUnit> {
  readonly from: 'meeting' | 'strategy';
}

/** What there is to share out at a meeting: what the group stated, or the pool of the control strategy that is set for its place (duties 52, 77). */
export async function poolOf(reading: Reading, meeting: RecordOf<'meeting'>): Promise<PoolOfMeeting | null> {
  const stated = meeting.body.pool;
  if (stated !== undefined) return { hours: stated.hours, officers: stated.officers, budget: stated.budget, from: 'meeting' };
  const [strategy] = await reading.many('control-strategy', { scope: meeting.scope, state: 'set' });
  if (strategy === undefined) return null;
  const { hours, officers, budget } = strategy.body.pool;
  return { hours, officers, budget, from: 'strategy' };
}

/** How much was granted in all by these bids. */
export function grantedIn(bids: readonly { readonly body: ResourceBidBody }[]): Readonly<Record<ResourceUnit, number>> {
  const sum = (of: (body: ResourceBidBody) => number): number => bids.reduce((total, bid) => total + of(bid.body), 0);
  return {
    hours: sum((body) => body.grantedHours),
    officers: sum((body) => body.grantedOfficers),
    budget: sum((body) => body.grantedBudget),
  };
}

/** By how much each resource is given out beyond what there is; a resource the pool does not count (zero) is not judged. */
export function overThePool(
  granted: Readonly<Record<ResourceUnit, number>>,
  pool: Readonly<Record<ResourceUnit, number>> | null,
): readonly { readonly unit: ResourceUnit; readonly granted: number; readonly pool: number; readonly over: number }[] {
  if (pool === null) return [];
  return RESOURCE_UNITS.filter((unit) => pool[unit] > 0 && granted[unit] > pool[unit]).map((unit) => ({
    unit,
    granted: granted[unit],
    pool: pool[unit],
    over: granted[unit] - pool[unit],
  }));
}
