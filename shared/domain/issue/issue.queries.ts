import { z } from 'zod';
import { maybeIdShape } from '#shared/base/shapes.ts';
import { type Instant, dayOf } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { rankIssues } from '#shared/domain/prioritisation/ranking.ts';
import { readPlaceNames } from '#shared/domain/prioritisation/place-names.ts';

/** An issue that was considered and decided on: what it was, how it stood, and why it was included or not (duties 90, 95, 96). */
export interface RegisterRow {
  readonly id: string;
  readonly prioritisationId: string;
  readonly prioritisation: string;
  readonly title: string;
  readonly description: string;
  readonly outcome: string;
  readonly reason: string;
  readonly otherKeyThreat: boolean;
  /** Day of the decision. */
  readonly on: string;
  readonly year: string;
  readonly nodeId: string;
  readonly place: string;
  readonly rank: number | null;
  readonly of: number;
  readonly decisionId: string;
  /** Empty when the decision is not this person's to read. */
  readonly decision: string;
  readonly marking: Marking;
  readonly policeOnly: boolean;
}
export interface RegisterView {
  readonly rows: readonly RegisterRow[];
  /** How many there are before any filter. */
  readonly total: number;
  readonly years: readonly string[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

export const registerArgs = z.object({
  text: z.string().trim().max(200).default(''),
  year: z.string().max(4).default(''),
  nodeId: maybeIdShape.default(''),
  outcome: z.enum(['', 'included', 'not-included', 'other-key-threat']).default(''),
});

/** Every issue decided on that the reader may see, newest first, before any filter. */
export async function readRegister(reading: Reading): Promise<readonly RegisterRow[]> {
  const [wholes, issues, places] = await Promise.all([
    reading.many('prioritisation', { state: 'frozen' }, { by: 'sortAt', direction: 'down' }),
    reading.many('issue', { state: ['included', 'not-included'] }),
    readPlaceNames(reading),
  ]);
  const references = new Map(
    (
      await reading.some(
        'decision',
        wholes.map((whole) => whole.body.decisionId),
      )
    ).map((decision) => [decision.id, decision.body.reference]),
  );
  return wholes
    .flatMap((whole) => {
      const mine = issues.filter((issue) => issue.parent === whole.id);
      const ranks = new Map(
        rankIssues(
          whole.body.matrix,
          mine.map((issue) => ({ id: issue.id, ...issue.body })),
        ).map((one) => [one.id, one.rank]),
      );
      return mine.map(
        (issue): RegisterRow => ({
          id: issue.id,
          prioritisationId: whole.id,
          prioritisation: whole.body.title,
          title: issue.body.title,
          description: issue.body.description,
          outcome: issue.state,
          reason: issue.body.outcomeReason,
          otherKeyThreat: issue.body.otherKeyThreat,
          on: issue.body.on,
          year: issue.body.on.slice(0, 4),
          nodeId: whole.body.nodeId,
          place: places(whole.body.nodeId),
          rank: ranks.get(issue.id) ?? null,
          of: mine.length,
          decisionId: whole.body.decisionId,
          decision: references.get(whole.body.decisionId) ?? '',
          marking: issue.marking,
          policeOnly: issue.body.policeOnly === true,
        }),
      );
    })
    .sort((a, b) => (a.on === b.on ? (a.rank ?? 0) - (b.rank ?? 0) : a.on < b.on ? 1 : -1));
}

/** The rows that fit: every word in title, description, reason or prioritisation, and the year, place and outcome asked for. */
export function fitting(rows: readonly RegisterRow[], asked: z.output<typeof registerArgs>): readonly RegisterRow[] {
  const fold = (text: string): string => text.toLocaleLowerCase('en-GB');
  const wanted = fold(asked.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (asked.year !== '' && row.year !== asked.year) return false;
    if (asked.nodeId !== '' && row.nodeId !== asked.nodeId) return false;
    if (asked.outcome === 'other-key-threat' ? !row.otherKeyThreat : asked.outcome !== '' && row.outcome !== asked.outcome) return false;
    const held = fold(`${row.title} ${row.description} ${row.reason} ${row.prioritisation} ${row.decision}`);
    return wanted.every((word) => held.includes(word));
  });
}

/** The register of issues considered, the "why not" among them, searchable for ever (duty 90). */
export const issueRegisterQuery = defineQuery({
  name: 'issue-register',
  args: registerArgs,
  read: async (asked, { reading }): Promise<RegisterView> => {
    const all = await readRegister(reading);
    const places = new Map(all.map((row) => [row.nodeId, row.place]));
    return {
      rows: fitting(all, asked),
      total: all.length,
      years: [...new Set(all.map((row) => row.year))].sort().reverse(),
      places: [...places].map(([id, name]) => ({ id, name })),
    };
  },
});

/** A threat that is watched without being a priority: what the intelligence requirement may ask about besides (duty 106). */
export interface OtherKeyThreat {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly prioritisationId: string;
  readonly prioritisation: string;
  readonly assessmentId: string;
  readonly on: string;
  readonly frozen: boolean;
}

/** Issues marked as other key threats, in open and frozen prioritisations, newest first (duty 106). */
export const otherKeyThreatsQuery = defineQuery({
  name: 'other-key-threats',
  args: z.object({ nodeId: maybeIdShape.default('') }),
  read: async ({ nodeId }, { reading }): Promise<{ readonly rows: readonly OtherKeyThreat[] }> => {
    const [wholes, issues] = await Promise.all([
      reading.many('prioritisation', nodeId === '' ? {} : { scope: nodeId }, { by: 'sortAt', direction: 'down' }),
      reading.many('issue', nodeId === '' ? {} : { scope: nodeId }),
    ]);
    const rows = wholes.flatMap((whole) =>
      issues
        .filter((issue) => issue.parent === whole.id && issue.body.otherKeyThreat)
        .map((issue) => ({
          id: issue.id,
          title: issue.body.title,
          description: issue.body.description,
          prioritisationId: whole.id,
          prioritisation: whole.body.title,
          assessmentId: whole.parent,
          on: issue.body.on === '' ? dayOf(issue.sortAt as Instant) : issue.body.on,
          frozen: whole.state === 'frozen',
        })),
    );
    return { rows };
  },
});

export const issueQueries = [issueRegisterQuery, otherKeyThreatsQuery] as const;
