import { beforeEach, describe, expect, it } from 'vitest';
import { issueRegisterQuery, otherKeyThreatsQuery } from '#shared/domain/issue/issue.queries.ts';
import { changeIssue, raiseIssue, scoreIssues, settleIssue } from '#shared/domain/issue/issue.commands.ts';
import { digestsOf } from '#shared/domain/issue/issue-digest.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { changeMatrix, retireMatrix } from '#shared/domain/scoring-matrix/scoring-matrix.commands.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { type ScoringWorld, scoringWorld } from '#test/builders/scoring-world.ts';
import { changePrioritisation, freezePrioritisation, openPrioritisation, takeMatrix } from './prioritisation.commands.ts';
import { prioritisationQuery, prioritisationsQuery } from './prioritisation.queries.ts';

let cast: ScoringWorld;
let abuse: string;
let rural: string;
beforeEach(async () => {
  cast = await scoringWorld();
  abuse = await cast.raise('Domestic abuse');
  rural = await cast.raise('Rural crime');
});
const ready = async () => {
  await cast.scoreAll(abuse, 2, 3, 4);
  await cast.scoreAll(rural, 1, 1, 2);
  await cast.settle(abuse, 'included', 'Highest harm and rising');
  await cast.settle(rural, 'not-included', 'Lowest risk of those scored; area plans hold it');
};
const score = (issueId: string, factor: string, low: number, likely: number, high: number) =>
  cast.as('analyst', scoreIssues, {
    prioritisationId: cast.prioritisationId,
    scores: [{ issueId, factor, range: { low, likely, high } }],
  });
const freeze = (decisionId: string) => cast.as('secretary', freezePrioritisation, { prioritisationId: cast.prioritisationId, decisionId });

