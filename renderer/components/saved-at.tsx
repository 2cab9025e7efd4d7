import type { ReactNode } from 'react';
import type { Instant } from '#shared/base/time.ts';
import type { SavedState } from '#renderer/app/scratchpad/draft-line.ts';
import { appText } from '#renderer/text/app.ts';
import styles from './small.module.css';

const seconds = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

export function savedText(state: SavedState | 'none', savedAt: Instant | null): string {
  if (state === 'saving') return appText.status.saving;
  if (state === 'waiting') return appText.status.waiting;
  return savedAt === null ? appText.status.nothingTyped : appText.status.saved(seconds.format(new Date(savedAt)));
}

/** Quietly says that what was typed is stored, and when; loudly when it is not. */
export function SavedAt({ state, savedAt }: { readonly state: SavedState | 'none'; readonly savedAt: Instant | null }): ReactNode {
  return (
    <span className={styles['savedAt']} data-state={state}>
      {savedText(state, savedAt)}
    </span>
  );
}
