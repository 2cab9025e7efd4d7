import { z } from 'zod';
import { type Refusal, type Result, ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, maybeIdShape, maybeLineShape, typedProseShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import type { RecordToWrite } from '#shared/contracts/record/record.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { type Change, type CommandContext, defineCommand } from '#shared/domain/kit/command.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { partOf, rewritten } from '#shared/domain/meeting/parts.ts';
import { matrixToKeep } from '#shared/domain/prioritisation/matrix-copy.ts';
import { MOST_ISSUES } from '#shared/domain/prioritisation/prioritisation.schema.ts';
import { offenceConcerns, outcomeConcerns, scoreConcerns } from './issue-concerns.ts';
import { digestsOf } from './issue-digest.ts';
import { issueBook } from './issue-refusals.ts';
import { type FactorScore, ISSUE_STATES, type IssueBody } from './issue.schema.ts';

type IssueToWrite = RecordToWrite<'issue', IssueBody>;

const allowed = (whole: RecordOf<'prioritisation'> | null, { actor }: CommandContext): Refusal | null =>
  whole !== null && preparesStrategy(actor, whole.body.groupId) ? null : issueBook.say('issue/not-yours-to-score');
const mayScore = async (args: { readonly prioritisationId: string }, context: CommandContext): Promise<Refusal | null> =>
  allowed(await context.reading.one('prioritisation', args.prioritisationId), context);
const mayTouch = async (args: { readonly issueId: string }, context: CommandContext): Promise<Refusal | null> => {
  const issue = await context.reading.one('issue', args.issueId);
  return issue === null
    ? issueBook.say('issue/not-yours-to-score')
    : allowed(await context.reading.one('prioritisation', issue.parent), context);
};

interface Whole {
  readonly whole: RecordOf<'prioritisation'>;
  readonly issues: readonly RecordOf<'issue'>[];
}
async function wholeOf(prioritisationId: string, reading: Reading): Promise<Result<Whole>> {
  const whole = await reading.one('prioritisation', prioritisationId);
  if (whole === null) throw new Error('a prioritisation vanished between the policy and the decision');
  if (whole.state === 'frozen') return refused(issueBook.say('issue/frozen'));
  return ok({ whole, issues: await reading.many('issue', { parent: prioritisationId }, { by: 'number' }) });
}
async function wholeAround(issueId: string, reading: Reading): Promise<Result<Whole & { readonly issue: RecordOf<'issue'> }>> {
  const issue = await reading.one('issue', issueId);
  if (issue === null) throw new Error('an issue vanished between the policy and the decision');
  const around = await wholeOf(issue.parent, reading);
  return around.ok ? ok({ ...around.value, issue }) : around;
}

/** The issues as written, with the prioritisation told of them in the same unit of work, so that its version covers them. */
function inStep({ whole, issues }: Whole, written: readonly IssueToWrite[], matrix = whole.body.matrix): readonly Change[] {
  const by = new Map(written.map((issue) => [issue.id, issue]));
  const all: IssueToWrite[] = [
    ...issues.map((issue) => by.get(issue.id) ?? rewritten(issue, {})),
    ...written.filter((issue) => !issues.some((other) => other.id === issue.id)),
  ];
  return [{ put: rewritten(whole, { body: { issues: digestsOf(all), matrix } }) }, ...written.map((put) => ({ put }))];
}

const sameTitle = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('en-GB') === other.trim().toLocaleLowerCase('en-GB');
function titleConcern(issues: readonly RecordOf<'issue'>[], title: string, exceptId = ''): Refusal | null {
  return issues.some((issue) => issue.id !== exceptId && sameTitle(issue.body.title, title))
    ? issueBook.say('issue/title-taken', { field: 'title', facts: { title } })
    : null;
}

const described = {
  title: lineShape(200),
  description: typedProseShape(4000).default(''),
  sectionId: maybeIdShape.default(''),
  otherKeyThreat: z.boolean().default(false),
  policeOnly: z.boolean().default(false),
};

/** Raises an issue to be considered for the control strategy (duty 90). */
export const raiseIssue = defineCommand({
  name: 'issue.raise',
  args: z.object({ prioritisationId: idShape, ...described }),
  may: mayScore,
  decide: async ({ prioritisationId, ...fields }, { reading, newId, now }) => {
    const around = await wholeOf(prioritisationId, reading);
    if (!around.ok) return around;
    const { whole, issues } = around.value;
    if (issues.length >= MOST_ISSUES) return refused(issueBook.say('issue/too-many', { facts: { most: MOST_ISSUES } }));
    const taken = titleConcern(issues, fields.title);
    if (taken !== null) return refused(taken);
    const id = newId();
    const number = issues.length + 1;
    const put = partOf(whole, 'issue', {
      id,
      state: 'scoring',
      number,
      sortAt: now,
      body: { groupId: whole.body.groupId, ...fields, scores: [], offences: [], outcomeReason: '', decisionId: '', on: dayOf(now) },
    });
    return ok({
      changes: inStep(around.value, [put]),
      subject: { kind: 'issue', id },
      facts: { number },
      out: { issueId: id },
    });
  },
});

/** Changes what an issue is called and says, and whether it is another key threat (duty 106). */
export const changeIssue = defineCommand({
  name: 'issue.change',
  args: z.object({ issueId: idShape, ...described }),
  may: mayTouch,
  decide: async ({ issueId, ...fields }, { reading }) => {
    const around = await wholeAround(issueId, reading);
    if (!around.ok) return around;
    const { issue, issues } = around.value;
    const taken = titleConcern(issues, fields.title, issueId);
    if (taken !== null) return refused(taken);
    const put = rewritten(issue, { body: fields });
    const [first, ...rest] = outcomeConcerns(put.state, put.body);
    if (first !== undefined) return refused(first, ...rest);
    return ok({ changes: inStep(around.value, [put]), subject: { kind: 'issue', id: issueId }, out: null });
  },
});

const scoreGiven = z.object({
  issueId: idShape,
  factor: z.string().max(40),
  /** Null takes the score away. What lies outside the scale is refused by the rule, with the scale. */
  range: z.object({ low: z.number(), likely: z.number(), high: z.number() }).nullable(),
  /** Left out, they stay as they are. */
  reason: maybeLineShape(500).optional(),
  source: maybeLineShape(300).optional(),
});

/** Scores issues, one cell or many at once: low, likely and high of a factor, each with its reason and source (duty 94). */
export const scoreIssues = defineCommand({
  name: 'issue.score',
  args: z.object({ prioritisationId: idShape, scores: z.array(scoreGiven).min(1).max(6000) }),
  may: mayScore,
  decide: async ({ prioritisationId, scores }, { reading }) => {
    const around = await wholeOf(prioritisationId, reading);
    if (!around.ok) return around;
    const { whole, issues } = around.value;
    const written: IssueToWrite[] = [];
    const refusals: Refusal[] = [];
    for (const issueId of new Set(scores.map((score) => score.issueId))) {
      const issue = issues.find((one) => one.id === issueId);
      if (issue === undefined) {
        refusals.push(issueBook.say('issue/not-there', { field: 'scores' }));
        continue;
      }
      const changed = scoredWith(
        issue.body.scores,
        scores.filter((score) => score.issueId === issueId),
      );
      refusals.push(...scoreConcerns(whole.body.matrix, changed));
      written.push(rewritten(issue, { body: { scores: changed } }));
    }
    const [first, ...rest] = refusals;
    if (first !== undefined) return refused(first, ...rest);
    const [only] = written;
    return ok({
      changes: inStep(around.value, written),
      subject:
        written.length === 1 && only !== undefined ? { kind: 'issue', id: only.id } : { kind: 'prioritisation', id: prioritisationId },
      facts: { scores: scores.length, issues: written.length },
      out: null,
    });
  },
});

function scoredWith(before: readonly FactorScore[], given: readonly z.output<typeof scoreGiven>[]): FactorScore[] {
  const scores = new Map(before.map((score) => [score.factor, score]));
  for (const { factor, range, reason, source } of given) {
    const held = scores.get(factor);
    if (range === null) scores.delete(factor);
    else scores.set(factor, { ...held, factor, ...range, reason: reason ?? held?.reason ?? '', source: source ?? held?.source ?? '' });
  }
  return [...scores.values()];
}

/** Counts the crimes of an issue for the crime harm index; the whole list of the issue at once (facts 5.3). */
export const countOffences = defineCommand({
  name: 'issue.count',
  args: z.object({
    issueId: idShape,
    offences: z
      .array(
        z.object({
          code: lineShape(40),
          low: z.number(),
          likely: z.number(),
          high: z.number(),
          leftOut: z.number().default(0),
          source: maybeLineShape(300).default(''),
        }),
      )
      .max(3000),
  }),
  may: mayTouch,
  decide: async ({ issueId, offences }, { reading }) => {
    const around = await wholeAround(issueId, reading);
    if (!around.ok) return around;
    const { whole, issue, issues } = around.value;
    const named = await reading.one('scoring-matrix', whole.body.matrixId);
    if (named === null) throw new Error('a prioritisation names a matrix that is not there');
    const [first, ...rest] = offenceConcerns(named.body, offences);
    if (first !== undefined) return refused(first, ...rest);
    const put = rewritten(issue, { body: { offences } });
    const matrix = matrixToKeep(
      named.body,
      issues.map((one) => (one.id === issueId ? put : one)),
    );
    return ok({
      changes: inStep(around.value, [put], matrix),
      subject: { kind: 'issue', id: issueId },
      facts: { offences: offences.length },
      out: null,
    });
  },
});

/** Says how an issue ends: included because, or not included because; or takes that back while the prioritisation is open (duties 95, 96). */
export const settleIssue = defineCommand({
  name: 'issue.settle',
  args: z.object({ issueId: idShape, outcome: z.enum(ISSUE_STATES), reason: typedProseShape(4000).default('') }),
  may: mayTouch,
  decide: async ({ issueId, outcome, reason }, { reading }) => {
    const around = await wholeAround(issueId, reading);
    if (!around.ok) return around;
    const put = rewritten(around.value.issue, { state: outcome, body: { outcomeReason: reason } });
    const [first, ...rest] = outcomeConcerns(put.state, put.body);
    if (first !== undefined) return refused(first, ...rest);
    return ok({
      changes: inStep(around.value, [put]),
      subject: { kind: 'issue', id: issueId },
      facts: { outcome },
      out: null,
    });
  },
});

export const issueCommands = [raiseIssue, changeIssue, scoreIssues, countOffences, settleIssue] as const;
