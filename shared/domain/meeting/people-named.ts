import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';

/** A person as a screen or a document names them. */
export interface PersonNamed {
  readonly id: string;
  /** Rank and name, for example `Inspector Ann Bell`, never without the rank. */
  readonly name: string;
  readonly partner: boolean;
  /** What marking the person may see up to. */
  readonly clearance: Marking;
  readonly serving: boolean;
}

/** How a person is named in views. */
export function personNamed(person: RecordOf<'person'>): PersonNamed {
  return {
    id: person.id,
    name: rankAndName(person.body),
    partner: person.body.partnerAgencyId !== '',
    clearance: person.body.clearance,
    serving: person.state === 'serving',
  };
}

/** Looks names up by id; an id that cannot be read is shown as such rather than left blank. */
export interface Names {
  of(id: string): string;
  person(id: string): PersonNamed | null;
  /** Everyone serving, by family name: whom one may choose from. */
  readonly serving: readonly PersonNamed[];
}

/** Reads everyone of the force once, so that a view can name whoever it mentions. */
export async function readNames(reading: Reading): Promise<Names> {
  const everyone = (await reading.many('person')).map(personNamed);
  const people = new Map(everyone.map((person) => [person.id, person]));
  return {
    serving: everyone.filter((person) => person.serving),
    of: (id) => (id === '' ? '' : (people.get(id)?.name ?? 'A person not shown here')),
    person: (id) => people.get(id) ?? null,
  };
}
