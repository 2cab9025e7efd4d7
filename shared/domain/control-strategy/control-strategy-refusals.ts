import { refusalBook } from '#shared/base/refusal.ts';

export const controlStrategyBook = refusalBook({
  'control-strategy/not-yours-to-draft': {
    duties: [74, 101],
    message:
      'A control strategy is drafted by the chair, a deputy chair or the secretary of its strategic group, an analyst, the director of intelligence or the chief-officer lead.',
    remedy: 'Ask one of them.',
  },
  'control-strategy/not-yours-to-set': {
    duties: [74, 93, 101],
    message:
      'There is no such draft, or you do not run the strategic group: a control strategy is set by its chair, a deputy chair or its secretary, on the group’s decision.',
    remedy: 'Ask the secretary of the strategic group.',
  },
  'control-strategy/unknown': { duties: [74], message: 'There is no such control strategy.', remedy: 'Choose one from the list.' },
  'control-strategy/kept': {
    duties: [74, 101, 122],
    message: 'A control strategy is never removed, not even a draft.',
    remedy: 'Withdraw the draft with the reason.',
  },
  'control-strategy/no-strategic-group': {
    duties: [60, 93],
    message: 'A control strategy belongs to the strategic tasking and co-ordination group of its force or area, and this is none.',
    remedy: 'Add the strategic group under Force first.',
  },
  'control-strategy/process-not-run-here': {
    duties: [61, 62],
    message: 'This area does not run the strategic process now. What it decided before stays readable.',
    remedy: 'Switch the strategic process on for the area under Force, or draft at force level.',
  },
  'control-strategy/filed-wrongly': {
    duties: [60, 84],
    message: 'A control strategy is filed under its force or area and its strategic group.',
    remedy: '',
  },
  'control-strategy/begins-as-draft': {
    duties: [74, 93],
    message: 'A control strategy begins as a draft that nothing has set.',
    remedy: 'Draft it, take it to the strategic group, and set it by the decision.',
  },
  'control-strategy/one-draft': {
    duties: [74, 75],
    message: 'There already is a draft of version {version} here.',
    remedy: 'Go on with that draft, or withdraw it with the reason.',
  },
  'control-strategy/version-out-of-order': {
    duties: [75],
    message: 'Versions of a control strategy are counted 1, 2, 3, and each amends the one in force.',
    remedy: 'Draft the amendment from the version in force.',
  },
  'control-strategy/amended-only-by-stcg': {
    duties: [75, 93, 101],
    message:
      'A control strategy that is set does not change: it is amended only by the strategic tasking and co-ordination group, through a new version.',
    remedy: 'Draft an amendment and take it to the strategic group.',
  },
  'control-strategy/not-a-draft': {
    duties: [74, 101],
    message: 'This can only be done while it is a draft.',
    remedy: 'Draft an amendment of the version in force.',
  },
  'control-strategy/draft-changed-while-setting': {
    duties: [74, 93, 101],
    message: 'Setting a control strategy changes nothing of what the group decided on.',
    remedy: 'Set it exactly as it was decided.',
  },
  'control-strategy/changed-meanwhile': {
    duties: [75, 181],
    message: 'Somebody saved this draft while you were writing. Your text is still here.',
    remedy: 'Copy what you need, take over the draft as saved, and put your changes in again.',
  },
  'control-strategy/withdrawn-without-reason': {
    duties: [74],
    message: 'A draft is withdrawn with a reason.',
    remedy: 'Say why it is not taken further.',
  },
  'control-strategy/decision-unknown': { duties: [74, 93], message: '{says}', remedy: '{remedy}' },
  'control-strategy/not-a-strategic-group': { duties: [74, 93, 101], message: '{says}', remedy: '{remedy}' },
  'control-strategy/other-place': { duties: [60, 93], message: '{says}', remedy: '{remedy}' },
  'control-strategy/decision-superseded': { duties: [54, 93], message: '{says}', remedy: '{remedy}' },
  'control-strategy/does-not-name-it': { duties: [74, 93, 101], message: '{says}', remedy: '{remedy}' },
  'control-strategy/changed-since': { duties: [74, 93, 101], message: '{says}', remedy: '{remedy}' },
  'control-strategy/not-decided-yet': {
    duties: [74, 93],
    message: 'No decision of the strategic group names this draft yet.',
    remedy: 'Take it to the strategic group and record the decision with the draft under “This decision sets”.',
  },
  'control-strategy/without-direction': {
    duties: [58],
    message: 'The control strategy states the strategic direction that was agreed.',
    remedy: 'Write the direction statement.',
  },
  'control-strategy/without-priorities': {
    duties: [74],
    message: 'A control strategy has at least one priority.',
    remedy: 'Add the priorities the assessment recommends.',
  },
  'control-strategy/without-owner': {
    duties: [97],
    message: '{reference} has no owner: each priority has an owner before it is set.',
    remedy: 'Name the owner.',
  },
  'control-strategy/owner-left': {
    duties: [97],
    message: 'The owner of {reference} is not a serving person of the force.',
    remedy: 'Name somebody who serves.',
  },
  'control-strategy/without-inclusion-reason': {
    duties: [95],
    message: '{reference} does not say why it is included.',
    remedy: 'Write the reason, from the prioritisation.',
  },
  'control-strategy/without-title': { duties: [74], message: 'Priority {place} has no name.', remedy: 'Name the priority.' },
  'control-strategy/reference-twice': {
    duties: [74],
    message: 'Two priorities have the reference {reference}.',
    remedy: 'Give each priority a reference of its own.',
  },
  'control-strategy/row-twice': {
    duties: [75],
    message: 'The same priority stands in the strategy twice.',
    remedy: 'Take one of them out.',
  },
  'control-strategy/row-of-another-place': {
    duties: [60, 75],
    message: 'A row continues a priority that is not in force here.',
    remedy: 'Add it as a new priority.',
  },
  'control-strategy/issue-undecided': {
    duties: [96],
    message: 'The prioritisation leaves {count} issue(s) neither included nor excluded: {titles}.',
    remedy: 'Give each issue its outcome and reason in the prioritisation.',
  },
  'control-strategy/issue-without-exclusion-reason': {
    duties: [96],
    message: '“{title}” is not included, and the prioritisation does not say why.',
    remedy: 'Write why it is not included.',
  },
  'control-strategy/included-issue-missing': {
    duties: [95, 96],
    message: 'The prioritisation says that “{title}” is included, and the strategy has no row for it.',
    remedy: 'Take the issue into the strategy, or have its outcome corrected.',
  },
  'control-strategy/excluded-issue-in-it': {
    duties: [95, 96],
    message: 'The strategy has a row for “{title}”, and the prioritisation says that it is not included.',
    remedy: 'Take the row out, or have the outcome corrected.',
  },
  'control-strategy/over-allocated': {
    duties: [52, 59],
    message: 'More is given to the priorities than there is: {over}.',
    remedy: 'Give less, correct the pool, or write why more is given out than there is.',
  },
  'control-strategy/without-pool': {
    duties: [59],
    message: 'Resources are given to priorities, and the strategy does not say what there is to share out: {what}.',
    remedy: 'Write the hours, officers and budget of the pool.',
  },
  'control-strategy/parent-unanswered': {
    duties: [61],
    message: 'The strategy does not say whether the area adopts {references} of the force.',
    remedy: 'Mark each priority of the force as adopted, or as not adopted with the reason.',
  },
  'control-strategy/parent-without-reason': {
    duties: [61],
    message: 'The area does not adopt {reference} of the force and does not say why.',
    remedy: 'Write the reason.',
  },
  'control-strategy/parent-foreign': {
    duties: [61],
    message:
      'An area answers the priorities of the force, and this is not one of them: neither its own nor another area’s can stand above it.',
    remedy: 'Take it out.',
  },
  'control-strategy/parent-of-force': {
    duties: [61],
    message: 'The strategy of the force has no parent: nothing stands above it here.',
    remedy: 'Take the parent priorities out.',
  },
  'control-strategy/parent-twice': { duties: [61], message: 'A priority of the force is answered twice.', remedy: 'Take one of them out.' },
  'control-strategy/review-before-start': {
    duties: [65, 75],
    message: 'The next review lies before the strategy begins.',
    remedy: 'Give a later day.',
  },
  'control-strategy/priorities-do-not-fit': {
    duties: [93, 97, 101],
    message: 'The priorities in force are exactly those of the control strategy that is set, each with its owner.',
    remedy: 'Set the strategy with its own step, which makes and ends its priorities.',
  },
  'control-strategy/prioritisation-unknown': {
    duties: [94],
    message: 'There is no such prioritisation of this strategic group.',
    remedy: 'Choose one from the list.',
  },
  'control-strategy/nothing-included': {
    duties: [95],
    message: 'The prioritisation has no included issue that is not in the draft already.',
    remedy: 'Decide which issues are included first.',
  },
  'control-strategy/publication-unknown': {
    duties: [99],
    message: 'Only its own publication is noted on a control strategy that is set.',
    remedy: 'Publish it.',
  },
});
