import type { ReactNode } from 'react';
import type { CommissionRow } from '#shared/domain/commission/commission.queries.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import { CommissionState } from './commission-state.tsx';

const words = taskingText.commissions;
const { columns: titles } = words;

const COLUMNS: readonly Column<CommissionRow>[] = [
  {
    id: 'reference',
    title: titles.reference,
    width: 10.5,
    value: (row) => row.reference,
    cell: (row) => <Reference>{row.reference}</Reference>,
  },
  {
    id: 'question',
    title: titles.question,
    width: 16,
    grow: true,
    value: (row) => row.question,
    cell: (row) => (
      <span title={row.question}>
        {row.policeOnly && (
          <>
            <PoliceOnly />{' '}
          </>
        )}
        {row.question}
      </span>
    ),
  },
  {
    id: 'owner',
    title: titles.owner,
    width: 11,
    value: (row) => row.owner,
    cell: (row) => (row.ownerLeft ? <StatusText tone="attention">{`${row.owner}: ${words.ownerLeft}`}</StatusText> : row.owner),
  },
  {
    id: 'due',
    title: titles.due,
    width: 8,
    value: (row) => row.dueOn,
    cell: (row) => <When at={row.dueOn} />,
    text: (row) => whenText(row.dueOn),
  },
  { id: 'group', title: titles.group, width: 9, value: (row) => row.groupName },
  {
    id: 'state',
    title: titles.state,
    width: 9,
    value: (row) => row.state,
    cell: (row) => <CommissionState row={row} />,
    text: (row) => (row.overdueDays > 0 ? words.overdue(row.overdueDays) : (words.states[row.state] ?? row.state)),
  },
];

interface CommissionTableProps {
  readonly rows: readonly CommissionRow[];
  readonly total: number;
  readonly onOpen: (row: CommissionRow) => void;
  readonly empty: ReactNode;
}

/** Commissions, the most pressing first. */
export function CommissionTable({ rows, total, onOpen, empty }: CommissionTableProps): ReactNode {
  return (
    <DataTable
      name="commissions"
      label={words.title}
      rows={rows}
      total={total}
      columns={COLUMNS}
      noun={words.noun}
      onOpen={onOpen}
      empty={empty}
    />
  );
}
