import type { ReactNode } from 'react';
import type { BidRow } from '#shared/domain/resource-bid/bid-rows.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { ChoiceField, NumberField, TextArea, TextField } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import styles from './tasking.module.css';

const words = taskingText.bids;
const OUTSIDE = 'outside';

export interface PriorityToServe {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
}

interface BidFields {
  readonly title: string;
  readonly why: string;
  readonly priorityId: string;
  readonly outsideStrategyReason: string;
  readonly hours: number | '';
  readonly officers: number | '';
  readonly budget: number | '';
  readonly ownerId: string;
  readonly [field: string]: unknown;
}

interface BidFormProps {
  readonly meetingId: string;
  readonly priorities: readonly PriorityToServe[];
  /** The bid that is changed, or null for a new one. */
  readonly bid: BidRow | null;
  readonly onClose: () => void;
}

const asked = (fields: BidFields) => ({
  title: fields.title,
  why: fields.why,
  priorityId: fields.priorityId === OUTSIDE ? '' : fields.priorityId,
  outsideStrategyReason: fields.priorityId === OUTSIDE ? fields.outsideStrategyReason : '',
  hours: fields.hours === '' ? 0 : fields.hours,
  officers: fields.officers === '' ? 0 : fields.officers,
  budget: fields.budget === '' ? 0 : fields.budget,
  ownerId: fields.ownerId,
});

/** What is asked of the pool, and for what (duties 52, 77). */
export function BidForm({ meetingId, priorities, bid, onClose }: BidFormProps): ReactNode {
  const initial: BidFields = {
    title: bid?.title ?? '',
    why: bid?.why ?? '',
    priorityId: bid === null ? '' : bid.priorityId === '' ? OUTSIDE : bid.priorityId,
    outsideStrategyReason: bid?.outsideStrategyReason ?? '',
    hours: bid === null || bid.hours === 0 ? '' : bid.hours,
    officers: bid === null || bid.officers === 0 ? '' : bid.officers,
    budget: bid === null || bid.budget === 0 ? '' : bid.budget,
    ownerId: bid?.ownerId ?? '',
  };
  const fields = (form: Form<BidFields>): ReactNode => <Fields form={form} priorities={priorities} />;
  return bid === null ? (
    <CommandDialog
      title={words.enterTitle}
      command="resource-bid.enter"
      forKind="resource-bid.enter"
      about={meetingId}
      initial={initial}
      labels={words.labels}
      args={(typed) => ({ meetingId, ...asked(typed) })}
      submit={words.submit.enter}
      done={words.done.enter}
      onDone={onClose}
      onCancel={onClose}
    >
      {fields}
    </CommandDialog>
  ) : (
    <CommandDialog
      title={words.changeTitle}
      command="resource-bid.change"
      forKind="resource-bid.change"
      about={bid.id}
      initial={initial}
      labels={words.labels}
      args={(typed) => ({ bidId: bid.id, ...asked(typed) })}
      submit={words.submit.change}
      done={words.done.change}
      onDone={onClose}
      onCancel={onClose}
    >
      {fields}
    </CommandDialog>
  );
}

function Fields({
  form: { at, fields },
  priorities,
}: {
  readonly form: Form<BidFields>;
  readonly priorities: readonly PriorityToServe[];
}): ReactNode {
  return (
    <>
      <TextField {...at('title')} maxLength={200} data-autofocus />
      <div className={styles['three']}>
        <NumberField {...at('hours')} optional />
        <NumberField {...at('officers')} optional />
        <NumberField {...at('budget')} optional thousandSeparator="," />
      </div>
      <ChoiceField
        {...at('priorityId')}
        help={priorities.length === 0 ? words.noPriorities : undefined}
        choices={[
          ...priorities.map((one) => ({ value: one.id, label: `${one.reference} ${one.title}` })),
          { value: OUTSIDE, label: words.outsideChoice },
        ]}
      />
      {fields.priorityId === OUTSIDE && <TextArea {...at('outsideStrategyReason')} minRows={1} />}
      <TextArea {...at('why')} optional />
      <PersonPicker {...at('ownerId')} optional only={(person) => !person.partner} />
    </>
  );
}
