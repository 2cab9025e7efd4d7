import type { Refusal } from '#shared/base/result.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { same } from '#shared/domain/meeting/meeting.rules.ts';
import { WAITING_ROOM } from './closed-circle.ts';
import { mayTaskSourceUnit } from './compartment.policy.ts';
import { compartmentBook } from './compartment-refusals.ts';

interface Lying {
  readonly id: string;
  readonly scope: string;
  readonly parent: string;
  readonly compartment: string;
  readonly marking: string;
  readonly number: number;
  readonly body: { readonly compartmentId: string; readonly readerIds: readonly string[] };
}

export interface InsideStep {
  readonly before: Lying | null;
  readonly after: Lying;
  readonly actor: Actor;
  readonly reading: Reading;
  /** The fields its body may have: no others, so that there is no place for an identity (duty 112). */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What anybody who may task passes on; written once by someone outside and never again (duty 112). */
  readonly passedOn: boolean;
}

/**
 * What is wrong with a record that lies in a compartment, on any path (duties 111, 112): it is filed under the compartment, read by exactly its members,
 * written by them alone but for tasking passed on, and never moves out.
 */
export async function insideConcerns({ before, after, actor, reading, fields, passedOn }: InsideStep): Promise<readonly Refusal[]> {
  const { compartmentId, readerIds } = after.body;
  if (Object.keys(after.body).some((key) => !Object.hasOwn(fields, key))) return [compartmentBook.say('compartment/other-fields')];
  if (
    after.compartment !== compartmentId ||
    after.scope !== compartmentId ||
    after.parent !== compartmentId ||
    after.marking !== 'OFFICIAL-SENSITIVE' ||
    after.number !== 0
  )
    return [compartmentBook.say('compartment/filed-wrongly')];
  if (compartmentId === WAITING_ROOM)
    return passedOn && before === null && readerIds.length === 0 && mayTaskSourceUnit(actor)
      ? []
      : [compartmentBook.say('compartment/filed-wrongly')];
  const compartment = await reading.one('compartment', compartmentId);
  if (compartment === null || !same(readerIds, compartment.body.memberIds)) return [compartmentBook.say('compartment/filed-wrongly')];
  const stays = before === null || before.body.compartmentId === compartmentId || (before.body.compartmentId === WAITING_ROOM && passedOn);
  if (!stays) return [compartmentBook.say('compartment/filed-wrongly')];
  // Whoever is taken out of the circle may be the one who changes it: then they were in it before.
  const mayWrite =
    compartment.body.memberIds.includes(actor.personId) ||
    (before?.body.readerIds.includes(actor.personId) ?? false) ||
    (before === null && passedOn && compartment.body.takesTasking && mayTaskSourceUnit(actor));
  if (!mayWrite) return [compartmentBook.say('compartment/by-members-only')];
  return [];
}
