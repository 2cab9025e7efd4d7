import type { Refusal } from '#shared/base/result.ts';
import { type Instant, dayOf } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { meetingBook, same } from '#shared/domain/meeting/meeting.rules.ts';
import { clearanceConcerns } from '#shared/domain/meeting/people-cleared.ts';
import { commissionBook } from './commission-refusals.ts';
import { COMMISSION_STATES, type CommissionBody, commissionBody } from './commission.schema.ts';

type After = WritableRecord<'commission', CommissionBody>;

/** Groups that commission: the strategic and the tactical ones (duties 78, 134). */
export const COMMISSIONING_GROUPS: readonly string[] = ['stcg', 'ttcg'];

/** What never changes once it is commissioned. */
const ASKED = [
  'groupId',
  'reference',
  'question',
  'termsOfReference',
  'itemId',
  'decisionId',
  'aboutKind',
  'aboutId',
  'policeOnly',
  'unitMeetingIds',
  'commissionedAt',
  'commissionedById',
] as const satisfies readonly (keyof CommissionBody)[];
const RESULT = ['result', 'resultKind', 'resultId', 'deliveredAt', 'deliveredById'] as const satisfies readonly (keyof CommissionBody)[];
const differs = (keys: readonly (keyof CommissionBody)[], a: CommissionBody, b: CommissionBody): boolean =>
  keys.some((key) => !same(a[key] ?? '', b[key] ?? ''));

/** What stands in the way of asking somebody for this by then; `madeOn` is the day it is or was commissioned. */
export async function askingConcerns(
  asked: Pick<After, 'owner' | 'marking'> & { readonly body: Pick<CommissionBody, 'dueOn' | 'policeOnly'> },
  madeOn: string,
  reading: Reading,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  if (asked.body.dueOn < madeOn) refusals.push(commissionBook.say('commission/due-before-made', { field: 'dueOn' }));
  const owner = await reading.one('person', asked.owner);
  if (owner === null || owner.state !== 'serving' || !countsOn(owner.body, dayOf(`${madeOn}T12:00:00.000Z` as Instant)))
    refusals.push(commissionBook.say('commission/owner-not-serving', { field: 'ownerId' }));
  else if (owner.body.partnerAgencyId !== '') refusals.push(commissionBook.say('commission/owner-a-partner', { field: 'ownerId' }));
  else
    refusals.push(
      ...(await clearanceConcerns([asked.owner], { marking: asked.marking, policeOnly: asked.body.policeOnly }, 'ownerId', reading)),
    );
  return refusals;
}

async function beginsRight(after: After, { actor, now, reading }: Step<'commission', CommissionBody>): Promise<readonly Refusal[]> {
  const { body } = after;
  const [meeting, group] = await Promise.all([reading.one('meeting', after.parent), reading.one('group', body.groupId)]);
  if (meeting === null || meeting.state !== 'live') return [meetingBook.say('meeting/not-live')];
  if (group === null || meeting.body.groupId !== group.id || after.scope !== meeting.scope || after.marking !== meeting.marking)
    return [commissionBook.say('commission/item-not-here')];
  if (!COMMISSIONING_GROUPS.includes(group.body.groupType)) return [commissionBook.say('commission/only-by-tasking-groups')];
  if (!runsGroup(actor, group.id)) return [commissionBook.say('commission/not-yours-to-raise')];
  const refusals: Refusal[] = [];
  if (after.state !== 'commissioned' || body.result !== '' || body.deliveredAt !== '' || body.heardInMeetingId !== '')
    refusals.push(commissionBook.say('commission/begins-commissioned'));
  if (body.termsOfReference.trim() === '') refusals.push(commissionBook.say('commission/without-terms', { field: 'termsOfReference' }));
  const count = await reading.count('commission', { parent: meeting.id });
  if (after.number !== count || body.reference !== `${meeting.body.reference}/C${after.number}` || after.dueAt !== body.dueOn)
    refusals.push(commissionBook.say('commission/out-of-order'));
  refusals.push(...(await placedRight(body, meeting, reading)), ...(await askingConcerns(after, dayOf(now), reading)));
  return refusals;
}

