import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '#shared/base/digest.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { assessmentDocument } from '#shared/domain/strategic-assessment/strategic-assessment.document.ts';
import { comparedQuery, assessmentVersionsQuery, sectionComparedQuery } from '#shared/domain/strategic-assessment/assessment-versions.ts';
import { changeAssessment } from '#shared/domain/strategic-assessment/strategic-assessment.commands.ts';
import { assessmentQuery } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { type AssessmentWorld, assessmentWorld } from '#test/builders/assessment-world.ts';
import { CAST, type Cast } from '#test/builders/meeting-world.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import {
  addSection,
  assignSection,
  changeSection,
  citeEvidence,
  moveSection,
  removeForecast,
  removeSection,
  receiveSection,
  reopenSection,
  setForecast,
  signOffSection,
  writeSection,
} from './assessment-section.commands.ts';
import { citableQuery, sectionQuery } from './assessment-section.queries.ts';
import { hedgesIn } from './yardstick.ts';

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
const seen = async (who: Cast, sectionId: string) => cast.see(who, sectionQuery, { sectionId });
const FIGURE = {
  id: 'figure1',
  title: 'Burglaries by month',
  source: 'Crime recording system',
  asOf: '2026-11-01' as never,
  note: '' as const,
  columns: ['Month', 'Burglaries'],
  rows: [['October', '61']],
  chart: 'none' as const,
  controlLimits: false,
};

