import type { Refusal } from '#shared/base/result.ts';
import type { CommandContext } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from './meeting.policy.ts';
import { meetingBook } from './meeting.rules.ts';

/** Refuses anyone who does not run the group of this meeting, in the same words whether or not there is such a meeting. */
export async function refuseUnlessRunning(meetingId: string, { actor, reading }: CommandContext): Promise<Refusal | null> {
  const meeting = await reading.one('meeting', meetingId);
  return meeting !== null && runsGroup(actor, meeting.body.groupId) ? null : meetingBook.say('meeting/not-yours-to-run');
}

/** As `refuseUnlessRunning`, starting from a record that is part of a meeting. */
export async function refuseUnlessRunningMeetingOf(
  kind: 'agenda-item' | 'minute-entry' | 'decision' | 'paper',
  id: string,
  context: CommandContext,
): Promise<Refusal | null> {
  const part: RecordOf<'agenda-item' | 'minute-entry' | 'decision' | 'paper'> | null = await context.reading.one(kind, id);
  return part !== null && runsGroup(context.actor, part.body.groupId) ? null : meetingBook.say('meeting/not-yours-to-run');
}
