import type { ReactNode } from 'react';
import type { Instant } from '#shared/base/time.ts';
import type { MeetingPage } from '#shared/domain/meeting/meeting.queries.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { meetingsText } from '#renderer/text/meetings.ts';
import { WhenAndWhereFields } from './when-and-where.tsx';

const words = meetingsText.form;

/** Moves a planned meeting to another time or place. */
export function RescheduleMeeting({ view, onClose }: { readonly view: MeetingPage; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={meetingsText.page.reschedule}
      command="meeting.reschedule"
      forKind="meeting-reschedule"
      about={view.id}
      initial={{ startsAt: view.startsAt as Instant | '', minutesPlanned: view.minutesPlanned as number | '', place: view.place }}
      labels={words.fields}
      args={({ startsAt, minutesPlanned, ...fields }) => ({
        ...fields,
        startsAt: startsAt as Instant,
        minutesPlanned: Number(minutesPlanned),
        meetingId: view.id,
      })}
      submit={meetingsText.page.reschedule}
      done={meetingsText.page.rescheduled}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <WhenAndWhereFields at={at} />}
    </CommandDialog>
  );
}
