import type { ReactNode } from 'react';
import type { Marking } from '#shared/contracts/record/record.ts';
import type { MeetingStrategy } from '#shared/domain/meeting/meeting-strategy.ts';
import { AccountsPanel } from './accounts-panel.tsx';
import { BidsPanel } from './bids-panel.tsx';
import { CommissionsPanel } from './commissions-panel.tsx';
import { RecommendationsPanel } from './recommendations-panel.tsx';
import { UnservedPanel } from './unserved-panel.tsx';

interface TaskingPanelsProps {
  readonly strategy: MeetingStrategy;
  readonly item: {
    readonly id: string;
    readonly templateKey: string;
    readonly carriedFromKind: string;
    readonly carriedFromId: string;
    readonly policeOnly: boolean;
  };
  readonly marking: Marking;
  /** Opens the decision form with these named. */
  readonly onDecide: (names: readonly string[]) => void;
  readonly decisions: readonly { readonly id: string; readonly label: string }[];
  /** What each priority is given and what plans draw on it, drawn by the page (duty 89). */
  readonly allocation: ReactNode;
  /** Where business planning and the priorities do not meet, drawn by the page (duty 5). */
  readonly alignment: ReactNode;
}

/** Items in which resources are shared out: there the allocation stands beside the decision. */
const ALLOCATING: readonly string[] = [
  'strategy-review',
  'control-strategy',
  'resources',
  'competing-demands',
  'decide-and-allocate',
  'owners-and-plans',
];

/** What an agenda item is worked on with, beside its running record: first what belongs to this item, then the commissions. */
export function TaskingPanels({ strategy, item, marking, onDecide, decisions, allocation, alignment }: TaskingPanelsProps): ReactNode {
  const key = item.templateKey;
  return (
    <>
      {key === 'strategic-assessment' && strategy.groupType === 'stcg' && <RecommendationsPanel strategy={strategy} onDecide={onDecide} />}
      {(key === 'resources' || key === 'competing-demands') && strategy.bids !== null && (
        <BidsPanel strategy={strategy} bids={strategy.bids} priorities={strategy.strategy} onDecide={onDecide} decisions={decisions} />
      )}
      {ALLOCATING.includes(key) && allocation}
      {key === 'accountability' && <AccountsPanel reviews={strategy.reviews.filter((row) => row.itemId === item.id)} />}
      {key === 'alignment' && (
        <>
          {alignment}
          <UnservedPanel priorities={strategy.unserved} />
        </>
      )}
      {(strategy.commissioning || strategy.commissions.length > 0) && (
        <CommissionsPanel
          strategy={strategy}
          item={item}
          marking={marking}
          folded={key !== 'commissions' && item.carriedFromKind !== 'commission'}
          broughtId={item.carriedFromKind === 'commission' ? item.carriedFromId : ''}
        />
      )}
    </>
  );
}
