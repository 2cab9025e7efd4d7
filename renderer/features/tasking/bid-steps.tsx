import { ActionIcon, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { aboveTheStrategy } from '#shared/domain/resource-bid/bid-order.ts';
import type { BidRow } from '#shared/domain/resource-bid/bid-rows.ts';
import type { PoolOfMeeting } from '#shared/domain/resource-bid/pool.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { NumberField, TextArea } from '#renderer/components/field.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import { amountsText } from './bid-amounts.ts';
import styles from './tasking.module.css';

const words = taskingText.bids;

interface RankProps {
  readonly meetingId: string;
  /** In the order they are shown in. */
  readonly bids: readonly BidRow[];
  readonly onClose: () => void;
}

/** Puts the bids in their order; whoever puts one outside the strategy above one in it says why (duties 77, 92). */
export function RankBids({ meetingId, bids, onClose }: RankProps): ReactNode {
  const because = Object.fromEntries(bids.map((bid) => [bid.id, bid.aboveStrategyBecause]));
  const known = new Map(bids.map((bid) => [bid.id, bid]));
  /** What was kept from before may lack a bid entered since. */
  const whole = (order: readonly string[]): readonly string[] => [
    ...order.filter((id) => known.has(id)),
    ...bids.map((bid) => bid.id).filter((id) => !order.includes(id)),
  ];
  return (
    <CommandDialog
      title={words.rankTitle}
      command="resource-bid.rank"
      forKind="resource-bid.rank"
      about={meetingId}
      initial={{ order: bids.map((bid) => bid.id) as readonly string[], because: because as Readonly<Record<string, string>> }}
      labels={words.labels}
      args={(fields) => ({ meetingId, order: [...whole(fields.order)], because: reasonsFor(whole(fields.order), fields.because) })}
      submit={words.submit.rank}
      done={words.done.rank}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ fields, set, error }) => {
        const order = whole(fields.order);
        const above = new Set(
          aboveTheStrategy(
            order.map((id) => ({
              id,
              number: 0,
              body: { title: '', priorityId: known.get(id)?.priorityId ?? '', aboveStrategyBecause: '' },
            })),
          ).map((bid) => bid.id),
        );
        const move = (from: number, to: number): void => {
          const next = [...order];
          const [moved] = next.splice(from, 1);
          if (moved === undefined || to < 0 || to > next.length) return;
          next.splice(to, 0, moved);
          set('order', next);
        };
        return (
          <>
            <p>{words.rankHelp}</p>
            <ol className={styles['order']}>
              {order.map((id, index) => {
                const bid = known.get(id);
                if (bid === undefined) return null;
                return (
                  <li key={id}>
                    <span className={styles['place']}>{index + 1}</span>
                    <span>
                      {bid.title}{' '}
                      <span className={styles['dimmed']}>
                        {amountsText(bid.hours, bid.officers, bid.budget)}, {bid.priority === '' ? words.outside : bid.priority}
                      </span>
                    </span>
                    <Group gap="xs" wrap="nowrap">
                      <ActionIcon
                        variant="default"
                        aria-label={words.up(bid.title)}
                        disabled={index === 0}
                        onClick={() => move(index, index - 1)}
                      >
                        <IconArrowUp size={14} />
                      </ActionIcon>
                      <ActionIcon
                        variant="default"
                        aria-label={words.down(bid.title)}
                        disabled={index === order.length - 1}
                        onClick={() => move(index, index + 1)}
                      >
                        <IconArrowDown size={14} />
                      </ActionIcon>
                    </Group>
                    {above.has(id) && (
                      <TextArea
                        name={`because.${id}`}
                        label={words.aboveBecause(bid.title)}
                        value={fields.because[id] ?? ''}
                        minRows={1}
                        onChange={(value) => set('because', { ...fields.because, [id]: value })}
                        error={error(`because.${id}`)}
                      />
                    )}
                  </li>
                );
              })}
            </ol>
          </>
        );
      }}
    </CommandDialog>
  );
}

/** Reasons of the bids in this order only, so that none of a bid withdrawn since is sent along. */
function reasonsFor(order: readonly string[], because: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(order.map((id) => [id, because[id] ?? '']));
}

interface PoolProps {
  readonly meetingId: string;
  readonly pool: PoolOfMeeting | null;
  readonly onClose: () => void;
}

/** States what there is to share out (duty 52). */
export function PoolForm({ meetingId, pool, onClose }: PoolProps): ReactNode {
  return (
    <CommandDialog
      title={words.poolTitle}
      command="resource-bid.set-pool"
      forKind="resource-bid.set-pool"
      about={meetingId}
      initial={{
        hours: (pool?.hours ?? '') as number | '',
        officers: (pool?.officers ?? '') as number | '',
        budget: (pool?.budget ?? '') as number | '',
      }}
      labels={words.labels}
      args={({ hours, officers, budget }) => ({
        meetingId,
        hours: hours === '' ? 0 : hours,
        officers: officers === '' ? 0 : officers,
        budget: budget === '' ? 0 : budget,
      })}
      submit={words.submit.pool}
      done={words.done.pool}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <p>{words.poolHelp}</p>
          <div className={styles['three']}>
            <NumberField {...at('hours')} optional thousandSeparator="," data-autofocus />
            <NumberField {...at('officers')} optional />
            <NumberField {...at('budget')} optional thousandSeparator="," />
          </div>
        </>
      )}
    </CommandDialog>
  );
}

/** Takes a bid back with the reason. */
export function WithdrawBid({ bid, onClose }: { readonly bid: BidRow; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={words.withdrawTitle(bid.title)}
      command="resource-bid.withdraw"
      forKind="resource-bid.withdraw"
      about={bid.id}
      initial={{ reason: '' }}
      labels={{ reason: words.withdrawReason }}
      args={({ reason }) => ({ bidId: bid.id, reason })}
      submit={words.submit.withdraw}
      danger
      done={words.done.withdraw}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <TextArea {...at('reason')} data-autofocus />}
    </CommandDialog>
  );
}
