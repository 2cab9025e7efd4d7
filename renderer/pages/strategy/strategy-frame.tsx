import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Marking } from '#shared/contracts/record/record.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { useMemoryPath } from '#renderer/app/location.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { strategyTabs } from '#renderer/app/strategy-tabs.ts';
import { Page } from '#renderer/components/page.tsx';
import { strategyText } from '#renderer/text/strategy.ts';
import styles from '#renderer/pages/force/force-frame.module.css';

const CLOSED_TAB = { path: '/strategy/dedicated-source', label: strategyText.tabs.dedicatedSource } as const;

interface StrategyFrameProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly marking?: Marking;
  readonly policeOnly?: boolean;
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/** A page of the Strategy section: its tabs, as far as the person may use them. */
export function StrategyFrame({ title, subtitle, actions, marking, policeOnly, fill = false, children }: StrategyFrameProps): ReactNode {
  const [path] = useMemoryPath();
  const actor = useActor();
  const compartments = useView('my-compartments', {});
  // Only whoever is in a compartment, or may open one, learns that there is such a page (duty 111).
  const inside = compartments.state === 'ready' && (compartments.view.rows.length > 0 || compartments.view.mayOpen);
  const shown = [...strategyTabs.filter((tab) => tab.mayUse(actor)), ...(inside ? [CLOSED_TAB] : [])];
  return (
    <Page
      title={title}
      subtitle={subtitle}
      actions={actions}
      fill={fill}
      {...(marking === undefined ? {} : { marking })}
      {...(policeOnly === undefined ? {} : { policeOnly })}
    >
      <div className={styles['bar']}>
        <nav className={styles['tabs']} aria-label={strategyText.tabsLabel}>
          {shown.map((tab) => (
            <Link
              key={tab.path}
              href={tab.path}
              className={styles['tab'] ?? ''}
              aria-current={path === tab.path || (tab.path !== '/strategy' && path.startsWith(`${tab.path}/`)) ? 'page' : undefined}
            >
              {tab.label}
            </Link>
          ))}
        </nav>
      </div>
      {children}
    </Page>
  );
}
