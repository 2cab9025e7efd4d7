import { z } from 'zod';
import { idShape, maybeIdShape } from '#shared/base/shapes.ts';
import { holdsRoleIn } from '#shared/domain/access/access.ts';
import type { Refusal } from '#shared/base/result.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import { isUnfinished } from '#shared/domain/meeting/carry-forward.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import { type PersonNamed, readNames } from '#shared/domain/meeting/people-named.ts';
import { type ActionRow, actionRows } from './action-rows.ts';
import { actionBook } from './action-refusals.ts';
import type { ActionBody } from './action.schema.ts';

export interface GroupNamed {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}
export interface ActionsBoard {
  /** Unfinished ones by due day, then finished ones latest first. */
  readonly rows: readonly ActionRow[];
  readonly counts: {
    readonly open: number;
    readonly overdue: number;
    readonly awaiting: number;
    readonly blocked: number;
    readonly stalled: number;
    readonly ownerLeft: number;
  };
  /** Groups this person may raise an action for outside a meeting. */
  readonly raiseFor: readonly GroupNamed[];
  readonly people: readonly PersonNamed[];
}

/** Every action this person may see, as the action manager's board (duties 51, 123-125). */
export const actionsBoardQuery = defineQuery({
  name: 'actions-board',
  args: z.object({ groupId: maybeIdShape.default(''), finished: z.boolean().default(true) }),
  followsClock: true,
  read: async ({ groupId, finished }, context): Promise<ActionsBoard> => {
    const { reading, actor } = context;
    const names = await readNames(reading);
    const seen = (await reading.many('action', {}, { by: 'dueAt' })).filter(
      (action) => (groupId === '' || action.body.groupId === groupId) && (finished || isUnfinished(action)),
    );
    const rows = await actionRows(
      [...seen.filter(isUnfinished), ...seen.filter((action) => !isUnfinished(action)).reverse()],
      names,
      context,
    );
    const many = (test: (row: ActionRow) => boolean): number => rows.filter(test).length;
    const groups = await reading.many('group', { state: 'in-use' });
    return {
      rows,
      counts: {
        open: seen.filter(isUnfinished).length,
        overdue: many((row) => row.overdueDays > 0),
        awaiting: many((row) => row.awaitingVerification),
        blocked: many((row) => row.state === 'blocked'),
        stalled: many((row) => row.stalled),
        ownerLeft: many((row) => row.ownerLeft),
      },
      raiseFor: groups
        .filter((group) => runsGroup(actor, group.id) || holdsRoleIn(actor, group.id, 'action-manager'))
        .map((group) => ({ id: group.id, name: group.body.name, code: group.body.code })),
      people: names.serving,
    };
  },
});

export interface ActionPage extends ActionRow {
  readonly progress: readonly {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly text: string;
    readonly did: string;
  }[];
  readonly raisedBy: string;
  readonly verifiedAt: string;
  readonly verifiedBy: string;
  readonly withdrawnBecause: string;
  /** Empty where it was raised outside a meeting, or where the meeting is not this person's to see. */
  readonly meetingReference: string;
  readonly itemTitle: string;
  readonly decision: { readonly id: string; readonly reference: string; readonly text: string } | null;
  readonly people: readonly PersonNamed[];
}

/** One action with its log and where it comes from; null when there is none or it is not this person's to see. */
export const actionQuery = defineQuery({
  name: 'action',
  args: z.object({ actionId: idShape }),
  followsClock: true,
  seen: ({ actionId }) => ({ kind: 'action', id: actionId }),
  read: async ({ actionId }, context): Promise<ActionPage | null> => {
    const { reading } = context;
    const action = await reading.one('action', actionId);
    if (action === null) return null;
    const names = await readNames(reading);
    const [row] = await actionRows([action], names, context);
    if (row === undefined) return null;
    const [meeting, item, decision] = await Promise.all([
      action.parent === '' ? null : reading.one('meeting', action.parent),
      action.body.itemId === '' ? null : reading.one('agenda-item', action.body.itemId),
      action.body.decisionId === '' ? null : reading.one('decision', action.body.decisionId),
    ]);
    const body: ActionBody = action.body;
    return {
      ...row,
      progress: body.progress.map((note, index) => ({
        id: String(index + 1),
        at: note.at,
        by: names.of(note.byId),
        text: note.text,
        did: note.did,
      })),
      raisedBy: names.of(body.raisedById),
      verifiedAt: body.verifiedAt,
      verifiedBy: names.of(body.verifiedById),
      withdrawnBecause: body.withdrawnBecause,
      meetingReference: meeting?.body.reference ?? '',
      itemTitle: item?.body.title ?? '',
      decision: decision === null ? null : { id: decision.id, reference: decision.body.reference, text: decision.body.text },
      people: names.serving,
    };
  },
});

/** Why this person raises no action for the group outside a meeting; null when they may. */
export function raiseRefusal(board: Pick<ActionsBoard, 'raiseFor'>): Refusal | null {
  return board.raiseFor.length > 0 ? null : actionBook.say('action/not-yours-to-raise');
}

export const actionQueries = [actionsBoardQuery, actionQuery] as const;
