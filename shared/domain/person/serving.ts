import { dayOf, type Instant } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';

/** Why someone cannot own a matter of the force: nobody is named, there is no such person, they are not serving, or they belong to a partner agency. */
export type OwnerFault = 'none' | 'unknown' | 'left' | 'partner';

/** What is wrong with an owner at a moment, and whom it is about; null when they can own it. */
export async function ownerFault(
  reading: Reading,
  ownerId: string,
  now: Instant,
): Promise<{ readonly fault: OwnerFault; readonly name: string } | null> {
  if (ownerId === '') return { fault: 'none', name: '' };
  const owner = await reading.one('person', ownerId);
  if (owner === null) return { fault: 'unknown', name: '' };
  const name = `${owner.body.givenName} ${owner.body.familyName}`;
  if (owner.body.partnerAgencyId !== '') return { fault: 'partner', name };
  return owner.state === 'serving' && countsOn(owner.body, dayOf(now)) ? null : { fault: 'left', name };
}
