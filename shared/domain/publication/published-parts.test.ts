import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#shared/base/time.ts';
import {
  type ControlStrategyBody,
  DEFAULT_POLICE_ONLY_PARTS,
  STRATEGY_PARTS,
  type StrategyPriority,
} from '#shared/domain/control-strategy/control-strategy.schema.ts';
import { PRIORITY, questionBody, requirementBody, strategyBody } from '#test/builders/published-world.ts';
import { publicationBody } from './publication.schema.ts';
import { publishedParts, type ToPublish } from './published-parts.ts';

const place = { groupId: 'group', nodeId: 'east' };
const from = (strategy: ControlStrategyBody | null, questions: ToPublish['questions'] = []): ToPublish => ({
  strategy,
  requirement: requirementBody(place),
  questions,
  marking: 'OFFICIAL',
  publishedOn: day('2026-11-24'),
  nameOf: (id) => (id === '' ? '' : `Superintendent ${id}`),
});
const textOf = (parts: readonly { readonly heading: string; readonly text: string }[]): string =>
  parts.map((part) => `${part.heading}\n${part.text}`).join('\n');

/** Texts nobody writes twice, so that finding one says where it came from. */
const token = fc.stringMatching(/^[a-z]{6,12}$/);
const say = (field: string, index: number, text: string): string => `${field}${index}x${text}`;

const anyPriority = (index: number): fc.Arbitrary<StrategyPriority> =>
  fc.record({ text: token, policeOnly: fc.boolean(), hours: fc.integer({ min: 0, max: 9000 }) }).map(({ text, policeOnly, hours }) => ({
    ...PRIORITY,
    key: `row${index}`,
    reference: `CS${index}`,
    title: say('title', index, text),
    summary: say('summary', index, text),
    includedBecause: say('because', index, text),
    ownerId: say('owner', index, text),
    prevention: say('prevention', index, text),
    intelligence: say('intelligence', index, text),
    enforcement: say('enforcement', index, text),
    reassurance: say('reassurance', index, text),
    measures: [{ name: say('measures', index, text), baseline: '', target: '' }],
    hours: hours + 100_000 * (index + 1),
    officers: 0,
    budget: 0,
    policeOnly,
  }));
const anyStrategy = fc
  .record({
    count: fc.integer({ min: 0, max: 6 }),
    kept: fc.option(fc.uniqueArray(fc.constantFrom(...STRATEGY_PARTS)), { nil: undefined }),
    withReassurance: fc.boolean(),
  })
  .chain(({ count, kept, withReassurance }) =>
    fc
      .tuple(...Array.from({ length: count }, (_unused, index) => anyPriority(index)))
      .map((priorities) => strategyBody(place, { priorities, withReassurance, ...(kept === undefined ? {} : { policeOnlyParts: kept }) })),
  );
const anyQuestions = fc
  .array(fc.record({ text: token, askPartners: fc.option(fc.boolean(), { nil: undefined }), gone: fc.boolean() }), { maxLength: 6 })
  .map((all) =>
    all.map(({ text, askPartners, gone }, index) => ({
      id: `q${index}`,
      number: index + 1,
      state: gone ? 'withdrawn' : 'unanswered',
      body: questionBody('group', {
        reference: `SIR-${index + 1}`,
        question: say('question', index, text),
        whyItMatters: say('why', index, text),
        elements: [{ id: 'e', text: say('element', index, text), answered: false }],
        ...(askPartners === undefined ? {} : { askPartners }),
      }),
    })),
  );

describe('what is published', () => {
  it('never holds in the partner version a word of a part that is police only, whatever the strategy and the requirement say (duty 100)', () => {
    fc.assert(
      fc.property(anyStrategy, anyQuestions, (strategy, questions) => {
        const text = textOf(publishedParts(from(strategy, questions), 'partners'));
        const kept = strategy.policeOnlyParts ?? DEFAULT_POLICE_ONLY_PARTS;
        for (const row of strategy.priorities) {
          const cells = {
            prevention: row.prevention,
            intelligence: row.intelligence,
            enforcement: row.enforcement,
            reassurance: row.reassurance,
            measures: row.measures[0]?.name ?? '',
            owner: row.ownerId,
            resources: row.hours.toLocaleString('en-GB'),
          };
          expect(text).not.toContain(row.includedBecause);
          for (const part of STRATEGY_PARTS) {
            const hidden = kept.includes(part) || row.policeOnly === true || (part === 'reassurance' && !strategy.withReassurance);
            expect(text.includes(cells[part]), part).toBe(!hidden);
          }
          expect(text.includes(row.title) && text.includes(row.summary)).toBe(row.policeOnly !== true);
        }
        for (const { state, body } of questions) {
          const asked = body.askPartners === true && state !== 'withdrawn';
          expect(text).not.toContain(body.whyItMatters);
          expect(text.includes(body.question)).toBe(asked);
          expect(text.includes(body.elements[0]?.text ?? '')).toBe(asked);
        }
        expect(text).not.toContain('What is not known of the series');
      }),
      { numRuns: 200 },
    );
  });

  it('holds all of it for staff, marked and dated, in an order that can be read (duties 83, 99)', () => {
    const parts = publishedParts(
      from(strategyBody(place, { priorities: [{ ...PRIORITY, ownerId: 'Hale' }] }), [
        { id: 'q', number: 1, state: 'partly', body: questionBody('group') },
      ]),
      'staff',
    );
    expect(parts[0]?.text).toBe('Staff version. OFFICIAL. Published Tue 24 Nov 2026.');
    expect(parts.map((part) => part.heading)).toEqual([
      '',
      'Control strategy of East',
      'Strategic direction',
      'CS1 Residential burglary',
      'Why it is included',
      'Owner',
      'Prevention',
      'Intelligence',
      'Enforcement',
      'Reassurance',
      'Measures',
      'Resources',
      'Strategic intelligence requirement of East',
      'Introduction',
      'SIR-1',
      'Why it matters',
      'What has to be known',
    ]);
    expect(textOf(parts)).toContain('1,200 hours, 8 officers, £25,000');
    expect(textOf(parts)).toContain('- Burglaries a month: now 41, target 30');
  });

  it('fits its stored shape also with the longest texts the strategy and the requirement can hold', () => {
    const long = 'x'.repeat(4000);
    const priorities = Array.from({ length: 30 }, (_unused, index) => ({
      ...PRIORITY,
      key: `k${index}`,
      title: 'y'.repeat(200),
      summary: long,
    }));
    const elements = Array.from({ length: 40 }, (_unused, index) => ({ id: `e${index}`, text: 'z'.repeat(500), answered: false }));
    const questions = Array.from({ length: 20 }, (_unused, index) => ({
      id: `q${index}`,
      number: index,
      state: 'unanswered',
      body: questionBody('group', { whyItMatters: long, elements }),
    }));
    const parts = publishedParts(from(strategyBody(place, { priorities, direction: long }), questions), 'staff');
    expect(publicationBody.shape.parts.safeParse(parts).success).toBe(true);
  });
});
