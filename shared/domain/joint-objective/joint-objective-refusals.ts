import { refusalBook } from '#shared/base/refusal.ts';

export const jointObjectiveBook = refusalBook({
  'joint-objective/not-yours-to-propose': {
    duties: [70],
    message:
      'Joint objectives are proposed by those who prepare strategy for the group: its chair, a deputy chair, its secretary, an analyst, the director or the lead.',
    remedy: 'Ask one of them.',
  },
  'joint-objective/not-yours-to-agree': {
    duties: [70, 119],
    message:
      'There is no such objective, or the agreement of that agency is not yours to record: an agency agrees through its own people or through those who run the group.',
    remedy: 'Ask the secretary of the group, or someone of that agency.',
  },
  'joint-objective/unknown': { duties: [70], message: 'There is no such joint objective.', remedy: 'Propose it first.' },
  'joint-objective/kept': {
    duties: [70, 122],
    message: 'A joint objective is ended with a reason, never erased: who agreed to it and when must stay readable.',
    remedy: 'End it instead.',
  },
  'joint-objective/group-unknown': { duties: [70], message: 'There is no such group.', remedy: 'Choose one from the list of groups.' },
  'joint-objective/group-is-fixed': {
    duties: [70],
    message: 'A joint objective belongs to one group for good.',
    remedy: 'Propose it in the other group.',
  },
  'joint-objective/filed-wrongly': { duties: [70], message: 'A joint objective is filed under the place of its group.', remedy: '' },
  'joint-objective/agency-unknown': {
    duties: [67, 70],
    message: 'An agency asked to agree is not among the partner agencies, or is closed.',
    remedy: 'Choose agencies that are in use.',
  },
  'joint-objective/agency-without-consent': {
    duties: [68, 70],
    message: '{agency} takes part only with the consent of both sides, and that is not recorded.',
    remedy: 'Record the missing consent on the agency first.',
  },
  'joint-objective/agency-twice': { duties: [70], message: 'An agency is asked twice.', remedy: 'Take one of the two away.' },
  'joint-objective/priority-unknown': {
    duties: [70, 80],
    message: 'There is no such current priority.',
    remedy: 'Choose one of the control strategy, or leave it empty.',
  },
  'joint-objective/text-is-agreed': {
    duties: [70],
    message: 'Somebody has agreed to these words, so they do not change.',
    remedy: 'End it and propose the new words; each partner then agrees anew.',
  },
  'joint-objective/agreed-already': {
    duties: [70],
    message: '{agency} has agreed already.',
    remedy: 'Nothing more is needed from it.',
  },
  'joint-objective/agency-not-asked': {
    duties: [70],
    message: 'That agency is not among those asked to agree to this objective.',
    remedy: 'Only those it was proposed to can agree.',
  },
  'joint-objective/for-another-agency': {
    duties: [70, 119],
    message: 'A partner agrees for its own agency only.',
    remedy: 'Have the other agency agree for itself.',
  },
  'joint-objective/partner-only-agrees': {
    duties: [70, 119],
    message: 'A partner agrees to a joint objective and changes nothing else about it.',
    remedy: 'Ask the secretary of the group to propose other words.',
  },
  'joint-objective/agreement-to-come': {
    duties: [70],
    message: 'An agreement is recorded when it has been given, not before.',
    remedy: 'Record it on or after its day.',
  },
  'joint-objective/agreements-are-kept': {
    duties: [70, 122],
    message: 'An agreement that was given stays as it was recorded.',
    remedy: 'End the objective and propose a new one where it no longer holds.',
  },
  'joint-objective/not-agreed-by-all': {
    duties: [70],
    message: 'It is agreed when every agency that was asked has agreed, and not before.',
    remedy: 'Record the agreements that are missing.',
  },
  'joint-objective/ended': { duties: [70], message: 'This objective has ended and does not change.', remedy: 'Propose a new one.' },
  'joint-objective/ended-without-reason': {
    duties: [70],
    message: 'A joint objective ends with a reason.',
    remedy: 'Write why it ends.',
  },
});
