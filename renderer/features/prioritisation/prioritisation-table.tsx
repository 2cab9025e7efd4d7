import type { ReactNode } from 'react';
import type { PrioritisationRow } from '#shared/domain/prioritisation/prioritisation.queries.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { prioritisationText as words } from '#renderer/text/prioritisation.ts';

const { columns: titles } = words;

/** Whether a prioritisation is still worked on. */
export function PrioritisationState({ state }: { readonly state: string }): ReactNode {
  return <StatusText tone={state === 'frozen' ? 'good' : 'active'}>{words.states[state] ?? state}</StatusText>;
}

const COLUMNS: readonly Column<PrioritisationRow>[] = [
  {
    id: 'title',
    title: titles.title,
    width: 18,
    grow: true,
    value: (row) => row.title,
    cell: (row) => <span title={row.title}>{row.title}</span>,
  },
  { id: 'place', title: titles.place, width: 9, value: (row) => row.place },
  {
    id: 'matrix',
    title: titles.matrix,
    width: 13,
    value: (row) => `${row.matrixName}, ${words.version(row.matrixVersion)}`,
    cell: (row) => <span title={row.matrixName}>{`${row.matrixName}, ${words.version(row.matrixVersion)}`}</span>,
  },
  { id: 'issues', title: titles.issues, width: 5, align: 'end', value: (row) => row.issues },
  { id: 'scored', title: titles.scored, width: 5, align: 'end', value: (row) => row.scored },
  { id: 'settled', title: titles.settled, width: 6.5, align: 'end', value: (row) => row.settled },
  {
    id: 'opened',
    title: titles.opened,
    width: 9,
    value: (row) => row.openedAt,
    cell: (row) => <When at={row.openedAt} />,
    text: (row) => whenText(row.openedAt),
  },
  { id: 'state', title: titles.state, width: 5.5, value: (row) => row.state, cell: (row) => <PrioritisationState state={row.state} /> },
];

/** Prioritisations, open ones first. */
export function PrioritisationTable({
  rows,
  onOpen,
  empty,
}: {
  readonly rows: readonly PrioritisationRow[];
  readonly onOpen: (row: PrioritisationRow) => void;
  readonly empty: ReactNode;
}): ReactNode {
  return (
    <DataTable name="prioritisations" label={words.title} rows={rows} columns={COLUMNS} noun={words.noun} onOpen={onOpen} empty={empty} />
  );
}
