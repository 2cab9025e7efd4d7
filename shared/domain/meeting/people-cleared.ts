import type { Refusal } from '#shared/base/result.ts';
import { type Sensitivity, clearanceConcern } from '#shared/domain/access/need-to-know.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { personNamed } from './people-named.ts';

/** What stands in the way of naming these people on something held like this: whoever answers for work must be able to see it (duties 30, 41, 119). */
export async function clearanceConcerns(
  personIds: readonly string[],
  held: Sensitivity,
  field: string,
  reading: Reading,
): Promise<readonly Refusal[]> {
  const people = await reading.some(
    'person',
    personIds.filter((id) => id !== ''),
  );
  return people.flatMap((person) => clearanceConcern(personNamed(person), held, field) ?? []);
}
