import { z } from 'zod';
import {
  dayShape,
  idShape,
  lineShape,
  maybeDayShape,
  maybeIdShape,
  maybeInstantShape,
  maybeLineShape,
  maybeProseShape,
  proseShape,
} from '#shared/base/shapes.ts';
import { evidenceCited } from '#shared/domain/decision/decision.schema.ts';

/** The PHIA probability yardstick (facts 4): the gaps between the words are deliberate. */
export const PROBABILITIES = [
  'remote-chance',
  'highly-unlikely',
  'unlikely',
  'realistic-possibility',
  'likely',
  'highly-likely',
  'almost-certain',
] as const;
export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export const PESTELO = ['political', 'economic', 'social', 'technological', 'environmental', 'legal', 'organisational'] as const;
export const SECTION_TYPES = [
  'summary',
  'method',
  'theme',
  'scan',
  'forecast',
  'strategy-review',
  'gaps',
  'recommendations',
  'partner',
  'other',
] as const;
export const CHARTS = ['none', 'line', 'bar', 'stacked-bar'] as const;

/** What is expected, how likely and how sure (facts 4). */
export const forecast = z.looseObject({
  id: idShape,
  statement: proseShape(2000),
  probability: z.enum(PROBABILITIES),
  confidence: z.enum(CONFIDENCES),
  by: maybeDayShape,
});

/** A table, and how it is drawn. Every figure says where it is from and how old it is. */
export const figure = z.looseObject({
  id: idShape,
  title: lineShape(200),
  source: lineShape(300),
  asOf: dayShape,
  note: maybeProseShape(2000),
  columns: z.array(lineShape(100)).min(1).max(40),
  /** Cells as typed or read; a chart takes those that are numbers. */
  rows: z.array(z.array(z.string().max(400)).max(40)).max(2000),
  chart: z.enum(CHARTS),
  /** Draws the mean and the upper and lower control limits of each line. */
  controlLimits: z.boolean(),
});

/** A contribution a partner agency sent in writing, taken in word for word: who sent it, when, and where the original is kept. */
export const receivedFrom = z.looseObject({ fromId: idShape, on: dayShape, reference: lineShape(200), enteredById: idShape });

/** One part of an assessment with one owner: a person of the force or a partner agency (duty 69). `parent` is the assessment, `number` its place, `owner` the person. */
export const assessmentSectionBody = z.looseObject({
  groupId: idShape,
  sectionType: z.enum(SECTION_TYPES),
  heading: lineShape(200),
  /** For the scan: which factor. */
  scanFactor: z.union([z.literal(''), z.enum(PESTELO)]),
  text: maybeProseShape(100_000),
  /** The agency that owns the section; empty for the police. `owner` is then a person of that agency. */
  ownerAgencyId: maybeIdShape,
  /** Left out of partners' copies (duty 69). */
  policeOnly: z.boolean(),
  evidence: z.array(evidenceCited).max(100),
  figures: z.array(figure).max(40),
  forecasts: z.array(forecast).max(40),
  signedOffById: maybeIdShape,
  signedOffAt: maybeInstantShape,
  helpText: maybeLineShape(1000),
  /** The owner's name and agency as they were when the section was given to them: partner readers cannot look people up (duty 69). */
  ownerName: maybeLineShape(200).optional(),
  ownerAgencyName: maybeLineShape(200).optional(),
  /** The section of the earlier assessment this one refreshes; empty or absent for a new one. */
  refreshesSectionId: maybeIdShape.optional(),
  /** Set where the text of a partner’s section came in writing, because its owner does not sign in to a workstation of the police. */
  received: receivedFrom.nullable().optional(),
});
export type Forecast = z.output<typeof forecast>;
export type Figure = z.output<typeof figure>;
export type AssessmentSectionBody = z.output<typeof assessmentSectionBody>;
export const ASSESSMENT_SECTION_STATES = ['open', 'signed-off'] as const;
