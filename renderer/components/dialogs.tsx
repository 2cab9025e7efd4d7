import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { appText } from '#renderer/text/app.ts';
import { TextArea } from './field.tsx';
import { RefusalNote } from './refusal-note.tsx';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly children?: ReactNode;
  /** The verb on the button: `Cancel the meeting`. */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly refusals?: readonly Refusal[];
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once more before a step that cannot be undone. Escape closes it and does nothing. */
export function ConfirmDialog({
  open,
  title,
  children,
  confirm,
  danger = false,
  busy = false,
  refusals = [],
  onConfirm,
  onClose,
}: ConfirmDialogProps): ReactNode {
  return (
    <Modal opened={open} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': appText.components.close }}>
      <Stack gap="md">
        {children}
        <RefusalNote refusals={refusals} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {appText.components.cancel}
          </Button>
          <Button color={danger ? 'red' : 'accent'} loading={busy} onClick={onConfirm} data-autofocus>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface ReasonDialogProps extends Omit<ConfirmDialogProps, 'onConfirm'> {
  readonly label?: string;
  readonly help?: ReactNode;
  readonly longest?: number;
  readonly onConfirm: (reason: string) => void;
}

/** Asks for the reason a rule wants before a step; the reason typed stays while the dialogue is closed and opened again. */
export function ReasonDialog({
  open,
  title,
  children,
  confirm,
  danger = false,
  busy = false,
  refusals = [],
  label = appText.components.reason,
  help,
  longest = 2000,
  onConfirm,
  onClose,
}: ReasonDialogProps): ReactNode {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <Modal opened={open} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': appText.components.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(reason.trim() === '');
          if (reason.trim() !== '') onConfirm(reason.trim());
        }}
      >
        <Stack gap="md">
          {children}
          <TextArea
            name="reason-dialog"
            label={label}
            help={help}
            error={missing ? appText.components.reasonMissing : undefined}
            value={reason}
            onChange={setReason}
            maxLength={longest}
            data-autofocus
          />
          <RefusalNote refusals={refusals} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {appText.components.cancel}
            </Button>
            <Button type="submit" color={danger ? 'red' : 'accent'} loading={busy}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
