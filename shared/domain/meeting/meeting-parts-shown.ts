import { day, dayOf, daysBetween, type Instant } from '#shared/base/time.ts';
import type { Refusal } from '#shared/base/result.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { LONGEST_AGENDA, agendaItemBook, isConcluded } from '#shared/domain/agenda-item/agenda-item.rules.ts';
import type { GroupType } from '#shared/domain/group/group.schema.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { PAPER_TYPES } from '#shared/domain/paper/paper.schema.ts';
import { meetingBook } from './meeting.rules.ts';
import type { Names } from './people-named.ts';

/** A threat or tactical assessment older than this is shown in amber (duty 130). */
export const ASSESSMENT_OLD_AFTER_DAYS = 42;

/** What every view of a meeting says of it. */
export interface MeetingHead {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly marking: Marking;
  readonly groupId: string;
  readonly groupName: string;
  readonly groupCode: string;
  readonly groupType: GroupType;
  readonly startsAt: string;
  readonly minutesPlanned: number;
  readonly place: string;
  readonly interim: boolean;
  readonly chairId: string;
  readonly chair: string;
  readonly chairIsDeputy: boolean;
  readonly chairSubstitutedBecause: string;
  readonly secretaryId: string;
  readonly secretary: string;
  readonly actionManagerId: string;
  readonly actionManager: string;
  readonly startedAt: string;
  readonly closedAt: string;
  readonly cancelledBecause: string;
  readonly nextMeetingOn: string;
  readonly closingNote: string;
}

export function meetingHead(meeting: RecordOf<'meeting'>, group: RecordOf<'group'> | null, names: Names): MeetingHead {
  const { body } = meeting;
  return {
    id: meeting.id,
    reference: body.reference,
    state: meeting.state,
    marking: meeting.marking,
    groupId: body.groupId,
    groupName: group?.body.name ?? '',
    groupCode: group?.body.code ?? '',
    groupType: group?.body.groupType ?? 'ttcg',
    startsAt: body.startsAt,
    minutesPlanned: body.minutesPlanned,
    place: body.place,
    interim: body.interim,
    chairId: body.chairId,
    chair: names.of(body.chairId),
    chairIsDeputy: body.chairIsDeputy,
    chairSubstitutedBecause: body.chairSubstitutedBecause,
    secretaryId: body.secretaryId,
    secretary: names.of(body.secretaryId),
    actionManagerId: body.actionManagerId,
    actionManager: names.of(body.actionManagerId),
    startedAt: body.startedAt,
    closedAt: body.closedAt,
    cancelledBecause: body.cancelledBecause,
    nextMeetingOn: body.nextMeetingOn,
    closingNote: body.closingNote,
  };
}

export interface AgendaRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly purpose: string;
  readonly templateKey: string;
  readonly duties: readonly number[];
  readonly leadId: string;
  readonly lead: string;
  readonly policeOnly: boolean;
  readonly state: string;
  readonly carriedFromKind: string;
  readonly carriedFromId: string;
  readonly openedAt: string;
  readonly concludedAt: string;
  readonly outcomeReason: string;
  readonly deferredTo: string;
  readonly decisions: number;
  /** What stands in the way of changing or moving it, and of taking it off the agenda. */
  readonly change: Refusal | null;
  readonly remove: Refusal | null;
}

export function agendaRows(
  meeting: RecordOf<'meeting'>,
  agenda: readonly RecordOf<'agenda-item'>[],
  decisions: readonly RecordOf<'decision'>[],
  names: Names,
  run: Refusal | null,
): readonly AgendaRow[] {
  const open = meeting.state === 'planned' || meeting.state === 'live';
  return agenda.map(({ id, number, state, body }): AgendaRow => {
    const over = open ? null : meetingBook.say('meeting/over');
    return {
      id,
      number,
      title: body.title,
      purpose: body.purpose,
      templateKey: body.templateKey,
      duties: body.duties,
      leadId: body.leadId,
      lead: names.of(body.leadId),
      policeOnly: body.policeOnly,
      state,
      carriedFromKind: body.carriedFromKind,
      carriedFromId: body.carriedFromId,
      openedAt: body.openedAt,
      concludedAt: body.concludedAt,
      outcomeReason: body.outcomeReason,
      deferredTo: body.deferredTo,
      decisions: decisions.filter((decision) => decision.body.itemId === id).length,
      change: run ?? over ?? (isConcluded({ state }) ? agendaItemBook.say('agenda-item/concluded-is-fixed') : null),
      remove:
        run ??
        over ??
        (meeting.state !== 'planned'
          ? agendaItemBook.say('agenda-item/removed-only-while-planned')
          : body.carriedFromId === ''
            ? null
            : agendaItemBook.say('agenda-item/carried-stays')),
    };
  });
}

/** Whether another item fits on the agenda. */
export function agendaFull(agenda: readonly unknown[]): Refusal | null {
  return agenda.length >= LONGEST_AGENDA ? agendaItemBook.say('agenda-item/agenda-full') : null;
}

export interface AttendanceRow {
  /** The person's id. */
  readonly id: string;
  readonly name: string;
  readonly partner: boolean;
  readonly role: string;
  readonly memberFunction: string;
  readonly status: string;
  readonly deputyId: string;
  readonly deputy: string;
  readonly note: string;
  readonly warning: string;
}

export function attendanceRows(meeting: RecordOf<'meeting'>, names: Names): readonly AttendanceRow[] {
  return meeting.body.attendance.map((row) => ({
    id: row.personId,
    name: names.of(row.personId),
    partner: names.person(row.personId)?.partner === true,
    role: row.role,
    memberFunction: row.memberFunction,
    status: row.status,
    deputyId: row.deputyId,
    deputy: names.of(row.deputyId),
    note: row.note,
    warning: row.warning,
  }));
}

export interface PaperRow {
  readonly id: string;
  readonly title: string;
  readonly paperType: (typeof PAPER_TYPES)[number];
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly asOf: string;
  readonly confidence: string;
  readonly digest: string;
  readonly attachedAt: string;
  readonly attachedBy: string;
  readonly policeOnly: boolean;
  readonly state: string;
  /** Days between what it speaks of and the meeting; null when unknown. */
  readonly ageDays: number | null;
  /** Old for an assessment (duty 130). */
  readonly old: boolean;
}

export function paperRows(meeting: RecordOf<'meeting'>, papers: readonly RecordOf<'paper'>[], names: Names): readonly PaperRow[] {
  const on = dayOf(meeting.body.startsAt as Instant);
  return papers.map(({ id, state, body }): PaperRow => {
    const ageDays = body.asOf === '' ? null : daysBetween(day(body.asOf), on);
    return {
      id,
      title: body.title,
      paperType: body.paperType,
      fileName: body.fileName,
      mediaType: body.mediaType,
      size: body.size,
      asOf: body.asOf,
      confidence: body.confidence,
      digest: body.digest,
      attachedAt: body.attachedAt,
      attachedBy: names.of(body.attachedById),
      policeOnly: body.policeOnly,
      state,
      ageDays,
      old: ageDays !== null && ageDays > ASSESSMENT_OLD_AFTER_DAYS && body.paperType.endsWith('assessment'),
    };
  });
}
