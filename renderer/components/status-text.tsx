import type { ReactNode } from 'react';
import styles from './small.module.css';

export type Tone = 'quiet' | 'active' | 'good' | 'attention' | 'danger';

/** Where something is in its life, in words; the mark beside them repeats it for the eye and never stands alone. `danger` is for overdue and broken only. */
export function StatusText({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode {
  return (
    <span className={styles['status']} data-tone={tone} data-filled={tone === 'quiet' ? undefined : ''}>
      {children}
    </span>
  );
}
