import type { ReactNode } from 'react';
import type { PolicyRow } from '#shared/domain/tc-policy/tc-policy.queries.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { calendarText } from '#renderer/text/calendar.ts';

const words = calendarText.policies;

function Standing({ row }: { readonly row: PolicyRow }): ReactNode {
  if (row.frequency === '') return <StatusText tone="danger">{words.none}</StatusText>;
  if (!row.known) return <StatusText tone="quiet">{words.notYours}</StatusText>;
  if (row.overdueDays > 0) return <StatusText tone="danger">{words.overdue(row.overdueDays)}</StatusText>;
  return row.plannedOn > row.dueOn ? (
    <StatusText tone="attention">{words.plannedLate}</StatusText>
  ) : (
    <StatusText tone="good">{words.inTime}</StatusText>
  );
}

function meets(row: PolicyRow): string {
  const next = row.coming;
  const coming = next === null ? '' : next.draft ? words.draft(next.frequency) : words.coming(next.frequency, whenText(next.from));
  return [row.frequency, coming].filter((text) => text !== '').join('; ');
}

const day = (id: 'lastHeldOn' | 'dueOn' | 'plannedOn' | 'from', title: string): Column<PolicyRow> => ({
  id,
  title,
  value: (row) => row[id],
  cell: (row) => <When at={row[id]} />,
  text: (row) => whenText(row[id]),
  width: 9,
});

const columns: readonly Column<PolicyRow>[] = [
  { id: 'code', title: words.columns.group, value: (row) => row.code, cell: (row) => <Reference>{row.code}</Reference>, width: 5.5 },
  { id: 'meets', title: words.columns.frequency, value: meets, width: 8.5 },
  { id: 'reason', title: words.columns.reason, value: (row) => row.reason, width: 12, grow: true },
  day('lastHeldOn', words.columns.last),
  day('dueOn', words.columns.due),
  day('plannedOn', words.columns.planned),
  {
    id: 'standing',
    title: words.columns.standing,
    value: (row) => -row.overdueDays,
    cell: (row) => <Standing row={row} />,
    text: (row) => (row.frequency === '' ? words.none : row.overdueDays > 0 ? words.overdue(row.overdueDays) : words.inTime),
    width: 10,
  },
];

/** The policies of all groups side by side: how often, why, and how each group stands to it (duties 63, 64, 117). */
export function PoliciesTable({ rows }: { readonly rows: readonly PolicyRow[] }): ReactNode {
  return (
    <DataTable
      name="tc-policies"
      label={words.label}
      rows={rows}
      columns={columns}
      noun={words.noun}
      sortedBy={{ column: 'standing' }}
      onOpen={(row) => goTo(linkTo('group', row.id))}
      rowState={(row) => (row.overdueDays > 0 ? 'overdue' : undefined)}
    />
  );
}
