import { z } from 'zod';
import { digestOf } from '#shared/base/digest.ts';
import type { Refusal } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { type QueryContext, defineQuery } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { readNames } from '#shared/domain/meeting/people-named.ts';
import { assessmentSectionBook as book } from './assessment-section-refusals.ts';
import { earlierToBring } from './assessment-section.commands.ts';
import { changeRefusal, layoutRefusal, receivingRefusal, writingRefusal } from './assessment-section.policy.ts';
import { signOffConcerns } from './assessment-section.rules.ts';
import type { AssessmentSectionBody, Figure, Forecast } from './assessment-section.schema.ts';
import { type EvidenceAge, evidenceAge } from './evidence-age.ts';
import { hedgesIn } from './yardstick.ts';

type Cited = AssessmentSectionBody['evidence'][number];

/** A source a section cites, with what is to be said of its age (duty 130). */
export interface CitedShown extends Cited {
  readonly id: string;
  readonly age: EvidenceAge;
  /** A newer final assessment of the same place than the one cited; empty when there is none. */
  readonly newer: string;
}
export interface ForecastShown extends Forecast {
  /** Words that hide how likely it is. */
  readonly hedges: readonly string[];
}

/** One section with all that is written in it and what this person may do. */
export interface SectionPage {
  readonly id: string;
  readonly assessmentId: string;
  readonly heading: string;
  readonly sectionType: AssessmentSectionBody['sectionType'];
  readonly scanFactor: AssessmentSectionBody['scanFactor'];
  readonly text: string;
  /** Digest of the text, to say later what one's own text was based on. */
  readonly textDigest: string;
  readonly helpText: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly ownerAgencyId: string;
  readonly ownerAgency: string;
  readonly policeOnly: boolean;
  readonly marking: Marking;
  readonly evidence: readonly CitedShown[];
  readonly figures: readonly Figure[];
  readonly forecasts: readonly ForecastShown[];
  readonly signedOffBy: string;
  readonly signedOffAt: string;
  readonly updatedBy: string;
  readonly updatedAt: string;
  /** Where the text came in writing: its day, where the original is kept, and who took it in. */
  readonly received: { readonly on: string; readonly reference: string; readonly enteredBy: string } | null;
  readonly steps: {
    /** Writing, evidence, figures and forecasts. */
    readonly write: Refusal | null;
    readonly rename: Refusal | null;
    readonly layOut: Refusal | null;
    readonly signOff: Refusal | null;
    readonly reopen: Refusal | null;
    readonly bringForward: Refusal | null;
    /** Taking in what the partner agency that owns it sent in writing. */
    readonly receive: Refusal | null;
  };
}

function stepsOf(
  section: RecordOf<'assessment-section'>,
  assessment: RecordOf<'strategic-assessment'>,
  canBring: boolean,
  { actor }: QueryContext,
): SectionPage['steps'] {
  const write = changeRefusal(actor, section, assessment);
  const reopened = changeRefusal(actor, { ...section, state: 'open' }, assessment);
  return {
    write,
    rename: assessment.state === 'terms' ? writingRefusal(actor, section, assessment) : write,
    layOut: layoutRefusal(actor, assessment),
    signOff:
      write ??
      (section.owner === actor.personId ? (signOffConcerns(section.body)[0] ?? null) : book.say('assessment-section/only-owner-signs-off')),
    reopen: section.state === 'open' ? book.say('assessment-section/begins-empty') : reopened,
    receive: receivingRefusal(actor, section, assessment),
    bringForward: write ?? (canBring ? null : book.say('assessment-section/nothing-to-bring-forward')),
  };
}

async function evidenceShown(
  section: RecordOf<'assessment-section'>,
  assessment: RecordOf<'strategic-assessment'>,
  { reading, now }: QueryContext,
): Promise<readonly CitedShown[]> {
  const cites = section.body.evidence.some((cited) => cited.recordKind === 'strategic-assessment');
  const finals = cites ? await reading.many('strategic-assessment', { scope: assessment.scope, state: 'final' }) : [];
  const newest = finals.toSorted((a, b) => (a.body.finalAt < b.body.finalAt ? -1 : 1)).at(-1);
  // What a final assessment rests on is judged on the day it became final.
  const on = dayOf(assessment.body.finalAt === '' ? now : assessment.body.finalAt);
  return section.body.evidence.map((cited, index) => {
    const isOlder =
      cited.recordKind === 'strategic-assessment' && newest !== undefined && newest.id !== cited.recordId && newest.id !== assessment.id;
    return { ...cited, id: String(index + 1), age: evidenceAge(cited.asOf, on), newer: isOlder ? newest.body.reference : '' };
  });
}

