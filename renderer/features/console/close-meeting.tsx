import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { DayField } from '#renderer/components/day-field.tsx';
import { errorOf, TextArea } from '#renderer/components/field.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { appText } from '#renderer/text/app.ts';
import { consoleText } from '#renderer/text/console.ts';
import type { ConsoleItem, ConsoleView } from './console-view.ts';
import styles from './console.module.css';

const words = consoleText.close;

interface CloseMeetingProps {
  readonly view: ConsoleView;
  readonly unfinished: number;
  readonly onGoTo: (item: ConsoleItem) => void;
  readonly onClosed: () => void;
  readonly onClose: () => void;
}

/** Ends the session; while an item has no outcome it names them and leads there instead (duty 121). */
export function CloseMeeting({ view, unfinished, onGoTo, onClosed, onClose }: CloseMeetingProps): ReactNode {
  const close = useCommand('meeting.close');
  const [nextMeetingOn, setNextMeetingOn] = useState<Day | ''>('');
  const [closingNote, setClosingNote] = useState('');
  const undecided = view.agenda.filter((item) => item.state === 'waiting' || item.state === 'open');
  return (
    <Modal opened onClose={onClose} title={words.title} size="lg" closeButtonProps={{ 'aria-label': appText.components.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void close.run({ meetingId: view.meeting.id, nextMeetingOn, closingNote }).then((result) => {
            if (result.ok) onClosed();
          });
        }}
      >
        <Stack gap="md">
          {undecided.length > 0 && (
            <section>
              <p>
                <strong>{words.undecided(undecided.length)}</strong>. {words.undecidedHelp}
              </p>
              <ul className={styles['undecided']}>
                {undecided.map((item) => (
                  <li key={item.id}>
                    <span>
                      {item.number}. {item.title}
                    </span>
                    <Button size="compact-sm" variant="default" onClick={() => onGoTo(item)}>
                      {words.goTo}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {unfinished > 0 && <p>{words.drafts(unfinished)}</p>}
          <DayField
            name="close-nextMeetingOn"
            label={words.nextMeeting}
            optional
            value={nextMeetingOn}
            onChange={setNextMeetingOn}
            error={errorOf(close.refusals, 'nextMeetingOn')}
          />
          <TextArea
            name="close-closingNote"
            label={words.note}
            optional
            value={closingNote}
            onChange={setClosingNote}
            error={errorOf(close.refusals, 'closingNote')}
            minRows={2}
          />
          <p>{words.after}</p>
          <RefusalNote refusals={close.refusals} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {appText.components.cancel}
            </Button>
            <Button type="submit" loading={close.busy} disabled={undecided.length > 0} data-autofocus>
              {words.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
