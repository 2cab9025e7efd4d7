import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { type Step, defineNoun } from '#shared/domain/kit/noun.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { meetingSideAccess } from '#shared/domain/meeting/meeting.policy.ts';
import { meetingBook, same } from '#shared/domain/meeting/meeting.rules.ts';
import { recommendationsWaiting } from '#shared/domain/recommendation/recommendation-outcome.ts';
import { AGENDA_ITEM_STATES, type AgendaItemBody, agendaItemBody } from './agenda-item.schema.ts';

/** The standing item in which an assessment's recommendations are taken one by one. */
export const ASSESSMENT_KEY = 'strategic-assessment';
/** An agenda longer than this is a mistake or a mischief. */
export const LONGEST_AGENDA = 200;

export const agendaItemBook = refusalBook({
  'agenda-item/not-there': { duties: [121], message: 'There is no such agenda item in this meeting.', remedy: '' },
  'agenda-item/agenda-full': {
    duties: [121],
    message: `An agenda holds at most ${LONGEST_AGENDA} items.`,
    remedy: 'Put several matters under one item.',
  },
  'agenda-item/removed-only-while-planned': {
    duties: [121],
    message: 'An agenda item is removed only while the meeting is planned.',
    remedy: 'Conclude it as deferred or without a decision, with the reason.',
  },
  'agenda-item/carried-stays': {
    duties: [121, 123, 125],
    message: 'This item was carried forward from unfinished business, so it stays on the agenda.',
    remedy: 'Conclude it in the meeting: a decision, no decision, or deferred.',
  },
  'agenda-item/begins-waiting': { duties: [121], message: 'An agenda item begins as waiting.', remedy: '' },
  'agenda-item/step-not-in-order': {
    duties: [121],
    message: 'An agenda item is opened, then ends in a decision, no decision, or deferred.',
    remedy: 'Open the item first.',
  },
  'agenda-item/concluded-is-fixed': {
    duties: [121],
    message: 'The item is concluded.',
    remedy: 'Reopen it while the meeting is in session.',
  },
  'agenda-item/one-at-a-time': { duties: [121], message: 'Only one agenda item is open at a time.', remedy: '' },
  'agenda-item/decided-without-decision': {
    duties: [54, 121],
    message: 'This item cannot end in a decision: none has been recorded in it.',
    remedy: 'Record the decision, or conclude it as “no decision” or “deferred” with the reason.',
  },
  'agenda-item/decision-was-recorded': {
    duties: [54, 121],
    message: 'A decision was recorded in this item, so it cannot end as “no decision”.',
    remedy: 'Conclude it as decided, or as deferred when part of it is left over.',
  },
  'agenda-item/ended-without-reason': {
    duties: [121],
    message: 'An item that ends without a decision needs the reason.',
    remedy: 'Say in a sentence why there was no decision or why it is deferred.',
  },
  'agenda-item/deferred-into-the-past': {
    duties: [121],
    message: 'The day it is deferred to lies before the meeting.',
    remedy: 'Give a later day, or leave it empty for the next meeting.',
  },
  'agenda-item/recommendations-open': {
    duties: [73],
    message: 'This item cannot end: {count} of the assessment’s recommendations {wait} for an outcome.',
    remedy:
      'Adopt, vary, reject or defer each, or defer those left in one act. Concluding the item as deferred defers them with its reason.',
  },
  'agenda-item/origin-is-fixed': {
    duties: [119, 121],
    message: 'Where an agenda item came from does not change; whether it is police only is settled before it is opened.',
    remedy: 'Add another item.',
  },
});

const CONCLUDED: readonly string[] = ['decided', 'no-decision', 'deferred'];
export function isConcluded(item: { readonly state: string }): boolean {
  return CONCLUDED.includes(item.state);
}

