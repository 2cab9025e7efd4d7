import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { View } from '#renderer/components/view.tsx';
import { objectivesText } from '#renderer/text/governance.ts';
import styles from './alignment-exceptions.module.css';

const text = objectivesText.exceptions;

/** Where business planning and the priorities of a place, or of every place, do not meet; each line opens what it is about (duty 5). */
export function AlignmentExceptions({ nodeId = '' }: { readonly nodeId?: string }): ReactNode {
  const view = useView('alignment', { nodeId });
  return (
    <View of={view}>
      {({ priorities, objectives, exceptions }) => (
        <section className={styles['root']} aria-label={text.title}>
          <p className={styles['head']}>
            {exceptions.length > 0 ? (
              <StatusText tone="attention">{text.count(exceptions.length)}</StatusText>
            ) : priorities + objectives === 0 ? (
              <StatusText tone="attention">{text.none}</StatusText>
            ) : (
              <StatusText tone="good">{text.all}</StatusText>
            )}{' '}
            <DutyTag number={5} />
          </p>
          <ul className={styles['list']}>
            {exceptions.map((gap) => (
              <li key={gap.id}>
                <Link href={linkTo(gap.subject.kind, gap.subject.id, gap.subject.parent ?? '')}>{gap.subject.name}</Link>
                <span className={styles['why']} data-severity={gap.severity}>
                  {gap.sentence}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </View>
  );
}
