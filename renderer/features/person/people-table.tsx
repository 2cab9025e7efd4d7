import { Select, TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Role } from '#shared/domain/appointment/appointment.schema.ts';
import { ROLES } from '#shared/domain/appointment/appointment.schema.ts';
import type { QueryView } from '#shared/domain/registry.ts';
import { type Column, DataTable, type TableFilter } from '#renderer/components/data-table.tsx';
import { CheckField } from '#renderer/components/field.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { forceText } from '#renderer/text/force.ts';
import { roleWords } from '#renderer/text/organisation.ts';
import styles from './people-table.module.css';

type Row = QueryView<'people'>['rows'][number];
const text = forceText.people;

/** A person's roles in one line, each with its place when that is not the whole force. */
export function rolesText(roles: Row['roles']): string {
  return roles
    .map((role) => `${roleWords(role.role)}${role.deputy ? ' (deputy)' : ''}${role.scopeType === 'force' ? '' : `, ${role.place}`}`)
    .join('; ');
}

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'name',
    title: text.columns.name,
    width: 12,
    value: (row) => `${row.familyName} ${row.givenName}`.toLowerCase(),
    text: (row) => `${row.givenName} ${row.familyName}`,
    cell: (row) => (
      <>
        {row.givenName} {row.familyName} {row.standing !== 'serving' && <StatusText tone="quiet">{text.standing[row.standing]}</StatusText>}
      </>
    ),
  },
  { id: 'rank', title: text.columns.rank, width: 11, value: (row) => row.rankOrder, text: (row) => row.rank },
  {
    id: 'roles',
    title: text.columns.roles,
    width: 14,
    grow: true,
    value: (row) => rolesText(row.roles),
    cell: (row) => <span title={rolesText(row.roles)}>{rolesText(row.roles)}</span>,
  },
  {
    id: 'unit',
    title: text.columns.unit,
    width: 12,
    value: (row) => row.agency || row.unit,
    cell: (row) => <span title={row.agency || row.unit}>{row.agency || row.unit}</span>,
  },
  {
    id: 'job',
    title: text.columns.job,
    width: 10,
    value: (row) => row.jobTitle,
    cell: (row) => <span title={row.jobTitle}>{row.jobTitle}</span>,
  },
  { id: 'number', title: text.columns.number, width: 5, value: (row) => row.serviceNumber },
  { id: 'sign-in', title: text.columns.signIn, width: 7, value: (row) => row.signInName },
];

interface PeopleTableProps {
  readonly rows: readonly Row[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
  readonly empty: ReactNode;
}

/** The directory: found by typing, narrowed by role, sorted by any column. */
export function PeopleTable({ rows, shown, onShow, empty }: PeopleTableProps): ReactNode {
  const [search, setSearch] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const [withLeft, setWithLeft] = useState(false);
  const present = useMemo(() => rows.filter((row) => withLeft || row.standing === 'serving'), [rows, withLeft]);
  const found = useMemo(() => {
    const words = search
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    return present.filter((row) => {
      if (role !== '' && !row.roles.some((held) => held.role === role)) return false;
      const all =
        `${row.name} ${row.serviceNumber} ${row.unit} ${row.agency} ${row.jobTitle} ${rolesText(row.roles)} ${row.signInName}`.toLowerCase();
      return words.every((word) => all.includes(word));
    });
  }, [present, role, search]);
  // Only administrators are told who signs in as what; for everyone else there would be an empty column.
  const columns = useMemo(
    () => (rows.some((row) => row.signInName !== '') ? COLUMNS : COLUMNS.filter((column) => column.id !== 'sign-in')),
    [rows],
  );
  const filters: TableFilter[] = [
    ...(search === '' ? [] : [{ id: 'search', words: text.filterText(search), remove: () => setSearch('') }]),
    ...(role === '' ? [] : [{ id: 'role', words: text.filterRole(roleWords(role)), remove: () => setRole('') }]),
    ...(withLeft ? [{ id: 'left', words: text.filterLeft, remove: () => setWithLeft(false) }] : []),
  ];
  return (
    <>
      <div className={styles['bar']}>
        <TextInput
          aria-label={text.search}
          placeholder={text.searchPlaceholder}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          className={styles['search']}
        />
        <Select
          aria-label={text.role}
          placeholder={text.anyRole}
          data={ROLES.map((value) => ({ value, label: roleWords(value) }))}
          value={role === '' ? null : role}
          onChange={(value) => setRole((value ?? '') as Role | '')}
          clearable
          clearButtonProps={{ 'aria-label': text.anyRole }}
          searchable
          comboboxProps={{ transitionProps: { duration: 0 } }}
        />
        <CheckField name="with-left" label={text.showLeft} checked={withLeft} onChange={setWithLeft} />
      </div>
      <div className={styles['table']}>
        <DataTable
          name="people"
          label={text.title}
          rows={found}
          total={present.length}
          columns={columns}
          noun={text.noun}
          sortedBy={{ column: 'name' }}
          filters={filters}
          onOpen={(row) => onShow(row.id)}
          openId={shown}
          empty={empty}
        />
      </div>
    </>
  );
}
