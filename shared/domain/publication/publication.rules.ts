import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import {
  agencyConcerns,
  placeOf,
  readContent,
  readersOf,
  readershipOf,
  readSources,
  type Sources,
  sourceConcerns,
} from './publication-concerns.ts';
import { publicationBook } from './publication-refusals.ts';
import { followsReading, mayPublish, publicationAccess } from './publication.policy.ts';
import { PUBLICATION_STATES, type PublicationBody, publicationBody } from './publication.schema.ts';
import { publishedParts } from './published-parts.ts';

type PublicationStep = Step<'publication', PublicationBody>;
type After = WritableRecord<'publication', PublicationBody>;

async function checkPublication(step: PublicationStep): Promise<readonly Refusal[]> {
  const { before, after } = step;
  if (after === null) return [publicationBook.say('publication/kept')];
  if (before === null) return checkSending(after, step);
  if (before.state === 'replaced') return [publicationBook.say('publication/replaced')];
  if (!isUnchanged(before, after)) return [publicationBook.say('publication/content-is-fixed')];
  return after.state === 'replaced' ? checkReplacing(before, after, step) : checkFollowingUp(before, after, step);
}

/** Sending it: by a publisher, of what was set and approved, word for word, to its audience alone (duties 10, 76, 100, 107, 108). */
async function checkSending(after: After, { actor, now, reading }: PublicationStep): Promise<readonly Refusal[]> {
  const { body } = after;
  const notYours = mayPublish(actor);
  if (notYours !== null) return [notYours];
  if (body.sentById !== actor.personId || after.owner !== actor.personId || body.sentAt > now)
    return [publicationBook.say('publication/sent-by-another')];
  const sources = await readSources(reading, body);
  const concerns = sourceConcerns(sources, body);
  const place = placeOf(sources);
  if (concerns.length > 0 || place === null) return concerns;
  const refusals: Refusal[] = [];
  if (after.state !== 'sent' || body.reminders.length > 0) refusals.push(publicationBook.say('publication/content-is-fixed'));
  if (
    body.groupId !== place.groupId ||
    body.nodeType !== place.nodeType ||
    body.nodeId !== place.nodeId ||
    after.scope !== place.nodeId ||
    body.title !== place.title
  )
    refusals.push(publicationBook.say('publication/other-place'));
  if (body.readBy < dayOf(body.sentAt)) refusals.push(publicationBook.say('publication/read-by-past', { field: 'readBy' }));
  const content = await readContent(reading, sources, after.marking, dayOf(body.sentAt));
  if (after.marking !== place.marking || !same(body.parts, publishedParts(content, body.audience)))
    refusals.push(publicationBook.say('publication/not-what-was-set'));
  refusals.push(...(await audienceConcerns(after, { reading })), ...(await pairConcerns(after, sources, { reading })));
  return refusals;
}

/** That it goes to people of its audience and to nobody else (duties 99, 100). */
async function audienceConcerns(after: After, { reading }: Pick<PublicationStep, 'reading'>): Promise<readonly Refusal[]> {
  const { body } = after;
  const on = dayOf(body.sentAt);
  const refusals: Refusal[] = [];
  if (body.audience === 'staff') {
    if (body.agencyIds.length > 0) refusals.push(publicationBook.say('publication/not-for-partners'));
    if (body.staffOf === 'area' && body.nodeType !== 'area') refusals.push(publicationBook.say('publication/no-area-staff'));
  } else {
    if (body.agencyIds.length === 0) refusals.push(publicationBook.say('publication/no-agency-chosen', { field: 'agencyIds' }));
    refusals.push(...(await agencyConcerns(reading, body.agencyIds, on)));
  }
  if (body.sentToIds.length === 0) refusals.push(publicationBook.say('publication/nobody-to-read'));
  const readers = new Set((await readersOf(reading, readershipOf(after), on)).map((person) => person.id));
  if (body.sentToIds.some((id) => !readers.has(id)) || new Set(body.sentToIds).size !== body.sentToIds.length)
    refusals.push(publicationBook.say('publication/reader-not-of-audience'));
  return refusals;
}

