import type { ReactNode } from 'react';
import styles from './small.module.css';

/** A reference such as `TTCG-E/2026-11-24/D3`, in monospace and never broken over a line. */
export function Reference({ children }: { readonly children: string }): ReactNode {
  return <span className={styles['reference']}>{children}</span>;
}
