import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { dayText } from '#shared/base/time-text.ts';
import { scopeAt } from '#shared/domain/appointment/scope-at.ts';
import { shareADay } from '#shared/domain/appointment/appointment-days.ts';
import { theForce } from '#shared/domain/force/force.rules.ts';
import { organisationAccess } from '#shared/domain/force/organisation-record.ts';
import { spanOn } from '#shared/domain/force/spans.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { GROUP_NODES, GROUP_TYPE_NAMES } from './group-types.ts';
import { GROUP_STATES, groupBody, type GroupBody } from './group.schema.ts';

export const groupBook = refusalBook({
  'group/unknown': { duties: [50], message: 'There is no such group.', remedy: 'Choose one from the list of groups.' },
  'group/kept': {
    duties: [121, 122],
    message: 'A group is closed from a day, never removed: its meetings and decisions stay readable.',
    remedy: 'Close it instead.',
  },
  'group/fixed': {
    duties: [50],
    message: 'What kind of group it is, where it stands and its code do not change: references of its decisions rest on them.',
    remedy: 'Close it and add another.',
  },
  'group/filed-wrongly': { duties: [60], message: 'A group belongs to the force, area or unit it names.', remedy: '' },
  'group/code-taken': { duties: [50], message: 'Another group already uses the code {code}.', remedy: 'Choose another code.' },
  'group/not-at-this-level': { duties: [50, 60], message: 'A {type} cannot stand at a {level}.', remedy: 'Choose the force or an area.' },
  'group/place-unknown': {
    duties: [60],
    message: 'The force, area or unit of this group does not exist.',
    remedy: 'Choose it from the structure.',
  },
  'group/place-not-in-use': { duties: [60], message: '{place} is not in use on {on}.', remedy: 'Choose a day on which it is.' },
  'group/level-off': {
    duties: [62, 116],
    message: 'This force runs the process at force level only: it has no basic command units.',
    remedy: 'Choose the force, or say in the description of the force that it has basic command units.',
  },
  'group/process-not-run-here': {
    duties: [61, 116],
    message: '{place} does not run the {process} process on {on}.',
    remedy: 'Switch the process on for the area first, from a day on or before the group begins.',
  },
  'group/one-strategic': {
    duties: [60, 93],
    message: '{name} already is the strategic group here on some of these days.',
    remedy: 'One place has one strategic group. Close the other first.',
  },
  'group/days-out-of-order': { duties: [50], message: 'A group cannot close before it begins ({from}).', remedy: 'Choose a later day.' },
  'group/closed-already': { duties: [50], message: 'The group already has a last day.', remedy: '' },
  'group/state-disagrees': { duties: [50], message: 'A group is closed exactly when it has a last day.', remedy: '' },
  'group/has-meetings': {
    duties: [57],
    message: 'The group still has a meeting planned or running: {references}.',
    remedy: 'Hold or cancel it first.',
  },
});

/** A typed group that meets and decides (duties 50, 60-62, 116). */
export const group = defineNoun<'group', GroupBody>({
  kind: 'group',
  shape: 1,
  body: groupBody,
  states: GROUP_STATES,
  keepsVersions: true,
  accessOf: organisationAccess,
  check: async ({ before, after, reading }) => {
    if (after === null) return [groupBook.say('group/kept')];
    const refusals: Refusal[] = [];
    const { body } = after;
    if (after.parent !== body.nodeId) refusals.push(groupBook.say('group/filed-wrongly'));
    if ((after.state === 'closed') !== (body.to !== '')) refusals.push(groupBook.say('group/state-disagrees'));
    if (body.to !== '' && body.to < body.from)
      refusals.push(groupBook.say('group/days-out-of-order', { field: 'on', facts: { from: dayText(body.from) } }));
    if (before !== null) {
      const was = before.body;
      const same =
        was.groupType === body.groupType &&
        was.nodeType === body.nodeType &&
        was.nodeId === body.nodeId &&
        was.code === body.code &&
        was.from === body.from;
      return same ? refusals : [...refusals, groupBook.say('group/fixed')];
    }
    refusals.push(...(await placeRefusals(body, reading)));
    const others = (await reading.many('group')).filter((other) => other.id !== after.id);
    if (others.some((other) => other.body.code === body.code))
      refusals.push(groupBook.say('group/code-taken', { field: 'code', facts: { code: body.code } }));
    const strategic =
      body.groupType === 'stcg'
        ? others.find((other) => other.body.groupType === 'stcg' && other.body.nodeId === body.nodeId && shareADay(other.body, body))
        : undefined;
    if (strategic !== undefined)
      refusals.push(groupBook.say('group/one-strategic', { field: 'groupType', facts: { name: strategic.body.name } }));
    return refusals;
  },
  searchText: ({ body }) => ({
    title: body.name,
    text: `${body.code} ${GROUP_TYPE_NAMES[body.groupType].long} ${GROUP_TYPE_NAMES[body.groupType].short}`,
  }),
});

async function placeRefusals(body: GroupBody, reading: Reading): Promise<readonly Refusal[]> {
  if (!GROUP_NODES[body.groupType].includes(body.nodeType)) {
    return [
      groupBook.say('group/not-at-this-level', {
        field: 'nodeId',
        facts: { type: GROUP_TYPE_NAMES[body.groupType].long.toLowerCase(), level: body.nodeType },
      }),
    ];
  }
  if (body.nodeType === 'area' && (await theForce(reading))?.body.hasAreas === false)
    return [groupBook.say('group/level-off', { field: 'nodeId' })];
  const place = await scopeAt(reading, body.nodeType, body.nodeId, body.from);
  if (place === null) return [groupBook.say('group/place-unknown', { field: 'nodeId' })];
  if (!place.inUse)
    return [groupBook.say('group/place-not-in-use', { field: 'from', facts: { place: place.name, on: dayText(body.from) } })];
  if (body.nodeType !== 'area' || (body.groupType !== 'stcg' && body.groupType !== 'ttcg')) return [];
  const home = await reading.one('area', body.nodeId);
  const span = home === null ? null : spanOn(home.body.spans, body.from);
  const runs = body.groupType === 'stcg' ? span?.runsStrategic === true : span?.runsTactical === true;
  const process = body.groupType === 'stcg' ? 'strategic' : 'tactical';
  return runs
    ? []
    : [groupBook.say('group/process-not-run-here', { field: 'nodeId', facts: { place: place.name, process, on: dayText(body.from) } })];
}
