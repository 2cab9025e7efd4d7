import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { addDays, dayOf, daysBetween } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { placeName, readOrganisation } from '#shared/domain/governance/organisation.ts';
import { type QueryContext, defineQuery } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { hasMutualConsent } from '#shared/domain/partner-agency/partner-agency.rules.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { receiptsOf } from '#shared/domain/read-receipt/read-receipt.rules.ts';
import { publicationsForMe } from './my-publications.ts';
import { remindConcern } from './publication.commands.ts';
import { followsReading, mayPublish } from './publication.policy.ts';
import type { PublishedPart } from './publication.schema.ts';
import { type Tracking, trackingOf } from './publication-tracking.ts';
import { percentOf } from './reading-figures.ts';
import { servesOn } from './readers.ts';

/** One line of the list of publications. */
export interface PublicationRow {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly audience: string;
  readonly state: string;
  readonly marking: Marking;
  readonly sentAt: string;
  readonly readBy: string;
  /** Asks this person to read it. */
  readonly forMe: boolean;
  /** When this person confirmed it; empty when they have not. */
  readonly readAt: string;
  readonly overdueDays: number;
  /** For those who follow it: how far it has been read by those it was sent to who still serve; null for everyone else. */
  readonly read: { readonly percent: number; readonly read: number; readonly counted: number } | null;
}

/** What can be published now: versions in force that no publication in force holds together. */
export interface PublishChoices {
  readonly strategies: readonly PublishableRecord[];
  readonly requirements: readonly PublishableRecord[];
  readonly agencies: readonly AgencyChoice[];
  readonly suggestedReadBy: string;
}
export interface PublishableRecord {
  readonly id: string;
  readonly title: string;
  readonly nodeType: string;
  readonly nodeId: string;
  readonly place: string;
  readonly version: number;
  readonly published: boolean;
}
export interface AgencyChoice {
  readonly id: string;
  readonly name: string;
  /** Why nothing can be sent to it; empty when it can. */
  readonly hindrance: string;
  readonly people: number;
}

export interface PublicationsView {
  readonly rows: readonly PublicationRow[];
  /** Null for whom publishing is not: the button is absent then (duty 10). */
  readonly publish: PublishChoices | null;
}

/** Days people are given to read something when nothing else is said. */
const DAYS_TO_READ = 14;

/** Every publication this person may read, unread ones first (duties 99, 100, 108). */
export const publicationsQuery = defineQuery({
  name: 'publications',
  args: z.object({}),
  followsClock: true,
  read: async (_args, context): Promise<PublicationsView> => {
    const { reading, actor, now } = context;
    const today = dayOf(now);
    const [all, { forMe, receipts }, organisation] = await Promise.all([
      reading.many('publication', {}, { by: 'sortAt', direction: 'down' }),
      publicationsForMe(context),
      readOrganisation(reading),
    ]);
    const rows = await Promise.all(
      all.map(async (one): Promise<PublicationRow> => {
        const mine = forMe.some((other) => other.id === one.id);
        const readAt = receipts.get(one.id)?.body.readAt ?? '';
        return {
          id: one.id,
          title: one.body.title,
          place: placeName(organisation, one.body.nodeType, one.body.nodeId, today),
          audience: one.body.audience,
          state: one.state,
          marking: one.marking,
          sentAt: one.body.sentAt,
          readBy: one.body.readBy,
          forMe: mine,
          readAt,
          overdueDays: mine && readAt === '' ? Math.max(0, daysBetween(one.body.readBy, today)) : 0,
          read: followsReading(actor, one.body.groupId) ? await shareRead(one, context) : null,
        };
      }),
    );
    const isUnread = (row: PublicationRow): boolean => row.forMe && row.readAt === '';
    return {
      rows: [...rows.filter(isUnread), ...rows.filter((row) => !isUnread(row))],
      publish: mayPublish(actor) === null ? await publishChoices(context, organisation) : null,
    };
  },
});

async function shareRead(publication: RecordOf<'publication'>, { reading, now }: QueryContext): Promise<PublicationRow['read']> {
  const [people, receipts] = await Promise.all([reading.some('person', publication.body.sentToIds), receiptsOf(reading, publication.id)]);
  const serving = people.filter((person) => servesOn(person, dayOf(now)));
  const read = serving.filter((person) => receipts.has(person.id)).length;
  return { read, counted: serving.length, percent: percentOf(read, serving.length) };
}

