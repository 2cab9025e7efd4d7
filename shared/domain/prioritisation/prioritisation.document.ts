import { z } from 'zod';
import { type Result, ok, refused } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { dayText } from '#shared/base/time-text.ts';
import { type Day, type Instant, dayOf } from '#shared/base/time.ts';
import type { Block, PrintDocument } from '#shared/contracts/document/print-document.ts';
import { fitting, readRegister, registerArgs } from '#shared/domain/issue/issue.queries.ts';
import { defineDocument } from '#shared/domain/kit/document.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { SCORE_IN_WORDS, scoreName } from '#shared/domain/scoring-matrix/matrix-model.ts';
import type { ScoringMatrixBody } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';
import type { IssueToScore } from './issue-score.ts';
import { orderChanges } from './order-changes.ts';
import { readPlaceNames } from './place-names.ts';
import { changeText, figureText, rankRangeText, rankText, shareText, simulationInWords } from './plain-words.ts';
import { prioritisationBook } from './prioritisation-refusals.ts';
import { type RankedIssue, rankIssues } from './ranking.ts';
import { riskPlot } from './risk-plot.ts';
import { plotSvg } from './risk-plot-svg.ts';
import { simulate } from './simulation.ts';

const OUTCOMES: Readonly<Record<string, string>> = { scoring: 'No outcome yet', included: 'Included', 'not-included': 'Not included' };
/** More changes than these are no help on paper. */
const MOST_CHANGES = 15;

/** A prioritisation: the ranking, the simulation, every outcome with its reason and every score with its ground (duties 90, 94-96). */
export const prioritisationDocument = defineDocument({
  name: 'prioritisation',
  args: z.object({ prioritisationId: idShape }),
  subject: ({ prioritisationId }) => ({ kind: 'prioritisation', id: prioritisationId }),
  read: async ({ prioritisationId }, { reading }): Promise<Result<PrintDocument>> => {
    const one = await reading.one('prioritisation', prioritisationId);
    if (one === null) return refused(prioritisationBook.say('prioritisation/not-yours-to-prepare'));
    const { body } = one;
    const [issues, places, decision] = await Promise.all([
      reading.many('issue', { parent: one.id }, { by: 'number' }),
      readPlaceNames(reading),
      body.decisionId === '' ? null : reading.one('decision', body.decisionId),
    ]);
    const toScore = issues.map((issue): IssueToScore => ({ id: issue.id, ...issue.body }));
    const ranked = rankIssues(body.matrix, toScore);
    const byId = new Map(issues.map((issue) => [issue.id, issue]));
    const inOrder = ranked.flatMap((row) => byId.get(row.id) ?? []);
    const frozen = one.state === 'frozen';
    return ok({
      title: body.title,
      subtitle: ['Prioritisation of issues', places(body.nodeId)].filter((part) => part !== '').join(', '),
      reference: decision?.body.reference ?? '',
      marking: one.marking,
      handling: one.handling,
      policeOnly: issues.some((issue) => issue.body.policeOnly === true),
      layout: 'landscape',
      onePage: false,
      blocks: [
        ...(frozen ? [] : [{ type: 'notice' as const, text: 'Still open: nothing here has been decided and everything may change.' }]),
        {
          type: 'facts',
          rows: [
            { label: 'State', text: frozen ? `Frozen on ${dayText(dayOf(body.frozenAt as Instant))}` : 'Open' },
            { label: 'Decision', text: decision?.body.reference ?? '' },
            { label: 'Matrix', text: `${body.matrix.name}, version ${body.matrix.version}` },
            { label: 'Origin', text: body.matrix.origin },
            { label: 'Arithmetic', text: SCORE_IN_WORDS[body.matrix.model] },
          ],
        },
        { type: 'heading', level: 1, text: 'Ranking' },
        rankingTable(body.matrix, ranked, toScore, body),
        { type: 'prose', text: simulationInWords(body.runs, body.top) },
        ...plotBlocks(body.matrix, ranked, one),
        { type: 'heading', level: 1, text: 'What would change the order' },
        changesBlock(body.matrix, toScore, body.top),
        { type: 'heading', level: 1, text: 'Outcomes and why' },
        outcomesTable(inOrder, ranked),
        { type: 'page-break' },
        { type: 'heading', level: 1, text: 'Scores and their grounds' },
        ...inOrder.flatMap((issue) => groundsOf(issue, body.matrix)),
      ],
    });
  },
});

