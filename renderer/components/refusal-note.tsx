import type { ReactNode } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { appText } from '#renderer/text/app.ts';
import { DutyTag } from './duty-tag.tsx';
import styles from './refusal-note.module.css';

/** Why something cannot be done: the reason, the duty it comes from in the doctrine's words, and what would make it possible. Nothing when there is no refusal. */
export function RefusalNote({
  refusals,
  title = appText.components.refusalTitle,
}: {
  readonly refusals: readonly Refusal[];
  readonly title?: string;
}): ReactNode {
  if (refusals.length === 0) return null;
  return (
    <div className={styles['root']} role="alert">
      <p className={styles['title']}>{title}</p>
      <ul className={styles['list']}>
        {refusals.map((refusal) => (
          <li key={`${refusal.code} ${refusal.field} ${refusal.message}`}>
            <RefusalText refusal={refusal} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One refusal without a frame, for tooltips and lists. */
export function RefusalText({ refusal }: { readonly refusal: Refusal }): ReactNode {
  return (
    <div className={styles['refusal']} data-refusal={refusal.code}>
      <p>{refusal.message}</p>
      <RefusalGrounds refusal={refusal} />
    </div>
  );
}

/** What would make it possible, and the duties it comes from. */
export function RefusalGrounds({ refusal }: { readonly refusal: Refusal }): ReactNode {
  return (
    <>
      {refusal.remedy !== '' && (
        <p className={styles['remedy']}>
          <span className={styles['remedyLabel']}>{appText.components.remedy}</span> {refusal.remedy}
        </p>
      )}
      {refusal.duties.length > 0 && (
        <p className={styles['duties']}>
          {appText.components.dutyFrom}{' '}
          {refusal.duties.map((duty) => (
            <DutyTag key={duty} number={duty} words />
          ))}
        </p>
      )}
    </>
  );
}

/** A refusal as one text, for accessible descriptions. */
export function refusalSentence(refusal: Refusal): string {
  return [refusal.message, refusal.remedy, ...refusal.duties.map(appText.components.duty)].filter((part) => part !== '').join(' ');
}
