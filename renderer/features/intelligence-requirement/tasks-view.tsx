import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { TaskRow, TasksPage } from '#shared/domain/collection-task/collection-task.queries.ts';
import { TASK_CAPABILITIES } from '#shared/domain/collection-task/collection-task.schema.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { DetailsPane, Facts } from '#renderer/components/details-pane.tsx';
import { ReasonDialog } from '#renderer/components/dialogs.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { requirementText } from '#renderer/text/requirement.ts';
import sheet from '#renderer/components/record-sheet.module.css';
import styles from './requirement.module.css';
import { ChangeTask, FinishTask } from './task-forms.tsx';

const words = requirementText.task;
type Tab = 'open' | 'undirected' | 'finished';
const under = (row: TaskRow, tab: Tab): boolean =>
  tab === 'finished'
    ? row.state !== 'open'
    : tab === 'undirected'
      ? row.undirectedBecause !== '' && row.state === 'open'
      : row.state === 'open';

/** Where a task is; overdue comes before that. */
export function TaskState({ row }: { readonly row: TaskRow }): ReactNode {
  const tone = row.overdue ? 'danger' : row.state === 'open' ? 'active' : row.state === 'done' ? 'good' : 'quiet';
  return <StatusText tone={tone}>{row.overdue ? words.overdue : (words.states[row.state] ?? row.state)}</StatusText>;
}

const COLUMNS: readonly Column<TaskRow>[] = [
  {
    id: 'reference',
    title: words.columns.reference,
    width: 7.5,
    value: (row) => row.reference,
    cell: (row) => <Reference>{row.reference}</Reference>,
  },
  {
    id: 'what',
    title: words.columns.what,
    width: 14,
    grow: true,
    value: (row) => row.what,
    cell: (row) => <span title={row.what}>{row.what}</span>,
  },
  {
    id: 'question',
    title: words.columns.question,
    width: 7.25,
    value: (row) => (row.questionId === '' ? words.undirected : row.question),
    cell: (row) => (row.questionId === '' ? <StatusText tone="attention">{words.undirected}</StatusText> : row.question),
  },
  {
    id: 'collector',
    title: words.columns.collector,
    width: 12,
    value: (row) => row.collector,
    cell: (row) => <span title={row.collector}>{row.collector}</span>,
  },
  {
    id: 'capability',
    title: words.columns.capability,
    width: 11.5,
    value: (row) => (row.capability === '' ? '' : (words.capabilities[row.capability] ?? '')),
  },
  {
    id: 'due',
    title: words.columns.due,
    width: 9,
    value: (row) => row.dueOn,
    cell: (row) => <When at={row.dueOn} />,
    text: (row) => whenText(row.dueOn),
  },
  {
    id: 'state',
    title: words.columns.state,
    width: 6,
    value: (row) => (row.overdue ? words.overdue : (words.states[row.state] ?? '')),
    cell: (row) => <TaskState row={row} />,
  },
];

interface TasksViewProps {
  readonly tasks: TasksPage;
  readonly shown: string;
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}

/** Every collection task the person may read, those that nothing directs apart, and by capability (duties 18-21, 110). */
export function TasksView({ tasks, shown, onShow, onClose }: TasksViewProps): ReactNode {
  const [tab, setTab] = useState<Tab>('open');
  const [capability, setCapability] = useState('');
  const fitting = tasks.rows.filter((row) => capability === '' || row.capability === capability);
  const task = tasks.rows.find((row) => row.id === shown);
  const name = words.capabilities[capability] ?? '';
  return (
    <>
      <div className={styles['bar']}>
        <ViewTabs
          label={words.tabsLabel}
          tabs={(['open', 'undirected', 'finished'] as const).map((one) => ({
            value: one,
            label: requirementText.view(words.tabs[one], fitting.filter((row) => under(row, one)).length),
          }))}
          value={tab}
          onChange={setTab}
        />
        <Select
          aria-label={words.labels.capability}
          placeholder={words.anyCapability}
          data={TASK_CAPABILITIES.filter((one) => one !== '').map((value) => ({ value, label: words.capabilities[value] ?? value }))}
          value={capability === '' ? null : capability}
          onChange={(value) => setCapability(value ?? '')}
          clearable
          clearButtonProps={{ 'aria-label': words.anyCapability }}
          comboboxProps={{ transitionProps: { duration: 0 } }}
        />
      </div>
      <DataTable
        name="collection-tasks"
        label={requirementText.views.tasks}
        rows={fitting.filter((row) => under(row, tab))}
        columns={COLUMNS}
        noun={words.noun}
        sortedBy={{ column: 'due' }}
        filters={capability === '' ? [] : [{ id: 'capability', words: words.filterCapability(name), remove: () => setCapability('') }]}
        onOpen={(row) => onShow(row.id)}
        openId={shown}
        rowState={(row) => (row.overdue ? 'overdue' : undefined)}
        inFlow
        empty={
          tasks.rows.length === 0 ? (
            <EmptyState title={words.empty.title}>{words.empty.body}</EmptyState>
          ) : (
            <EmptyState title={words.none.title}>{words.none.body}</EmptyState>
          )
        }
      />
      {task !== undefined && <TaskPane key={task.id} task={task} tasks={tasks} onClose={onClose} />}
    </>
  );
}

