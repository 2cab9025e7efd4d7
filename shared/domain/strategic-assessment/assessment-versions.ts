import { z } from 'zod';
import { idShape, instantShape } from '#shared/base/shapes.ts';
import { likelihoodInWords } from '#shared/domain/assessment-section/yardstick.ts';
import { type QueryContext, defineQuery } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { readNames } from '#shared/domain/meeting/people-named.ts';

type Section = RecordOf<'assessment-section'>;

/** A moment an assessment can be looked at: a step in its life, or as it is now. */
export interface Moment {
  readonly id: string;
  /** Empty for now. */
  readonly at: string;
  readonly what: 'began' | 'terms-agreed' | 'sent-to-review' | 'returned' | 'final' | 'withdrawn' | 'now';
  readonly by: string;
}
/** A version of one section in which something written changed. */
export interface SectionVersion {
  readonly id: string;
  readonly at: string;
  readonly by: string;
}
export interface AssessmentVersions {
  readonly moments: readonly Moment[];
  /** The assessment it refreshes, to compare with. */
  readonly earlier: { readonly id: string; readonly reference: string } | null;
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly versions: readonly SectionVersion[] }[];
}

const STEPS: Readonly<Record<string, Moment['what']>> = {
  'terms>drafting': 'terms-agreed',
  'drafting>in-review': 'sent-to-review',
  'in-review>drafting': 'returned',
  'in-review>final': 'final',
  'terms>withdrawn': 'withdrawn',
  'drafting>withdrawn': 'withdrawn',
  'in-review>withdrawn': 'withdrawn',
};

const written = ({ body }: Section): string =>
  JSON.stringify([body.heading, body.text, body.forecasts, body.evidence, body.figures.map((figure) => [figure.title, figure.rows])]);

/** Versions of a section, oldest first with the current one last, only of a section this person may read now. */
async function versionsOf(section: Section, { reading }: QueryContext): Promise<readonly Section[]> {
  return [...(await reading.versions('assessment-section', section.id)), section];
}

/** Which versions of an assessment and of each of its sections there are to compare (duty 34). */
export const assessmentVersionsQuery = defineQuery({
  name: 'strategic-assessment-versions',
  args: z.object({ assessmentId: idShape }),
  read: async ({ assessmentId }, context): Promise<AssessmentVersions | null> => {
    const { reading, actor } = context;
    const assessment = await reading.one('strategic-assessment', assessmentId);
    if (assessment === null) return null;
    const names = await readNames(reading);
    const name = (id: string): string => (id === actor.personId ? actor.name : names.of(id));
    const line = [...(await reading.versions('strategic-assessment', assessmentId)), assessment];
    const moments: Moment[] = [];
    for (const [index, version] of line.entries()) {
      const before = line[index - 1];
      const what = before === undefined ? 'began' : STEPS[`${before.state}>${version.state}`];
      if (what !== undefined) moments.push({ id: String(index + 1), at: version.updatedAt, what, by: name(version.updatedBy) });
    }
    moments.push({ id: 'now', at: '', what: 'now', by: '' });
    const earlier = assessment.body.refreshesId === '' ? null : await reading.one('strategic-assessment', assessment.body.refreshesId);
    const sections = await reading.many('assessment-section', { parent: assessmentId }, { by: 'number' });
    return {
      moments,
      earlier: earlier === null ? null : { id: earlier.id, reference: earlier.body.reference },
      sections: await Promise.all(
        sections.map(async (section) => {
          const versions = await versionsOf(section, context);
          const changed = versions.filter((version, index) => {
            const before = versions[index - 1];
            return before === undefined || written(before) !== written(version);
          });
          return {
            id: section.id,
            heading: section.body.heading,
            versions: changed.map((version) => ({ id: version.rev, at: version.updatedAt, by: name(version.updatedBy) })),
          };
        }),
      ),
    };
  },
});

/** What stands in a section at one side of a comparison, as text to compare word by word. */
export interface SideOfSection {
  readonly heading: string;
  readonly text: string;
  /** Forecasts, evidence and the titles of figures, a line each. */
  readonly lines: string;
}
export interface SectionCompared {
  readonly id: string;
  readonly left: SideOfSection | null;
  readonly right: SideOfSection | null;
}

function sideOf({ body }: Section): SideOfSection {
  return {
    heading: body.heading,
    text: body.text,
    lines: [
      ...body.forecasts.map((one) => `${one.statement} (${likelihoodInWords(one)})`),
      ...body.figures.map((one) => `${one.title}. ${one.source}`),
      ...body.evidence.map((one) => one.title),
    ].join('\n'),
  };
}

/** A section as it stood at a moment: its last version written by then; null when it was not there yet. */
function at(versions: readonly Section[], moment: string): Section | null {
  if (moment === '') return versions.at(-1) ?? null;
  return versions.findLast((version) => version.updatedAt <= moment) ?? null;
}

const momentShape = z.union([z.literal(''), z.literal('earlier'), instantShape]);

/** The whole of an assessment at two moments, section by section; `earlier` stands for the assessment it refreshes, empty for now. */
export const comparedQuery = defineQuery({
  name: 'strategic-assessment-compared',
  args: z.object({ assessmentId: idShape, left: momentShape, right: momentShape }),
  read: async ({ assessmentId, left, right }, context): Promise<{ readonly sections: readonly SectionCompared[] } | null> => {
    const { reading } = context;
    const assessment = await reading.one('strategic-assessment', assessmentId);
    if (assessment === null) return null;
    const sections = await reading.many('assessment-section', { parent: assessmentId }, { by: 'number' });
    const compared = await Promise.all(
      sections.map(async (section): Promise<SectionCompared> => {
        const versions = await versionsOf(section, context);
        const earlierId = section.body.refreshesSectionId ?? '';
        const earlier = earlierId === '' ? null : await reading.one('assessment-section', earlierId);
        const side = (moment: string): SideOfSection | null => {
          const one = moment === 'earlier' ? earlier : at(versions, moment);
          return one === null ? null : sideOf(one);
        };
        return { id: section.id, left: side(left), right: side(right) };
      }),
    );
    return { sections: compared };
  },
});

/** One section in two of its versions, by their `rev`. */
export const sectionComparedQuery = defineQuery({
  name: 'assessment-section-compared',
  args: z.object({ sectionId: idShape, left: z.string().max(80), right: z.string().max(80) }),
  read: async ({ sectionId, left, right }, context): Promise<SectionCompared | null> => {
    const section = await context.reading.one('assessment-section', sectionId);
    if (section === null) return null;
    const versions = await versionsOf(section, context);
    const side = (rev: string): SideOfSection | null => {
      const version = versions.find((one) => one.rev === rev);
      return version === undefined ? null : sideOf(version);
    };
    return { id: sectionId, left: side(left), right: side(right) };
  },
});

export const assessmentVersionQueries = [assessmentVersionsQuery, comparedQuery, sectionComparedQuery] as const;
