import type { Refusal } from '#shared/base/result.ts';
import { holdsForForce } from '#shared/domain/access/access.policy.ts';
import type { AccessClass, Actor } from '#shared/domain/access/access.ts';
import { POLICE } from '#shared/domain/access/actor.ts';
import type { WritableRecord } from '#shared/domain/kit/noun.ts';
import { RUNNING_ROLES, runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { publicationBook } from './publication-refusals.ts';
import type { PublicationBody } from './publication.schema.ts';

const PUBLISHERS = ['director-of-intelligence', 'chief-officer-lead'] as const;

/** Who approves a publication and sends it: the director of intelligence or the chief-officer lead (duty 10). */
export function mayPublish(actor: Actor): Refusal | null {
  return !actor.partner && holdsForForce(actor, ...PUBLISHERS) ? null : publicationBook.say('publication/not-yours-to-publish');
}

/** Whether the person follows who has read what a group published, and reminds: its publishers, and those who run the group. */
export function followsReading(actor: Actor, groupId: string): boolean {
  return !actor.partner && (mayPublish(actor) === null || runsGroup(actor, groupId));
}

/** A staff version is for everyone of the force; a partner version for the police and the people of the agencies it was sent to (duties 99, 100). */
export function publicationAccess(record: WritableRecord<'publication', PublicationBody>): AccessClass {
  const { audience, agencyIds } = record.body;
  const place = { unit: record.scope, marking: record.marking };
  return audience === 'staff'
    ? { ...place, caveats: ['POLICE-ONLY'], named: [] }
    : { ...place, caveats: [], named: [POLICE, ...agencyIds.map((id) => `agency:${id}`)] };
}

/** A receipt is read by whose it is, by publishers and by those who run the group. */
export function receiptAccess(
  record: { readonly scope: string; readonly marking: AccessClass['marking'] },
  groupId: string,
  readerId: string,
): AccessClass {
  return {
    unit: record.scope,
    marking: record.marking,
    caveats: [],
    named: [`person:${readerId}`, ...PUBLISHERS.map((role) => `role:${role}`), ...RUNNING_ROLES.map((role) => `role:${role}@${groupId}`)],
  };
}
