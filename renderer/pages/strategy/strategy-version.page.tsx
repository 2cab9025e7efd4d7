import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'wouter';
import type { StrategyPage } from '#shared/domain/control-strategy/control-strategy.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { When } from '#renderer/components/when.tsx';
import { StrategyEditor } from '#renderer/features/control-strategy/strategy-editor.tsx';
import { SaveStrategy } from '#renderer/features/control-strategy/save-strategy.tsx';
import { StrategySheet, StrategyState } from '#renderer/features/control-strategy/strategy-sheet.tsx';
import { ResourceTable } from '#renderer/features/control-strategy/strategy-tables.tsx';
import { WayToSetting } from '#renderer/features/control-strategy/way-to-setting.tsx';
import styles from '#renderer/features/control-strategy/strategy.module.css';
import { controlStrategyText as words } from '#renderer/text/control-strategy.ts';
import { StrategyFrame } from './strategy-frame.tsx';

/** One version of a control strategy: a draft to write and take to the group, or one that was set, to read (duties 74, 75, 93). */
export function StrategyVersionPage(): ReactNode {
  const { strategyId = '' } = useParams<{ strategyId: string }>();
  const view = useView('control-strategy', { strategyId });
  const page = view.state === 'ready' ? view.view : null;
  if (page !== null) return <Found key={page.strategy.id} page={page} />;
  return (
    <StrategyFrame title={words.title}>
      <View of={view}>{() => <EmptyState title={words.none.gone}>{words.none.goneBody}</EmptyState>}</View>
    </StrategyFrame>
  );
}

function Found({ page }: { readonly page: StrategyPage }): ReactNode {
  const { strategy, choices, way } = page;
  const [tab, setTab] = useState<'edit' | 'read'>(choices === null ? 'read' : 'edit');
  const writes = tab === 'edit' && choices !== null;
  return (
    <StrategyFrame
      title={strategy.title}
      subtitle={
        <>
          <StrategyState strategy={strategy} />
          {way !== null && (
            <span className={styles['quiet']}>
              {' · '}
              {words.facts.saved} <When at={strategy.savedAt} /> {words.savedBy(strategy.savedBy)}
            </span>
          )}
        </>
      }
      marking={strategy.marking}
      policeOnly
      actions={<SaveStrategy strategyId={strategy.id} />}
    >
      <div className={styles['tools']}>
        <Link href={`/strategy?place=${strategy.nodeId}`}>{words.ofPlace(strategy.place)}</Link>
        {choices !== null && (
          <ViewTabs
            label={words.editor.tabsLabel}
            tabs={[
              { value: 'edit', label: words.editor.tabs.edit },
              { value: 'read', label: words.editor.tabs.read },
            ]}
            value={tab}
            onChange={setTab}
          />
        )}
        {strategy.amendsId !== '' && <Link href={`/strategy/versions/${strategy.amendsId}/${strategy.id}`}>{words.versions.compare}</Link>}
      </div>
      {way === null ? (
        <Read page={page} />
      ) : (
        <div className={styles['columns']}>
          <div>{writes ? <StrategyEditor page={page} choices={choices} /> : <Read page={page} />}</div>
          <WayToSetting page={page} way={way} />
        </div>
      )}
    </StrategyFrame>
  );
}

function Read({ page: { strategy } }: { readonly page: StrategyPage }): ReactNode {
  return (
    <>
      <StrategySheet strategy={strategy} />
      <ResourceTable strategy={strategy} />
    </>
  );
}
