import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { MeetingToBidAt } from '#shared/domain/resource-bid/resource-bid.queries.ts';
import { ChoiceField } from '#renderer/components/field.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { appText } from '#renderer/text/app.ts';
import { taskingText } from '#renderer/text/tasking.ts';
import { BidForm } from './bid-form.tsx';

const words = taskingText.bids;

/** Puts a bid before a meeting to come: asks first which, when there are several. */
export function EnterBid({ meetings, onClose }: { readonly meetings: readonly MeetingToBidAt[]; readonly onClose: () => void }): ReactNode {
  const [only] = meetings;
  const [meetingId, setMeetingId] = useState(meetings.length === 1 ? (only?.id ?? '') : '');
  const [chosen, setChosen] = useState(only?.id ?? '');
  const meeting = meetings.find((one) => one.id === meetingId);
  if (meeting !== undefined) return <BidForm meetingId={meeting.id} priorities={meeting.priorities} bid={null} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title={words.enterTitle} closeButtonProps={{ 'aria-label': appText.components.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setMeetingId(chosen);
        }}
      >
        <Stack gap="md">
          <ChoiceField
            name="meetingId"
            label={words.labels.meetingId}
            value={chosen}
            onChange={setChosen}
            choices={meetings.map((one) => ({ value: one.id, label: `${one.groupName}, ${whenText(one.startsAt)}` }))}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {appText.components.cancel}
            </Button>
            <Button type="submit" disabled={chosen === ''}>
              {words.goOn}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
