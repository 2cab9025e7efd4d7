import { type Day, type Instant, dayOf } from '#shared/base/time.ts';
import type { QueryContext } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { placeName, readOrganisation } from '#shared/domain/governance/organisation.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { receiptsOf } from '#shared/domain/read-receipt/read-receipt.rules.ts';
import { readershipOf } from './publication-concerns.ts';
import { areaOf, isReader, rankGroupOf, servesOn } from './readers.ts';
import { type ReadingFigures, readingFigures } from './reading-figures.ts';

/** One of those a publication is for, and whether they have read it. */
export interface ReaderRow {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly area: string;
  readonly rankGroup: string;
  /** Empty while it is pending. */
  readonly readAt: string;
  readonly joinedLater: boolean;
}

/** Who has read a publication and who has not, for those who follow it (duties 99, 108). */
export interface Tracking {
  readonly figures: ReadingFigures;
  readonly overdue: boolean;
  /** People it was sent to who have left since: they count no more. */
  readonly left: number;
  readonly readers: readonly ReaderRow[];
  readonly reminders: readonly { readonly id: string; readonly at: string; readonly by: string }[];
}

const NO_UNIT = 'No unit';
const WHOLE_FORCE = 'Whole force';

/** Works out who has read a publication: everyone it was sent to and still serving, and apart from them who joined since. */
export async function trackingOf(publication: RecordOf<'publication'>, { reading, now }: QueryContext): Promise<Tracking> {
  const [organisation, receipts] = await Promise.all([readOrganisation(reading), receiptsOf(reading, publication.id)]);
  const today = dayOf(now);
  const units = new Map(organisation.units.map((unit) => [unit.id, unit]));
  const sentTo = new Set(publication.body.sentToIds);
  const to = readershipOf(publication);
  const everyone = [...organisation.people.values()];
  const counted = everyone.filter((person) => servesOn(person, today) && (sentTo.has(person.id) || isReader(person, to, units, today)));
  const named = (person: RecordOf<'person'>): ReaderRow => {
    const agency = organisation.agencies.get(person.body.partnerAgencyId)?.body.name;
    return {
      id: person.id,
      name: rankAndName(person.body),
      unit: agency ?? (person.body.unitId === '' ? NO_UNIT : placeName(organisation, 'unit', person.body.unitId, today)),
      area: agency ?? areaName(areaOf(person, units, today), organisation, today),
      rankGroup: rankGroupOf(person.body.rank),
      readAt: receipts.get(person.id)?.body.readAt ?? '',
      joinedLater: !sentTo.has(person.id),
    };
  };
  const readers = counted.map(named).sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    figures: readingFigures(readers.map((row) => ({ ...row, read: row.readAt !== '' }))),
    overdue: publication.state === 'sent' && publication.body.readBy < today && readers.some((row) => row.readAt === ''),
    left: everyone.filter((person) => sentTo.has(person.id) && !servesOn(person, today)).length,
    readers,
    reminders: publication.body.reminders.map(({ at, byId }: { readonly at: Instant; readonly byId: string }) => {
      const by = organisation.people.get(byId);
      return { id: at, at, by: by === undefined ? '' : rankAndName(by.body) };
    }),
  };
}

function areaName(areaId: string, organisation: Awaited<ReturnType<typeof readOrganisation>>, on: Day): string {
  return areaId === '' ? WHOLE_FORCE : placeName(organisation, 'area', areaId, on);
}
