import { Select, TextInput } from '@mantine/core';
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { RegisterRow } from '#shared/domain/issue/issue.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { type Column, DataTable, type TableFilter } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { SaveDocument } from '#renderer/components/save-document.tsx';
import { View } from '#renderer/components/view.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { prioritisationText } from '#renderer/text/prioritisation.ts';
import { OutcomeState } from './outcome-state.tsx';
import styles from './register.module.css';

const words = prioritisationText.register;
type Outcome = '' | 'included' | 'not-included' | 'other-key-threat';

const COLUMNS: readonly Column<RegisterRow>[] = [
  {
    id: 'on',
    title: words.columns.on,
    width: 8.5,
    value: (row) => row.on,
    cell: (row) => <When at={row.on} />,
    text: (row) => whenText(row.on),
  },
  {
    id: 'title',
    title: words.columns.title,
    width: 16,
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
    id: 'outcome',
    title: words.columns.outcome,
    width: 8.5,
    value: (row) => row.outcome,
    cell: (row) => <OutcomeState state={row.outcome} />,
  },
  {
    id: 'reason',
    title: words.columns.reason,
    width: 16,
    grow: true,
    value: (row) => row.reason,
    cell: (row) => <span title={row.reason}>{row.reason}</span>,
  },
  {
    id: 'rank',
    title: words.columns.rank,
    width: 5,
    align: 'end',
    value: (row) => row.rank ?? Number.MAX_SAFE_INTEGER,
    cell: (row) => (row.rank === null ? '' : words.rankOf(row.rank, row.of)),
    text: (row) => (row.rank === null ? '' : words.rankOf(row.rank, row.of)),
  },
  { id: 'place', title: words.columns.place, width: 9, value: (row) => row.place },
  {
    id: 'decision',
    title: words.columns.decision,
    width: 11,
    value: (row) => row.decision,
    cell: (row) => (row.decision === '' ? '' : <Reference>{row.decision}</Reference>),
  },
];

/** Every issue ever considered, with why it was or was not included; opens the prioritisation as it was (duty 90). */
export function RegisterView({ onOpen }: { readonly onOpen: (row: RegisterRow) => void }): ReactNode {
  const [text, setText] = useState('');
  const [year, setYear] = useState('');
  const [nodeId, setNodeId] = useState('');
  const [outcome, setOutcome] = useState<Outcome>('');
  const asked = { text: useDeferredValue(text), year, nodeId, outcome };
  const view = useView('issue-register', asked);
  const combobox = { transitionProps: { duration: 0 } };
  return (
    <View of={view}>
      {(register) => {
        const place = register.places.find((one) => one.id === nodeId)?.name ?? '';
        const filters: readonly TableFilter[] = [
          ...(text === '' ? [] : [{ id: 'text', words: words.filterText(text), remove: () => setText('') }]),
          ...(year === '' ? [] : [{ id: 'year', words: words.filterYear(year), remove: () => setYear('') }]),
          ...(nodeId === '' ? [] : [{ id: 'place', words: words.filterPlace(place), remove: () => setNodeId('') }]),
          ...(outcome === ''
            ? []
            : [{ id: 'outcome', words: words.filterOutcome(words.outcomes[outcome] ?? outcome), remove: () => setOutcome('') }]),
        ];
        return (
          <>
            <div className={styles['bar']}>
              <TextInput
                aria-label={words.text}
                placeholder={words.text}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                w="18rem"
              />
              <Select
                aria-label={words.year}
                placeholder={words.anyYear}
                data={[...register.years]}
                value={year === '' ? null : year}
                onChange={(value) => setYear(value ?? '')}
                clearable
                clearButtonProps={{ 'aria-label': words.anyYear }}
                comboboxProps={combobox}
                w="9rem"
              />
              <Select
                aria-label={words.place}
                placeholder={words.anyPlace}
                data={register.places.map((one) => ({ value: one.id, label: one.name }))}
                value={nodeId === '' ? null : nodeId}
                onChange={(value) => setNodeId(value ?? '')}
                clearable
                clearButtonProps={{ 'aria-label': words.anyPlace }}
                comboboxProps={combobox}
                w="13rem"
              />
              <Select
                aria-label={words.outcome}
                placeholder={words.anyOutcome}
                data={Object.entries(words.outcomes).map(([value, label]) => ({ value, label }))}
                value={outcome === '' ? null : outcome}
                onChange={(value) => setOutcome((value ?? '') as Outcome)}
                clearable
                clearButtonProps={{ 'aria-label': words.anyOutcome }}
                comboboxProps={combobox}
                w="12rem"
              />
              {register.rows.length > 0 && <SaveDocument name="issue-register" args={asked} formats={['pdf', 'docx']} />}
            </div>
            <div className={styles['table']}>
              <DataTable
                name="issue-register"
                label={words.label}
                rows={register.rows}
                total={register.total}
                columns={COLUMNS}
                noun={words.noun}
                filters={filters}
                onOpen={onOpen}
                empty={
                  register.total === 0 ? (
                    <EmptyState title={prioritisationText.empty.register}>{prioritisationText.empty.registerBody}</EmptyState>
                  ) : (
                    <EmptyState title={prioritisationText.empty.filtered}>{prioritisationText.empty.filteredBody}</EmptyState>
                  )
                }
              />
            </div>
          </>
        );
      }}
    </View>
  );
}
