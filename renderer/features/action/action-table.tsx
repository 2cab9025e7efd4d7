import type { ReactNode } from 'react';
import type { ActionRow } from '#shared/domain/action/action-rows.ts';
import { type Column, DataTable, type TableFilter } from '#renderer/components/data-table.tsx';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { actionsText } from '#renderer/text/actions.ts';
import { ActionState, actionStateText } from './action-state.tsx';
import type { OwnerRow } from './choose-actions.ts';

const { columns: titles, ownerColumns } = actionsText;

const COLUMNS: readonly Column<ActionRow>[] = [
  {
    id: 'reference',
    title: titles.reference,
    width: 12.5,
    value: (row) => row.reference,
    cell: (row) => <Reference>{row.reference}</Reference>,
  },
  {
    id: 'text',
    title: titles.text,
    width: 12,
    grow: true,
    value: (row) => row.text,
    cell: (row) => (
      <span title={row.text}>
        {row.policeOnly && (
          <>
            <PoliceOnly />{' '}
          </>
        )}
        {row.text}
      </span>
    ),
  },
  {
    id: 'owner',
    title: titles.owner,
    width: 13,
    value: (row) => row.owner,
    cell: (row) => (
      <span title={row.owner}>
        <OwnerName name={row.owner} left={row.ownerLeft} />
      </span>
    ),
  },
  {
    id: 'due',
    title: titles.due,
    width: 9,
    value: (row) => row.dueOn,
    cell: (row) => <When at={row.dueOn} />,
    text: (row) => whenText(row.dueOn),
  },
  { id: 'age', title: titles.age, width: 5.5, align: 'end', value: (row) => row.ageDays },
  { id: 'state', title: titles.state, width: 14, value: (row) => actionStateText(row), cell: (row) => <ActionState row={row} /> },
];
/** Beside an open details pane the list keeps what tells one action from another; the pane shows the rest. */
const BESIDE_DETAILS = COLUMNS.filter((column) => ['reference', 'text', 'state'].includes(column.id));

function OwnerName({ name, left }: { readonly name: string; readonly left: boolean }): ReactNode {
  return left ? (
    <>
      {name} <StatusText tone="attention">{actionsText.ownerLeft}</StatusText>
    </>
  ) : (
    name
  );
}

interface ActionTableProps {
  readonly rows: readonly ActionRow[];
  readonly total: number;
  readonly filters: readonly TableFilter[];
  readonly openId: string;
  /** Finished actions stand latest first, open ones soonest due first. */
  readonly finished: boolean;
  readonly onOpen: (row: ActionRow) => void;
  readonly empty: ReactNode;
}

/** Actions as a list. */
export function ActionTable({ rows, total, filters, openId, finished, onOpen, empty }: ActionTableProps): ReactNode {
  return (
    <DataTable
      key={String(finished)}
      name={finished ? 'actions-finished' : 'actions'}
      label={actionsText.title}
      rows={rows}
      total={total}
      columns={openId === '' ? COLUMNS : BESIDE_DETAILS}
      noun={actionsText.noun}
      sortedBy={{ column: 'due', descending: finished }}
      filters={filters}
      onOpen={onOpen}
      openId={openId}
      empty={empty}
      rowState={(row) => (row.overdueDays > 0 ? 'overdue' : row.state === 'withdrawn' ? 'superseded' : undefined)}
    />
  );
}

const OWNER_COLUMNS: readonly Column<OwnerRow>[] = [
  {
    id: 'owner',
    title: ownerColumns.owner,
    width: 18,
    grow: true,
    value: (row) => row.owner,
    cell: (row) => <OwnerName name={row.owner} left={row.left} />,
  },
  { id: 'open', title: ownerColumns.open, width: 6, align: 'end', value: (row) => row.open },
  { id: 'overdue', title: ownerColumns.overdue, width: 7, align: 'end', value: (row) => row.overdue },
  { id: 'awaiting', title: ownerColumns.awaiting, width: 7, align: 'end', value: (row) => row.awaiting },
  { id: 'oldest', title: ownerColumns.oldest, width: 9, align: 'end', value: (row) => row.oldest },
  {
    id: 'next',
    title: ownerColumns.next,
    width: 9,
    value: (row) => row.next,
    cell: (row) => <When at={row.next} />,
    text: (row) => whenText(row.next),
  },
];

/** Open actions counted by owner; opening a row shows that owner's. */
export function OwnerTable({
  rows,
  onOpen,
  empty,
}: {
  readonly rows: readonly OwnerRow[];
  readonly onOpen: (row: OwnerRow) => void;
  readonly empty: ReactNode;
}): ReactNode {
  return (
    <DataTable
      name="action-owners"
      label={actionsText.looks.owners}
      rows={rows}
      columns={OWNER_COLUMNS}
      noun={actionsText.ownerNoun}
      sortedBy={{ column: 'overdue', descending: true }}
      onOpen={onOpen}
      empty={empty}
      rowState={(row) => (row.overdue > 0 ? 'overdue' : undefined)}
    />
  );
}