describe('scoring with a chosen matrix', () => {
  it('takes scores on the scale of the factor only, low to likely to high, and says what is wrong (duty 94)', async () => {
    expect(codesOf(await score(abuse, 'physical', 2, 3, 4))).toEqual([]);
    const outside = await score(abuse, 'physical', 2, 3, 5);
    expect(codesOf(outside)).toEqual(['issue/score-out-of-range']);
    expect(dutiesOf(outside)).toEqual([94]);
    expect(codesOf(await score(abuse, 'physical', -1, 0, 0))).toEqual(['issue/score-out-of-range']);
    expect(codesOf(await score(abuse, 'physical', 3, 2, 4))).toEqual(['issue/score-out-of-order']);
    expect(codesOf(await score(abuse, 'weather', 1, 1, 1))).toEqual(['issue/factor-unknown']);
    expect((await cast.issue(abuse)).body.scores).toEqual([{ factor: 'physical', low: 2, likely: 3, high: 4, reason: '', source: '' }]);
  });

  it('is for those who prepare strategy; a partner member reads it and changes nothing (duties 69, 94)', async () => {
    for (const who of ['partner', 'outsider', 'response'] as const) {
      expect(
        codesOf(
          await cast.as(who, scoreIssues, {
            prioritisationId: cast.prioritisationId,
            scores: [{ issueId: abuse, factor: 'physical', range: { low: 1, likely: 1, high: 1 } }],
          }),
        ),
      ).toEqual(['issue/not-yours-to-score']);
      expect(await cast.forge(who, { put: rewritten(await cast.issue(abuse), { body: { title: 'Mine' } }) })).toEqual([
        'issue/not-yours-to-score',
      ]);
      expect(codesOf(await cast.as(who, openPrioritisation, { groupId: cast.groupId, title: 'Mine', matrixId: cast.matrixId }))).toEqual([
        'prioritisation/not-yours-to-prepare',
      ]);
    }
    expect((await cast.see('partner', prioritisationQuery, { prioritisationId: cast.prioritisationId }))?.issues).toBe(2);
    expect(await cast.see('outsider', prioritisationQuery, { prioritisationId: cast.prioritisationId })).toBeNull();
  });

  it('hides a police-only issue from partner members in every list and count (duties 41, 69)', async () => {
    await cast.raise('Corruption risk among staff', { policeOnly: true });
    const partner = await cast.see('partner', prioritisationQuery, { prioritisationId: cast.prioritisationId });
    expect(partner?.issuesInWork.map((issue) => issue.title)).toEqual(['Domestic abuse', 'Rural crime']);
    expect([partner?.issues, partner?.policeOnly]).toEqual([2, false]);
    expect((await cast.see('partner', prioritisationsQuery, {})).rows[0]?.issues).toBe(2);
    expect((await cast.see('analyst', prioritisationQuery, { prioritisationId: cast.prioritisationId }))?.issues).toBe(3);
  });

  it('keeps the matrix as it was when it was taken: a newer version changes no score until it is taken (duty 94)', async () => {
    await cast.scoreAll(abuse, 2, 3, 4);
    const { body } = await cast.whole();
    const factors = body.matrix.factors.map((factor) => (factor.key === 'physical' ? { ...factor, name: 'Injury' } : factor));
    const { matrixId: newer } = await cast.must('analyst', changeMatrix, { matrixId: cast.matrixId, factors });
    expect((await cast.whole()).body.matrix).toEqual(body.matrix);
    expect((await cast.see('analyst', prioritisationQuery, { prioritisationId: cast.prioritisationId }))?.newerMatrix).toEqual({
      id: newer,
      version: 2,
    });
    await cast.must('analyst', takeMatrix, { prioritisationId: cast.prioritisationId, matrixId: newer });
    expect((await cast.whole()).body.matrix.factors[0]?.name).toBe('Injury');
    // A matrix without a factor that issues are scored in is refused, by the command and on every other path.
    const { matrixId: shorter } = await cast.must('analyst', changeMatrix, { matrixId: newer, factors: factors.slice(1) });
    const refusal = await cast.as('analyst', takeMatrix, { prioritisationId: cast.prioritisationId, matrixId: shorter });
    expect(codesOf(refusal)).toEqual(['prioritisation/matrix-drops-scores']);
    expect(refusal.ok || refusal.refusals[0].message).toContain('physical');
    const own = { ...body.matrix, factors: factors.slice(0, 3) };
    expect(await cast.forge('analyst', { put: rewritten(await cast.whole(), { body: { matrix: own } }) })).toEqual([
      'prioritisation/matrix-not-copied',
      'prioritisation/matrix-drops-scores',
    ]);
  });

  it('opens for a strategic group with a matrix in use, and can begin with the issues of an earlier one, unscored', async () => {
    await cast.scoreAll(abuse, 2, 3, 4);
    const { prioritisationId } = await cast.must('secretary', openPrioritisation, {
      groupId: cast.groupId,
      title: 'The next six months',
      matrixId: cast.matrixId,
      fromId: cast.prioritisationId,
    });
    const begun = await cast.issues(prioritisationId);
    expect(begun.map((issue) => [issue.body.title, issue.state, issue.body.scores.length])).toEqual([
      ['Domestic abuse', 'scoring', 0],
      ['Rural crime', 'scoring', 0],
    ]);
    await cast.must('analyst', retireMatrix, { matrixId: cast.matrixId });
    expect(
      codesOf(await cast.as('analyst', openPrioritisation, { groupId: cast.groupId, title: 'Late', matrixId: cast.matrixId })),
    ).toEqual(['prioritisation/matrix-retired']);
    const tactical = await scoringWorld({ groupType: 'ttcg' });
    expect(
      codesOf(await tactical.as('analyst', openPrioritisation, { groupId: tactical.groupId, title: 'x', matrixId: tactical.matrixId })),
    ).toEqual(['prioritisation/group-not-strategic']);
  });

  it('raises an issue once: the same title again is refused', async () => {
    expect(codesOf(await cast.as('analyst', raiseIssue, { prioritisationId: cast.prioritisationId, title: 'rural CRIME ' }))).toEqual([
      'issue/title-taken',
    ]);
  });
});

