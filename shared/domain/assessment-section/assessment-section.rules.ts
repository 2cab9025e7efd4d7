import type { Refusal } from '#shared/base/result.ts';
import { preparesStrategy, strategyAccess } from '#shared/domain/access/strategy-access.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { maySee } from '#shared/domain/meeting/meeting.policy.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { clearanceConcerns } from '#shared/domain/meeting/people-cleared.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { notBeingWritten } from '#shared/domain/strategic-assessment/strategic-assessment.rules.ts';
import { assessmentSectionBook as book } from './assessment-section-refusals.ts';
import { figuresHold } from './figure-faults.ts';
import { layoutRefusal, receivingRefusal, writingRefusal } from './assessment-section.policy.ts';
import { ASSESSMENT_SECTION_STATES, type AssessmentSectionBody, assessmentSectionBody } from './assessment-section.schema.ts';

type After = WritableRecord<'assessment-section', AssessmentSectionBody>;
type CheckStep = Step<'assessment-section', AssessmentSectionBody>;
type Changed = CheckStep & { readonly before: NonNullable<CheckStep['before']>; readonly after: After };
type Assessment = RecordOf<'strategic-assessment'>;

/** What is written in a section, as against how it is laid out. */
const SUBSTANCE = ['text', 'evidence', 'figures', 'forecasts'] as const satisfies readonly (keyof AssessmentSectionBody)[];
/** Everything of a section that belongs to its owner (duty 69). */
const OWNED = [...SUBSTANCE, 'heading', 'sectionType', 'scanFactor', 'policeOnly', 'received'] as const;
const LAYOUT = ['helpText', 'refreshesSectionId'] as const;
type Content = Pick<AssessmentSectionBody, (typeof SUBSTANCE)[number]>;

const changed = (a: AssessmentSectionBody, b: AssessmentSectionBody, keys: readonly (keyof AssessmentSectionBody)[]): boolean =>
  keys.some((key) => !same(a[key] ?? null, b[key] ?? null));

/** Whether anything is written in a section. */
export function hasSubstance(section: Content): boolean {
  return section.text !== '' || section.evidence.length > 0 || section.figures.length > 0 || section.forecasts.length > 0;
}

/** What stands in the way of signing a section off, whoever asks. Recommendations are records of their own, so that section may be without text. */
export function signOffConcerns(section: Content & Pick<AssessmentSectionBody, 'sectionType'>): readonly Refusal[] {
  return hasSubstance(section) || section.sectionType === 'recommendations' ? [] : [book.say('assessment-section/empty-not-signed-off')];
}

async function ownerHolds(before: After | null, after: After, assessment: Assessment, reading: Reading): Promise<readonly Refusal[]> {
  const { body } = after;
  const refusals: Refusal[] = [];
  if (body.ownerAgencyId !== '') {
    if (body.policeOnly) refusals.push(book.say('assessment-section/partner-section-is-open', { field: 'policeOnly' }));
    if (!assessment.body.partnerAgencyIds.includes(body.ownerAgencyId))
      refusals.push(book.say('assessment-section/agency-not-of-the-assessment', { field: 'ownerAgencyId' }));
  }
  if (before !== null && before.owner === after.owner && !changed(before.body, body, ['ownerAgencyId', 'ownerName', 'ownerAgencyName']))
    return refusals;
  const person = after.owner === '' ? null : await reading.one('person', after.owner);
  const agency = body.ownerAgencyId === '' ? null : await reading.one('partner-agency', body.ownerAgencyId);
  const isTheirs = person?.body.partnerAgencyId === body.ownerAgencyId;
  const isNamed = (body.ownerName ?? '') === (person === null ? '' : rankAndName(person.body));
  if (!isNamed || (body.ownerAgencyName ?? '') !== (agency?.body.name ?? ''))
    refusals.push(book.say('assessment-section/owner-unknown', { field: 'ownerId' }));
  if (after.owner === '') return refusals;
  if (person?.state !== 'serving' || !isTheirs) return [book.say('assessment-section/owner-unknown', { field: 'ownerId' })];
  if (!(assessment.body.contributorIds ?? []).includes(after.owner))
    refusals.push(book.say('assessment-section/owner-not-among-contributors'));
  const held = { marking: after.marking, policeOnly: body.policeOnly };
  return [...refusals, ...(await clearanceConcerns([after.owner], held, 'ownerId', reading))];
}

