import { z } from 'zod';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { dayText } from '#shared/base/time-text.ts';
import { day, dayOf } from '#shared/base/time.ts';
import type { Block, PrintDocument } from '#shared/contracts/document/print-document.ts';
import { figureBlock } from '#shared/domain/assessment-section/figure-block.ts';
import { likelihoodInWords } from '#shared/domain/assessment-section/yardstick.ts';
import { defineDocument } from '#shared/domain/kit/document.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { readNames } from '#shared/domain/meeting/people-named.ts';
import { strategicAssessmentBook as book } from './strategic-assessment-refusals.ts';

type Assessment = RecordOf<'strategic-assessment'>;
type Section = RecordOf<'assessment-section'>;
type Recommendation = RecordOf<'recommendation'>;

const STATE_WORDS: Readonly<Record<string, string>> = {
  terms: 'Draft: terms of reference',
  drafting: 'Draft: being written',
  'in-review': 'Draft: in quality review',
  final: 'Final',
  withdrawn: 'Withdrawn',
};
const OUTCOMES: Readonly<Record<string, string>> = {
  proposed: 'No outcome yet',
  adopted: 'Adopted',
  varied: 'Varied',
  rejected: 'Rejected',
  deferred: 'Deferred',
};

const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: 'heading', level, text });
const prose = (text: string): readonly Block[] => (text === '' ? [] : [{ type: 'prose', text }]);
const onDay = (text: string): string => (text === '' ? '' : dayText(day(text)));

function termsBlocks({ body }: Assessment): readonly Block[] {
  const { aim, scope, questions, method, sources, limits } = body.terms;
  const rows = [
    { label: 'Aim', text: aim },
    { label: 'Scope', text: scope },
    { label: 'Questions', text: questions.map((question) => `- ${question}`).join('\n') },
    { label: 'Method', text: method },
    { label: 'Sources', text: sources },
    { label: 'Limits', text: limits },
  ].filter((row) => row.text !== '');
  return rows.length === 0 ? [] : [heading(1, 'Terms of reference'), { type: 'facts', rows }];
}

/** A section on paper: who owns it and whether it is signed off stand under its heading (duty 69). */
function sectionBlocks({ body, owner, state }: Section, name: (id: string) => string): readonly Block[] {
  const ownerName = body.ownerName || name(owner);
  const by = [ownerName, body.ownerAgencyName ?? ''].filter((part) => part !== '').join(', ');
  const signed =
    state === 'signed-off' && body.signedOffAt !== '' ? `Signed off on ${dayText(dayOf(body.signedOffAt))}.` : 'Not signed off.';
  return [
    heading(1, body.heading),
    { type: 'prose', text: `${by === '' ? 'No owner.' : `Owner: ${by}.`} ${signed}` },
    ...prose(body.text),
    ...body.figures.map(figureBlock),
    ...(body.forecasts.length === 0
      ? []
      : [
          {
            type: 'table',
            caption: 'Forecasts',
            columns: [{ title: 'What is expected', share: 4 }, { title: 'How likely, how sure', share: 2 }, { title: 'By' }],
            rows: body.forecasts.map((one) => [one.statement, likelihoodInWords(one), onDay(one.by)]),
          } as const,
        ]),
    ...(body.evidence.length === 0
      ? []
      : [
          {
            type: 'table',
            caption: 'Evidence',
            columns: [{ title: 'Source', share: 4 }, { title: 'As of' }, { title: 'Confidence' }],
            rows: body.evidence.map((cited) => [cited.title, onDay(cited.asOf) || 'not given', cited.confidence || 'not given']),
          } as const,
        ]),
  ];
}

function recommendationBlocks(recommendations: readonly Recommendation[]): readonly Block[] {
  if (recommendations.length === 0) return [];
  return [
    heading(1, 'List of recommendations'),
    ...recommendations.flatMap(({ body, state }): Block[] => [
      heading(2, body.title),
      ...prose(body.text),
      ...prose(body.rationale === '' ? '' : `Because: ${body.rationale}`),
      ...(state === 'proposed'
        ? []
        : prose([`${OUTCOMES[state] ?? state}: ${body.outcomeReason}`, body.variedText].filter((part) => part !== '').join('\n'))),
    ]),
  ];
}

function frontBlocks(assessment: Assessment, name: (id: string) => string, partners: readonly string[]): readonly Block[] {
  const { body } = assessment;
  const passed = body.reviews.findLast((review) => review.outcome === 'passed');
  return [
    ...(assessment.state === 'final'
      ? []
      : [{ type: 'notice', text: `${STATE_WORDS[assessment.state] ?? ''}. Not for decision.` } as const]),
    {
      type: 'facts',
      rows: [
        { label: 'State', text: STATE_WORDS[assessment.state] ?? assessment.state },
        { label: 'Period', text: `${onDay(body.periodFrom)} to ${onDay(body.periodTo)}` },
        { label: 'Author', text: name(assessment.owner) },
        { label: 'Written with', text: partners.join(', ') },
        {
          label: 'Terms agreed',
          text: body.termsAgreedAt === '' ? '' : `${dayText(dayOf(body.termsAgreedAt))}, ${name(body.termsAgreedById)}`,
        },
        { label: 'Quality review', text: passed === undefined ? '' : `${dayText(dayOf(passed.at))}, ${name(passed.byId)}` },
      ].filter((row) => row.text !== ''),
    },
  ];
}

/**
 * The assessment on paper. The whole copy is what its reader may read; the partner copy leaves out every section and recommendation that is police only,
 * with no number or gap that would tell how many there are (duty 69).
 */
export const assessmentDocument = defineDocument({
  name: 'strategic-assessment',
  args: z.object({ assessmentId: idShape, copy: z.enum(['whole', 'partner']) }),
  subject: ({ assessmentId }) => ({ kind: 'strategic-assessment', id: assessmentId }),
  read: async ({ assessmentId, copy }, { reading, actor }): Promise<Result<PrintDocument>> => {
    const assessment = await reading.one('strategic-assessment', assessmentId);
    if (assessment === null) return refused(book.say('strategic-assessment/not-there'));
    const [names, allSections, allRecommendations, group] = await Promise.all([
      readNames(reading),
      reading.many('assessment-section', { parent: assessmentId }, { by: 'number' }),
      reading.many('recommendation', { parent: assessmentId }, { by: 'number' }),
      reading.one('group', assessment.body.groupId),
    ]);
    const inCopy = (record: { readonly body: { readonly policeOnly: boolean } }): boolean => copy === 'whole' || !record.body.policeOnly;
    const sections = allSections.filter(inCopy);
    const recommendations = allRecommendations.filter(inCopy);
    const name = (id: string): string => (id === actor.personId ? actor.name : names.of(id));
    const partners = [...new Set(sections.map((section) => section.body.ownerAgencyName ?? ''))].filter((one) => one !== '');
    const { body } = assessment;
    return ok({
      title: body.title,
      subtitle: [group?.body.name ?? '', copy === 'partner' ? 'Copy for partners' : ''].filter((part) => part !== '').join(' · '),
      reference: body.reference,
      marking: assessment.marking,
      handling: assessment.handling,
      policeOnly: [...sections, ...recommendations].some((record) => record.body.policeOnly),
      layout: 'portrait',
      onePage: false,
      blocks: [
        ...frontBlocks(assessment, name, partners),
        ...termsBlocks(assessment),
        ...sections.flatMap((section) => sectionBlocks(section, name)),
        ...recommendationBlocks(recommendations),
      ],
    });
  },
});
