import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Instant } from '#shared/base/time.ts';
import type { MeetingPage } from '#shared/domain/meeting/meeting.queries.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { InstantField } from '#renderer/components/day-field.tsx';
import { TextField, wrapperProps } from '#renderer/components/field.tsx';
import { meetingsText } from '#renderer/text/meetings.ts';

const words = meetingsText.form;

/** Moves a planned meeting to another time or place. */
export function RescheduleMeeting({ view, onClose }: { readonly view: MeetingPage; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={meetingsText.page.reschedule}
      command="meeting.reschedule"
      forKind="meeting-reschedule"
      about={view.id}
      initial={{ startsAt: view.startsAt as Instant | '', minutesPlanned: view.minutesPlanned, place: view.place }}
      labels={words.fields}
      args={({ startsAt, ...fields }) => ({ ...fields, startsAt: startsAt as Instant, meetingId: view.id })}
      submit={meetingsText.page.reschedule}
      done={meetingsText.page.rescheduled}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ fields, set, error }) => (
        <>
          <InstantField
            name="startsAt"
            label={words.startsAt}
            value={fields.startsAt}
            onChange={(value) => set('startsAt', value)}
            error={error('startsAt')}
          />
          <NumberInput
            {...wrapperProps({ name: 'minutesPlanned', label: words.minutes, error: error('minutesPlanned') })}
            min={5}
            max={1440}
            step={15}
            value={fields.minutesPlanned}
            onChange={(value) => set('minutesPlanned', Number(value) || 0)}
          />
          <TextField
            name="place"
            label={words.place}
            optional
            value={fields.place}
            onChange={(value) => set('place', value)}
            error={error('place')}
          />
        </>
      )}
    </CommandDialog>
  );
}
