import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { QueryView } from '#shared/domain/registry.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { StatusText } from '#renderer/components/status-text.tsx';
import { stepWords } from '#renderer/text/governance.ts';
import { kindWords } from '#renderer/text/record.ts';
import styles from './duty.module.css';

type Thread = NonNullable<QueryView<'golden-thread'>['thread']>;

/** The golden thread of a priority, link by link; each opens its record, and a missing one says what is missing. */
export function GoldenThread({ thread }: { readonly thread: Thread }): ReactNode {
  return (
    <ol className={styles['thread']}>
      {thread.steps.map(({ step, nodes, missing }) => (
        <li key={step} className={styles['step']} data-missing={missing === '' ? undefined : ''}>
          <h2>{stepWords[step]}</h2>
          <ul className={styles['nodes']}>
            {missing !== '' && (
              <li>
                <StatusText tone="attention">
                  <span style={{ whiteSpace: 'normal' }}>{missing}</span>
                </StatusText>
              </li>
            )}
            {nodes.map((node, place) => {
              const to = linkTo(node.kind, node.id, node.parent);
              const title = node.title === '' ? (kindWords[node.kind] ?? node.kind) : node.title;
              return (
                // The place counts too: one decision can cite several assessments that are not in Cordon.
                <li key={`${node.kind}/${node.id}/${place}`}>
                  <div>{to === '' ? title : <Link href={to}>{title}</Link>}</div>
                  <div className={styles['quiet']}>{node.detail}</div>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}
