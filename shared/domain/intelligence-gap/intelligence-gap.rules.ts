import type { Refusal } from '#shared/base/result.ts';
import { refusalBook } from '#shared/base/refusal.ts';
import { strategyAccess } from '#shared/domain/access/strategy-access.ts';
import { type Step, defineNoun } from '#shared/domain/kit/noun.ts';
import { INTELLIGENCE_GAP_STATES, type IntelligenceGapBody, intelligenceGapBody } from './intelligence-gap.schema.ts';

export const intelligenceGapBook = refusalBook({
  'intelligence-gap/not-yours': {
    duties: [104],
    message: 'There is no such gap, or keeping the register of gaps is not yours: it is kept by the group and its analysts.',
    remedy: 'Ask an analyst or the secretary of the group.',
  },
  'intelligence-gap/never-erased': {
    duties: [104, 122],
    message: 'A gap is never erased.',
    remedy: 'Close it with the reason.',
  },
  'intelligence-gap/begins-open': { duties: [104], message: 'A gap begins open.', remedy: '' },
  'intelligence-gap/closed-without-reason': {
    duties: [104],
    message: 'A gap is closed with the reason.',
    remedy: 'Say what filled it, or why it no longer matters.',
  },
  'intelligence-gap/closed': { duties: [104], message: 'The gap is closed.', remedy: 'Open it again first.' },
  'intelligence-gap/open': { duties: [104], message: 'The gap is open.', remedy: '' },
  'intelligence-gap/origin-is-fixed': {
    duties: [104],
    message: 'Where a gap was raised, by whom and its reference do not change.',
    remedy: 'Close it and raise another.',
  },
  'intelligence-gap/section-unknown': {
    duties: [104],
    message: 'There is no such section of an assessment.',
    remedy: 'Choose the section, or leave it empty for a gap raised elsewhere.',
  },
  'intelligence-gap/group-unknown': { duties: [104], message: 'There is no such group.', remedy: 'Choose a group of the force.' },
});

async function checkGap({ before, after, reading }: Step<'intelligence-gap', IntelligenceGapBody>): Promise<readonly Refusal[]> {
  if (after === null) return [intelligenceGapBook.say('intelligence-gap/never-erased')];
  const refusals: Refusal[] = [];
  if ((after.state === 'closed') !== (after.body.closedBecause !== ''))
    refusals.push(intelligenceGapBook.say('intelligence-gap/closed-without-reason', { field: 'because' }));
  if (before === null) {
    if (after.state !== 'open') refusals.push(intelligenceGapBook.say('intelligence-gap/begins-open'));
    const group = await reading.one('group', after.body.groupId);
    if (group === null || group.body.nodeId !== after.scope) refusals.push(intelligenceGapBook.say('intelligence-gap/group-unknown'));
    const section = after.body.sectionId === '' ? null : await reading.one('assessment-section', after.body.sectionId);
    if ((section?.parent ?? '') !== after.parent)
      refusals.push(intelligenceGapBook.say('intelligence-gap/section-unknown', { field: 'sectionId' }));
    return refusals;
  }
  const fixed = ['reference', 'sectionId', 'raisedById', 'groupId'] as const;
  if (fixed.some((key) => before.body[key] !== after.body[key]) || before.parent !== after.parent || before.scope !== after.scope)
    refusals.push(intelligenceGapBook.say('intelligence-gap/origin-is-fixed'));
  if (before.state === 'closed' && after.state === 'closed') refusals.push(intelligenceGapBook.say('intelligence-gap/closed'));
  return refusals;
}

/** Something the force does not know: raised in an assessment or elsewhere, asked by questions, closed with the reason (duty 104). */
export const intelligenceGap = defineNoun<'intelligence-gap', IntelligenceGapBody>({
  kind: 'intelligence-gap',
  shape: 1,
  body: intelligenceGapBody,
  states: INTELLIGENCE_GAP_STATES,
  keepsVersions: true,
  accessOf: (record) => strategyAccess(record, record.body.groupId, { people: [record.body.raisedById] }),
  check: checkGap,
  searchText: ({ body }) => ({ title: `${body.reference} ${body.text}`, text: `${body.whyItMatters}\n${body.closedBecause}` }),
});
