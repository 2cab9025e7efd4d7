import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSearch } from 'wouter';
import type { PrioritisationsView } from '#shared/domain/prioritisation/prioritisation.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { OpenForm } from '#renderer/features/prioritisation/open-form.tsx';
import { PrioritisationTable } from '#renderer/features/prioritisation/prioritisation-table.tsx';
import { RegisterView } from '#renderer/features/prioritisation/register-view.tsx';
import { MatricesView } from '#renderer/features/scoring-matrix/matrices-view.tsx';
import { prioritisationText as words } from '#renderer/text/prioritisation.ts';
import { StrategyFrame } from './strategy-frame.tsx';
import styles from './prioritisation.module.css';

const VIEWS = ['list', 'register', 'matrices'] as const;
type ViewName = (typeof VIEWS)[number];
const path = (view: ViewName, matrixId = ''): string =>
  `/strategy/prioritisation${view === 'list' ? '' : `?view=${view}${matrixId === '' ? '' : `&matrix=${matrixId}`}`}`;

/** Prioritisations, the register of issues considered, and the matrices (duties 90, 94). */
export function PrioritisationsPage(): ReactNode {
  const search = new URLSearchParams(useSearch());
  const shown = VIEWS.find((one) => one === search.get('view')) ?? 'list';
  const view = useView('prioritisations', {});
  const [opening, setOpening] = useState(false);
  const ready = view.state === 'ready' ? view.view : null;
  return (
    <StrategyFrame
      title={words.title}
      subtitle={words.subtitle}
      fill
      marking={ready?.rows.some((row) => row.marking === 'OFFICIAL-SENSITIVE') === true ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'}
      policeOnly={ready?.rows.some((row) => row.policeOnly) ?? false}
      actions={
        ready !== null && ready.open === null && ready.choices.matrices.length > 0 ? (
          <RuleButton why={ready.open} onClick={() => setOpening(true)}>
            {words.open.button}
          </RuleButton>
        ) : undefined
      }
    >
      <div className={styles['bar']}>
        <ViewTabs
          label={words.viewsLabel}
          tabs={VIEWS.map((value) => ({ value, label: words.views[value] }))}
          value={shown}
          onChange={(value) => goTo(path(value))}
        />
      </div>
      {shown === 'list' && <View of={view}>{(found) => <List found={found} onOpen={() => setOpening(true)} />}</View>}
      {shown === 'register' && <RegisterView onOpen={(row) => goTo(`${linkTo('issue', row.id, row.prioritisationId)}`)} />}
      {shown === 'matrices' && (
        <MatricesView shown={search.get('matrix') ?? ''} onShow={(matrixId) => goTo(path('matrices', matrixId), { replace: true })} />
      )}
      {opening && ready !== null && (
        <OpenForm view={ready} onDone={(id) => goTo(linkTo('prioritisation', id))} onClose={() => setOpening(false)} />
      )}
    </StrategyFrame>
  );
}

function List({ found, onOpen }: { readonly found: PrioritisationsView; readonly onOpen: () => void }): ReactNode {
  const noMatrix = found.choices.matrices.length === 0;
  return (
    <div className={styles['table']}>
      <PrioritisationTable
        rows={found.rows}
        onOpen={(row) => goTo(linkTo('prioritisation', row.id))}
        empty={
          <EmptyState
            title={words.empty.list}
            action={
              noMatrix ? (
                <Button variant="default" onClick={() => goTo(path('matrices'))}>
                  {words.empty.toMatrices}
                </Button>
              ) : found.open === null ? (
                <Button variant="default" onClick={onOpen}>
                  {words.open.button}
                </Button>
              ) : undefined
            }
          >
            {words.empty.listBody} {noMatrix && found.open === null && words.empty.noMatrix}
          </EmptyState>
        }
      />
    </div>
  );
}
