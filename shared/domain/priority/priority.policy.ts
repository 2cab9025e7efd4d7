import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { holdsForForce } from '#shared/domain/access/access.policy.ts';

export const priorityPolicyBook = refusalBook({
  'priority/not-yours-to-set': {
    duties: [80, 93],
    message:
      'The control strategy is kept by the chair, deputy chair and secretary of the strategic group, the chief-officer lead and the director of intelligence.',
    remedy: 'Ask one of them.',
  },
});

/** Who may record what the strategic group decided; `groupIds` are the strategic groups of the place. */
export function maySetPriority(actor: Actor, groupIds: readonly string[]): Refusal | null {
  if (actor.partner) return priorityPolicyBook.say('priority/not-yours-to-set');
  if (holdsForForce(actor, 'chief-officer-lead', 'director-of-intelligence')) return null;
  const runs = actor.roles.some((held) => ['chair', 'deputy-chair', 'secretary'].includes(held.role) && groupIds.includes(held.scopeId));
  return runs ? null : priorityPolicyBook.say('priority/not-yours-to-set');
}
