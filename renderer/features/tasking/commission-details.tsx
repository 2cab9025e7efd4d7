import { Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CommissionRow, CommissionsView } from '#shared/domain/commission/commission.queries.ts';
import { DetailsPane, Facts } from '#renderer/components/details-pane.tsx';
import { SheetSection } from '#renderer/components/record-sheet.tsx';
import sheet from '#renderer/components/record-sheet.module.css';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { When } from '#renderer/components/when.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import { DeliverCommission, HearCommission, ReassignCommission, WithdrawCommission } from './commission-forms.tsx';
import { CommissionState } from './commission-state.tsx';
import styles from './tasking.module.css';

const words = taskingText.commissions;
type Step = 'deliver' | 'hear' | 'reassign' | 'withdraw';

interface CommissionDetailsProps {
  readonly commission: CommissionRow;
  readonly live: CommissionsView['live'];
  readonly onClose: () => void;
}

/** One commission: what was asked, who delivers, its result, and the steps that are open to this person. */
export function CommissionDetails({ commission, live, onClose }: CommissionDetailsProps): ReactNode {
  const [open, setOpen] = useState<Step | null>(null);
  const close = (): void => setOpen(null);
  const { facts } = words;
  const meeting = live.find((one) => one.groupId === commission.groupId);
  const undelivered = commission.state === 'commissioned';
  return (
    <DetailsPane title={commission.reference} subtitle={<CommissionState row={commission} />} onClose={onClose}>
      <div className={styles['details']}>
        <SheetSection title={words.labels.question} duties={[78]}>
          <p className={sheet['prose']}>{commission.question}</p>
        </SheetSection>
        <SheetSection title={words.labels.termsOfReference}>
          <p className={sheet['prose']}>{commission.termsOfReference}</p>
        </SheetSection>
        <Facts
          facts={[
            { label: facts.group, value: commission.groupName },
            { label: facts.on, value: commission.commissionedAt === '' ? '' : <When at={commission.commissionedAt} /> },
            { label: facts.owner, value: commission.ownerLeft ? `${commission.owner}. ${words.ownerLeft}.` : commission.owner },
            { label: facts.due, value: <When at={commission.dueOn} /> },
            { label: facts.delivered, value: commission.deliveredAt === '' ? '' : <When at={commission.deliveredAt} /> },
            { label: facts.by, value: commission.deliveredBy },
            { label: facts.heard, value: commission.heardIn },
            { label: facts.withdrawn, value: commission.withdrawnBecause },
          ]}
        />
        {commission.result !== '' && (
          <SheetSection title={words.labels.result} duties={[79]}>
            <p className={sheet['prose']}>{commission.result}</p>
          </SheetSection>
        )}
        <Group gap="xs">
          {undelivered && (
            <RuleButton why={commission.steps.deliver} onClick={() => setOpen('deliver')}>
              {words.deliver}
            </RuleButton>
          )}
          {commission.state === 'delivered' && meeting !== undefined && (
            <RuleButton why={commission.steps.run} onClick={() => setOpen('hear')}>
              {words.hear}
            </RuleButton>
          )}
          {undelivered && commission.steps.run === null && (
            <>
              <RuleButton why={null} variant="default" onClick={() => setOpen('reassign')}>
                {words.reassign}
              </RuleButton>
              <RuleButton why={null} variant="default" color="gray" onClick={() => setOpen('withdraw')}>
                {words.withdraw}
              </RuleButton>
            </>
          )}
        </Group>
      </div>
      {open === 'deliver' && <DeliverCommission commission={commission} onClose={close} />}
      {open === 'reassign' && <ReassignCommission commission={commission} onClose={close} />}
      {open === 'withdraw' && <WithdrawCommission commission={commission} onClose={close} />}
      {open === 'hear' && meeting !== undefined && <HearCommission commission={commission} meetingId={meeting.id} onClose={close} />}
    </DetailsPane>
  );
}