/** What a section cites must be there, and partners must not learn of police-only records by it (duties 41, 69, 130). */
async function evidenceHolds({ before, after, actor, reading }: Changed): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const opened = before.body.policeOnly && !after.body.policeOnly;
  for (const [index, cited] of after.body.evidence.entries()) {
    const known = before.body.evidence.some((one) => same(one, cited));
    if (cited.recordId === '' || (known && !opened)) continue;
    const record = await reading.one(cited.recordKind as Kind, cited.recordId);
    // What the writer may not see is not there for them, in the same words.
    if (record === null || !maySee(actor, record))
      refusals.push(book.say('assessment-section/evidence-not-there', { field: `evidence.${index}` }));
    else if (!after.body.policeOnly && (record.body as { policeOnly?: boolean }).policeOnly === true)
      refusals.push(book.say('assessment-section/evidence-is-police-only', { field: `evidence.${index}` }));
  }
  return refusals;
}

const twice = (parts: readonly { readonly id: string }[]): boolean => new Set(parts.map((part) => part.id)).size !== parts.length;

async function checkNew(after: After, assessment: Assessment, { actor, reading }: CheckStep): Promise<readonly Refusal[]> {
  // Whoever prepares strategy for the group may begin an assessment for another author, and lays out its sections with it.
  const isBeginning = assessment.state === 'terms' && preparesStrategy(actor, assessment.body.groupId);
  const layout = isBeginning ? null : layoutRefusal(actor, assessment);
  if (layout !== null) return [layout];
  const { body } = after;
  if (after.state !== 'open' || hasSubstance(body) || body.signedOffById !== '' || body.signedOffAt !== '' || body.received)
    return [book.say('assessment-section/begins-empty')];
  return ownerHolds(null, after, assessment, reading);
}

/** Who may make this change, by which part of the section it touches. */
async function writerHolds({ before, after, actor, reading }: Changed, assessment: Assessment): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const isLaidOutAnew =
    before.number !== after.number ||
    before.owner !== after.owner ||
    changed(before.body, after.body, [...LAYOUT, 'ownerAgencyId', 'ownerName', 'ownerAgencyName']);
  if (isLaidOutAnew) {
    const layout = layoutRefusal(actor, assessment);
    if (layout !== null) refusals.push(actor.partner ? book.say('assessment-section/layout-not-yours') : layout);
  }
  const isWritten = changed(before.body, after.body, OWNED);
  if (isWritten || before.state !== after.state) {
    const writing = writingRefusal(actor, before, assessment);
    if (writing !== null) refusals.push(writing);
    else if (before.body.ownerAgencyId !== '') {
      // The owner is of the agency when named; somebody who has moved on since does not write for it.
      const person = await reading.one('person', actor.personId);
      if (person?.body.partnerAgencyId !== before.body.ownerAgencyId) refusals.push(book.say('assessment-section/partner-owns-it'));
    }
  }
  if (assessment.state === 'terms' && changed(before.body, after.body, SUBSTANCE))
    refusals.push(book.say('assessment-section/terms-not-agreed'));
  if (before.body.ownerAgencyId !== after.body.ownerAgencyId && (hasSubstance(before.body) || hasSubstance(after.body)))
    refusals.push(book.say('assessment-section/agency-is-fixed', { field: 'ownerAgencyId' }));
  return refusals;
}

