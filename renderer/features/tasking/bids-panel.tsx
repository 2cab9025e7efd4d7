import { type ReactNode, useState } from 'react';
import type { MeetingStrategy } from '#shared/domain/meeting/meeting-strategy.ts';
import type { BidRow, BidsCompared } from '#shared/domain/resource-bid/bid-rows.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import { amountsText } from './bid-amounts.ts';
import { BidForm, type PriorityToServe } from './bid-form.tsx';
import { BidOutcome } from './bid-outcome.tsx';
import { PoolForm, RankBids, WithdrawBid } from './bid-steps.tsx';
import styles from './tasking.module.css';

const words = taskingText.bids;
export const BID_TONES: Readonly<Record<string, Tone>> = {
  granted: 'good',
  'part-granted': 'good',
  refused: 'quiet',
  deferred: 'attention',
  withdrawn: 'quiet',
  bid: 'quiet',
};

interface PanelProps {
  readonly strategy: MeetingStrategy;
  readonly bids: BidsCompared;
  readonly priorities: readonly PriorityToServe[];
  readonly onDecide: (names: readonly string[]) => void;
  /** Decisions of this meeting that stand, for groups whose decisions name nothing. */
  readonly decisions: readonly { readonly id: string; readonly label: string }[];
}

type Open =
  | { readonly step: 'enter' | 'rank' | 'pool' }
  | { readonly step: 'change' | 'withdraw'; readonly bid: BidRow }
  | { readonly step: 'outcome'; readonly bid: BidRow; readonly decisionId: string };

