import { refusalBook } from '#shared/base/refusal.ts';

export const strategicAssessmentBook = refusalBook({
  'strategic-assessment/not-yours-to-begin': {
    duties: [14, 29],
    message: 'A strategic assessment is begun by an analyst, the director of intelligence, or those who run the strategic group.',
    remedy: 'Ask one of them.',
  },
  'strategic-assessment/not-there': {
    duties: [41],
    message: 'There is no such assessment, or it is not yours to work on.',
    remedy: 'Ask its author.',
  },
  'strategic-assessment/not-yours-to-change': {
    duties: [14, 29],
    message: 'The frame of an assessment is changed by its author or a principal analyst.',
    remedy: 'Ask one of them.',
  },
  'strategic-assessment/partners-write-sections-only': {
    duties: [69],
    message: 'A partner agency writes its own sections; the frame of a joint assessment is kept by the police author.',
    remedy: 'Ask the author for what you need.',
  },
  'strategic-assessment/not-a-strategic-group': {
    duties: [29, 73],
    message: 'A strategic assessment is written for a strategic tasking and co-ordination group.',
    remedy: 'Choose the strategic group of the force or area.',
  },
  'strategic-assessment/begins-with-terms': {
    duties: [29],
    message: 'An assessment begins with its terms of reference and nothing else.',
    remedy: '',
  },
  'strategic-assessment/reference-taken': { duties: [34], message: 'Another assessment has this reference already.', remedy: '' },
  'strategic-assessment/never-erased': {
    duties: [34, 122],
    message: 'An assessment is never erased.',
    remedy: 'Withdraw it with the reason.',
  },
  'strategic-assessment/origin-is-fixed': {
    duties: [29, 34],
    message: 'The group, the place, the reference and the marking of an assessment do not change, nor what it refreshes.',
    remedy: 'Begin another assessment.',
  },
  'strategic-assessment/refreshes-nothing': {
    duties: [29],
    message: 'What it is to refresh is not a final assessment of the same place.',
    remedy: 'Choose a final assessment of the same force or area.',
  },
  'strategic-assessment/ends-before-it-starts': {
    duties: [29],
    message: 'The period of the assessment ends before it begins.',
    remedy: 'Correct the days.',
  },
  'strategic-assessment/author-unknown': {
    duties: [14, 29],
    message: 'The author of an assessment is a serving person of the police service.',
    remedy: 'Choose someone from the list.',
  },
  'strategic-assessment/author-cannot-read': {
    duties: [14, 41],
    message: 'The author reads every section, and this person holds no appointment that lets them.',
    remedy: 'Choose a member of the group or an analyst of the force, or have them appointed under Force, People.',
  },
  'strategic-assessment/not-yours-to-hand-over': {
    duties: [13],
    message: 'An assessment is given to another author by its author, a principal analyst or the director of intelligence.',
    remedy: 'Ask one of them.',
  },
  'strategic-assessment/joint-without-partner': {
    duties: [69],
    message: 'A joint assessment names the partner agencies it is written with.',
    remedy: 'Choose at least one partner agency, or make it an assessment of the police alone.',
  },
  'strategic-assessment/partner-without-consent': {
    duties: [68, 69],
    message: 'A partner agency takes part only while both sides have recorded their consent.',
    remedy: 'Record the consent of both sides under Force, Partners.',
  },
  'strategic-assessment/partner-owns-sections': {
    duties: [69],
    message: 'This agency owns sections of the assessment, so it cannot be taken out.',
    remedy: 'Take its sections out first, while nothing is written in them.',
  },
  'strategic-assessment/contributors-are-kept': {
    duties: [69],
    message: 'Whoever has owned a section goes on reading the assessment it stands in.',
    remedy: '',
  },
  'strategic-assessment/terms-incomplete': {
    duties: [29],
    message: 'Terms of reference say the aim, the scope, the method and at least one question before they are agreed.',
    remedy: 'Fill in what is missing.',
  },
  'strategic-assessment/terms-not-yours-to-agree': {
    duties: [29],
    message:
      'Terms of reference are agreed by the chair or a deputy chair of the group, the director of intelligence or the chief-officer lead, and not by the author.',
    remedy: 'Ask one of them.',
  },
  'strategic-assessment/terms-not-agreed': {
    duties: [29],
    message: 'The terms of reference are not agreed, so work has not begun.',
    remedy: 'Have the terms agreed first.',
  },
  'strategic-assessment/agreed-terms-are-fixed': {
    duties: [29],
    message: 'Terms of reference that were agreed do not change.',
    remedy: 'Withdraw the assessment and begin another with new terms.',
  },
  'strategic-assessment/step-not-in-order': {
    duties: [13, 29],
    message: 'An assessment goes from terms of reference to drafting, to quality review and to final.',
    remedy: '',
  },
  'strategic-assessment/sections-not-signed-off': {
    duties: [13, 69],
    message: 'Every section is signed off by its owner before the assessment goes to quality review.',
    remedy: 'Ask the owners of the sections that are open to sign them off.',
  },
  'strategic-assessment/reviewer-not-principal': {
    duties: [13],
    message: 'Quality review is done by a principal analyst who is not, and has not been, the author.',
    remedy: 'Name another principal analyst.',
  },
  'strategic-assessment/reviews-are-kept': {
    duties: [13, 122],
    message: 'Reviews are only added, one at a time, by the principal analyst who reviews; what stands there is not changed.',
    remedy: '',
  },
  'strategic-assessment/returned-without-reason': {
    duties: [13],
    message: 'A returned assessment says what is to be put right.',
    remedy: 'Write what the author and the owners of sections are to change.',
  },
  'strategic-assessment/final-without-review': {
    duties: [13],
    message: 'An assessment becomes final only when a principal analyst who is not its author passes it.',
    remedy: 'Send it to quality review.',
  },
  'strategic-assessment/in-review-is-fixed': {
    duties: [13],
    message: 'The assessment is in quality review and does not change until it is returned or final.',
    remedy: 'Wait for the review.',
  },
  'strategic-assessment/final-is-fixed': {
    duties: [13, 34],
    message: 'A final assessment does not change.',
    remedy: 'Refresh it: a new assessment begins with its sections.',
  },
  'strategic-assessment/withdrawn-is-fixed': {
    duties: [34],
    message: 'The assessment was withdrawn and does not change any more.',
    remedy: 'Begin another.',
  },
  'strategic-assessment/withdrawn-without-reason': {
    duties: [34],
    message: 'An assessment is withdrawn with the reason.',
    remedy: 'Write why it is withdrawn.',
  },
});
