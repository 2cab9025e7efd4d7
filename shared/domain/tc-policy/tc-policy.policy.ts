import type { Refusal } from '#shared/base/result.ts';
import { type Actor, holdsRoleIn } from '#shared/domain/access/access.ts';
import { mayOrganise } from '#shared/domain/force/force.policy.ts';

/** Who writes and approves a group's policy: whoever organises the force, and the group's own chair. */
export function maySetPolicy(actor: Actor, groupId: string): Refusal | null {
  return holdsRoleIn(actor, groupId, 'chair') ? null : mayOrganise(actor);
}
