import type { Marking, RecordToWrite } from '#shared/contracts/record/record.ts';
import type { CommandContext } from '#shared/domain/kit/command.ts';
import type { ActionBody } from './action.schema.ts';

/** The marking of an action raised outside a meeting and from no decision: what such matters are marked by default. */
export const MARKING_OUTSIDE_MEETINGS: Marking = 'OFFICIAL-SENSITIVE';

interface Place {
  readonly id: string;
  /** The meeting that raises it, or null outside one. */
  readonly meeting: { readonly id: string } | null;
  readonly scope: string;
  readonly marking: Marking;
  readonly groupId: string;
  readonly number: number;
  readonly entry: number;
  readonly reference: string;
}
type Raised = Pick<ActionBody, 'itemId' | 'decisionId' | 'text' | 'strand' | 'supporterIds' | 'policeOnly'> & {
  readonly ownerId: string;
  readonly dueOn: ActionBody['firstDueOn'];
};

/** The record of an action as it is raised: open, with one owner and its first due day (duties 123, 135). */
export function actionToRaise(
  place: Place,
  raised: Raised,
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
): RecordToWrite<'action', ActionBody> {
  return {
    id: place.id,
    kind: 'action',
    scope: place.scope,
    marking: place.marking,
    handling: '',
    compartment: '',
    state: 'open',
    owner: raised.ownerId,
    parent: place.meeting?.id ?? '',
    number: place.number,
    dueAt: raised.dueOn,
    sortAt: now,
    body: {
      groupId: place.groupId,
      itemId: raised.itemId,
      decisionId: raised.decisionId,
      reference: place.reference,
      entry: place.entry,
      text: raised.text,
      strand: raised.strand,
      supporterIds: raised.supporterIds,
      raisedAt: now,
      raisedById: actor.personId,
      firstDueOn: raised.dueOn,
      progress: [],
      claimedAt: '',
      claimedById: '',
      verifiedAt: '',
      verifiedById: '',
      withdrawnBecause: '',
      policeOnly: raised.policeOnly,
    },
  };
}