function TaskPane({
  task,
  tasks,
  onClose,
}: {
  readonly task: TaskRow;
  readonly tasks: TasksPage;
  readonly onClose: () => void;
}): ReactNode {
  const [doing, setDoing] = useState<'finish' | 'change' | 'withdraw' | null>(null);
  const done = (): void => setDoing(null);
  const mine = task.report === null || task.report.code !== 'collection-task/not-yours-to-report';
  const gives = task.change === null || task.change.code !== 'collection-task/not-yours';
  const { facts } = words;
  return (
    <DetailsPane title={task.what} subtitle={<Reference>{task.reference}</Reference>} onClose={onClose}>
      <div className={styles['pane']}>
        {task.state === 'open' && (
          <div className={styles['buttons']}>
            {mine && (
              <RuleButton why={task.report} size="compact-sm" onClick={() => setDoing('finish')}>
                {words.finish}
              </RuleButton>
            )}
            {gives && (
              <RuleButton why={task.change} variant="default" size="compact-sm" onClick={() => setDoing('change')}>
                {words.change}
              </RuleButton>
            )}
            {gives && (
              <RuleButton why={task.change} variant="default" size="compact-sm" onClick={() => setDoing('withdraw')}>
                {words.withdraw}
              </RuleButton>
            )}
          </div>
        )}
        <Facts
          facts={[
            { label: facts.state, value: <TaskState row={task} /> },
            { label: facts.asks, value: task.questionId === '' ? '' : `${task.question} ${task.asks}`.trim() },
            { label: facts.undirected, value: task.undirectedBecause },
            { label: facts.strategy, value: task.strategy },
            { label: facts.collector, value: task.collector },
            { label: facts.capability, value: task.capability === '' ? '' : (words.capabilities[task.capability] ?? '') },
            { label: facts.due, value: task.dueOn === '' ? '' : <When at={task.dueOn} /> },
            {
              label: facts.given,
              value: (
                <>
                  <When at={task.givenAt} /> {words.givenBy(task.givenBy)}
                </>
              ),
            },
            { label: facts.withdrawn, value: task.withdrawnBecause },
          ]}
        />
        {task.detail !== '' && <p className={sheet['prose']}>{task.detail}</p>}
        {task.result !== '' && (
          <div>
            <strong>{words.labels.result}</strong>
            <p className={sheet['prose']}>{task.result}</p>
          </div>
        )}
      </div>
      {doing === 'finish' && <FinishTask taskId={task.id} onClose={done} />}
      {doing === 'change' && <ChangeTask task={task} group={tasks.giveFor.find((one) => one.id === task.groupId)} onClose={done} />}
      {doing === 'withdraw' && <WithdrawTask taskId={task.id} onClose={done} />}
    </DetailsPane>
  );
}

function WithdrawTask({ taskId, onClose }: { readonly taskId: string; readonly onClose: () => void }): ReactNode {
  const { run, busy, refusals } = useCommand('collection-task.withdraw');
  return (
    <ReasonDialog
      open
      title={words.withdrawTitle}
      confirm={words.withdraw}
      danger
      busy={busy}
      refusals={refusals}
      onClose={onClose}
      onConfirm={(because) =>
        void run({ taskId, because }).then((result) => {
          if (!result.ok) return;
          acknowledge(words.withdrawn);
          onClose();
        })
      }
    />
  );
}
