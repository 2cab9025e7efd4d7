import type { ReactNode } from 'react';
import type { Marking } from '#shared/contracts/record/record.ts';
import { appText } from '#renderer/text/app.ts';
import styles from './small.module.css';

/** A protective marking in words and colour, with the police-only caveat beside it. */
export function MarkingBadge({ marking, policeOnly = false }: { readonly marking: Marking; readonly policeOnly?: boolean }): ReactNode {
  return (
    <>
      <span className={styles['marking']} data-marking={marking}>
        {marking}
      </span>
      {policeOnly && (
        <>
          {' '}
          <PoliceOnly />
        </>
      )}
    </>
  );
}

/** The caveat that keeps partners out. */
export function PoliceOnly(): ReactNode {
  return <span className={styles['policeOnly']}>{appText.components.policeOnly}</span>;
}
