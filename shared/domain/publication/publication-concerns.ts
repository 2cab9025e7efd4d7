import type { Refusal } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { hasMutualConsent } from '#shared/domain/partner-agency/partner-agency.rules.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { publicationBook } from './publication-refusals.ts';
import type { PublicationBody } from './publication.schema.ts';
import type { ToPublish } from './published-parts.ts';
import { isReader, type ReadershipOf } from './readers.ts';

/** More would not fit the key of the access class. */
export const MOST_AGENCIES = 25;
const LONGEST_TITLE = 200;

/** The two records a publication is made of; one is null when the other goes out alone. */
export interface Sources {
  readonly strategy: RecordOf<'control-strategy'> | null;
  readonly requirement: RecordOf<'intelligence-requirement'> | null;
}
type Named = Pick<PublicationBody, 'controlStrategyId' | 'requirementId' | 'aloneBecause'>;

/** Reads what a publication names. */
export async function readSources(reading: Reading, named: Named): Promise<Sources> {
  const [strategy, requirement] = await Promise.all([
    named.controlStrategyId === '' ? null : reading.one('control-strategy', named.controlStrategyId),
    named.requirementId === '' ? null : reading.one('intelligence-requirement', named.requirementId),
  ]);
  return { strategy, requirement };
}

/** Why these two are not published, or not like this: not set, not approved, of two places, or one alone without a reason (duties 74, 76, 107). */
export function sourceConcerns({ strategy, requirement }: Sources, named: Named): readonly Refusal[] {
  if (named.controlStrategyId === '' && named.requirementId === '') return [publicationBook.say('publication/nothing-to-publish')];
  const refusals: Refusal[] = [];
  if (named.controlStrategyId !== '') {
    const field = 'controlStrategyId';
    if (strategy === null) refusals.push(publicationBook.say('publication/strategy-unknown', { field }));
    else if (strategy.state === 'draft') refusals.push(publicationBook.say('publication/strategy-not-set', { field }));
    else if (strategy.state !== 'set') refusals.push(publicationBook.say('publication/superseded', { field }));
  }
  if (named.requirementId !== '') {
    const field = 'requirementId';
    if (requirement === null) refusals.push(publicationBook.say('publication/requirement-unknown', { field }));
    else if (requirement.state === 'draft') refusals.push(publicationBook.say('publication/requirement-not-approved', { field }));
    else if (requirement.state !== 'approved') refusals.push(publicationBook.say('publication/superseded', { field }));
  }
  const alone = named.controlStrategyId === '' || named.requirementId === '';
  if (alone && named.aloneBecause.trim() === '')
    refusals.push(publicationBook.say('publication/alone-without-reason', { field: 'aloneBecause' }));
  if (strategy !== null && requirement !== null && strategy.body.nodeId !== requirement.body.nodeId)
    refusals.push(publicationBook.say('publication/other-place', { field: 'requirementId' }));
  return refusals;
}

/** The place of what is published and how closely it is held: as the higher marked of the two. */
export function placeOf({ strategy, requirement }: Sources): {
  readonly groupId: string;
  readonly nodeType: PublicationBody['nodeType'];
  readonly nodeId: string;
  readonly title: string;
  readonly marking: Marking;
} | null {
  const of = strategy ?? requirement;
  if (of === null) return null;
  const sensitive = [strategy, requirement].some((record) => record?.marking === 'OFFICIAL-SENSITIVE');
  const { groupId, nodeType, nodeId } = of.body;
  const both = `${of.body.title} and intelligence requirement`;
  const title = strategy !== null && requirement !== null && both.length <= LONGEST_TITLE ? both : of.body.title;
  return { groupId, nodeType, nodeId, title, marking: sensitive ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL' };
}

/** What goes into words for a publication of these two on a day. */
export async function readContent(reading: Reading, sources: Sources, marking: Marking, publishedOn: Day): Promise<ToPublish> {
  const { strategy, requirement } = sources;
  const [questions, owners] = await Promise.all([
    requirement === null ? [] : reading.many('requirement-question', { parent: requirement.id }, { by: 'number' }),
    reading.some('person', [...new Set((strategy?.body.priorities ?? []).map((row) => row.ownerId).filter((id) => id !== ''))]),
  ]);
  const names = new Map(owners.map((person) => [person.id, rankAndName(person.body)]));
  return {
    strategy: strategy?.body ?? null,
    requirement: requirement?.body ?? null,
    questions,
    marking,
    publishedOn,
    nameOf: (id) => names.get(id) ?? '',
  };
}

/** Why nothing may go to these agencies on a day: consent on both sides and an agreement in date (duties 67, 68, 100). */
export async function agencyConcerns(reading: Reading, agencyIds: readonly string[], on: Day): Promise<readonly Refusal[]> {
  const field = 'agencyIds';
  if (agencyIds.length > MOST_AGENCIES)
    return [publicationBook.say('publication/too-many-agencies', { field, facts: { most: MOST_AGENCIES } })];
  const agencies = new Map((await reading.some('partner-agency', agencyIds)).map((agency) => [agency.id, agency]));
  return agencyIds.flatMap((id) => {
    const agency = agencies.get(id);
    if (agency === undefined || agency.state !== 'in-use') return [publicationBook.say('publication/agency-unknown', { field })];
    const facts = { agency: agency.body.name };
    const { agreement } = agency.body;
    if (!hasMutualConsent(agency.body, on)) return [publicationBook.say('publication/agency-without-consent', { field, facts })];
    return agreement === null || on < agreement.from || on > agreement.to
      ? [publicationBook.say('publication/agreement-not-in-date', { field, facts })]
      : [];
  });
}

/** Whom a publication is for, from its record. */
export function readershipOf(record: { readonly marking: Marking; readonly body: PublicationBody }): ReadershipOf {
  const { audience, nodeId, agencyIds, staffOf = 'force' } = record.body;
  return { audience, staffOf, nodeId, agencyIds, marking: record.marking };
}

/** Everyone who would be a reader on a day. */
export async function readersOf(reading: Reading, to: ReadershipOf, on: Day): Promise<readonly RecordOf<'person'>[]> {
  const [people, unitList] = await Promise.all([reading.many('person'), reading.many('unit')]);
  const units = new Map(unitList.map((unit) => [unit.id, unit]));
  return people.filter((person) => isReader(person, to, units, on));
}
