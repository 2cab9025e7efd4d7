import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { type ActionLine, type ActionRow, actionRows } from '#shared/domain/action/action-rows.ts';
import type { DecisionContext } from '#shared/domain/decision/decision-concerns.ts';
import { authorityOfChair, decisionContextFor, prioritiesInForce } from '#shared/domain/decision/decision-context.ts';
import { type DecisionShown, decisionShown } from '#shared/domain/decision/decision-shown.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { MinuteEntryBody } from '#shared/domain/minute-entry/minute-entry.schema.ts';
import { isUnfinished } from './carry-forward.ts';
import { runsGroup } from './meeting.policy.ts';
import { meetingBook } from './meeting.rules.ts';
import {
  type AgendaRow,
  type AttendanceRow,
  type MeetingHead,
  type PaperRow,
  agendaRows,
  attendanceRows,
  meetingHead,
  paperRows,
} from './meeting-parts-shown.ts';
import { type Names, type PersonNamed, readNames } from './people-named.ts';

/** A note, rationale, option, dissent or time mark of the running record. */
export interface EntryShown {
  readonly id: string;
  readonly entry: number;
  readonly itemId: string;
  readonly entryType: MinuteEntryBody['entryType'];
  readonly text: string;
  readonly saidAt: string;
  readonly writtenAt: string;
  readonly saidById: string;
  readonly saidBy: string;
  readonly writtenBy: string;
  readonly decisionId: string;
  readonly supersedesId: string;
  /** Its place in the record when it was corrected by a newer entry; 0 when not. */
  readonly supersededByEntry: number;
  readonly supersedesEntry: number;
  readonly policeOnly: boolean;
}

/** One line of the running record, in the order it was written. */
export type RunningLine =
  | {
      readonly id: string;
      readonly kind: 'minute-entry';
      readonly entry: number;
      readonly itemId: string;
      readonly at: string;
      readonly struck: boolean;
      readonly minuteEntry: EntryShown;
    }
  | {
      readonly id: string;
      readonly kind: 'decision';
      readonly entry: number;
      readonly itemId: string;
      readonly at: string;
      readonly struck: boolean;
      readonly decision: DecisionShown;
    }
  | {
      readonly id: string;
      readonly kind: 'action';
      readonly entry: number;
      readonly itemId: string;
      readonly at: string;
      readonly struck: boolean;
      readonly action: ActionLine;
    };

/** Everything the live console needs. Drafts are not here: they come from the draft queries, and belong to whoever types them. */
export interface MeetingConsole {
  readonly meeting: MeetingHead;
  /** What the presiding chair has authority over, in words; empty when none is recorded (duties 71, 120). */
  readonly authority: string;
  readonly agenda: readonly AgendaRow[];
  /** Id of the open item; empty when none is. */
  readonly openItemId: string;
  readonly running: readonly RunningLine[];
  readonly papers: readonly PaperRow[];
  readonly attendance: readonly AttendanceRow[];
  /** Unfinished actions of the group raised before this meeting, by due day. */
  readonly openActions: readonly ActionLine[];
  readonly priorities: readonly { readonly id: string; readonly reference: string; readonly title: string; readonly summary: string }[];
  /** Whom to choose as owner, speaker or decider. */
  readonly people: readonly PersonNamed[];
  /** For `decisionConcerns`, as things stand. Without `now`, which the console adds from its own clock: the view does not change with every reading. */
  readonly decisionContext: Omit<DecisionContext, 'now'>;
  /** What a new decision starts with. */
  readonly defaults: { readonly decidedById: string; readonly withinAuthority: boolean };
  readonly undecided: readonly { readonly id: string; readonly number: number; readonly title: string }[];
  readonly steps: { readonly record: Refusal | null; readonly close: Refusal | null };
}

