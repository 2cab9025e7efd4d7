import { type ReactNode, useState } from 'react';
import type { Marking } from '#shared/contracts/record/record.ts';
import type { CommissionRow } from '#shared/domain/commission/commission.queries.ts';
import type { MeetingStrategy } from '#shared/domain/meeting/meeting-strategy.ts';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { When } from '#renderer/components/when.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import { DeliverCommission, HearCommission, RaiseCommission, WithdrawCommission } from './commission-forms.tsx';
import { CommissionState } from './commission-state.tsx';
import styles from './tasking.module.css';

const words = taskingText.commissions;

interface PanelProps {
  readonly strategy: MeetingStrategy;
  readonly item: { readonly id: string; readonly policeOnly: boolean };
  readonly marking: Marking;
  /** The one the agenda item brings; it comes first and is read out in full. */
  readonly broughtId: string;
  /** Under an item that is not about them they take one line until they are wanted. */
  readonly folded: boolean;
}

/** What was commissioned and not heard, and the way to commission more (duties 78, 79, 134). */
export function CommissionsPanel({ strategy, item, marking, broughtId, folded }: PanelProps): ReactNode {
  const [open, setOpen] = useState<'raise' | { readonly step: 'deliver' | 'hear' | 'withdraw'; readonly row: CommissionRow } | null>(null);
  const close = (): void => setOpen(null);
  const brought = strategy.commissions.filter((row) => row.id === broughtId);
  const rows = [...brought, ...strategy.commissions.filter((row) => row.id !== broughtId)];
  const list = (
    <>
      {rows.length === 0 && <p className={styles['dimmed']}>{words.none}</p>}
      <ul className={styles['list']}>
        {rows.map((row) => (
          <li key={row.id}>
            <Reference>{row.reference}</Reference>
            <span className={styles['what']}>{row.question}</span>
            <span className={styles['line']}>
              <span>
                {row.owner}
                {row.ownerLeft && ` · ${words.ownerLeft}`}
              </span>
              {row.state === 'commissioned' && (
                <span>
                  {words.due} <When at={row.dueOn} />
                </span>
              )}
              <CommissionState row={row} />
              {row.policeOnly && <PoliceOnly />}
            </span>
            {row.id === broughtId && row.result === '' && <p className={styles['said']}>{row.termsOfReference}</p>}
            {row.result !== '' && <p className={styles['said']}>{row.result}</p>}
            {row.groupId !== '' && row.steps.run === null && (
              <span className={styles['acts']}>
                {row.state === 'delivered' && (
                  <RuleButton why={row.steps.run} size="compact-sm" onClick={() => setOpen({ step: 'hear', row })}>
                    {words.hear}
                  </RuleButton>
                )}
                {row.state === 'commissioned' && (
                  <>
                    <RuleButton
                      why={row.steps.deliver}
                      size="compact-sm"
                      variant="default"
                      onClick={() => setOpen({ step: 'deliver', row })}
                    >
                      {words.deliver}
                    </RuleButton>
                    <RuleButton
                      why={row.steps.run}
                      size="compact-sm"
                      variant="subtle"
                      color="gray"
                      onClick={() => setOpen({ step: 'withdraw', row })}
                    >
                      {words.withdraw}
                    </RuleButton>
                  </>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
  return (
    <section aria-label={words.title}>
      {folded ? (
        <details className={styles['folded']}>
          <summary>{words.folded(rows.length)}</summary>
          {list}
        </details>
      ) : (
        <>
          <div className={styles['head']}>
            <h3>{words.title}</h3>
          </div>
          {list}
        </>
      )}
      {strategy.commissioning && (
        <div className={styles['foot']}>
          <RuleButton why={strategy.run} size="compact-sm" variant="default" onClick={() => setOpen('raise')}>
            {words.raise}
          </RuleButton>
        </div>
      )}
      {open === 'raise' && (
        <RaiseCommission meetingId={strategy.meetingId} itemId={item.id} marking={marking} closed={item.policeOnly} onClose={close} />
      )}
      {open !== null && open !== 'raise' && open.step === 'deliver' && <DeliverCommission commission={open.row} onClose={close} />}
      {open !== null && open !== 'raise' && open.step === 'withdraw' && <WithdrawCommission commission={open.row} onClose={close} />}
      {open !== null && open !== 'raise' && open.step === 'hear' && (
        <HearCommission commission={open.row} meetingId={strategy.meetingId} onClose={close} />
      )}
    </section>
  );
}
