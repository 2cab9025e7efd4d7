import { refusalBook } from '#shared/base/refusal.ts';

export const deliveryPlanBook = refusalBook({
  'delivery-plan/not-yours-to-make': {
    duties: [55, 128],
    message: 'Delivery plans are made by the group’s chair, a deputy chair, its secretary, its action manager, or the plan’s owner.',
    remedy: 'Ask one of them.',
  },
  'delivery-plan/not-yours-to-approve': {
    duties: [120, 128, 137],
    message: 'There is no such plan, or you are not the chair or a deputy chair of its group.',
    remedy: 'Ask the chair.',
  },
  'delivery-plan/not-yours-to-review': {
    duties: [142],
    message: 'There is no such plan, or it is not yours to review: that is its owner’s and those who run the group.',
    remedy: 'Ask the owner or the chair.',
  },
  'delivery-plan/not-in-a-daily-meeting': {
    duties: [152],
    message: 'A daily management meeting does not approve plans: it is not a tasking and co-ordination meeting.',
    remedy: 'Take it to the next tactical meeting.',
  },
  'delivery-plan/decision-not-there': {
    duties: [55],
    message: 'A plan is made from a decision of its group.',
    remedy: 'Open the decision and make the plan from there.',
  },
  'delivery-plan/never-erased': { duties: [55, 122], message: 'A plan is never erased.', remedy: 'Close it with the reason.' },
  'delivery-plan/begins-as-draft': { duties: [55], message: 'A plan begins as a draft.', remedy: '' },
  'delivery-plan/step-not-in-order': { duties: [55, 56], message: 'A plan goes from draft to approved to closed.', remedy: '' },
  'delivery-plan/approved-is-fixed': {
    duties: [55, 128],
    message: 'An approved plan’s objective, tactics, resources and dates do not change.',
    remedy: 'Record a review; close it and make a new plan where it no longer fits.',
  },
  'delivery-plan/closed': { duties: [56], message: 'The plan is closed and does not change any more.', remedy: 'Make a new plan.' },
  'delivery-plan/origin-is-fixed': {
    duties: [55],
    message: 'The decision a plan comes from does not change.',
    remedy: 'Make a new plan from the other decision.',
  },
  'delivery-plan/without-owner': { duties: [137], message: 'A plan has one owner before it is approved.', remedy: 'Name the plan owner.' },
  'delivery-plan/owner-unknown': {
    duties: [137],
    message: 'The plan owner is not a serving person of the force.',
    remedy: 'Choose someone from the list.',
  },
  'delivery-plan/without-objective': { duties: [128], message: 'A plan has an objective.', remedy: 'Write what it is to achieve.' },
  'delivery-plan/without-tactics': {
    duties: [115, 128],
    message: 'A plan has tactics before it is approved.',
    remedy: 'Add the tactics, each with its strand.',
  },
  'delivery-plan/without-resources': {
    duties: [128, 136],
    message: 'A plan has resources before it is approved.',
    remedy: 'Say which units give what, for how many hours, from when to when.',
  },
  'delivery-plan/without-measures': {
    duties: [56, 126],
    message: 'A plan says before it starts how its result will be measured.',
    remedy: 'Add a measure with its baseline.',
  },
  'delivery-plan/ends-before-it-starts': { duties: [128], message: 'The plan ends before it starts.', remedy: 'Correct the days.' },
  'delivery-plan/resource-outside-plan': {
    duties: [136],
    message: 'A resource is given for days outside the plan, or ends before it begins.',
    remedy: 'Correct the days of the resource.',
  },
  'delivery-plan/unit-unknown': {
    duties: [136],
    message: 'A resource names a unit that is not in the force.',
    remedy: 'Choose the unit from the list.',
  },
  'delivery-plan/review-outside-plan': {
    duties: [142],
    message: 'The next review lies before the plan starts.',
    remedy: 'Give a later day.',
  },
  'delivery-plan/without-priority': {
    duties: [80, 91],
    message: 'A plan serves a priority of the control strategy, or says why it lies outside the strategy.',
    remedy: 'Choose the priority, or give the reason.',
  },
  'delivery-plan/priority-and-outside': {
    duties: [80, 91],
    message: 'A plan either serves a priority or lies outside the strategy, not both.',
    remedy: 'Take one of the two away.',
  },
  'delivery-plan/review-without-text': {
    duties: [142],
    message: 'A review says what was found.',
    remedy: 'Write whether the plan is still meeting its objective.',
  },
  'delivery-plan/reviews-are-kept': {
    duties: [122, 142],
    message: 'Reviews are only added; what stands there is not changed.',
    remedy: 'Add another review.',
  },
  'delivery-plan/closed-without-result': {
    duties: [56],
    message: 'A plan is closed with its result, or with the reason why there is none.',
    remedy: 'Record the result against the measures, or say why it is closed without one.',
  },
});