function rankingTable(
  matrix: ScoringMatrixBody,
  ranked: readonly RankedIssue[],
  issues: readonly IssueToScore[],
  { seed, runs, top }: { readonly seed: number; readonly runs: number; readonly top: number },
): Block {
  const simulated = new Map(simulate({ matrix, issues, seed, runs, top }).map((one) => [one.id, one]));
  return {
    type: 'table',
    caption: '',
    columns: [
      { title: 'Rank', share: 1, align: 'end' },
      { title: 'Issue', share: 6 },
      { title: scoreName(matrix.model), share: 1.5, align: 'end' },
      { title: 'Lowest to highest', share: 2, align: 'end' },
      { title: `In the top ${top}`, share: 1.5, align: 'end' },
      { title: 'Rank in eight of ten', share: 2 },
      { title: 'Position', share: 1.5, align: 'end' },
      { title: 'Confidence', share: 2 },
    ],
    rows: ranked.map((row) => {
      const run = simulated.get(row.id);
      return [
        rankText(row),
        row.title,
        row.score === null ? `${row.scored} of ${row.needed} scored` : figureText(row.score),
        row.lowest === null || row.highest === null ? '' : `${figureText(row.lowest)} to ${figureText(row.highest)}`,
        run === undefined ? '' : shareText(run.topShare),
        run === undefined ? '' : rankRangeText(run),
        row.position === null ? '' : `${figureText(row.position)} of ${row.positionMost}`,
        confidenceText(matrix, row),
      ];
    }),
  };
}

function confidenceText(matrix: ScoringMatrixBody, row: RankedIssue): string {
  if (row.confidence === null) return '';
  const levels = matrix.factors.find((factor) => factor.section === 'confidence')?.levels ?? [];
  const nearest = levels.reduce<(typeof levels)[number] | undefined>(
    (best, level) =>
      best === undefined || Math.abs(level.value - (row.confidence ?? 0)) < Math.abs(best.value - (row.confidence ?? 0)) ? level : best,
    undefined,
  );
  const word = nearest?.meaning.split(':')[0] ?? figureText(row.confidence);
  return row.lowConfidence ? `${word}: raise an intelligence requirement` : word;
}

function plotBlocks(matrix: ScoringMatrixBody, ranked: readonly RankedIssue[], one: RecordOf<'prioritisation'>): readonly Block[] {
  const plot = riskPlot(matrix, ranked);
  if (plot.points.length === 0) return [];
  return [
    {
      type: 'figure',
      title: `${plot.xName} against ${plot.yName.split(' (')[0]?.toLowerCase() ?? ''}`,
      source: `Scores of this prioritisation, as of ${dayText(dayOf((one.body.frozenAt === '' ? one.updatedAt : one.body.frozenAt) as Instant))}. The number is the rank.`,
      svg: plotSvg(plot),
      columns: [{ title: 'Rank' }, { title: 'Issue', share: 5 }, { title: plot.xName }, { title: plot.yName }],
      rows: plot.points.map((point) => [String(point.rank), point.title, figureText(point.x), figureText(point.y)]),
    },
  ];
}

function changesBlock(matrix: ScoringMatrixBody, issues: readonly IssueToScore[], top: number): Block {
  const changes = orderChanges(matrix, issues, top);
  if (changes.length === 0) return { type: 'prose', text: 'No single score, moved within its range, would change the order.' };
  const left = changes.length - MOST_CHANGES;
  const lines = changes.slice(0, MOST_CHANGES).map((change) => `- ${changeText(change, top)}`);
  return { type: 'prose', text: [...lines, ...(left > 0 ? [`- And ${left} more, which change less.`] : [])].join('\n') };
}

