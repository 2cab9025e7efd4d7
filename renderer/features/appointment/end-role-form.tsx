import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { TextField } from '#renderer/components/field.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { organisationText } from '#renderer/text/organisation.ts';

const text = organisationText.appointment;

interface EndRoleFormProps {
  readonly appointment: { readonly id: string; readonly role: string; readonly place: string };
  readonly onClose: () => void;
}

/** Sets the last day of an appointment; it stays readable (duties 1, 7). */
export function EndRoleForm({ appointment, onClose }: EndRoleFormProps): ReactNode {
  return (
    <CommandDialog
      title={text.endTitle(appointment.role, appointment.place)}
      command="appointment.end"
      forKind="appointment.end"
      about={appointment.id}
      initial={{ on: todayNow() as Day | '', because: '' }}
      labels={text.labels}
      args={(fields) => ({ ...fields, appointmentId: appointment.id })}
      submit={text.endSubmit}
      danger
      done={text.ended}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ fields, set, error, at }) => (
        <>
          <DayField
            name="on"
            label={text.labels.on}
            value={fields.on}
            onChange={(value) => set('on', value)}
            error={error('on') ?? error('to')}
          />
          <TextField {...at('because')} data-autofocus />
        </>
      )}
    </CommandDialog>
  );
}
