import type { ReactNode } from 'react';
import styles from './small.module.css';

const NAMES: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  escape: 'Esc',
  enter: 'Enter',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  slash: '/',
  comma: ',',
  period: '.',
};

/** Keys as printed on them, from the notation of shortcuts: `mod+k`, `g m`. The first of several alternatives is shown. */
export function KeyHint({ keys }: { readonly keys: string }): ReactNode {
  const first = keys.split(',')[0] ?? '';
  return (
    <span className={styles['keys']}>
      {first.split(/[+>\s]/).map((key) => (
        <kbd key={key} className={styles['key']}>
          {NAMES[key.toLowerCase()] ?? key.toUpperCase()}
        </kbd>
      ))}
    </span>
  );
}