async function placedRight(body: CommissionBody, meeting: RecordOf<'meeting'>, reading: Reading): Promise<readonly Refusal[]> {
  const item = body.itemId === '' ? null : await reading.one('agenda-item', body.itemId);
  const decision = body.decisionId === '' ? null : await reading.one('decision', body.decisionId);
  const elsewhere = (id: string, found: { readonly parent: string } | null): boolean => id !== '' && found?.parent !== meeting.id;
  if (elsewhere(body.itemId, item) || elsewhere(body.decisionId, decision))
    return [commissionBook.say('commission/item-not-here', { field: 'itemId' })];
  const closed = item?.body.policeOnly === true || decision?.body.policeOnly === true;
  return closed && !body.policeOnly ? [commissionBook.say('commission/police-only-item', { field: 'policeOnly' })] : [];
}

/** The ids of the groups before which it can be heard of and changed: the one that commissioned it. */
async function heardRight(after: After, reading: Reading): Promise<readonly Refusal[]> {
  const meeting = await reading.one('meeting', after.body.heardInMeetingId);
  return meeting !== null && meeting.state === 'live' && meeting.body.groupId === after.body.groupId
    ? []
    : [commissionBook.say('commission/heard-elsewhere', { field: 'meetingId' })];
}

async function checkCommission(step: Step<'commission', CommissionBody>): Promise<readonly Refusal[]> {
  const { before, after, actor, now, reading } = step;
  if (after === null) return [commissionBook.say('commission/never-erased')];
  if (before === null) return beginsRight(after, step);
  const { body } = after;
  if (before.state === 'heard' || before.state === 'withdrawn') return [commissionBook.say('commission/over')];
  const envelope = ['scope', 'marking', 'parent', 'number', 'compartment'] as const;
  if (differs(ASKED, before.body, body) || envelope.some((key) => before[key] !== after[key]) || after.dueAt !== body.dueOn)
    return [commissionBook.say('commission/fixed')];
  const runs = runsGroup(actor, body.groupId);
  const moved = before.owner !== after.owner || before.body.dueOn !== body.dueOn;
  switch (`${before.state}>${after.state}`) {
    case 'commissioned>commissioned': {
      if (!runs) return [commissionBook.say('commission/not-yours-to-run')];
      if (differs(RESULT, before.body, body) || body.heardInMeetingId !== '') return [commissionBook.say('commission/step-not-in-order')];
      return askingConcerns(after, dayOf(now), reading);
    }
    case 'commissioned>delivered': {
      if (!runs && actor.personId !== before.owner) return [commissionBook.say('commission/not-yours-to-deliver')];
      if (moved || body.heardInMeetingId !== '') return [commissionBook.say('commission/fixed')];
      const given = body.result.trim() !== '' && body.deliveredAt !== '' && body.deliveredById === actor.personId;
      return given ? [] : [commissionBook.say('commission/without-result', { field: 'result' })];
    }
    case 'commissioned>withdrawn': {
      if (!runs) return [commissionBook.say('commission/not-yours-to-run')];
      if (moved || differs(RESULT, before.body, body)) return [commissionBook.say('commission/fixed')];
      return body.withdrawnBecause === '' ? [commissionBook.say('commission/withdrawn-without-reason', { field: 'reason' })] : [];
    }
    case 'delivered>heard': {
      if (!runs) return [commissionBook.say('commission/not-yours-to-run')];
      if (moved || differs(RESULT, before.body, body)) return [commissionBook.say('commission/fixed')];
      return heardRight(after, reading);
    }
    default:
      return [commissionBook.say('commission/step-not-in-order')];
  }
}

/** A question a group commissions: it stays on the agendas of the group until its result was heard (duties 78, 79, 134). */
export const commission = defineNoun<'commission', CommissionBody>({
  kind: 'commission',
  shape: 1,
  body: commissionBody,
  states: COMMISSION_STATES,
  keepsVersions: true,
  accessOf: (record) => {
    const access = strategyAccess(record, record.body.groupId, {
      policeOnly: record.body.policeOnly,
      people: [record.owner, record.body.commissionedById ?? ''],
    });
    return { ...access, named: [...access.named, ...(record.body.unitMeetingIds ?? []).map((id) => `group:${id}`)] };
  },
  check: checkCommission,
  searchText: ({ body }) => ({
    title: `${body.reference} ${body.question}`,
    text: [body.termsOfReference, body.result, body.withdrawnBecause].join('\n'),
  }),
});
