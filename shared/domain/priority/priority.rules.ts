import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { actorOnRecord } from '#shared/domain/access/actor-on-record.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { mayHandOver, mayNamePlan } from '#shared/domain/control-strategy/control-strategy.policy.ts';
import { lastDayBefore, rowIsPriority } from '#shared/domain/control-strategy/setting-strategy.ts';
import { strategicGroupOf } from '#shared/domain/control-strategy/strategy-context.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { type Step, type WritableRecord, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { PRIORITY_STATES, priorityBody, type PriorityBody } from './priority.schema.ts';

export const priorityBook = refusalBook({
  'priority/unknown': { duties: [80], message: 'There is no such priority.', remedy: '' },
  'priority/kept': {
    duties: [80, 97],
    message: 'A priority is ended by a decision, never removed.',
    remedy: 'End it with the decision that ends it.',
  },
  'priority/decision-unknown': {
    duties: [93],
    message: 'A priority is set and ended by a recorded decision, and there is no such decision.',
    remedy: 'Record the decision at the strategic meeting first.',
  },
  'priority/set-only-by-stcg': {
    duties: [93],
    message: 'The control strategy must be set at the strategic tasking and co-ordination group. This decision was made by {group}.',
    remedy: 'Take it to the strategic group and name its decision.',
  },
  'priority/other-place': {
    duties: [60, 93],
    message: 'This decision was made by the strategic group of another place.',
    remedy: 'Name a decision of the strategic group of the same force or area.',
  },
  'priority/decision-superseded': {
    duties: [54, 93],
    message: 'This decision was superseded by a later one.',
    remedy: 'Name the decision that stands.',
  },
  'priority/fixed': {
    duties: [80, 97],
    message: 'A priority is not rewritten: what the strategic group decided stands until it decides otherwise.',
    remedy: 'End it and set a new one.',
  },
  'priority/reference-taken': {
    duties: [80],
    message: 'Another current priority here already has the reference {reference}.',
    remedy: 'Choose another reference.',
  },
  'priority/days-out-of-order': {
    duties: [97],
    message: 'A priority cannot end before it begins ({from}).',
    remedy: 'Choose a later day.',
  },
  'priority/place-unknown': { duties: [80], message: 'There is no such force or area, or it is not yours to see.', remedy: '' },
  'priority/ended-already': { duties: [97], message: 'This priority has already ended.', remedy: '' },
  'priority/end-needs-decision': {
    duties: [93, 97],
    message: 'A priority is ended only by a decision of the strategic group.',
    remedy: 'Name the decision that ends it.',
  },
  'priority/not-in-the-strategy': {
    duties: [93, 97, 101],
    message:
      'A priority comes from the control strategy that is set here, word for word and with its owner, and there is none that says this.',
    remedy: 'Draft it in the control strategy, under Strategy, and set that by the decision of the strategic group.',
  },
  'priority/still-in-the-strategy': {
    duties: [93, 101],
    message: 'The control strategy in force keeps this priority, so it does not end.',
    remedy: 'Draft an amendment without it, under Strategy, and set that by the decision of the strategic group.',
  },
  'priority/handed-over-without-trail': {
    duties: [97],
    message: 'A priority changes hands with a note of who gave it to whom and why, and that note is never changed.',
    remedy: 'Hand it over with the reason.',
  },
  'priority/handed-over-without-reason': { duties: [97], message: 'A handover says why.', remedy: 'Write the reason.' },
  'priority/not-yours-to-hand-over': {
    duties: [97, 101],
    message: 'There is no such priority, or you are not the chair or a deputy chair of the strategic group here.',
    remedy: 'Ask the chair.',
  },
  'priority/owner-not-serving': {
    duties: [97],
    message: 'The new owner is not a serving person of the force.',
    remedy: 'Choose someone from the list.',
  },
  'priority/not-yours-to-plan': {
    duties: [97, 98],
    message: 'There is no such priority, or you neither own it nor run its strategic group.',
    remedy: 'Ask its owner or the chair.',
  },
  'priority/plan-does-not-serve': {
    duties: [98],
    message: 'The current plan of a priority is an open delivery plan that serves it, and this is none.',
    remedy: 'Choose one of its plans, or make one from a decision.',
  },
  'priority/owner-already': { duties: [97], message: 'This person owns the priority already.', remedy: 'Choose someone else.' },
  'priority/filed-wrongly': { duties: [93], message: 'A priority is filed under the place and the decision it names.', remedy: '' },
});

