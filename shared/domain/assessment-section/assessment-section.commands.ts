import { z } from 'zod';
import { digestOf } from '#shared/base/digest.ts';
import { type Refusal, type Result, ok, refused } from '#shared/base/result.ts';
import {
  dayShape,
  idShape,
  lineShape,
  maybeDayShape,
  maybeIdShape,
  maybeLineShape,
  proseShape,
  typedProseShape,
} from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { type Change, type CommandContext, type Decided, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { maySee } from '#shared/domain/meeting/meeting.policy.ts';
import { rewritten, withoutDraft } from '#shared/domain/meeting/parts.ts';
import { emptySection, placeKey, sectionOwner } from '#shared/domain/strategic-assessment/lay-out-sections.ts';
import { strategicAssessmentBook } from '#shared/domain/strategic-assessment/strategic-assessment-refusals.ts';
import { assessmentSectionBook as book } from './assessment-section-refusals.ts';
import { changeRefusal, layoutRefusal, receivingRefusal, writingRefusal } from './assessment-section.policy.ts';
import { hasSubstance, signOffConcerns } from './assessment-section.rules.ts';
import { CONFIDENCES, PESTELO, PROBABILITIES, SECTION_TYPES } from './assessment-section.schema.ts';

type Section = RecordOf<'assessment-section'>;
type Assessment = RecordOf<'strategic-assessment'>;
interface Pair {
  readonly section: Section;
  readonly assessment: Assessment;
}

async function pairOf(sectionId: string, reading: Reading): Promise<Pair | null> {
  const section = await reading.one('assessment-section', sectionId);
  const assessment = section === null ? null : await reading.one('strategic-assessment', section.parent);
  return section === null || assessment === null ? null : { section, assessment };
}
async function foundPair(sectionId: string, reading: Reading): Promise<Pair> {
  const pair = await pairOf(sectionId, reading);
  if (pair === null) throw new Error('a section vanished between the policy and the decision');
  return pair;
}

/** Asks whether the person may, before anything is said of what exists; a section one may not see is not there. */
const mayOf =
  (refusalOf: (actor: Actor, pair: Pair) => Refusal | null) =>
  async (args: { readonly sectionId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> => {
    const pair = await pairOf(args.sectionId, reading);
    if (pair === null || !maySee(actor, pair.section)) return book.say('assessment-section/not-there');
    return refusalOf(actor, pair);
  };
const mayChange = mayOf((actor, { section, assessment }) => changeRefusal(actor, section, assessment));
const mayLayOut = mayOf((actor, { assessment }) => layoutRefusal(actor, assessment));

const done = (
  section: { readonly id: string },
  changes: readonly Change[],
  facts: Readonly<Record<string, string | number | boolean>> = {},
): Result<Decided<{ readonly sectionId: string }>> =>
  ok({ changes, subject: { kind: 'assessment-section', id: section.id }, facts, out: { sectionId: section.id } });

/** Names the owner among those who may read the frame of the assessment. */
function withContributor(assessment: Assessment, ownerId: string): readonly Change[] {
  const known = assessment.body.contributorIds ?? [];
  return ownerId === '' || known.includes(ownerId)
    ? []
    : [{ put: rewritten(assessment, { body: { contributorIds: [...known, ownerId] } }) }];
}

const inOrder = (sections: readonly Section[]): readonly Change[] =>
  sections.flatMap((section, index) =>
    section.number === index + 1 ? [] : [{ put: rewritten(section, { number: index + 1, sortAt: placeKey(index + 1) }) }],
  );
const sectionsOf = (reading: Reading, assessmentId: string) =>
  reading.many('assessment-section', { parent: assessmentId }, { by: 'number' });

const headingFields = {
  heading: lineShape(200),
  sectionType: z.enum(SECTION_TYPES).default('other'),
  scanFactor: z.union([z.literal(''), z.enum(PESTELO)]).default(''),
  policeOnly: z.boolean().default(false),
};

/** Adds a section at the end, or before another one, owned by a person of the force or by a partner agency (duty 69). */
export const addSection = defineCommand({
  name: 'assessment-section.add',
  args: z.object({
    assessmentId: idShape,
    ...headingFields,
    helpText: maybeLineShape(1000).default(''),
    ownerId: maybeIdShape.default(''),
    ownerAgencyId: maybeIdShape.default(''),
    beforeSectionId: maybeIdShape.default(''),
  }),
  may: async ({ assessmentId }, { actor, reading }) => {
    const assessment = await reading.one('strategic-assessment', assessmentId);
    if (assessment === null || !maySee(actor, assessment)) return strategicAssessmentBook.say('strategic-assessment/not-there');
    return layoutRefusal(actor, assessment);
  },
  decide: async ({ assessmentId, beforeSectionId, ownerId, ownerAgencyId, policeOnly, ...laidOut }, { reading, newId }) => {
    const assessment = await reading.one('strategic-assessment', assessmentId);
    if (assessment === null) return refused(strategicAssessmentBook.say('strategic-assessment/not-there'));
    const sections = await sectionsOf(reading, assessmentId);
    const found = sections.findIndex((section) => section.id === beforeSectionId);
    const place = found === -1 ? sections.length : found;
    const id = newId();
    const owner = await sectionOwner(reading, ownerId, ownerAgencyId);
    const put = emptySection(assessment, id, place + 1, laidOut, owner, { policeOnly });
    const later = sections
      .slice(place)
      .map((section, index): Change => ({ put: rewritten(section, { number: place + 2 + index, sortAt: placeKey(place + 2 + index) }) }));
    return done({ id }, [{ put }, ...later, ...withContributor(assessment, ownerId)]);
  },
});

/** Renames a section, and says of what kind it is and whether partners read it. */
export const changeSection = defineCommand({
  name: 'assessment-section.change',
  args: z.object({ sectionId: idShape, ...headingFields }),
  may: mayOf((actor, { section, assessment }) =>
    assessment.state === 'terms' ? writingRefusal(actor, section, assessment) : changeRefusal(actor, section, assessment),
  ),
  decide: async ({ sectionId, ...body }, { reading }) => {
    const { section } = await foundPair(sectionId, reading);
    return done(section, [{ put: rewritten(section, { body }) }]);
  },
});

/** Moves a section before another one, or to the end. */
export const moveSection = defineCommand({
  name: 'assessment-section.move',
  args: z.object({ sectionId: idShape, beforeSectionId: maybeIdShape }),
  may: mayLayOut,
  decide: async ({ sectionId, beforeSectionId }, { reading }) => {
    const { section } = await foundPair(sectionId, reading);
    const others = (await sectionsOf(reading, section.parent)).filter((other) => other.id !== sectionId);
    const found = others.findIndex((other) => other.id === beforeSectionId);
    const place = found === -1 ? others.length : found;
    return done(section, inOrder([...others.slice(0, place), section, ...others.slice(place)]));
  },
});

/** Gives a section to an owner: a person of the force, or a person of the partner agency that owns it (duty 69). */
export const assignSection = defineCommand({
  name: 'assessment-section.assign',
  args: z.object({ sectionId: idShape, ownerId: maybeIdShape, ownerAgencyId: maybeIdShape.default('') }),
  may: mayLayOut,
  decide: async ({ sectionId, ownerId, ownerAgencyId }, { reading }) => {
    const { section, assessment } = await foundPair(sectionId, reading);
    const { ownerName, ownerAgencyName } = await sectionOwner(reading, ownerId, ownerAgencyId);
    const put = rewritten(section, { owner: ownerId, body: { ownerAgencyId, ownerName, ownerAgencyName } });
    return done(section, [{ put }, ...withContributor(assessment, ownerId)], { from: section.owner, to: ownerId });
  },
});

/** Takes a section out while nothing is written in it. */
export const removeSection = defineCommand({
  name: 'assessment-section.remove',
  args: z.object({ sectionId: idShape }),
  may: mayLayOut,
  decide: async ({ sectionId }, { reading }) => {
    const { section } = await foundPair(sectionId, reading);
    if (hasSubstance(section.body)) return refused(book.say('assessment-section/with-text-stays'));
    const others = (await sectionsOf(reading, section.parent)).filter((other) => other.id !== sectionId);
    return done(section, [{ erase: { kind: 'assessment-section', id: sectionId } }, ...inOrder(others)]);
  },
});

/** Writes the text of a section. `basedOn` is the digest of the text the writer began with: what somebody else wrote meanwhile is never overwritten unseen. */
export const writeSection = defineCommand({
  name: 'assessment-section.write',
  args: z.object({
    sectionId: idShape,
    text: typedProseShape(100_000),
    basedOn: z.string().length(64),
    draftId: maybeIdShape.default(''),
  }),
  may: mayChange,
  decide: async ({ sectionId, text, basedOn, draftId }, context) => {
    const { section } = await foundPair(sectionId, context.reading);
    const stale = digestOf(section.body.text) !== basedOn && section.body.text !== text;
    if (stale) return refused(book.say('assessment-section/changed-meanwhile', { field: 'text' }));
    // Once its owner writes themselves, the text is no longer what came in writing.
    const body = section.body.received ? { text, received: null } : { text };
    const written: readonly Change[] = section.body.text === text ? [] : [{ put: rewritten(section, { body }) }];
    return ok({
      changes: [...written, ...(await withoutDraft(draftId, context))],
      subject: { kind: 'assessment-section', id: section.id },
      facts: { characters: text.length },
      out: { sectionId, text, textDigest: digestOf(text) },
    });
  },
});

const citedShape = z.object({
  recordKind: maybeLineShape(40).default(''),
  recordId: maybeIdShape.default(''),
  title: lineShape(300),
  asOf: maybeDayShape.default(''),
  confidence: z.enum(['', 'low', 'moderate', 'high']).default(''),
});

/** Says what a section rests on: records, or sources outside Cordon, each with its age and confidence (duty 130). */
export const citeEvidence = defineCommand({
  name: 'assessment-section.cite',
  args: z.object({ sectionId: idShape, evidence: z.array(citedShape).max(100) }),
  may: mayChange,
  decide: async ({ sectionId, evidence }, { reading }) => {
    const { section } = await foundPair(sectionId, reading);
    return done(section, [{ put: rewritten(section, { body: { evidence } }) }]);
  },
});

/** Records a forecast, or changes one: what is expected, a word of the yardstick, and how sure we are. */
export const setForecast = defineCommand({
  name: 'assessment-section.set-forecast',
  args: z.object({
    sectionId: idShape,
    /** Empty for a new one. */
    forecastId: maybeIdShape.default(''),
    statement: proseShape(2000),
    probability: z.enum(PROBABILITIES),
    confidence: z.enum(CONFIDENCES),
    by: maybeDayShape.default(''),
  }),
  may: mayChange,
  decide: async ({ sectionId, forecastId, ...fields }, { reading, newId }) => {
    const { section } = await foundPair(sectionId, reading);
    const known = section.body.forecasts;
    const forecasts = known.some((one) => one.id === forecastId)
      ? known.map((one) => (one.id === forecastId ? { ...one, ...fields } : one))
      : [...known, { id: newId(), ...fields }];
    return done(section, [{ put: rewritten(section, { body: { forecasts } }) }]);
  },
});

/** Takes a forecast out; what it said stays among the versions. */
export const removeForecast = defineCommand({
  name: 'assessment-section.remove-forecast',
  args: z.object({ sectionId: idShape, forecastId: idShape }),
  may: mayChange,
  decide: async ({ sectionId, forecastId }, { reading }) => {
    const { section } = await foundPair(sectionId, reading);
    const forecasts = section.body.forecasts.filter((one) => one.id !== forecastId);
    return done(section, [{ put: rewritten(section, { body: { forecasts } }) }]);
  },
});

/** Signs a section off: only its owner, police or partner (duty 69). */
export const signOffSection = defineCommand({
  name: 'assessment-section.sign-off',
  args: z.object({ sectionId: idShape }),
  may: mayOf((actor, { section, assessment }) => {
    const refusal = changeRefusal(actor, section, assessment);
    if (refusal !== null) return refusal;
    return section.owner === actor.personId ? null : book.say('assessment-section/only-owner-signs-off');
  }),
  decide: async ({ sectionId }, { reading, actor, now }) => {
    const { section } = await foundPair(sectionId, reading);
    const [first, ...rest] = signOffConcerns(section.body);
    if (first !== undefined) return refused(first, ...rest);
    const body = { signedOffById: actor.personId, signedOffAt: now };
    return done(section, [{ put: rewritten(section, { state: 'signed-off', body }) }]);
  },
});

/** Opens a signed-off section again, so that it can be changed and signed off once more. */
export const reopenSection = defineCommand({
  name: 'assessment-section.reopen',
  args: z.object({ sectionId: idShape }),
  may: mayOf((actor, { section, assessment }) => changeRefusal(actor, { ...section, state: 'open' }, assessment)),
  decide: async ({ sectionId }, { reading }) => {
    const { section } = await foundPair(sectionId, reading);
    if (section.state === 'open') return done(section, []);
    return done(section, [{ put: rewritten(section, { state: 'open', body: { signedOffById: '', signedOffAt: '' } }) }]);
  },
});

/** Takes in what a partner agency sent in writing, word for word, in the name of the section's owner (duty 69): partners do not sign in to a workstation of the police. */
export const receiveSection = defineCommand({
  name: 'assessment-section.receive',
  args: z.object({ sectionId: idShape, text: typedProseShape(100_000), on: dayShape, reference: lineShape(200) }),
  may: mayOf((actor, { section, assessment }) => receivingRefusal(actor, section, assessment)),
  decide: async ({ sectionId, text, on, reference }, { reading, actor, now }) => {
    const { section } = await foundPair(sectionId, reading);
    if (text === '') return refused(book.say('assessment-section/empty-not-signed-off', { field: 'text' }));
    if (on > dayOf(now)) return refused(book.say('assessment-section/received-as-sent', { field: 'on' }));
    const received = { fromId: section.owner, on, reference, enteredById: actor.personId };
    const body = { text, received, signedOffById: section.owner, signedOffAt: now };
    return done(section, [{ put: rewritten(section, { state: 'signed-off', body }) }], { from: section.owner });
  },
});

/** Whether the earlier assessment's section has something that can be brought forward into this one. */
export async function earlierToBring(section: Section, reading: Reading): Promise<Section | null> {
  const earlierId = section.body.refreshesSectionId ?? '';
  if (earlierId === '' || hasSubstance(section.body)) return null;
  const earlier = await reading.one('assessment-section', earlierId);
  return earlier !== null && hasSubstance(earlier.body) && earlier.body.ownerAgencyId === section.body.ownerAgencyId ? earlier : null;
}

/** Takes over what the section of the earlier assessment says, for whoever writes this one: each keeps their own dates, so that age is seen. */
export const bringForward = defineCommand({
  name: 'assessment-section.bring-forward',
  args: z.object({ sectionId: idShape }),
  may: mayChange,
  decide: async ({ sectionId }, { reading, actor }) => {
    const { section } = await foundPair(sectionId, reading);
    const earlier = await earlierToBring(section, reading);
    if (earlier === null || !maySee(actor, earlier)) return refused(book.say('assessment-section/nothing-to-bring-forward'));
    // A section partners read takes nothing over from one they did not.
    if (earlier.body.policeOnly && !section.body.policeOnly) return refused(book.say('assessment-section/nothing-to-bring-forward'));
    const { text, evidence, figures, forecasts } = earlier.body;
    return done(section, [{ put: rewritten(section, { body: { text, evidence, figures, forecasts } }) }]);
  },
});

export const assessmentSectionCommands = [
  addSection,
  changeSection,
  moveSection,
  assignSection,
  removeSection,
  writeSection,
  citeEvidence,
  setForecast,
  removeForecast,
  signOffSection,
  reopenSection,
  bringForward,
  receiveSection,
] as const;
