import type { Refusal } from '#shared/base/result.ts';
import { type Day, dayOf } from '#shared/base/time.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { appointmentsOf } from '#shared/domain/meeting/attendance.ts';
import { meetingSideAccess } from '#shared/domain/meeting/meeting.policy.ts';
import { clearanceConcerns } from '#shared/domain/meeting/people-cleared.ts';
import { meetingBook, same } from '#shared/domain/meeting/meeting.rules.ts';
import { standsInNumberSeries, standsInRunningRecord } from '#shared/domain/meeting/running-record.ts';
import { actionBook } from './action-refusals.ts';
import { ACTION_STATES, type ActionBody, actionBody } from './action.schema.ts';

type After = WritableRecord<'action', ActionBody>;
type Before = RecordOf<'action'>;

const AGREED = [
  'groupId',
  'itemId',
  'decisionId',
  'reference',
  'entry',
  'text',
  'strand',
  'raisedAt',
  'raisedById',
  'firstDueOn',
  'policeOnly',
] as const satisfies readonly (keyof ActionBody)[];

/** Which steps an action's life allows, and what the note that goes with the step says it did. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  'open>open': ['reassigned', 'due-changed'],
  'open>in-progress': ['progress'],
  'open>blocked': ['blocked'],
  'open>claimed': ['claimed'],
  'in-progress>in-progress': ['progress', 'reassigned', 'due-changed'],
  'in-progress>blocked': ['blocked'],
  'in-progress>claimed': ['claimed'],
  'blocked>blocked': ['blocked', 'reassigned', 'due-changed'],
  'blocked>in-progress': ['progress'],
  'blocked>claimed': ['claimed'],
  'claimed>in-progress': ['returned', 'reassigned'],
  'claimed>claimed': ['progress', 'due-changed'],
  'claimed>verified': ['verified'],
  'open>withdrawn': ['withdrawn'],
  'in-progress>withdrawn': ['withdrawn'],
  'blocked>withdrawn': ['withdrawn'],
  'claimed>withdrawn': ['withdrawn'],
};

/** Exactly one owner, no name twice, everyone a person of the force (duty 123). */
export async function ownershipConcerns(ownerId: string, supporterIds: readonly string[], reading: Reading): Promise<readonly Refusal[]> {
  if (ownerId === '') return [actionBook.say('action/without-owner', { field: 'ownerId' })];
  if (supporterIds.includes(ownerId) || new Set(supporterIds).size !== supporterIds.length)
    return [actionBook.say('action/two-owners', { field: 'supporterIds' })];
  const people = await reading.some('person', [ownerId, ...supporterIds]);
  return people.length === supporterIds.length + 1 ? [] : [actionBook.say('action/owner-unknown', { field: 'ownerId' })];
}

/** Whoever is newly named on the action must be able to see it; who was named before a clearance changed is left to be reassigned. */
async function newlyNamedConcerns(before: Before | null, after: After, reading: Reading): Promise<readonly Refusal[]> {
  const held = { marking: after.marking, policeOnly: after.body.policeOnly };
  const named = before === null ? [] : [before.owner, ...before.body.supporterIds];
  const added = (ids: readonly string[]): readonly string[] => ids.filter((id) => !named.includes(id));
  return [
    ...(await clearanceConcerns(added([after.owner]), held, 'ownerId', reading)),
    ...(await clearanceConcerns(added(after.body.supporterIds), held, 'supporterIds', reading)),
  ];
}

async function checkRaised(after: After, reading: Reading): Promise<readonly Refusal[]> {
  const { body } = after;
  if (
    after.state !== 'open' ||
    body.progress.length > 0 ||
    body.claimedById !== '' ||
    body.claimedAt !== '' ||
    body.verifiedById !== '' ||
    body.verifiedAt !== '' ||
    body.withdrawnBecause !== ''
  )
    return [actionBook.say('action/begins-open')];
  const refusals: Refusal[] = [
    ...(await ownershipConcerns(after.owner, body.supporterIds, reading)),
    ...(await newlyNamedConcerns(null, after, reading)),
  ];
  if (after.dueAt !== body.firstDueOn) refusals.push(actionBook.say('action/without-due-day', { field: 'dueOn' }));
  if (body.firstDueOn < dayOf(body.raisedAt)) refusals.push(actionBook.say('action/due-before-raised', { field: 'dueOn' }));
  const decision = body.decisionId === '' ? null : await reading.one('decision', body.decisionId);
  if (body.decisionId !== '' && decision?.body.groupId !== body.groupId)
    refusals.push(actionBook.say('action/decision-not-here', { field: 'decisionId' }));
  if (decision?.body.policeOnly === true && !body.policeOnly)
    refusals.push(actionBook.say('action/police-only-item', { field: 'policeOnly' }));
  if (after.parent === '') {
    if (body.entry !== 0 || body.itemId !== '') refusals.push(actionBook.say('action/out-of-order'));
    return refusals;
  }
  const [held, item] = await Promise.all([
    reading.one('meeting', after.parent),
    body.itemId === '' ? null : reading.one('agenda-item', body.itemId),
  ]);
  if (held === null || held.state !== 'live') return [meetingBook.say('meeting/not-live')];
  if (
    held.body.groupId !== body.groupId ||
    after.scope !== held.scope ||
    after.marking !== held.marking ||
    (body.itemId !== '' && item?.parent !== held.id)
  )
    refusals.push(actionBook.say('action/item-not-here', { field: 'itemId' }));
  if (item?.body.policeOnly === true && !body.policeOnly) refusals.push(actionBook.say('action/police-only-item', { field: 'policeOnly' }));
  const inOrder =
    body.reference === `${held.body.reference}/A${after.number}` &&
    (await standsInNumberSeries(reading, 'action', held.id, after.number)) &&
    (await standsInRunningRecord(reading, held.id, body.entry));
  if (!inOrder) refusals.push(actionBook.say('action/out-of-order'));
  return refusals;
}

