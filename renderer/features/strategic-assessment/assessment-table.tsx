import type { ReactNode } from 'react';
import type { AssessmentRow } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { assessmentsText as words } from '#renderer/text/assessments.ts';

const { columns: titles } = words;
const TONES: Readonly<Record<string, Tone>> = { drafting: 'active', 'in-review': 'attention', final: 'good' };
const isFinal = (row: AssessmentRow): boolean => row.state === 'final';

/** Where an assessment is in its life; that it is overdue comes before that. */
export function AssessmentState({ row }: { readonly row: Pick<AssessmentRow, 'state' | 'overdue'> }): ReactNode {
  return (
    <StatusText tone={row.overdue ? 'danger' : (TONES[row.state] ?? 'quiet')}>
      {words.states[row.state] ?? row.state}
      {row.overdue && ` · ${words.overdue.toLocaleLowerCase('en-GB')}`}
    </StatusText>
  );
}

const COLUMNS: readonly Column<AssessmentRow>[] = [
  {
    id: 'reference',
    title: titles.reference,
    width: 8,
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
        {row.title}
        {row.joint && ` (${words.joint})`}
      </span>
    ),
  },
  { id: 'author', title: titles.author, width: 11, value: (row) => row.author },
  {
    id: 'signedOff',
    title: titles.signedOff,
    width: 6.5,
    value: (row) => (row.sections === 0 ? 0 : row.signedOff / row.sections),
    cell: (row) => words.signedOffOf(row.signedOff, row.sections),
    text: (row) => words.signedOffOf(row.signedOff, row.sections),
  },
  {
    id: 'due',
    title: titles.due,
    width: 9.5,
    value: (row) => (isFinal(row) ? row.finalAt : row.dueOn),
    cell: (row) => <When at={isFinal(row) ? row.finalAt.slice(0, 10) : row.dueOn} />,
    text: (row) => whenText(isFinal(row) ? row.finalAt : row.dueOn),
  },
  {
    id: 'used',
    title: titles.used,
    width: 6.5,
    value: (row) => row.used,
    cell: (row) => (row.unused ? <StatusText tone="attention">{words.notUsed}</StatusText> : row.used === 0 ? '' : row.used),
    text: (row) => String(row.used),
  },
  {
    id: 'state',
    title: titles.state,
    width: 12,
    value: (row) => words.states[row.state] ?? row.state,
    cell: (row) => <AssessmentState row={row} />,
  },
];

interface AssessmentTableProps {
  readonly rows: readonly AssessmentRow[];
  readonly onOpen: (row: AssessmentRow) => void;
  readonly empty: ReactNode;
}

/** Strategic assessments, in the order their work is due. */
export function AssessmentTable({ rows, onOpen, empty }: AssessmentTableProps): ReactNode {
  const finals = rows.length > 0 && rows.every(isFinal);
  const columns = COLUMNS.map((column) => (column.id === 'due' && finals ? { ...column, title: titles.final } : column));
  return (
    <DataTable
      name={finals ? 'final-assessments' : 'assessments'}
      label={words.title}
      rows={rows}
      columns={columns}
      noun={words.noun}
      sortedBy={{ column: 'due', descending: finals }}
      onOpen={onOpen}
      empty={empty}
      rowState={(row) => (row.overdue ? 'overdue' : undefined)}
    />
  );
}
