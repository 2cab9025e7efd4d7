import { type ReactNode, useEffect, useRef } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { appText } from '#renderer/text/app.ts';
import { fieldId } from './field.tsx';
import { RefusalGrounds, RefusalText } from './refusal-note.tsx';
import styles from './error-summary.module.css';

interface ErrorSummaryProps {
  readonly refusals: readonly Refusal[];
  /** The fields' labels by name, where a message alone would not say which field it is about. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Every reason a form was refused, at its top; those about a field lead to it. Takes the focus when it appears. */
export function ErrorSummary({ refusals, labels = {} }: ErrorSummaryProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  // By what they say, not by the list: a form drawn again while someone types must not lose them the field.
  const said = refusals.map((refusal) => `${refusal.code} ${refusal.field}`).join('\n');
  useEffect(() => {
    if (said !== '') box.current?.focus();
  }, [said]);
  if (refusals.length === 0) return null;
  return (
    <div ref={box} className={styles['root']} role="alert" tabIndex={-1}>
      <p className={styles['title']}>{appText.components.errorSummary(refusals.length)}</p>
      <ul className={styles['list']}>
        {refusals.map((refusal) => (
          <li key={`${refusal.code} ${refusal.field} ${refusal.message}`}>
            {refusal.field === '' ? (
              <RefusalText refusal={refusal} />
            ) : (
              <>
                <button type="button" className={styles['link']} onClick={() => document.getElementById(fieldId(refusal.field))?.focus()}>
                  {labels[refusal.field] === undefined ? refusal.message : `${labels[refusal.field]}: ${refusal.message}`}
                </button>
                <RefusalGrounds refusal={refusal} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
