import { refusalBook } from '#shared/base/refusal.ts';

export const questionBook = refusalBook({
  'requirement-question/not-yours': {
    duties: [103, 105],
    message: 'There is no such question, or it is not yours to change: that is for those who keep the requirement.',
    remedy: 'Ask the secretary of the strategic group or an analyst.',
  },
  'requirement-question/not-yours-to-answer': {
    duties: [104, 105],
    message:
      'There is no such question, or it is not yours to answer: that is for its owner, the intelligence managers and those who keep the requirement.',
    remedy: 'Ask its owner.',
  },
  'requirement-question/never-erased': {
    duties: [105, 122],
    message: 'A question is never erased.',
    remedy: 'Withdraw it with the reason.',
  },
  'requirement-question/not-a-question': {
    duties: [103],
    message: 'This is not a question: it does not end with a question mark, so nobody could tell when it is answered.',
    remedy: 'Write it as a question that someone can answer, for example “Who supplies the three dealers in Harbour Ward?”',
  },
  'requirement-question/without-owner': {
    duties: [103],
    message: 'A question has one person who answers for it.',
    remedy: 'Choose its owner.',
  },
  'requirement-question/owner-unknown': {
    duties: [103],
    message: 'The owner is not a serving member of the police service.',
    remedy: 'Choose someone from the list.',
  },
  'requirement-question/without-priority': {
    duties: [103, 106],
    message: 'A question serves a priority of the control strategy, or it is about another key threat.',
    remedy: 'Choose the priority, or name the other key threat and the assessment that identified it.',
  },
  'requirement-question/priority-and-threat': {
    duties: [106],
    message: 'A question either serves a priority or is about another key threat, not both.',
    remedy: 'Take one of the two away.',
  },
  'requirement-question/priority-unknown': {
    duties: [103],
    message: 'There is no such priority in force here.',
    remedy: 'Choose a priority of the force or of this area.',
  },
  'requirement-question/threat-without-assessment': {
    duties: [106],
    message: 'Another key threat is one that an assessment identified.',
    remedy: 'Name the strategic assessment it comes from.',
  },
  'requirement-question/threat-not-named': {
    duties: [106],
    message: 'An assessment is named, but not which key threat of it the question is about.',
    remedy: 'Name the other key threat.',
  },
  'requirement-question/without-gap': {
    duties: [104],
    message: 'A question fills a gap in what the police know, and no gap is named.',
    remedy: 'Choose the gap from the register, or raise it here.',
  },
  'requirement-question/gap-unknown': {
    duties: [104],
    message: 'There is no such open gap here.',
    remedy: 'Choose an open gap from the register, or raise one.',
  },
  'requirement-question/requirement-unknown': { duties: [103], message: 'A question belongs to a requirement.', remedy: '' },
  'requirement-question/origin-is-fixed': {
    duties: [105],
    message: 'The requirement a question belongs to and its reference do not change.',
    remedy: 'Withdraw it and ask another.',
  },
  'requirement-question/requirement-closed': {
    duties: [105],
    message: 'This version of the requirement is no longer worked on.',
    remedy: 'Open the version in force.',
  },
  'requirement-question/changed-without-reason': {
    duties: [105],
    message: 'The requirement is in force: each change of its questions is made with a reason, which stands in its history.',
    remedy: 'Say why the question is added or changed.',
  },
  'requirement-question/withdrawn': { duties: [105], message: 'The question is withdrawn.', remedy: 'Ask it again as a new one.' },
  'requirement-question/withdrawn-without-reason': {
    duties: [105],
    message: 'A question is withdrawn with the reason.',
    remedy: 'Say why it is not asked any more.',
  },
  'requirement-question/begins-unanswered': { duties: [104], message: 'A new question has no answers yet.', remedy: '' },
  'requirement-question/answers-are-kept': {
    duties: [104, 122],
    message: 'Answers are only added; what stands there is not changed.',
    remedy: 'Add another answer, or open the question again with the reason.',
  },
  'requirement-question/answered-in-draft': {
    duties: [76, 104],
    message: 'The requirement is still a draft: questions are answered once the strategic group has approved it.',
    remedy: 'Take the draft to the strategic group.',
  },
  'requirement-question/answer-from-nowhere': {
    duties: [104],
    message: 'The record that is said to answer is not there, or you may not see it.',
    remedy: 'Give the reference of a report or product that you may read.',
  },
  'requirement-question/state-does-not-follow': {
    duties: [104],
    message: 'Whether a question is answered follows from its elements and answers alone.',
    remedy: '',
  },
  'requirement-question/not-answered': { duties: [104], message: 'The question is open.', remedy: '' },
});
