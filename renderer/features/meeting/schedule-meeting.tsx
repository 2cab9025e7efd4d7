import type { ReactNode } from 'react';
import type { Instant } from '#shared/base/time.ts';
import { MARKINGS, type Marking } from '#shared/contracts/record/record.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { CheckField, ChoiceField } from '#renderer/components/field.tsx';
import { meetingsText } from '#renderer/text/meetings.ts';
import { WhenAndWhereFields } from './when-and-where.tsx';

const words = meetingsText.form;

interface ScheduleMeetingProps {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** What the planning calendar proposes: the group, the time, and whether it is an interim review. */
  readonly suggested?: { readonly groupId: string; readonly startsAt: Instant; readonly interim: boolean };
  readonly onDone: (meetingId: string) => void;
  readonly onCancel: () => void;
}

/** Puts a meeting on the calendar; its agenda comes from the group's template with what is carried forward (duties 50, 63). */
export function ScheduleMeeting({ groups, suggested, onDone, onCancel }: ScheduleMeetingProps): ReactNode {
  return (
    <CommandDialog
      title={meetingsText.scheduleTitle}
      command="meeting.schedule"
      forKind="meeting"
      about={suggested?.groupId ?? ''}
      initial={{
        groupId: suggested?.groupId ?? groups[0]?.id ?? '',
        startsAt: (suggested?.startsAt ?? '') as Instant | '',
        minutesPlanned: 120 as number | '',
        place: '',
        interim: suggested?.interim ?? false,
        marking: 'OFFICIAL-SENSITIVE' as Marking,
      }}
      labels={words.fields}
      args={({ startsAt, minutesPlanned, ...fields }) => ({
        ...fields,
        startsAt: startsAt as Instant,
        minutesPlanned: Number(minutesPlanned),
      })}
      submit={meetingsText.schedule}
      done={meetingsText.scheduled}
      onDone={({ meetingId }) => onDone(meetingId)}
      onCancel={onCancel}
    >
      {({ fields, set, at }) => (
        <>
          <ChoiceField {...at('groupId')} choices={groups.map(({ id, name }) => ({ value: id, label: name }))} />
          <WhenAndWhereFields at={at} />
          <ChoiceField {...at('marking')} choices={MARKINGS.map((value) => ({ value, label: value }))} />
          <CheckField name="interim" label={words.interim} checked={fields.interim} onChange={(value) => set('interim', value)} />
        </>
      )}
    </CommandDialog>
  );
}
