import { Button, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSearch } from 'wouter';
import type { Day } from '#shared/base/time.ts';
import { MARKINGS } from '#shared/contracts/record/record.ts';
import type { StrategyPlace } from '#shared/domain/control-strategy/control-strategy.queries.ts';
import type { StrategyPageView } from '#shared/domain/control-strategy/strategy-page.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ChoiceField } from '#renderer/components/field.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { SaveStrategy } from '#renderer/features/control-strategy/save-strategy.tsx';
import { StrategySheet } from '#renderer/features/control-strategy/strategy-sheet.tsx';
import { Demands, DeliveryTable, ResourceTable, Versions } from '#renderer/features/control-strategy/strategy-tables.tsx';
import { StrategyTasks } from '#renderer/features/control-strategy/strategy-tasks.tsx';
import styles from '#renderer/features/control-strategy/strategy.module.css';
import { controlStrategyText as words } from '#renderer/text/control-strategy.ts';
import { StrategyFrame } from './strategy-frame.tsx';

type Tab = keyof typeof words.tabs;

/** The control strategy in force of the force and of each area, with its resources, plans, demands and versions (duties 59-62, 75, 83-92, 97, 98). */
export function StrategyPage(): ReactNode {
  const places = useView('strategy-places', {});
  const asked = new URLSearchParams(useSearch()).get('place') ?? '';
  const rows = places.state === 'ready' ? places.view.rows : [];
  const place = rows.find((row) => row.id === asked) ?? rows[0];
  if (place === undefined)
    return (
      <StrategyFrame title={words.title} subtitle={words.subtitle}>
        <View of={places}>{() => <EmptyState title={words.none.places} />}</View>
      </StrategyFrame>
    );
  return <AtPlace key={place.id} place={place} places={rows} />;
}

function AtPlace({ place, places }: { readonly place: StrategyPlace; readonly places: readonly StrategyPlace[] }): ReactNode {
  const view = useView('strategy-page', { nodeId: place.id });
  const [tab, setTab] = useState<Tab>('sheet');
  const [drafting, setDrafting] = useState(false);
  const shown = view.state === 'ready' ? view.view : null;
  const notTheirs = place.draft?.code === 'control-strategy/not-yours-to-draft' || place.draft?.code === 'control-strategy/one-draft';
  return (
    <StrategyFrame
      title={words.ofPlace(place.name)}
      subtitle={words.subtitle}
      marking={shown?.inForce?.marking ?? 'OFFICIAL'}
      policeOnly
      fill={tab === 'outside'}
      actions={
        <>
          {shown?.inForce != null && <SaveStrategy strategyId={shown.inForce.id} />}
          {!notTheirs && (
            <RuleButton why={place.draft} onClick={() => setDrafting(true)}>
              {place.version === 0 ? words.draftFirst : words.draftNext}
            </RuleButton>
          )}
        </>
      }
    >
      <div className={styles['tools']}>
        {places.length > 1 && (
          <Select
            aria-label={words.place}
            data={places.map((one) => ({
              value: one.id,
              label: `${words.placeLine(one.name, one.version)}${one.running ? '' : ` · ${words.notRunning}`}`,
            }))}
            value={place.id}
            onChange={(id) => goTo(`/strategy?place=${id ?? place.id}`)}
            allowDeselect={false}
            w="20rem"
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
        )}
        {shown?.inForce != null && (
          <ViewTabs
            label={words.tabsLabel}
            tabs={(Object.keys(words.tabs) as Tab[]).map((one) => ({ value: one, label: words.tabs[one] }))}
            value={tab}
            onChange={setTab}
          />
        )}
      </div>
      <View of={view}>{(page) => <Shown page={page} place={place} tab={tab} />}</View>
      {drafting && <DraftForm place={place} onClose={() => setDrafting(false)} />}
    </StrategyFrame>
  );
}

function Shown({ page, place, tab }: { readonly page: StrategyPageView; readonly place: StrategyPlace; readonly tab: Tab }): ReactNode {
  const { inForce, draft } = page;
  const banner = (
    <>
      {draft !== null && (
        <p className={styles['banner']}>
          {words.draftThere(draft.version)}{' '}
          <Button size="compact-sm" variant="default" onClick={() => goTo(`/strategy/draft/${draft.id}`)}>
            {words.openDraft}
          </Button>
        </p>
      )}
      {tab === 'sheet' && <StrategyTasks tasks={page.tasks} />}
    </>
  );
  if (inForce === null)
    return (
      <>
        {banner}
        {draft === null && <EmptyState title={words.none.title(place.name)}>{words.none.body}</EmptyState>}
        {page.versions.length > 0 && <Versions rows={page.versions} />}
      </>
    );
  return (
    <>
      {banner}
      {tab === 'sheet' && (
        <>
          <p className={styles['banner']}>{words.amendedOnly}</p>
          <StrategySheet strategy={inForce} />
        </>
      )}
      {tab === 'resources' && <ResourceTable strategy={inForce} coverage={page.coverage} />}
      {tab === 'delivery' && <DeliveryTable page={page} strategy={inForce} />}
      {tab === 'outside' && <Demands page={page} />}
      {tab === 'versions' && <Versions rows={page.versions} />}
    </>
  );
}

function DraftForm({ place, onClose }: { readonly place: StrategyPlace; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={words.draftTitle}
      command="control-strategy.draft"
      forKind="control-strategy.draft"
      about={place.id}
      initial={{ from: todayNow() as Day | '', marking: 'OFFICIAL' as (typeof MARKINGS)[number] }}
      labels={words.labels}
      args={(fields) => ({ ...fields, nodeType: place.nodeType, nodeId: place.id })}
      submit={place.version === 0 ? words.draftFirst : words.draftNext}
      done={words.drafted}
      onDone={({ strategyId }) => goTo(`/strategy/draft/${strategyId}`)}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <p>{words.draftBody}</p>
          <DayField {...at('from')} />
          {place.version === 0 && <ChoiceField {...at('marking')} choices={MARKINGS.map((one) => ({ value: one, label: one }))} />}
        </>
      )}
    </CommandDialog>
  );
}
