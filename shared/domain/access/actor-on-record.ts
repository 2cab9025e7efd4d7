import { type Instant, dayOf } from '#shared/base/time.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import type { Actor } from './access.ts';
import { actorFrom } from './actor.ts';

/** Who the person is today by the appointments on record, for rules that must hold whatever a device says of its user; null for nobody known. */
export async function actorOnRecord(reading: Reading, personId: string, now: Instant): Promise<Actor | null> {
  const person = await reading.one('person', personId);
  return person === null ? null : actorFrom(person, await reading.many('appointment', { owner: personId }), dayOf(now));
}
