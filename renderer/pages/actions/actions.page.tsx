import { Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ActionsBoard } from '#shared/domain/action/action.queries.ts';
import { raiseRefusal } from '#shared/domain/action/action.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { usePaletteAction } from '#renderer/app/palette-actions.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { DetailsPane } from '#renderer/components/details-pane.tsx';
import type { TableFilter } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Page } from '#renderer/components/page.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { ActionDetails, ActionSubtitle } from '#renderer/features/action/action-details.tsx';
import { ActionTable, OwnerTable } from '#renderer/features/action/action-table.tsx';
import { ACTION_TABS, type ActionTab, byOwner, fitsFilter, underTab } from '#renderer/features/action/choose-actions.ts';
import { RaiseAction } from '#renderer/features/action/raise-action.tsx';
import { useShown } from '#renderer/pages/force/use-shown.ts';
import { actionsText } from '#renderer/text/actions.ts';
import styles from './actions.module.css';

/** The action manager's board: by age, by owner, overdue, claimed and waiting to be verified (duties 51, 123-125). */
export function ActionsPage(): ReactNode {
  const view = useView('actions-board', {});
  const board = view.state === 'ready' ? view.view : null;
  const { shown, show, close } = useShown();
  const [raising, setRaising] = useState(false);
  const mayRaise = board !== null && raiseRefusal(board) === null;
  useShortcut('n', actionsText.raise, () => setRaising(true), { enabled: mayRaise });
  usePaletteAction({ label: actionsText.raise, keys: 'n', run: () => setRaising(true) }, mayRaise);
  const sensitive = board?.rows.some((row) => row.marking === 'OFFICIAL-SENSITIVE') === true;
  const policeOnly = board?.rows.some((row) => row.policeOnly) === true;
  return (
    <Page
      title={actionsText.title}
      subtitle={actionsText.subtitle}
      fill
      marking={sensitive ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'}
      policeOnly={policeOnly}
      actions={
        mayRaise && (
          <RuleButton why={null} onClick={() => setRaising(true)}>
            {actionsText.raise}
          </RuleButton>
        )
      }
    >
      <View of={view}>{(ready) => <Board board={ready} shown={shown} onShow={show} />}</View>
      {shown !== '' && <ActionPane actionId={shown} onClose={close} />}
      {raising && board !== null && <RaiseAction board={board} onClose={() => setRaising(false)} onRaised={show} />}
    </Page>
  );
}

function ActionPane({ actionId, onClose }: { readonly actionId: string; readonly onClose: () => void }): ReactNode {
  const view = useView('action', { actionId });
  const action = view.state === 'ready' ? view.view : null;
  return (
    <DetailsPane
      title={action?.reference ?? actionsText.gone.title}
      subtitle={action === null ? undefined : <ActionSubtitle action={action} />}
      onClose={onClose}
    >
      <View of={view}>
        {(ready) => (ready === null ? <p>{actionsText.gone.body}</p> : <ActionDetails key={ready.id} action={ready} />)}
      </View>
    </DetailsPane>
  );
}

type Look = 'list' | 'owners';
const EXCEPTIONS: readonly ActionTab[] = ['blocked', 'stalled', 'owner-left'];

function Board({
  board,
  shown,
  onShow,
}: {
  readonly board: ActionsBoard;
  readonly shown: string;
  readonly onShow: (id: string) => void;
}): ReactNode {
  const { personId } = useActor();
  const [tab, setTab] = useState<ActionTab>('open');
  const [look, setLook] = useState<Look>('list');
  const [filter, setFilter] = useState({ text: '', groupId: '', ownerId: '' });
  const set = (changes: Partial<typeof filter>): void => setFilter((now) => ({ ...now, ...changes }));
  const fitting = board.rows.filter((row) => fitsFilter(row, filter));
  const tabbed = board.rows.filter((row) => underTab(row, tab, personId));
  const rows = fitting.filter((row) => underTab(row, tab, personId));
  const groups = [...new Map(board.rows.map((row) => [row.groupId, row.groupName])).entries()]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const countUnder = (one: ActionTab): number => fitting.filter((row) => underTab(row, one, personId)).length;
  // Exceptions have a tab while there are any; the others are always there, also to say that there is nothing.
  const tabs = ACTION_TABS.filter((one) => one === tab || !EXCEPTIONS.includes(one) || countUnder(one) > 0).map((one) => ({
    value: one,
    label: actionsText.tab(actionsText.tabs[one], countUnder(one)),
  }));
  const filters: TableFilter[] = [
    ...(filter.text.trim() === ''
      ? []
      : [{ id: 'text', words: actionsText.filterText(filter.text.trim()), remove: () => set({ text: '' }) }]),
    ...(filter.groupId === ''
      ? []
      : [
          {
            id: 'group',
            words: actionsText.filterGroup(groups.find((one) => one.value === filter.groupId)?.label ?? ''),
            remove: () => set({ groupId: '' }),
          },
        ]),
    ...(filter.ownerId === ''
      ? []
      : [
          {
            id: 'owner',
            words: actionsText.filterOwner(board.rows.find((row) => row.ownerId === filter.ownerId)?.owner ?? ''),
            remove: () => set({ ownerId: '' }),
          },
        ]),
  ];
  const empty =
    board.rows.length === 0 ? (
      <EmptyState title={actionsText.empty.none}>{actionsText.empty.noneBody}</EmptyState>
    ) : (
      <EmptyState title={actionsText.empty.fits}>
        {filters.length > 0 ? actionsText.empty.fitsFilter : actionsText.empty.fitsBody[tab]}
      </EmptyState>
    );
  return (
    <>
      <div className={styles['bar']}>
        <ViewTabs label={actionsText.tabsLabel} tabs={tabs} value={tab} onChange={setTab} />
        <ViewTabs
          label={actionsText.lookLabel}
          tabs={(['list', 'owners'] as const).map((one) => ({ value: one, label: actionsText.looks[one] }))}
          value={look}
          onChange={setLook}
        />
        <TextInput
          aria-label={actionsText.search}
          placeholder={actionsText.searchPlaceholder}
          value={filter.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
          className={styles['search']}
        />
        {groups.length > 1 && (
          <Select
            aria-label={actionsText.group}
            placeholder={actionsText.anyGroup}
            data={groups}
            value={filter.groupId === '' ? null : filter.groupId}
            onChange={(value) => set({ groupId: value ?? '' })}
            clearable
            clearButtonProps={{ 'aria-label': actionsText.anyGroup }}
            comboboxProps={{ transitionProps: { duration: 0 } }}
            className={styles['group']}
          />
        )}
      </div>
      <div className={styles['table']}>
        {look === 'list' ? (
          <ActionTable
            rows={rows}
            total={tabbed.length}
            filters={filters}
            openId={shown}
            finished={tab === 'finished'}
            onOpen={(row) => onShow(row.id)}
            empty={empty}
          />
        ) : (
          <OwnerTable
            rows={byOwner(rows)}
            empty={empty}
            onOpen={(owner) => {
              set({ ownerId: owner.id });
              setLook('list');
            }}
          />
        )}
      </div>
    </>
  );
}
