import type { ReactNode } from 'react';
import type { StrategyCells } from '#shared/domain/meeting/meeting-strategy.ts';
import { Reference } from '#renderer/components/reference.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import styles from './tasking.module.css';

const words = taskingText.strategy;

/** The priorities in force, each unfolding what the control strategy says of it (duty 80). */
export function PriorityCells({ priorities }: { readonly priorities: readonly StrategyCells[] }): ReactNode {
  return (
    <>
      {priorities.map((one) => {
        const cells = (['prevention', 'intelligence', 'enforcement', 'reassurance'] as const).filter((cell) => one[cell] !== '');
        return (
          <details key={one.id} className={styles['priority']}>
            <summary>
              <Reference>{one.reference}</Reference> {one.title}
            </summary>
            {one.summary !== '' && <p className={styles['said']}>{one.summary}</p>}
            <dl>
              {one.owner !== '' && (
                <>
                  <dt>{words.owner}</dt>
                  <dd>{one.owner}</dd>
                </>
              )}
              {cells.map((cell) => (
                <div key={cell}>
                  <dt>{words.cells[cell]}</dt>
                  <dd>{one[cell]}</dd>
                </div>
              ))}
            </dl>
            {cells.length === 0 && <p className={styles['dimmed']}>{words.noCells}</p>}
          </details>
        );
      })}
    </>
  );
}
