import type { ActionRow } from '#shared/domain/action/action-rows.ts';

export const ACTION_TABS = ['open', 'overdue', 'awaiting', 'blocked', 'stalled', 'owner-left', 'mine', 'finished'] as const;
export type ActionTab = (typeof ACTION_TABS)[number];

const finished = (row: ActionRow): boolean => row.state === 'verified' || row.state === 'withdrawn';

/** Whether an action belongs under a tab of the board, for this person. */
export function underTab(row: ActionRow, tab: ActionTab, personId: string): boolean {
  switch (tab) {
    case 'open':
      return !finished(row);
    case 'overdue':
      return row.overdueDays > 0;
    case 'awaiting':
      return row.awaitingVerification;
    case 'blocked':
      return row.state === 'blocked';
    case 'stalled':
      return row.stalled;
    case 'owner-left':
      return row.ownerLeft;
    case 'mine':
      return row.ownerId === personId && !finished(row);
    case 'finished':
      return finished(row);
  }
}

export interface ActionFilter {
  readonly text: string;
  readonly groupId: string;
  readonly ownerId: string;
}

/** Whether an action fits the filters: every word somewhere in reference, text, owner, supporters, group or strand. */
export function fitsFilter(row: ActionRow, { text, groupId, ownerId }: ActionFilter): boolean {
  if ((groupId !== '' && row.groupId !== groupId) || (ownerId !== '' && row.ownerId !== ownerId)) return false;
  const all = [row.reference, row.text, row.owner, ...row.supporters, row.groupName, row.strand].join(' ').toLocaleLowerCase('en-GB');
  return text
    .toLocaleLowerCase('en-GB')
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** One owner's share of the open actions. */
export interface OwnerRow {
  readonly id: string;
  readonly owner: string;
  readonly left: boolean;
  readonly open: number;
  readonly overdue: number;
  readonly awaiting: number;
  readonly oldest: number;
  readonly next: string;
}

/** Open actions by owner, those with most overdue first. */
export function byOwner(rows: readonly ActionRow[]): readonly OwnerRow[] {
  const owners = new Map<string, ActionRow[]>();
  for (const row of rows) if (!finished(row)) owners.set(row.ownerId, [...(owners.get(row.ownerId) ?? []), row]);
  const lines = [...owners].map(
    ([id, own]): OwnerRow => ({
      id,
      owner: own[0]?.owner ?? '',
      left: own[0]?.ownerLeft ?? false,
      open: own.length,
      overdue: own.filter((row) => row.overdueDays > 0).length,
      awaiting: own.filter((row) => row.awaitingVerification).length,
      oldest: Math.max(...own.map((row) => row.ageDays)),
      next: own.map((row) => row.dueOn).sort()[0] ?? '',
    }),
  );
  return lines.sort((a, b) => b.overdue - a.overdue || b.open - a.open || (a.owner < b.owner ? -1 : 1));
}
