import type { ReactNode } from 'react';
import type { QueryView } from '#shared/domain/registry.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { Facts } from '#renderer/components/details-pane.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { objectivesText as text } from '#renderer/text/governance.ts';

export type ObjectiveRow = QueryView<'business-objectives'>['rows'][number];

function Owner({ row }: { readonly row: ObjectiveRow }): ReactNode {
  return row.ownerLeft ? <StatusText tone="danger">{text.left(row.owner)}</StatusText> : row.owner;
}
const servedBy = (row: ObjectiveRow): string => row.servedBy.map((priority) => priority.reference).join(', ');

const COLUMNS: readonly Column<ObjectiveRow>[] = [
  {
    id: 'reference',
    title: text.columns.reference,
    width: 8,
    value: (row) => row.reference,
    cell: (row) => <Reference>{row.reference}</Reference>,
  },
  {
    id: 'title',
    title: text.columns.title,
    width: 22,
    grow: true,
    value: (row) => row.title,
    cell: (row) => (
      <span title={row.title}>
        {row.title} {row.ended && <StatusText tone="quiet">{text.ended}</StatusText>}
      </span>
    ),
  },
  { id: 'owner', title: text.columns.owner, width: 15, value: (row) => row.owner, cell: (row) => <Owner row={row} /> },
  {
    id: 'measures',
    title: text.columns.measures,
    width: 7,
    value: (row) => row.measures.length,
    text: (row) => String(row.measures.length),
    cell: (row) => (row.measures.length === 0 ? <StatusText tone="attention">{text.noMeasure}</StatusText> : row.measures.length),
  },
  {
    id: 'served',
    title: text.columns.served,
    width: 11,
    value: servedBy,
    cell: (row) => (row.servedBy.length === 0 && row.inUse ? <StatusText tone="attention">{text.nobody}</StatusText> : servedBy(row)),
  },
];

/** The objectives of the business plan, their owners, measures and the priorities that serve them (duty 5). */
export function ObjectiveTable({
  rows,
  shown,
  onShow,
  empty,
}: {
  readonly rows: readonly ObjectiveRow[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
  readonly empty: ReactNode;
}): ReactNode {
  return (
    <DataTable
      name="business-objectives"
      label={text.title}
      rows={rows}
      columns={COLUMNS}
      noun={text.noun}
      sortedBy={{ column: 'reference' }}
      onOpen={(row) => onShow(row.id)}
      openId={shown}
      empty={empty}
      rowState={(row) => (row.ended ? 'superseded' : undefined)}
    />
  );
}

/** One objective: plan, measures and who serves it. */
export function ObjectiveDetails({ row }: { readonly row: ObjectiveRow }): ReactNode {
  const period = row.to === '' ? whenText(row.from) : `${whenText(row.from)} – ${whenText(row.to)}`;
  return (
    <Facts
      facts={[
        { label: text.columns.plan, value: row.plan },
        { label: text.labels.detail, value: row.detail },
        { label: text.columns.owner, value: <Owner row={row} /> },
        { label: text.period, value: period },
        {
          label: text.columns.measures,
          value:
            row.measures.length === 0
              ? text.noMeasure
              : row.measures.map(({ name, target, source }) => (
                  <div key={name}>{[name, target, source].filter((one) => one !== '').join('; ')}</div>
                )),
        },
        {
          label: text.columns.served,
          value:
            row.servedBy.length === 0
              ? text.nobody
              : row.servedBy.map((priority) => (
                  <div key={priority.id}>
                    {priority.reference} {priority.title}
                  </div>
                )),
        },
        { label: text.labels.because, value: row.endedBecause },
      ]}
    />
  );
}
