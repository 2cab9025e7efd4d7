import { refusalBook } from '#shared/base/refusal.ts';

export const requirementBook = refusalBook({
  'intelligence-requirement/not-yours': {
    duties: [76, 105],
    message:
      'There is no such requirement, or it is not yours to keep: it is kept by the chair, deputy chair and secretary of the strategic group, the analysts, the director of intelligence and the chief-officer lead.',
    remedy: 'Ask one of them.',
  },
  'intelligence-requirement/not-yours-to-review': {
    duties: [109],
    message: 'The requirement is reviewed by a strategic or tactical group, recorded by those who run it or prepare its work.',
    remedy: 'Ask the chair or the secretary of the group.',
  },
  'intelligence-requirement/not-a-strategic-group': {
    duties: [76, 103],
    message: 'A strategic intelligence requirement belongs to the strategic group of a force or an area.',
    remedy: 'Choose the strategic group.',
  },
  'intelligence-requirement/never-erased': {
    duties: [105, 122],
    message: 'A requirement is never erased.',
    remedy: 'Withdraw a draft with the reason; one in force ends when the next is approved.',
  },
  'intelligence-requirement/begins-as-draft': {
    duties: [76],
    message: 'A requirement begins as an empty draft. Only a decision of the strategic group puts it in force.',
    remedy: 'Make a draft, and take it to the strategic group.',
  },
  'intelligence-requirement/step-not-in-order': {
    duties: [76],
    message: 'A requirement goes from draft to approved, and is superseded when the next is approved.',
    remedy: '',
  },
  'intelligence-requirement/place-is-fixed': {
    duties: [76],
    message: 'The force or area a requirement is for, its group and its version do not change.',
    remedy: 'Make another draft.',
  },
  'intelligence-requirement/approved-is-fixed': {
    duties: [76, 105],
    message: 'What the strategic group approved stands: title, introduction, place and approval do not change.',
    remedy: 'Change its questions, each with a reason, or take a new draft to the strategic group.',
  },
  'intelligence-requirement/publication-unknown': {
    duties: [107, 108],
    message: 'Only its own publication to staff is noted on a requirement that is approved.',
    remedy: 'Publish it.',
  },
  'intelligence-requirement/superseded': {
    duties: [105],
    message: 'This version is no longer in force and does not change any more.',
    remedy: 'Open the version in force.',
  },
  'intelligence-requirement/draft-there-already': {
    duties: [105],
    message: 'There is a draft of the next requirement of this place already.',
    remedy: 'Work on that draft, or withdraw it.',
  },
  'intelligence-requirement/without-questions': {
    duties: [76, 103],
    message: 'A requirement without questions asks for nothing.',
    remedy: 'Write its questions first.',
  },
  'intelligence-requirement/questions-not-as-noted': {
    duties: [76],
    message: 'The draft does not say rightly what its questions ask, so nobody could tell what the group decides on.',
    remedy: 'Change the questions in Cordon.',
  },
  'intelligence-requirement/another-in-force': {
    duties: [76],
    message: 'Another version would be in force beside this one.',
    remedy: 'Approving a version supersedes the one before.',
  },
  'intelligence-requirement/not-decided': { duties: [76], message: '{says}', remedy: '{remedy}' },
  'intelligence-requirement/reviews-are-kept': {
    duties: [109, 122],
    message: 'Reviews are only added; what stands there is not changed.',
    remedy: 'Record another review.',
  },
  'intelligence-requirement/reviewed-elsewhere': {
    duties: [109],
    message: 'The requirement is reviewed by a strategic or tactical group, in a meeting of that group when a meeting is named.',
    remedy: 'Choose a strategic or tactical group and one of its meetings.',
  },
  'intelligence-requirement/review-without-text': {
    duties: [109],
    message: 'A review says what was found.',
    remedy: 'Write what the group thought of the requirement.',
  },
  'intelligence-requirement/next-review-not-ahead': {
    duties: [109],
    message: 'A requirement in force has a next review, and it lies ahead.',
    remedy: 'Give the day on which it is looked at next.',
  },
  'intelligence-requirement/withdrawn-without-reason': {
    duties: [105],
    message: 'A draft is withdrawn with the reason.',
    remedy: 'Say why it is given up.',
  },
});
