import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { type Day, dayOf } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { areInOrder, lastSpan, rewrittenSpans, spanOn } from '#shared/domain/force/spans.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import { AREA_STATES, areaBody, type AreaBody } from './area.schema.ts';

export const areaBook = refusalBook({
  'area/unknown': { duties: [6], message: 'There is no such area.', remedy: 'Choose one from the structure.' },
  'area/kept': {
    duties: [7],
    message: 'An area is closed from a day, never removed, so that the old structure can still be seen.',
    remedy: 'Close it instead.',
  },
  'area/days-out-of-order': { duties: [7], message: 'The changes of an area must follow each other by day.', remedy: '' },
  'area/history-fixed': {
    duties: [7],
    message: 'How the area was configured from {from} is already history and cannot be rewritten.',
    remedy: 'Record the change from today or a later day.',
  },
  'area/code-taken': { duties: [6], message: 'Another area already uses the code {code}.', remedy: 'Choose another code.' },
  'area/level-off': {
    duties: [62],
    message: 'This force runs its process at force level only, so no area can be added.',
    remedy: 'Say in the description of the force that it has basic command units.',
  },
  'area/not-begun': { duties: [7], message: 'The area does not exist yet on {on}.', remedy: 'Choose a day on or after {from}.' },
  'area/closed-already': { duties: [7], message: 'The area is already closed on that day.', remedy: '' },
  'area/has-units': {
    duties: [7],
    message: 'The area still has units on {on}: {names}.',
    remedy: 'Close them or move them to another area first.',
  },
  'area/has-groups': { duties: [61, 116], message: 'The area still has groups on {on}: {names}.', remedy: 'Close those groups first.' },
  'area/state-disagrees': { duties: [7], message: 'The area is closed exactly when its last change closes it.', remedy: '' },
});

/** A command area (BCU) of the force (duties 6, 7, 61). */
export const area = defineNoun<'area', AreaBody>({
  kind: 'area',
  shape: 1,
  body: areaBody,
  states: AREA_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async ({ before, after, now, reading }) => {
    if (after === null) return [areaBook.say('area/kept')];
    const refusals: Refusal[] = [];
    const { spans } = after.body;
    if (!areInOrder(spans)) refusals.push(areaBook.say('area/days-out-of-order', { field: 'from' }));
    const today = dayOf(now);
    const [rewritten] = before === null ? [] : rewrittenSpans(before.body.spans, spans, today);
    if (rewritten !== undefined)
      refusals.push(areaBook.say('area/history-fixed', { field: 'from', facts: { from: dayText(rewritten.from) } }));
    const last = lastSpan(spans);
    if ((after.state === 'closed') === last.inUse) refusals.push(areaBook.say('area/state-disagrees'));
    if (!last.inUse) return refusals;
    const others = (await reading.many('area')).filter((other) => other.id !== after.id && lastSpan(other.body.spans).inUse);
    if (others.some((other) => lastSpan(other.body.spans).code === last.code)) {
      refusals.push(areaBook.say('area/code-taken', { field: 'code', facts: { code: last.code } }));
    }
    return refusals;
  },
  searchText: (record) => {
    const last = lastSpan(record.body.spans);
    return {
      title: last.name,
      text: record.body.spans.map((span) => `${span.name} ${span.code} ${span.decidedBy} ${span.reason}`).join('\n'),
    };
  },
});

/** Whether the area is there and in use on a day. */
export function areaInUse(body: AreaBody, on: Day): boolean {
  return spanOn(body.spans, on)?.inUse === true;
}
