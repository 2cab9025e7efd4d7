import type { PersonBody } from './person.schema.ts';

type Named = Pick<PersonBody, 'givenName' | 'familyName' | 'rank'>;

/** `Detective Inspector Ann Bell`; police staff and partners without a rank before the name. */
export function rankAndName(person: Named): string {
  const name = `${person.givenName} ${person.familyName}`;
  return person.rank === 'Police staff' || person.rank === 'Partner' ? name : `${person.rank} ${name}`;
}

/** `Detective Inspector Ann Bell (chair)`: how people are written everywhere. Without a role, only rank and name. */
export function displayName(person: Named, role = ''): string {
  return role === '' ? rankAndName(person) : `${rankAndName(person)} (${role})`;
}

/** What lists of people are sorted by: family name first, whatever its case. */
export function personSortAt(person: Pick<PersonBody, 'givenName' | 'familyName'>): string {
  return `${person.familyName} ${person.givenName}`.toLocaleLowerCase('en-GB').slice(0, 200);
}
