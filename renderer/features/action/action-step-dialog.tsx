import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { ActionPage } from '#shared/domain/action/action.queries.ts';
import type { ActionSteps } from '#shared/domain/action/action-rows.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { TextArea } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { actionsText } from '#renderer/text/actions.ts';

export type ActionStep = keyof ActionSteps;
const NOTE_COMMANDS = {
  progress: 'action.progress',
  block: 'action.block',
  claim: 'action.claim',
  verify: 'action.verify',
  return: 'action.return',
  withdraw: 'action.withdraw',
} as const;
const LONGEST = { progress: 4000, block: 4000, claim: 4000, verify: 4000, return: 4000, withdraw: 2000 } as const;

interface NoteFields extends Readonly<Record<string, unknown>> {
  readonly text: string;
}

interface StepDialogProps {
  readonly action: ActionPage;
  readonly step: ActionStep;
  readonly onClose: () => void;
}

/** Asks for what a step in an action's life needs: what was done, or the reason, and for some a person or a day. */
export function ActionStepDialog({ action, step, onClose }: StepDialogProps): ReactNode {
  const words = actionsText.steps[step];
  const shared = {
    title: `${words.title}: ${action.reference}`,
    forKind: `action.${step}`,
    about: action.id,
    submit: words.button,
    done: words.done,
    onDone: onClose,
    onCancel: onClose,
  };
  if (step === 'reassign') {
    return (
      <CommandDialog
        {...shared}
        command="action.reassign"
        initial={{ text: '', ownerId: '' }}
        labels={{ text: words.label, ownerId: actionsText.newOwner }}
        args={(fields) => ({ actionId: action.id, text: fields.text, ownerId: fields.ownerId })}
      >
        {({ at }) => (
          <>
            <PersonPicker {...at('ownerId')} only={(person) => person.id !== action.ownerId} held={action} />
            <TextArea {...at('text')} maxLength={4000} />
          </>
        )}
      </CommandDialog>
    );
  }
  if (step === 'changeDue') {
    return (
      <CommandDialog
        {...shared}
        command="action.change-due"
        initial={{ text: '', dueOn: '' as Day | '' }}
        labels={{ text: words.label, dueOn: actionsText.newDue }}
        args={(fields) => ({ actionId: action.id, text: fields.text, dueOn: fields.dueOn })}
      >
        {({ at }) => (
          <>
            <DayField {...at('dueOn')} earliest={todayNow()} />
            <TextArea {...at('text')} maxLength={4000} />
          </>
        )}
      </CommandDialog>
    );
  }
  return (
    <CommandDialog
      {...shared}
      command={NOTE_COMMANDS[step]}
      danger={step === 'withdraw'}
      initial={{ text: '' } satisfies NoteFields}
      labels={{ text: words.label }}
      args={(fields) => ({ actionId: action.id, text: fields.text })}
    >
      {({ at }: Form<NoteFields>) => (
        <>
          {step === 'withdraw' && <p>{actionsText.steps.withdraw.warning}</p>}
          <TextArea {...at('text')} maxLength={LONGEST[step]} data-autofocus />
        </>
      )}
    </CommandDialog>
  );
}
