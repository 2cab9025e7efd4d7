import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { holdsForForce } from '#shared/domain/access/access.policy.ts';

export const organisationBook = refusalBook({
  'organisation/not-yours-to-change': {
    duties: [6, 7],
    message: 'The organisation is set up by an administrator, the director of intelligence or the chief-officer lead.',
    remedy: 'Ask one of them to make the change.',
  },
});

/** Who may change force, areas, units, people, partner agencies, groups and policies. */
export function mayOrganise(actor: Actor): Refusal | null {
  return !actor.partner && holdsForForce(actor, 'administrator', 'director-of-intelligence', 'chief-officer-lead')
    ? null
    : organisationBook.say('organisation/not-yours-to-change');
}
