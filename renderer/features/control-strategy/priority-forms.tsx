import type { ReactNode } from 'react';
import type { PlanServing } from '#shared/domain/control-strategy/strategy-coverage.ts';
import type { PersonNamed } from '#shared/domain/meeting/people-named.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { ChoiceField, TextArea } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { controlStrategyText } from '#renderer/text/control-strategy.ts';

const words = controlStrategyText.delivery;

interface PriorityFormProps {
  readonly reference: string;
  readonly priorityId: string;
  readonly onClose: () => void;
}

/** Gives a priority to another owner with the reason (duty 97). */
export function HandOverForm({
  reference,
  priorityId,
  people,
  onClose,
}: PriorityFormProps & { readonly people: readonly PersonNamed[] }): ReactNode {
  return (
    <CommandDialog
      title={words.handOverTitle(reference)}
      command="priority.hand-over"
      forKind="priority.hand-over"
      about={priorityId}
      initial={{ toId: '', because: '' }}
      labels={words.labels}
      args={(fields) => ({ ...fields, priorityId })}
      submit={words.handOver}
      done={words.handOverDone}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <PersonPicker {...at('toId')} people={people} help={words.handOverHelp} />
          <TextArea {...at('because')} maxLength={2000} />
        </>
      )}
    </CommandDialog>
  );
}

/** Names the one current delivery plan of a priority (duty 98). */
export function NamePlanForm({
  reference,
  priorityId,
  plans,
  current,
  onClose,
}: PriorityFormProps & { readonly plans: readonly PlanServing[]; readonly current: string }): ReactNode {
  return (
    <CommandDialog
      title={words.nameTitle(reference)}
      command="priority.name-plan"
      forKind="priority.name-plan"
      about={priorityId}
      initial={{ planId: current }}
      labels={words.labels}
      args={(fields) => ({ ...fields, priorityId })}
      submit={words.namePlan}
      done={words.nameDone}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <ChoiceField
          {...at('planId')}
          help={words.nameHelp}
          choices={plans.map((plan) => ({ value: plan.id, label: `${plan.reference} ${plan.title}` }))}
        />
      )}
    </CommandDialog>
  );
}
