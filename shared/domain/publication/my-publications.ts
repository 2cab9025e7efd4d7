import { type Instant, dayOf, daysBetween } from '#shared/base/time.ts';
import type { QueryContext } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { readershipOf } from './publication-concerns.ts';
import { isReader } from './readers.ts';

/** A publication this person is asked to read and has not confirmed. */
export interface UnreadPublication {
  readonly id: string;
  readonly title: string;
  readonly audience: string;
  readonly sentAt: string;
  readonly readBy: string;
  readonly overdueDays: number;
  /** When the last reminder went out; empty for none. */
  readonly remindedAt: string;
}

/** What was published and asks this person to read it: in force, for them, whether or not they have read it; with their receipts by publication. */
export async function publicationsForMe(context: QueryContext): Promise<{
  readonly forMe: readonly RecordOf<'publication'>[];
  readonly receipts: ReadonlyMap<string, RecordOf<'read-receipt'>>;
}> {
  const { reading, actor, now } = context;
  const [sent, mine, me, unitList] = await Promise.all([
    reading.many('publication', { state: 'sent' }),
    reading.many('read-receipt', { owner: actor.personId }),
    reading.one('person', actor.personId),
    reading.many('unit'),
  ]);
  const units = new Map(unitList.map((unit) => [unit.id, unit]));
  // People of partner agencies read nothing of the organisation, not even themselves: which agency is theirs says whether it is for them.
  const isForMe = (one: RecordOf<'publication'>): boolean =>
    one.body.sentToIds.includes(actor.personId) ||
    (me === null
      ? one.body.agencyIds.some((id) => actor.principals.includes(`agency:${id}`))
      : isReader(me, readershipOf(one), units, dayOf(now)));
  return { forMe: sent.filter(isForMe), receipts: new Map(mine.map((receipt) => [receipt.parent, receipt])) };
}

/** What this person has still to read, by the day it is to be read by (duties 99, 108). */
export async function unreadPublications(context: QueryContext): Promise<readonly UnreadPublication[]> {
  const { forMe, receipts } = await publicationsForMe(context);
  return forMe
    .filter((one) => !receipts.has(one.id))
    .map((one) => unreadOf(one, context.now))
    .sort((a, b) => (a.readBy < b.readBy ? -1 : a.readBy > b.readBy ? 1 : 0));
}

function unreadOf({ id, body }: RecordOf<'publication'>, now: Instant): UnreadPublication {
  return {
    id,
    title: body.title,
    audience: body.audience,
    sentAt: body.sentAt,
    readBy: body.readBy,
    overdueDays: Math.max(0, daysBetween(body.readBy, dayOf(now))),
    remindedAt: body.reminders.at(-1)?.at ?? '',
  };
}
