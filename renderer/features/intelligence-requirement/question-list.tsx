import type { ReactNode } from 'react';
import type { QuestionRow } from '#shared/domain/intelligence-requirement/requirement-parts.ts';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { requirementText as words } from '#renderer/text/requirement.ts';
import styles from './requirement.module.css';

const TONES: Readonly<Record<string, Tone>> = { unanswered: 'attention', partly: 'active', answered: 'good', withdrawn: 'quiet' };

/** How far a question is answered. */
export function QuestionState({ state }: { readonly state: string }): ReactNode {
  return <StatusText tone={TONES[state] ?? 'quiet'}>{words.questionStates[state] ?? state}</StatusText>;
}

const isOpen = (row: QuestionRow): boolean => row.state === 'unanswered' || row.state === 'partly';
const URGENCY = ['high', 'medium', 'low'];
const inOrder = (rows: readonly QuestionRow[]): readonly QuestionRow[] =>
  [...rows].sort(
    (a, b) => Number(!isOpen(a)) - Number(!isOpen(b)) || URGENCY.indexOf(a.urgency) - URGENCY.indexOf(b.urgency) || a.number - b.number,
  );

/** Questions under the priority they serve, in the order of the priorities; other key threats stand last, each by its name (duty 106). */
function grouped(rows: readonly QuestionRow[]): readonly { readonly title: string; readonly rows: readonly QuestionRow[] }[] {
  const titleOf = (row: QuestionRow): string =>
    row.priorityId === '' ? words.otherThreats : row.priority === '' ? words.noPriority : row.priority;
  const titles = [...new Set(rows.map(titleOf))].sort(
    (a, b) => Number(a === words.otherThreats) - Number(b === words.otherThreats) || a.localeCompare(b, 'en-GB', { numeric: true }),
  );
  return titles.map((title) => ({ title, rows: inOrder(rows.filter((row) => titleOf(row) === title)) }));
}

interface QuestionListProps {
  readonly rows: readonly QuestionRow[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
}

/** The questions of a requirement, grouped by priority and other key threats (duties 103, 106). */
export function QuestionList({ rows, shown, onShow }: QuestionListProps): ReactNode {
  return grouped(rows).map((group) => (
    <section key={group.title} className={styles['group']}>
      <h2 className={styles['groupHead']}>
        {group.title}
        <span className={styles['groupCount']}>{words.count(group.rows.filter(isOpen).length, group.rows.length)}</span>
      </h2>
      <ul className={styles['questions']}>
        {group.rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={styles['question']}
              data-state={row.state}
              aria-current={shown === row.id ? 'true' : undefined}
              onClick={() => onShow(row.id)}
            >
              <Reference>{row.reference}</Reference>
              <span className={styles['words']}>
                {row.question}
                <Under row={row} />
              </span>
              <span className={styles['owner']} title={row.owner}>
                {row.owner}
                {row.ownerLeft && (
                  <>
                    {' '}
                    <StatusText tone="attention">{words.ownerLeft}</StatusText>
                  </>
                )}
              </span>
              <QuestionState state={row.state} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** What else the eye should catch of a question, under its words. */
function Under({ row }: { readonly row: QuestionRow }): ReactNode {
  const parts = [
    row.otherKeyThreat,
    row.urgency === 'high' && isOpen(row) ? words.urgent : '',
    row.elements === 0 ? '' : words.elementsDone(row.elementsAnswered, row.elements),
  ].filter((part) => part !== '');
  if (parts.length === 0 && !row.reviewOverdue) return null;
  return (
    <span className={styles['under']}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      {row.reviewOverdue && (
        <StatusText tone="danger">
          {words.reviewDue} {whenText(row.reviewOn)}
        </StatusText>
      )}
    </span>
  );
}