describe('a section of a joint assessment', () => {
  it('of a partner is written by that partner alone, and the partner writes no police section (duty 69)', async () => {
    for (const who of ['analyst', 'manager', 'chair', 'secretary'] as const) {
      const refusal = await cast.write(who, council, 'The council says');
      expect(codesOf(refusal)).toEqual(['assessment-section/partner-owns-it']);
      expect(dutiesOf(refusal)).toEqual([69]);
      expect(codesOf(await cast.as(who, signOffSection, { sectionId: council }))).toEqual(['assessment-section/partner-owns-it']);
    }
    expect(codesOf(await cast.write('partner', police, 'The police say'))).toEqual(['assessment-section/police-own-it']);
    expect(codesOf(await cast.write('partner', council, 'Repeat complaints on the Marsh estate'))).toEqual([]);
    expect(codesOf(await cast.write('analyst', police, 'Recorded burglary'))).toEqual([]);
    await cast.must('partner', signOffSection, { sectionId: council });
    const row = (await cast.see('chair', assessmentQuery, { assessmentId }))?.sections.find((one) => one.id === council);
    expect([row?.owner, row?.ownerAgency, row?.signedOff]).toEqual(['Sam Partnerson', 'Eastmoor Council', true]);
  });

  it('keeps its side on every path: no forged record of text, evidence, figures or forecasts crosses over (duty 69)', async () => {
    const change = fc.constantFrom<Partial<RecordOf<'assessment-section'>['body']>>(
      { text: 'Changed' },
      { heading: 'Changed' },
      { figures: [FIGURE] },
      { forecasts: [{ id: 'f1', statement: 'More', probability: 'likely', confidence: 'low', by: '' }] },
      { evidence: [{ recordKind: '', recordId: '', title: 'A report', asOf: '', confidence: '' }] },
      { policeOnly: true },
      { ownerAgencyId: '' },
      { ownerAgencyId: '', text: 'Taken over' },
    );
    await cast.write('partner', council, 'Ours');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CAST), change, async (who, body) => {
        const theirs = await cast.forge(who, { put: rewritten(await cast.section(council), { body }) });
        const isTheirOwn = who === 'partner' && body.policeOnly === undefined && body.ownerAgencyId === undefined;
        expect(theirs.length === 0).toBe(isTheirOwn);
        // The police section belongs to no agency already: saying so changes nothing.
        if (who !== 'partner' || Object.keys(body).join() === 'ownerAgencyId') return;
        expect(await cast.forge(who, { put: rewritten(await cast.section(police), { body }) })).not.toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('takes in what the partner sent in writing, word for word and in the owner’s name, and never over the partner’s own words (duty 69)', async () => {
    const sent = {
      text: 'Complaints from the Marsh estate doubled',
      on: '2026-11-18',
      reference: 'Letter of the chief executive, EC-114',
    } as const;
    const receive = (who: Cast, sectionId = council, more: object = {}) => cast.as(who, receiveSection, { sectionId, ...sent, ...more });
    expect(codesOf(await receive('response'))).toEqual(['assessment-section/layout-not-yours']);
    expect(codesOf(await receive('analyst', police))).toEqual(['assessment-section/received-as-sent']);
    expect(codesOf(await receive('analyst', council, { on: '2026-12-24' }))).toEqual(['assessment-section/received-as-sent']);
    expect(codesOf(await receive('analyst'))).toEqual([]);
    expect(await seen('chair', council)).toMatchObject({
      text: sent.text,
      signedOffBy: 'Sam Partnerson',
      received: { reference: sent.reference },
    });
    const section = await cast.section(council);
    expect(await cast.forge('analyst', { put: rewritten(section, { body: { text: 'Complaints fell' } }) })).not.toEqual([]);
    const another = { fromId: cast.ids.analyst, on: '2026-11-19' as never, reference: 'None', enteredById: cast.ids.analyst };
    expect(await cast.forge('analyst', { put: rewritten(section, { body: { text: 'Complaints fell', received: another } }) })).toEqual([
      'assessment-section/received-as-sent',
    ]);
    await cast.must('partner', reopenSection, { sectionId: council });
    await cast.write('partner', council, 'In our own words');
    expect((await cast.section(council)).body.received ?? null).toBeNull();
    expect(codesOf(await receive('analyst'))).toEqual(['assessment-section/received-as-sent']);
  });

  it('does not pass between police and partner once something is written in it (duty 69)', async () => {
    await cast.write('partner', council, 'Ours');
    expect(codesOf(await cast.as('analyst', assignSection, { sectionId: council, ownerId: cast.ids.analyst }))).toContain(
      'assessment-section/agency-is-fixed',
    );
    expect(codesOf(await cast.as('partner', assignSection, { sectionId: council, ownerId: cast.ids.partner }))).toEqual([
      'assessment-section/layout-not-yours',
    ]);
  });

  it('is owned by a person of its own side, of an agency that takes part (duty 69)', async () => {
    const assign = (sectionId: string, ownerId: string, ownerAgencyId = '') =>
      cast.as('analyst', assignSection, { sectionId, ownerId, ownerAgencyId });
    expect(codesOf(await assign(police, cast.ids.partner))).toEqual(['assessment-section/owner-unknown']);
    expect(codesOf(await assign(council, cast.ids.analyst, cast.agencyId))).toEqual(['assessment-section/owner-unknown']);
    expect(codesOf(await assign(police, cast.ids.response))).toEqual([]);
    const alone = (await cast.sections(await cast.drafting()))[0]?.id ?? '';
    expect(codesOf(await assign(alone, cast.ids.partner, cast.agencyId))).toContain('assessment-section/agency-not-of-the-assessment');
  });

  it('keeps a partner in the assessment while it owns a section (duty 69)', async () => {
    const { title, periodFrom, periodTo } = (await cast.assessment(assessmentId)).body;
    expect(
      codesOf(await cast.as('analyst', changeAssessment, { assessmentId, title, periodFrom, periodTo, partnerAgencyIds: [] })),
    ).toEqual(['strategic-assessment/partner-owns-sections']);
  });

  it('that is police only is nowhere in what a partner sees, and partner copies leave it out (duty 69)', async () => {
    const { sectionId } = await cast.must('analyst', addSection, {
      assessmentId,
      heading: 'Covert tactics',
      policeOnly: true,
      ownerId: cast.ids.analyst,
      beforeSectionId: police,
    });
    await cast.write('analyst', sectionId, 'Surveillance of the Marsh group');
    expect(await seen('partner', sectionId)).toBeNull();
    expect(codesOf(await cast.as('partner', signOffSection, { sectionId }))).toEqual(['assessment-section/not-there']);
    const page = await cast.see('partner', assessmentQuery, { assessmentId });
    expect(JSON.stringify(page)).not.toMatch(/Covert|Surveillance/);
    expect(page?.sections[0]?.id).toBe(police);
    expect(page?.policeOnly).toBe(false);
    const print = async (who: Cast, copy: 'whole' | 'partner') => {
      const actor = await cast.world.actor(cast.ids[who]);
      const context = { actor, now: cast.world.now, reading: cast.world.records.readingOf(actor) };
      return JSON.stringify(await assessmentDocument.read({ assessmentId, copy }, context));
    };
    expect(await print('analyst', 'whole')).toMatch(/Surveillance/);
    expect(await print('analyst', 'partner')).not.toMatch(/Covert|Surveillance|POLICE/);
    expect(await print('partner', 'whole')).not.toMatch(/Covert|Surveillance/);
    expect(codesOf(await cast.as('partner', changeSection, { sectionId: council, heading: 'Ours', policeOnly: true }))).toContain(
      'assessment-section/partner-section-is-open',
    );
  });

  it('shows a partner no earlier version of what has become police only', async () => {
    await cast.write('analyst', police, 'Names of subjects');
    await cast.must('analyst', changeSection, { sectionId: police, heading: 'Subjects', policeOnly: true });
    const versions = await cast.see('partner', assessmentVersionsQuery, { assessmentId });
    expect(versions?.sections.map((one) => one.id)).not.toContain(police);
    expect(JSON.stringify(await cast.see('partner', comparedQuery, { assessmentId, left: '', right: '' }))).not.toMatch(/Names|Subjects/);
    expect(await cast.see('partner', sectionComparedQuery, { sectionId: police, left: '', right: '' })).toBeNull();
  });
});

describe('a section', () => {
  it('is signed off by its owner alone, when something is written, and then does not change until it is opened again', async () => {
    expect(codesOf(await cast.as('analyst', signOffSection, { sectionId: police }))).toEqual(['assessment-section/empty-not-signed-off']);
    await cast.write('analyst', police, 'Found');
    expect(codesOf(await cast.as('manager', signOffSection, { sectionId: police }))).toEqual(['assessment-section/only-owner-signs-off']);
    const signed = { state: 'signed-off', body: { signedOffById: cast.ids.analyst, signedOffAt: cast.world.now } };
    expect(await cast.forge('manager', { put: rewritten(await cast.section(police), signed) })).toEqual([
      'assessment-section/only-owner-signs-off',
    ]);
    await cast.must('analyst', signOffSection, { sectionId: police });
    expect(codesOf(await cast.write('analyst', police, 'Other'))).toEqual(['assessment-section/signed-off-is-fixed']);
    expect(await cast.forge('analyst', { put: rewritten(await cast.section(police), { body: { figures: [FIGURE] } }) })).toEqual([
      'assessment-section/signed-off-is-fixed',
    ]);
    await cast.must('analyst', reopenSection, { sectionId: police });
    expect((await cast.section(police)).body.signedOffById).toBe('');
  });

  it('whose owner left is given to another', async () => {
    await cast.must('analyst', assignSection, { sectionId: police, ownerId: cast.ids.response });
    const person = await cast.world.records.reading.one('person', cast.ids.response);
    if (person === null) throw new Error('nobody');
    cast.world.records.apply([{ put: rewritten(person, { state: 'left' }) }], { now: cast.world.now, actorId: '' });
    expect(codesOf(await cast.write('analyst', police, 'Still written'))).toEqual([]);
    expect(codesOf(await cast.as('analyst', assignSection, { sectionId: police, ownerId: cast.ids.analyst }))).toEqual([]);
    expect(codesOf(await cast.as('analyst', assignSection, { sectionId: police, ownerId: cast.ids.response }))).toEqual([
      'assessment-section/owner-unknown',
    ]);
  });

  it('of a partner is not written by somebody who has moved to the police since (duty 69)', async () => {
    const person = await cast.world.records.reading.one('person', cast.ids.partner);
    if (person === null) throw new Error('nobody');
    cast.world.records.apply([{ put: rewritten(person, { body: { partnerAgencyId: '' } }) }], { now: cast.world.now, actorId: '' });
    expect(codesOf(await cast.write('partner', council, 'Ours'))).toEqual(['assessment-section/partner-owns-it']);
  });

  it('loses nobody’s words when two write at once', async () => {
    const basedOn = digestOf('');
    await cast.must('analyst', writeSection, { sectionId: police, text: 'Mine', basedOn });
    expect(codesOf(await cast.as('manager', writeSection, { sectionId: police, text: 'Theirs', basedOn }))).toEqual([
      'assessment-section/changed-meanwhile',
    ]);
    expect(codesOf(await cast.as('manager', writeSection, { sectionId: police, text: 'Theirs', basedOn: digestOf('Mine') }))).toEqual([]);
  });

  it('is moved, added between others, and taken out only while nothing is written in it', async () => {
    const ids = async () => (await cast.sections(assessmentId)).map((one) => one.id);
    const [first = '', second = '', third = ''] = await ids();
    await cast.must('analyst', moveSection, { sectionId: third, beforeSectionId: first });
    expect((await ids()).slice(0, 3)).toEqual([third, first, second]);
    const { sectionId } = await cast.must('analyst', addSection, { assessmentId, heading: 'Rural crime', beforeSectionId: first });
    expect((await cast.sections(assessmentId)).map((one) => one.number)).toEqual((await ids()).map((_id, index) => index + 1));
    await cast.must('analyst', removeSection, { sectionId });
    await cast.write('analyst', first, 'Written');
    expect(codesOf(await cast.as('analyst', removeSection, { sectionId: first }))).toEqual(['assessment-section/with-text-stays']);
    expect(await cast.forge('analyst', { erase: { kind: 'assessment-section', id: first } })).toEqual([
      'assessment-section/with-text-stays',
    ]);
    expect(codesOf(await cast.as('response', moveSection, { sectionId: first, beforeSectionId: '' }))).toEqual([
      'assessment-section/layout-not-yours',
    ]);
  });

  it('cites records and outside sources, says which are old (duty 130), and tells partners of no police-only record', async () => {
    const meetingId = await cast.live();
    const { decisionId } = await cast.decide(meetingId, await cast.open(meetingId), { policeOnly: true });
    const cite = (evidence: object, who: Cast = 'analyst', sectionId = police) =>
      cast.as(who, citeEvidence, { sectionId, evidence: [{ title: 'Source', ...evidence }] });
    expect(codesOf(await cite({ recordKind: 'decision', recordId: decisionId }))).toEqual(['assessment-section/evidence-is-police-only']);
    expect(codesOf(await cite({ recordKind: 'decision', recordId: decisionId }, 'partner', council))).toEqual([
      'assessment-section/evidence-not-there',
    ]);
    expect(codesOf(await cite({ recordKind: 'decision', recordId: 'nothing' }))).toEqual(['assessment-section/evidence-not-there']);
    expect((await cast.see('analyst', citableQuery, { sectionId: police })).rows.map((row) => row.id)).not.toContain(decisionId);
    await cast.must('analyst', citeEvidence, {
      sectionId: police,
      evidence: [
        { title: 'Crime survey', asOf: '2025-06-30', confidence: 'high' },
        { title: 'Ward profile', asOf: '2026-09-30' },
        { title: 'Talk with wardens' },
      ],
    });
    expect((await seen('analyst', police))?.evidence.map((one) => one.age)).toEqual(['old', 'current', 'unknown']);
  });

  it('holds forecasts with a word of the yardstick and a confidence, and asks again about words that hide how likely', async () => {
    const args = {
      sectionId: police,
      statement: 'Burglary may rise in the spring',
      probability: 'likely',
      confidence: 'moderate',
    } as const;
    await cast.must('analyst', setForecast, args);
    const [forecast] = (await seen('analyst', police))?.forecasts ?? [];
    expect(forecast?.hedges).toEqual(['may']);
    await cast.must('analyst', setForecast, { ...args, forecastId: forecast?.id ?? '', statement: 'Burglary will rise in the spring' });
    expect((await seen('analyst', police))?.forecasts.map((one) => one.hedges)).toEqual([[]]);
    await cast.must('analyst', removeForecast, { sectionId: police, forecastId: forecast?.id ?? '' });
    expect((await seen('analyst', police))?.forecasts).toEqual([]);
    expect(codesOf(await cast.as('analyst', setForecast, { ...args, probability: 'probable' as never }))).toEqual([
      'command/not-understood',
    ]);
  });

  it('is compared in two of its versions, and as a whole between two moments', async () => {
    await cast.write('analyst', police, 'First words');
    const then = cast.world.now;
    cast.pass(10);
    await cast.write('analyst', police, 'Second words');
    const versions = (await cast.see('analyst', assessmentVersionsQuery, { assessmentId }))?.sections.find((one) => one.id === police);
    const [, left = '', right = ''] = versions?.versions.map((one) => one.id) ?? [];
    const one = await cast.see('analyst', sectionComparedQuery, { sectionId: police, left, right });
    expect([one?.left?.text, one?.right?.text]).toEqual(['First words', 'Second words']);
    const whole = await cast.see('analyst', comparedQuery, { assessmentId, left: then, right: '' });
    expect(whole?.sections.find((section) => section.id === police)?.left?.text).toBe('First words');
  });
});

describe('words that hide how likely something is', () => {
  it('are found whole and once each; the month and the yardstick’s own words are none', () => {
    expect(hedgesIn('It could, and possibly may, rise; it could fall')).toEqual(['could', 'possibly', 'may']);
    expect(hedgesIn('By May it is a realistic possibility; impossible otherwise')).toEqual([]);
    expect(hedgesIn('May rise')).toEqual(['may']);
  });
});
