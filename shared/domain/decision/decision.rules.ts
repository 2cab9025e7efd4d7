import { digestOf } from '#shared/base/digest.ts';
import type { Refusal } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import { actorOnRecord } from '#shared/domain/access/actor-on-record.ts';
import { type Step, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { meetingSideAccess, runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { clearanceConcerns } from '#shared/domain/meeting/people-cleared.ts';
import { meetingBook } from '#shared/domain/meeting/meeting.rules.ts';
import { standsInNumberSeries, standsInRunningRecord } from '#shared/domain/meeting/running-record.ts';
import { contentDigest } from './content-digest.ts';
import { decisionConcerns } from './decision-concerns.ts';
import { decisionContextFor } from './decision-context.ts';
import { decisionBook } from './decision-refusals.ts';
import { DECISION_STATES, type DecisionBody, decisionBody } from './decision.schema.ts';
import { type ViewableKind, VIEWABLE_KINDS } from './known-then.ts';

/** The decision that supersedes this one, or null. A correction is never decided earlier than what it corrects, so only later ones are looked at. */
export async function supersededBy(
  reading: Reading,
  original: { readonly id: string; readonly scope: string; readonly sortAt: string },
  exceptId = '',
): Promise<RecordOf<'decision'> | null> {
  const later = await reading.many('decision', { scope: original.scope, sortFrom: original.sortAt });
  return later.find((one) => one.body.supersedesId === original.id && one.id !== exceptId) ?? null;
}

/** What stands in the way of superseding this decision by one decided at a moment. */
export async function correctionConcerns(
  reading: Reading,
  original: RecordOf<'decision'> | null,
  correction: {
    readonly id: string;
    readonly groupId: string;
    readonly decidedAt: string;
    readonly reason: string;
    readonly policeOnly: boolean;
  },
): Promise<readonly Refusal[]> {
  if (original === null || original.body.groupId !== correction.groupId)
    return [decisionBook.say('decision/not-there', { field: 'decisionId' })];
  const refusals: Refusal[] = [];
  if (correction.reason === '') refusals.push(decisionBook.say('decision/corrected-without-reason', { field: 'correctionReason' }));
  if (correction.decidedAt < original.body.decidedAt)
    refusals.push(decisionBook.say('decision/earlier-than-what-it-corrects', { field: 'decidedAt' }));
  if (original.body.policeOnly && !correction.policeOnly)
    refusals.push(decisionBook.say('decision/police-only-item', { field: 'policeOnly' }));
  if ((await supersededBy(reading, original, correction.id)) !== null)
    refusals.push(decisionBook.say('decision/superseded-already', { field: 'decisionId' }));
  return refusals;
}

/** What the decision says it sets must have stood like that at some time: nobody names a draft that was never written (duties 74, 93). */
async function namingConcerns({ names = [], known }: DecisionBody, reading: Reading): Promise<readonly Refusal[]> {
  const notInView = decisionBook.say('decision/names-what-was-not-in-view', { field: 'names' });
  for (const named of names) {
    const seen = known.find((one) => one.kind === named.kind && one.id === named.id);
    if (seen === undefined || !(VIEWABLE_KINDS as readonly string[]).includes(named.kind)) return [notInView];
    const kind = named.kind as ViewableKind;
    const [present, earlier] = await Promise.all([reading.one(kind, named.id), reading.versions(kind, named.id)]);
    const stood = [...earlier, ...(present === null ? [] : [present])];
    if (!stood.some((version) => contentDigest(version) === seen.content)) return [notInView];
  }
  return [];
}

async function checkDecision({ before, after, reading, actor, now }: Step<'decision', DecisionBody>): Promise<readonly Refusal[]> {
  if (before !== null || after === null) return [decisionBook.say('decision/never-changed')];
  const { body } = after;
  const [held, item] = await Promise.all([reading.one('meeting', after.parent), reading.one('agenda-item', body.itemId)]);
  if (held === null || held.state !== 'live') return [meetingBook.say('meeting/not-live')];
  if (
    item === null ||
    item.parent !== held.id ||
    body.groupId !== held.body.groupId ||
    after.scope !== held.scope ||
    after.marking !== held.marking
  ) {
    return [decisionBook.say('decision/item-not-here', { field: 'itemId' })];
  }
  const refusals: Refusal[] = [];
  const recorder = await actorOnRecord(reading, actor.personId, now);
  if (recorder === null || !runsGroup(recorder, body.groupId)) refusals.push(meetingBook.say('meeting/not-yours-to-run'));
  if (
    after.number < 1 ||
    body.reference !== `${held.body.reference}/D${after.number}` ||
    after.sortAt !== body.decidedAt ||
    !(await standsInNumberSeries(reading, 'decision', held.id, after.number))
  ) {
    refusals.push(decisionBook.say('decision/out-of-order'));
  }
  if (!(await standsInRunningRecord(reading, held.id, body.entry)))
    refusals.push(decisionBook.say('decision/out-of-order', { field: 'entry' }));
  if (body.recordedById !== actor.personId || after.owner !== body.ownerId || after.dueAt !== body.dueOn)
    refusals.push(decisionBook.say('decision/never-changed', { field: 'recordedById' }));
  if (digestOf(body.known) !== body.knownDigest) refusals.push(decisionBook.say('decision/known-does-not-fit', { field: 'known' }));
  refusals.push(...(await namingConcerns(body, reading)));
  const original = body.supersedesId === '' ? null : await reading.one('decision', body.supersedesId);
  if (body.supersedesId !== '') {
    refusals.push(
      ...(await correctionConcerns(reading, original, {
        id: after.id,
        groupId: body.groupId,
        decidedAt: body.decidedAt,
        reason: body.correctionReason,
        policeOnly: body.policeOnly,
      })),
    );
  }
  const context = await decisionContextFor(reading, held, item, body.writtenAt as Instant);
  const itemState = original?.body.itemId === item.id ? 'open' : context.itemState;
  refusals.push(...decisionConcerns({ ...body, decidedAt: body.decidedAt, followUp: null }, { ...context, itemState }));
  refusals.push(...(await clearanceConcerns([body.ownerId], { marking: after.marking, policeOnly: body.policeOnly }, 'ownerId', reading)));
  return refusals;
}

/** A decision, its reasons and what was known then: numbered in order, never changed, superseded at most once (duties 54, 82, 121). */
export const decision = defineNoun<'decision', DecisionBody>({
  kind: 'decision',
  shape: 1,
  body: decisionBody,
  states: DECISION_STATES,
  keepsVersions: true,
  accessOf: (record) => meetingSideAccess(record, record.body.groupId, { policeOnly: record.body.policeOnly }),
  check: checkDecision,
  searchWeight: 1.5,
  searchText: ({ body }) => ({
    title: `${body.reference} ${body.text.slice(0, 200)}`,
    text: [
      body.text,
      body.rationale,
      ...body.options.flatMap((option) => [option.text, option.rejectedBecause]),
      ...body.evidence.map((cited) => cited.title),
      ...body.dissents.map((dissent) => dissent.text),
      body.correctionReason,
    ].join('\n'),
  }),
});
