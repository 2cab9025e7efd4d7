import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Instant } from '#shared/base/time.ts';
import { MARKINGS, type Marking } from '#shared/contracts/record/record.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { InstantField } from '#renderer/components/day-field.tsx';
import { CheckField, ChoiceField, TextField, wrapperProps } from '#renderer/components/field.tsx';
import { meetingsText } from '#renderer/text/meetings.ts';

const words = meetingsText.form;

interface ScheduleMeetingProps {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: (meetingId: string) => void;
  readonly onCancel: () => void;
}

/** Puts a meeting on the calendar; its agenda comes from the group's template with what is carried forward (duties 50, 63). */
export function ScheduleMeeting({ groups, onDone, onCancel }: ScheduleMeetingProps): ReactNode {
  return (
    <CommandDialog
      title={meetingsText.scheduleTitle}
      command="meeting.schedule"
      forKind="meeting"
      about=""
      initial={{
        groupId: groups[0]?.id ?? '',
        startsAt: '' as Instant | '',
        minutesPlanned: 120,
        place: '',
        interim: false,
        marking: 'OFFICIAL-SENSITIVE' as Marking,
      }}
      labels={words.fields}
      args={({ startsAt, ...fields }) => ({ ...fields, startsAt: startsAt as Instant })}
      submit={meetingsText.schedule}
      done={meetingsText.scheduled}
      onDone={({ meetingId }) => onDone(meetingId)}
      onCancel={onCancel}
    >
      {({ fields, set, error }) => (
        <>
          <ChoiceField
            name="groupId"
            label={words.group}
            choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
            value={fields.groupId}
            onChange={(value) => set('groupId', value)}
            error={error('groupId')}
          />
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
          <ChoiceField
            name="marking"
            label={words.marking}
            choices={MARKINGS.map((value) => ({ value, label: value }))}
            value={fields.marking}
            onChange={(value) => set('marking', value as Marking)}
            error={error('marking')}
          />
          <CheckField name="interim" label={words.interim} checked={fields.interim} onChange={(value) => set('interim', value)} />
        </>
      )}
    </CommandDialog>
  );
}
