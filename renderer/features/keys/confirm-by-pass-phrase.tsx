import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Refusal, Result } from '#shared/base/result.ts';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { errorOf, fieldId } from '#renderer/components/field.tsx';
import { appText } from '#renderer/text/app.ts';
import { keysText } from '#renderer/text/keys.ts';

interface ConfirmByPassPhraseProps {
  readonly title: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  /** Does the step; the dialogue closes when it was done. */
  readonly onConfirm: (passPhrase: string) => Promise<Result<unknown>>;
}

/** Before a step that cannot be undone one's own pass phrase is typed again. */
export function ConfirmByPassPhrase({ title, confirm, danger = false, children, onClose, onConfirm }: ConfirmByPassPhraseProps): ReactNode {
  const [passPhrase, setPassPhrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const result = await onConfirm(passPhrase);
    setBusy(false);
    setPassPhrase('');
    if (result.ok) onClose();
    else setRefusals(result.refusals);
  };
  return (
    <Modal opened onClose={onClose} title={title} size="36rem" closeButtonProps={{ 'aria-label': appText.components.close }}>
      <form noValidate onSubmit={(event) => void send(event)}>
        <Stack gap="md">
          <ErrorSummary refusals={refusals} />
          {children}
          <PasswordInput
            id={fieldId('passPhrase')}
            label={keysText.passPhrase}
            value={passPhrase}
            onChange={(event) => setPassPhrase(event.currentTarget.value)}
            error={errorOf(refusals, 'passPhrase')}
            aria-required
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': keysText.show }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {keysText.cancel}
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
