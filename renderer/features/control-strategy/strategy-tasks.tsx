import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { StrategyTask } from '#shared/domain/control-strategy/strategy-page.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { controlStrategyText } from '#renderer/text/control-strategy.ts';
import styles from './strategy.module.css';

const words = controlStrategyText.tasks;

/** What a strategy in force lacks, in sentences; nothing when it lacks nothing (duties 61, 97, 98). */
export function StrategyTasks({
  tasks,
  linked = false,
}: {
  readonly tasks: readonly StrategyTask[];
  readonly linked?: boolean;
}): ReactNode {
  if (tasks.length === 0) return null;
  return (
    <div className={styles['attention']}>
      <strong>{words.title}</strong>
      <ul>
        {tasks.map((task) => (
          <li key={task.id}>
            {linked ? (
              <Link href={`/strategy?place=${task.nodeId}`}>{words[task.code](task.reference, task.title, task.days)}</Link>
            ) : (
              words[task.code](task.reference, task.title, task.days)
            )}{' '}
            <DutyTag number={task.duty} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same for Today: of every strategy the person answers for, as owner, chair or lead. */
export function MyStrategyTasks(): ReactNode {
  const view = useView('strategy-tasks', {});
  return view.state === 'ready' ? <StrategyTasks tasks={view.view.rows} linked /> : null;
}
