import { type Instant, addDays, dayOf, instantFromMs } from '#shared/base/time.ts';
import type { Teller } from './teller.ts';

interface StrategyToPublish {
  /** The director of intelligence or the chief-officer lead. */
  readonly publisherId: string;
  readonly strategyId: string;
  readonly requirementId: string;
  readonly agencyIds: readonly string[];
  readonly publishedAt: Instant;
  readonly now: Instant;
}

const DAYS_TO_READ = 14;
const HOUR = 3_600_000;

/**
 * Publishes a strategy with its requirement and has people read it as they do: most within days, some only after the reminder, a few not at all.
 * The strategy must be set and the requirement approved.
 */
export async function publishStrategy(teller: Teller, to: StrategyToPublish): Promise<{ readonly publicationId: string }> {
  const { publicationId, partnerPublicationId } = await teller.tell(to.publisherId, to.publishedAt, 'publication.publish', {
    controlStrategyId: to.strategyId,
    requirementId: to.requirementId,
    agencyIds: [...to.agencyIds],
    readBy: addDays(dayOf(to.publishedAt), DAYS_TO_READ),
  });
  const reminderAt = instantFromMs(Date.parse(to.publishedAt) + 7 * 24 * HOUR);
  const acts: { readonly at: number; readonly act: () => Promise<unknown> }[] = [];
  for (const id of [publicationId, partnerPublicationId].filter((one) => one !== '')) {
    const sent = await teller.world.reading.one('publication', id);
    for (const personId of sent?.body.sentToIds ?? []) {
      const at = Date.parse(to.publishedAt) + readsAfterHours(teller) * HOUR;
      // The publisher knows what was sent; who never reads is simply not told of.
      if (at <= Date.parse(to.now) && personId !== to.publisherId)
        acts.push({ at, act: () => teller.tell(personId, instantFromMs(at), 'read-receipt.confirm', { publicationId: id }) });
    }
  }
  if (reminderAt <= to.now)
    acts.push({
      at: Date.parse(reminderAt),
      act: () => teller.tell(to.publisherId, reminderAt, 'publication.remind', { publicationId }),
    });
  for (const { act } of acts.sort((a, b) => a.at - b.at)) await act();
  return { publicationId };
}

/** Two in three read within four days, one in six after the reminder, and one in six not for months. */
function readsAfterHours(teller: Teller): number {
  switch (teller.pick(6)) {
    case 0:
      return 24 * 365;
    case 1:
      return 7 * 24 + 2 + teller.pick(60);
    default:
      return 2 + teller.pick(90);
  }
}
