import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { faultInWords, strategicDecisionFault } from '#shared/domain/decision/strategic-decision.ts';
import type { FactorScore, OffenceCount } from '#shared/domain/issue/issue.schema.ts';
import { issueBook } from '#shared/domain/issue/issue-refusals.ts';
import { type QueryContext, defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import type { ScoringMatrixBody } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';
import { freezeConcerns } from './freezing.ts';
import { scoreOf } from './issue-score.ts';
import { readPlaceNames } from './place-names.ts';
import { prioritisationBook } from './prioritisation-refusals.ts';

/** One line of the list of prioritisations. Counts are of the issues this person may see. */
export interface PrioritisationRow {
  readonly id: string;
  readonly title: string;
  readonly groupId: string;
  readonly group: string;
  readonly place: string;
  readonly matrixName: string;
  readonly matrixVersion: number;
  readonly state: string;
  readonly issues: number;
  readonly scored: number;
  readonly settled: number;
  readonly included: number;
  readonly frozenAt: string;
  readonly openedAt: string;
  readonly marking: Marking;
  readonly policeOnly: boolean;
}

const isPoliceOnly = (issue: RecordOf<'issue'>): boolean => issue.body.policeOnly === true;

function prioritisationRow(
  one: RecordOf<'prioritisation'>,
  issues: readonly RecordOf<'issue'>[],
  groups: ReadonlyMap<string, string>,
  placeOf: (nodeId: string) => string,
): PrioritisationRow {
  const { body } = one;
  return {
    id: one.id,
    title: body.title,
    groupId: body.groupId,
    group: groups.get(body.groupId) ?? '',
    place: placeOf(body.nodeId),
    matrixName: body.matrix.name,
    matrixVersion: body.matrix.version,
    state: one.state,
    issues: issues.length,
    scored: issues.filter((issue) => {
      const { scored, needed } = scoreOf(body.matrix, issue.body);
      return scored >= needed;
    }).length,
    settled: issues.filter((issue) => issue.state !== 'scoring').length,
    included: issues.filter((issue) => issue.state === 'included').length,
    frozenAt: body.frozenAt,
    openedAt: one.sortAt,
    marking: one.marking,
    policeOnly: issues.some(isPoliceOnly),
  };
}

const groupNames = async (reading: Reading): Promise<ReadonlyMap<string, string>> =>
  new Map((await reading.many('group')).map((group) => [group.id, group.body.name]));

export interface PrioritisationsView {
  /** Open ones first, newest first. */
  readonly rows: readonly PrioritisationRow[];
  readonly open: Refusal | null;
  readonly choices: {
    readonly groups: readonly { readonly id: string; readonly name: string }[];
    readonly matrices: readonly { readonly id: string; readonly name: string; readonly version: number; readonly ready: boolean }[];
    readonly assessments: readonly { readonly id: string; readonly title: string; readonly groupId: string }[];
  };
}

/** Every prioritisation this person may see, and what opening another one needs (duty 94). */
export const prioritisationsQuery = defineQuery({
  name: 'prioritisations',
  args: z.object({}),
  read: async (_args, { reading, actor }): Promise<PrioritisationsView> => {
    const [found, issues, groups, places, matrices, assessments] = await Promise.all([
      reading.many('prioritisation', {}, { by: 'sortAt', direction: 'down' }),
      reading.many('issue'),
      reading.many('group'),
      readPlaceNames(reading),
      reading.many('scoring-matrix', { state: 'in-use' }),
      reading.many('strategic-assessment', { state: ['terms', 'drafting', 'in-review', 'final'] }),
    ]);
    const names = new Map(groups.map((group) => [group.id, group.body.name]));
    const rows = found.map((one) =>
      prioritisationRow(
        one,
        issues.filter((issue) => issue.parent === one.id),
        names,
        places,
      ),
    );
    const mine = groups.filter((group) => group.body.groupType === 'stcg' && group.state === 'in-use' && preparesStrategy(actor, group.id));
    return {
      rows: [...rows.filter((row) => row.state === 'open'), ...rows.filter((row) => row.state !== 'open')],
      open: mine.length > 0 ? null : prioritisationBook.say('prioritisation/not-yours-to-prepare'),
      choices: {
        groups: mine.map((group) => ({ id: group.id, name: group.body.name })),
        matrices: matrices.map(({ id, body }) => ({
          id,
          name: body.name,
          version: body.version,
          ready: body.model !== 'crime-harm-index' || body.weights.length > 0,
        })),
        assessments: assessments.map((one) => ({
          id: one.id,
          title: `${one.body.reference} ${one.body.title}`,
          groupId: one.body.groupId,
        })),
      },
    };
  },
});

export interface IssueInWork {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly sectionId: string;
  readonly state: string;
  readonly otherKeyThreat: boolean;
  readonly policeOnly: boolean;
  readonly scores: readonly FactorScore[];
  readonly offences: readonly OffenceCount[];
  readonly outcomeReason: string;
  readonly on: string;
}
/** A decision that says it freezes this, and why it does not if it does not. */
export interface FreezingDecision {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
  readonly fault: Refusal | null;
}
export interface PrioritisationPage extends PrioritisationRow {
  readonly matrixId: string;
  readonly matrix: ScoringMatrixBody;
  readonly seed: number;
  readonly runs: number;
  readonly top: number;
  readonly assessment: { readonly id: string; readonly title: string } | null;
  readonly sections: readonly { readonly id: string; readonly heading: string }[];
  /** In the order they were raised. */
  readonly issuesInWork: readonly IssueInWork[];
  readonly decision: { readonly id: string; readonly reference: string; readonly text: string } | null;
  readonly decisions: readonly FreezingDecision[];
  /** The newest version of its matrix, when that is another one. */
  readonly newerMatrix: { readonly id: string; readonly version: number } | null;
  readonly steps: {
    readonly change: Refusal | null;
    /** Everything but the decision that stands in the way of freezing. */
    readonly freeze: readonly Refusal[];
  };
}

/** One prioritisation with its issues as far as this person may see them; null when there is none or it is not theirs to see. */
export const prioritisationQuery = defineQuery({
  name: 'prioritisation',
  args: z.object({ prioritisationId: idShape }),
  seen: ({ prioritisationId }) => ({ kind: 'prioritisation', id: prioritisationId }),
  read: async ({ prioritisationId }, context): Promise<PrioritisationPage | null> => {
    const { reading, actor } = context;
    const one = await reading.one('prioritisation', prioritisationId);
    if (one === null) return null;
    const { body } = one;
    const [issues, groups, places, assessment, sections, decision, decisions] = await Promise.all([
      reading.many('issue', { parent: one.id }, { by: 'number' }),
      groupNames(reading),
      readPlaceNames(reading),
      one.parent === '' ? null : reading.one('strategic-assessment', one.parent),
      one.parent === '' ? [] : reading.many('assessment-section', { parent: one.parent }, { by: 'number' }),
      body.decisionId === '' ? null : reading.one('decision', body.decisionId),
      one.state === 'open' ? freezingDecisions(one, context) : [],
    ]);
    const change =
      one.state === 'frozen'
        ? issueBook.say('issue/frozen')
        : preparesStrategy(actor, body.groupId)
          ? null
          : prioritisationBook.say('prioritisation/not-yours-to-prepare');
    return {
      ...prioritisationRow(one, issues, groups, places),
      matrixId: body.matrixId,
      matrix: body.matrix,
      seed: body.seed,
      runs: body.runs,
      top: body.top,
      assessment: assessment === null ? null : { id: assessment.id, title: `${assessment.body.reference} ${assessment.body.title}` },
      sections: sections.map((section) => ({ id: section.id, heading: section.body.heading })),
      issuesInWork: issues.map(issueInWork),
      decision: decision === null ? null : { id: decision.id, reference: decision.body.reference, text: decision.body.text },
      decisions,
      newerMatrix: one.state === 'open' ? await newestAfter(one.body.matrixId, reading) : null,
      steps: { change, freeze: change === null ? freezeConcerns(body.matrix, issues) : [change] },
    };
  },
});

export function issueInWork({ id, state, body }: RecordOf<'issue'>): IssueInWork {
  return {
    id,
    state,
    title: body.title,
    description: body.description,
    sectionId: body.sectionId,
    otherKeyThreat: body.otherKeyThreat,
    policeOnly: body.policeOnly === true,
    scores: body.scores,
    offences: body.offences,
    outcomeReason: body.outcomeReason,
    on: body.on,
  };
}

/** The decisions that name the prioritisation, newest first, each with why it does not freeze it, if it does not. */
async function freezingDecisions(one: RecordOf<'prioritisation'>, { reading }: QueryContext): Promise<readonly FreezingDecision[]> {
  const naming = (await reading.many('decision', { scope: one.scope }, { by: 'sortAt', direction: 'down' })).filter((decision) =>
    (decision.body.names ?? []).some((named) => named.kind === 'prioritisation' && named.id === one.id),
  );
  return Promise.all(
    naming.map(async ({ id, body }) => {
      const fault = await strategicDecisionFault(reading, {
        decisionId: id,
        kind: 'prioritisation',
        id: one.id,
        nodeType: one.body.nodeType,
        nodeId: one.body.nodeId,
        record: one,
      });
      const words = fault === null ? null : faultInWords(fault);
      return {
        id,
        reference: body.reference,
        text: body.text,
        fault:
          words === null
            ? null
            : prioritisationBook.say('prioritisation/decision-does-not-freeze', { facts: { fault: words.message, wayOut: words.remedy } }),
      };
    }),
  );
}

async function newestAfter(matrixId: string, reading: Reading): Promise<{ readonly id: string; readonly version: number } | null> {
  const all = await reading.many('scoring-matrix');
  let newest = all.find((one) => one.body.replacesId === matrixId);
  for (let next = newest; next !== undefined; next = all.find((one) => one.body.replacesId === newest?.id)) newest = next;
  return newest === undefined || newest.state !== 'in-use' ? null : { id: newest.id, version: newest.body.version };
}

export const prioritisationQueries = [prioritisationsQuery, prioritisationQuery] as const;