/** One section; null when there is none or it is not this person's to see. */
export const sectionQuery = defineQuery({
  name: 'assessment-section',
  args: z.object({ sectionId: idShape }),
  followsClock: true,
  seen: ({ sectionId }) => ({ kind: 'assessment-section', id: sectionId }),
  read: async ({ sectionId }, context): Promise<SectionPage | null> => {
    const { reading, actor } = context;
    const section = await reading.one('assessment-section', sectionId);
    const assessment = section === null ? null : await reading.one('strategic-assessment', section.parent);
    if (section === null || assessment === null) return null;
    const { body } = section;
    const [names, evidence, earlier] = await Promise.all([
      readNames(reading),
      evidenceShown(section, assessment, context),
      earlierToBring(section, reading),
    ]);
    const name = (id: string): string =>
      id === actor.personId ? actor.name : id === section.owner && body.ownerName ? body.ownerName : names.of(id);
    return {
      id: section.id,
      assessmentId: section.parent,
      heading: body.heading,
      sectionType: body.sectionType,
      scanFactor: body.scanFactor,
      text: body.text,
      textDigest: digestOf(body.text),
      helpText: body.helpText,
      ownerId: section.owner,
      owner: body.ownerName || name(section.owner),
      ownerAgencyId: body.ownerAgencyId,
      ownerAgency: body.ownerAgencyName ?? '',
      policeOnly: body.policeOnly,
      marking: section.marking,
      evidence,
      figures: body.figures,
      forecasts: body.forecasts.map((one) => ({ ...one, hedges: hedgesIn(one.statement) })),
      signedOffBy: name(body.signedOffById),
      signedOffAt: body.signedOffAt,
      updatedBy: name(section.updatedBy),
      updatedAt: section.updatedAt,
      received: body.received
        ? { on: body.received.on, reference: body.received.reference, enteredBy: name(body.received.enteredById) }
        : null,
      steps: stepsOf(section, assessment, earlier !== null, context),
    };
  },
});

/** A record that can be cited as evidence. */
export interface Citable {
  readonly id: string;
  readonly kind: 'strategic-assessment' | 'decision' | 'delivery-plan' | 'paper';
  readonly title: string;
  readonly asOf: string;
}

/** The newest records a section may cite, of those this person may see; police-only ones are left out where partners read the section (duty 69). */
export const citableQuery = defineQuery({
  name: 'records-to-cite',
  args: z.object({ sectionId: idShape }),
  read: async ({ sectionId }, { reading }): Promise<{ readonly rows: readonly Citable[] }> => {
    const section = await reading.one('assessment-section', sectionId);
    if (section === null) return { rows: [] };
    const fits = (body: { readonly policeOnly?: boolean }): boolean => section.body.policeOnly || body.policeOnly !== true;
    const newest = { by: 'sortAt', direction: 'down', limit: 100 } as const;
    const [assessments, papers, decisions, plans] = await Promise.all([
      reading.many('strategic-assessment', { state: 'final' }, newest),
      reading.many('paper', {}, newest),
      reading.many('decision', {}, newest),
      reading.many('delivery-plan', {}, newest),
    ]);
    return {
      rows: [
        ...assessments.map(
          ({ id, body }): Citable => ({
            id,
            kind: 'strategic-assessment',
            title: `${body.reference} ${body.title}`,
            asOf: body.finalAt === '' ? '' : dayOf(body.finalAt),
          }),
        ),
        ...papers
          .filter(({ body }) => fits(body))
          .map(({ id, body }): Citable => ({ id, kind: 'paper', title: body.title, asOf: body.asOf })),
        ...decisions
          .filter(({ body }) => fits(body))
          .map(
            ({ id, body }): Citable => ({
              id,
              kind: 'decision',
              title: `${body.reference} ${body.text.replace(/\s+/g, ' ').slice(0, 160)}`,
              asOf: dayOf(body.decidedAt),
            }),
          ),
        ...plans
          .filter(({ body }) => fits(body))
          .map(({ id, body }): Citable => ({ id, kind: 'delivery-plan', title: `${body.reference} ${body.title}`, asOf: body.startsOn })),
      ],
    };
  },
});

export const assessmentSectionQueries = [sectionQuery, citableQuery] as const;
