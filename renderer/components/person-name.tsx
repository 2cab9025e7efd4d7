import type { ReactNode } from 'react';
import styles from './small.module.css';

/** A person as `Rank Name (role)`; rank and role are left out when empty. */
export function PersonName({ name, rank = '', role = '' }: { readonly name: string; readonly rank?: string; readonly role?: string }): ReactNode {
  return (
    <span>
      {rank !== '' && `${rank} `}
      {name}
      {role !== '' && <span className={styles['role']}> ({role})</span>}
    </span>
  );
}

/** The same as plain text, for cells that are sorted and copied. */
export function personText(name: string, rank = '', role = ''): string {
  return `${rank === '' ? '' : `${rank} `}${name}${role === '' ? '' : ` (${role})`}`;
}
