import { type ReactNode, useState } from 'react';
import { GROUP_TYPE_NAMES } from '#shared/domain/group/group-types.ts';
import type { QueryView } from '#shared/domain/registry.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { CheckField } from '#renderer/components/field.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { forceText } from '#renderer/text/force.ts';
import styles from './group.module.css';

type Row = QueryView<'groups'>['rows'][number];
const text = forceText.groups;

function stateText(row: Row): string {
  if (row.standing === 'closed') return text.closed;
  if (row.standing === 'not-yet') return text.coming;
  if (row.levelOff) return text.levelOff;
  if (row.daysOverdue > 0) return text.overdue(row.daysOverdue);
  const gaps = row.redGaps + row.amberGaps;
  return gaps === 0 ? text.complete : text.gaps(gaps);
}

function GroupState({ row }: { readonly row: Row }): ReactNode {
  const quiet = row.standing !== 'in-use' || row.levelOff;
  const tone = quiet ? 'quiet' : row.daysOverdue > 0 || row.redGaps > 0 ? 'danger' : row.amberGaps > 0 ? 'attention' : 'good';
  return <StatusText tone={tone}>{stateText(row)}</StatusText>;
}

function Holder({ name }: { readonly name: string }): ReactNode {
  return name === '' ? <span className={styles['quiet']}>{text.vacant}</span> : <span title={name}>{name}</span>;
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'code', title: text.columns.code, width: 6, value: (row) => row.code, cell: (row) => <Reference>{row.code}</Reference> },
  {
    id: 'name',
    title: text.columns.name,
    width: 11,
    grow: true,
    value: (row) => row.name,
    cell: (row) => <span title={row.name}>{row.name}</span>,
  },
  { id: 'state', title: text.columns.state, width: 9.5, value: stateText, cell: (row) => <GroupState row={row} /> },
  { id: 'type', title: text.columns.type, width: 4.5, value: (row) => GROUP_TYPE_NAMES[row.groupType].short },
  { id: 'chair', title: text.columns.chair, width: 10, value: (row) => row.chair, cell: (row) => <Holder name={row.chair} /> },
  {
    id: 'secretary',
    title: text.columns.secretary,
    width: 9,
    value: (row) => row.secretary,
    cell: (row) => <Holder name={row.secretary} />,
  },
  {
    id: 'frequency',
    title: text.columns.frequency,
    width: 8,
    value: (row) => row.frequency,
    cell: (row) => (row.frequency === '' ? <span className={styles['quiet']}>{text.noPolicy}</span> : row.frequency),
  },
  {
    id: 'next-due',
    title: text.columns.nextDue,
    width: 9.5,
    value: (row) => row.nextDueOn,
    text: (row) => whenText(row.nextDueOn),
    cell: (row) => (row.meetingsKnown ? <When at={row.nextDueOn} /> : <span className={styles['quiet']}>{text.notYours}</span>),
  },
];

interface GroupsTableProps {
  readonly rows: readonly Row[];
  readonly onShow: (id: string) => void;
  readonly empty: ReactNode;
}

/** Every group with its officers, how often it meets and whether it is late (duties 50, 63, 117). */
export function GroupsTable({ rows, onShow, empty }: GroupsTableProps): ReactNode {
  const [withClosed, setWithClosed] = useState(false);
  const others = rows.some((row) => row.standing !== 'in-use');
  const present = rows.filter((row) => withClosed || row.standing === 'in-use');
  return (
    <>
      {others && <CheckField name="with-closed" label={text.showClosed} checked={withClosed} onChange={setWithClosed} />}
      <div className={styles['table']}>
        <DataTable
          name="groups"
          label={text.title}
          rows={present}
          columns={COLUMNS}
          noun={text.noun}
          sortedBy={{ column: 'code' }}
          onOpen={(row) => onShow(row.id)}
          empty={empty}
          rowState={(row) => (row.standing === 'in-use' && row.daysOverdue > 0 ? 'overdue' : undefined)}
        />
      </div>
    </>
  );
}
