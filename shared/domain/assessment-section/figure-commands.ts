import { z } from 'zod';
import { digestOf } from '#shared/base/digest.ts';
import { ok, type Refusal, refused } from '#shared/base/result.ts';
import { dayShape, idShape, lineShape, maybeIdShape, typedProseShape } from '#shared/base/shapes.ts';
import { type CommandContext, defineCommand } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { maySee } from '#shared/domain/meeting/meeting.policy.ts';
import { rewritten, withoutDraft } from '#shared/domain/meeting/parts.ts';
import { assessmentSectionBook as book } from './assessment-section-refusals.ts';
import { changeRefusal } from './assessment-section.policy.ts';
import { CHARTS, type Figure, figure as figureShape } from './assessment-section.schema.ts';

/** Most figures one section may hold, as its schema says. */
const MOST_FIGURES = 40;

/** Asks whether the person may write in the section before anything is said of what exists. */
async function mayWrite({ sectionId }: { readonly sectionId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> {
  const section = await reading.one('assessment-section', sectionId);
  const assessment = section === null ? null : await reading.one('strategic-assessment', section.parent);
  if (section === null || assessment === null || !maySee(actor, section)) return book.say('assessment-section/not-there');
  return changeRefusal(actor, section, assessment);
}

async function sectionOf(sectionId: string, { reading }: CommandContext): Promise<RecordOf<'assessment-section'>> {
  const section = await reading.one('assessment-section', sectionId);
  if (section === null) throw new Error('a section vanished between the policy and the decision');
  return section;
}

/** Digest of a figure as it stands, to say later what one's own change was based on. */
export const figureDigest = (figure: Figure): string => digestOf(figure);

/** Records a figure, or changes one: a table with its source and age, and how it is drawn. `basedOn` is the digest of the figure as the writer found it. */
export const setFigure = defineCommand({
  name: 'assessment-section.set-figure',
  args: z.object({
    sectionId: idShape,
    /** Empty for a new one. */
    figureId: maybeIdShape.default(''),
    basedOn: z.union([z.literal(''), z.string().length(64)]).default(''),
    title: lineShape(200),
    source: lineShape(300),
    asOf: dayShape,
    note: typedProseShape(2000).default(''),
    columns: figureShape.shape.columns,
    rows: figureShape.shape.rows,
    chart: z.enum(CHARTS),
    controlLimits: z.boolean().default(false),
    draftId: maybeIdShape.default(''),
  }),
  may: mayWrite,
  decide: async ({ sectionId, figureId, basedOn, draftId, ...fields }, context) => {
    const section = await sectionOf(sectionId, context);
    const { figures } = section.body;
    const known = figures.find((one) => one.id === figureId);
    if (figureId !== '' && known === undefined) return refused(book.say('assessment-section/figure-not-there'));
    if (known !== undefined && basedOn !== '' && figureDigest(known) !== basedOn)
      return refused(book.say('assessment-section/figure-changed-meanwhile'));
    if (known === undefined && figures.length >= MOST_FIGURES) return refused(book.say('assessment-section/too-many-figures'));
    const id = known?.id ?? context.newId();
    const next =
      known === undefined ? [...figures, { id, ...fields }] : figures.map((one) => (one.id === id ? { ...one, ...fields } : one));
    return ok({
      changes: [{ put: rewritten(section, { body: { figures: next } }) }, ...(await withoutDraft(draftId, context))],
      subject: { kind: 'assessment-section', id: sectionId },
      facts: { figure: id, rows: fields.rows.length, columns: fields.columns.length, chart: fields.chart },
      out: { figureId: id },
    });
  },
});

/** Takes a figure out; what it showed stays among the versions. */
export const removeFigure = defineCommand({
  name: 'assessment-section.remove-figure',
  args: z.object({ sectionId: idShape, figureId: idShape }),
  may: mayWrite,
  decide: async ({ sectionId, figureId }, context) => {
    const section = await sectionOf(sectionId, context);
    if (!section.body.figures.some((one) => one.id === figureId)) return refused(book.say('assessment-section/figure-not-there'));
    const figures = section.body.figures.filter((one) => one.id !== figureId);
    return ok({
      changes: [{ put: rewritten(section, { body: { figures } }) }],
      subject: { kind: 'assessment-section', id: sectionId },
      facts: { figure: figureId },
      out: null,
    });
  },
});

/** Moves a figure before another one, or to the end. */
export const moveFigure = defineCommand({
  name: 'assessment-section.move-figure',
  args: z.object({ sectionId: idShape, figureId: idShape, beforeFigureId: maybeIdShape }),
  may: mayWrite,
  decide: async ({ sectionId, figureId, beforeFigureId }, context) => {
    const section = await sectionOf(sectionId, context);
    const moved = section.body.figures.find((one) => one.id === figureId);
    if (moved === undefined) return refused(book.say('assessment-section/figure-not-there'));
    const others = section.body.figures.filter((one) => one.id !== figureId);
    const found = others.findIndex((one) => one.id === beforeFigureId);
    const place = found === -1 ? others.length : found;
    return ok({
      changes: [{ put: rewritten(section, { body: { figures: [...others.slice(0, place), moved, ...others.slice(place)] } }) }],
      subject: { kind: 'assessment-section', id: sectionId },
      facts: { figure: figureId },
      out: null,
    });
  },
});

export const figureCommands = [setFigure, removeFigure, moveFigure] as const;
