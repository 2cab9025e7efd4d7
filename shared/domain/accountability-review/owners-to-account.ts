import type { Day } from '#shared/base/time.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { personNamed } from '#shared/domain/meeting/people-named.ts';

/** The key of the agenda items that are added by themselves, one for each owner. */
export const ACCOUNTABILITY_KEY = 'accountability';

/** One owner with the priorities they answer for; `ownerId` is empty for priorities that nobody owns. */
export interface OwnerToAccount {
  readonly ownerId: string;
  readonly title: string;
  readonly purpose: string;
  /** Whoever leads the item: the owner while they serve, nobody when they have left. */
  readonly leadId: string;
  readonly priorities: readonly RecordOf<'priority'>[];
}

/** Who answers for each priority of a place, by the priority's id: the owner on the priority itself, or in the control strategy that is set. */
export async function ownersOfPriorities(reading: Reading, nodeId: string): Promise<ReadonlyMap<string, string>> {
  const [priorities, strategies] = await Promise.all([
    reading.many('priority', { scope: nodeId, state: 'current' }),
    reading.many('control-strategy', { scope: nodeId, state: 'set' }),
  ]);
  const inStrategy = new Map(strategies.flatMap((one) => one.body.priorities.map((row) => [row.priorityId, row.ownerId] as const)));
  return new Map(priorities.map((one) => [one.id, one.owner === '' ? (inStrategy.get(one.id) ?? '') : one.owner]));
}

/** Who is to account for what at a strategic meeting on a day: the owners of the current priorities, those without an owner last (duty 102). */
export async function ownersToAccount(reading: Reading, nodeId: string, on: Day): Promise<readonly OwnerToAccount[]> {
  const [priorities, owners] = await Promise.all([
    reading.many('priority', { scope: nodeId, state: 'current' }),
    ownersOfPriorities(reading, nodeId),
  ]);
  const current = priorities.filter((one) => countsOn(one.body, on)).sort((a, b) => (a.body.reference < b.body.reference ? -1 : 1));
  const ownerIds = [...new Set(current.map((one) => owners.get(one.id) ?? ''))].sort((a, b) => Number(a === '') - Number(b === ''));
  const people = new Map(
    (
      await reading.some(
        'person',
        ownerIds.filter((id) => id !== ''),
      )
    ).map((one) => [one.id, one]),
  );
  return ownerIds.map((ownerId): OwnerToAccount => {
    const owned = current.filter((one) => (owners.get(one.id) ?? '') === ownerId);
    const references = owned.map((one) => one.body.reference).join(', ');
    const person = people.get(ownerId);
    if (person === undefined) {
      return {
        ownerId: '',
        title: `Accountability: ${references}, without an owner`,
        purpose:
          'No owner is on record for these priorities: name one for each, and say what changed, what it achieved and what comes next.',
        leadId: '',
        priorities: owned,
      };
    }
    const left = person.state !== 'serving' || !countsOn(person.body, on);
    const { name } = personNamed(person);
    return {
      ownerId,
      title: `Accountability: ${name} (${references})`.slice(0, 200),
      purpose: left
        ? `${name} has left the force: name a new owner. What changed, what did it achieve, what comes next?`
        : 'What changed, what did it achieve, what comes next? No rating without a measure.',
      leadId: left ? '' : ownerId,
      priorities: owned,
    };
  });
}
