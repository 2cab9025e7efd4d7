import type { ReactNode } from 'react';
import type { PlanRow } from '#shared/domain/delivery-plan/delivery-plan.queries.ts';
import { type Column, DataTable, type TableFilter } from '#renderer/components/data-table.tsx';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { plansText as words } from '#renderer/text/plans.ts';

const { columns: titles } = words;
const stateOf = (row: PlanRow): string => (row.reviewOverdue ? words.reviewDue : (words.states[row.state] ?? row.state));
const lookOn = (row: PlanRow): string => (row.reviewOn === '' ? row.endsOn : row.reviewOn);

/** Where a plan is in its life; a review that is due comes before that. */
export function PlanState({ row }: { readonly row: PlanRow }): ReactNode {
  return (
    <StatusText tone={row.reviewOverdue ? 'danger' : row.state === 'approved' ? 'active' : row.state === 'closed' ? 'good' : 'quiet'}>
      {stateOf(row)}
    </StatusText>
  );
}

const COLUMNS: readonly Column<PlanRow>[] = [
  {
    id: 'reference',
    title: titles.reference,
    width: 14.5,
    value: (row) => row.reference,
    cell: (row) => <Reference>{row.reference}</Reference>,
  },
  {
    id: 'title',
    title: titles.title,
    width: 14,
    grow: true,
    value: (row) => row.title,
    cell: (row) => (
      <span title={row.title}>
        {row.policeOnly && (
          <>
            <PoliceOnly />{' '}
          </>
        )}
        {row.title}
      </span>
    ),
  },
  {
    id: 'owner',
    title: titles.owner,
    width: 13,
    value: (row) => row.owner,
    cell: (row) => (row.owner === '' ? <StatusText tone="attention">{words.noOwner}</StatusText> : row.owner),
  },
  { id: 'priority', title: titles.priority, width: 5.5, value: (row) => (row.priority === '' ? words.outside : row.priority) },
  {
    id: 'look',
    title: titles.look,
    width: 9,
    value: lookOn,
    cell: (row) => (row.state === 'closed' ? '' : <When at={lookOn(row)} />),
    text: (row) => (row.state === 'closed' ? '' : whenText(lookOn(row))),
  },
  { id: 'hours', title: titles.hours, width: 5, align: 'end', value: (row) => row.hours },
  { id: 'state', title: titles.state, width: 8, value: stateOf, cell: (row) => <PlanState row={row} /> },
];

interface PlanTableProps {
  readonly rows: readonly PlanRow[];
  readonly filters: readonly TableFilter[];
  readonly onOpen: (row: PlanRow) => void;
  readonly empty: ReactNode;
}

/** Delivery plans, the next to be looked at first. */
export function PlanTable({ rows, filters, onOpen, empty }: PlanTableProps): ReactNode {
  return (
    <DataTable
      name="plans"
      label={words.title}
      rows={rows}
      columns={COLUMNS}
      noun={words.noun}
      sortedBy={{ column: 'look' }}
      filters={filters}
      onOpen={onOpen}
      empty={empty}
      rowState={(row) => (row.reviewOverdue ? 'overdue' : undefined)}
    />
  );
}