function signOffHolds({ before, after, actor }: Changed, assessment: Assessment): readonly Refusal[] {
  const { signedOffById, signedOffAt } = after.body;
  switch (`${before.state}>${after.state}`) {
    case 'open>open':
    case 'signed-off>open':
      return signedOffById === '' && signedOffAt === '' ? [] : [book.say('assessment-section/only-owner-signs-off')];
    case 'open>signed-off': {
      const refusals: Refusal[] = [];
      if (assessment.state === 'terms') refusals.push(book.say('assessment-section/terms-not-agreed'));
      if (actor.personId !== after.owner || before.owner !== after.owner || signedOffById !== actor.personId || signedOffAt === '')
        refusals.push(book.say('assessment-section/only-owner-signs-off'));
      if (changed(before.body, after.body, OWNED)) refusals.push(book.say('assessment-section/signed-off-is-fixed'));
      return [...refusals, ...signOffConcerns(after.body)];
    }
    default:
      return changed(before.body, after.body, [...OWNED, 'signedOffById', 'signedOffAt'])
        ? [book.say('assessment-section/signed-off-is-fixed')]
        : [];
  }
}

/**
 * A partner’s contribution taken in by the police: the text as it was sent, signed off in the owner’s name by that very writing, with its day and reference.
 * Nothing else changes, and what the partner wrote themselves is never touched (duty 69).
 */
async function checkReceived(step: Changed, assessment: Assessment): Promise<readonly Refusal[]> {
  const { before, after, actor } = step;
  const refusal = receivingRefusal(actor, before, assessment);
  if (refusal !== null) return [refusal];
  const { received, text, signedOffById, signedOffAt } = after.body;
  const isInTheirName =
    received?.fromId === before.owner && received.enteredById === actor.personId && signedOffById === before.owner && signedOffAt !== '';
  const isOnlyThat =
    before.owner === after.owner &&
    before.number === after.number &&
    after.state === 'signed-off' &&
    text !== '' &&
    !changed(before.body, after.body, [
      ...OWNED.filter((key) => key !== 'text' && key !== 'received'),
      ...LAYOUT,
      'ownerAgencyId',
      'ownerName',
      'ownerAgencyName',
    ]);
  return isInTheirName && isOnlyThat ? [] : [book.say('assessment-section/received-as-sent')];
}

async function checkSection(step: CheckStep): Promise<readonly Refusal[]> {
  const { before, after, actor, reading } = step;
  const one = after ?? before;
  const assessment = one === null ? null : await reading.one('strategic-assessment', one.parent);
  if (assessment === null) return [book.say('assessment-section/not-there')];
  const fixed = notBeingWritten(assessment.state);
  if (fixed !== null) return [fixed];
  if (after === null) {
    const layout = layoutRefusal(actor, assessment);
    if (layout !== null) return [layout];
    return before !== null && (hasSubstance(before.body) || before.state === 'signed-off')
      ? [book.say('assessment-section/with-text-stays')]
      : [];
  }
  const { body } = after;
  if (
    (before !== null && before.parent !== after.parent) ||
    body.groupId !== assessment.body.groupId ||
    after.scope !== assessment.scope ||
    after.marking !== assessment.marking
  )
    return [book.say('assessment-section/belongs-where-it-is')];
  if (twice(body.forecasts) || twice(body.figures)) return [book.say('assessment-section/forecast-twice')];
  if (before === null) return checkNew(after, assessment, step);
  const both = { ...step, before, after };
  if (changed(before.body, body, ['received']) && body.received) return checkReceived(both, assessment);
  return [
    ...(await writerHolds(both, assessment)),
    ...signOffHolds(both, assessment),
    ...(await ownerHolds(before, after, assessment, reading)),
    ...(await evidenceHolds(both)),
    ...figuresHold(before.body, body, step.now),
  ];
}

/** One part of an assessment: written and signed off by its owner, police or partner, and by nobody of the other side (duties 29, 69). */
export const assessmentSection = defineNoun<'assessment-section', AssessmentSectionBody>({
  kind: 'assessment-section',
  shape: 1,
  body: assessmentSectionBody,
  states: ASSESSMENT_SECTION_STATES,
  keepsVersions: true,
  accessOf: (record) => strategyAccess(record, record.body.groupId, { policeOnly: record.body.policeOnly, people: [record.owner] }),
  check: checkSection,
  searchText: ({ body }) => ({
    title: body.heading,
    text: [body.text, ...body.forecasts.map((one) => one.statement), ...body.figures.map((one) => one.title)].join('\n'),
  }),
});
