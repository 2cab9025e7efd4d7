import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { type Step, defineNoun } from '#shared/domain/kit/noun.ts';
import { meetingSideAccess } from '#shared/domain/meeting/meeting.policy.ts';
import { meetingBook } from '#shared/domain/meeting/meeting.rules.ts';
import { standsInRunningRecord } from '#shared/domain/meeting/running-record.ts';
import { MINUTE_ENTRY_STATES, type MinuteEntryBody, minuteEntryBody } from './minute-entry.schema.ts';

export const minuteEntryBook = refusalBook({
  'minute-entry/never-changed': {
    duties: [54, 81, 122],
    message: 'An entry of the running record is never changed or erased.',
    remedy: 'Record a correction: it supersedes the entry, and both stay readable.',
  },
  'minute-entry/out-of-order': {
    duties: [54, 121],
    message: 'Entries of the running record are numbered 1, 2, 3 without gaps, in the order they were written.',
    remedy: '',
  },
  'minute-entry/item-not-here': {
    duties: [121],
    message: 'The agenda item does not belong to this meeting.',
    remedy: 'Open an item of this meeting.',
  },
  'minute-entry/dissent-without-name': { duties: [54, 115], message: 'A dissent says whose it is.', remedy: 'Name who dissents.' },
  'minute-entry/said-later-than-written': {
    duties: [54],
    message: 'What was said cannot lie after the moment it is written down.',
    remedy: 'Correct the time it was said.',
  },
  'minute-entry/corrected-already': {
    duties: [54, 81],
    message: 'This entry has been corrected already.',
    remedy: 'Correct the newer entry instead.',
  },
  'minute-entry/not-there': { duties: [54], message: 'There is no such entry in this meeting.', remedy: '' },
  'minute-entry/police-only-item': { duties: [119], message: 'Everything recorded in a police-only item is police only.', remedy: '' },
});

async function checkMinuteEntry({ before, after, reading, actor }: Step<'minute-entry', MinuteEntryBody>): Promise<readonly Refusal[]> {
  if (before !== null || after === null) return [minuteEntryBook.say('minute-entry/never-changed')];
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
    return [minuteEntryBook.say('minute-entry/item-not-here', { field: 'itemId' })];
  }
  const refusals: Refusal[] = [];
  if (after.number !== body.entry || !(await standsInRunningRecord(reading, held.id, body.entry)))
    refusals.push(minuteEntryBook.say('minute-entry/out-of-order'));
  if (item.body.policeOnly && !body.policeOnly)
    refusals.push(minuteEntryBook.say('minute-entry/police-only-item', { field: 'policeOnly' }));
  if (body.entryType === 'dissent' && body.saidById === '')
    refusals.push(minuteEntryBook.say('minute-entry/dissent-without-name', { field: 'saidById' }));
  if (body.saidAt > body.writtenAt) refusals.push(minuteEntryBook.say('minute-entry/said-later-than-written', { field: 'saidAt' }));
  if (body.writtenById !== actor.personId) refusals.push(minuteEntryBook.say('minute-entry/never-changed', { field: 'writtenById' }));
  if (body.decisionId !== '' && (await reading.one('decision', body.decisionId))?.body.groupId !== body.groupId)
    refusals.push(minuteEntryBook.say('minute-entry/not-there', { field: 'decisionId' }));
  if (body.supersedesId !== '') {
    const siblings = await reading.many('minute-entry', { parent: held.id });
    const original = siblings.find((entry) => entry.id === body.supersedesId);
    if (original === undefined || original.body.entry >= body.entry)
      refusals.push(minuteEntryBook.say('minute-entry/not-there', { field: 'entryId' }));
    else if (siblings.some((entry) => entry.id !== after.id && entry.body.supersedesId === body.supersedesId))
      refusals.push(minuteEntryBook.say('minute-entry/corrected-already', { field: 'entryId' }));
    else if (original.body.policeOnly && !body.policeOnly)
      refusals.push(minuteEntryBook.say('minute-entry/police-only-item', { field: 'policeOnly' }));
  }
  return refusals;
}

/** One entry of the running record of a meeting (duties 54, 81). */
export const minuteEntry = defineNoun<'minute-entry', MinuteEntryBody>({
  kind: 'minute-entry',
  shape: 1,
  body: minuteEntryBody,
  states: MINUTE_ENTRY_STATES,
  keepsVersions: true,
  accessOf: (record) => meetingSideAccess(record, record.body.groupId, { policeOnly: record.body.policeOnly }),
  check: checkMinuteEntry,
  searchText: ({ body }) => ({ title: '', text: body.text }),
});
