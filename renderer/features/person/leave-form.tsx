import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { Warning } from '#shared/domain/governance/warning.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { CheckField } from '#renderer/components/field.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { organisationText } from '#renderer/text/organisation.ts';

const text = organisationText.person;

interface LeaveFormProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onLeft: (warnings: readonly Warning[]) => void;
}

/** Records someone's last day and says what they leave open (duties 7, 123). */
export function LeaveForm({ person, onClose, onLeft }: LeaveFormProps): ReactNode {
  return (
    <CommandDialog
      title={text.leaveTitle(person.name)}
      command="person.leave"
      forKind="person.leave"
      about={person.id}
      initial={{ on: todayNow() as Day | '', endAppointments: true }}
      labels={text.labels}
      args={(fields) => ({ ...fields, personId: person.id })}
      submit={text.leave}
      danger
      done={text.left}
      onDone={({ warnings }) => {
        onClose();
        onLeft(warnings);
      }}
      onCancel={onClose}
    >
      {({ fields, set, at }) => (
        <>
          <DayField {...at('on')} />
          <CheckField
            name="endAppointments"
            label={text.labels.endAppointments}
            help={text.help.endAppointments}
            checked={fields.endAppointments}
            onChange={(value) => set('endAppointments', value)}
          />
        </>
      )}
    </CommandDialog>
  );
}
