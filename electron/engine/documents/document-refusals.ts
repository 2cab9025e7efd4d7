import { refusalBook } from '#shared/base/refusal.ts';

/** What stands in the way of signing, printing and handing out, besides the rules of the minutes themselves. */
export const documentBook = refusalBook({
  'minutes/not-yours-to-handle': {
    duties: [71, 81],
    message: 'Minutes are signed and handed out by the chair, a deputy chair or the secretary of the group.',
    remedy: 'Ask the group’s secretary.',
  },
  'minutes/not-signed': {
    duties: [81],
    message: 'The chair has not signed these minutes, so no copy can be handed out.',
    remedy: 'Ask the chair to sign first.',
  },
  'minutes/reason-missing': {
    duties: [82],
    message: 'Decision {short} has no rationale, so the minutes cannot be signed.',
    remedy: 'Tell an administrator: a decision cannot be recorded without one.',
  },
  'minutes/chair-may-not-read': {
    duties: [14, 81],
    message: 'The chair may not read everything these minutes hold, so they cannot sign for it.',
    remedy: 'Have the chair’s clearance or appointment put in order first.',
  },
  'minutes/sealed-not-whole': {
    duties: [122],
    message: 'What was sealed no longer matches its seal: {says} No copy was handed out.',
    remedy: 'Verify the journal and tell an administrator.',
  },
  'minutes/copy-under-way': {
    duties: [184],
    message: 'Another copy of these minutes is being handed out at this moment.',
    remedy: 'Finish or cancel that one first.',
  },
  'minutes/copy-not-listed': {
    duties: [184],
    message: 'The copy was saved as {path}, but could not be added to the list of copies: {says}',
    remedy: 'Delete that file and hand out the copy again.',
  },
  'minutes/no-mutual-consent': {
    duties: [68, 119],
    message: '{agency} and the police have not both consented, so no copy can go to them.',
    remedy: 'Record both consents under Force, Partners.',
  },
  'minutes/agreement-not-in-date': {
    duties: [67, 119],
    message: 'The sharing agreement with {agency} is not in date today, so no copy can go to them.',
    remedy: 'Record the new agreement under Force, Partners.',
  },
  'minutes/agency-unknown': {
    duties: [67, 119],
    message: 'There is no such partner agency, or it is closed.',
    remedy: 'Choose an agency from the list.',
  },
  'minutes/not-printed': { duties: [81], message: 'The PDF could not be made: {says}', remedy: 'Try again, or hand out a Word document.' },
  'minutes/not-saved': { duties: [184], message: 'Nothing was handed out. {says}', remedy: 'Choose another place and try again.' },
  'document/unknown': { duties: [], message: 'There is no such document.', remedy: '' },
  'document/copy-under-way': {
    duties: [184],
    message: 'Another copy of this document is being saved at this moment.',
    remedy: 'Finish or cancel that one first.',
  },
  'document/cancelled': { duties: [], message: 'Nothing was saved, because it was cancelled.', remedy: '' },
  'document/not-printed': { duties: [184], message: 'The PDF could not be made: {says}', remedy: 'Try again, or save it for Word.' },
  'document/more-than-one-page': {
    duties: [83],
    message: 'This must fit on one page, and at the smallest size that can still be read it takes {pages}. Nothing was saved.',
    remedy: 'Shorten its longest texts, or save it for Word and set it there.',
  },
  'document/not-saved': { duties: [184], message: 'Nothing was saved. {says}', remedy: 'Choose another place and try again.' },
  'document/not-noted': {
    duties: [184],
    message: 'The copy was saved as {path}, but could not be noted in the journal: {says}',
    remedy: 'Delete that file and save the document again.',
  },
  'planning-date/calendar-not-saved': {
    duties: [57],
    message: 'The calendar was not saved. {says}',
    remedy: 'Choose another place and try again.',
  },
  'verifier/not-here': { duties: [122], message: 'The verifier page is not part of this installation.', remedy: 'Install Cordon again.' },
  'verifier/not-saved': { duties: [122], message: 'The verifier was not saved. {says}', remedy: 'Choose another place and try again.' },
});
