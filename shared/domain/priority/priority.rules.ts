import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { dayText } from '#shared/base/time-text.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
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
  'priority/filed-wrongly': { duties: [93], message: 'A priority is filed under the place and the decision it names.', remedy: '' },
});

/** A priority of the control strategy, set at the strategic group and nowhere else (duty 93). `scope` is its force or area, `parent` the decision. */
export const priority = defineNoun<'priority', PriorityBody>({
  kind: 'priority',
  shape: 1,
  body: priorityBody,
  states: PRIORITY_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async ({ before, after, reading }) => {
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
    } else {
      if (before.state === 'ended') refusals.push(priorityBook.say('priority/ended-already'));
      const fixed = (one: PriorityBody): string =>
        JSON.stringify(Object.entries({ ...one, to: '', endedByDecisionId: '' }).sort(([a], [b]) => (a < b ? -1 : 1)));
      if (fixed(before.body) !== fixed(body)) refusals.push(priorityBook.say('priority/fixed'));
    }
    const endedBy = body.endedByDecisionId ?? '';
    if (after.state === 'ended' || body.to !== '' || endedBy !== '') {
      if (endedBy === '' || body.to === '' || after.state !== 'ended')
        refusals.push(priorityBook.say('priority/end-needs-decision', { field: 'decisionId' }));
      else refusals.push(...(await decisionRefusals(reading, endedBy, body, 'decisionId')));
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