/** A priority of the control strategy: made, carried on and ended by the versions the strategic group sets, and by nothing else (duties 93, 97, 101). `scope` is its force or area, `parent` the decision. */
export const priority = defineNoun<'priority', PriorityBody>({
  kind: 'priority',
  shape: 1,
  body: priorityBody,
  states: PRIORITY_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async ({ before, after, reading, actor, now }) => {
    if (after === null) return [priorityBook.say('priority/kept')];
    const refusals: Refusal[] = [];
    const { body } = after;
    if (after.scope !== body.nodeId || after.parent !== body.setByDecisionId) refusals.push(priorityBook.say('priority/filed-wrongly'));
    if (body.to !== '' && body.to < body.from)
      refusals.push(priorityBook.say('priority/days-out-of-order', { field: 'on', facts: { from: dayText(body.from) } }));
    if (before === null) {
      refusals.push(...(await decisionRefusals(reading, body.setByDecisionId, body, 'setByDecisionId')));
      const others = (await reading.many('priority', { scope: body.nodeId, state: 'current' })).filter((other) => other.id !== after.id);
      if (others.some((other) => other.body.reference === body.reference)) {
        refusals.push(priorityBook.say('priority/reference-taken', { field: 'reference', facts: { reference: body.reference } }));
      }
      if (refusals.length === 0) refusals.push(...(await beginningRefusals(reading, after)));
    } else {
      if (before.state === 'ended') refusals.push(priorityBook.say('priority/ended-already'));
      const fixed = (one: PriorityBody): string =>
        JSON.stringify(
          Object.entries({ ...one, to: '', endedByDecisionId: '', handovers: [], planId: '' }).sort(([a], [b]) => (a < b ? -1 : 1)),
        );
      if (fixed(before.body) !== fixed(body)) refusals.push(priorityBook.say('priority/fixed'));
      refusals.push(...(await planRefusals({ before, after, reading, actor, now })));
      refusals.push(...(await handoverRefusals({ before, after, reading, actor, now })));
    }
    const endedBy = body.endedByDecisionId ?? '';
    if (after.state === 'ended' || body.to !== '' || endedBy !== '') {
      if (endedBy === '' || body.to === '' || after.state !== 'ended')
        refusals.push(priorityBook.say('priority/end-needs-decision', { field: 'decisionId' }));
      else {
        refusals.push(...(await decisionRefusals(reading, endedBy, body, 'decisionId')));
        if (refusals.length === 0) refusals.push(...(await endingRefusals(reading, after)));
      }
    }
    return refusals;
  },
  searchText: ({ body }) => ({ title: `${body.reference} ${body.title}`, text: body.summary }),
});

/** Follows decision -> meeting -> group: it must stand, and be of the strategic group of the same place (duty 93). */
async function decisionRefusals(reading: Reading, decisionId: string, place: PriorityBody, field: string): Promise<readonly Refusal[]> {
  const decision = await reading.one('decision', decisionId);
  const meeting = decision === null ? null : await reading.one('meeting', decision.parent);
  const group = meeting === null ? null : await reading.one('group', meeting.body.groupId);
  if (decision === null || meeting === null || group === null) return [priorityBook.say('priority/decision-unknown', { field })];
  if (group.body.groupType !== 'stcg') return [priorityBook.say('priority/set-only-by-stcg', { field, facts: { group: group.body.name } })];
  if (group.body.nodeId !== place.nodeId || group.body.nodeType !== place.nodeType)
    return [priorityBook.say('priority/other-place', { field })];
  const later = (await reading.many('decision', { scope: decision.scope })).some((other) => other.body.supersedesId === decisionId);
  return later ? [priorityBook.say('priority/decision-superseded', { field })] : [];
}

type After = WritableRecord<'priority', PriorityBody>;
type Changing = { readonly before: RecordOf<'priority'>; readonly after: After } & Pick<
  Step<'priority', PriorityBody>,
  'reading' | 'actor' | 'now'
>;

/** The control strategy that is set at the place, as it stands after the unit of work. */
async function strategyInForce(reading: Reading, nodeId: string): Promise<RecordOf<'control-strategy'> | null> {
  return (await reading.many('control-strategy', { scope: nodeId, state: 'set' }))[0] ?? null;
}

