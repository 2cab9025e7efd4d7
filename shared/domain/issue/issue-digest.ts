import { digestOf } from '#shared/base/digest.ts';
import type { IssueBody } from './issue.schema.ts';

interface IssueToDigest {
  readonly id: string;
  readonly state: string;
  readonly number: number;
  readonly scope: string;
  readonly marking: string;
  readonly body: IssueBody;
}

/**
 * The digest of everything an issue says. The prioritisation keeps it, so that its own version covers its issues. What freezing itself
 * writes, the decision and the day of the outcome, is left out.
 */
export function digestOfIssue({ id, state, number, scope, marking, body }: IssueToDigest): string {
  return digestOf({ id, state, number, scope, marking, body: { ...body, decisionId: '', on: '' } });
}

/** The list a prioritisation keeps of its issues, by id. */
export function digestsOf(issues: readonly IssueToDigest[]): { id: string; digest: string }[] {
  return issues
    .map((issue) => ({ id: issue.id, digest: digestOfIssue(issue) }))
    .sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}
