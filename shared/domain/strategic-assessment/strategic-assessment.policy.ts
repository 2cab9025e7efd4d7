import type { Day } from '#shared/base/time.ts';
import { type Actor, holdsRole, holdsRoleIn } from '#shared/domain/access/access.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';

interface Assessment {
  readonly id: string;
  readonly owner: string;
  readonly body: { readonly groupId: string };
}

/** Whether the person keeps the frame of an assessment and may write any section of the police: its author, or a principal analyst (duties 13, 14). */
export function writesAssessment(actor: Actor, assessment: Pick<Assessment, 'owner'>): boolean {
  return !actor.partner && (actor.personId === assessment.owner || holdsRole(actor, 'principal-analyst'));
}

/** Whether the person agrees terms of reference: whoever answers for the work, and never its author (duty 29). */
export function agreesTerms(actor: Actor, assessment: Assessment): boolean {
  if (actor.partner || actor.personId === assessment.owner) return false;
  return (
    holdsRoleIn(actor, assessment.body.groupId, 'chair', 'deputy-chair') ||
    holdsRole(actor, 'director-of-intelligence', 'chief-officer-lead')
  );
}

/** Whether the person gives an assessment to another author (duty 13). */
export function handsOver(actor: Actor, assessment: Pick<Assessment, 'owner'>): boolean {
  return writesAssessment(actor, assessment) || (!actor.partner && holdsRole(actor, 'director-of-intelligence'));
}

/** Everyone who is or has been the author. */
export async function authorsEver(reading: Reading, assessment: Pick<Assessment, 'id' | 'owner'>): Promise<ReadonlySet<string>> {
  const earlier = await reading.versions('strategic-assessment', assessment.id);
  return new Set([assessment.owner, ...earlier.map((version) => version.owner)]);
}

/** Whether someone may review this assessment: a principal analyst on that day who is not and has not been its author (duty 13). */
export async function mayReview(
  reading: Reading,
  assessment: Pick<Assessment, 'id' | 'owner'>,
  personId: string,
  on: Day,
): Promise<boolean> {
  if (personId === '' || (await authorsEver(reading, assessment)).has(personId)) return false;
  const held = await reading.many('appointment', { owner: personId });
  return held.some((one) => one.body.role === 'principal-analyst' && countsOn(one.body, on));
}

const READS_STRATEGY = ['chief-officer-lead', 'director-of-intelligence', 'intelligence-manager', 'principal-analyst', 'analyst'];

/** Whether somebody could read every section of work for a group: of the group itself, or of an office of the force that does. An author must (duty 14). */
export async function couldReadWork(reading: Reading, personId: string, groupId: string, on: Day): Promise<boolean> {
  const held = (await reading.many('appointment', { owner: personId })).filter((one) => countsOn(one.body, on));
  return held.some(({ body }) => body.scopeId === groupId || (body.scopeType === 'force' && READS_STRATEGY.includes(body.role)));
}
