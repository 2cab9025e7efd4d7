import { type ReactNode, useEffect, useRef } from 'react';
import type { Day } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { consoleText } from '#renderer/text/console.ts';
import { taskingText } from '#renderer/text/tasking.ts';
import type { NamedAct } from '#shared/domain/decision/nameable.ts';
import type { ConsoleView } from './console-view.ts';
import { NamedList } from './named-by-decision.tsx';
import styles from './side-column.module.css';

const words = consoleText.side;

interface SideColumnProps {
  readonly view: ConsoleView;
  /** The item shown. */
  readonly itemId: string;
  /** What the item shown is worked on with. */
  readonly top: ReactNode;
  /** The priorities with what the strategy says of them; null until it is there. */
  readonly priorities: ReactNode;
  /** What decisions of this meeting named and nobody has carried out. */
  readonly toCarryOut: readonly NamedAct[];
  readonly onCarryOut: ((act: NamedAct) => void) | null;
}

/** What is in view beside the record: papers, open actions, priorities, attendance, the chair's authority. It is what a decision freezes. */
export function SideColumn({ view, itemId, top, priorities, toCarryOut, onCarryOut }: SideColumnProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  // Another item brings other work: it stands at the top, wherever the last one was read to.
  useEffect(() => root.current?.parentElement?.scrollTo(0, 0), [itemId, view.openItemId]);
  return (
    <div className={styles['root']} ref={root}>
      {toCarryOut.length > 0 && onCarryOut !== null && (
        <section aria-label={taskingText.carryOut.title}>
          <h3>{taskingText.carryOut.title}</h3>
          <NamedList acts={toCarryOut} onCarryOut={onCarryOut} />
        </section>
      )}
      {top}
      <section>
        <h3>{words.papers}</h3>
        {view.papers.length === 0 && <p className={styles['none']}>{words.noPapers}</p>}
        <ul>
          {view.papers.map((paper) => (
            <li key={paper.id}>
              <span>{paper.title}</span>
              <span className={styles['below']}>
                {paper.asOf !== '' && <span>{words.asOf(dayText(paper.asOf as Day))}</span>}
                {paper.confidence !== '' && (
                  <span>{consoleText.side.confidence(consoleText.compose.confidences[paper.confidence] ?? '')}</span>
                )}
                {paper.old && paper.ageDays !== null && <StatusText tone="attention">{words.old(paper.ageDays)}</StatusText>}
                {paper.policeOnly && <PoliceOnly />}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{words.openActions}</h3>
        {view.openActions.length === 0 && <p className={styles['none']}>{words.noActions}</p>}
        <ul>
          {view.openActions.map((action) => {
            return (
              <li key={action.id}>
                <Reference>{action.reference}</Reference>
                <span className={styles['clamp']}>{action.text}</span>
                <span className={styles['below']}>
                  <span>{action.owner}</span>
                  {action.overdueDays > 0 ? (
                    <StatusText tone="danger">{words.overdue(action.overdueDays)}</StatusText>
                  ) : (
                    action.dueOn !== '' && <span>{consoleText.due(dayText(action.dueOn as Day))}</span>
                  )}
                  {action.awaitingVerification && <StatusText tone="attention">{words.awaiting}</StatusText>}
                  {action.state === 'blocked' && <StatusText tone="attention">{words.blocked}</StatusText>}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      <section>
        <h3>{words.priorities}</h3>
        {view.priorities.length === 0 && <p className={styles['none']}>{words.noPriorities}</p>}
        {priorities ?? (
          <ul>
            {view.priorities.map((priority) => (
              <li key={priority.id}>
                <span>
                  <Reference>{priority.reference}</Reference> {priority.title}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{words.attendance}</h3>
        <ul>
          {view.attendance.map((one) => (
            <li key={one.id}>
              <span>{one.name}</span>
              <span className={styles['below']}>
                <StatusText tone={one.status === 'present' ? 'good' : 'quiet'}>{words.statuses[one.status]}</StatusText>
                {one.deputy !== '' && <span>{words.deputy(one.deputy)}</span>}
                {one.warning !== '' && <StatusText tone="attention">{one.warning}</StatusText>}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {view.authority !== '' && (
        <section>
          <h3>{words.authority}</h3>
          <p className={styles['authority']}>{view.authority}</p>
        </section>
      )}
    </div>
  );
}
