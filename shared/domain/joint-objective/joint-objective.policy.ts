import type { Refusal } from '#shared/base/result.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { maySee } from '#shared/domain/meeting/meeting.policy.ts';
import { jointObjectiveBook } from './joint-objective-refusals.ts';

/** Who proposes, changes and ends the joint objectives of a group. */
export function mayPropose(actor: Actor, groupId: string): Refusal | null {
  return preparesStrategy(actor, groupId) ? null : jointObjectiveBook.say('joint-objective/not-yours-to-propose');
}

/** The agency a partner speaks for; empty for the police. Only commands and rules can tell: partners do not read the directory. */
export async function agencyOf(actor: Actor, reading: Reading): Promise<string> {
  return actor.partner ? ((await reading.one('person', actor.personId))?.body.partnerAgencyId ?? '') : '';
}

/** Who records that an agency agreed: its own people who sit in the group, and those who prepare strategy for it (duty 70). An empty agency is one's own. */
export async function mayAgree(actor: Actor, objectiveId: string, agencyId: string, reading: Reading): Promise<Refusal | null> {
  const refusal = jointObjectiveBook.say('joint-objective/not-yours-to-agree');
  const objective = await reading.one('joint-objective', objectiveId);
  if (objective === null || !maySee(actor, objective)) return refusal;
  if (preparesStrategy(actor, objective.body.groupId)) return null;
  const own = await agencyOf(actor, reading);
  if (own === '') return refusal;
  return agencyId === '' || agencyId === own ? null : jointObjectiveBook.say('joint-objective/for-another-agency', { field: 'agencyId' });
}
