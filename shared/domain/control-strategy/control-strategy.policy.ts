import type { Refusal } from '#shared/base/result.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import { preparesStrategy } from '#shared/domain/access/strategy-access.ts';
import { chairsGroup, runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { controlStrategyBook } from './control-strategy-refusals.ts';

/** Who drafts and changes a draft: whoever runs the strategic group, the analysts, the director and the lead; never a partner (duties 74, 101). */
export function mayDraftStrategy(actor: Actor, groupId: string): Refusal | null {
  return groupId !== '' && preparesStrategy(actor, groupId) ? null : controlStrategyBook.say('control-strategy/not-yours-to-draft');
}

/** Who carries out the group's decision that sets it: its chair, a deputy chair or its secretary (duties 74, 93, 101). */
export function maySetStrategy(actor: Actor, groupId: string): Refusal | null {
  return runsGroup(actor, groupId) && !actor.partner ? null : controlStrategyBook.say('control-strategy/not-yours-to-set');
}

/** Who gives a priority to another owner between two meetings: the chair of the strategic group or a deputy (duty 97). */
export function mayHandOver(actor: Actor, groupId: string): boolean {
  return groupId !== '' && chairsGroup(actor, groupId) && !actor.partner;
}

/** Who names the current delivery plan of a priority: its owner, and whoever runs the strategic group (duties 97, 98). */
export function mayNamePlan(actor: Actor, ownerId: string, groupId: string): boolean {
  return !actor.partner && (ownerId === actor.personId || (groupId !== '' && runsGroup(actor, groupId)));
}
