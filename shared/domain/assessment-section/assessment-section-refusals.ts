import { refusalBook } from '#shared/base/refusal.ts';

export const assessmentSectionBook = refusalBook({
  'assessment-section/not-there': {
    duties: [41, 69],
    message: 'There is no such section, or it is not yours to see.',
    remedy: 'Ask the author of the assessment.',
  },
  'assessment-section/partner-owns-it': {
    duties: [69],
    message: 'This section belongs to a partner agency. Only its owner there writes it and signs it off.',
    remedy: 'Ask the partner agency, or give the section to somebody else while nothing is written in it.',
  },
  'assessment-section/police-own-it': {
    duties: [69],
    message: 'This section belongs to the police, and a partner agency does not change it.',
    remedy: 'Write in a section of your own agency.',
  },
  'assessment-section/not-yours-to-write': {
    duties: [14, 69],
    message: 'A section is written by its owner, the author of the assessment or a principal analyst.',
    remedy: 'Ask one of them.',
  },
  'assessment-section/layout-not-yours': {
    duties: [69],
    message: 'Sections are added, moved, given to owners and taken out by the author of the assessment or a principal analyst.',
    remedy: 'Ask one of them.',
  },
  'assessment-section/terms-not-agreed': {
    duties: [29],
    message: 'Nothing is written in a section before the terms of reference are agreed.',
    remedy: 'Have the terms agreed first.',
  },
  'assessment-section/begins-empty': { duties: [29], message: 'A section begins empty and open.', remedy: '' },
  'assessment-section/belongs-where-it-is': {
    duties: [34, 69],
    message: 'A section stays with its assessment, its group and its marking.',
    remedy: 'Add a section to the other assessment.',
  },
  'assessment-section/owner-unknown': {
    duties: [69],
    message: 'The owner of a section is a serving person of the police, or of the partner agency that owns it.',
    remedy: 'Choose someone from the list.',
  },
  'assessment-section/agency-not-of-the-assessment': {
    duties: [69],
    message: 'This agency does not take part in the assessment.',
    remedy: 'Name the agency among the partners of the joint assessment first.',
  },
  'assessment-section/agency-is-fixed': {
    duties: [69],
    message: 'A section in which something is written does not pass between the police and a partner agency.',
    remedy: 'Add another section for them.',
  },
  'assessment-section/partner-section-is-open': {
    duties: [69],
    message: 'A section a partner agency owns cannot be police only.',
    remedy: 'Put what is police only in a section of the police.',
  },
  'assessment-section/owner-not-among-contributors': {
    duties: [69],
    message: 'The owner of a section stands among the contributors of the assessment.',
    remedy: '',
  },
  'assessment-section/only-owner-signs-off': {
    duties: [69],
    message: 'A section is signed off by its owner and nobody else.',
    remedy: 'Ask its owner, or give it to an owner who is there.',
  },
  'assessment-section/empty-not-signed-off': {
    duties: [69],
    message: 'There is nothing in this section to sign off.',
    remedy: 'Write it, or take it out of the assessment.',
  },
  'assessment-section/signed-off-is-fixed': {
    duties: [69],
    message: 'The section is signed off, so it does not change.',
    remedy: 'Open it again first; its owner then signs it off once more.',
  },
  'assessment-section/with-text-stays': {
    duties: [34],
    message: 'A section in which something is written is not taken out.',
    remedy: 'Empty it first; what stood there stays among its versions.',
  },
  'assessment-section/changed-meanwhile': {
    duties: [34],
    message: 'Somebody else changed this text while you were writing. Yours is kept as unfinished text.',
    remedy: 'Compare the two, then keep yours or theirs.',
  },
  'assessment-section/evidence-not-there': {
    duties: [130],
    message: 'The record cited is not there, or is not yours to see.',
    remedy: 'Choose it again.',
  },
  'assessment-section/evidence-is-police-only': {
    duties: [41, 69],
    message: 'The record cited is police only, and partners read this section.',
    remedy: 'Make the section police only, or cite something partners may know of.',
  },
  'assessment-section/nothing-to-bring-forward': {
    duties: [29],
    message: 'There is no earlier text to bring forward, or something is written here already.',
    remedy: '',
  },
  'assessment-section/forecast-twice': { duties: [], message: 'Two forecasts or figures of a section share one id.', remedy: '' },
});