/** The live minute console of one meeting; null when there is no such meeting or it is not this person's to see. */
export const meetingConsoleQuery = defineQuery({
  name: 'meeting-console',
  args: z.object({ meetingId: idShape }),
  seen: ({ meetingId }) => ({ kind: 'meeting', id: meetingId }),
  read: async ({ meetingId }, context): Promise<MeetingConsole | null> => {
    const { reading, actor, now } = context;
    const meeting = await reading.one('meeting', meetingId);
    const group = meeting === null ? null : await reading.one('group', meeting.body.groupId);
    if (meeting === null || group === null) return null;
    const where = { parent: meeting.id };
    const [names, agendaItems, entries, decisions, groupActions, papers, authority, priorities] = await Promise.all([
      readNames(reading),
      reading.many('agenda-item', where, { by: 'number' }),
      reading.many('minute-entry', where, { by: 'number' }),
      reading.many('decision', where, { by: 'number' }),
      reading.many('action', { scope: meeting.scope }, { by: 'dueAt' }),
      reading.many('paper', where),
      authorityOfChair(reading, meeting),
      prioritiesInForce(reading, meeting, now),
    ]);
    const open = agendaItems.find((item) => item.state === 'open') ?? null;
    const raisedHere = groupActions.filter((action) => action.parent === meeting.id);
    const earlier = groupActions.filter(
      (action) => action.parent !== meeting.id && action.body.groupId === group.id && isUnfinished(action),
    );
    const rows = new Map((await actionRows([...raisedHere, ...earlier], names, context)).map((row) => [row.id, row]));
    const rowOf = (action: RecordOf<'action'>): readonly ActionLine[] => {
      const row = rows.get(action.id);
      return row === undefined ? [] : [withoutSteps(row)];
    };
    const run = runsGroup(actor, group.id) ? null : meetingBook.say('meeting/not-yours-to-run');
    const undecided = agendaItems
      .filter((item) => item.state === 'waiting' || item.state === 'open')
      .map((item) => ({ id: item.id, number: item.number, title: item.body.title }));
    const live = meeting.state === 'live' ? null : meetingBook.say('meeting/not-live');
    // Corrections of earlier meetings' decisions name what they supersede, which is not among this meeting's.
    const corrected = await reading.some(
      'decision',
      decisions.map((one) => one.body.supersedesId).filter((id) => id !== ''),
    );
    const related = [...decisions, ...corrected.filter((one) => one.parent !== meeting.id)];
    return {
      meeting: meetingHead(meeting, group, names),
      authority,
      agenda: agendaRows(meeting, agendaItems, decisions, names, run),
      openItemId: open?.id ?? '',
      running: [
        ...entryLines(entries, names),
        ...decisions.map((one): RunningLine => {
          const decision = decisionShown(one, related, names, priorities);
          return {
            id: one.id,
            kind: 'decision',
            entry: one.body.entry,
            itemId: one.body.itemId,
            at: one.body.decidedAt,
            struck: decision.supersededById !== '',
            decision,
          };
        }),
        ...raisedHere.flatMap((one) =>
          rowOf(one).map(
            (action): RunningLine => ({
              id: one.id,
              kind: 'action',
              entry: one.body.entry,
              itemId: one.body.itemId,
              at: one.body.raisedAt,
              struck: one.state === 'withdrawn',
              action,
            }),
          ),
        ),
      ].sort((a, b) => a.entry - b.entry),
      papers: paperRows(
        meeting,
        papers.filter((paper) => paper.state === 'attached'),
        names,
      ),
      attendance: attendanceRows(meeting, names),
      openActions: earlier.flatMap(rowOf),
      priorities: priorities.map((one) => ({
        id: one.id,
        reference: one.body.reference,
        title: one.body.title,
        summary: one.body.summary,
      })),
      people: names.serving,
      decisionContext: timeless(await decisionContextFor(reading, meeting, open, now)),
      defaults: { decidedById: meeting.body.chairId, withinAuthority: authority !== '' },
      undecided,
      steps: {
        record: run ?? live,
        close:
          run ??
          live ??
          (undecided.length === 0
            ? null
            : meetingBook.say('meeting/items-undecided', {
                facts: {
                  count: undecided.length,
                  items: undecided
                    .slice(0, 10)
                    .map((item) => `${item.number}. ${item.title}`)
                    .join('; '),
                },
              })),
      },
    };
  },
});

/** What may be done with each action is many times the action itself, and the console does none of it. */
function withoutSteps({ steps: _steps, ...line }: ActionRow): ActionLine {
  return line;
}

function timeless({ now: _read, ...context }: DecisionContext): Omit<DecisionContext, 'now'> {
  return context;
}

function entryLines(entries: readonly RecordOf<'minute-entry'>[], names: Names): readonly RunningLine[] {
  const byId = new Map(entries.map((one) => [one.id, one.body.entry]));
  const correctedBy = new Map(entries.filter((one) => one.body.supersedesId !== '').map((one) => [one.body.supersedesId, one.body.entry]));
  return entries.map(({ id, body }): RunningLine => {
    const minuteEntry: EntryShown = {
      id,
      entry: body.entry,
      itemId: body.itemId,
      entryType: body.entryType,
      text: body.text,
      saidAt: body.saidAt,
      writtenAt: body.writtenAt,
      saidById: body.saidById,
      saidBy: names.of(body.saidById),
      writtenBy: names.of(body.writtenById),
      decisionId: body.decisionId,
      supersedesId: body.supersedesId,
      supersededByEntry: correctedBy.get(id) ?? 0,
      supersedesEntry: byId.get(body.supersedesId) ?? 0,
      policeOnly: body.policeOnly,
    };
    return {
      id,
      kind: 'minute-entry',
      entry: body.entry,
      itemId: body.itemId,
      at: body.saidAt,
      struck: minuteEntry.supersededByEntry > 0,
      minuteEntry,
    };
  });
}