/** That it stands alone in its place and audience, and that it, its other half and what it publishes name each other. */
async function pairConcerns(after: After, sources: Sources, { reading }: Pick<PublicationStep, 'reading'>): Promise<readonly Refusal[]> {
  const { body } = after;
  const refusals: Refusal[] = [];
  const beside = (await reading.many('publication', { scope: after.scope, state: 'sent' })).some(
    (other) => other.id !== after.id && other.body.audience === body.audience,
  );
  if (beside) refusals.push(publicationBook.say('publication/replaced-by-nothing'));
  if (body.audience === 'staff') {
    const named = [sources.strategy, sources.requirement].every((one) => one === null || one.body.publicationId === after.id);
    if (!named || body.pairId !== '') refusals.push(publicationBook.say('publication/not-noted'));
    return refusals;
  }
  const staff = body.pairId === '' ? null : await reading.one('publication', body.pairId);
  if (
    staff?.state !== 'sent' ||
    staff.body.audience !== 'staff' ||
    staff.body.controlStrategyId !== body.controlStrategyId ||
    staff.body.requirementId !== body.requirementId
  )
    refusals.push(publicationBook.say('publication/partners-before-staff'));
  return refusals;
}

/** Whether nothing was touched but its state, its reminders, and whom among partners it was sent to besides. */
function isUnchanged(before: RecordOf<'publication'>, after: After): boolean {
  const fixed = ({ reminders: _reminders, sentToIds: _sentToIds, agencyIds: _agencyIds, ...rest }: PublicationBody): unknown => rest;
  const begins = (list: readonly unknown[], longer: readonly unknown[]): boolean => same(list, longer.slice(0, list.length));
  return (
    same(fixed(before.body), fixed(after.body)) &&
    begins(before.body.reminders, after.body.reminders) &&
    begins(before.body.sentToIds, after.body.sentToIds) &&
    begins(before.body.agencyIds, after.body.agencyIds) &&
    before.scope === after.scope &&
    before.marking === after.marking &&
    before.owner === after.owner &&
    before.parent === after.parent &&
    before.dueAt === after.dueAt &&
    before.sortAt === after.sortAt
  );
}

async function checkReplacing(
  before: RecordOf<'publication'>,
  after: After,
  { actor, reading }: PublicationStep,
): Promise<readonly Refusal[]> {
  const notYours = mayPublish(actor);
  if (notYours !== null) return [notYours];
  if (!same(before.body, after.body)) return [publicationBook.say('publication/content-is-fixed')];
  const newer = (await reading.many('publication', { scope: before.scope, state: 'sent' })).some(
    (other) => other.body.audience === before.body.audience && other.body.sentAt >= before.body.sentAt,
  );
  return newer ? [] : [publicationBook.say('publication/replaced-by-nothing')];
}

/** Reminding, once a day at most, and sending a partner version to further agencies; never both in one step. */
async function checkFollowingUp(
  before: RecordOf<'publication'>,
  after: After,
  { actor, now, reading }: PublicationStep,
): Promise<readonly Refusal[]> {
  const reminders = after.body.reminders.slice(before.body.reminders.length);
  const agencyIds = after.body.agencyIds.slice(before.body.agencyIds.length);
  const sentToIds = after.body.sentToIds.slice(before.body.sentToIds.length);
  const [reminder] = reminders;
  if (reminder !== undefined) {
    if (reminders.length > 1 || agencyIds.length > 0 || sentToIds.length > 0) return [publicationBook.say('publication/content-is-fixed')];
    if (!followsReading(actor, before.body.groupId)) return [publicationBook.say('publication/not-yours-to-follow')];
    if (reminder.byId !== actor.personId || reminder.at > now) return [publicationBook.say('publication/sent-by-another')];
    const last = before.body.reminders.at(-1);
    return last !== undefined && dayOf(last.at) >= dayOf(reminder.at) ? [publicationBook.say('publication/reminded-today')] : [];
  }
  if (agencyIds.length === 0 && sentToIds.length === 0) return [];
  const notYours = mayPublish(actor);
  if (notYours !== null) return [notYours];
  if (after.body.audience !== 'partners') return [publicationBook.say('publication/not-for-partners')];
  if ((await reading.one('publication', after.body.pairId))?.state !== 'sent') return [publicationBook.say('publication/superseded')];
  const readers = await readersOf(reading, { ...readershipOf(after), agencyIds }, dayOf(now));
  const outside = sentToIds.some((id) => !readers.some((person) => person.id === id));
  return [
    ...(await agencyConcerns(reading, agencyIds, dayOf(now))),
    ...(outside || new Set(after.body.sentToIds).size !== after.body.sentToIds.length
      ? [publicationBook.say('publication/reader-not-of-audience')]
      : []),
  ];
}

/** A control strategy and its requirement as they were sent to staff or partners (duties 99, 100, 107, 108). */
export const publication = defineNoun<'publication', PublicationBody>({
  kind: 'publication',
  shape: 1,
  body: publicationBody,
  states: PUBLICATION_STATES,
  keepsVersions: true,
  accessOf: publicationAccess,
  check: checkPublication,
  searchText: ({ body }) => ({
    title: body.title,
    text: body.parts.map(({ heading, text }) => `${heading}\n${text}`).join('\n'),
  }),
});
