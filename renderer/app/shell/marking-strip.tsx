import type { ReactNode } from 'react';
import { useSession } from '#renderer/app/session/session.ts';
import { appText } from '#renderer/text/app.ts';
import styles from './marking-strip.module.css';
import { useHighestMarking } from './screen-marking.ts';

/** The highest protective marking of what is on the screen, in words and colour; for the sample force also that nothing here is real. */
export function MarkingStrip(): ReactNode {
  const { marking, policeOnly } = useHighestMarking();
  const sample = useSession((state) => state.session?.sample ?? false);
  return (
    <div className={styles['root']} data-marking={marking} role="region" aria-label={appText.marking.label}>
      <span className={styles['marking']}>
        {marking}
        {policeOnly && ` · ${appText.marking.policeOnly}`}
      </span>
      {sample && <span className={styles['sample']}>{appText.sampleNotice}</span>}
    </div>
  );
}
