import { beforeEach, describe, expect, it } from 'vitest';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { type AssessmentWorld, assessmentWorld } from '#test/builders/assessment-world.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { signOffSection } from './assessment-section.commands.ts';
import { sectionQuery } from './assessment-section.queries.ts';
import { figureBlock } from './figure-block.ts';
import { figureDigest, moveFigure, removeFigure, setFigure } from './figure-commands.ts';

let cast: AssessmentWorld;
let assessmentId: string;
let police: string;
let council: string;
beforeEach(async () => {
  cast = await assessmentWorld();
  assessmentId = await cast.drafting({ partnerAgencyIds: [cast.agencyId] });
  police = (await cast.sections(assessmentId))[0]?.id ?? '';
  council = await cast.councilSection(assessmentId);
});

const figure = {
  title: 'Burglaries by month',
  source: 'Crime recording system',
  asOf: '2026-06-01',
  columns: ['Month', 'Burglaries'],
  rows: [
    ['April', '58'],
    ['May', '1,061'],
  ],
  chart: 'line' as const,
};
const set = (more: object = {}, sectionId = police) => cast.as('analyst', setFigure, { sectionId, ...figure, ...more } as never);
const figuresOf = async (sectionId = police) => (await cast.section(sectionId)).body.figures;

describe('a figure of a section', () => {
  it('is set by whoever writes the section, changed, moved and taken out again', async () => {
    const { figureId } = await cast.must('analyst', setFigure, { sectionId: police, ...figure });
    const { figureId: second } = await cast.must('analyst', setFigure, {
      sectionId: police,
      ...figure,
      title: 'Second',
      note: 'Provisional.',
    });
    await cast.must('analyst', setFigure, { sectionId: police, figureId, ...figure, title: 'Changed' });
    expect((await figuresOf()).map(({ title }) => title)).toEqual(['Changed', 'Second']);
    await cast.must('analyst', moveFigure, { sectionId: police, figureId: second, beforeFigureId: figureId });
    expect((await cast.see('chair', sectionQuery, { sectionId: police }))?.figures.map(({ title }) => title)).toEqual([
      'Second',
      'Changed',
    ]);
    await cast.must('analyst', removeFigure, { sectionId: police, figureId });
    expect((await figuresOf()).map(({ title }) => title)).toEqual(['Second']);
    expect(codesOf(await cast.as('analyst', removeFigure, { sectionId: police, figureId }))).toEqual([
      'assessment-section/figure-not-there',
    ]);
    expect(codesOf(await set({ figureId }))).toEqual(['assessment-section/figure-not-there']);
  });

  it('is not accepted without its source and the day it is as of (duty 130)', async () => {
    expect(codesOf(await set({ source: ' ' }))).toEqual(['command/not-understood']);
    expect(codesOf(await set({ asOf: '' }))).toEqual(['command/not-understood']);
    const tomorrow = await set({ asOf: '2027-06-01' });
    expect(codesOf(tomorrow)).toEqual(['assessment-section/figure-of-tomorrow']);
    expect(dutiesOf(tomorrow)).toEqual([130]);
    expect(await figuresOf()).toEqual([]);
  });

  it('of a partner’s section is that partner’s alone, and of a police section the police’s (duty 69)', async () => {
    expect(codesOf(await set({}, council))).toEqual(['assessment-section/partner-owns-it']);
    expect(codesOf(await cast.as('partner', setFigure, { sectionId: council, ...figure }))).toEqual([]);
    expect(codesOf(await cast.as('partner', setFigure, { sectionId: police, ...figure }))).toEqual(['assessment-section/police-own-it']);
    expect(codesOf(await cast.as('outsider', setFigure, { sectionId: police, ...figure }))).toEqual(['assessment-section/not-there']);
    expect(codesOf(await cast.as('analyst', setFigure, { sectionId: 'nothing', ...figure }))).toEqual(['assessment-section/not-there']);
  });

  it('does not change once the section is signed off (duty 69)', async () => {
    const { figureId } = await cast.must('analyst', setFigure, { sectionId: police, ...figure });
    await cast.must('analyst', signOffSection, { sectionId: police });
    for (const refused of [
      await set({ figureId }),
      await set(),
      await cast.as('analyst', removeFigure, { sectionId: police, figureId }),
      await cast.as('analyst', moveFigure, { sectionId: police, figureId, beforeFigureId: '' }),
    ])
      expect(codesOf(refused)).toEqual(['assessment-section/signed-off-is-fixed']);
  });

  it('that somebody else changed meanwhile is not overwritten unseen', async () => {
    const { figureId } = await cast.must('analyst', setFigure, { sectionId: police, ...figure });
    const [asFound] = await figuresOf();
    if (asFound === undefined) throw new Error('no figure');
    const basedOn = figureDigest(asFound);
    expect(codesOf(await set({ figureId, basedOn, title: 'Mine' }))).toEqual([]);
    expect(codesOf(await set({ figureId, basedOn, title: 'Theirs' }))).toEqual(['assessment-section/figure-changed-meanwhile']);
  });

  it.each([
    ['a row that does not fit its columns', { rows: [['April', '58'], ['May']] }, 'assessment-section/figure-row-does-not-fit'],
    ['hidden characters', { rows: [['A\u202Epril', '58']] }, 'assessment-section/figure-hidden-characters'],
    ['nothing to draw', { rows: [['April', 'many']] }, 'assessment-section/figure-nothing-to-draw'],
    ['limits without lines', { chart: 'bar', controlLimits: true }, 'assessment-section/figure-limits-need-lines'],
    ['too much in it', { rows: Array.from({ length: 600 }, () => ['x'.repeat(400), '1']) }, 'assessment-section/figure-too-large'],
  ])('with %s is refused by the command and on every other path', async (_what, more, code) => {
    expect(codesOf(await set(more))).toEqual([code]);
    const forged = { id: 'forged', note: '', controlLimits: false, ...figure, ...more };
    expect(await cast.forge('analyst', { put: rewritten(await cast.section(police), { body: { figures: [forged as never] } }) })).toEqual([
      code,
    ]);
  });

  it('that was there already stays, and leaves room for no more than a section can hold', async () => {
    for (let number = 1; number <= 5; number += 1)
      expect(codesOf(await set({ rows: Array.from({ length: 480 }, () => ['x'.repeat(399), '1']) }))).toEqual([]);
    expect(codesOf(await set({ rows: Array.from({ length: 480 }, () => ['x'.repeat(399), '1']) }))).toEqual([
      'assessment-section/figures-too-large',
    ]);
    expect(codesOf(await cast.write('analyst', police, 'Text still changes'))).toEqual([]);
  });

  it('stands in a document as a drawing with its source, age and note, and as a table where it is none', async () => {
    await cast.must('analyst', setFigure, { sectionId: police, ...figure, note: 'Provisional\nfor May.' });
    const [stored] = await figuresOf();
    if (stored === undefined) throw new Error('no figure');
    expect(figureBlock(stored)).toMatchObject({
      type: 'figure',
      title: 'Burglaries by month',
      source: 'Source: Crime recording system, as of Mon 1 Jun 2026. Provisional for May.',
      svg: expect.stringMatching(/^<svg [^>]*viewBox="0 0 720 \d+"/),
      columns: [
        { title: 'Month', align: 'start' },
        { title: 'Burglaries', align: 'end' },
      ],
    });
    expect(figureBlock({ ...stored, chart: 'none' })).toMatchObject({ svg: '', rows: figure.rows });
  });
});
