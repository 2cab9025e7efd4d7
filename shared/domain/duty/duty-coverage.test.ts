import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#shared/domain/access/access.ts';
import { giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import { addGroup } from '#shared/domain/group/group.commands.ts';
import { FOUNDED_ON } from '#test/builders/organisation-world.ts';
import { type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { lay, layStrategy } from '#test/builders/strategy-laid.ts';
import { inspectionPack } from './duty.document.ts';
import { maySeeDuties } from './duty.policy.ts';
import { dutyCoverageQuery, goldenThreadQuery } from './duty.queries.ts';

let cast: MeetingWorld;
let strategicId: string;
beforeEach(async () => {
  cast = await meetingWorld();
  strategicId = (
    await cast.world.must(addGroup, {
      groupType: 'stcg',
      name: 'Strategic group',
      code: 'STCG',
      nodeType: 'force',
      nodeId: cast.world.forceId,
      from: FOUNDED_ON,
    })
  ).groupId;
});
const auditor = () => cast.world.actor(cast.ids.auditor);
const coverage = async (as?: Actor) => cast.world.view(dutyCoverageQuery, {}, as ?? (await auditor()));
const duty = async (number: number, as?: Actor) => {
  const row = (await coverage(as)).rows.find((one) => one.number === number);
  if (row === undefined) throw new Error('no such duty');
  return row;
};

describe('the page of duties', () => {
  it('shows that strategic and tactical groups are separate, and a tactical one cannot set the control strategy (duty 50)', async () => {
    const meetingId = await cast.live();
    const { decisionId } = await cast.decide(meetingId, await cast.open(meetingId));
    const { forceId, areaIds } = cast.world;
    const nodeId = areaIds[0] ?? forceId;
    const body = {
      reference: 'P1',
      title: 'Burglary',
      summary: '',
      nodeType: 'area',
      nodeId,
      setByDecisionId: decisionId,
      from: FOUNDED_ON,
      to: '',
    } as const;
    const envelope = {
      id: 'forged',
      scope: nodeId,
      marking: 'OFFICIAL',
      handling: '',
      compartment: '',
      owner: '',
      number: 0,
      dueAt: '',
    } as const;
    const put = { ...envelope, kind: 'priority', state: 'current', parent: decisionId, sortAt: 'P1', body } as const;
    expect(await cast.forge('chair', { put })).toEqual(['priority/set-only-by-stcg']);
    expect(await duty(50)).toMatchObject({ colour: 'amber', evidenceCount: 2 });
    layStrategy(cast.world, strategicId);
    expect(await duty(50)).toMatchObject({ colour: 'green' });
  });

  it('turns a duty green by what is recorded and names it: decisions numbered without gaps, with the meeting they are of (duties 54, 55)', async () => {
    expect(await duty(54)).toMatchObject({ colour: 'red', evidence: [] });
    const meetingId = await cast.live();
    const itemId = await cast.open(meetingId);
    const { decisionId } = await cast.decide(meetingId, itemId);
    await cast.decide(meetingId, itemId);
    expect(await duty(54)).toMatchObject({
      colour: 'green',
      sentence: '2 decisions of 1 meeting, numbered without gaps.',
      evidence: [{ kind: 'decision', id: decisionId, parent: meetingId }, {}],
    });
  });

  it('is shown to lead, director, auditor, chairs and the principal analyst, and to nobody else', async () => {
    for (const [who, may] of [
      ['auditor', true],
      ['chair', true],
      ['secretary', false],
      ['manager', false],
      ['partner', false],
      ['outsider', false],
    ] as const)
      expect([who, maySeeDuties(await cast.world.actor(cast.ids[who])) === null]).toEqual([who, may]);
    expect(maySeeDuties(await cast.world.actor(cast.world.administratorId))?.code).toBe('duty/not-yours-to-see');
    for (const role of ['principal-analyst', 'director-of-intelligence'] as const) {
      const personId = await cast.world.person('Police staff', role.replaceAll('-', ''));
      await cast.world.must(giveAppointment, {
        personId,
        role,
        scopeType: 'force',
        scopeId: cast.world.forceId,
        from: FOUNDED_ON,
        givenBy: 'Chief',
      });
      expect(maySeeDuties(await cast.world.actor(personId))).toBeNull();
    }
  });

  it('counts and names only what the reader may read, and says so', async () => {
    const other = (
      await cast.world.must(addGroup, {
        groupType: 'ttcg',
        name: 'West group',
        code: 'TTCG-W',
        nodeType: 'area',
        nodeId: cast.world.areaIds[1] ?? '',
        from: FOUNDED_ON,
      })
    ).groupId;
    const chairOfWest = await cast.world.person('Superintendent', 'Western');
    await cast.world.must(giveAppointment, {
      personId: chairOfWest,
      role: 'chair',
      scopeType: 'group',
      scopeId: other,
      from: FOUNDED_ON,
      authority: 'West',
      givenBy: 'Chief',
    });
    const meetingId = await cast.live();
    await cast.decide(meetingId, await cast.open(meetingId));
    const west = await cast.world.actor(chairOfWest);
    expect((await coverage()).seesAll).toBe(true);
    expect((await coverage(west)).seesAll).toBe(false);
    expect((await duty(54)).evidenceCount).toBe(1);
    expect(await duty(54, west)).toMatchObject({ colour: 'red', evidenceCount: 0 });
    const text = JSON.stringify(await coverage(west));
    expect(text).not.toContain(meetingId);
    expect(text).not.toContain('TTCG-E/2026-11-24');
  });

  it('names the rules that enforce a duty and the place where it is done', async () => {
    const row = await duty(93);
    expect(row.rules.map((rule) => rule.code)).toContain('priority/set-only-by-stcg');
    expect(row.place).toBe('/strategy');
    expect(await duty(26)).toMatchObject({ colour: 'red', kept: false, sentence: 'Cordon does not keep this yet; show it elsewhere.' });
  });
});

describe('the golden thread of a priority', () => {
  const steps = async (as?: Actor) => {
    const { thread } = await cast.world.view(goldenThreadQuery, { priorityId: 'priority-1' }, as ?? (await auditor()));
    return thread?.steps.map(({ step, nodes, missing }) => [step, nodes.map((node) => node.id).join(), missing === '']);
  };

  it('goes from assessment to result, each link a record to open, and says what is missing (duties 55, 56)', async () => {
    layStrategy(cast.world, strategicId);
    expect(await steps()).toEqual([
      ['assessment', '', false],
      ['score', '', false],
      ['priority', 'priority-1,strategy-1', true],
      ['requirement', '', false],
      ['decision', 'decision-1', true],
      ['plan', '', false],
      ['result', '', false],
    ]);
    layTheRest();
    expect(await steps()).toEqual([
      ['assessment', 'assessment-1', true],
      ['score', 'issue-1', true],
      ['priority', 'priority-1,strategy-1', true],
      ['requirement', 'question-1', true],
      ['decision', 'decision-1', true],
      ['plan', 'plan-1', true],
      ['result', 'plan-1', true],
    ]);
  });

  function layTheRest(): void {
    const { world } = cast;
    lay(world, 'strategic-assessment', 'assessment-1', {
      state: 'final',
      body: {
        groupId: strategicId,
        title: 'Assessment',
        reference: 'SA-1',
        periodFrom: '2025-06-01',
        periodTo: '2026-05-31',
        reviews: [],
        termsAgreedAt: '',
      },
    });
    lay(world, 'prioritisation', 'prioritisation-1', {
      state: 'frozen',
      parent: 'assessment-1',
      body: { groupId: strategicId, title: 'Scores', matrix: { name: 'House matrix' } },
    });
    lay(world, 'issue', 'issue-1', {
      state: 'included',
      parent: 'prioritisation-1',
      body: { groupId: strategicId, title: 'Domestic abuse', outcomeReason: 'Highest harm', scores: [] },
    });
    lay(world, 'requirement-question', 'question-1', {
      state: 'partly',
      parent: 'requirement-1',
      body: {
        groupId: strategicId,
        reference: 'SIR-1',
        question: 'Who?',
        priorityId: 'priority-1',
        answers: [{}],
        otherKeyThreat: '',
        gapId: '',
      },
    });
    lay(world, 'delivery-plan', 'plan-1', {
      state: 'closed',
      parent: 'decision-1',
      body: {
        groupId: strategicId,
        reference: 'STCG/D1/P1',
        title: 'Plan',
        priorityId: 'priority-1',
        startsOn: '2026-06-02',
        endsOn: '2026-09-01',
        result: 'A tenth fewer',
        measures: [{ name: 'Repeats', baseline: '100', target: '90', result: '89' }],
        resources: [],
        tactics: [],
        outsideStrategyReason: '',
        policeOnly: false,
      },
    });
  }

  it('shows a reader only the links that are theirs to see', async () => {
    layStrategy(cast.world, strategicId);
    const chair = await cast.world.actor(cast.ids.chair);
    const { thread } = await cast.world.view(goldenThreadQuery, { priorityId: 'priority-1' }, chair);
    const kinds = (thread?.steps ?? []).flatMap((step) => step.nodes.map((node) => node.kind));
    expect(kinds).not.toContain('decision');
    expect(thread?.steps.find((one) => one.step === 'decision')?.missing).not.toBe('');
  });

  it('stands in the inspection pack beside every duty with its standing and its rules, marked as what it holds', async () => {
    layStrategy(cast.world, strategicId);
    layTheRest();
    const actor = await auditor();
    const made = await inspectionPack.read(
      { forceId: cast.world.forceId },
      { actor, now: cast.world.now, reading: cast.world.records.readingOf(actor) },
    );
    if (!made.ok) throw new Error(made.refusals[0].message);
    const tables = made.value.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
    const numbers = tables.filter((table) => table.columns.length === 6).flatMap((table) => table.rows.map((row) => Number(row[0])));
    expect(numbers).toEqual(Array.from({ length: 184 }, (_unused, index) => index + 1));
    expect(tables[0]?.caption).toBe('Every link is there.');
    expect(tables[0]?.rows.map((row) => row[0])).toEqual([
      'Assessment',
      'Score',
      'Priority',
      '',
      'Requirement',
      'Decision',
      'Plan',
      'Result',
    ]);
    expect(made.value).toMatchObject({ policeOnly: true, marking: 'OFFICIAL' });
  });
});
