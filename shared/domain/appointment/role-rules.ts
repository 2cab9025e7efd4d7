import type { AppointmentBody, Role } from './appointment.schema.ts';

type ScopeType = AppointmentBody['scopeType'];

/** Where each role can be held. */
export const ROLE_SCOPES: Readonly<Record<Role, readonly ScopeType[]>> = {
  'chief-officer-lead': ['force'],
  'director-of-intelligence': ['force', 'area'],
  'intelligence-manager': ['force', 'area', 'unit'],
  'intelligence-officer': ['force', 'area', 'unit'],
  'principal-analyst': ['force', 'area', 'unit'],
  analyst: ['force', 'area', 'unit'],
  researcher: ['force', 'area', 'unit'],
  'unit-head': ['unit'],
  chair: ['group'],
  'deputy-chair': ['group'],
  secretary: ['group'],
  'action-manager': ['group'],
  member: ['group'],
  'partner-member': ['group'],
  'plan-owner': ['force', 'area', 'unit', 'group'],
  administrator: ['force'],
  auditor: ['force'],
  'information-security-officer': ['force'],
};

/** The six roles of the intelligence function that the doctrine names (duties 10-16). */
export const DOCTRINE_ROLES = [
  'director-of-intelligence',
  'intelligence-manager',
  'intelligence-officer',
  'principal-analyst',
  'analyst',
  'researcher',
] as const satisfies readonly Role[];

/** Roles of which there is one at a time in one place; deputies do not count. */
const ONE_AT_A_TIME: readonly Role[] = ['director-of-intelligence', 'unit-head', 'chair', 'secretary', 'action-manager'];
/** What someone of a partner agency can be. */
const OPEN_TO_PARTNERS: readonly Role[] = ['partner-member', 'plan-owner'];
/** Roles that give power over the application itself; only an administrator gives them. */
const OF_THE_APPLICATION: readonly Role[] = ['administrator', 'auditor', 'information-security-officer'];

export function isOneAtATime(role: Role): boolean {
  return ONE_AT_A_TIME.includes(role);
}

export function isOpenToPartners(role: Role): boolean {
  return OPEN_TO_PARTNERS.includes(role);
}

export function isOfTheApplication(role: Role): boolean {
  return OF_THE_APPLICATION.includes(role);
}

/** Whether `deputy` can stand in for someone who holds `role` in the same place. */
export function canDeputise(deputy: Role, role: Role): boolean {
  return deputy === role ? role !== 'chair' : deputy === 'deputy-chair' && role === 'chair';
}
