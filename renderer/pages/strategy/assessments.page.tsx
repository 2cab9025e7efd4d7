import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AssessmentRow, AssessmentsView } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { AssessmentTable } from '#renderer/features/strategic-assessment/assessment-table.tsx';
import { BeginAssessment } from '#renderer/features/strategic-assessment/begin-assessment.tsx';
import { assessmentsText as words } from '#renderer/text/assessments.ts';
import { StrategyFrame } from './strategy-frame.tsx';
import styles from './assessments.module.css';

type Tab = keyof typeof words.tabs;
const TABS = ['open', 'final', 'withdrawn'] as const;
const tabOf = (row: AssessmentRow): Tab => (row.state === 'final' || row.state === 'withdrawn' ? row.state : 'open');

/** Every strategic assessment, and the final ones no decision has used (duties 13, 23, 29). */
export function AssessmentsPage(): ReactNode {
  const view = useView('strategic-assessments', {});
  const rows = view.state === 'ready' ? view.view.rows : [];
  const [beginning, setBeginning] = useState(false);
  const groups = view.state === 'ready' ? view.view.groups : [];
  return (
    <StrategyFrame
      title={words.title}
      subtitle={words.subtitle}
      fill
      marking={rows.some((row) => row.marking === 'OFFICIAL-SENSITIVE') ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'}
      actions={groups.length > 0 && <Button onClick={() => setBeginning(true)}>{words.begin}</Button>}
    >
      <View of={view}>{(list) => <List list={list} onBegin={list.groups.length > 0 ? () => setBeginning(true) : null} />}</View>
      {beginning && <BeginAssessment groups={groups} refreshes={null} onClose={() => setBeginning(false)} />}
    </StrategyFrame>
  );
}

function List({ list, onBegin }: { readonly list: AssessmentsView; readonly onBegin: (() => void) | null }): ReactNode {
  const count = (tab: Tab): number => list.rows.filter((row) => tabOf(row) === tab).length;
  const [chosen, setTab] = useState<Tab | null>(null);
  const tab = chosen ?? (count('open') === 0 && count('final') > 0 ? 'final' : 'open');
  const unused = list.rows.filter((row) => row.unused).length;
  return (
    <>
      <div className={styles['bar']}>
        <ViewTabs
          label={words.tabsLabel}
          tabs={TABS.map((value) => ({ value, label: words.tab(words.tabs[value], count(value)) }))}
          value={tab}
          onChange={setTab}
        />
      </div>
      {unused > 0 && (
        <p className={styles['unused']}>
          <strong>{words.unused(unused)}</strong> <DutyTag number={23} />. {words.unusedHelp}
        </p>
      )}
      <div className={styles['table']}>
        <AssessmentTable
          rows={list.rows.filter((row) => tabOf(row) === tab)}
          onOpen={(row) => goTo(linkTo('strategic-assessment', row.id))}
          empty={
            list.rows.length === 0 ? (
              <EmptyState
                title={words.empty.none}
                action={
                  onBegin !== null && (
                    <Button variant="default" onClick={onBegin}>
                      {words.begin}
                    </Button>
                  )
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
