import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { RESOURCES } from '#shared/domain/control-strategy/strategy-figures.ts';
import type { AllocationView } from '#shared/domain/control-strategy/strategy-page.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { View } from '#renderer/components/view.tsx';
import { controlStrategyText } from '#renderer/text/control-strategy.ts';
import styles from './strategy.module.css';

const words = controlStrategyText.resources;

/** What each priority is given and what plans draw on it already, in a narrow column beside a decision (duties 59, 89). */
export function AllocationPanel({ groupId }: { readonly groupId: string }): ReactNode {
  const view = useView('strategy-allocation', { groupId });
  return (
    <View of={view}>
      {(allocation) => (allocation === null ? <p className={styles['quiet']}>{words.noStrategy}</p> : <Panel allocation={allocation} />)}
    </View>
  );
}

function Panel({ allocation }: { readonly allocation: AllocationView }): ReactNode {
  const { rows, draft } = allocation;
  return (
    <section className={styles['panel']} aria-label={words.panel}>
      <h3>
        {words.panel} <DutyTag number={89} />
      </h3>
      <p className={`${styles['small']} ${styles['quiet']}`}>
        <Link href="/strategy">{words.panelOf(allocation.place, allocation.version)}</Link>
      </p>
      {rows.map((row) => (
        <div key={row.id} className={styles['panelRow']}>
          <span title={row.title}>
            <Reference>{row.reference}</Reference> {row.owner}
          </span>
          <span className={row.plannedHours > row.hours ? styles['over'] : undefined}>
            {words.number(row.plannedHours)} / {words.number(row.hours)}
          </span>
          <UseBar used={row.plannedHours} of={row.hours} />
        </div>
      ))}
      {RESOURCES.map((what) => (
        <div key={what} className={styles['panelRow']}>
          <span className={styles['quiet']}>{words.columns[what]}</span>
          <span className={allocation.allocation.left[what] < 0 ? styles['over'] : undefined}>
            {words.given.toLowerCase()} {amount(what, allocation.allocation.given[what])} {words.pool.toLowerCase()}{' '}
            {amount(what, allocation.allocation.pool[what])}
          </span>
        </div>
      ))}
      {allocation.outsideShare !== null && (
        <div className={styles['panelRow']}>
          <span className={styles['quiet']}>{words.outside}</span>
          <span>{words.percent(allocation.outsideShare)}</span>
        </div>
      )}
      {draft !== null && (
        <div className={styles['panelRow']}>
          <span className={styles['quiet']}>{words.draftPool(draft.version)}</span>
          <span className={draft.allocation.left.hours < 0 ? styles['over'] : undefined}>
            {words.number(draft.allocation.given.hours)} / {words.number(draft.allocation.pool.hours)}
          </span>
        </div>
      )}
    </section>
  );
}

/** An amount with what it counts. */
export function amount(what: (typeof RESOURCES)[number], value: number): string {
  return what === 'budget' ? words.money(value) : words.number(value);
}

/** How much of something is used, to the eye; the numbers stand beside it. */
export function UseBar({ used, of }: { readonly used: number; readonly of: number }): ReactNode {
  const share = of === 0 ? 0 : Math.min(1, used / of);
  return (
    <span className={styles['bar']} aria-hidden>
      <span style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  );
}
