import type { ReactNode } from 'react';
import type { QueryView } from '#shared/domain/registry.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { dutiesText, stepWords } from '#renderer/text/governance.ts';

const text = dutiesText.threads;
type ThreadRow = QueryView<'duty-coverage'>['threads'][number];
const missing = (row: ThreadRow): string =>
  row.missing.length === 0 ? text.allThere : row.missing.map((step) => stepWords[step]).join(', ');

const COLUMNS: readonly Column<ThreadRow>[] = [
  {
    id: 'reference',
    title: text.columns.reference,
    width: 7,
    value: (row) => row.reference,
    cell: (row) => <Reference>{row.reference}</Reference>,
  },
  { id: 'title', title: text.columns.title, width: 24, grow: true, value: (row) => row.title },
  {
    id: 'whole',
    title: text.columns.whole,
    width: 7,
    value: (row) => row.whole,
    text: (row) => text.of(row.whole, row.of),
    cell: (row) => <StatusText tone={row.whole === row.of ? 'good' : 'attention'}>{text.of(row.whole, row.of)}</StatusText>,
  },
  { id: 'missing', title: text.columns.missing, width: 22, value: missing },
];

/** The priorities in force, how whole the thread of each is, and what is missing. */
export function ThreadsTable({
  rows,
  onShow,
}: {
  readonly rows: readonly ThreadRow[];
  readonly onShow: (priorityId: string) => void;
}): ReactNode {
  return (
    <DataTable
      name="golden-threads"
      label={text.title}
      rows={rows}
      columns={COLUMNS}
      noun={text.noun}
      sortedBy={{ column: 'reference' }}
      onOpen={(row) => onShow(row.id)}
      empty={<EmptyState title={text.emptyTitle}>{text.emptyBody}</EmptyState>}
    />
  );
}
