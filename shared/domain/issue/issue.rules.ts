import type { Refusal } from '#shared/base/result.ts';
import { preparesStrategy, strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { type Step, defineNoun } from '#shared/domain/kit/noun.ts';
import { offenceConcerns, outcomeConcerns, scoreConcerns } from './issue-concerns.ts';
import { digestOfIssue } from './issue-digest.ts';
import { issueBook } from './issue-refusals.ts';
import { ISSUE_STATES, type IssueBody, issueBody } from './issue.schema.ts';

async function checkIssue({ before, after, actor, reading }: Step<'issue', IssueBody>): Promise<readonly Refusal[]> {
  if (after === null) return [issueBook.say('issue/never-erased')];
  const { body } = after;
  const whole = await reading.one('prioritisation', after.parent);
  if (whole === null || !preparesStrategy(actor, whole.body.groupId)) return [issueBook.say('issue/not-yours-to-score')];
  if (
    body.groupId !== whole.body.groupId ||
    after.scope !== whole.scope ||
    after.marking !== whole.marking ||
    (before !== null && (before.parent !== after.parent || before.number !== after.number))
  )
    return [issueBook.say('issue/filed-wrongly')];
  // Once a decision stands on it, nothing changes any more; it comes to stand there in the step that freezes the whole, and in no other.
  if (before !== null && before.body.decisionId !== '') return [issueBook.say('issue/frozen')];
  const freezes = whole.state === 'frozen';
  if (freezes && (before === null || digestOfIssue(before) !== digestOfIssue(after))) return [issueBook.say('issue/frozen')];
  if (body.decisionId !== (freezes ? whole.body.decisionId : '')) return [issueBook.say('issue/begins-unsettled', { field: 'decisionId' })];
  if (before === null && after.state !== 'scoring') return [issueBook.say('issue/begins-unsettled')];
  const digest = digestOfIssue(after);
  if (!whole.body.issues.some((one) => one.id === after.id && one.digest === digest)) return [issueBook.say('issue/not-in-step')];
  return [
    ...scoreConcerns(whole.body.matrix, body.scores),
    ...offenceConcerns(whole.body.matrix, body.offences),
    ...outcomeConcerns(after.state, body),
  ];
}

/** An issue considered for the control strategy, included or not, kept for ever (duties 90, 94-96, 106). `parent` is its prioritisation. */
export const issue = defineNoun<'issue', IssueBody>({
  kind: 'issue',
  shape: 1,
  body: issueBody,
  states: ISSUE_STATES,
  keepsVersions: true,
  accessOf: (record) => strategyAccess(record, record.body.groupId, { policeOnly: record.body.policeOnly === true }),
  check: checkIssue,
  searchText: ({ body }) => ({
    title: body.title,
    text: [
      body.description,
      body.outcomeReason,
      ...body.scores.flatMap((score) => [score.reason, score.source]),
      ...body.offences.map((offence) => offence.source),
    ].join('\n'),
  }),
});
