import type { Marking } from '#shared/contracts/record/record.ts';
import { type AccessClass, type Actor, accessClassOf, holdsRoleIn, mayRead } from '#shared/domain/access/access.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';

/** The roles that schedule, run and record the meetings of their group. */
export const RUNNING_ROLES = ['chair', 'deputy-chair', 'secretary'] as const;
/** Roles that read every meeting of the force without being of the group. */
const OVERSIGHT = ['role:chief-officer-lead', 'role:director-of-intelligence', 'role:auditor'] as const;

/** The access class of anything that belongs to a group's meetings: the group, those who oversee, and whoever is named besides (duties 40, 41, 119). */
export function meetingSideAccess(
  record: { readonly scope: string; readonly marking: Marking },
  groupId: string,
  options: { readonly policeOnly?: boolean; readonly people?: readonly string[] } = {},
): AccessClass {
  const people = (options.people ?? []).filter((id) => id !== '').map((id) => `person:${id}`);
  return {
    unit: record.scope,
    marking: record.marking,
    caveats: options.policeOnly === true ? ['POLICE-ONLY'] : [],
    named: [`group:${groupId}`, ...OVERSIGHT, ...people],
  };
}

/** Whether the person runs the meetings of the group: its chair, a deputy chair or its secretary. */
export function runsGroup(actor: Actor, groupId: string): boolean {
  return holdsRoleIn(actor, groupId, ...RUNNING_ROLES);
}

/** Whether the person chairs the group or deputises for its chair. */
export function chairsGroup(actor: Actor, groupId: string): boolean {
  return holdsRoleIn(actor, groupId, 'chair', 'deputy-chair');
}

/** The actor's action-manager appointment in the group that carries the chair's written delegation, if there is one (duty 124). */
export async function holdsDelegation(actor: Actor, groupId: string, reading: Reading): Promise<boolean> {
  const held = actor.roles.filter((role) => role.scopeId === groupId && role.role === 'action-manager').map((role) => role.appointmentId);
  const appointments = await reading.some('appointment', held);
  return appointments.some((appointment) => appointment.body.delegation.trim() !== '');
}

/** Whether the person may read this one record. */
export function maySee(actor: Actor, record: { readonly access: string }): boolean {
  return mayRead(actor, accessClassOf(record.access));
}
