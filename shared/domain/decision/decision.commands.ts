import { z } from 'zod';
import { type Result, ok, refused } from '#shared/base/result.ts';
import {
  idShape,
  lineShape,
  maybeDayShape,
  maybeIdShape,
  maybeInstantShape,
  maybeLineShape,
  typedProseShape,
} from '#shared/base/shapes.ts';
import { type Instant, instant } from '#shared/base/time.ts';
import { actionToRaise } from '#shared/domain/action/raise-action.ts';
import { STRANDS } from '#shared/domain/action/action.schema.ts';
import { type Change, type CommandContext, type Decided, defineCommand } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { maySee } from '#shared/domain/meeting/meeting.policy.ts';
import { meetingBook } from '#shared/domain/meeting/meeting.rules.ts';
import { partOf, withoutDraft } from '#shared/domain/meeting/parts.ts';
import { refuseUnlessRunning } from '#shared/domain/meeting/refuse-unless-running.ts';
import { nextEntry, nextNumber } from '#shared/domain/meeting/running-record.ts';
import { type DecisionFields, decisionConcerns } from './decision-concerns.ts';
import { decisionContextFor } from './decision-context.ts';
import { decisionBook } from './decision-refusals.ts';
import { correctionConcerns } from './decision.rules.ts';
import { type InView, type ViewableKind, VIEWABLE_KINDS, freezeKnown } from './known-then.ts';

/**
 * What is filled in for a decision. Texts may be empty here: what is missing is refused by `decisionConcerns`, with its duty.
 */
export const decisionFieldsShape = z.object({
  text: typedProseShape(20_000),
  rationale: typedProseShape(20_000),
  options: z
    .array(z.object({ text: typedProseShape(4000), chosen: z.boolean(), rejectedBecause: typedProseShape(4000).default('') }))
    .max(50)
    .default([]),
  singleOptionReason: typedProseShape(2000).default(''),
  evidence: z
    .array(
      z.object({
        recordKind: maybeLineShape(40).default(''),
        recordId: maybeIdShape.default(''),
        title: maybeLineShape(300),
        asOf: maybeDayShape.default(''),
        confidence: z.enum(['', 'low', 'moderate', 'high']).default(''),
      }),
    )
    .max(100)
    .default([]),
  noEvidenceReason: typedProseShape(2000).default(''),
  priorityId: maybeIdShape.default(''),
  outsideStrategyReason: typedProseShape(2000).default(''),
  decidedById: maybeIdShape,
  decidedAt: maybeInstantShape.default(''),
  ownerId: maybeIdShape.default(''),
  dueOn: maybeDayShape.default(''),
  withinAuthority: z.boolean().default(true),
  authorityNote: typedProseShape(2000).default(''),
  dissents: z
    .array(z.object({ personId: maybeIdShape, text: typedProseShape(4000) }))
    .max(50)
    .default([]),
  policeOnly: z.boolean().default(false),
  /** Drafts this decision sets, approves or gives an outcome. */
  names: z
    .array(z.object({ kind: z.enum(VIEWABLE_KINDS), id: idShape }))
    .max(50)
    .default([]),
  /** Raises the action that carries out what follows, with the decision's owner and due day; an empty text takes the decision's. */
  followUp: z
    .object({ text: typedProseShape(20_000).default(''), strand: z.union([z.literal(''), z.enum(STRANDS)]) })
    .nullable()
    .default(null),
});

const recordingShape = decisionFieldsShape.extend({
  meetingId: idShape,
  itemId: idShape,
  /** Everything in view at the moment of decision: frozen with the decision. What the decision cites is added by itself. */
  inView: z
    .array(z.object({ kind: z.enum(VIEWABLE_KINDS), id: idShape }))
    .max(5000)
    .default([]),
  draftId: maybeIdShape.default(''),
});
type Recording = z.output<typeof recordingShape>;
interface Recorded {
  readonly decisionId: string;
  readonly number: number;
  readonly reference: string;
  /** Id of the action raised with it, or empty. */
  readonly actionId: string;
}

const lineOf = lineShape(80);

/** Everything a decision cites or is made in, besides what the console says is in view. */
function alwaysInView(args: Recording, supersedesId: string): readonly InView[] {
  const cited = args.evidence.flatMap((one): InView[] =>
    (VIEWABLE_KINDS as readonly string[]).includes(one.recordKind) && one.recordId !== ''
      ? [{ kind: one.recordKind as ViewableKind, id: one.recordId }]
      : [],
  );
  return [
    { kind: 'meeting', id: args.meetingId },
    { kind: 'agenda-item', id: args.itemId },
    ...(args.priorityId === '' ? [] : [{ kind: 'priority', id: args.priorityId } as const]),
    ...(supersedesId === '' ? [] : [{ kind: 'decision', id: supersedesId } as const]),
    ...args.names,
    ...cited,
  ];
}

async function evidenceConcerns(args: Recording, { reading, actor }: CommandContext) {
  const refusals = [];
  for (const [index, cited] of args.evidence.entries()) {
    if (cited.recordId === '') continue;
    const kind = cited.recordKind as ViewableKind;
    const record = VIEWABLE_KINDS.includes(kind) ? await reading.one(kind, cited.recordId) : null;
    if (record === null || !maySee(actor, record))
      refusals.push(decisionBook.say('decision/evidence-not-there', { field: `evidence.${index}` }));
  }
  return refusals;
}

