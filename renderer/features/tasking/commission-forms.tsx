import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import type { CommissionRow } from '#shared/domain/commission/commission.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ConfirmDialog } from '#renderer/components/dialogs.tsx';
import { CheckField, TextArea } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { taskingText } from '#renderer/text/tasking.ts';

const words = taskingText.commissions;

interface RaiseProps {
  readonly meetingId: string;
  readonly itemId: string;
  readonly marking: Marking;
  /** What is commissioned in a police-only item is police only. */
  readonly closed: boolean;
  readonly onClose: () => void;
}

/** Asks somebody for further development or analysis (duties 78, 134). */
export function RaiseCommission({ meetingId, itemId, marking, closed, onClose }: RaiseProps): ReactNode {
  return (
    <CommandDialog
      title={words.raiseTitle}
      command="commission.raise"
      forKind="commission.raise"
      about={meetingId}
      initial={{ question: '', termsOfReference: '', ownerId: '', dueOn: '' as Day | '', policeOnly: closed }}
      labels={words.labels}
      args={(fields) => ({
        meetingId,
        itemId,
        question: fields.question,
        termsOfReference: fields.termsOfReference,
        ownerId: fields.ownerId,
        dueOn: fields.dueOn,
        policeOnly: fields.policeOnly || closed,
      })}
      submit={words.submit.raise}
      done={words.done.raise}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at, fields, set, error }) => (
        <>
          <TextArea {...at('question')} help={words.questionHelp} minRows={1} maxLength={500} data-autofocus />
          <TextArea {...at('termsOfReference')} help={words.termsHelp} />
          <PersonPicker {...at('ownerId')} only={(person) => !person.partner} held={{ marking, policeOnly: fields.policeOnly || closed }} />
          <DayField {...at('dueOn')} />
          <CheckField
            name="policeOnly"
            label={words.labels.policeOnly}
            checked={fields.policeOnly || closed}
            disabled={closed}
            onChange={(value) => set('policeOnly', value)}
            error={error('policeOnly')}
          />
        </>
      )}
    </CommandDialog>
  );
}

interface StepProps {
  readonly commission: CommissionRow;
  readonly onClose: () => void;
}

/** Hands in the result (duty 79). */
export function DeliverCommission({ commission, onClose }: StepProps): ReactNode {
  return (
    <CommandDialog
      title={words.deliverTitle(commission.reference)}
      command="commission.deliver"
      forKind="commission.deliver"
      about={commission.id}
      initial={{ result: '' }}
      labels={words.labels}
      args={({ result }) => ({ commissionId: commission.id, result })}
      submit={words.submit.deliver}
      done={words.done.deliver}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <p>{commission.question}</p>
          <TextArea {...at('result')} minRows={5} data-autofocus />
        </>
      )}
    </CommandDialog>
  );
}

/** Gives it to somebody else or another day. */
export function ReassignCommission({ commission, onClose }: StepProps): ReactNode {
  return (
    <CommandDialog
      title={words.reassignTitle(commission.reference)}
      command="commission.reassign"
      forKind="commission.reassign"
      about={commission.id}
      initial={{ ownerId: commission.ownerLeft ? '' : commission.ownerId, dueOn: commission.dueOn as Day | '' }}
      labels={words.labels}
      args={({ ownerId, dueOn }) => ({ commissionId: commission.id, ownerId, dueOn })}
      submit={words.submit.reassign}
      done={words.done.reassign}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <PersonPicker
            {...at('ownerId')}
            only={(person) => !person.partner}
            held={{ marking: commission.marking, policeOnly: commission.policeOnly }}
          />
          <DayField {...at('dueOn')} />
        </>
      )}
    </CommandDialog>
  );
}

/** Takes back what is no longer wanted, with the reason. */
export function WithdrawCommission({ commission, onClose }: StepProps): ReactNode {
  return (
    <CommandDialog
      title={words.withdrawTitle(commission.reference)}
      command="commission.withdraw"
      forKind="commission.withdraw"
      about={commission.id}
      initial={{ reason: '' }}
      labels={words.labels}
      args={({ reason }) => ({ commissionId: commission.id, reason })}
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

/** Notes that the meeting in session heard the result. */
export function HearCommission({ commission, meetingId, onClose }: StepProps & { readonly meetingId: string }): ReactNode {
  const { run, busy, refusals } = useCommand('commission.hear');
  const hear = async (): Promise<void> => {
    const result = await run({ commissionId: commission.id, meetingId });
    if (!result.ok) return;
    acknowledge(words.done.hear);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={words.hearTitle(commission.reference)}
      confirm={words.submit.hear}
      busy={busy}
      refusals={refusals}
      onConfirm={() => void hear()}
      onClose={onClose}
    >
      <p>{commission.result}</p>
      <p>{words.hearBody}</p>
    </ConfirmDialog>
  );
}