/** A priority is made by the strategy that is set in the same unit of work, and says what its row says (duties 93, 97). */
async function beginningRefusals(reading: Reading, { id, owner, state, body }: After): Promise<readonly Refusal[]> {
  const strategy = await strategyInForce(reading, body.nodeId);
  const row = strategy?.body.priorities.find((one) => one.priorityId === id);
  const fits =
    strategy !== null &&
    row !== undefined &&
    state === 'current' &&
    body.to === '' &&
    (body.handovers ?? []).length === 0 &&
    body.strategyId === strategy.id &&
    body.setByDecisionId === strategy.body.setByDecisionId &&
    body.nodeType === strategy.body.nodeType &&
    body.from === strategy.body.from &&
    owner === row.ownerId &&
    rowIsPriority(row, body);
  return fits ? [] : [priorityBook.say('priority/not-in-the-strategy')];
}

/** A priority ends when the strategy that was set by the same decision leaves it out (duties 93, 101). */
async function endingRefusals(reading: Reading, { id, body }: After): Promise<readonly Refusal[]> {
  const strategy = await strategyInForce(reading, body.nodeId);
  const dropped =
    strategy !== null &&
    strategy.body.setByDecisionId === body.endedByDecisionId &&
    !strategy.body.priorities.some((one) => one.priorityId === id) &&
    body.to === lastDayBefore(body, strategy.body.from);
  return dropped ? [] : [priorityBook.say('priority/still-in-the-strategy')];
}

/** The current delivery plan is named by the owner, or by whoever runs the strategic group, and must serve the priority (duty 98). */
async function planRefusals({ before, after, reading, actor, now }: Changing): Promise<readonly Refusal[]> {
  const planId = after.body.planId ?? '';
  if ((before.body.planId ?? '') === planId) return [];
  const who = await actorOnRecord(reading, actor.personId, now);
  const group = await strategicGroupOf(reading, after.body, dayOf(now));
  if (who === null || !mayNamePlan(who, before.owner, group?.id ?? '')) return [priorityBook.say('priority/not-yours-to-plan')];
  if (planId === '') return [];
  const plan = await reading.one('delivery-plan', planId);
  return plan !== null && plan.state !== 'closed' && plan.body.priorityId === after.id
    ? []
    : [priorityBook.say('priority/plan-does-not-serve', { field: 'planId' })];
}

/** An owner changes by the chair's handover with its reason, or by the decision that set a version with another owner; the trail only grows (duty 97). */
async function handoverRefusals({ before, after, reading, actor, now }: Changing): Promise<readonly Refusal[]> {
  const [earlier, trail] = [before.body.handovers ?? [], after.body.handovers ?? []];
  if (before.owner === after.owner)
    return same(earlier, trail) ? [] : [priorityBook.say('priority/handed-over-without-trail', { field: 'toId' })];
  const last = trail.at(-1);
  if (
    last === undefined ||
    !same(earlier, trail.slice(0, -1)) ||
    last.fromId !== before.owner ||
    last.toId !== after.owner ||
    last.byId !== actor.personId ||
    last.at !== now ||
    after.state !== 'current'
  )
    return [priorityBook.say('priority/handed-over-without-trail', { field: 'toId' })];
  if (last.decisionId !== '') {
    const strategy = await strategyInForce(reading, after.body.nodeId);
    const row = strategy?.body.priorities.find((one) => one.priorityId === after.id);
    return strategy?.body.setByDecisionId === last.decisionId && row?.ownerId === after.owner && strategy.body.setAt === now
      ? []
      : [priorityBook.say('priority/not-in-the-strategy', { field: 'toId' })];
  }
  const who = await actorOnRecord(reading, actor.personId, now);
  const group = await strategicGroupOf(reading, after.body, dayOf(now));
  if (who === null || !mayHandOver(who, group?.id ?? '')) return [priorityBook.say('priority/not-yours-to-hand-over')];
  if (last.because.trim() === '') return [priorityBook.say('priority/handed-over-without-reason', { field: 'because' })];
  const owner = await reading.one('person', after.owner);
  const serves = owner !== null && owner.state === 'serving' && owner.body.partnerAgencyId === '' && countsOn(owner.body, dayOf(now));
  return serves ? [] : [priorityBook.say('priority/owner-not-serving', { field: 'toId' })];
}
