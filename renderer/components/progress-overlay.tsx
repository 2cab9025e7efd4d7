import { Button, Modal, Progress, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Progress as ProgressOf } from '#renderer/app/bridge/bridge.ts';
import { appText } from '#renderer/text/app.ts';

interface ProgressOverlayProps {
  readonly open: boolean;
  readonly title: string;
  /** What the engine says of it; null until it has said anything. */
  readonly progress: ProgressOf | null;
  /** Given only where stopping half way is safe. */
  readonly onCancel?: () => void;
}

/** Shows how far something longer than a second has come; can be cancelled where that is safe. */
export function ProgressOverlay({ open, title, progress, onCancel }: ProgressOverlayProps): ReactNode {
  const share = progress && progress.total > 0 ? (100 * progress.done) / progress.total : 100;
  return (
    <Modal
      opened={open}
      onClose={() => onCancel?.()}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={onCancel !== undefined}
    >
      <Stack gap="sm">
        <Progress value={share} animated={progress === null || progress.total === 0} aria-label={title} size="lg" />
        <span aria-live="polite">
          {progress?.says} {progress ? appText.components.progress(progress.done, progress.total) : ''}
        </span>
        {onCancel && (
          <div>
            <Button variant="default" onClick={onCancel}>
              {appText.components.cancel}
            </Button>
          </div>
        )}
      </Stack>
    </Modal>
  );
}
