import type { ReactNode } from 'react';
import type { MeetingPage } from '#shared/domain/meeting/meeting.queries.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { meetingsText } from '#renderer/text/meetings.ts';
import styles from './meeting.module.css';

const words = meetingsText.start;

/** Opens the session: who presides, who writes, and what the record must say when that is out of the ordinary (duties 67, 68, 71, 72, 156). */
export function StartMeeting({
  view,
  onStarted,
  onCancel,
}: {
  readonly view: MeetingPage;
  readonly onStarted: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const chair = view.chairs.find((one) => one.role === 'chair');
  const warned = view.attendance.some((row) => row.partner && row.warning !== '' && (row.status === 'present' || row.deputyId !== ''));
  return (
    <CommandDialog
      title={words.title}
      command="meeting.start"
      forKind="meeting-start"
      about={view.id}
      initial={{ chairId: view.chairId, chairSubstitutedBecause: '', secretaryId: view.secretaryId, goOnBecause: '' }}
      labels={words.fields}
      args={(fields) => ({ ...fields, meetingId: view.id })}
      submit={words.confirm}
      done={meetingsText.states['live'] ?? ''}
      onDone={onStarted}
      onCancel={onCancel}
    >
      {({ fields, error, at }) => (
        <>
          <p className={styles['none']}>{words.help}</p>
          <ChoiceField {...at('chairId')} choices={view.chairs.map(({ id, name }) => ({ value: id, label: name }))} />
          {fields.chairId !== chair?.id && <TextField {...at('chairSubstitutedBecause')} />}
          <PersonPicker {...at('secretaryId')} people={view.people.map(({ id, name }) => ({ id, name, rank: '' }))} />
          {(warned || error('goOnBecause') !== undefined) && <TextArea {...at('goOnBecause')} minRows={1} maxLength={200} />}
        </>
      )}
    </CommandDialog>
  );
}
