import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Warning } from '#shared/domain/governance/warning.ts';
import { appText } from '#renderer/text/app.ts';
import { formText } from '#renderer/text/form.ts';
import { DutyTag } from './duty-tag.tsx';
import styles from './command-form.module.css';

/** What was done but deserves to be known of, each with its duty; nothing when there is nothing to say. */
export function WarningsDialog({ warnings, onClose }: { readonly warnings: readonly Warning[]; readonly onClose: () => void }): ReactNode {
  if (warnings.length === 0) return null;
  return (
    <Modal opened onClose={onClose} title={formText.warningsTitle} closeButtonProps={{ 'aria-label': appText.components.close }}>
      <Stack gap="md">
        <ul className={styles['warnings']} role="alert">
          {warnings.map((warning) => (
            <li key={warning.code + warning.sentence}>
              {warning.sentence}{' '}
              {warning.duties.map((duty) => (
                <DutyTag key={duty} number={duty} words />
              ))}
            </li>
          ))}
        </ul>
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {formText.understood}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