describe('how each issue ends', () => {
  it('justifies why an issue is included: without the reason it is refused and the whole is not frozen (duty 95)', async () => {
    await cast.scoreAll(abuse, 2, 3, 4);
    const refusal = await cast.as('analyst', settleIssue, { issueId: abuse, outcome: 'included' });
    expect(codesOf(refusal)).toEqual(['issue/included-without-reason']);
    expect(dutiesOf(refusal)).toEqual([95]);
    const { body: issueBody } = await cast.issue(abuse);
    expect(
      await cast.forge('analyst', {
        put: rewritten(await cast.issue(abuse), { state: 'included', body: { ...issueBody, outcomeReason: '' } }),
      }),
    ).toContain('issue/not-in-step');
    await cast.settle(rural, 'not-included');
    await cast.scoreAll(rural, 1, 1, 1);
    const frozen = await freeze(await cast.decideOn());
    expect(codesOf(frozen)).toEqual(['prioritisation/issue-without-outcome']);
    expect(dutiesOf(frozen)).toEqual([95, 96]);
  });

  it('justifies why an issue is not included: without the reason it is refused and the whole is not frozen (duty 96)', async () => {
    await ready();
    const refusal = await cast.as('analyst', settleIssue, { issueId: rural, outcome: 'not-included', reason: ' ' });
    expect(codesOf(refusal)).toEqual(['issue/left-out-without-reason']);
    expect(dutiesOf(refusal)).toEqual([96]);
    await cast.must('analyst', settleIssue, { issueId: rural, outcome: 'scoring' });
    expect(codesOf(await freeze(await cast.decideOn()))).toEqual(['prioritisation/issue-without-outcome']);
    await cast.settle(rural, 'not-included', 'Held by area plans');
    expect(codesOf(await freeze(await cast.decideOn()))).toEqual([]);
  });

  it('is refused without its reason on every path, even by a record that is otherwise in step (duties 95, 96)', async () => {
    for (const [state, code] of [
      ['included', 'issue/included-without-reason'],
      ['not-included', 'issue/left-out-without-reason'],
    ] as const) {
      const forged = rewritten(await cast.issue(abuse), { state, body: { outcomeReason: '' } });
      const told = rewritten(await cast.whole(), { body: { issues: digestsOf([forged, await cast.issue(rural)]) } });
      expect(await cast.forge('analyst', { put: told }, { put: forged })).toEqual([code]);
    }
  });

  it('flags a threat that is watched without being a priority, for the intelligence requirement; a priority is none (duty 106)', async () => {
    await cast.must('analyst', changeIssue, { issueId: rural, title: 'Rural crime', otherKeyThreat: true });
    expect((await cast.see('analyst', otherKeyThreatsQuery, {})).rows.map((row) => row.title)).toEqual(['Rural crime']);
    expect((await cast.see('outsider', otherKeyThreatsQuery, {})).rows).toEqual([]);
    const refusal = await cast.as('analyst', settleIssue, { issueId: rural, outcome: 'included', reason: 'High' });
    expect(codesOf(refusal)).toEqual(['issue/priority-and-other-threat']);
    expect(dutiesOf(refusal)).toEqual([106]);
    await cast.settle(rural, 'not-included', 'Watched');
  });
});