async function publishChoices(
  { reading, now }: QueryContext,
  organisation: Awaited<ReturnType<typeof readOrganisation>>,
): Promise<PublishChoices> {
  const today = dayOf(now);
  const [strategies, requirements] = await Promise.all([
    reading.many('control-strategy', { state: 'set' }),
    reading.many('intelligence-requirement', { state: 'approved' }),
  ]);
  const choice = (one: RecordOf<'control-strategy'> | RecordOf<'intelligence-requirement'>): PublishableRecord => ({
    id: one.id,
    title: one.body.title,
    nodeType: one.body.nodeType,
    nodeId: one.body.nodeId,
    place: placeName(organisation, one.body.nodeType, one.body.nodeId, today),
    version: one.body.version,
    published: one.body.publicationId !== '',
  });
  const agencies = [...organisation.agencies.values()]
    .filter((agency) => agency.state === 'in-use')
    .map((agency): AgencyChoice => {
      const { agreement, name } = agency.body;
      const inDate = agreement !== null && agreement.from <= today && agreement.to >= today;
      const people = [...organisation.people.values()].filter(
        (person) => person.body.partnerAgencyId === agency.id && servesOn(person, today),
      ).length;
      const hindrance = !hasMutualConsent(agency.body, today)
        ? 'consent of both sides is missing'
        : !inDate
          ? 'sharing agreement is not in date'
          : people === 0
            ? 'nobody of it is on record'
            : '';
      return { id: agency.id, name, hindrance, people };
    });
  return {
    strategies: strategies.map(choice),
    requirements: requirements.map(choice),
    agencies,
    suggestedReadBy: addDays(today, DAYS_TO_READ),
  };
}

/** One publication as it is read, and for those who follow it who has read it. */
export interface PublicationPage {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly audience: string;
  readonly state: string;
  readonly marking: Marking;
  readonly parts: readonly (PublishedPart & { readonly id: string })[];
  readonly sentAt: string;
  readonly sentBy: string;
  readonly readBy: string;
  readonly overdueDays: number;
  readonly aloneBecause: string;
  readonly controlStrategyId: string;
  readonly requirementId: string;
  /** Names of the agencies of a partner version, for the police only. */
  readonly agencies: readonly string[];
  readonly agencyIds: readonly string[];
  readonly forMe: boolean;
  readonly readAt: string;
  readonly remindedAt: string;
  /** The other half of the same act, where this person may read it. */
  readonly pair: { readonly id: string; readonly audience: string } | null;
  /** The newer one that replaced it. */
  readonly replacedById: string;
  readonly tracking: Tracking | null;
  /** Null for whom following is not; otherwise why no reminder can go out now, or an empty list. */
  readonly remind: readonly Refusal[] | null;
  /** Whom a partner version can still be sent to; null for whom publishing is not. */
  readonly moreAgencies: readonly AgencyChoice[] | null;
}

/** One publication (duties 99, 100, 108); null when there is none for this person to read. */
export const publicationQuery = defineQuery({
  name: 'publication',
  args: z.object({ publicationId: idShape }),
  followsClock: true,
  seen: ({ publicationId }) => ({ kind: 'publication', id: publicationId }),
  read: async ({ publicationId }, context): Promise<PublicationPage | null> => {
    const { reading, actor, now } = context;
    const found = await reading.one('publication', publicationId);
    if (found === null) return null;
    const today = dayOf(now);
    const { body } = found;
    const [organisation, { forMe, receipts }, beside] = await Promise.all([
      readOrganisation(reading),
      publicationsForMe(context),
      reading.many('publication', { scope: found.scope }),
    ]);
    const follows = followsReading(actor, body.groupId);
    const sender = organisation.people.get(body.sentById);
    const mine = forMe.some((one) => one.id === found.id);
    const readAt = receipts.get(found.id)?.body.readAt ?? '';
    const pair = beside.find((one) => one.id === body.pairId || one.body.pairId === found.id);
    const reminderConcern = follows ? await remindConcern(reading, found, today) : null;
    const publishes = mayPublish(actor) === null && body.audience === 'partners' && found.state === 'sent';
    return {
      id: found.id,
      title: body.title,
      place: placeName(organisation, body.nodeType, body.nodeId, today),
      audience: body.audience,
      state: found.state,
      marking: found.marking,
      parts: body.parts.map((part, index) => ({ ...part, id: String(index) })),
      sentAt: body.sentAt,
      sentBy: sender === undefined ? '' : rankAndName(sender.body),
      readBy: body.readBy,
      overdueDays: mine && readAt === '' ? Math.max(0, daysBetween(body.readBy, today)) : 0,
      aloneBecause: actor.partner ? '' : body.aloneBecause,
      controlStrategyId: actor.partner ? '' : body.controlStrategyId,
      requirementId: actor.partner ? '' : body.requirementId,
      agencies: actor.partner ? [] : body.agencyIds.flatMap((id) => organisation.agencies.get(id)?.body.name ?? []),
      agencyIds: actor.partner ? [] : body.agencyIds,
      forMe: mine,
      readAt,
      remindedAt: mine && readAt === '' ? (body.reminders.at(-1)?.at ?? '') : '',
      pair: pair === undefined ? null : { id: pair.id, audience: pair.body.audience },
      replacedById:
        found.state === 'sent' ? '' : (beside.find((one) => one.state === 'sent' && one.body.audience === body.audience)?.id ?? ''),
      tracking: follows ? await trackingOf(found, context) : null,
      remind: follows ? (reminderConcern === null ? [] : [reminderConcern]) : null,
      moreAgencies: publishes
        ? (await publishChoices(context, organisation)).agencies.filter((agency) => !body.agencyIds.includes(agency.id))
        : null,
    };
  },
});

export const publicationQueries = [publicationsQuery, publicationQuery] as const;
