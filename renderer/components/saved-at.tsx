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

interface SavedAtProps {
  readonly state: SavedState | 'none';
  readonly savedAt: Instant | null;
  /** In few words, where the status bar says the rest. */
  readonly brief?: boolean;
}

function savedText({ state, savedAt, brief = false }: SavedAtProps): string {
  const { status } = appText;
  if (state === 'saving') return status.saving;
  if (state === 'waiting') return status.waiting;
  if (savedAt === null) return status.nothingTyped;
  return (brief ? status.savedBrief : status.saved)(seconds.format(new Date(savedAt)));
}

/** Quietly says that what was typed is stored, and when; loudly when it is not. */
export function SavedAt(props: SavedAtProps): ReactNode {
  return (
    <span className={styles['savedAt']} data-state={props.state}>
      {savedText(props)}
    </span>
  );
}
