import type { Refusal } from '#shared/base/result.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { accessBook } from './access.policy.ts';
import { mayRead } from './access.ts';

/** As much of a person as deciding what they may be shown needs. */
export interface PersonToClear {
  readonly id: string;
  readonly name: string;
  readonly clearance: Marking;
  readonly partner: boolean;
}

/** How closely a record is held, whoever it names. */
export interface Sensitivity {
  readonly marking: Marking;
  readonly policeOnly: boolean;
}

/** Why a person could not read a record held like this even when it names them (duties 30, 41, 119); null when they could. */
export function clearanceConcern(person: PersonToClear, held: Sensitivity, field = ''): Refusal | null {
  const self = `person:${person.id}`;
  const actor = {
    personId: person.id,
    name: person.name,
    clearance: person.clearance,
    principals: [self],
    roles: [],
    partner: person.partner,
  };
  const readable = (caveats: readonly string[]): boolean => mayRead(actor, { unit: '', marking: held.marking, caveats, named: [self] });
  if (!readable([]))
    return accessBook.say('access/not-cleared-for-marking', {
      field,
      facts: { name: person.name, clearance: person.clearance, marking: held.marking },
    });
  return !held.policeOnly || readable(['POLICE-ONLY'])
    ? null
    : accessBook.say('access/police-only-not-for-partners', { field, facts: { name: person.name } });
}
