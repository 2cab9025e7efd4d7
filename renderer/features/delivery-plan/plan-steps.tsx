import { type ReactNode, useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { PlanPage } from '#shared/domain/delivery-plan/delivery-plan.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ConfirmDialog } from '#renderer/components/dialogs.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { placed } from '#renderer/components/placed.ts';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { plansText as words } from '#renderer/text/plans.ts';

type Step = 'approve' | 'review' | 'close' | 'handOver';
/** Refusals that mean the role does not include the step: then its button is absent, not grey. */
const NOT_THEIRS = [
  'delivery-plan/not-yours-to-approve',
  'delivery-plan/not-yours-to-review',
  'delivery-plan/not-yours-to-make',
  'delivery-plan/step-not-in-order',
  'delivery-plan/approved-is-fixed',
];

/** What may be done with a plan now, the next step last. */
export function PlanSteps({ plan, onChange }: { readonly plan: PlanPage; readonly onChange: () => void }): ReactNode {
  const [open, setOpen] = useState<Step | null>(null);
  const offered = (step: keyof PlanPage['steps']): boolean =>
    plan.state !== 'closed' && (plan.steps[step] === null || !NOT_THEIRS.includes(plan.steps[step].code));
  const close = (): void => setOpen(null);
  return (
    <>
      {offered('change') && (
        <RuleButton why={plan.steps.change} variant="default" onClick={onChange}>
          {words.steps.change}
        </RuleButton>
      )}
      {offered('handOver') && (
        <RuleButton why={plan.steps.handOver} variant="default" onClick={() => setOpen('handOver')}>
          {words.steps.handOver}
        </RuleButton>
      )}
      {offered('close') && (
        <RuleButton why={plan.steps.close} variant="default" onClick={() => setOpen('close')}>
          {words.steps.close}
        </RuleButton>
      )}
      {offered('review') && (
        <RuleButton why={plan.steps.review} onClick={() => setOpen('review')}>
          {words.steps.review}
        </RuleButton>
      )}
      {offered('approve') && (
        <RuleButton why={plan.steps.approve} onClick={() => setOpen('approve')}>
          {words.steps.approve}
        </RuleButton>
      )}
      {open === 'approve' && <Approve plan={plan} onClose={close} />}
      {open === 'review' && <Review plan={plan} onClose={close} />}
      {open === 'close' && <Close plan={plan} onClose={close} />}
      {open === 'handOver' && <HandOver plan={plan} onClose={close} />}
    </>
  );
}

interface StepProps {
  readonly plan: PlanPage;
  readonly onClose: () => void;
}

function Approve({ plan, onClose }: StepProps): ReactNode {
  const { run, busy, refusals } = useCommand('delivery-plan.approve');
  const approve = async (): Promise<void> => {
    const result = await run({ planId: plan.id });
    if (!result.ok) return;
    acknowledge(words.approved);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={words.approveTitle}
      confirm={words.steps.approve}
      busy={busy}
      refusals={refusals}
      onConfirm={() => void approve()}
      onClose={onClose}
    >
      <p>{words.approveBody}</p>
    </ConfirmDialog>
  );
}

function Review({ plan, onClose }: StepProps): ReactNode {
  return (
    <CommandDialog
      title={words.reviewTitle}
      command="delivery-plan.review"
      forKind="delivery-plan.review"
      about={plan.id}
      initial={{ outcome: 'continue', text: '', reviewOn: '' as Day | '' }}
      labels={{ outcome: words.labels.outcome, text: words.labels.text, reviewOn: words.labels.nextReview }}
      args={(fields) => ({
        planId: plan.id,
        outcome: fields.outcome as 'continue' | 'change' | 'stop',
        text: fields.text,
        reviewOn: fields.reviewOn,
      })}
      submit={words.steps.review}
      done={words.reviewed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <ChoiceField
            {...at('outcome')}
            choices={(['continue', 'change', 'stop'] as const).map((value) => ({ value, label: words.outcomes[value] ?? value }))}
          />
          <TextArea {...at('text')} maxLength={4000} data-autofocus />
          <DayField {...at('reviewOn')} optional earliest={todayNow()} />
        </>
      )}
    </CommandDialog>
  );
}

function Close({ plan, onClose }: StepProps): ReactNode {
  return (
    <CommandDialog
      title={words.closeTitle}
      command="delivery-plan.close"
      forKind="delivery-plan.close"
      about={plan.id}
      initial={{ result: '', closedBecause: '', measureResults: plan.measures.map((measure) => measure.result) }}
      labels={{ result: words.labels.result, closedBecause: words.labels.closedBecause }}
      args={(fields) => ({
        planId: plan.id,
        result: fields.result,
        closedBecause: fields.closedBecause,
        measureResults: [...fields.measureResults],
      })}
      submit={words.steps.close}
      done={words.closedDone}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ fields, set, at }) => (
        <>
          {placed(plan.measures).map(({ item: measure, place: index }) => (
            <TextField
              key={index}
              name={`measureResults.${index}`}
              label={words.labels.measureResult(measure.name)}
              help={[
                measure.baseline === '' ? '' : `${words.measureColumns.baseline}: ${measure.baseline}`,
                measure.target === '' ? '' : `${words.measureColumns.target}: ${measure.target}`,
              ]
                .filter((part) => part !== '')
                .join(', ')}
              optional
              value={fields.measureResults[index] ?? ''}
              onChange={(value) =>
                set(
                  'measureResults',
                  plan.measures.map((_one, place) => (place === index ? value : (fields.measureResults[place] ?? ''))),
                )
              }
              maxLength={100}
            />
          ))}
          <TextArea {...at('result')} help={words.help.result} maxLength={4000} />
          <TextArea {...at('closedBecause')} optional maxLength={2000} />
        </>
      )}
    </CommandDialog>
  );
}

function HandOver({ plan, onClose }: StepProps): ReactNode {
  return (
    <CommandDialog
      title={words.handOverTitle}
      command="delivery-plan.hand-over"
      forKind="delivery-plan.hand-over"
      about={plan.id}
      initial={{ ownerId: '' }}
      labels={{ ownerId: words.labels.newOwner }}
      args={(fields) => ({ planId: plan.id, ownerId: fields.ownerId })}
      submit={words.steps.handOver}
      done={words.handedOver}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <PersonPicker {...at('ownerId')} only={(person) => person.id !== plan.ownerId} held={plan} />}
    </CommandDialog>
  );
}
