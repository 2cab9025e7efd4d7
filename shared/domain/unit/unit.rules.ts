import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { dayOf } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { areaInUse } from '#shared/domain/area/area.rules.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { areInOrder, lastSpan, rewrittenSpans } from '#shared/domain/force/spans.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import { UNIT_STATES, unitBody, type UnitBody } from './unit.schema.ts';

export const unitBook = refusalBook({
  'unit/unknown': { duties: [8], message: 'There is no such unit.', remedy: 'Choose one from the structure.' },
  'unit/kept': {
    duties: [7],
    message: 'A unit is closed from a day, never removed, so that the old structure can still be seen.',
    remedy: 'Close it instead.',
  },
  'unit/days-out-of-order': { duties: [7], message: 'The changes of a unit must follow each other by day.', remedy: '' },
  'unit/history-fixed': {
    duties: [7],
    message: 'How the unit was configured from {from} is already history and cannot be rewritten.',
    remedy: 'Record the change from today or a later day.',
  },
  'unit/area-unknown': {
    duties: [6],
    message: 'The area this unit is to work for does not exist.',
    remedy: 'Choose an area from the structure, or the whole force.',
  },
  'unit/area-not-in-use': { duties: [6, 7], message: 'The area is not in use on {on}.', remedy: 'Choose an area that is, or another day.' },
  'unit/not-begun': { duties: [7], message: 'The unit does not exist yet on {on}.', remedy: 'Choose a day on or after {from}.' },
  'unit/closed-already': { duties: [7], message: 'The unit is already closed on that day.', remedy: '' },
  'unit/has-people': { duties: [7], message: '{count} people still belong to this unit.', remedy: 'Move them to another unit first.' },
  'unit/has-groups': { duties: [50], message: 'The unit still has groups on {on}: {names}.', remedy: 'Close those groups first.' },
  'unit/state-disagrees': { duties: [7], message: 'The unit is closed exactly when its last change closes it.', remedy: '' },
});

/** A unit with its remit and contacts (duty 8). */
export const unit = defineNoun<'unit', UnitBody>({
  kind: 'unit',
  shape: 1,
  body: unitBody,
  states: UNIT_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async ({ before, after, now, reading }) => {
    if (after === null) return [unitBook.say('unit/kept')];
    const refusals: Refusal[] = [];
    const { spans } = after.body;
    if (!areInOrder(spans)) refusals.push(unitBook.say('unit/days-out-of-order', { field: 'from' }));
    const [rewritten] = before === null ? [] : rewrittenSpans(before.body.spans, spans, dayOf(now));
    if (rewritten !== undefined)
      refusals.push(unitBook.say('unit/history-fixed', { field: 'from', facts: { from: dayText(rewritten.from) } }));
    if ((after.state === 'closed') === lastSpan(spans).inUse) refusals.push(unitBook.say('unit/state-disagrees'));
    const known = new Set(before?.body.spans.map((span) => JSON.stringify(span)));
    for (const span of spans) {
      if (!span.inUse || span.areaId === '' || known.has(JSON.stringify(span))) continue;
      const home = await reading.one('area', span.areaId);
      if (home === null) refusals.push(unitBook.say('unit/area-unknown', { field: 'areaId' }));
      else if (!areaInUse(home.body, span.from))
        refusals.push(unitBook.say('unit/area-not-in-use', { field: 'areaId', facts: { on: dayText(span.from) } }));
    }
    return refusals;
  },
  searchText: (record) => {
    const last = lastSpan(record.body.spans);
    return {
      title: last.name,
      text: record.body.spans.map((span) => `${span.name} ${span.remit} ${span.decidedBy} ${span.reason}`).join('\n'),
    };
  },
});