/** The bids before the meeting, ranked with the strategy first, against what there is to share out (duties 52, 77, 92). */
export function BidsPanel({ strategy, bids, priorities, onDecide, decisions }: PanelProps): ReactNode {
  const [open, setOpen] = useState<Open | null>(null);
  const takeUp = useCommand('resource-bid.take-up');
  const close = (): void => setOpen(null);
  const { meetingId } = strategy;
  const standing = bids.rows.filter((row) => row.state !== 'withdrawn');
  return (
    <section aria-label={words.title}>
      <div className={styles['head']}>
        <h3>{words.title}</h3>
      </div>
      <PoolTable bids={bids} />
      {standing.length === 0 && (
        <p className={styles['dimmed']}>
          {words.none} {words.noneHelp}
        </p>
      )}
      <ol className={styles['list']}>
        {standing.map((bid) => {
          const act = strategy.acts.find((one) => one.kind === 'resource-bid' && one.recordId === bid.id && one.stage === 'waiting');
          const named = strategy.groupType === 'stcg';
          return (
            <li key={bid.id}>
              <span className={styles['what']}>
                {bid.rank === 0 ? '' : `${bid.rank}. `}
                {bid.title}
              </span>
              <span className={styles['line']}>
                <span>{amountsText(bid.hours, bid.officers, bid.budget)}</span>
                <span>{bid.priority === '' ? words.outside : bid.priority.split(' ')[0]}</span>
                <span>
                  {bid.bidder}
                  {bid.bidderLeft && `, ${words.bidderLeft}`}
                </span>
                {bid.rank === 0 && <StatusText tone="attention">{words.unranked}</StatusText>}
                {bid.state !== 'bid' && <StatusText tone={BID_TONES[bid.state] ?? 'quiet'}>{words.states[bid.state]}</StatusText>}
              </span>
              {bid.above && (
                <p className={styles['said']}>
                  {words.above}: {bid.aboveStrategyBecause}
                </p>
              )}
              {bid.state !== 'bid' && (
                <p className={styles['said']}>
                  {bid.state === 'part-granted' && `${amountsText(bid.grantedHours, bid.grantedOfficers, bid.grantedBudget)}: `}
                  {bid.outcomeReason}
                </p>
              )}
              {bid.state === 'bid' && (
                <span className={styles['acts']}>
                  {named && act === undefined ? (
                    <RuleButton why={bid.decide} size="compact-sm" variant="default" onClick={() => onDecide([`resource-bid/${bid.id}`])}>
                      {taskingText.recommendations.decide}
                    </RuleButton>
                  ) : (
                    <RuleButton
                      why={bid.decide}
                      size="compact-sm"
                      onClick={() => setOpen({ step: 'outcome', bid, decisionId: act?.decisionId ?? '' })}
                    >
                      {words.outcome}
                    </RuleButton>
                  )}
                  <RuleButton why={bid.change} size="compact-sm" variant="subtle" onClick={() => setOpen({ step: 'change', bid })}>
                    {words.change}
                  </RuleButton>
                  <RuleButton
                    why={bid.change}
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    onClick={() => setOpen({ step: 'withdraw', bid })}
                  >
                    {words.withdraw}
                  </RuleButton>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles['foot']}>
        <RuleButton why={bids.enter} size="compact-sm" variant="default" onClick={() => setOpen({ step: 'enter' })}>
          {words.enter}
        </RuleButton>
        {standing.length > 0 && (
          <RuleButton why={strategy.run} size="compact-sm" variant="default" onClick={() => setOpen({ step: 'rank' })}>
            {words.rank}
          </RuleButton>
        )}
        <RuleButton why={strategy.run} size="compact-sm" variant="default" onClick={() => setOpen({ step: 'pool' })}>
          {words.pool}
        </RuleButton>
      </div>
      {bids.deferred.length > 0 && (
        <>
          <p className={styles['dimmed']}>{words.deferredBefore}</p>
          <RefusalNote refusals={takeUp.refusals} />
          <ul className={styles['list']}>
            {bids.deferred.map((bid) => (
              <li key={bid.id}>
                <span>{bid.title}</span>
                <span className={styles['line']}>
                  <span>{amountsText(bid.hours, bid.officers, bid.budget)}</span> <span>{bid.meeting}</span>
                </span>
                <span className={styles['acts']}>
                  <RuleButton
                    why={bids.enter}
                    size="compact-sm"
                    variant="default"
                    onClick={() =>
                      void takeUp.run({ bidId: bid.id, meetingId }).then((result) => {
                        if (result.ok) acknowledge(words.done.takeUp);
                      })
                    }
                  >
                    {words.takeUp}
                  </RuleButton>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {open?.step === 'enter' && <BidForm meetingId={meetingId} priorities={priorities} bid={null} onClose={close} />}
      {open?.step === 'change' && <BidForm meetingId={meetingId} priorities={priorities} bid={open.bid} onClose={close} />}
      {open?.step === 'rank' && <RankBids meetingId={meetingId} bids={standing} onClose={close} />}
      {open?.step === 'pool' && <PoolForm meetingId={meetingId} pool={bids.pool} onClose={close} />}
      {open?.step === 'withdraw' && <WithdrawBid bid={open.bid} onClose={close} />}
      {open?.step === 'outcome' && (
        <BidOutcome bid={open.bid} decisionId={open.decisionId} decisions={decisions} pool={bids.pool} onClose={close} />
      )}
    </section>
  );
}

/** What there is, what is asked for and what was granted, in each resource that is shared out or asked for. */
function PoolTable({ bids }: { readonly bids: BidsCompared }): ReactNode {
  const { pool, asked, granted } = bids;
  const units = (['hours', 'officers', 'budget'] as const).filter((unit) => (pool?.[unit] ?? 0) > 0 || asked[unit] > 0);
  const number = (value: number): string => value.toLocaleString('en-GB');
  const { columnsOfPool } = words;
  return (
    <>
      <p className={styles['dimmed']}>{pool === null ? words.noPool : words.poolOf[pool.from]}</p>
      {units.length > 0 && (
        <table className={styles['pool']}>
          <thead>
            <tr>
              <td />
              <th scope="col">{columnsOfPool.pool}</th>
              <th scope="col">{columnsOfPool.asked}</th>
              <th scope="col">{columnsOfPool.granted}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit}>
                <th scope="row">{words.unitNames[unit]}</th>
                <td>{pool === null || pool[unit] === 0 ? '–' : number(pool[unit])}</td>
                <td>{number(asked[unit])}</td>
                <td>{number(granted[unit])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {bids.grantedOver.map((one) => (
        <StatusText key={one.unit} tone="danger">
          {words.overGranted(one.over, words.unitWords[one.unit] ?? '')}
        </StatusText>
      ))}
      {bids.grantedOver.length === 0 &&
        bids.askedOver.map((one) => (
          <StatusText key={one.unit} tone="attention">
            {words.overAsked(one.over, words.unitWords[one.unit] ?? '')}
          </StatusText>
        ))}
    </>
  );
}
