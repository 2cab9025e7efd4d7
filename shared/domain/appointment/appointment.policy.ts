import { refusalBook } from '#shared/base/refusal.ts';
import type { Refusal } from '#shared/base/result.ts';
import { type Actor, holdsRoleIn } from '#shared/domain/access/access.ts';
import { holdsForForce } from '#shared/domain/access/access.policy.ts';
import { mayOrganise } from '#shared/domain/force/force.policy.ts';
import type { Role } from './appointment.schema.ts';
import { isOfTheApplication } from './role-rules.ts';

export const appointmentPolicyBook = refusalBook({
  'appointment/administrator-gives': {
    duties: [14, 32],
    message: 'Administrators, auditors and information security officers are appointed by an administrator.',
    remedy: 'Ask an administrator.',
  },
});

const GIVEN_BY_THE_CHAIR: readonly Role[] = ['deputy-chair', 'secretary', 'action-manager', 'member', 'partner-member'];

/** Who may give or end an appointment: whoever organises the force, and a group's chair for the roles of that group (duties 32, 124). */
export function mayAppoint(actor: Actor, role: Role, scopeId: string): Refusal | null {
  if (isOfTheApplication(role)) {
    return !actor.partner && holdsForForce(actor, 'administrator')
      ? null
      : appointmentPolicyBook.say('appointment/administrator-gives', { field: 'role' });
  }
  if (GIVEN_BY_THE_CHAIR.includes(role) && holdsRoleIn(actor, scopeId, 'chair')) return null;
  return mayOrganise(actor);
}
