import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestsOf } from '#shared/domain/issue/issue-digest.ts';
import { changeIssue, raiseIssue, scoreIssues, settleIssue } from '#shared/domain/issue/issue.commands.ts';
import type { Change } from '#shared/domain/kit/command.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { type ScoringWorld, scoringWorld } from '#test/builders/scoring-world.ts';
import { changePrioritisation, freezePrioritisation, takeMatrix } from './prioritisation.commands.ts';

const WHO = ['analyst', 'secretary', 'chair', 'deputy', 'partner', 'outsider'] as const;
type Who = (typeof WHO)[number];

/** Two issues, scored and settled, and a decision that names the prioritisation. */
async function decided(): Promise<{ readonly cast: ScoringWorld; readonly ids: readonly string[]; readonly decisionId: string }> {
  const cast = await scoringWorld();
  const ids = [await cast.raise('Domestic abuse'), await cast.raise('Rural crime')];
  for (const id of ids) {
    await cast.scoreAll(id, 1, 2, 3);
    await cast.settle(id, 'not-included', 'Weighed and left out');
  }
  return { cast, ids, decisionId: await cast.decideOn() };
}

/** Everything anybody can try, by command or by writing records directly. */
const ATTEMPTS = {
  score: async (cast: ScoringWorld, who: Who, issueId: string) => {
    await cast.as(who, scoreIssues, {
      prioritisationId: cast.prioritisationId,
      scores: [{ issueId, factor: 'physical', range: { low: 0, likely: 0, high: 4 } }],
    });
  },
  settle: async (cast: ScoringWorld, who: Who, issueId: string) => {
    await cast.as(who, settleIssue, { issueId, outcome: 'included', reason: 'After all' });
  },
  rename: async (cast: ScoringWorld, who: Who, issueId: string) => {
    await cast.as(who, changeIssue, { issueId, title: 'Another title', otherKeyThreat: true });
  },
  raise: async (cast: ScoringWorld, who: Who) => {
    await cast.as(who, raiseIssue, { prioritisationId: cast.prioritisationId, title: 'Late arrival' });
  },
  retitle: async (cast: ScoringWorld, who: Who) => {
    await cast.as(who, changePrioritisation, { prioritisationId: cast.prioritisationId, title: 'Renamed', top: 1, runs: 500 });
  },
  matrix: async (cast: ScoringWorld, who: Who) => {
    await cast.as(who, takeMatrix, { prioritisationId: cast.prioritisationId, matrixId: cast.matrixId });
  },
  // Written directly, with the prioritisation told of it so that the two are in step.
  forgeScore: async (cast: ScoringWorld, who: Who, issueId: string) => {
    const forged = rewritten(await cast.issue(issueId), { body: { scores: [] } });
    const issues = (await cast.issues()).map((issue) => (issue.id === issueId ? forged : issue));
    await push(cast, who, { put: rewritten(await cast.whole(), { body: { issues: digestsOf(issues) } }) }, { put: forged });
  },
  forgeReopen: async (cast: ScoringWorld, who: Who) => {
    await push(cast, who, { put: rewritten(await cast.whole(), { state: 'open', body: { decisionId: '', frozenAt: '' } }) });
  },
  forgeOutcome: async (cast: ScoringWorld, who: Who, issueId: string) => {
    await push(cast, who, { put: rewritten(await cast.issue(issueId), { state: 'included' }) });
  },
  forgeUndecide: async (cast: ScoringWorld, who: Who, issueId: string) => {
    await push(cast, who, { put: rewritten(await cast.issue(issueId), { body: { decisionId: '' } }) });
  },
  erase: async (cast: ScoringWorld, who: Who, issueId: string) => {
    await push(cast, who, { erase: { kind: 'issue', id: issueId } });
  },
} as const;
type Attempt = keyof typeof ATTEMPTS;

/** Applies what the rules let through, as a server that receives it would. */
async function push(cast: ScoringWorld, who: Who, ...changes: readonly Change[]): Promise<void> {
  if ((await cast.forge(who, ...changes)).length > 0) return;
  cast.world.records.apply(changes, { now: cast.world.now, actorId: cast.ids[who] });
}

const attempts = fc.array(
  fc.record({ act: fc.constantFrom(...(Object.keys(ATTEMPTS) as Attempt[])), who: fc.constantFrom(...WHO), first: fc.boolean() }),
  { minLength: 1, maxLength: 8 },
);
/** Everything stored of the prioritisation and its issues, versions included. */
const content = async (cast: ScoringWorld): Promise<string> => JSON.stringify([await cast.whole(), await cast.issues()]);
/** What they say. */
const said = async (cast: ScoringWorld): Promise<string> =>
  JSON.stringify([await cast.whole(), ...(await cast.issues())].map(({ id, state, body }) => ({ id, state, body })));

describe('a frozen prioritisation', () => {
  it('is never changed again, by no sequence of commands and pushed records (duties 90, 94)', async () => {
    await fc.assert(
      fc.asyncProperty(attempts, async (tries) => {
        const { cast, ids, decisionId } = await decided();
        await cast.must('secretary', freezePrioritisation, { prioritisationId: cast.prioritisationId, decisionId });
        const before = await content(cast);
        for (const { act, who, first } of tries) await ATTEMPTS[act](cast, who, ids[first ? 0 : 1] ?? '');
        expect(await content(cast)).toBe(before);
      }),
      { numRuns: 25 },
    );
  });

  it('holds exactly what the decision knew: after any change in between it is refused (duties 76, 94)', async () => {
    await fc.assert(
      fc.asyncProperty(attempts, async (tries) => {
        const { cast, ids, decisionId } = await decided();
        const before = await said(cast);
        for (const { act, who, first } of tries) await ATTEMPTS[act](cast, who, ids[first ? 0 : 1] ?? '');
        const untouched = (await said(cast)) === before;
        const frozen = await cast.as('secretary', freezePrioritisation, { prioritisationId: cast.prioritisationId, decisionId });
        expect(frozen.ok).toBe(untouched);
      }),
      { numRuns: 25 },
    );
  });
});
