import type { RecordToWrite } from '#shared/contracts/record/record.ts';
import type { AssessmentSectionBody } from '#shared/domain/assessment-section/assessment-section.schema.ts';
import type { CommandContext } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { partOf } from '#shared/domain/meeting/parts.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { PROBLEM_ORIENTED_TEMPLATE, type SectionLaidOut, partnerSection } from './section-template.ts';

export type SectionPut = RecordToWrite<'assessment-section', AssessmentSectionBody>;
type Frame = Parameters<typeof partOf>[0] & { readonly body: { readonly groupId: string } };

export interface SectionOwner {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly ownerAgencyId: string;
  readonly ownerAgencyName: string;
}

/** Who owns a section, with the names as they are now. */
export async function sectionOwner(reading: Reading, ownerId: string, ownerAgencyId: string): Promise<SectionOwner> {
  const person = ownerId === '' ? null : await reading.one('person', ownerId);
  const agency = ownerAgencyId === '' ? null : await reading.one('partner-agency', ownerAgencyId);
  return {
    ownerId,
    ownerAgencyId,
    ownerName: person === null ? '' : rankAndName(person.body),
    ownerAgencyName: agency?.body.name ?? '',
  };
}

/** Sections sort by their number. */
export const placeKey = (number: number): string => String(number).padStart(7, '0');

/** An empty section at its place in an assessment. */
export function emptySection(
  frame: Frame,
  id: string,
  number: number,
  laidOut: SectionLaidOut,
  owner: SectionOwner,
  more: { readonly policeOnly?: boolean; readonly refreshesSectionId?: string } = {},
): SectionPut {
  const { ownerId, ...named } = owner;
  return partOf(frame, 'assessment-section', {
    id,
    state: 'open',
    number,
    sortAt: placeKey(number),
    owner: ownerId,
    body: {
      groupId: frame.body.groupId,
      ...laidOut,
      ...named,
      text: '',
      policeOnly: more.policeOnly ?? false,
      evidence: [],
      figures: [],
      forecasts: [],
      signedOffById: '',
      signedOffAt: '',
      refreshesSectionId: more.refreshesSectionId ?? '',
    },
  });
}

/** The sections of a new assessment: the template, all with its author, and one for each partner agency, whose owner is still to be named. */
export async function sectionsFromTemplate(
  frame: Frame,
  authorId: string,
  agencyIds: readonly string[],
  { reading, newId }: Pick<CommandContext, 'reading' | 'newId'>,
): Promise<readonly SectionPut[]> {
  const author = await sectionOwner(reading, authorId, '');
  const partners = await Promise.all(
    agencyIds.map(async (id) => {
      const owner = await sectionOwner(reading, '', id);
      return { laidOut: partnerSection(owner.ownerAgencyName), owner };
    }),
  );
  return [...PROBLEM_ORIENTED_TEMPLATE.map((laidOut) => ({ laidOut, owner: author })), ...partners].map(({ laidOut, owner }, index) =>
    emptySection(frame, newId(), index + 1, laidOut, owner),
  );
}

/**
 * The sections of an assessment that refreshes an earlier one: the same headings in the same order, with the owners who still serve.
 * What was written is brought forward only after the terms are agreed (duty 29), and a partner's only by that partner (duty 69).
 */
export async function sectionsOfEarlier(
  frame: Frame,
  authorId: string,
  agencyIds: readonly string[],
  earlierId: string,
  { reading, newId }: Pick<CommandContext, 'reading' | 'newId'>,
): Promise<readonly SectionPut[]> {
  const earlier = (await reading.many('assessment-section', { parent: earlierId }, { by: 'number' })).filter(
    ({ body }) => body.ownerAgencyId === '' || agencyIds.includes(body.ownerAgencyId),
  );
  const puts: SectionPut[] = [];
  for (const section of earlier) {
    const { sectionType, scanFactor, heading, helpText, policeOnly, ownerAgencyId } = section.body;
    const owner = await ownerWhoServes(reading, section, authorId);
    const laidOut = { sectionType, scanFactor, heading, helpText };
    puts.push(
      emptySection(frame, newId(), puts.length + 1, laidOut, owner, {
        policeOnly: ownerAgencyId === '' && policeOnly,
        refreshesSectionId: section.id,
      }),
    );
  }
  const there = new Set(earlier.map((section) => section.body.ownerAgencyId));
  for (const id of agencyIds.filter((agencyId) => !there.has(agencyId))) {
    const owner = await sectionOwner(reading, '', id);
    puts.push(emptySection(frame, newId(), puts.length + 1, partnerSection(owner.ownerAgencyName), owner));
  }
  return puts;
}

async function ownerWhoServes(reading: Reading, section: RecordOf<'assessment-section'>, authorId: string): Promise<SectionOwner> {
  const { ownerAgencyId } = section.body;
  const person = section.owner === '' ? null : await reading.one('person', section.owner);
  const serves = person?.state === 'serving' && person.body.partnerAgencyId === ownerAgencyId;
  return sectionOwner(reading, serves ? section.owner : ownerAgencyId === '' ? authorId : '', ownerAgencyId);
}
