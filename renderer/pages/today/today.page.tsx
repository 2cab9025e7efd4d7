import type { ReactNode } from 'react';
import type { TodayView } from '#shared/domain/today/today.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Page } from '#renderer/components/page.tsx';
import { View } from '#renderer/components/view.tsx';
import { ExceptionView } from '#renderer/features/today/exceptions.tsx';
import { isQuiet, needsCount } from '#renderer/features/today/needs.ts';
import {
  Actions,
  AgainstPolicy,
  Commissions,
  Leading,
  Meetings,
  OverduePlanning,
  Plans,
  Publications,
} from '#renderer/features/today/today-lists.tsx';
import { BackupNotice } from '#renderer/features/backup/backup-notice.tsx';
import { MyStrategyTasks } from '#renderer/features/control-strategy/strategy-tasks.tsx';
import styles from '#renderer/features/today/today.module.css';
import { todayText } from '#renderer/text/today.ts';

/** What needs me: minutes to sign, my actions, verifications, plans, the coming meetings, and for chairs what is off course. */
export function TodayPage(): ReactNode {
  const today = useView('today', {});
  const rows =
    today.state === 'ready'
      ? [...today.view.commissions, ...today.view.mine, ...today.view.toVerify, ...Object.values(today.view.exceptions ?? {}).flat()]
      : [];
  const sensitive = rows.some((row) => row.marking === 'OFFICIAL-SENSITIVE');
  return (
    <Page
      title={todayText.title}
      subtitle={today.state === 'ready' ? todayText.needsYou(needsCount(today.view)) : ' '}
      marking={sensitive ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'}
      policeOnly={rows.some((row) => row.policeOnly)}
    >
      <BackupNotice />
      <View of={today}>
        {(view) => (isQuiet(view) ? <EmptyState title={todayText.nothing}>{todayText.nothingMore}</EmptyState> : <Lists view={view} />)}
      </View>
    </Page>
  );
}

function Lists({ view }: { readonly view: TodayView }): ReactNode {
  return (
    <>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Leading rows={view.leading} />
          <Publications rows={view.publications} />
          <Actions id="verify" title={todayText.toVerify} rows={view.toVerify} showClaim />
          <Actions id="mine" title={todayText.mine} rows={view.mine} />
          <Commissions rows={view.commissions} />
          <Plans rows={view.plans} />
          {needsCount(view) + view.mine.length + view.leading.length === 0 && (
            <EmptyState title={todayText.nothing}>{todayText.nothingMore}</EmptyState>
          )}
        </div>
        <div className={styles['column']}>
          <Meetings rows={view.meetings} />
          <AgainstPolicy rows={view.againstPolicy} />
          <OverduePlanning rows={view.overduePlanning} />
          <MyStrategyTasks />
        </div>
      </div>
      {view.exceptions && (
        <div className={styles['wide']}>
          <ExceptionView of={view.exceptions} />
        </div>
      )}
    </>
  );
}
