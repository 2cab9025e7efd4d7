import type { ReactNode } from 'react';
import type { DecisionRow } from '#shared/domain/decision/decision.queries.ts';
import { type Column, DataTable, type TableFilter } from '#renderer/components/data-table.tsx';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { decisionsText } from '#renderer/text/decisions.ts';
import styles from './decision.module.css';

const { columns: titles } = decisionsText;

const COLUMNS: readonly Column<DecisionRow>[] = [
  {
    id: 'reference',
    title: titles.reference,
    width: 13,
    value: (row) => row.reference,
    cell: (row) => <Reference>{row.reference}</Reference>,
  },
  {
    id: 'decided',
    title: titles.decided,
    width: 12,
    value: (row) => row.decidedAt,
    cell: (row) => <When at={row.decidedAt} />,
    text: (row) => whenText(row.decidedAt),
  },
  {
    id: 'text',
    title: titles.text,
    width: 14,
    grow: true,
    value: (row) => row.text,
    cell: (row) => (
      <span title={row.text}>
        {row.policeOnly && (
          <>
            <PoliceOnly />{' '}
          </>
        )}
        {row.supersededById !== '' && (
          <>
            <StatusText tone="quiet">{decisionsText.superseded}</StatusText>{' '}
          </>
        )}
        {!row.withinAuthority && (
          <>
            <StatusText tone="attention">{decisionsText.advisory}</StatusText>{' '}
          </>
        )}
        <span className={row.supersededById === '' ? undefined : styles['struck']}>{row.text}</span>
      </span>
    ),
  },
  { id: 'priority', title: titles.priority, width: 5.5, value: (row) => (row.priority === '' ? decisionsText.outside : row.priority) },
  { id: 'follows', title: titles.follows, width: 8, value: (row) => decisionsText.follows(row.actionsOpen, row.actionsDone) },
];

interface DecisionTableProps {
  readonly rows: readonly DecisionRow[];
  readonly total: number;
  readonly filters: readonly TableFilter[];
  readonly onOpen: (row: DecisionRow) => void;
  readonly empty: ReactNode;
}

/** The register of decisions, the latest first; superseded ones struck through and still readable. */
export function DecisionTable({ rows, total, filters, onOpen, empty }: DecisionTableProps): ReactNode {
  return (
    <DataTable
      name="decisions"
      label={decisionsText.title}
      rows={rows}
      total={total}
      columns={COLUMNS}
      noun={decisionsText.noun}
      sortedBy={{ column: 'decided', descending: true }}
      filters={filters}
      onOpen={onOpen}
      empty={empty}
    />
  );
}
