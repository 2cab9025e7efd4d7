import { z } from 'zod';
import { ok, refused } from '#shared/base/result.ts';
import { idShape, lineShape, maybeDayShape, maybeLineShape } from '#shared/base/shapes.ts';
import { defineCommand } from '#shared/domain/kit/command.ts';
import { partOf, rewritten } from '#shared/domain/meeting/parts.ts';
import { refuseUnlessRunning, refuseUnlessRunningMeetingOf } from '#shared/domain/meeting/refuse-unless-running.ts';
import { paperBook } from './paper.rules.ts';
import { PAPER_TYPES } from './paper.schema.ts';

/** Lays a paper before a meeting: the file is already frozen in the vault, this is the record of it. Called by the ask `paper.attach`. */
export const recordPaper = defineCommand({
  name: 'paper.record',
  args: z.object({
    meetingId: idShape,
    title: lineShape(200),
    paperType: z.enum(PAPER_TYPES),
    fileId: idShape,
    fileName: lineShape(200),
    mediaType: maybeLineShape(120),
    size: z.int().min(0).max(2_000_000_000),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    asOf: maybeDayShape,
    confidence: z.enum(['', 'low', 'moderate', 'high']),
    policeOnly: z.boolean(),
  }),
  may: (args, context) => refuseUnlessRunning(args.meetingId, context),
  decide: async ({ meetingId, ...laid }, { reading, now, newId, actor }) => {
    const meeting = await reading.one('meeting', meetingId);
    if (meeting === null || (meeting.state !== 'planned' && meeting.state !== 'live')) return refused(paperBook.say('paper/meeting-over'));
    const id = newId();
    const put = partOf(meeting, 'paper', {
      id,
      state: 'attached',
      sortAt: now,
      body: { ...laid, groupId: meeting.body.groupId, attachedAt: now, attachedById: actor.personId },
    });
    return ok({
      changes: [{ put }],
      subject: { kind: 'paper', id },
      facts: { paperType: laid.paperType, size: laid.size, digest: laid.digest },
      out: { paperId: id },
    });
  },
});

/** Takes a paper back while the meeting is still planned. */
export const withdrawPaper = defineCommand({
  name: 'paper.withdraw',
  args: z.object({ paperId: idShape }),
  may: (args, context) => refuseUnlessRunningMeetingOf('paper', args.paperId, context),
  decide: async ({ paperId }, { reading }) => {
    const found = await reading.one('paper', paperId);
    const meeting = found === null ? null : await reading.one('meeting', found.parent);
    if (found === null || meeting === null) return refused(paperBook.say('paper/not-there'));
    if (meeting.state !== 'planned') return refused(paperBook.say('paper/withdrawn-only-while-planned'));
    return ok({
      changes: found.state === 'withdrawn' ? [] : [{ put: rewritten(found, { state: 'withdrawn' }) }],
      subject: { kind: 'paper', id: paperId },
      out: { paperId },
    });
  },
});

export const paperCommands = [recordPaper, withdrawPaper] as const;
