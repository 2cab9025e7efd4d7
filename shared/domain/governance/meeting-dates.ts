import { type Day, dayOf, type Instant } from '#shared/base/time.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { mayRead } from '#shared/domain/access/access.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { meetingSideAccess } from '#shared/domain/meeting/meeting.policy.ts';

/** One meeting as the group's page lists it. */
export interface MeetingLine {
  readonly id: string;
  readonly reference: string;
  readonly startsAt: string;
  readonly state: string;
  readonly interim: boolean;
}

/** When a group met and will meet, as far as the person asking may know. */
export interface MeetingDates {
  /** False when the meetings of this group are not this person's to see: then nothing is said about them. */
  readonly known: boolean;
  /** Day of the last regular meeting held on or before the day asked about; empty for none. */
  readonly lastHeldOn: Day | '';
  /** Day of the last interim review held; empty for none. */
  readonly lastInterimOn: Day | '';
  /** The next one planned on or after the day asked about; empty for none. */
  readonly nextPlannedOn: Day | '';
  /** Latest first, at most a dozen held and every one planned. */
  readonly meetings: readonly MeetingLine[];
}

const HELD = ['live', 'closed', 'signed'];
const LISTED = 12;

/** Reads a group's meeting dates as at a day. */
export async function readMeetingDates(reading: Reading, actor: Actor, group: RecordOf<'group'>, on: Day): Promise<MeetingDates> {
  const known = mayRead(actor, meetingSideAccess({ scope: group.body.nodeId, marking: 'OFFICIAL' }, group.id));
  if (!known) return { known, lastHeldOn: '', lastInterimOn: '', nextPlannedOn: '', meetings: [] };
  const all = (await reading.many('meeting', { scope: group.body.nodeId }, { by: 'sortAt', direction: 'down' })).filter(
    (meeting) => meeting.body.groupId === group.id,
  );
  const dayOfMeeting = (meeting: RecordOf<'meeting'>): Day =>
    dayOf((meeting.body.startedAt === '' ? meeting.body.startsAt : meeting.body.startedAt) as Instant);
  const held = all.filter((meeting) => HELD.includes(meeting.state) && dayOfMeeting(meeting) <= on);
  const planned = all.filter((meeting) => meeting.state === 'planned' && dayOfMeeting(meeting) >= on);
  const regular = held.find((meeting) => !meeting.body.interim);
  const interim = held.find((meeting) => meeting.body.interim);
  const soonest = planned.findLast((meeting) => !meeting.body.interim);
  return {
    known,
    lastHeldOn: regular === undefined ? '' : dayOfMeeting(regular),
    lastInterimOn: interim === undefined ? '' : dayOfMeeting(interim),
    nextPlannedOn: soonest === undefined ? '' : dayOfMeeting(soonest),
    meetings: [...planned, ...held.slice(0, LISTED)].map((meeting) => ({
      id: meeting.id,
      reference: meeting.body.reference,
      startsAt: meeting.body.startsAt,
      state: meeting.state,
      interim: meeting.body.interim,
    })),
  };
}
