import { Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { BidRow } from '#shared/domain/resource-bid/bid-rows.ts';
import { DetailsPane, Facts } from '#renderer/components/details-pane.tsx';
import { SheetSection } from '#renderer/components/record-sheet.tsx';
import sheet from '#renderer/components/record-sheet.module.css';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import { amountsText } from './bid-amounts.ts';
import { BidForm, type PriorityToServe } from './bid-form.tsx';
import { WithdrawBid } from './bid-steps.tsx';
import { BID_TONES } from './bids-panel.tsx';
import styles from './tasking.module.css';

const words = taskingText.bids;

interface BidDetailsProps {
  readonly bid: BidRow;
  readonly priorities: readonly PriorityToServe[];
  readonly onClose: () => void;
}

/** One bid: what is asked, for what, and what became of it. */
export function BidDetails({ bid, priorities, onClose }: BidDetailsProps): ReactNode {
  const [open, setOpen] = useState<'change' | 'withdraw' | null>(null);
  const { labels, columns } = words;
  return (
    <DetailsPane
      title={bid.title}
      subtitle={<StatusText tone={BID_TONES[bid.state] ?? 'quiet'}>{words.states[bid.state]}</StatusText>}
      onClose={onClose}
    >
      <div className={styles['details']}>
        <Facts
          facts={[
            { label: columns.meeting, value: `${bid.groupName}, ${bid.meeting}` },
            { label: columns.rank, value: bid.rank === 0 ? words.unranked : String(bid.rank) },
            { label: columns.bidder, value: bid.bidderLeft ? `${bid.bidder}, ${words.bidderLeft}` : bid.bidder },
            { label: columns.asked, value: amountsText(bid.hours, bid.officers, bid.budget) },
            { label: columns.priority, value: bid.priority },
            { label: labels.outsideStrategyReason, value: bid.outsideStrategyReason },
            { label: words.above, value: bid.aboveStrategyBecause },
            {
              label: columns.granted,
              value:
                bid.state === 'granted' || bid.state === 'part-granted'
                  ? amountsText(bid.grantedHours, bid.grantedOfficers, bid.grantedBudget)
                  : '',
            },
            { label: labels.reason, value: bid.outcomeReason },
            { label: labels.overPoolBecause, value: bid.overPoolBecause },
            { label: labels.decisionId, value: bid.decision },
          ]}
        />
        {bid.why !== '' && (
          <SheetSection title={labels.why} duties={[77]}>
            <p className={sheet['prose']}>{bid.why}</p>
          </SheetSection>
        )}
        {bid.state === 'bid' && (
          <Group gap="xs">
            <RuleButton why={bid.change} variant="default" onClick={() => setOpen('change')}>
              {words.change}
            </RuleButton>
            <RuleButton why={bid.change} variant="default" color="gray" onClick={() => setOpen('withdraw')}>
              {words.withdraw}
            </RuleButton>
          </Group>
        )}
      </div>
      {open === 'change' && <BidForm meetingId={bid.meetingId} priorities={priorities} bid={bid} onClose={() => setOpen(null)} />}
      {open === 'withdraw' && <WithdrawBid bid={bid} onClose={() => setOpen(null)} />}
    </DetailsPane>
  );
}
