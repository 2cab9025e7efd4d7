import { type ReactNode, useState } from 'react';
import type { ActionRow } from '#shared/domain/action/action-rows.ts';
import type { TodayView } from '#shared/domain/today/today.queries.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { todayText } from '#renderer/text/today.ts';
import styles from './today.module.css';

type Exceptions = NonNullable<TodayView['exceptions']>;
const KINDS = ['overdue', 'blocked', 'stalled', 'unowned'] as const satisfies readonly (keyof Exceptions)[];

const columns: readonly Column<ActionRow>[] = [
  {
    id: 'reference',
    title: todayText.columns.reference,
    value: (row) => row.reference,
    cell: (row) => <Reference>{row.reference}</Reference>,
    width: 12.5,
  },
  { id: 'text', title: todayText.columns.text, value: (row) => row.text, width: 14, grow: true },
  { id: 'owner', title: todayText.columns.owner, value: (row) => row.owner, width: 14 },
  {
    id: 'due',
    title: todayText.columns.due,
    value: (row) => row.dueOn,
    cell: (row) => <When at={row.dueOn} />,
    text: (row) => whenText(row.dueOn),
    width: 9,
  },
  { id: 'age', title: todayText.columns.age, value: (row) => row.ageDays, width: 7, align: 'end' },
];

/** The chair's one-page exception view: what is overdue, blocked, stalled or unowned in the groups one leads, by age (duty 51). */
export function ExceptionView({ of: exceptions }: { readonly of: Exceptions }): ReactNode {
  const [kind, setKind] = useState<keyof Exceptions>(KINDS.find((one) => exceptions[one].length > 0) ?? 'overdue');
  const rows = exceptions[kind];
  return (
    <section aria-labelledby="today-exceptions">
      <h2 id="today-exceptions" className={styles['heading']}>
        {todayText.exceptions}
      </h2>
      <div className={styles['tabs']}>
        <ViewTabs
          label={todayText.exceptions}
          value={kind}
          onChange={setKind}
          tabs={KINDS.map((one) => ({ value: one, label: `${todayText.exceptionTabs[one]} (${exceptions[one].length})` }))}
        />
      </div>
      {rows.length === 0 ? (
        <p className={styles['dimmed']}>{todayText.noExceptions}</p>
      ) : (
        <DataTable
          name="today-exceptions"
          label={`${todayText.exceptions}: ${todayText.exceptionTabs[kind]}`}
          rows={rows}
          columns={columns}
          noun={todayText.noun}
          sortedBy={{ column: 'age', descending: true }}
          onOpen={(row) => goTo(linkTo('action', row.id))}
          rowState={(row) => (row.overdueDays > 0 ? 'overdue' : undefined)}
          inFlow
          compact
        />
      )}
    </section>
  );
}
