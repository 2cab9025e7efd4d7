import { accountabilityReviewCommands } from '#shared/domain/accountability-review/accountability-review.commands.ts';
import { accountabilityReview } from '#shared/domain/accountability-review/accountability-review.rules.ts';
import { commissionCommands } from '#shared/domain/commission/commission.commands.ts';
import { commissionQueries } from '#shared/domain/commission/commission.queries.ts';
import { commission } from '#shared/domain/commission/commission.rules.ts';
import { recommendationOutcomeCommands } from '#shared/domain/recommendation/decide-recommendation.ts';
import { resourceBidCommands } from '#shared/domain/resource-bid/resource-bid.commands.ts';
import { resourceBidQueries } from '#shared/domain/resource-bid/resource-bid.queries.ts';
import { resourceBid } from '#shared/domain/resource-bid/resource-bid.rules.ts';
import { meetingStrategyQuery } from './meeting-strategy.ts';

/** What the strategic and tactical groups do beside the running record: recommendations, bids, commissions and accounts. */
export const taskingNouns = [commission, resourceBid, accountabilityReview] as const;
export const taskingCommands = [
  ...commissionCommands,
  ...resourceBidCommands,
  ...accountabilityReviewCommands,
  ...recommendationOutcomeCommands,
] as const;
export const taskingQueries = [...commissionQueries, ...resourceBidQueries, meetingStrategyQuery] as const;
