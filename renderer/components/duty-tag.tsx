import type { ReactNode } from 'react';
import { appText, dutyWords } from '#renderer/text/app.ts';
import styles from './small.module.css';

/** A duty of the doctrine by its number, with a few of its own words when pointed at or, with `words`, beside it. */
export function DutyTag({ number, words = false }: { readonly number: number; readonly words?: boolean }): ReactNode {
  const quote = dutyWords[number] ?? '';
  return (
    <span className={styles['duty']} title={quote === '' ? undefined : `“${quote}”`}>
      {appText.components.duty(number)}
      {words && quote !== '' && `: “${quote}”`}
    </span>
  );
}
