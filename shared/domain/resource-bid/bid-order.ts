/** What ranking needs to know of a bid. */
export interface Ranked {
  readonly id: string;
  /** Its rank; 0 while it has none. */
  readonly number: number;
  readonly body: { readonly title: string; readonly priorityId: string; readonly aboveStrategyBecause: string };
}

const inStrategy = (bid: Ranked): boolean => bid.body.priorityId !== '';

/**
 * The order in which bids are shown and proposed to be ranked: as they are ranked; those without a rank after them, with bids that serve a
 * priority before all that serve none (duty 92).
 */
export function inRankOrder<Bid extends Ranked>(bids: readonly Bid[]): readonly Bid[] {
  const ranked = bids.filter((bid) => bid.number > 0).sort((a, b) => a.number - b.number);
  const unranked = bids.filter((bid) => bid.number === 0);
  const waitingIn = unranked.filter(inStrategy);
  const lastIn = ranked.map(inStrategy).lastIndexOf(true) + 1;
  return [...ranked.slice(0, lastIn), ...waitingIn, ...ranked.slice(lastIn), ...unranked.filter((bid) => !inStrategy(bid))];
}

/** Bids outside the strategy that stand above one that is in it, in this order (duty 92). */
export function aboveTheStrategy<Bid extends Ranked>(order: readonly Bid[]): readonly Bid[] {
  const lastIn = order.map(inStrategy).lastIndexOf(true);
  return order.filter((bid, index) => !inStrategy(bid) && index < lastIn);
}

/** Those of them that do not say why. */
export function aboveWithoutReason<Bid extends Ranked>(order: readonly Bid[]): readonly Bid[] {
  return aboveTheStrategy(order).filter((bid) => bid.body.aboveStrategyBecause.trim() === '');
}

/** The ranks for this order: 1, 2, 3, with decided bids keeping theirs. Null when a decided one would have to move. */
export function ranksFor(order: readonly { readonly number: number; readonly state: string }[]): readonly number[] | null {
  const ranks: number[] = [];
  for (const bid of order) {
    const last = ranks.at(-1) ?? 0;
    if (bid.state !== 'bid' && bid.number <= last) return null;
    ranks.push(bid.state === 'bid' ? last + 1 : bid.number);
  }
  return ranks;
}
