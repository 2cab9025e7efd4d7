import { refusalBook } from '#shared/base/refusal.ts';

export const publicationBook = refusalBook({
  'publication/not-yours-to-publish': {
    duties: [10, 107],
    message:
      'The control strategy and the intelligence requirement are published by the director of intelligence or the chief-officer lead.',
    remedy: 'Ask one of them.',
  },
  'publication/not-yours-to-follow': {
    duties: [99, 108],
    message:
      'There is no such publication, or following who has read it is not yours: that is for its publishers and those who run the group.',
    remedy: 'Ask the director of intelligence.',
  },
  'publication/nothing-to-publish': {
    duties: [107],
    message: 'There is nothing here to publish.',
    remedy: 'Choose the control strategy and its intelligence requirement.',
  },
  'publication/strategy-unknown': { duties: [83, 107], message: 'There is no such control strategy.', remedy: 'Choose one from the list.' },
  'publication/requirement-unknown': {
    duties: [76, 107],
    message: 'There is no such intelligence requirement.',
    remedy: 'Choose one from the list.',
  },
  'publication/strategy-not-set': {
    duties: [74, 107],
    message: 'This control strategy is a draft: it is published once the strategic group has set it.',
    remedy: 'Take the draft to the strategic group.',
  },
  'publication/requirement-not-approved': {
    duties: [76, 107],
    message: 'This intelligence requirement is a draft: it is published once the strategic group has approved it.',
    remedy: 'Take the draft to the strategic group.',
  },
  'publication/superseded': {
    duties: [101, 107],
    message: 'This version was superseded or withdrawn, so it is not published any more.',
    remedy: 'Publish the version in force.',
  },
  'publication/other-place': {
    duties: [107],
    message: 'A publication, its control strategy and its requirement belong to the same force or area.',
    remedy: 'Choose the two of the same place.',
  },
  'publication/alone-without-reason': {
    duties: [107],
    message: 'The control strategy and the requirement are published together; one alone asks for the reason.',
    remedy: 'Publish both, or write why only one is published.',
  },
  'publication/already-sent': {
    duties: [107],
    message: 'Exactly this was already sent to the same readers.',
    remedy: 'Open the publication that was sent; it can be sent to further partners from there.',
  },
  'publication/partners-before-staff': {
    duties: [99, 100, 108],
    message: 'A partner version goes with the staff version of the same content, and there is none in force.',
    remedy: 'Publish to staff in the same act.',
  },
  'publication/read-by-past': {
    duties: [99, 108],
    message: 'The day it is to be read by lies before the day it is sent.',
    remedy: 'Give today or a later day.',
  },
  'publication/no-area-staff': {
    duties: [108],
    message: 'Only what belongs to a command area is sent to the staff of that area alone.',
    remedy: 'Send it to all serving staff.',
  },
  'publication/nobody-to-read': {
    duties: [99, 108],
    message: 'Nobody serving could read this: no one there is cleared for its marking.',
    remedy: 'Have clearances recorded, or send it to all staff.',
  },
  'publication/no-agency-chosen': {
    duties: [100],
    message: 'A partner version is sent to at least one agency.',
    remedy: 'Choose the agencies.',
  },
  'publication/too-many-agencies': {
    duties: [100],
    message: 'One publication goes to at most {most} agencies.',
    remedy: 'Choose fewer.',
  },
  'publication/agency-unknown': {
    duties: [67, 100],
    message: 'There is no such partner agency, or it is closed.',
    remedy: 'Choose an agency from the list.',
  },
  'publication/agency-without-consent': {
    duties: [68, 100],
    message: '{agency} and the police have not both consented, so nothing can be sent to them.',
    remedy: 'Record both consents under Force, Partners.',
  },
  'publication/agreement-not-in-date': {
    duties: [67, 100],
    message: 'The sharing agreement with {agency} is not in date today, so nothing can be sent to them.',
    remedy: 'Record the new agreement under Force, Partners.',
  },
  'publication/agency-without-readers': {
    duties: [100],
    message: 'Nobody of {agency} is cleared for {marking} and could open it.',
    remedy: 'Add their people with their clearance under Force, or leave the agency out.',
  },
  'publication/agency-has-it': { duties: [100], message: '{agency} was sent this already.', remedy: 'Choose another agency.' },
  'publication/not-for-partners': {
    duties: [100],
    message: 'A staff version holds police-only parts and is never sent to a partner agency.',
    remedy: 'Publish a partner version.',
  },
  'publication/replaced': {
    duties: [107],
    message: 'A newer publication has replaced this one.',
    remedy: 'Open the newer one.',
  },
  'publication/replaced-by-nothing': {
    duties: [107],
    message: 'A publication is replaced only by a newer one of the same place and audience, and two never stand side by side.',
    remedy: 'Publish the newer one.',
  },
  'publication/content-is-fixed': {
    duties: [100, 107],
    message: 'What was published does not change: not its content, whom it was sent to, nor when.',
    remedy: 'Publish again once the strategic group has set a new version.',
  },
  'publication/not-what-was-set': {
    duties: [100, 101, 107],
    message: 'The text differs from what the strategic group set, or holds a part its readers are not given.',
    remedy: 'Publish it anew from the control strategy and the requirement.',
  },
  'publication/reader-not-of-audience': {
    duties: [99, 100],
    message: 'It names readers who are not serving people of its audience, cleared for its marking.',
    remedy: 'Publish it anew.',
  },
  'publication/not-noted': {
    duties: [107],
    message: 'A publication and what it publishes name each other, in one act.',
    remedy: 'Publish both in one act.',
  },
  'publication/sent-by-another': {
    duties: [10, 122],
    message: 'A publication, and each reminder of it, says who sent it and when; nobody sends in another’s name.',
    remedy: '',
  },
  'publication/reminded-today': {
    duties: [99, 108],
    message: 'A reminder was sent today already; they go out once a day at most.',
    remedy: 'Remind again tomorrow.',
  },
  'publication/everybody-read': { duties: [99, 108], message: 'Everyone it was sent to has read it.', remedy: '' },
  'publication/kept': {
    duties: [107, 122],
    message: 'A publication is never removed.',
    remedy: 'A newer one replaces it.',
  },
});
