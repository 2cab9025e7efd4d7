import type { Day } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { ACCOUNTABILITY_KEY } from '#shared/domain/accountability-review/owners-to-account.ts';
import type { AgendaItemBody } from '#shared/domain/agenda-item/agenda-item.schema.ts';

/** Something unfinished that the next meeting of the group must hear of. */
export interface Carried {
  readonly kind: 'decision' | 'action' | 'agenda-item' | 'commission';
  /** Where on the agenda: leading it, with the matters arising, or where commissions are heard. */
  readonly place: 'first' | 'matters-arising' | 'commissions';
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly leadId: string;
  readonly policeOnly: boolean;
  readonly duties: readonly number[];
}

/** States of an action that is still somebody's to do. */
export const UNFINISHED_ACTION = ['open', 'in-progress', 'blocked', 'claimed'] as const;

const oneLine = (text: string, max: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= max ? line : `${line.slice(0, max - 1).trimEnd()}…`;
};

/**
 * What is to be carried into a meeting of the group on a day: commissions that are not delivered or not heard, what the last meeting
 * deferred, decisions whose follow-up was given to someone but is not done, and actions that are blocked or due before that day
 * (duties 79, 102, 121, 123, 125, 134).
 */
export async function carriedForward(reading: Reading, group: RecordOf<'group'>, on: Day): Promise<readonly Carried[]> {
  const past = (
    await reading.many('meeting', { scope: group.body.nodeId, state: ['closed', 'signed'] }, { by: 'sortAt', direction: 'down' })
  ).filter((meeting) => meeting.body.groupId === group.id);
  const last = past[0];
  const deferred = last === undefined ? [] : await reading.many('agenda-item', { parent: last.id, state: 'deferred' }, { by: 'number' });
  const actions = (await reading.many('action', { scope: group.body.nodeId }, { by: 'dueAt' })).filter(
    (action) => action.body.groupId === group.id,
  );
  const pressing = actions.filter((action) => isUnfinished(action) && (action.state === 'blocked' || action.dueAt < on));
  const open = await openDecisions(reading, group, actions);
  return [
    ...(await commissionsCarried(reading, group)),
    // What comes back by itself is not carried a second time.
    ...deferred
      .filter((item) => item.body.carriedFromKind !== 'commission' && item.body.templateKey !== ACCOUNTABILITY_KEY)
      .map(
        (item): Carried => ({
          kind: 'agenda-item',
          place: 'matters-arising',
          id: item.id,
          title: item.body.title,
          purpose: oneLine(`Deferred by ${last?.body.reference ?? 'the last meeting'}: ${item.body.outcomeReason}`, 2000),
          leadId: item.body.leadId,
          policeOnly: item.body.policeOnly,
          duties: item.body.duties,
        }),
      ),
    ...open.map(
      (decision): Carried => ({
        kind: 'decision',
        place: 'matters-arising',
        id: decision.id,
        title: oneLine(`Decision ${decision.body.reference}: ${decision.body.text}`, 200),
        purpose: 'What follows from this decision was given to someone, and no action for it has been completed.',
        leadId: decision.body.ownerId,
        policeOnly: decision.body.policeOnly,
        duties: [102, 123],
      }),
    ),
    ...pressing.map(
      (action): Carried => ({
        kind: 'action',
        place: 'matters-arising',
        id: action.id,
        title: oneLine(`Action ${action.body.reference}: ${action.body.text}`, 200),
        purpose:
          action.state === 'blocked'
            ? 'The owner reports that this action is blocked.'
            : 'This action is due before the meeting and not verified as done.',
        leadId: action.owner,
        policeOnly: action.body.policeOnly,
        duties: [123, 125],
      }),
    ),
  ];
}

/**
 * Undelivered commissions lead the agenda, the longest overdue first; delivered ones come to be heard. An intelligence unit meeting hears of
 * what the tasking groups of its place commissioned (duties 79, 134).
 */
async function commissionsCarried(reading: Reading, group: RecordOf<'group'>): Promise<readonly Carried[]> {
  const all = await reading.many('commission', { scope: group.body.nodeId, state: ['commissioned', 'delivered'] }, { by: 'dueAt' });
  const own = all.filter((one) => one.body.groupId === group.id);
  const ofUnit = all.filter((one) => one.state === 'commissioned' && (one.body.unitMeetingIds ?? []).includes(group.id));
  const undelivered = [...own.filter((one) => one.state === 'commissioned'), ...ofUnit];
  const toHear = own.filter((one) => one.state === 'delivered');
  return [
    ...undelivered.map((one) => carriedCommission(one, 'first', `Commissioned and not delivered; due ${dayText(one.body.dueOn)}.`)),
    ...toHear.map((one) => carriedCommission(one, 'commissions', 'Delivered: hear the result and decide what follows.')),
  ];
}

function carriedCommission({ id, owner, body }: RecordOf<'commission'>, place: Carried['place'], purpose: string): Carried {
  return {
    kind: 'commission',
    place,
    id,
    title: oneLine(`Commission ${body.reference}: ${body.question}`, 200),
    purpose,
    leadId: owner,
    policeOnly: body.policeOnly,
    duties: [78, 79, 134],
  };
}

export function isUnfinished(action: { readonly state: string }): boolean {
  return (UNFINISHED_ACTION as readonly string[]).includes(action.state);
}

/**
 * Decisions of the group that named who answers for what follows, were not superseded, and have no action at all:
 * once an action was raised, the action is what is followed up.
 */
async function openDecisions(
  reading: Reading,
  group: RecordOf<'group'>,
  actions: readonly RecordOf<'action'>[],
): Promise<readonly RecordOf<'decision'>[]> {
  const decisions = (await reading.many('decision', { scope: group.body.nodeId })).filter((decision) => decision.body.groupId === group.id);
  const superseded = new Set(decisions.map((decision) => decision.body.supersedesId));
  const acted = new Set(actions.map((action) => action.body.decisionId));
  return decisions.filter((decision) => decision.body.ownerId !== '' && !superseded.has(decision.id) && !acted.has(decision.id));
}

/** The agenda items for what is carried and not already on the agenda. */
export function carriedItems(
  carried: readonly Carried[],
  present: readonly { readonly body: Pick<AgendaItemBody, 'carriedFromId'> }[],
): readonly Carried[] {
  const there = new Set(present.map((item) => item.body.carriedFromId));
  return carried.filter((one) => !there.has(one.id));
}
