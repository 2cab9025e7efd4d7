import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Marking } from '#shared/contracts/record/record.ts';
import { useMemoryPath } from '#renderer/app/location.ts';
import { useUsablePaths } from '#renderer/app/shell/usable-paths.ts';
import { Page } from '#renderer/components/page.tsx';
import { strategyText } from '#renderer/text/strategy.ts';
import styles from '#renderer/pages/force/force-frame.module.css';

const TABS = [
  { path: '/strategy', label: strategyText.tabs.strategy },
  { path: '/strategy/assessments', label: strategyText.tabs.assessments },
  { path: '/strategy/prioritisation', label: strategyText.tabs.prioritisation },
  { path: '/strategy/requirement', label: strategyText.tabs.requirement },
  { path: '/strategy/commissions', label: strategyText.tabs.commissions },
  { path: '/strategy/publications', label: strategyText.tabs.publications },
  { path: '/strategy/calendar', label: strategyText.tabs.calendar },
] as const;

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
  const usable = useUsablePaths();
  const shown = TABS.filter((tab) => usable.includes(tab.path));
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
