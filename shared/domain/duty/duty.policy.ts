import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { type Actor, holdsRole } from '#shared/domain/access/access.ts';
import { holdsForForce } from '#shared/domain/access/access.policy.ts';

export const dutyBook = refusalBook({
  'duty/not-yours-to-see': {
    duties: [14, 41],
    message:
      'How the duties stand is shown to the chief-officer lead, the director of intelligence, the auditor, chairs of groups and the principal analyst.',
    remedy: 'Ask one of them.',
  },
  'duty/priority-unknown': {
    duties: [80],
    message: 'There is no such priority in force, or it is not yours to see.',
    remedy: 'Choose one from the list.',
  },
});

/** Who sees how the duties stand; each sees evidence only from what they may read. */
export function maySeeDuties(actor: Actor): Refusal | null {
  const may =
    !actor.partner &&
    (holdsForForce(actor, 'chief-officer-lead', 'director-of-intelligence', 'auditor') || holdsRole(actor, 'chair', 'principal-analyst'));
  return may ? null : dutyBook.say('duty/not-yours-to-see');
}

/** Whether the actor reads every meeting of the force: for everybody else counts are of what they may see. */
export function seesAllMeetings(actor: Actor): boolean {
  return holdsForForce(actor, 'chief-officer-lead', 'director-of-intelligence', 'auditor');
}