function outcomesTable(issues: readonly RecordOf<'issue'>[], ranked: readonly RankedIssue[]): Block {
  const ranks = new Map(ranked.map((row) => [row.id, rankText(row)]));
  return {
    type: 'table',
    caption: '',
    columns: [
      { title: 'Rank', share: 1, align: 'end' },
      { title: 'Issue', share: 5 },
      { title: 'Outcome', share: 2.5 },
      { title: 'Because', share: 9 },
    ],
    rows: issues.map(({ id, state, body }) => [
      ranks.get(id) ?? '',
      body.title,
      `${OUTCOMES[state] ?? state}${body.otherKeyThreat ? '; other key threat' : ''}`,
      body.outcomeReason,
    ]),
  };
}

function groundsOf({ body }: RecordOf<'issue'>, matrix: ScoringMatrixBody): readonly Block[] {
  const scores = matrix.factors.flatMap((factor) => {
    const score = body.scores.find((one) => one.factor === factor.key);
    return score === undefined ? [] : [[factor.name, ...pointsOf(score), score.reason, score.source]];
  });
  const offences = body.offences.map((offence) => [
    `${offence.code} ${matrix.weights.find((weight) => weight.code === offence.code)?.offence ?? ''}`,
    ...pointsOf(offence),
    offence.leftOut === undefined || offence.leftOut === 0 ? '' : `${offence.leftOut.toLocaleString('en-GB')} more left out of the index`,
    offence.source,
  ]);
  return [
    { type: 'heading', level: 2, text: body.title },
    ...(body.description === '' ? [] : [{ type: 'prose' as const, text: body.description }]),
    {
      type: 'table',
      caption: '',
      columns: [
        { title: 'Factor', share: 4 },
        { title: 'Low', share: 1, align: 'end' },
        { title: 'Likely', share: 1, align: 'end' },
        { title: 'High', share: 1, align: 'end' },
        { title: 'Reason', share: 8 },
        { title: 'Source', share: 4 },
      ],
      rows: [...scores, ...offences],
    },
  ];
}

const pointsOf = ({ low, likely, high }: { readonly low: number; readonly likely: number; readonly high: number }): readonly string[] =>
  [low, likely, high].map(figureText);

/** The register of issues considered, as filtered: what was included, what was not, and why (duty 90). */
export const issueRegisterDocument = defineDocument({
  name: 'issue-register',
  args: registerArgs,
  // The register belongs to nobody; the journal notes that it was taken out.
  subject: () => ({ kind: 'issue', id: 'register' }),
  read: async (asked, { reading }): Promise<Result<PrintDocument>> => {
    const rows = fitting(await readRegister(reading), asked);
    return ok({
      title: 'Issues considered for the control strategy',
      subtitle: [asked.year, asked.text === '' ? '' : `with the words “${asked.text}”`].filter((part) => part !== '').join(', '),
      reference: '',
      marking: rows.some((row) => row.marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
      handling: '',
      policeOnly: rows.some((row) => row.policeOnly),
      layout: 'landscape',
      onePage: false,
      blocks:
        rows.length === 0
          ? [{ type: 'notice', text: 'No issue fits these filters.' }]
          : [
              {
                type: 'table',
                caption: '',
                columns: [
                  { title: 'Decided on', share: 2 },
                  { title: 'Place', share: 2.5 },
                  { title: 'Issue', share: 4.5 },
                  { title: 'Rank', share: 1.5 },
                  { title: 'Outcome', share: 2 },
                  { title: 'Because', share: 7 },
                  { title: 'Decision', share: 3 },
                ],
                rows: rows.map((row) => [
                  dayText(row.on as Day),
                  row.place,
                  row.title,
                  row.rank === null ? '' : `${row.rank} of ${row.of}`,
                  `${OUTCOMES[row.outcome] ?? row.outcome}${row.otherKeyThreat ? '; other key threat' : ''}`,
                  row.reason,
                  row.decision,
                ]),
              },
            ],
    });
  },
});
