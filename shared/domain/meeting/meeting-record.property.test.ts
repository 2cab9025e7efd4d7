import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  claimAction,
  raiseAction,
  reassignAction,
  returnAction,
  verifyAction,
  withdrawAction,
} from '#shared/domain/action/action.commands.ts';
import {
  addAgendaItem,
  concludeAgendaItem,
  moveAgendaItem,
  openAgendaItem,
  removeAgendaItem,
  reopenAgendaItem,
} from '#shared/domain/agenda-item/agenda-item.commands.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import { correctDecision, recordDecision } from '#shared/domain/decision/decision.commands.ts';
import type { AnyRecordToWrite, Change } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { correctMinuteEntry, writeMinuteEntry } from '#shared/domain/minute-entry/minute-entry.commands.ts';
import { CAST, COMPLETE, type MeetingWorld, meetingWorld } from '#test/builders/meeting-world.ts';
import { closeMeeting } from './meeting.commands.ts';
import { rewritten } from './parts.ts';

/** One thing someone tries: who, what, and two numbers that choose what it is done to. */
const attempt = fc.record({
  who: fc.oneof(
    { weight: 5, arbitrary: fc.constant('secretary' as const) },
    { weight: 3, arbitrary: fc.constant('chair' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...CAST) },
  ),
  what: fc.constantFrom(
    'add',
    'open',
    'conclude',
    'reopen',
    'move',
    'remove',
    'write',
    'correct-entry',
    'decide',
    'correct',
    'raise',
    'claim',
    'verify',
    'return',
    'reassign',
    'withdraw',
    'close',
    'forge-body',
    'forge-number',
    'forge-state',
    'forge-erase',
    'forge-copy',
    'forge-verify',
    'wait',
    'finish',
    'owner-claims',
    'owner-verifies',
    'manager-verifies',
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer One> ? One : never;

const RECORD: readonly Kind[] = ['decision', 'minute-entry', 'action', 'meeting', 'agenda-item'];
const at = <One>(list: readonly One[], index: number): One | undefined => list[index % Math.max(1, list.length)];

/** Everything the law of the record speaks of, as it stands. */
async function recordOf(cast: MeetingWorld, meetingId: string) {
  const { reading } = cast.world.records;
  const where = { parent: meetingId };
  const [meeting, items, decisions, entries, actions] = await Promise.all([
    reading.one('meeting', meetingId),
    reading.many('agenda-item', where, { by: 'number' }),
    reading.many('decision', where, { by: 'number' }),
    reading.many('minute-entry', where, { by: 'number' }),
    reading.many('action', where, { by: 'number' }),
  ]);
  return { meeting, items, decisions, entries, actions };
}

async function attemptOne(cast: MeetingWorld, meetingId: string, { who, what, a, b }: Attempt): Promise<void> {
  const { items, decisions, entries, actions, meeting } = await recordOf(cast, meetingId);
  const [item, decision, entry, action] = [at(items, a), at(decisions, a), at(entries, a), at(actions, a)];
  const itemId = item?.id ?? 'none';
  const open = items.find((one) => one.state === 'open')?.id ?? itemId;
  const person = cast.ids[at(CAST, b) ?? 'chair'];
  const full = {
    meetingId,
    itemId: open,
    ...COMPLETE,
    options: [...COMPLETE.options],
    evidence: [...COMPLETE.evidence],
    decidedById: cast.ids.chair,
  };
  switch (what) {
    case 'add':
      return void (await cast.as(who, addAgendaItem, { meetingId, title: `Item ${b}` }));
    case 'open':
      return void (await cast.as(who, openAgendaItem, { itemId }));
    case 'conclude':
      return void (await cast.as(who, concludeAgendaItem, {
        itemId,
        outcome: at(['decided', 'no-decision', 'deferred'] as const, b) ?? 'deferred',
        reason: b % 5 === 0 ? '' : 'Noted',
      }));
    case 'reopen':
      return void (await cast.as(who, reopenAgendaItem, { itemId }));
    case 'move':
      return void (await cast.as(who, moveAgendaItem, { itemId, beforeItemId: at(items, b)?.id ?? '' }));
    case 'remove':
      return void (await cast.as(who, removeAgendaItem, { itemId }));
    case 'write':
      return void (await cast.as(who, writeMinuteEntry, { meetingId, itemId: open, entryType: 'note', text: `Note ${b}` }));
    case 'correct-entry':
      return void (await cast.as(who, correctMinuteEntry, { entryId: entry?.id ?? 'none', text: `Correction ${b}` }));
    case 'decide':
      return void (await cast.as(who, recordDecision, {
        ...full,
        ...(b % 3 === 0 ? { ownerId: person, dueOn: '2026-12-01', followUp: { strand: 'enforcement' as const } } : {}),
      }));
    case 'correct':
      return void (await cast.as(who, correctDecision, { ...full, decisionId: decision?.id ?? 'none', correctionReason: 'Wrong' }));
    case 'raise':
      return void (await cast.as(who, raiseAction, {
        meetingId,
        itemId: open,
        text: `Action ${b}`,
        strand: 'prevention',
        ownerId: person,
        dueOn: '2026-12-01',
      }));
    case 'claim':
      return void (await cast.as(who, claimAction, { actionId: action?.id ?? 'none', text: 'Done' }));
    case 'verify':
      return void (await cast.as(who, verifyAction, { actionId: action?.id ?? 'none', text: 'Seen' }));
    case 'return':
      return void (await cast.as(who, returnAction, { actionId: action?.id ?? 'none', text: 'Missing' }));
    case 'reassign':
      return void (await cast.as(who, reassignAction, { actionId: action?.id ?? 'none', text: 'Leave', ownerId: person }));
    case 'withdraw':
      return void (await cast.as(who, withdrawAction, { actionId: action?.id ?? 'none', text: 'Overtaken' }));
    case 'close':
      return void (await cast.as(who, closeMeeting, { meetingId }));
    case 'owner-claims':
      return void (await cast.as(nameOf(cast, action?.owner), claimAction, { actionId: action?.id ?? 'none', text: 'Done' }));
    case 'owner-verifies':
      return void (await cast.as(nameOf(cast, action?.owner), verifyAction, { actionId: action?.id ?? 'none', text: 'Seen' }));
    case 'manager-verifies':
      return void (await cast.as('manager', verifyAction, { actionId: action?.id ?? 'none', text: 'Seen' }));
    case 'finish':
      if (b % 6 !== 0) return;
      for (const one of items)
        await cast.as('secretary', concludeAgendaItem, {
          itemId: one.id,
          outcome: decisions.some((held) => held.body.itemId === one.id) ? 'decided' : 'deferred',
          reason: 'No time',
        });
      return void (await cast.as('secretary', closeMeeting, { meetingId }));
    case 'wait':
      return void cast.pass(1 + (a % 30));
    default:
      return forge(
        cast,
        who,
        what,
        at([...decisions, ...entries, ...actions, ...(meeting === null ? [] : [meeting]), ...items] as readonly RecordOf<Kind>[], a),
        b,
      );
  }
}

const nameOf = (cast: MeetingWorld, id: string | undefined): Attempt['who'] => CAST.find((who) => cast.ids[who] === id) ?? 'outsider';

/** What a tampered copy of the application might push; written when the rules let it, as a command's changes are. */
async function forge(cast: MeetingWorld, who: Attempt['who'], how: string, target: RecordOf<Kind> | undefined, b: number): Promise<void> {
  if (target === undefined || !RECORD.includes(target.kind as Kind)) return;
  const record = target as RecordOf<'decision'>;
  const put = (changes: Parameters<typeof rewritten>[1], more: object = {}): Change => ({
    put: { ...rewritten(record, changes as never), ...more } as AnyRecordToWrite,
  });
  const seen = cast.ids[who];
  const progress = [
    ...((record.body as unknown as { progress?: unknown[] }).progress ?? []),
    { at: cast.world.now, byId: seen, text: 'x', did: 'verified' },
  ];
  const states = {
    decision: ['recorded'],
    'minute-entry': ['recorded'],
    action: ['open', 'claimed', 'verified'],
    meeting: ['planned', 'live', 'closed', 'signed'],
    'agenda-item': ['waiting', 'open', 'decided', 'no-decision'],
  } as Readonly<Record<string, readonly string[]>>;
  const change: Change =
    how === 'forge-erase'
      ? { erase: { kind: target.kind as Kind, id: target.id } }
      : how === 'forge-number'
        ? put({ number: b % 9, body: { entry: (b % 9) + 1 } as never })
        : how === 'forge-state'
          ? put({ state: at(states[target.kind] ?? [], b) ?? target.state })
          : how === 'forge-copy'
            ? put({ number: target.number + (b % 3) }, { id: `forged${b}` })
            : how === 'forge-verify' && target.kind === 'action'
              ? put({
                  state: 'verified',
                  body: { verifiedById: b % 2 === 0 ? seen : cast.ids.chair, verifiedAt: cast.world.now, progress } as never,
                })
              : put({ body: { text: `Tampered ${b}`, title: `Tampered ${b}` } as never });
  if ((await cast.forge(who, change)).length === 0) cast.world.records.apply([change], { now: cast.world.now, actorId: seen });
}

const contiguous = (numbers: readonly number[]): boolean =>
  [...numbers].sort((x, y) => x - y).every((number, index) => number === index + 1);

describe('whatever anyone does, by command or by pushing forged records', () => {
  it('decisions and entries stay numbered 1, 2, 3, unchanged and there; nothing closes with an undecided item; nobody verifies their own action (duties 54, 121, 125)', {
    timeout: 120_000,
  }, async () => {
    let closed = 0;
    let verified = 0;
    let recorded = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 20, maxLength: 60 }), async (attempts) => {
        const cast = await meetingWorld();
        const meetingId = await cast.live();
        // A short agenda, so that random outcomes can reach the end of it.
        const [first] = await cast.agenda(meetingId);
        for (const item of (await cast.agenda(meetingId)).slice(2))
          await cast.must('secretary', concludeAgendaItem, { itemId: item.id, outcome: 'no-decision', reason: 'Noted' });
        if (first !== undefined) await cast.must('secretary', openAgendaItem, { itemId: first.id });
        const written = new Map<string, string>();
        for (const one of attempts) {
          await attemptOne(cast, meetingId, one);
          const { meeting, items, decisions, entries, actions } = await recordOf(cast, meetingId);
          const permanent = [...decisions, ...entries];
          for (const record of permanent) if (!written.has(record.id)) written.set(record.id, JSON.stringify(record));
          expect(new Map(permanent.map((record) => [record.id, JSON.stringify(record)]))).toEqual(written);
          expect(contiguous(decisions.map((decision) => decision.number))).toBe(true);
          expect(contiguous([...decisions, ...entries, ...actions].map((record) => record.body.entry))).toBe(true);
          expect(items.filter((item) => item.state === 'open').length).toBeLessThanOrEqual(1);
          const superseded = decisions.map((decision) => decision.body.supersedesId).filter((id) => id !== '');
          expect(new Set(superseded).size).toBe(superseded.length);
          if (meeting?.state === 'closed' || meeting?.state === 'signed')
            expect(items.filter((item) => item.state === 'waiting' || item.state === 'open')).toEqual([]);
          for (const item of items.filter((held) => held.state === 'decided'))
            expect(decisions.some((decision) => decision.body.itemId === item.id)).toBe(true);
          for (const action of actions) {
            expect(action.owner).not.toBe('');
            if (action.state === 'verified') expect([action.owner, action.body.claimedById]).not.toContain(action.body.verifiedById);
          }
          expect(meeting?.state).not.toBe('signed');
        }
        const last = await recordOf(cast, meetingId);
        if (last.meeting?.state === 'closed') closed += 1;
        verified += last.actions.filter((action) => action.state === 'verified').length;
        recorded += last.decisions.length;
      }),
      { numRuns: 60, seed: 20261124 },
    );
    // Random attempts that never got anywhere would prove nothing.
    expect({ closed: closed > 0, verified: verified > 0, recorded: recorded > 20 }).toEqual({
      closed: true,
      verified: true,
      recorded: true,
    });
  });
});
