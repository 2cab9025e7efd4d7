import { z } from 'zod';
import type { Refusal } from '#shared/base/result.ts';
import { idShape } from '#shared/base/shapes.ts';
import { type ReviewRow, reviewRows } from '#shared/domain/accountability-review/review-rows.ts';
import { type CommissionRow, commissionRows } from '#shared/domain/commission/commission.queries.ts';
import { COMMISSIONING_GROUPS } from '#shared/domain/commission/commission.rules.ts';
import { prioritiesInForce } from '#shared/domain/decision/decision-context.ts';
import { type Nameable, type NamedAct, nameableAt, namedActs } from '#shared/domain/decision/nameable.ts';
import type { GroupType } from '#shared/domain/group/group.schema.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { isOpenAt, recommendationsAt } from '#shared/domain/recommendation/recommendation-outcome.ts';
import { recommendationBook } from '#shared/domain/recommendation/recommendation-refusals.ts';
import { type BidsCompared, bidsCompared } from '#shared/domain/resource-bid/bid-rows.ts';
import { BIDDING_GROUPS } from '#shared/domain/resource-bid/resource-bid.rules.ts';
import { runsGroup } from './meeting.policy.ts';
import { readNames } from './people-named.ts';

/** One recommendation before the meeting (duty 73). */
export interface RecommendationRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly rationale: string;
  readonly strand: string;
  readonly assessment: string;
  readonly assessmentId: string;
  readonly state: string;
  /** It waits for its outcome in this meeting. */
  readonly waits: boolean;
  readonly outcomeReason: string;
  readonly variedText: string;
  readonly decisionId: string;
  /** Reference of the decision that gave the outcome, or of the meeting that deferred it. */
  readonly by: string;
  readonly policeOnly: boolean;
}

/** What the control strategy in force says of one priority (duty 80). */
export interface StrategyCells {
  /** The priority's id. */
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly summary: string;
  readonly owner: string;
  readonly prevention: string;
  readonly intelligence: string;
  readonly enforcement: string;
  readonly reassurance: string;
}

/** A priority in force that nobody owns or that is given nothing; where it does not meet business planning, the governance part says (duties 5, 97). */
export interface UnservedPriority {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly lacks: readonly ('resource' | 'owner')[];
}

/** What is worked on beside the running record: recommendations, bids, commissions, accounts, and the strategy in force. */
export interface MeetingStrategy {
  readonly groupType: GroupType;
  /** The force or area the group decides for. */
  readonly nodeId: string;
  readonly meetingId: string;
  readonly run: Refusal | null;
  readonly nameable: readonly Nameable[];
  readonly acts: readonly NamedAct[];
  readonly recommendations: readonly RecommendationRow[];
  /** Null for groups that compare no bids. */
  readonly bids: BidsCompared | null;
  readonly commissions: readonly CommissionRow[];
  readonly commissioning: boolean;
  readonly reviews: readonly ReviewRow[];
  readonly strategy: readonly StrategyCells[];
  readonly unserved: readonly UnservedPriority[];
}

