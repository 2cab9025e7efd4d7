import { refusalBook } from '#shared/base/refusal.ts';
import { faultInWords } from '#shared/domain/decision/strategic-decision.ts';

export const resourceBidBook = refusalBook({
  'resource-bid/decision-unknown': { duties: [77, 93], ...faultInWords('decision-unknown') },
  'resource-bid/not-a-strategic-group': { duties: [77, 93], ...faultInWords('not-a-strategic-group') },
  'resource-bid/other-place': { duties: [77, 93], ...faultInWords('other-place') },
  'resource-bid/decision-superseded': { duties: [77, 93], ...faultInWords('decision-superseded') },
  'resource-bid/does-not-name-it': { duties: [77, 93], ...faultInWords('does-not-name-it') },
  'resource-bid/changed-since': { duties: [77, 93], ...faultInWords('changed-since') },
  'resource-bid/not-yours-to-enter': {
    duties: [77],
    message: 'There is no such meeting, or you are not of its group.',
    remedy: 'Ask the group’s secretary to enter the bid.',
  },
  'resource-bid/not-yours-to-change': {
    duties: [77],
    message: 'There is no such bid, or you are neither its bidder nor one of those who run the group.',
    remedy: 'Ask whoever bids, or the group’s secretary.',
  },
  'resource-bid/not-yours-to-decide': {
    duties: [77],
    message: 'There is no such bid, or you are not chair, deputy chair or secretary of the group.',
    remedy: 'Ask the group’s secretary.',
  },
  'resource-bid/only-at-tasking-groups': {
    duties: [52, 77],
    message: 'Bids are compared by the strategic and the tactical tasking and co-ordination groups.',
    remedy: 'Enter the bid for a meeting of one of them.',
  },
  'resource-bid/asks-for-nothing': {
    duties: [77],
    message: 'A bid asks for hours, officers or money.',
    remedy: 'Say how much is asked for.',
  },
  'resource-bid/beyond-the-pool': {
    duties: [52],
    message: 'The bid asks for {asked} {unit}; there are {pool} in all.',
    remedy: 'Ask for less, or have the pool corrected.',
  },
  'resource-bid/without-priority': {
    duties: [77, 80],
    message: 'A bid is linked to a priority of the control strategy, or says why it lies outside.',
    remedy: 'Choose the priority, or give the reason.',
  },
  'resource-bid/priority-and-outside': {
    duties: [77, 91],
    message: 'A bid either serves a priority or lies outside the strategy, not both.',
    remedy: 'Take one of the two away.',
  },
  'resource-bid/priority-not-in-force': {
    duties: [77, 80],
    message: 'This priority is not in force for the group’s level.',
    remedy: 'Choose one that is, or say why the bid lies outside the strategy.',
  },
  'resource-bid/bidder-not-serving': {
    duties: [77, 123],
    message: 'Whoever bids has left or is not a person of the force.',
    remedy: 'Choose someone who is serving.',
  },
  'resource-bid/meeting-over': {
    duties: [54, 77],
    message: 'The meeting is over, so its bids do not change.',
    remedy: 'Enter the bid for the next meeting.',
  },
  'resource-bid/begins-as-bid': { duties: [77], message: 'A bid begins unranked, with nothing granted.', remedy: '' },
  'resource-bid/rank-not-whole': {
    duties: [77, 92],
    message: 'Every bid of the meeting is ranked once, and those decided keep their place.',
    remedy: 'Rank them again.',
  },
  'resource-bid/above-the-strategy': {
    duties: [92],
    message: '“{title}” lies outside the strategy and stands above a bid that is in it.',
    remedy: 'Say why, or rank it below the bids that serve a priority.',
  },
  'resource-bid/not-ranked': {
    duties: [52, 77],
    message: 'A bid is decided when it has its place among the others.',
    remedy: 'Rank the bids first.',
  },
  'resource-bid/without-reason': { duties: [77], message: 'The outcome of a bid needs its reason.', remedy: 'Write why.' },
  'resource-bid/granted-does-not-fit': {
    duties: [77],
    message: 'Granted means all that was asked for; granted in part, something but not all of it; refused and deferred, nothing.',
    remedy: 'Correct the figures or the outcome.',
  },
  'resource-bid/over-the-pool': {
    duties: [52],
    message: 'With this, {granted} {unit} are granted and there are {pool}: {over} too many.',
    remedy: 'Grant less, or say why more is given out than there is.',
  },
  'resource-bid/decided-already': {
    duties: [77],
    message: 'This bid has its outcome already.',
    remedy: 'Enter a new bid for the next meeting.',
  },
  'resource-bid/other-meeting': {
    duties: [77],
    message: 'The decision was made at another meeting than the one the bid is before.',
    remedy: 'Name a decision of this meeting.',
  },
  'resource-bid/not-deferred': {
    duties: [77],
    message: 'Only a bid that was deferred is taken up again.',
    remedy: 'Enter a new bid.',
  },
  'resource-bid/withdrawn-without-reason': { duties: [77], message: 'A bid is withdrawn with the reason.', remedy: 'Say why.' },
  'resource-bid/fixed': { duties: [77, 122], message: 'Where a bid was made does not change.', remedy: '' },
  'resource-bid/never-erased': { duties: [77, 122], message: 'A bid is never erased.', remedy: 'Withdraw it with the reason.' },
});
