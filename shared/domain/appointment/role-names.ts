import type { MemberFunction, Role } from './appointment.schema.ts';

/** How roles are written for people, in lists and on minutes. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  'chief-officer-lead': 'chief-officer lead',
  'director-of-intelligence': 'director of intelligence',
  'intelligence-manager': 'intelligence manager',
  'intelligence-officer': 'intelligence officer',
  'principal-analyst': 'principal analyst',
  analyst: 'analyst',
  researcher: 'researcher',
  'unit-head': 'unit head',
  chair: 'chair',
  'deputy-chair': 'deputy chair',
  secretary: 'secretary',
  'action-manager': 'action manager',
  member: 'member',
  'partner-member': 'partner member',
  'plan-owner': 'plan owner',
  administrator: 'administrator',
  auditor: 'auditor',
  'information-security-officer': 'information security officer',
};

/** How what a member brings to a group is written. */
export const FUNCTION_NAMES: Readonly<Record<MemberFunction, string>> = {
  command: 'command',
  intelligence: 'intelligence',
  analysis: 'analysis',
  investigation: 'investigation',
  response: 'response',
  neighbourhood: 'neighbourhood policing',
  'operations-support': 'operations support',
  'roads-policing': 'roads policing',
  'crime-reduction': 'crime reduction',
  'public-protection': 'public protection',
  performance: 'performance',
  finance: 'finance',
  communications: 'communications',
  'source-handling': 'source handling',
  partner: 'partner',
  secretariat: 'secretariat',
};