async function recordDecisionOf(
  args: Recording,
  correcting: { readonly original: RecordOf<'decision'>; readonly reason: string } | null,
  context: CommandContext,
): Promise<Result<Decided<Recorded>>> {
  const { reading, now, actor, newId } = context;
  const [meeting, item] = await Promise.all([reading.one('meeting', args.meetingId), reading.one('agenda-item', args.itemId)]);
  if (meeting?.state !== 'live') return refused(meetingBook.say('meeting/not-live'));
  if (item === null || item.parent !== meeting.id) return refused(decisionBook.say('decision/item-not-here', { field: 'itemId' }));
  const decidedAt: Instant = args.decidedAt === '' ? now : instant(args.decidedAt);
  const policeOnly = args.policeOnly || item.body.policeOnly || correcting?.original.body.policeOnly === true;
  const fields: DecisionFields = { ...args, decidedAt: args.decidedAt === '' ? '' : instant(args.decidedAt), policeOnly };
  const known = await decisionContextFor(reading, meeting, item, now);
  const sameItem = correcting?.original.body.itemId === item.id;
  const id = newId();
  const refusals = [
    ...decisionConcerns(fields, sameItem ? { ...known, itemState: 'open' } : known),
    ...(await evidenceConcerns(args, context)),
    ...(correcting === null
      ? []
      : await correctionConcerns(reading, correcting.original, {
          id,
          groupId: meeting.body.groupId,
          decidedAt,
          reason: correcting.reason,
          policeOnly,
        })),
  ];
  const [first, ...rest] = refusals;
  if (first !== undefined) return refused(first, ...rest);
  const supersedesId = correcting?.original.id ?? '';
  const frozen = await freezeKnown([...alwaysInView(args, supersedesId), ...args.inView], reading, actor, args.names);
  if (!frozen.ok) return frozen;
  const [entry, number] = await Promise.all([nextEntry(reading, meeting.id), nextNumber(reading, 'decision', meeting.id)]);
  const reference = lineOf.parse(`${meeting.body.reference}/D${number}`);
  const put = partOf(meeting, 'decision', {
    id,
    state: 'recorded',
    number,
    sortAt: decidedAt,
    owner: args.ownerId,
    dueAt: args.dueOn,
    body: {
      groupId: meeting.body.groupId,
      itemId: item.id,
      reference,
      entry,
      decidedAt,
      writtenAt: now,
      text: args.text,
      rationale: args.rationale,
      options: args.options,
      singleOptionReason: args.singleOptionReason,
      evidence: args.evidence,
      noEvidenceReason: args.noEvidenceReason,
      priorityId: args.priorityId,
      outsideStrategyReason: args.outsideStrategyReason,
      decidedById: args.decidedById,
      recordedById: actor.personId,
      ownerId: args.ownerId,
      dueOn: args.dueOn,
      withinAuthority: args.withinAuthority,
      authorityNote: args.authorityNote,
      dissents: args.dissents,
      supersedesId,
      correctionReason: correcting?.reason ?? '',
      ...frozen.value,
      policeOnly,
      ...(args.names.length === 0 ? {} : { names: args.names }),
    },
  });
  const changes: Change[] = [{ put }];
  let actionId = '';
  if (args.followUp !== null && args.followUp.strand !== '' && args.dueOn !== '') {
    actionId = newId();
    const actionNumber = await nextNumber(reading, 'action', meeting.id);
    changes.push({
      put: actionToRaise(
        {
          id: actionId,
          meeting,
          scope: meeting.scope,
          marking: meeting.marking,
          groupId: meeting.body.groupId,
          number: actionNumber,
          entry: entry + 1,
          reference: `${meeting.body.reference}/A${actionNumber}`,
        },
        {
          itemId: item.id,
          decisionId: id,
          text: args.followUp.text === '' ? args.text : args.followUp.text,
          strand: args.followUp.strand,
          ownerId: args.ownerId,
          dueOn: args.dueOn,
          supporterIds: [],
          policeOnly,
        },
        context,
      ),
    });
  }
  changes.push(...(await withoutDraft(args.draftId, context)));
  return ok({
    changes,
    subject: { kind: 'decision', id },
    facts: {
      number,
      known: frozen.value.known.length,
      knownDigest: frozen.value.knownDigest,
      withinAuthority: args.withinAuthority,
      corrects: supersedesId,
    },
    out: { decisionId: id, number, reference, actionId },
  });
}

/** Records a decision with its reasons; freezes and hashes the versions of everything in view (duties 53, 54, 80, 82, 115, 121, 130, 132). */
export const recordDecision = defineCommand({
  name: 'decision.record',
  args: recordingShape,
  may: (args, context) => refuseUnlessRunning(args.meetingId, context),
  decide: (args, context) => recordDecisionOf(args, null, context),
});

/**
 * Corrects a decision by a new one that supersedes it. In the same meeting it may stay under the original's item even when that is concluded;
 * after the meeting is closed it is recorded in a later meeting of the same group.
 */
export const correctDecision = defineCommand({
  name: 'decision.correct',
  args: recordingShape.extend({ decisionId: idShape, correctionReason: typedProseShape(2000) }),
  may: (args, context) => refuseUnlessRunning(args.meetingId, context),
  decide: async ({ decisionId, correctionReason, ...args }, context) => {
    const original = await context.reading.one('decision', decisionId);
    const meeting = await context.reading.one('meeting', args.meetingId);
    if (original === null || original.body.groupId !== meeting?.body.groupId)
      return refused(decisionBook.say('decision/not-there', { field: 'decisionId' }));
    return recordDecisionOf(args, { original, reason: correctionReason }, context);
  },
});

export const decisionCommands = [recordDecision, correctDecision] as const;
