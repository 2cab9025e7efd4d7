import type { ReactNode } from 'react';
import type { BidRow } from '#shared/domain/resource-bid/bid-rows.ts';
import type { PoolOfMeeting } from '#shared/domain/resource-bid/pool.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { ChoiceField, NumberField, TextArea } from '#renderer/components/field.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import { amountsText } from './bid-amounts.ts';
import styles from './tasking.module.css';

const words = taskingText.bids;
type Outcome = 'granted' | 'part-granted' | 'refused' | 'deferred';

interface BidOutcomeProps {
  readonly bid: BidRow;
  /** The decision that names the bid; empty where the person chooses among the meeting's decisions. */
  readonly decisionId: string;
  readonly decisions: readonly { readonly id: string; readonly label: string }[];
  readonly pool: PoolOfMeeting | null;
  readonly onClose: () => void;
}

/** Asks what is granted of a bid, and why (duties 52, 77). */
export function BidOutcome({ bid, decisionId, decisions, pool, onClose }: BidOutcomeProps): ReactNode {
  return (
    <CommandDialog
      title={words.outcomeTitle(bid.title)}
      command="resource-bid.decide"
      forKind="resource-bid.decide"
      about={bid.id}
      initial={{
        outcome: 'granted' as Outcome,
        grantedHours: '' as number | '',
        grantedOfficers: '' as number | '',
        grantedBudget: '' as number | '',
        reason: '',
        overPoolBecause: '',
        decisionId: decisionId === '' ? (decisions.at(-1)?.id ?? '') : decisionId,
      }}
      labels={words.labels}
      args={(fields) => ({
        bidId: bid.id,
        outcome: fields.outcome,
        grantedHours: fields.grantedHours === '' ? 0 : fields.grantedHours,
        grantedOfficers: fields.grantedOfficers === '' ? 0 : fields.grantedOfficers,
        grantedBudget: fields.grantedBudget === '' ? 0 : fields.grantedBudget,
        reason: fields.reason,
        overPoolBecause: fields.overPoolBecause,
        decisionId: decisionId === '' ? fields.decisionId : decisionId,
      })}
      submit={words.submit.outcome}
      done={words.done.outcome}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at, fields, error }) => (
        <>
          <p>{words.asks(amountsText(bid.hours, bid.officers, bid.budget))}</p>
          <ChoiceField<Outcome>
            {...at('outcome')}
            choices={(['granted', 'part-granted', 'refused', 'deferred'] as const).map((value) => ({
              value,
              label: words.outcomes[value],
            }))}
          />
          {fields.outcome === 'part-granted' && (
            <div className={styles['three']}>
              {bid.hours > 0 && <NumberField {...at('grantedHours')} />}
              {bid.officers > 0 && <NumberField {...at('grantedOfficers')} />}
              {bid.budget > 0 && <NumberField {...at('grantedBudget')} thousandSeparator="," />}
            </div>
          )}
          <TextArea {...at('reason')} />
          {(error('overPoolBecause') !== undefined || fields.overPoolBecause !== '') && pool !== null && (
            <TextArea {...at('overPoolBecause')} minRows={1} />
          )}
          {decisionId === '' && (
            <ChoiceField {...at('decisionId')} choices={decisions.map((one) => ({ value: one.id, label: one.label }))} />
          )}
        </>
      )}
    </CommandDialog>
  );
}
