import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { type Step, defineNoun } from '#shared/domain/kit/noun.ts';
import { meetingSideAccess } from '#shared/domain/meeting/meeting.policy.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { PAPER_STATES, type PaperBody, paperBody } from './paper.schema.ts';

export const paperBook = refusalBook({
  'paper/frozen': {
    duties: [31, 81, 122],
    message: 'A paper laid before a meeting is a frozen copy: it is never changed or erased.',
    remedy: 'Attach the new version as another paper.',
  },
  'paper/meeting-over': {
    duties: [81],
    message: 'Papers are attached while the meeting is planned or in session.',
    remedy: 'Attach it to the next meeting.',
  },
  'paper/withdrawn-only-while-planned': {
    duties: [81, 130],
    message: 'A paper is withdrawn only while the meeting is planned: afterwards it is part of what the meeting had before it.',
    remedy: '',
  },
  'paper/not-there': { duties: [130], message: 'There is no such paper in this meeting.', remedy: '' },
});

async function checkPaper({ before, after, reading }: Step<'paper', PaperBody>): Promise<readonly Refusal[]> {
  if (after === null) return [paperBook.say('paper/frozen')];
  const held = await reading.one('meeting', after.parent);
  if (held === null || held.body.groupId !== after.body.groupId || held.scope !== after.scope) return [paperBook.say('paper/not-there')];
  if (before === null) {
    if (held.state !== 'planned' && held.state !== 'live') return [paperBook.say('paper/meeting-over')];
    return after.state === 'attached' ? [] : [paperBook.say('paper/frozen')];
  }
  if (!same(before.body, after.body) || before.parent !== after.parent || before.marking !== after.marking)
    return [paperBook.say('paper/frozen')];
  if (before.state === after.state) return [];
  return before.state === 'attached' && held.state === 'planned' ? [] : [paperBook.say('paper/withdrawn-only-while-planned')];
}

/** A frozen copy of what was laid before a meeting (duties 127, 130). */
export const paper = defineNoun<'paper', PaperBody>({
  kind: 'paper',
  shape: 1,
  body: paperBody,
  states: PAPER_STATES,
  keepsVersions: true,
  accessOf: (record) => meetingSideAccess(record, record.body.groupId, { policeOnly: record.body.policeOnly }),
  check: checkPaper,
  searchText: ({ body }) => ({ title: body.title, text: body.fileName }),
});
