import { z } from 'zod';
import { idShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import { maySeeDuties, seesAllMeetings } from './duty.policy.ts';
import { dutyStandings } from './duty-standings.ts';
import { readForceRecords } from './force-records.ts';
import { goldenThreads } from './golden-thread.ts';

/** So many records are named as evidence of one duty; the count says how many there are. */
const EVIDENCE_SHOWN = 8;

/** Every duty with how it stands for this force, its evidence as far as the reader may see it, and the rules that enforce it. */
export const dutyCoverageQuery = defineQuery({
  name: 'duty-coverage',
  args: z.object({}),
  may: (_args, actor) => maySeeDuties(actor),
  read: async (_args, { reading, actor, now }) => {
    const today = dayOf(now);
    const records = await readForceRecords(reading, actor, today);
    const rows = dutyStandings(records).map(({ duty, evidence, ...standing }) => ({
      id: String(duty.number),
      ...duty,
      ...standing,
      evidence: evidence.slice(0, EVIDENCE_SHOWN),
      evidenceCount: evidence.length,
    }));
    return {
      today,
      force: records.organisation.force?.body.name ?? '',
      forceId: records.organisation.force?.id ?? '',
      rows,
      green: rows.filter((row) => row.colour === 'green').length,
      amber: rows.filter((row) => row.colour === 'amber').length,
      red: rows.filter((row) => row.colour === 'red').length,
      /** Of the red ones, those no force can show with Cordon yet. */
      notKept: rows.filter((row) => !row.kept).length,
      /** False when some meetings are not the reader's to see: then counts are of what they may see. */
      seesAll: seesAllMeetings(actor),
      threads: goldenThreads(records).map(({ priorityId, reference, title, whole, steps }) => ({
        id: priorityId,
        reference,
        title,
        whole,
        of: steps.length,
        missing: steps.filter((one) => one.missing !== '').map((one) => one.step),
      })),
    };
  },
});

/** The golden thread of one priority; null when there is none in force that the reader may see. */
export const goldenThreadQuery = defineQuery({
  name: 'golden-thread',
  args: z.object({ priorityId: idShape }),
  may: (_args, actor) => maySeeDuties(actor),
  read: async ({ priorityId }, { reading, actor, now }) => {
    const threads = goldenThreads(await readForceRecords(reading, actor, dayOf(now)));
    return {
      thread: threads.find((thread) => thread.priorityId === priorityId) ?? null,
      others: threads.map((thread) => ({ id: thread.priorityId, label: `${thread.reference} ${thread.title}` })),
      seesAll: seesAllMeetings(actor),
    };
  },
});

export const dutyQueries = [dutyCoverageQuery, goldenThreadQuery] as const;