describe('freezing', () => {
  it('freezes the inputs by a decision of the strategic group that names them, and only then (duty 94)', async () => {
    await ready();
    const unnamed = await cast.decideOn(cast.prioritisationId).then(async () => {
      const [item] = await cast.world.records.reading.many('agenda-item', { state: 'open' });
      return (await cast.decide(item?.parent ?? '', item?.id ?? '')).decisionId;
    });
    const refusal = await freeze(unnamed);
    expect(codesOf(refusal)).toEqual(['prioritisation/decision-does-not-freeze']);
    expect(dutiesOf(refusal)).toEqual([76, 94]);
    expect(codesOf(await freeze('no-such-decision'))).toEqual(['prioritisation/decision-does-not-freeze']);
    const decisionId = await cast.decideOn();
    expect(codesOf(await freeze(decisionId))).toEqual([]);
    const whole = await cast.whole();
    expect([whole.state, whole.body.decisionId]).toEqual(['frozen', decisionId]);
    for (const issue of await cast.issues()) expect([issue.body.decisionId, issue.body.on]).toEqual([decisionId, '2026-11-24']);
  });

  it('is not frozen when anything changed after the decision, an issue, a score or a reason as little as the title (duty 94)', async () => {
    await ready();
    for (const change of [
      () => score(abuse, 'physical', 1, 2, 3),
      () => cast.as('analyst', settleIssue, { issueId: abuse, outcome: 'included', reason: 'Another reason' }),
      () => cast.as('analyst', changeIssue, { issueId: rural, title: 'Rural and heritage crime' }),
      () => cast.as('analyst', changePrioritisation, { prioritisationId: cast.prioritisationId, title: 'Renamed', top: 5, runs: 5000 }),
    ]) {
      const decisionId = await cast.decideOn();
      expect(codesOf(await change())).toEqual([]);
      const refusal = await freeze(decisionId);
      expect(codesOf(refusal)).toEqual(['prioritisation/decision-does-not-freeze']);
      expect(refusal.ok || refusal.refusals[0].message).toContain('changed after the group decided');
    }
  });

  it('needs every factor scored with a reason and a source (duty 94)', async () => {
    await ready();
    await cast.must('analyst', scoreIssues, {
      prioritisationId: cast.prioritisationId,
      scores: [
        { issueId: abuse, factor: 'physical', range: null },
        { issueId: rural, factor: 'physical', range: { low: 0, likely: 0, high: 0 }, reason: '' },
      ],
    });
    expect(codesOf(await freeze(await cast.decideOn()))).toEqual([
      'prioritisation/issue-not-scored',
      'prioritisation/score-without-ground',
    ]);
  });

  it('keeps a register of what was considered and why not, that opens the prioritisation as it was (duty 90)', async () => {
    await ready();
    expect((await cast.see('analyst', issueRegisterQuery, {})).total).toBe(0);
    await cast.must('secretary', freezePrioritisation, { prioritisationId: cast.prioritisationId, decisionId: await cast.decideOn() });
    const found = async (asked: object) => (await cast.see('analyst', issueRegisterQuery, asked)).rows.map((row) => row.title);
    expect(await found({})).toEqual(['Domestic abuse', 'Rural crime']);
    expect(await found({ outcome: 'not-included' })).toEqual(['Rural crime']);
    expect(await found({ text: 'area PLANS' })).toEqual(['Rural crime']);
    expect(await found({ year: '2025' })).toEqual([]);
    const [row] = (await cast.see('analyst', issueRegisterQuery, { outcome: 'not-included' })).rows;
    expect(row).toMatchObject({ rank: 2, of: 2, year: '2026', reason: 'Lowest risk of those scored; area plans hold it' });
    const opened = await cast.see('analyst', prioritisationQuery, { prioritisationId: row?.prioritisationId ?? '' });
    expect(opened?.issuesInWork.find((issue) => issue.id === row?.id)?.scores).toHaveLength(14);
    expect((await cast.see('outsider', issueRegisterQuery, {})).total).toBe(0);
    expect(await cast.forge('analyst', { erase: { kind: 'issue', id: rural } })).toEqual(['issue/never-erased']);
    expect(await cast.forge('analyst', { erase: { kind: 'prioritisation', id: cast.prioritisationId } })).toEqual([
      'prioritisation/never-erased',
    ]);
  });

  it('cannot be forged past: no frozen record without the decision, no issue the decision did not cover (duty 94)', async () => {
    await ready();
    const whole = await cast.whole();
    const frozenAt = cast.world.now;
    expect(await cast.forge('analyst', { put: rewritten(whole, { state: 'frozen', body: { frozenAt, decisionId: '' } }) })).toEqual([
      'prioritisation/decision-does-not-freeze',
    ]);
    const decisionId = await cast.decideOn();
    // With the decision, but one issue quietly changed in the same step.
    const issues = await cast.issues();
    const dated = issues.map((issue) => rewritten(issue, { body: { decisionId, on: '2026-11-24' as never } }));
    const changed = dated.map((issue, index) => (index === 0 ? { ...issue, body: { ...issue.body, outcomeReason: 'Rewritten' } } : issue));
    const told = digestsOf(changed);
    const codes = await cast.forge(
      'analyst',
      { put: rewritten(whole, { state: 'frozen', body: { frozenAt, decisionId, issues: told } }) },
      ...changed.map((put) => ({ put })),
    );
    expect(codes).toContain('prioritisation/step-not-in-order');
    expect(codes).toContain('issue/frozen');
    // The same without the change is what the command does.
    expect(
      await cast.forge(
        'analyst',
        { put: rewritten(whole, { state: 'frozen', body: { frozenAt, decisionId } }) },
        ...dated.map((put) => ({ put })),
      ),
    ).toEqual([]);
    // An issue that leaves out the decision, or a state that steps over the list.
    expect(await cast.forge('analyst', { put: rewritten(whole, { state: 'frozen', body: { frozenAt, decisionId } }) })).toEqual([
      'prioritisation/outcome-not-dated',
    ]);
  });

  it('cannot be told beforehand of a change that is only made after the decision (duties 76, 94)', async () => {
    await ready();
    // The list of issues already fits what the issue is to say later; were it let through, the change would not touch the record decided on.
    const later = rewritten(await cast.issue(abuse), { body: { outcomeReason: 'What nobody decided on' } });
    const told = digestsOf([later, await cast.issue(rural)]);
    expect(await cast.forge('analyst', { put: rewritten(await cast.whole(), { body: { issues: told } }) })).toEqual([
      'prioritisation/issues-not-in-step',
    ]);
    await cast.decideOn();
    expect(await cast.forge('analyst', { put: later })).toEqual(['issue/not-in-step']);
  });
});
