import { type AccessClass, accessClassOf, accessKey } from './access.ts';

const PERSON = 'person:';

/**
 * The reading circles of an access class: few, so that one person is in few of them however many classes there are. A record that
 * names its group and its owner belongs to the circle of the group and to that of the owner. Someone may read the class exactly when
 * they may read one of its circles, each of which is an access key too.
 */
export function readingCirclesOf(key: string): readonly string[] {
  const { marking, caveats, named } = accessClassOf(key);
  // Whose unit it is does not decide who may read it.
  const circle = (some: readonly string[]): string => accessKey({ unit: '', marking, caveats, named: some } satisfies AccessClass);
  if (named.length === 0) return [circle([])];
  const others = named.filter((principal) => !principal.startsWith(PERSON));
  const people = [...new Set(named.filter((principal) => principal.startsWith(PERSON)))].sort();
  return [...(others.length === 0 ? [] : [circle(others)]), ...people.map((person) => circle([person]))];
}
