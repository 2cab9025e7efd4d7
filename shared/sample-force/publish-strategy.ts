import { type Day, addDays, instant, instantFromMs } from '#shared/base/time.ts';
import { agencyConcerns } from '#shared/domain/publication/publication-concerns.ts';
import { servesOn } from '#shared/domain/publication/readers.ts';
import type { Northmoor } from './found-northmoor.ts';
import type { Teller } from './teller.ts';
import type { ActionStep } from './work-actions.ts';

interface StrategyToPublish {
  readonly strategyId: string;
  readonly requirementId: string;
  readonly publishedOn: Day;
  readonly today: Day;
}

const DAYS_TO_READ = 14;
const REMINDED_AFTER_DAYS = 7;
/** People one can sign in as who find it waiting for them. */
const STILL_TO_READ = ['officer-e', 'response-e'] as const;

/**
 * The steps by which the director publishes a strategy that is set with its approved requirement, and people read it as they do: two in three within
 * days, one in six after the reminder, a few not at all. Partner agencies are sent their version, which they are handed as a copy: they do not sign in.
 */
export async function publishStrategy(teller: Teller, northmoor: Northmoor, to: StrategyToPublish): Promise<readonly ActionStep[]> {
  const { world } = teller;
  const director = northmoor.person('director');
  const people = (await world.reading.many('person')).filter((person) => servesOn(person, to.publishedOn));
  let publicationId = '';
  const steps: ActionStep[] = [
    {
      on: to.publishedOn,
      take: async () => {
        const agencyIds = await agenciesToSendTo(teller, to.publishedOn);
        const readBy = addDays(to.publishedOn, DAYS_TO_READ);
        const { strategyId: controlStrategyId, requirementId } = to;
        const args = { controlStrategyId, requirementId, agencyIds, readBy };
        publicationId = (await teller.tell(director, instant(`${to.publishedOn}T15:20:00.000Z`), 'publication.publish', args))
          .publicationId;
        await teller.tell(director, instant(`${to.publishedOn}T15:24:00.000Z`), 'read-receipt.confirm', { publicationId });
      },
    },
    {
      on: addDays(to.publishedOn, REMINDED_AFTER_DAYS),
      take: () =>
        teller.tell(director, instant(`${addDays(to.publishedOn, REMINDED_AFTER_DAYS)}T09:05:00.000Z`), 'publication.remind', {
          publicationId,
        }),
    },
  ];
  const apart = new Set([director, ...STILL_TO_READ.map((key) => northmoor.person(key))]);
  for (const person of people.filter((one) => one.body.partnerAgencyId === '' && !apart.has(one.id))) {
    const days = readsAfterDays(teller);
    if (days === null) continue;
    const on = addDays(to.publishedOn, days);
    const at = instantFromMs(Date.parse(`${on}T09:30:00.000Z`) + teller.pick(7 * 60) * 60_000);
    steps.push({
      on,
      take: async () => {
        const sent = await world.reading.one('publication', publicationId);
        if (sent?.state === 'sent' && sent.body.sentToIds.includes(person.id))
          await teller.tell(person.id, at, 'read-receipt.confirm', { publicationId });
      },
    });
  }
  return steps.filter((step) => step.on < to.today);
}

/** The agencies something may be sent to, and which have somebody to open it. */
async function agenciesToSendTo({ world }: Teller, on: Day): Promise<string[]> {
  const people = await world.reading.many('person');
  const sendTo: string[] = [];
  for (const agency of await world.reading.many('partner-agency', { state: 'in-use' })) {
    const hasReaders = people.some((person) => person.body.partnerAgencyId === agency.id && servesOn(person, on));
    if (hasReaders && (await agencyConcerns(world.reading, [agency.id], on)).length === 0) sendTo.push(agency.id);
  }
  return sendTo;
}

/** Days after publishing until somebody confirms it; null for not at all. */
function readsAfterDays(teller: Teller): number | null {
  switch (teller.pick(6)) {
    case 0:
      return null;
    case 1:
      return REMINDED_AFTER_DAYS + 1 + teller.pick(3);
    default:
      return 1 + teller.pick(4);
  }
}
