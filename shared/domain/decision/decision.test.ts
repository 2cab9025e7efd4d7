import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '#shared/base/digest.ts';
import { concludeAgendaItem } from '#shared/domain/agenda-item/agenda-item.commands.ts';
import { addAgendaItem } from '#shared/domain/agenda-item/agenda-item.commands.ts';
import { closeMeeting } from '#shared/domain/meeting/meeting.commands.ts';
import { rewritten } from '#shared/domain/meeting/parts.ts';
import { correctMinuteEntry, writeMinuteEntry } from '#shared/domain/minute-entry/minute-entry.commands.ts';
import { recordPaper } from '#shared/domain/paper/paper.commands.ts';
import { COMPLETE, type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { codesOf, dutiesOf } from '#test/builders/organisation-world.ts';
import { decisionConcerns, EMPTY_DECISION } from './decision-concerns.ts';
import { correctDecision, recordDecision } from './decision.commands.ts';
import { decisionQuery, decisionsQuery } from './decision.queries.ts';

let cast: MeetingWorld;
let meetingId: string;
let itemId: string;
beforeEach(async () => {
  cast = await meetingWorld();
  meetingId = await cast.live();
  itemId = await cast.open(meetingId);
});
const args = (more: object = {}) => ({
  meetingId,
  itemId,
  ...COMPLETE,
  options: [...COMPLETE.options],
  evidence: [...COMPLETE.evidence],
  decidedById: cast.ids.chair,
  ...more,
});
const record = (more: object = {}) => cast.as('secretary', recordDecision, args(more));
const decisionOf = async (id: string) => {
  const found = await cast.world.records.reading.one('decision', id);
  if (found === null) throw new Error('no decision');
  return found;
};

describe('what a decision must say', () => {
  it.each([
    ['its text', { text: ' ' }, 'decision/without-text', 54],
    ['its rationale', { rationale: '' }, 'decision/without-rationale', 82],
    ['two options, or the reason for one', { options: [{ text: 'Only this', chosen: true }] }, 'decision/one-option-without-reason', 132],
    [
      'why an option was rejected',
      {
        options: [
          { text: 'This', chosen: true },
          { text: 'That', chosen: false },
        ],
      },
      'decision/option-rejected-without-reason',
      115,
    ],
    [
      'which option was chosen',
      {
        options: [
          { text: 'This', chosen: false, rejectedBecause: 'x' },
          { text: 'That', chosen: false, rejectedBecause: 'y' },
        ],
      },
      'decision/no-option-chosen',
      132,
    ],
    ['its evidence, or why there is none', { evidence: [] }, 'decision/without-evidence', 53],
    ['its priority, or why it lies outside the strategy', { outsideStrategyReason: '' }, 'decision/without-priority', 80],
    ['who decided', { decidedById: '' }, 'decision/without-decider', 120],
    ['what exceeds the chair’s authority', { withinAuthority: false }, 'decision/outside-authority-without-note', 71],
    ['when what follows is due', { ownerId: 'OWNER' }, 'decision/owner-without-due-day', 123],
    ['who owns what follows', { dueOn: '2026-12-01' }, 'decision/due-day-without-owner', 123],
    ['a due day that is not past', { ownerId: 'OWNER', dueOn: '2026-11-23' }, 'decision/due-before-decided', 123],
    ['whose dissent it is', { dissents: [{ personId: '', text: 'I disagree' }] }, 'decision/dissent-without-name', 115],
    [
      'the strand of the action that follows',
      { ownerId: 'OWNER', dueOn: '2026-12-01', followUp: { strand: '' } },
      'decision/follow-up-without-strand',
      135,
    ],
  ])('%s', async (_what, more: Record<string, unknown>, code, duty) => {
    const refusal = await record({ ...more, ...(more['ownerId'] === 'OWNER' ? { ownerId: cast.ids.response } : {}) });
    expect(codesOf(refusal)).toEqual([code]);
    expect(dutiesOf(refusal)).toContain(duty);
    expect(await cast.world.records.reading.count('decision')).toBe(0);
  });

  it('says everything that is missing at once, each with its field, from the function the console uses too', async () => {
    const refusal = await record({ text: '', rationale: '', options: [], evidence: [], outsideStrategyReason: '', decidedById: '' });
    const fields = refusal.ok ? [] : refusal.refusals.map((one) => one.field);
    expect(fields).toEqual(['text', 'rationale', 'options', 'evidence', 'priorityId', 'decidedById']);
    const context = {
      groupType: 'ttcg',
      meetingState: 'live',
      itemState: 'open',
      itemPoliceOnly: false,
      startedAt: '',
      now: cast.world.now,
      mayDecideIds: [],
      authority: 'All',
      priorityIds: [],
      personIds: [],
    } as const;
    expect(decisionConcerns(EMPTY_DECISION, context).map((one) => one.field)).toEqual(fields);
  });

  it('lets a single option and missing evidence pass with their reasons (duties 53, 132)', async () => {
    expect(
      codesOf(await record({ options: [], singleOptionReason: 'Ordered by the court', evidence: [], noEvidenceReason: 'Verbal report' })),
    ).toEqual([]);
  });

  it('asks a daily meeting for the fewest fields, but still for reason, owner of the decision and priority (duty 157)', async () => {
    const daily = await meetingWorld({ groupType: 'dmm' });
    const held = await daily.live();
    const item = await daily.open(held);
    const quick = { meetingId: held, itemId: item, text: 'Move two units', rationale: 'Series overnight', decidedById: daily.ids.chair };
    expect(codesOf(await daily.as('secretary', recordDecision, quick))).toEqual(['decision/without-priority']);
    expect(codesOf(await daily.as('secretary', recordDecision, { ...quick, outsideStrategyReason: 'Overnight series' }))).toEqual([]);
  });
});

describe('who decides', () => {
  it('is the presiding chair or a member who is present, not a visitor, the secretary or someone absent (duties 71, 120)', async () => {
    for (const who of ['chair', 'analyst'] as const) expect(codesOf(await record({ decidedById: cast.ids[who] }))).toEqual([]);
    for (const who of ['partner', 'secretary', 'outsider'] as const)
      expect(codesOf(await record({ decidedById: cast.ids[who] }))).toEqual(['decision/decider-not-present']);
  });

  it('cannot claim authority nobody recorded: then the decision is advisory and says to whom it goes (duties 71, 120)', async () => {
    const { world } = cast;
    const [chair] = (await world.records.reading.many('appointment', { parent: cast.groupId })).filter((one) => one.body.role === 'chair');
    if (chair === undefined) throw new Error('no chair');
    world.records.apply([{ put: rewritten(chair, { body: { authority: '' } }) }], { now: world.now, actorId: '' });
    expect(codesOf(await record())).toEqual(['decision/authority-not-recorded']);
    expect(codesOf(await record({ withinAuthority: false, authorityNote: 'Force resources: to the Assistant Chief Constable' }))).toEqual(
      [],
    );
  });

  it('is written by those who run the group; a member and an auditor are refused', async () => {
    for (const who of ['analyst', 'auditor', 'outsider', 'manager'] as const)
      expect(codesOf(await cast.as(who, recordDecision, args()))).toEqual(['meeting/not-yours-to-run']);
    expect(codesOf(await cast.as('chair', recordDecision, args()))).toEqual([]);
  });
});

describe('priorities', () => {
  it('link a decision only while in force for the level, and never together with “outside the strategy” (duties 80, 91)', async () => {
    const { world } = cast;
    const priority = {
      id: 'prio1',
      kind: 'priority' as const,
      scope: world.areaIds[0] ?? '',
      marking: 'OFFICIAL' as const,
      handling: '',
      compartment: '',
      state: 'current',
      owner: '',
      parent: '',
      number: 0,
      dueAt: '',
      sortAt: '1',
      body: {
        reference: 'CS1',
        title: 'Burglary',
        summary: '',
        nodeType: 'area' as const,
        nodeId: world.areaIds[0] ?? '',
        setByDecisionId: 'x',
        from: '2026-06-01' as never,
        to: '' as const,
      },
    };
    world.records.apply(
      [
        { put: priority },
        { put: { ...priority, id: 'prio2', body: { ...priority.body, nodeId: world.areaIds[1] ?? '' } } },
        { put: { ...priority, id: 'prio3', body: { ...priority.body, to: '2026-10-01' as never } } },
      ],
      { now: world.now, actorId: '' },
    );
    expect(codesOf(await record({ priorityId: 'prio1' }))).toEqual(['decision/priority-and-outside']);
    expect(codesOf(await record({ priorityId: 'prio1', outsideStrategyReason: '' }))).toEqual([]);
    for (const priorityId of ['prio2', 'prio3'])
      expect(codesOf(await record({ priorityId, outsideStrategyReason: '' }))).toEqual(['decision/priority-not-in-force']);
  });
});

describe('the record', () => {
  it('numbers decisions from one, and entries, decisions and actions in one running order (duties 54, 121)', async () => {
    await cast.must('secretary', writeMinuteEntry, { meetingId, itemId, entryType: 'note', text: 'Analyst presents' });
    const first = await cast.decide(meetingId, itemId, {
      ownerId: cast.ids.response,
      dueOn: '2026-12-01',
      followUp: { strand: 'enforcement' },
    });
    const second = await cast.decide(meetingId, itemId);
    expect([first.reference, second.reference]).toEqual(['TTCG-E/2026-11-24/D1', 'TTCG-E/2026-11-24/D2']);
    expect([(await decisionOf(first.decisionId)).body.entry, (await decisionOf(second.decisionId)).body.entry]).toEqual([2, 4]);
    expect((await cast.world.records.reading.one('action', first.actionId))?.body).toMatchObject({
      entry: 3,
      reference: 'TTCG-E/2026-11-24/A1',
      decisionId: first.decisionId,
      text: COMPLETE.text,
    });
  });

  it('keeps when it was decided apart from when it was written (duty 54)', async () => {
    cast.pass(30);
    const { decisionId } = await cast.decide(meetingId, itemId, { decidedAt: '2026-11-24T10:10:00.000Z' });
    expect((await decisionOf(decisionId)).body).toMatchObject({
      decidedAt: '2026-11-24T10:10:00.000Z',
      writtenAt: '2026-11-24T10:30:00.000Z',
    });
    expect(codesOf(await record({ decidedAt: '2026-11-24T10:31:00.000Z' }))).toEqual(['decision/decided-later-than-written']);
    expect(codesOf(await record({ decidedAt: '2026-11-24T09:00:00.000Z' }))).toEqual(['decision/decided-before-the-meeting']);
  });

  it('is only in an open item of a meeting in session (duty 121)', async () => {
    const other = (await cast.agenda(meetingId))[1]?.id;
    expect(codesOf(await record({ itemId: other }))).toEqual(['decision/item-not-open']);
    await cast.concludeRest(meetingId);
    await cast.must('secretary', closeMeeting, { meetingId });
    expect(codesOf(await record())).toEqual(['meeting/not-live']);
  });

  it('takes the finished draft away in the same unit, and leaves other people’s drafts alone', async () => {
    const draft = (owner: string, id: string) => ({
      put: {
        id,
        kind: 'draft' as const,
        scope: '',
        marking: 'OFFICIAL' as const,
        handling: '',
        compartment: '',
        state: 'kept',
        owner,
        parent: meetingId,
        number: 0,
        dueAt: '',
        sortAt: '1',
        body: { forKind: 'decision', itemId, fields: {} },
      },
    });
    cast.world.records.apply([draft(cast.ids.secretary, 'draft-a'), draft(cast.ids.chair, 'draft-b')], {
      now: cast.world.now,
      actorId: '',
    });
    await cast.decide(meetingId, itemId, { draftId: 'draft-a' });
    await cast.decide(meetingId, itemId, { draftId: 'draft-b' });
    expect((await cast.world.records.reading.many('draft')).map((one) => one.id)).toEqual(['draft-b']);
  });

  it('marks everything decided in a police-only item as police only, whatever was asked (duty 119)', async () => {
    await cast.must('secretary', addAgendaItem, { meetingId, title: 'Sources', policeOnly: true });
    const item = await cast.open(meetingId, (await cast.agenda(meetingId)).length);
    const { decisionId } = await cast.decide(meetingId, item);
    expect((await decisionOf(decisionId)).body.policeOnly).toBe(true);
    expect(await cast.see('partner', decisionQuery, { decisionId })).toBeNull();
    expect((await cast.see('partner', decisionsQuery, {})).total).toBe(0);
  });
});

describe('what was known then', () => {
  it('freezes version and digest of everything in view, of what is cited and of where it was decided (duties 53, 130)', async () => {
    const { paperId } = await cast.must('secretary', recordPaper, {
      meetingId,
      title: 'Assessment',
      paperType: 'tactical-assessment',
      fileId: 'file1',
      fileName: 'a.pdf',
      mediaType: '',
      size: 1,
      digest: 'a'.repeat(64),
      asOf: '2026-11-20',
      confidence: 'high',
      policeOnly: false,
    });
    const { decisionId } = await cast.decide(meetingId, itemId, {
      evidence: [{ recordKind: 'paper', recordId: paperId, title: 'Assessment' }],
      inView: [{ kind: 'group', id: cast.groupId }],
    });
    const { body } = await decisionOf(decisionId);
    expect(body.known.map((one) => one.kind)).toEqual(['meeting', 'agenda-item', 'paper', 'group']);
    const paper = await cast.world.records.reading.one('paper', paperId);
    expect(body.known.find((one) => one.kind === 'paper')).toMatchObject({ rev: paper?.rev, digest: digestOf(paper), title: 'Assessment' });
    expect(body.knownDigest).toBe(digestOf(body.known));
    await cast.must('secretary', concludeAgendaItem, { itemId, outcome: 'decided' });
    const since = (await cast.see('analyst', decisionQuery, { decisionId }))?.knownThen.map((one) => [one.kind, one.since]);
    expect(since).toEqual([
      ['meeting', 'same'],
      ['agenda-item', 'changed'],
      ['paper', 'same'],
      ['group', 'same'],
    ]);
  });

  it('refuses what is not there, and evidence that is not, in the words for what is not theirs to see', async () => {
    expect(codesOf(await record({ inView: [{ kind: 'paper', id: 'nosuchpaper' }] }))).toEqual(['decision/in-view-not-there']);
    expect(codesOf(await record({ evidence: [{ recordKind: 'paper', recordId: 'nosuchpaper', title: 'Gone' }] }))).toEqual([
      'decision/evidence-not-there',
    ]);
  });
});

describe('corrections', () => {
  const correct = (decisionId: string, more: object = {}) =>
    cast.as('secretary', correctDecision, {
      ...args(),
      decisionId,
      correctionReason: 'The wrong estate was named',
      text: 'Patrol the Mill estate',
      ...more,
    });

  it('are new decisions with the next number, also under an item that is concluded; both stay readable (duties 54, 81)', async () => {
    const first = await cast.decide(meetingId, itemId);
    await cast.must('secretary', concludeAgendaItem, { itemId, outcome: 'decided' });
    expect(codesOf(await correct(first.decisionId, { correctionReason: '' }))).toEqual(['decision/corrected-without-reason']);
    expect(codesOf(await correct(first.decisionId))).toEqual([]);
    const page = await cast.see('analyst', decisionQuery, { decisionId: first.decisionId });
    expect(page).toMatchObject({ text: COMPLETE.text, supersededByReference: 'TTCG-E/2026-11-24/D2' });
    expect(page?.chain.map((one) => [one.number, one.text])).toEqual([
      [1, COMPLETE.text],
      [2, 'Patrol the Mill estate'],
    ]);
  });

  it('supersede a decision once; a further correction corrects the newer one', async () => {
    const first = await cast.decide(meetingId, itemId);
    const second = await correct(first.decisionId);
    expect(codesOf(await correct(first.decisionId))).toEqual(['decision/superseded-already']);
    expect(codesOf(await correct(second.ok ? second.value.out.decisionId : ''))).toEqual([]);
  });

  it('of a closed meeting are recorded in a later one of the same group', async () => {
    const first = await cast.decide(meetingId, itemId);
    await cast.concludeRest(meetingId);
    await cast.must('secretary', closeMeeting, { meetingId });
    expect(codesOf(await correct(first.decisionId))).toEqual(['meeting/not-live']);
    const later = await cast.live('2026-12-08');
    const item = await cast.open(later);
    expect(codesOf(await correct(first.decisionId, { meetingId: later, itemId: item, decidedAt: '' }))).toEqual([]);
    expect((await cast.see('chair', decisionsQuery, {})).rows.map((row) => [row.reference, row.supersededById !== ''])).toEqual([
      ['TTCG-E/2026-12-08/D1', false],
      ['TTCG-E/2026-11-24/D1', true],
    ]);
  });

  it('of entries are new entries too, once each (duty 81)', async () => {
    const { entryId } = await cast.must('secretary', writeMinuteEntry, {
      meetingId,
      itemId,
      entryType: 'note',
      text: 'Fourteen burglaries',
    });
    await cast.must('secretary', correctMinuteEntry, { entryId, text: 'Twelve burglaries' });
    expect(codesOf(await cast.as('secretary', correctMinuteEntry, { entryId, text: 'Eleven' }))).toEqual([
      'minute-entry/corrected-already',
    ]);
    expect((await cast.world.records.reading.one('minute-entry', entryId))?.body.text).toBe('Fourteen burglaries');
  });

  it('never change the record itself, whoever writes it and by whatever path (duties 54, 122)', async () => {
    const { decisionId } = await cast.decide(meetingId, itemId);
    const decision = await decisionOf(decisionId);
    expect(await cast.forge('chair', { put: rewritten(decision, { body: { text: 'Something else' } }) })).toEqual([
      'decision/never-changed',
    ]);
    expect(await cast.forge('chair', { put: rewritten(decision, { number: 7 }) })).toEqual(['decision/never-changed']);
    expect(await cast.forge('chair', { erase: { kind: 'decision', id: decisionId } })).toEqual(['decision/never-changed']);
    const another = { put: { ...rewritten(decision, {}), id: 'forged' } };
    expect(await cast.forge('secretary', another)).toContain('decision/out-of-order');
    const { entryId } = await cast.must('secretary', writeMinuteEntry, {
      meetingId,
      itemId,
      entryType: 'dissent',
      text: 'I disagree',
      saidById: cast.ids.analyst,
    });
    const entry = await cast.world.records.reading.one('minute-entry', entryId);
    if (entry === null) throw new Error('no entry');
    expect(await cast.forge('chair', { put: rewritten(entry, { body: { text: 'I agree' } }) })).toEqual(['minute-entry/never-changed']);
    expect(await cast.forge('chair', { erase: { kind: 'minute-entry', id: entryId } })).toEqual(['minute-entry/never-changed']);
  });
});

describe('the register', () => {
  it('finds decisions by group, days and words over text, rationale, options and evidence', async () => {
    await cast.decide(meetingId, itemId);
    await cast.decide(meetingId, itemId, { text: 'Commission a problem profile', rationale: 'Repeat victims' });
    const found = async (more: object) => (await cast.see('chair', decisionsQuery, more)).rows.map((row) => row.text);
    expect(await found({ text: 'repeat PROFILE' })).toEqual(['Commission a problem profile']);
    expect(await found({ from: '2026-11-25' })).toEqual([]);
    expect((await found({ groupId: cast.groupId, to: '2026-11-24' })).length).toBe(2);
    expect((await cast.see('outsider', decisionsQuery, {})).total).toBe(0);
  });
});
