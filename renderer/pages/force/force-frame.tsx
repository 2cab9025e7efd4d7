import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMemoryPath } from '#renderer/app/location.ts';
import { dutyReaders, everyone, policeOnly } from '#renderer/app/sections.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { DayField } from '#renderer/components/day-field.tsx';
import { Page } from '#renderer/components/page.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { forceText } from '#renderer/text/force.ts';
import { lookAt, useAsAt } from './as-at.ts';
import styles from './force-frame.module.css';

const TABS = [
  { path: '/force', label: forceText.tabs.structure, mayUse: policeOnly },
  { path: '/force/people', label: forceText.tabs.people, mayUse: policeOnly },
  { path: '/force/groups', label: forceText.tabs.groups, mayUse: policeOnly },
  { path: '/force/partners', label: forceText.tabs.partners, mayUse: policeOnly },
  { path: '/force/governance', label: forceText.tabs.governance, mayUse: policeOnly },
  { path: '/force/capabilities', label: forceText.tabs.capabilities, mayUse: policeOnly },
  { path: '/force/objectives', label: forceText.tabs.objectives, mayUse: everyone },
  { path: '/force/duties', label: forceText.tabs.duties, mayUse: dutyReaders },
  { path: '/force/workstation', label: forceText.tabs.workstation, mayUse: policeOnly },
  { path: '/force/account', label: forceText.tabs.account, mayUse: everyone },
] as const;

interface ForceFrameProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  /** The page can be looked at as at another day. */
  readonly dated?: boolean;
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/** A page of the Force section: its tabs, as far as the person may use them, and the day it is looked at. */
export function ForceFrame({ title, subtitle, actions, dated = false, fill = false, children }: ForceFrameProps): ReactNode {
  const [path] = useMemoryPath();
  const { asAt, isToday } = useAsAt();
  const actor = useActor();
  const shown = TABS.filter((tab) => tab.mayUse(actor));
  return (
    <Page title={title} subtitle={subtitle} actions={actions} fill={fill}>
      <div className={styles['bar']}>
        <nav className={styles['tabs']} aria-label={forceText.tabsLabel}>
          {shown.map((tab) => (
            <Link
              key={tab.path}
              href={tab.path}
              className={styles['tab'] ?? ''}
              aria-current={path === tab.path || (tab.path !== '/force' && path.startsWith(`${tab.path}/`)) ? 'page' : undefined}
            >
              {tab.label}
            </Link>
          ))}
        </nav>
        {dated && (
          <div className={styles['day']}>
            <DayField name="as-at" label={forceText.asAt} help={null} value={asAt} onChange={(day) => day !== '' && lookAt(day)} />
          </div>
        )}
      </div>
      {dated && !isToday && (
        <div className={styles['otherDay']} role="status">
          <p>{asAt < todayNow() ? forceText.asAtPast(asAt) : forceText.asAtComing(asAt)}</p>
          <Button variant="default" size="compact-sm" onClick={() => lookAt('')}>
            {forceText.backToToday}
          </Button>
        </div>
      )}
      {children}
    </Page>
  );
}