async function checkAction({ before, after, actor, now, reading }: Step<'action', ActionBody>): Promise<readonly Refusal[]> {
  if (after === null) return [actionBook.say('action/never-erased')];
  if (before === null)
    return after.body.raisedById === actor.personId ? checkRaised(after, reading) : [actionBook.say('action/raised-is-fixed')];
  if (before.state === 'verified' || before.state === 'withdrawn') return [actionBook.say('action/finished')];
  if (!samePlace(before, after) || AGREED.some((key) => !same(before.body[key], after.body[key])))
    return [actionBook.say('action/raised-is-fixed')];
  const added = after.body.progress.slice(before.body.progress.length);
  if (!same(before.body.progress, after.body.progress.slice(0, before.body.progress.length)))
    return [actionBook.say('action/progress-is-kept')];
  const [note] = added;
  const allowed = STEPS[`${before.state}>${after.state}`];
  if (allowed === undefined) return [actionBook.say('action/step-not-in-order')];
  if (note === undefined || added.length !== 1 || note.byId !== actor.personId || !allowed.includes(note.did))
    return [actionBook.say('action/change-not-noted')];
  if (before.owner !== after.owner && note.did !== 'reassigned') return [actionBook.say('action/change-not-noted', { field: 'ownerId' })];
  if (before.dueAt !== after.dueAt && note.did !== 'due-changed') return [actionBook.say('action/change-not-noted', { field: 'dueOn' })];
  const roles = await rolesIn(reading, actor.personId, after.body.groupId, dayOf(now));
  return [
    ...(await ownershipConcerns(after.owner, after.body.supporterIds, reading)),
    ...(await newlyNamedConcerns(before, after, reading)),
    ...stepConcerns(before, after, note.did, actor.personId, roles),
    ...claimConcerns(before, after, note.did, actor.personId),
  ];
}

const samePlace = (before: Before, after: After): boolean =>
  (['parent', 'number', 'scope', 'marking', 'sortAt'] as const).every((key) => before[key] === after[key]);

interface RolesHeld {
  readonly chairs: boolean;
  readonly managesActions: boolean;
  readonly runs: boolean;
}
async function rolesIn(reading: Reading, personId: string, groupId: string, on: Day): Promise<RolesHeld> {
  const held = (await appointmentsOf(reading, groupId, on)).filter((one) => one.body.personId === personId);
  const chairs = held.some((one) => one.body.role === 'chair' || one.body.role === 'deputy-chair');
  const manager = held.filter((one) => one.body.role === 'action-manager');
  return {
    chairs,
    managesActions: chairs || manager.some((one) => one.body.delegation.trim() !== ''),
    runs: chairs || manager.length > 0 || held.some((one) => one.body.role === 'secretary'),
  };
}

/** Who may take which step, whatever path the change came by (duties 123-125). */
function stepConcerns(before: Before, after: After, did: string, personId: string, roles: RolesHeld): Refusal[] {
  const works = before.owner === personId || before.body.supporterIds.includes(personId);
  switch (did) {
    case 'claimed':
      return works ? [] : [actionBook.say('action/not-yours')];
    case 'progress':
    case 'blocked':
      return works || roles.runs ? [] : [actionBook.say('action/not-yours')];
    case 'verified':
      if (personId === before.owner) return [actionBook.say('action/verified-by-owner')];
      if (personId === before.body.claimedById) return [actionBook.say('action/verified-by-claimant')];
      return roles.managesActions ? [] : [actionBook.say('action/no-delegation')];
    case 'withdrawn':
      if (after.body.withdrawnBecause === '') return [actionBook.say('action/without-reason', { field: 'reason' })];
      return roles.chairs ? [] : [actionBook.say('action/not-yours-to-withdraw')];
    default:
      return roles.managesActions ? [] : [actionBook.say('action/not-yours-to-manage')];
  }
}

/** Claim, verification and withdrawal are stamped by the step that makes them, and by no other. */
function claimConcerns(before: Before, after: After, did: string, personId: string): Refusal[] {
  const { claimedById, claimedAt, verifiedById, verifiedAt, withdrawnBecause } = after.body;
  const claimFits =
    after.state === 'claimed' || after.state === 'verified' || after.state === 'withdrawn'
      ? did === 'claimed'
        ? claimedById === personId && claimedAt !== ''
        : claimedById === before.body.claimedById && claimedAt === before.body.claimedAt
      : claimedById === '' && claimedAt === '';
  const verifyFits = after.state === 'verified' ? verifiedById === personId && verifiedAt !== '' : verifiedById === '' && verifiedAt === '';
  const withdrawalFits = after.state === 'withdrawn' || withdrawnBecause === '';
  return claimFits && verifyFits && withdrawalFits ? [] : [actionBook.say('action/step-not-in-order')];
}

/** Something one named person is to do by a day, followed until someone else verifies it (duties 123-125, 135). */
export const action = defineNoun<'action', ActionBody>({
  kind: 'action',
  shape: 1,
  body: actionBody,
  states: ACTION_STATES,
  keepsVersions: true,
  accessOf: (record) =>
    meetingSideAccess(record, record.body.groupId, {
      policeOnly: record.body.policeOnly,
      people: [record.owner, ...record.body.supporterIds],
    }),
  check: checkAction,
  searchWeight: 1.3,
  searchText: ({ body }) => ({
    title: `${body.reference} ${body.text.slice(0, 200)}`,
    text: [body.text, ...body.progress.map((note) => note.text), body.withdrawnBecause].join('\n'),
  }),
});
