import type { Day } from '#shared/base/time.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { actorFrom, countsOn } from '#shared/domain/access/actor.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { fullReading } from '../records/full-reading.ts';
import type { Changed, RecordStore } from '../records/record-store.ts';

/** Who a person is today, from their record and their appointments; null when they are unknown, of a partner agency, or not serving today. */
export async function actorNow(store: RecordStore, personId: string, today: Day): Promise<Actor | null> {
  const reading = fullReading(store);
  const person = await reading.one('person', personId);
  if (person === null || person.body.partnerAgencyId !== '' || !countsOn(person.body, today)) return null;
  return actorFrom(person, await reading.many('appointment', { owner: personId }), today);
}

/** Whether a commit may have changed who the person is. */
export function concerns(changes: readonly Changed[], personId: string): boolean {
  return changes.some(({ before, after }) =>
    [before, after].some(
      (record) =>
        record !== null &&
        ((record.kind === 'person' && record.id === personId) || (record.kind === 'appointment' && record.owner === personId)),
    ),
  );
}

/** The open account a key slot belongs to. */
export async function accountOfSlot(store: RecordStore, slotId: string): Promise<RecordOf<'account'> | null> {
  const open = await fullReading(store).many('account', { state: 'open' });
  return open.find((account) => account.body.slotId === slotId) ?? null;
}
