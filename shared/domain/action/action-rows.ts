import type { Refusal } from '#shared/base/result.ts';
import { type Instant, dayOf, daysBetween, day } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { isUnfinished } from '#shared/domain/meeting/carry-forward.ts';
import type { Names } from '#shared/domain/meeting/people-named.ts';
import { actionBook } from './action-refusals.ts';
import { managesActions, permissionsFor } from './action.policy.ts';
import type { ActionBody } from './action.schema.ts';

/** An action nobody wrote about for this long counts as stalled (duty 51). */
export const STALLED_AFTER_DAYS = 28;

/** What this person may do with an action as it stands: null where nothing forbids it. */
export interface ActionSteps {
  readonly progress: Refusal | null;
  readonly block: Refusal | null;
  readonly claim: Refusal | null;
  readonly verify: Refusal | null;
  readonly return: Refusal | null;
  readonly reassign: Refusal | null;
  readonly changeDue: Refusal | null;
  readonly withdraw: Refusal | null;
}

/** One line of the action manager's board. */
export interface ActionRow {
  readonly id: string;
  readonly reference: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly groupCode: string;
  /** Empty when raised outside a meeting. */
  readonly meetingId: string;
  readonly decisionId: string;
  readonly itemId: string;
  readonly text: string;
  readonly strand: ActionBody['strand'];
  readonly state: string;
  readonly ownerId: string;
  readonly owner: string;
  /** The owner has left the force: in effect nobody owns it. */
  readonly ownerLeft: boolean;
  readonly supporterIds: readonly string[];
  readonly supporters: readonly string[];
  readonly dueOn: string;
  readonly firstDueOn: string;
  readonly raisedAt: string;
  readonly ageDays: number;
  /** Days past the due day while it is not claimed or finished; 0 when not overdue. */
  readonly overdueDays: number;
  readonly lastNoteAt: string;
  readonly stalled: boolean;
  readonly awaitingVerification: boolean;
  readonly claimedBy: string;
  readonly claimedAt: string;
  readonly policeOnly: boolean;
  readonly marking: Marking;
  readonly steps: ActionSteps;
}

/** An action where nothing is done with it: a line of a meeting's record. */
export type ActionLine = Omit<ActionRow, 'steps'>;

/** Makes the rows of a list of actions, asking once a group what the person may do there. */
export async function actionRows(
  actions: readonly RecordOf<'action'>[],
  names: Names,
  { reading, actor, now }: { readonly reading: Reading; readonly actor: Actor; readonly now: Instant },
): Promise<readonly ActionRow[]> {
  const groupIds = [...new Set(actions.map((action) => action.body.groupId))];
  const groups = new Map((await reading.some('group', groupIds)).map((group) => [group.id, group]));
  const manages = new Map(await Promise.all(groupIds.map(async (id) => [id, await managesActions(actor, id, reading)] as const)));
  const today = dayOf(now);
  return actions.map((action): ActionRow => {
    const { body } = action;
    const lastNoteAt = body.progress.at(-1)?.at ?? body.raisedAt;
    const unfinished = isUnfinished(action);
    const working = unfinished && action.state !== 'claimed';
    return {
      id: action.id,
      reference: body.reference,
      groupId: body.groupId,
      groupName: groups.get(body.groupId)?.body.name ?? '',
      groupCode: groups.get(body.groupId)?.body.code ?? '',
      meetingId: action.parent,
      decisionId: body.decisionId,
      itemId: body.itemId,
      text: body.text,
      strand: body.strand,
      state: action.state,
      ownerId: action.owner,
      owner: names.of(action.owner),
      ownerLeft: unfinished && names.person(action.owner)?.serving === false,
      supporterIds: body.supporterIds,
      supporters: body.supporterIds.map((id) => names.of(id)),
      dueOn: action.dueAt,
      firstDueOn: body.firstDueOn,
      raisedAt: body.raisedAt,
      ageDays: daysBetween(dayOf(body.raisedAt), today),
      overdueDays: working ? Math.max(0, daysBetween(day(action.dueAt), today)) : 0,
      lastNoteAt,
      stalled: working && daysBetween(dayOf(lastNoteAt), today) >= STALLED_AFTER_DAYS,
      awaitingVerification: action.state === 'claimed',
      claimedBy: names.of(body.claimedById),
      claimedAt: body.claimedAt,
      policeOnly: body.policeOnly,
      marking: action.marking,
      steps: stepsFor(actor, action, manages.get(body.groupId) === true),
    };
  });
}

/** Policy and state together: why each step is not open to this person now. */
export function stepsFor(actor: Actor, action: RecordOf<'action'>, manages: boolean): ActionSteps {
  if (!isUnfinished(action)) {
    const over = actionBook.say('action/finished');
    return { progress: over, block: over, claim: over, verify: over, return: over, reassign: over, changeDue: over, withdraw: over };
  }
  const may = permissionsFor(actor, action, manages);
  const claimed = action.state === 'claimed';
  const notClaimed = claimed ? null : actionBook.say('action/not-claimed');
  const alreadyClaimed = claimed ? actionBook.say('action/claimed-already') : null;
  return {
    progress: may.progress,
    block: may.progress ?? alreadyClaimed,
    claim: may.claim ?? alreadyClaimed,
    verify: may.verify ?? notClaimed,
    return: may.manage ?? notClaimed,
    reassign: may.manage,
    changeDue: may.manage,
    withdraw: may.withdraw,
  };
}
