import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { CommissionsView } from '#shared/domain/commission/commission.queries.ts';
import type { BidsView } from '#shared/domain/resource-bid/resource-bid.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { BidDetails } from '#renderer/features/tasking/bid-details.tsx';
import { BidTable } from '#renderer/features/tasking/bid-table.tsx';
import { CommissionDetails } from '#renderer/features/tasking/commission-details.tsx';
import { CommissionTable } from '#renderer/features/tasking/commission-table.tsx';
import { EnterBid } from '#renderer/features/tasking/enter-bid.tsx';
import { taskingText as words } from '#renderer/text/tasking.ts';
import styles from './commissions.module.css';
import { StrategyFrame } from './strategy-frame.tsx';

type Tab = 'commissions' | 'bids';
type State = 'open' | 'delivered' | 'over';
const STATES_OF: Readonly<Record<State, readonly string[]>> = {
  open: ['commissioned'],
  delivered: ['delivered'],
  over: ['heard', 'withdrawn'],
};

/** What was commissioned and what is asked of the resources: the queue of whoever delivers, and the bids of every meeting (duties 52, 77, 78, 79). */
export function CommissionsPage(): ReactNode {
  const commissions = useView('commissions', {});
  const bids = useView('resource-bids', {});
  const [search] = useSearchParams();
  const shownId = search.get('show') ?? '';
  const isBid = bids.state === 'ready' && bids.view.rows.some((row) => row.id === shownId);
  const [chosen, setChosen] = useState<Tab | null>(null);
  const tab = chosen ?? (isBid ? 'bids' : 'commissions');
  const [entering, setEntering] = useState(false);
  const rows = commissions.state === 'ready' ? commissions.view.rows : [];
  const show = (id: string): void => goTo(id === '' ? '/strategy/commissions' : `/strategy/commissions?show=${id}`, { replace: true });
  const meetings = bids.state === 'ready' ? bids.view.meetings : [];
  return (
    <StrategyFrame
      title={words.title}
      subtitle={words.subtitle}
      fill
      marking="OFFICIAL-SENSITIVE"
      policeOnly={rows.some((row) => row.policeOnly)}
      actions={
        tab === 'bids' &&
        meetings.length > 0 && (
          <Button variant="default" onClick={() => setEntering(true)}>
            {words.bids.enter}
          </Button>
        )
      }
    >
      <div className={styles['bar']}>
        <ViewTabs
          label={words.tabsLabel}
          value={tab}
          onChange={(next) => {
            setChosen(next);
            show('');
          }}
          tabs={(['commissions', 'bids'] as const).map((value) => ({ value, label: words.tabs[value] }))}
        />
      </div>
      {tab === 'commissions' ? (
        <View of={commissions}>{(view) => <Commissions view={view} shownId={shownId} onShow={show} />}</View>
      ) : (
        <View of={bids}>{(view) => <Bids view={view} shownId={shownId} onShow={show} onEnter={() => setEntering(true)} />}</View>
      )}
      {entering && <EnterBid meetings={meetings} onClose={() => setEntering(false)} />}
    </StrategyFrame>
  );
}

interface TabProps<V> {
  readonly view: V;
  readonly shownId: string;
  readonly onShow: (id: string) => void;
}

function Commissions({ view, shownId, onShow }: TabProps<CommissionsView>): ReactNode {
  const shown = view.rows.find((row) => row.id === shownId);
  const stateOf = (row: (typeof view.rows)[number]): State =>
    row.state === 'commissioned' ? 'open' : row.state === 'delivered' ? 'delivered' : 'over';
  const [chosen, setChosen] = useState<State | null>(null);
  const state = chosen ?? (shown === undefined ? 'open' : stateOf(shown));
  const { commissions } = words;
  if (view.rows.length === 0) return <EmptyState title={commissions.noneAtAll}>{commissions.noneAtAllHelp}</EmptyState>;
  return (
    <>
      <div className={styles['bar']}>
        <ViewTabs
          label={commissions.filtersLabel}
          value={state}
          onChange={setChosen}
          tabs={(['open', 'delivered', 'over'] as const).map((value) => ({
            value,
            label: commissions.tab(commissions.filters[value], view.rows.filter((row) => stateOf(row) === value).length),
          }))}
        />
      </div>
      <div className={styles['table']}>
        <CommissionTable
          rows={view.rows.filter((row) => STATES_OF[state].includes(row.state))}
          total={view.rows.length}
          onOpen={(row) => onShow(row.id)}
          empty={<EmptyState title={commissions.nothingHere} />}
        />
      </div>
      {shown !== undefined && <CommissionDetails commission={shown} live={view.live} onClose={() => onShow('')} />}
    </>
  );
}

function Bids({ view, shownId, onShow, onEnter }: TabProps<BidsView> & { readonly onEnter: () => void }): ReactNode {
  const shown = view.rows.find((row) => row.id === shownId);
  const { bids } = words;
  if (view.rows.length === 0)
    return (
      <EmptyState title={bids.noneAtAll} action={view.meetings.length > 0 && <Button onClick={onEnter}>{bids.enter}</Button>}>
        {bids.noneAtAllHelp}
      </EmptyState>
    );
  return (
    <>
      <div className={styles['table']}>
        <BidTable rows={view.rows} onOpen={(row) => onShow(row.id)} />
      </div>
      {shown !== undefined && (
        <BidDetails
          bid={shown}
          priorities={view.meetings.find((one) => one.id === shown.meetingId)?.priorities ?? []}
          onClose={() => onShow('')}
        />
      )}
    </>
  );
}
