import { Button, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PlansView } from '#shared/domain/delivery-plan/delivery-plan.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { PlanTable } from '#renderer/features/delivery-plan/plan-table.tsx';
import { plansText as words } from '#renderer/text/plans.ts';
import styles from './plans.module.css';

type Tab = 'open' | 'due' | 'closed';
const under = (row: PlansView['rows'][number], tab: Tab): boolean =>
  tab === 'closed' ? row.state === 'closed' : tab === 'due' ? row.reviewOverdue : row.state !== 'closed';

/** Every delivery plan, and the priorities no plan serves (duties 55, 125, 129, 142). */
export function PlansPage(): ReactNode {
  const view = useView('plans', {});
  const rows = view.state === 'ready' ? view.view.rows : [];
  return (
    <Page
      title={words.title}
      subtitle={words.subtitle}
      fill
      marking={rows.some((row) => row.marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'}
      policeOnly={rows.some((row) => row.policeOnly)}
    >
      <View of={view}>{(plans) => <Plans plans={plans} />}</View>
    </Page>
  );
}

function Plans({ plans }: { readonly plans: PlansView }): ReactNode {
  const [tab, setTab] = useState<Tab>('open');
  const [groupId, setGroupId] = useState('');
  const fitting = plans.rows.filter((row) => groupId === '' || row.groupId === groupId);
  const group = plans.groups.find((one) => one.id === groupId);
  return (
    <>
      <div className={styles['bar']}>
        <ViewTabs
          label={words.tabsLabel}
          tabs={(['open', 'due', 'closed'] as const).map((one) => ({
            value: one,
            label: words.tab(words.tabs[one], fitting.filter((row) => under(row, one)).length),
          }))}
          value={tab}
          onChange={setTab}
        />
        {plans.groups.length > 1 && (
          <Select
            aria-label={words.group}
            placeholder={words.anyGroup}
            data={plans.groups.map((one) => ({ value: one.id, label: one.name }))}
            value={groupId === '' ? null : groupId}
            onChange={(value) => setGroupId(value ?? '')}
            clearable
            clearButtonProps={{ 'aria-label': words.anyGroup }}
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
        )}
      </div>
      {plans.prioritiesWithoutPlan.length > 0 && plans.rows.length > 0 && (
        <p className={styles['uncovered']}>
          <strong>{words.uncovered}</strong> <DutyTag number={129} />:{' '}
          {plans.prioritiesWithoutPlan.map((priority, index) => (
            <span key={priority.id}>
              {index > 0 && '; '}
              <Reference>{priority.reference}</Reference> {priority.title}
            </span>
          ))}
          . {words.uncoveredHelp}
        </p>
      )}
      <div className={styles['table']}>
        <PlanTable
          rows={fitting.filter((row) => under(row, tab))}
          filters={group === undefined ? [] : [{ id: 'group', words: words.filterGroup(group.name), remove: () => setGroupId('') }]}
          onOpen={(row) => goTo(linkTo('delivery-plan', row.id))}
          empty={
            plans.rows.length === 0 ? (
              <EmptyState
                title={words.empty.none}
                action={
                  <Button variant="default" onClick={() => goTo('/decisions')}>
                    {words.empty.toDecisions}
                  </Button>
                }
              >
                {words.empty.noneBody}
              </EmptyState>
            ) : (
              <EmptyState title={words.empty.filtered}>{words.empty.filteredBody}</EmptyState>
            )
          }
        />
      </div>
    </>
  );
}
