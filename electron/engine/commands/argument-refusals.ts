import type { z } from 'zod';
import { type Refusal, type Result, refused } from '#shared/base/result.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';

/** One refusal per field that does not fit, with the field's path and a sentence for people. */
export function argumentRefusals(error: z.ZodError): Result<never> {
  const seen = new Set<string>();
  const refusals: Refusal[] = [];
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.');
    if (seen.has(field)) continue;
    seen.add(field);
    refusals.push(engineBook.say('bridge/argument', { field, facts: { says: sentence(issue) } }));
  }
  return refused(...refusals.slice(0, 50));
}

/** Our own shapes speak in sentences already; what zod says by itself is for programmers. */
function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'invalid_format':
    case 'too_small':
    case 'too_big':
      return isOurs(issue.message) ? issue.message : bound(issue);
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'Fill this in.' : 'This is not of the right kind.';
    case 'invalid_value':
      return 'Choose one of the given values.';
    case 'invalid_union':
      return sentenceOfUnion(issue);
    case 'unrecognized_keys':
      return 'There is something here that does not belong.';
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return 'This value does not fit.';
    default:
      return 'This value does not fit.';
  }
}

/** Of a union such as "empty, or a line", what the last alternative says is what the person needs. */
function sentenceOfUnion(issue: z.core.$ZodIssueInvalidUnion): string {
  const inner = issue.errors.at(-1)?.[0];
  return inner === undefined ? 'This value does not fit.' : sentence(inner);
}

const isOurs = (message: string): boolean => message.endsWith('.') && !/^(Too|Invalid)\b/.test(message);

function bound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig | z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.code === 'too_small') return `This must be at least ${String(issue.minimum)}.`;
  if (issue.code === 'too_big')
    return issue.origin === 'array' ? `There may be at most ${String(issue.maximum)}.` : `This may be at most ${String(issue.maximum)}.`;
  return 'This value does not fit.';
}
