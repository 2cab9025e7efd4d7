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
    remedy: 'Ask its owner there; what they send in writing is taken in word for word.',
  },
  'assessment-section/received-as-sent': {
    duties: [69],
    message:
      'What a partner agency sent in writing is taken in word for word, in the name of the section’s owner, with its day and where the original is kept, and never over what the partner wrote themselves.',
    remedy: 'Name the owner of the section first, and give the day and the reference of what they sent.',
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
  'assessment-section/figure-row-does-not-fit': {
    duties: [],
    message: 'Row {row} of the figure has {cells} cells where there are {columns} columns.',
    remedy: 'Add what is missing, or take out what is too much.',
  },
  'assessment-section/figure-too-large': {
    duties: [],
    message: 'This figure is too large: at most 20,000 cells and 200,000 characters.',
    remedy: 'Leave out rows or columns nobody will look at, or attach the whole as a paper.',
  },
  'assessment-section/figures-too-large': {
    duties: [],
    message: 'The figures of this section are too large together.',
    remedy: 'Put some of them in another section, or leave out what nobody will look at.',
  },
  'assessment-section/figure-hidden-characters': {
    duties: [],
    message: 'Row {row} of the figure holds hidden control or direction-changing characters.',
    remedy: 'Type that row again.',
  },
  'assessment-section/figure-of-tomorrow': {
    duties: [130],
    message: 'A figure cannot be as of a day that has not come.',
    remedy: 'Give the day up to which its source counts.',
  },
  'assessment-section/figure-nothing-to-draw': {
    duties: [],
    message: 'No column beside the first holds a number, so there is nothing to draw.',
    remedy: 'Show it as a table only, or correct its numbers.',
  },
  'assessment-section/figure-limits-need-lines': {
    duties: [],
    message: 'Control limits belong to lines over time.',
    remedy: 'Draw it as a line chart, or leave the limits out.',
  },
  'assessment-section/figure-not-there': { duties: [], message: 'This figure is no longer in the section.', remedy: 'Add it again.' },
  'assessment-section/figure-changed-meanwhile': {
    duties: [34],
    message: 'Somebody else changed this figure while you were changing it. Nothing of yours is lost or written.',
    remedy: 'Copy your table, close this and look at the figure as it stands now.',
  },
  'assessment-section/too-many-figures': {
    duties: [],
    message: 'A section holds at most 40 figures.',
    remedy: 'Put it in another section.',
  },
  'assessment-section/forecast-twice': { duties: [], message: 'Two forecasts or figures of a section share one id.', remedy: '' },
});
