import { Select, TextInput } from '@mantine/core';
import { type ReactNode, useDeferredValue } from 'react';
import { create } from 'zustand';
import type { Day } from '#shared/base/time.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import type { TableFilter } from '#renderer/components/data-table.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { CheckField } from '#renderer/components/field.tsx';
import { Page } from '#renderer/components/page.tsx';
import { View } from '#renderer/components/view.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { DecisionTable } from '#renderer/features/decision/decision-table.tsx';
import { decisionsText as words } from '#renderer/text/decisions.ts';
import styles from './decisions.module.css';

interface Filter {
  readonly text: string;
  readonly groupId: string;
  readonly from: Day | '';
  readonly to: Day | '';
  readonly outside: boolean;
  readonly noEvidence: boolean;
}
const NO_FILTER: Filter = { text: '', groupId: '', from: '', to: '', outside: false, noEvidence: false };
/** Kept while Cordon runs, so that coming back from a decision finds the list as it was left. */
const useFilter = create<Filter>()(() => NO_FILTER);

/** The decision register with its filters (duties 54, 121). */
export function DecisionsPage(): ReactNode {
  const filter = useFilter();
  const set = (changes: Partial<Filter>): void => useFilter.setState(changes);
  const view = useView('decisions', { groupId: filter.groupId, from: filter.from, to: filter.to, text: useDeferredValue(filter.text) });
  const everything = useView('decisions', {});
  const groups = everything.state === 'ready' ? everything.view.groups : [];
  const shown = view.state === 'ready' ? view.view.rows : [];
  const filters: TableFilter[] = [
    ...(filter.text.trim() === '' ? [] : [{ id: 'text', words: words.filterText(filter.text.trim()), remove: () => set({ text: '' }) }]),
    ...(filter.groupId === ''
      ? []
      : [
          {
            id: 'group',
            words: words.filterGroup(groups.find((group) => group.id === filter.groupId)?.name ?? ''),
            remove: () => set({ groupId: '' }),
          },
        ]),
    ...(filter.from === '' ? [] : [{ id: 'from', words: words.filterFrom(whenText(filter.from)), remove: () => set({ from: '' }) }]),
    ...(filter.to === '' ? [] : [{ id: 'to', words: words.filterTo(whenText(filter.to)), remove: () => set({ to: '' }) }]),
    ...(filter.outside ? [{ id: 'outside', words: words.filterOutside, remove: () => set({ outside: false }) }] : []),
    ...(filter.noEvidence ? [{ id: 'no-evidence', words: words.filterNoEvidence, remove: () => set({ noEvidence: false }) }] : []),
  ];
  return (
    <Page
      title={words.title}
      subtitle={words.subtitle}
      fill
      marking={shown.some((row) => row.marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'}
      policeOnly={shown.some((row) => row.policeOnly)}
    >
      <div className={styles['bar']}>
        <TextInput
          label={words.search}
          placeholder={words.searchPlaceholder}
          value={filter.text}
          onChange={(event) => set({ text: event.currentTarget.value.slice(0, 400) })}
          className={styles['search']}
          autoComplete="off"
        />
        {groups.length > 1 && (
          <Select
            label={words.group}
            placeholder={words.anyGroup}
            data={groups.map((group) => ({ value: group.id, label: group.name }))}
            value={filter.groupId === '' ? null : filter.groupId}
            onChange={(value) => set({ groupId: value ?? '' })}
            clearable
            clearButtonProps={{ 'aria-label': words.anyGroup }}
            comboboxProps={{ transitionProps: { duration: 0 } }}
            className={styles['group']}
          />
        )}
        <div className={styles['day']}>
          <DayField name="from" label={words.from} help="" optional value={filter.from} onChange={(value) => set({ from: value })} />
        </div>
        <div className={styles['day']}>
          <DayField name="to" label={words.to} help="" optional value={filter.to} onChange={(value) => set({ to: value })} />
        </div>
        <div className={styles['checks']}>
          <CheckField name="outside" label={words.onlyOutside} checked={filter.outside} onChange={(value) => set({ outside: value })} />
          <CheckField
            name="no-evidence"
            label={words.onlyNoEvidence}
            checked={filter.noEvidence}
            onChange={(value) => set({ noEvidence: value })}
          />
        </div>
      </div>
      <div className={styles['table']}>
        <View of={view}>
          {({ rows, total }) => (
            <DecisionTable
              rows={rows.filter((row) => (!filter.outside || row.priority === '') && (!filter.noEvidence || row.withoutEvidence))}
              total={total}
              filters={filters}
              onOpen={(row) => goTo(linkTo('decision', row.id))}
              empty={
                total === 0 ? (
                  <EmptyState title={words.empty.none}>{words.empty.noneBody}</EmptyState>
                ) : (
                  <EmptyState title={words.empty.filtered}>{words.empty.filteredBody}</EmptyState>
                )
              }
            />
          )}
        </View>
      </div>
    </Page>
  );
}
