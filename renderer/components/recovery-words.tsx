import type { ReactNode } from 'react';
import styles from './recovery-words.module.css';

/** The words of a recovery key or of one share of it, numbered, on the screen and on paper; they cannot be selected by mistake. */
export function RecoveryWords({ words, label }: { readonly words: readonly string[]; readonly label?: string }): ReactNode {
  return (
    <ol className={styles['words']} aria-label={label}>
      {words.map((word, place) => (
        // A word may occur twice, and the list never changes.
        <li key={place}>
          <span aria-hidden>{place + 1}</span> {word}
        </li>
      ))}
    </ol>
  );
}
