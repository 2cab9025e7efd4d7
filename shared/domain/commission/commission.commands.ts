import { z } from 'zod';
import { type Refusal, type Result, ok, refused } from '#shared/base/result.ts';
import { dayShape, idShape, lineShape, maybeIdShape, maybeLineShape, typedProseShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import { type Change, type CommandContext, type Decided, defineCommand } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { meetingBook } from '#shared/domain/meeting/meeting.rules.ts';
import { partOf, rewritten, withoutDraft } from '#shared/domain/meeting/parts.ts';
import { commissionBook } from './commission-refusals.ts';
import { COMMISSIONING_GROUPS, askingConcerns } from './commission.rules.ts';

type Commission = RecordOf<'commission'>;

const done = (commissionId: string, changes: readonly Change[]): Result<Decided<{ readonly commissionId: string }>> =>
  ok({ changes, subject: { kind: 'commission', id: commissionId }, out: { commissionId } });

/** Lets those through who run the group, or, where `orOwner`, whoever is to deliver. */
const mayWork =
  (orOwner: boolean) =>
  async (args: { readonly commissionId: string }, { actor, reading }: CommandContext): Promise<Refusal | null> => {
    const commission = await reading.one('commission', args.commissionId);
    const may = commission !== null && (runsGroup(actor, commission.body.groupId) || (orOwner && commission.owner === actor.personId));
    return may ? null : commissionBook.say(orOwner ? 'commission/not-yours-to-deliver' : 'commission/not-yours-to-run');
  };

async function found(commissionId: string, { reading }: CommandContext): Promise<Commission> {
  const commission = await reading.one('commission', commissionId);
  if (commission === null) throw new Error('a commission vanished between the policy and the decision');
  return commission;
}

/** Asks somebody for further development or analysis: the question, the terms of reference, who delivers and by when (duties 78, 134). */
export const raiseCommission = defineCommand({
  name: 'commission.raise',
  args: z.object({
    meetingId: idShape,
    itemId: maybeIdShape.default(''),
    decisionId: maybeIdShape.default(''),
    question: lineShape(500),
    termsOfReference: typedProseShape(4000),
    ownerId: maybeIdShape,
    dueOn: dayShape,
    aboutKind: maybeLineShape(40).default(''),
    aboutId: maybeIdShape.default(''),
    policeOnly: z.boolean().default(false),
    draftId: maybeIdShape.default(''),
  }),
  may: async (args, { actor, reading }) => {
    const meeting = await reading.one('meeting', args.meetingId);
    return meeting !== null && runsGroup(actor, meeting.body.groupId) ? null : commissionBook.say('commission/not-yours-to-raise');
  },
  decide: async (args, context) => {
    const { reading, now, actor, newId } = context;
    const meeting = await reading.one('meeting', args.meetingId);
    const group = meeting === null ? null : await reading.one('group', meeting.body.groupId);
    if (meeting === null || group === null || meeting.state !== 'live') return refused(meetingBook.say('meeting/not-live'));
    if (!COMMISSIONING_GROUPS.includes(group.body.groupType)) return refused(commissionBook.say('commission/only-by-tasking-groups'));
    const item = args.itemId === '' ? null : await reading.one('agenda-item', args.itemId);
    const decision = args.decisionId === '' ? null : await reading.one('decision', args.decisionId);
    const policeOnly = args.policeOnly || item?.body.policeOnly === true || decision?.body.policeOnly === true;
    const refusals: Refusal[] = [];
    if (args.termsOfReference === '') refusals.push(commissionBook.say('commission/without-terms', { field: 'termsOfReference' }));
    refusals.push(
      ...(await askingConcerns(
        { owner: args.ownerId, marking: meeting.marking, body: { dueOn: args.dueOn, policeOnly } },
        dayOf(now),
        reading,
      )),
    );
    const [first, ...rest] = refusals;
    if (first !== undefined) return refused(first, ...rest);
    const unitMeetings = (await reading.many('group', { state: 'in-use' })).filter(
      (other) => other.body.groupType === 'ium' && other.body.nodeId === group.body.nodeId,
    );
    const id = newId();
    const number = (await reading.count('commission', { parent: meeting.id })) + 1;
    const reference = `${meeting.body.reference}/C${number}`;
    const put = partOf(meeting, 'commission', {
      id,
      state: 'commissioned',
      number,
      owner: args.ownerId,
      dueAt: args.dueOn,
      sortAt: now,
      body: {
        groupId: group.id,
        reference,
        question: args.question,
        termsOfReference: args.termsOfReference,
        itemId: args.itemId,
        decisionId: args.decisionId,
        aboutKind: args.aboutKind,
        aboutId: args.aboutId,
        dueOn: args.dueOn,
        policeOnly,
        result: '',
        resultKind: '',
        resultId: '',
        deliveredAt: '',
        heardInMeetingId: '',
        withdrawnBecause: '',
        commissionedAt: now,
        commissionedById: actor.personId,
        deliveredById: '',
        unitMeetingIds: unitMeetings.map((other) => other.id).slice(0, 20),
      },
    });
    return ok({
      changes: [{ put }, ...(await withoutDraft(args.draftId, context))],
      subject: { kind: 'commission', id },
      facts: { number },
      out: { commissionId: id, reference },
    });
  },
});

/** Gives an undelivered commission to somebody else, or another day (duty 78). */
export const reassignCommission = defineCommand({
  name: 'commission.reassign',
  args: z.object({ commissionId: idShape, ownerId: maybeIdShape, dueOn: dayShape }),
  may: mayWork(false),
  decide: async (args, context) => {
    const commission = await found(args.commissionId, context);
    return done(commission.id, [{ put: rewritten(commission, { owner: args.ownerId, dueAt: args.dueOn, body: { dueOn: args.dueOn } }) }]);
  },
});

/** Hands in the result; the commission then waits to be heard by the group (duty 79). */
export const deliverCommission = defineCommand({
  name: 'commission.deliver',
  args: z.object({
    commissionId: idShape,
    result: typedProseShape(20_000),
    resultKind: maybeLineShape(40).default(''),
    resultId: maybeIdShape.default(''),
  }),
  may: mayWork(true),
  decide: async (args, context) => {
    const commission = await found(args.commissionId, context);
    const { result, resultKind, resultId } = args;
    return done(commission.id, [
      {
        put: rewritten(commission, {
          state: 'delivered',
          body: { result, resultKind, resultId, deliveredAt: context.now, deliveredById: context.actor.personId },
        }),
      },
    ]);
  },
});

/** Notes that the meeting in session heard the result (duty 79). */
export const hearCommission = defineCommand({
  name: 'commission.hear',
  args: z.object({ commissionId: idShape, meetingId: idShape }),
  may: mayWork(false),
  decide: async (args, context) => {
    const commission = await found(args.commissionId, context);
    return done(commission.id, [{ put: rewritten(commission, { state: 'heard', body: { heardInMeetingId: args.meetingId } }) }]);
  },
});

/** Takes back a commission that is not delivered, with the reason. */
export const withdrawCommission = defineCommand({
  name: 'commission.withdraw',
  args: z.object({ commissionId: idShape, reason: typedProseShape(2000) }),
  may: mayWork(false),
  decide: async (args, context) => {
    const commission = await found(args.commissionId, context);
    return done(commission.id, [{ put: rewritten(commission, { state: 'withdrawn', body: { withdrawnBecause: args.reason } }) }]);
  },
});

export const commissionCommands = [raiseCommission, reassignCommission, deliverCommission, hearCommission, withdrawCommission] as const;
