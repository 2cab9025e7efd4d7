import { z } from 'zod';
import { type Refusal, type Result, ok, refused } from '#shared/base/result.ts';
import { dayShape, idShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import { type Day, dayOf } from '#shared/base/time.ts';
import type { RecordToWrite } from '#shared/contracts/record/record.ts';
import { type Change, type CommandContext, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { receiptsOf } from '#shared/domain/read-receipt/read-receipt.rules.ts';
import { agencyConcerns, placeOf, readContent, readersOf, readershipOf, readSources, sourceConcerns } from './publication-concerns.ts';
import { publicationBook } from './publication-refusals.ts';
import { followsReading, mayPublish } from './publication.policy.ts';
import type { PublicationBody } from './publication.schema.ts';
import { publishedParts } from './published-parts.ts';
import { servesOn } from './readers.ts';

type Publication = RecordOf<'publication'>;

const publishArgs = z.object({
  controlStrategyId: maybeIdShape.default(''),
  requirementId: maybeIdShape.default(''),
  /** Required when only one of the two is published (duty 107). */
  aloneBecause: typedProseShape(2000).default(''),
  /** Which staff it goes to; `none` for a partner version of what staff were sent already. */
  staff: z.enum(['force', 'area', 'none']).default('force'),
  /** The agencies a partner-safe version goes to. */
  agencyIds: z.array(idShape).max(100).default([]),
  readBy: dayShape,
});

/**
 * Publishes the control strategy and the intelligence requirement in one act (duties 10, 76, 99, 100, 107, 108): to staff, and where chosen a
 * partner-safe version to agencies. Older ones of the same place and audience are replaced in the same unit.
 */
export const publish = defineCommand({
  name: 'publication.publish',
  args: publishArgs,
  may: (_args, { actor }) => mayPublish(actor),
  decide: async (args, context) => {
    const { reading, now } = context;
    const sources = await readSources(reading, args);
    const [concern, ...more] = sourceConcerns(sources, args);
    const place = placeOf(sources);
    if (concern !== undefined) return refused(concern, ...more);
    if (place === null) return refused(publicationBook.say('publication/nothing-to-publish'));
    const today = dayOf(now);
    const [first, ...rest] = [...actConcerns(args, place.nodeType, today), ...(await agencyConcerns(reading, args.agencyIds, today))];
    if (first !== undefined) return refused(first, ...rest);

    const standing = await reading.many('publication', { scope: place.nodeId, state: 'sent' });
    const sameContent = (one: Publication): boolean =>
      one.body.controlStrategyId === args.controlStrategyId && one.body.requirementId === args.requirementId;
    const alone = args.controlStrategyId === '' || args.requirementId === '';
    const content = await readContent(reading, sources, place.marking, today);
    const draft = async (
      audience: 'staff' | 'partners',
      pairId: string,
    ): Promise<Result<RecordToWrite<'publication', PublicationBody>>> => {
      if (standing.some((one) => one.body.audience === audience && sameContent(one)))
        return refused(publicationBook.say('publication/already-sent'));
      return draftOf(context, place, {
        audience,
        pairId,
        staffOf: audience === 'partners' || args.staff === 'none' ? '' : args.staff,
        controlStrategyId: args.controlStrategyId,
        requirementId: args.requirementId,
        aloneBecause: alone ? args.aloneBecause : '',
        parts: publishedParts(content, audience),
        agencyIds: audience === 'partners' ? [...new Set(args.agencyIds)] : [],
        readBy: args.readBy,
      });
    };

    const staff = args.staff === 'none' ? null : await draft('staff', '');
    if (staff !== null && !staff.ok) return staff;
    const staffId = staff?.value.id ?? standing.find((one) => one.body.audience === 'staff' && sameContent(one))?.id ?? '';
    if (staffId === '') return refused(publicationBook.say('publication/partners-before-staff', { field: 'staff' }));
    const partners = args.agencyIds.length === 0 ? null : await draft('partners', staffId);
    if (partners !== null && !partners.ok) return partners;

    const sent = [staff, partners].flatMap((one) => (one === null ? [] : [one.value]));
    const replaced = standing.filter((one) => sent.some((put) => put.body.audience === one.body.audience));
    const changes: Change[] = [
      ...sent.map((put) => ({ put })),
      ...replaced.map((one) => ({ put: rewritten(one, { state: 'replaced' }) })),
      ...(staff === null ? [] : notedOn(sources, staffId)),
    ];
    const sentTo = (audience: string): number => sent.find((put) => put.body.audience === audience)?.body.sentToIds.length ?? 0;
    return ok({
      changes,
      subject: { kind: 'publication', id: (staff ?? partners)?.value.id ?? staffId },
      facts: { staff: sentTo('staff'), partners: sentTo('partners'), agencies: args.agencyIds.length },
      out: {
        publicationId: staff === null ? '' : staffId,
        partnerPublicationId: partners?.value.id ?? '',
        sentToStaff: sentTo('staff'),
        sentToPartners: sentTo('partners'),
        notCleared: staff === null ? 0 : await notCleared(reading, staff.value, today),
      },
    });
  },
});

function actConcerns(args: z.output<typeof publishArgs>, nodeType: PublicationBody['nodeType'], today: Day): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (args.readBy < today) refusals.push(publicationBook.say('publication/read-by-past', { field: 'readBy' }));
  if (args.staff === 'area' && nodeType !== 'area') refusals.push(publicationBook.say('publication/no-area-staff', { field: 'staff' }));
  if (args.staff === 'none' && args.agencyIds.length === 0)
    refusals.push(publicationBook.say('publication/no-agency-chosen', { field: 'agencyIds' }));
  return refusals;
}

/** One version as it goes out, with everyone it goes to on this day. */
async function draftOf(
  { reading, actor, now, newId }: CommandContext,
  place: NonNullable<ReturnType<typeof placeOf>>,
  given: Pick<
    PublicationBody,
    'audience' | 'staffOf' | 'pairId' | 'controlStrategyId' | 'requirementId' | 'aloneBecause' | 'parts' | 'agencyIds' | 'readBy'
  >,
): Promise<Result<RecordToWrite<'publication', PublicationBody>>> {
  const { marking, groupId, nodeType, nodeId, title } = place;
  const today = dayOf(now);
  const sent = { sentToIds: [], sentAt: now, sentById: actor.personId, reminders: [] };
  const body: PublicationBody = { ...given, groupId, nodeType, nodeId, title, ...sent };
  const readers = await readersOf(reading, readershipOf({ marking, body }), today);
  const shutOut = await agenciesWithoutReaders(reading, body.agencyIds, readers, marking);
  if (shutOut !== null) return refused(shutOut);
  if (readers.length === 0) return refused(publicationBook.say('publication/nobody-to-read', { field: 'staff' }));
  return ok({
    id: newId(),
    kind: 'publication',
    scope: nodeId,
    marking,
    handling: '',
    compartment: '',
    state: 'sent',
    owner: actor.personId,
    parent: given.controlStrategyId === '' ? given.requirementId : given.controlStrategyId,
    number: 0,
    dueAt: given.readBy,
    sortAt: now,
    body: { ...body, sentToIds: readers.map((person) => person.id) },
  });
}

async function agenciesWithoutReaders(
  reading: Reading,
  agencyIds: readonly string[],
  readers: readonly RecordOf<'person'>[],
  marking: string,
): Promise<Refusal | null> {
  const without = agencyIds.find((id) => !readers.some((person) => person.body.partnerAgencyId === id));
  if (without === undefined) return null;
  const agency = (await reading.one('partner-agency', without))?.body.name ?? '';
  return publicationBook.say('publication/agency-without-readers', { field: 'agencyIds', facts: { agency, marking } });
}

function notedOn({ strategy, requirement }: Awaited<ReturnType<typeof readSources>>, publicationId: string): readonly Change[] {
  return [
    ...(strategy === null ? [] : [{ put: rewritten(strategy, { body: { publicationId } }) }]),
    ...(requirement === null ? [] : [{ put: rewritten(requirement, { body: { publicationId } }) }]),
  ];
}

/** How many of its audience are not cleared for its marking and so were not sent it. */
async function notCleared(
  reading: Reading,
  staff: { readonly marking: Publication['marking']; readonly body: PublicationBody },
  today: Day,
): Promise<number> {
  const all = await readersOf(reading, { ...readershipOf(staff), marking: 'OFFICIAL' }, today);
  return all.length - staff.body.sentToIds.length;
}

const mayFollow = async (
  { publicationId }: { readonly publicationId: string },
  { actor, reading }: CommandContext,
): Promise<Refusal | null> => {
  const found = await reading.one('publication', publicationId);
  return found !== null && followsReading(actor, found.body.groupId) ? null : publicationBook.say('publication/not-yours-to-follow');
};

/** Reminds everyone who has not read it; they see it on their Today with the date (duties 99, 108). Once a day at most. */
export const remind = defineCommand({
  name: 'publication.remind',
  args: z.object({ publicationId: idShape }),
  may: mayFollow,
  decide: async ({ publicationId }, { reading, actor, now }) => {
    const found = await reading.one('publication', publicationId);
    if (found === null) return refused(publicationBook.say('publication/not-yours-to-follow'));
    const concern = await remindConcern(reading, found, dayOf(now));
    if (concern !== null) return refused(concern);
    const reminders = [...found.body.reminders, { at: now, byId: actor.personId, toIds: [] }];
    const reminded = await unreadCount(reading, found, dayOf(now));
    return ok({
      changes: [{ put: rewritten(found, { body: { reminders } }) }],
      subject: { kind: 'publication', id: publicationId },
      facts: { reminded },
      out: { reminded },
    });
  },
});

/** Why nobody is reminded of it today; null when a reminder can go out. */
export async function remindConcern(reading: Reading, found: Publication, today: Day): Promise<Refusal | null> {
  if (found.state !== 'sent') return publicationBook.say('publication/replaced');
  const last = found.body.reminders.at(-1);
  if (last !== undefined && dayOf(last.at) >= today) return publicationBook.say('publication/reminded-today');
  return (await unreadCount(reading, found, today)) === 0 ? publicationBook.say('publication/everybody-read') : null;
}

/** How many of those it is for have not read it: sent to, or joined since, and still serving. */
async function unreadCount(reading: Reading, found: Publication, today: Day): Promise<number> {
  const [readers, sentTo, receipts] = await Promise.all([
    readersOf(reading, readershipOf(found), today),
    reading.some('person', found.body.sentToIds),
    receiptsOf(reading, found.id),
  ]);
  const asked = new Set([...readers, ...sentTo.filter((person) => servesOn(person, today))].map((person) => person.id));
  return [...asked].filter((id) => !receipts.has(id)).length;
}

/** Sends a partner version to further agencies (duty 100). */
export const sendToAgencies = defineCommand({
  name: 'publication.send-to-agencies',
  args: z.object({ publicationId: idShape, agencyIds: z.array(idShape).min(1, 'Choose at least one agency.').max(100) }),
  may: (_args, { actor }) => mayPublish(actor),
  decide: async ({ publicationId, agencyIds }, { reading, now }) => {
    const found = await reading.one('publication', publicationId);
    if (found === null) return refused(publicationBook.say('publication/not-yours-to-follow'));
    if (found.state !== 'sent') return refused(publicationBook.say('publication/replaced'));
    if (found.body.audience !== 'partners') return refused(publicationBook.say('publication/not-for-partners'));
    if ((await reading.one('publication', found.body.pairId))?.state !== 'sent')
      return refused(publicationBook.say('publication/superseded'));
    const added = [...new Set(agencyIds)];
    const again = added.find((id) => found.body.agencyIds.includes(id));
    if (again !== undefined) {
      const agency = (await reading.one('partner-agency', again))?.body.name ?? '';
      return refused(publicationBook.say('publication/agency-has-it', { field: 'agencyIds', facts: { agency } }));
    }
    const all = [...found.body.agencyIds, ...added];
    const [first, ...rest] = await agencyConcerns(reading, added, dayOf(now));
    if (first !== undefined) return refused(first, ...rest);
    const readers = await readersOf(reading, { ...readershipOf(found), agencyIds: added }, dayOf(now));
    const shutOut = await agenciesWithoutReaders(reading, added, readers, found.marking);
    if (shutOut !== null) return refused(shutOut);
    const sentToIds = [...found.body.sentToIds, ...readers.map((person) => person.id)];
    return ok({
      changes: [{ put: rewritten(found, { body: { agencyIds: all, sentToIds } }) }],
      subject: { kind: 'publication', id: publicationId },
      facts: { agencies: added.length, partners: readers.length },
      out: { sentTo: readers.length },
    });
  },
});

export const publicationCommands = [publish, remind, sendToAgencies] as const;
