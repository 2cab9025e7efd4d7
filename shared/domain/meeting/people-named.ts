import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';

/** A person as a screen or a document names them. */
export interface PersonNamed {
  readonly id: string;
  /** Rank and name, for example `Inspector Ann Bell`, never without the rank. */
  readonly name: string;
  readonly partner: boolean;
}

/** How a person is named in views. */
export function personNamed(person: RecordOf<'person'>): PersonNamed {
  return { id: person.id, name: rankAndName(person.body), partner: person.body.partnerAgencyId !== '' };
}

/** Looks names up by id; an id that cannot be read is shown as such rather than left blank. */
export interface Names {
  of(id: string): string;
  person(id: string): PersonNamed | null;
}

/** Reads everyone of the force once, so that a view can name whoever it mentions. */
export async function readNames(reading: Reading): Promise<Names> {
  const people = new Map((await reading.many('person')).map((person) => [person.id, personNamed(person)]));
  return {
    of: (id) => (id === '' ? '' : (people.get(id)?.name ?? 'A person not shown here')),
    person: (id) => people.get(id) ?? null,
  };
}
