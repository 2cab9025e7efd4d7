import type { AccessClass } from '#shared/domain/access/access.ts';
import type { Marking } from '#shared/contracts/record/record.ts';

/** How many people a compartment may have: as many as one access class can name. */
export const MOST_MEMBERS = 25;

/**
 * Where tasking for a dedicated source unit waits while no compartment takes any: nobody reads it, and the next compartment that takes
 * tasking takes it in. So whoever passes something on is told the same, whether there is a compartment or not.
 */
export const WAITING_ROOM = 'tasking-that-waits';

/** The access class of everything in a compartment: its members and nobody else, whatever their office (duties 41, 111). */
export function closedAccess(record: { readonly scope: string; readonly marking: Marking }, memberIds: readonly string[]): AccessClass {
  const people = [...new Set(memberIds)].sort().map((id) => `person:${id}`);
  return {
    unit: record.scope,
    marking: record.marking,
    caveats: ['POLICE-ONLY'],
    named: people.length === 0 ? ['nobody'] : people,
  };
}

/** A reference that tells nothing of how many there are: it is made from the record's own random id (duties 111, 112). */
export function randomReference(prefix: string, id: string): string {
  return `${prefix}-${id.slice(-6).toUpperCase()}`;
}

/** The envelope of what lies in a compartment: filed under the compartment alone, so that no list of a place ever comes across it. */
export function closedEnvelope(compartmentId: string) {
  return {
    scope: compartmentId,
    parent: compartmentId,
    compartment: compartmentId,
    marking: 'OFFICIAL-SENSITIVE',
    handling: '',
    number: 0,
  } as const;
}
