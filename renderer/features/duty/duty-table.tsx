import type { ReactNode } from 'react';
import type { Colour } from '#shared/domain/duty/judging.ts';
import type { QueryView } from '#shared/domain/registry.ts';
import { type Column, DataTable, type TableFilter } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { colourWords, dutiesText as text } from '#renderer/text/governance.ts';

export type DutyRow = QueryView<'duty-coverage'>['rows'][number];
const TONES: Readonly<Record<Colour, Tone>> = { green: 'good', amber: 'attention', red: 'danger' };
const GRAVITY: Readonly<Record<Colour, number>> = { red: 0, amber: 1, green: 2 };

export function ColourText({ colour }: { readonly colour: Colour }): ReactNode {
  return <StatusText tone={TONES[colour]}>{colourWords[colour]}</StatusText>;
}

const COLUMNS: readonly Column<DutyRow>[] = [
  { id: 'number', title: text.columns.number, width: 4.5, align: 'end', value: (row) => row.number },
  {
    id: 'stands',
    title: text.columns.stands,
    width: 6,
    value: (row) => GRAVITY[row.colour],
    text: (row) => colourWords[row.colour],
    cell: (row) => <ColourText colour={row.colour} />,
  },
  {
    id: 'quote',
    title: text.columns.quote,
    width: 17,
    value: (row) => row.quote,
    text: (row) => `${row.quote}: ${row.mustLet}`,
    cell: (row) => <span title={row.mustLet}>{row.quote}</span>,
  },
  {
    id: 'sentence',
    title: text.columns.sentence,
    width: 24,
    grow: true,
    value: (row) => row.sentence,
    cell: (row) => <span title={row.sentence}>{row.sentence}</span>,
  },
  { id: 'evidence', title: text.columns.evidence, width: 6, align: 'end', value: (row) => row.evidenceCount },
  { id: 'rules', title: text.columns.rules, width: 5, align: 'end', value: (row) => row.rules.length },
];

/** Every duty with how it stands, what shows it and how many rules enforce it; a row opens its evidence. */
export function DutyTable({
  rows,
  total,
  filters,
  shown,
  onShow,
}: {
  readonly rows: readonly DutyRow[];
  readonly total: number;
  readonly filters: readonly TableFilter[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
}): ReactNode {
  return (
    <DataTable
      name="duties"
      label={text.title}
      rows={rows}
      total={total}
      filters={filters}
      columns={COLUMNS}
      noun={text.noun}
      sortedBy={{ column: 'number' }}
      onOpen={(row) => onShow(row.id)}
      openId={shown}
      empty={<EmptyState title={text.emptyTitle}>{text.emptyBody}</EmptyState>}
    />
  );
}
