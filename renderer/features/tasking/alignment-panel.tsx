import type { ReactNode } from 'react';
import type { AlignmentException } from '#shared/domain/meeting/meeting-strategy.ts';
import { StatusText } from '#renderer/components/status-text.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import styles from './tasking.module.css';

const words = taskingText.alignment;

/** The priorities that lack an objective of the business plan, a measure, a resource or an owner (duties 4, 5). */
export function AlignmentPanel({ exceptions }: { readonly exceptions: readonly AlignmentException[] }): ReactNode {
  return (
    <section aria-label={words.title}>
      <div className={styles['head']}>
        <h3>{words.title}</h3>
      </div>
      {exceptions.length === 0 && <p className={styles['dimmed']}>{words.none}</p>}
      <ul className={styles['list']}>
        {exceptions.map((one) => (
          <li key={one.id}>
            <span className={styles['what']}>
              {one.reference} {one.title}
            </span>
            <span className={styles['line']}>
              {one.lacks.map((lack) => (
                <StatusText key={lack} tone="attention">
                  {words.lacks[lack]}
                </StatusText>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
