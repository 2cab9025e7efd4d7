import type { Marking } from '#shared/contracts/record/record.ts';
import { type AccessClass, type Actor, holdsRole, holdsRoleIn } from './access.ts';

/** Offices that read the work on strategy of every group: those who write it, those who oversee it. */
const STRATEGY_OFFICES = [
  'role:chief-officer-lead',
  'role:director-of-intelligence',
  'role:auditor',
  'role:intelligence-manager',
  'role:principal-analyst',
  'role:analyst',
] as const;

/**
 * The access class of work on strategy that is not published: the strategic group with its partner members, the analysts and offices of the force,
 * and whoever is named besides. `policeOnly` shuts partners out (duties 14, 41, 69, 100).
 */
export function strategyAccess(
  record: { readonly scope: string; readonly marking: Marking },
  groupId: string,
  options: { readonly policeOnly?: boolean; readonly people?: readonly string[] } = {},
): AccessClass {
  const people = [...new Set((options.people ?? []).filter((id) => id !== ''))].map((id) => `person:${id}`);
  return {
    unit: record.scope,
    marking: record.marking,
    caveats: options.policeOnly === true ? ['POLICE-ONLY'] : [],
    named: [`group:${groupId}`, ...STRATEGY_OFFICES, ...people],
  };
}

/** Whether the person prepares strategy for a group: its chair, deputy chair or secretary, an analyst, the director or the lead. Partners never do. */
export function preparesStrategy(actor: Actor, groupId: string): boolean {
  if (actor.partner) return false;
  return (
    holdsRoleIn(actor, groupId, 'chair', 'deputy-chair', 'secretary') ||
    holdsRole(actor, 'principal-analyst', 'analyst', 'director-of-intelligence', 'chief-officer-lead')
  );
}
