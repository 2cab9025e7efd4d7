import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ActionRow } from '#shared/domain/action/action-rows.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { Reference } from '#renderer/components/reference.tsx';
import { When } from '#renderer/components/when.tsx';
import { actionsText } from '#renderer/text/actions.ts';
import { ActionState } from './action-state.tsx';
import styles from './action.module.css';

/** A short list of actions inside another page, each leading to the board. */
export function ActionList({ rows }: { readonly rows: readonly ActionRow[] }): ReactNode {
  return (
    <ul className={styles['list']}>
      {rows.map((row) => (
        <li key={row.id} className={styles['line']}>
          <span>
            <Link href={linkTo('action', row.id)}>{row.text}</Link>
            <br />
            <span className={styles['dimmed']}>
              <Reference>{row.reference}</Reference> · {row.owner}
            </span>
          </span>
          <span className={styles['side']}>
            <span>
              {actionsText.columns.due} <When at={row.dueOn} />
            </span>
            <ActionState row={row} />
          </span>
        </li>
      ))}
    </ul>
  );
}