async function checkAgendaItem({ before, after, reading }: Step<'agenda-item', AgendaItemBody>): Promise<readonly Refusal[]> {
  if (after === null) {
    if (before === null) return [];
    const held = await reading.one('meeting', before.parent);
    if (held?.state !== 'planned' || before.state !== 'waiting') return [agendaItemBook.say('agenda-item/removed-only-while-planned')];
    return before.body.carriedFromId === '' ? [] : [agendaItemBook.say('agenda-item/carried-stays')];
  }
  const held = await reading.one('meeting', after.parent);
  if (held === null || held.body.groupId !== after.body.groupId || held.scope !== after.scope)
    return [agendaItemBook.say('agenda-item/not-there')];
  if (held.state !== 'planned' && held.state !== 'live') return [meetingBook.say('meeting/over')];
  if (before === null) {
    if (after.state !== 'waiting' || after.body.openedAt !== '' || after.body.concludedAt !== '')
      return [agendaItemBook.say('agenda-item/begins-waiting')];
    return (await reading.count('agenda-item', { parent: after.parent })) > LONGEST_AGENDA
      ? [agendaItemBook.say('agenda-item/agenda-full')]
      : [];
  }
  if (
    before.parent !== after.parent ||
    before.body.carriedFromId !== after.body.carriedFromId ||
    before.body.carriedFromKind !== after.body.carriedFromKind ||
    before.body.groupId !== after.body.groupId
  ) {
    return [agendaItemBook.say('agenda-item/origin-is-fixed')];
  }
  if (before.body.policeOnly !== after.body.policeOnly && before.body.openedAt !== '')
    return [agendaItemBook.say('agenda-item/origin-is-fixed', { field: 'policeOnly' })];
  if (before.state === after.state) {
    return isConcluded(before) && !same({ ...before.body }, { ...after.body })
      ? [agendaItemBook.say('agenda-item/concluded-is-fixed')]
      : [];
  }
  if (held.state !== 'live') return [meetingBook.say('meeting/not-live')];
  switch (after.state) {
    case 'waiting':
      return before.state === 'open' ? [] : [agendaItemBook.say('agenda-item/step-not-in-order')];
    case 'open': {
      const open = await reading.count('agenda-item', { parent: after.parent, state: 'open' });
      return open > 1 ? [agendaItemBook.say('agenda-item/one-at-a-time')] : [];
    }
    default:
      return isConcluded(before)
        ? [agendaItemBook.say('agenda-item/step-not-in-order')]
        : [
            ...outcomeConcerns(after, await recordedIn(reading, after.parent, after.id)),
            ...(await recommendationConcerns(after, held, reading)),
          ];
  }
}

/** The item of the strategic assessment ends when every recommendation before the group has its outcome (duty 73). */
export async function recommendationConcerns(
  item: { readonly body: Pick<AgendaItemBody, 'templateKey'> },
  meeting: RecordOf<'meeting'>,
  reading: Reading,
): Promise<readonly Refusal[]> {
  if (item.body.templateKey !== ASSESSMENT_KEY) return [];
  const count = await recommendationsWaiting(reading, meeting);
  return count === 0
    ? []
    : [
        agendaItemBook.say('agenda-item/recommendations-open', {
          field: 'outcome',
          facts: { count, wait: count === 1 ? 'waits' : 'wait' },
        }),
      ];
}

async function recordedIn(reading: Step<'agenda-item', AgendaItemBody>['reading'], meetingId: string, itemId: string): Promise<number> {
  return (await reading.many('decision', { parent: meetingId })).filter((decision) => decision.body.itemId === itemId).length;
}

/** What stands in the way of an item ending like this, given how many decisions were recorded in it (duty 121). */
export function outcomeConcerns(
  item: { readonly state: string; readonly body: Pick<AgendaItemBody, 'outcomeReason'> },
  decisionsRecorded: number,
): readonly Refusal[] {
  if (item.state === 'decided')
    return decisionsRecorded === 0 ? [agendaItemBook.say('agenda-item/decided-without-decision', { field: 'outcome' })] : [];
  const refusals: Refusal[] = [];
  if (item.state === 'no-decision' && decisionsRecorded > 0)
    refusals.push(agendaItemBook.say('agenda-item/decision-was-recorded', { field: 'outcome' }));
  if (item.body.outcomeReason === '') refusals.push(agendaItemBook.say('agenda-item/ended-without-reason', { field: 'reason' }));
  return refusals;
}

/** One item of a meeting's agenda: it ends in a decision, in none, or deferred, and the meeting cannot close before (duty 121). */
export const agendaItem = defineNoun<'agenda-item', AgendaItemBody>({
  kind: 'agenda-item',
  shape: 1,
  body: agendaItemBody,
  states: AGENDA_ITEM_STATES,
  keepsVersions: true,
  accessOf: (record) => meetingSideAccess(record, record.body.groupId, { policeOnly: record.body.policeOnly }),
  check: checkAgendaItem,
  searchText: ({ body }) => ({ title: body.title, text: [body.purpose, body.outcomeReason].join('\n') }),
});