/** The strategic side of one meeting; null when there is no such meeting or it is not this person's to see. */
export const meetingStrategyQuery = defineQuery({
  name: 'meeting-strategy',
  args: z.object({ meetingId: idShape }),
  read: async ({ meetingId }, context): Promise<MeetingStrategy | null> => {
    const { reading, actor, now } = context;
    const meeting = await reading.one('meeting', meetingId);
    const group = meeting === null ? null : await reading.one('group', meeting.body.groupId);
    if (meeting === null || group === null) return null;
    const { groupType } = group.body;
    const commissioning = COMMISSIONING_GROUPS.includes(groupType);
    const [names, decisions, commissions, priorities, strategies] = await Promise.all([
      readNames(reading),
      reading.many('decision', { parent: meeting.id }, { by: 'number' }),
      commissionsBefore(reading, meeting, group),
      prioritiesInForce(reading, meeting, now),
      reading.many('control-strategy', { state: 'set' }),
    ]);
    const rowOf = new Map(strategies.flatMap((one) => one.body.priorities.map((row) => [row.priorityId, row] as const)));
    const cells = priorities.map((one): StrategyCells => {
      const row = rowOf.get(one.id);
      return {
        id: one.id,
        reference: one.body.reference,
        title: one.body.title,
        summary: one.body.summary,
        owner: names.of(one.owner === '' ? (row?.ownerId ?? '') : one.owner),
        prevention: row?.prevention ?? '',
        intelligence: row?.intelligence ?? '',
        enforcement: row?.enforcement ?? '',
        reassurance: row?.reassurance ?? '',
      };
    });
    return {
      groupType,
      nodeId: group.body.nodeId,
      meetingId: meeting.id,
      run: runsGroup(actor, group.id) ? null : recommendationBook.say('recommendation/not-yours-to-decide'),
      nameable: await nameableAt(reading, meeting, group),
      acts: await namedActs(reading, decisions),
      recommendations: groupType === 'stcg' ? await recommendationRows(reading, meeting) : [],
      bids: BIDDING_GROUPS.includes(groupType) ? await bidsCompared(meeting, names, context) : null,
      commissions: await commissionRows(commissions, names, context),
      commissioning,
      reviews: groupType === 'stcg' ? await reviewRows(meeting, names, context) : [],
      strategy: cells,
      unserved: groupType === 'stcg' ? unservedOf(cells, rowOf) : [],
    };
  },
});

/** Those of the group not finished, those raised or heard here, and for an intelligence unit meeting those it hears of. */
async function commissionsBefore(
  reading: Reading,
  meeting: RecordOf<'meeting'>,
  group: RecordOf<'group'>,
): Promise<readonly RecordOf<'commission'>[]> {
  const all = await reading.many('commission', { scope: meeting.scope });
  return all.filter(({ parent, state, body }) => {
    const unfinished = state === 'commissioned' || state === 'delivered';
    if (body.groupId === group.id) return unfinished || parent === meeting.id || body.heardInMeetingId === meeting.id;
    return unfinished && (body.unitMeetingIds ?? []).includes(group.id);
  });
}

/** The recommendations before a meeting, those an earlier one deferred first. */
async function recommendationRows(reading: Reading, meeting: RecordOf<'meeting'>): Promise<readonly RecommendationRow[]> {
  const all = await recommendationsAt(reading, meeting);
  const [assessments, decisions, meetings] = await Promise.all([
    reading.some('strategic-assessment', [...new Set(all.map((one) => one.parent))]),
    reading.some(
      'decision',
      all.map((one) => one.body.decisionId).filter((id) => id !== ''),
    ),
    reading.some('meeting', [...new Set(all.map((one) => one.body.meetingId).filter((id) => id !== ''))]),
  ]);
  const referenceIn = (some: readonly { readonly id: string; readonly body: { readonly reference: string } }[], id: string): string =>
    some.find((one) => one.id === id)?.body.reference ?? '';
  return all
    .map(
      ({ id, parent, number, state, body }): RecommendationRow => ({
        id,
        number,
        title: body.title,
        text: body.text,
        rationale: body.rationale,
        strand: body.strand,
        assessment: referenceIn(assessments, parent),
        assessmentId: parent,
        state,
        waits: isOpenAt({ state, body }, meeting.id),
        outcomeReason: body.outcomeReason,
        variedText: body.variedText,
        decisionId: body.decisionId,
        by: body.decisionId === '' ? referenceIn(meetings, body.meetingId) : referenceIn(decisions, body.decisionId),
        policeOnly: body.policeOnly,
      }),
    )
    .sort((a, b) => Number(b.state === 'deferred' && b.waits) - Number(a.state === 'deferred' && a.waits));
}

type Row = RecordOf<'control-strategy'>['body']['priorities'][number];

function unservedOf(cells: readonly StrategyCells[], rowOf: ReadonlyMap<string, Row>): readonly UnservedPriority[] {
  return cells.flatMap(({ id, reference, title, owner }): readonly UnservedPriority[] => {
    const row = rowOf.get(id);
    const lacks = [
      ...((row?.hours ?? 0) + (row?.officers ?? 0) + (row?.budget ?? 0) === 0 ? (['resource'] as const) : []),
      ...(owner === '' ? (['owner'] as const) : []),
    ];
    return lacks.length === 0 ? [] : [{ id, reference, title, lacks }];
  });
}
