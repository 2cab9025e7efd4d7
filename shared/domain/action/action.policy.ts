import type { Refusal } from '#shared/base/result.ts';
import { type Actor, holdsRoleIn } from '#shared/domain/access/access.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { chairsGroup, holdsDelegation, maySee, runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { actionBook } from './action-refusals.ts';

type Action = RecordOf<'action'>;

/** What stands in the way of this person doing something with this action, by command; null where nothing of policy does. */
export interface ActionPermissions {
  readonly progress: Refusal | null;
  readonly claim: Refusal | null;
  readonly verify: Refusal | null;
  /** Reassign, change the due day, return. */
  readonly manage: Refusal | null;
  readonly withdraw: Refusal | null;
}

/** Whether the person chairs the group, or manages its actions with the chair's written delegation (duty 124). */
export async function managesActions(actor: Actor, groupId: string, reading: Reading): Promise<boolean> {
  return chairsGroup(actor, groupId) || (await holdsDelegation(actor, groupId, reading));
}

/** Owner and supporters report and claim; those who run the group may report for them (duties 123, 125). */
function mayReport(actor: Actor, action: Action): boolean {
  return (
    action.owner === actor.personId ||
    action.body.supporterIds.includes(actor.personId) ||
    runsGroup(actor, action.body.groupId) ||
    holdsRoleIn(actor, action.body.groupId, 'action-manager')
  );
}

/** Judges every step at once; `manages` comes from `managesActions`, so that a list of actions asks once a group. */
export function permissionsFor(actor: Actor, action: Action, manages: boolean): ActionPermissions {
  const chairs = chairsGroup(actor, action.body.groupId);
  const undelegated = !manages && holdsRoleIn(actor, action.body.groupId, 'action-manager');
  return {
    progress: mayReport(actor, action) ? null : actionBook.say('action/not-yours'),
    claim: action.owner === actor.personId || action.body.supporterIds.includes(actor.personId) ? null : actionBook.say('action/not-yours'),
    verify: undelegated
      ? actionBook.say('action/no-delegation')
      : !manages
        ? actionBook.say('action/not-yours-to-manage')
        : action.owner === actor.personId
          ? actionBook.say('action/verified-by-owner')
          : action.body.claimedById === actor.personId
            ? actionBook.say('action/verified-by-claimant')
            : null,
    manage: manages ? null : actionBook.say('action/not-yours-to-manage'),
    withdraw: chairs ? null : actionBook.say('action/not-yours-to-withdraw'),
  };
}

/** The action with what the person may do with it; null when there is none or it is not theirs to see. */
export async function actionFor(
  actor: Actor,
  actionId: string,
  reading: Reading,
): Promise<{ readonly action: Action; readonly may: ActionPermissions } | null> {
  const action = await reading.one('action', actionId);
  if (action === null || !maySee(actor, action)) return null;
  return { action, may: permissionsFor(actor, action, await managesActions(actor, action.body.groupId, reading)) };
}
