import { z } from 'zod';
import {
  idShape,
  instantShape,
  lineShape,
  maybeDayShape,
  maybeIdShape,
  maybeInstantShape,
  maybeLineShape,
  maybeProseShape,
} from '#shared/base/shapes.ts';
import { resourcePool } from '#shared/domain/resource-bid/resource-bid.schema.ts';

export const ATTENDANCE_STATUSES = ['expected', 'present', 'apologies', 'absent'] as const;
/** One line of the attendance list (duties 66, 67, 118). */
export const attendee = z.looseObject({
  personId: idShape,
  /** The role in the group when the list was made. */
  role: lineShape(40),
  memberFunction: maybeLineShape(40),
  status: z.enum(ATTENDANCE_STATUSES),
  /** Who sat in for this person, or empty. */
  deputyId: maybeIdShape,
  note: maybeLineShape(400),
  /** Warnings that were shown and why the chair went on: expired agreement, rank, one-sided consent. */
  warning: maybeLineShape(400),
});

export const meetingBody = z.looseObject({
  groupId: idShape,
  /** For example `TTCG-E/2026-11-24`. */
  reference: lineShape(60),
  startsAt: instantShape,
  minutesPlanned: z.int().min(5).max(1440),
  place: maybeLineShape(200),
  /** An interim review between two meetings (duty 65). */
  interim: z.boolean(),
  chairId: maybeIdShape,
  chairIsDeputy: z.boolean(),
  /** Why someone other than the group's chair presided (duty 72). */
  chairSubstitutedBecause: maybeLineShape(400),
  secretaryId: maybeIdShape,
  actionManagerId: maybeIdShape,
  attendance: z.array(attendee).max(200),
  startedAt: maybeInstantShape,
  closedAt: maybeInstantShape,
  cancelledBecause: maybeLineShape(1000),
  nextMeetingOn: maybeDayShape,
  closingNote: maybeProseShape(4000),
  /** What there is to share out at this meeting, where the group stated it; otherwise the pool of the control strategy counts (duty 52). */
  pool: resourcePool.optional(),
});
export type Attendee = z.output<typeof attendee>;
export type MeetingBody = z.output<typeof meetingBody>;
/** planned -> live -> closed -> signed; planned -> cancelled. */
export const MEETING_STATES = ['planned', 'live', 'closed', 'signed', 'cancelled'] as const;
