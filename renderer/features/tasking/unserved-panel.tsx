import type { ReactNode } from 'react';
import type { UnservedPriority } from '#shared/domain/meeting/meeting-strategy.ts';
import { StatusText } from '#renderer/components/status-text.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import styles from './tasking.module.css';

const words = taskingText.unserved;

/** The priorities that nobody owns or that are given nothing (duty 97). */
export function UnservedPanel({ priorities }: { readonly priorities: readonly UnservedPriority[] }): ReactNode {
  return (
    <section aria-label={words.title}>
      <div className={styles['head']}>
        <h3>{words.title}</h3>
      </div>
      {priorities.length === 0 && <p className={styles['dimmed']}>{words.none}</p>}
      <ul className={styles['list']}>
        {priorities.map((one) => (
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
