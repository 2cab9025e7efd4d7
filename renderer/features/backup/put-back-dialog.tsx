import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { RestoreReport } from '#shared/contracts/bridge/backups.ts';
import type { Progress } from '#renderer/app/bridge/bridge.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { errorOf, TextArea } from '#renderer/components/field.tsx';
import { ProgressOverlay } from '#renderer/components/progress-overlay.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { appText } from '#renderer/text/app.ts';
import { backupsText } from '#renderer/text/backups.ts';
import { RestoreReportView } from './left-out.tsx';

const text = backupsText.putBack;

/** Putting the vault back: first what it would mean, then the reason, then it happens and Cordon locks. */
export function PutBackDialog({ backupId, onClose }: { readonly backupId: string; readonly onClose: () => void }): ReactNode {
  const bridge = useBridge();
  const [report, setReport] = useState<RestoreReport | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [reason, setReason] = useState('');
  const [putting, setPutting] = useState(false);

  useEffect(() => {
    let wanted = true;
    void bridge
      .ask('backup.report', { backupId }, (now) => {
        if (wanted) setProgress(now);
      })
      .then((result) => {
        if (!wanted) return;
        setProgress(null);
        if (result.ok) setReport(result.value);
        else setRefusals(result.refusals);
      });
    return () => {
      wanted = false;
    };
  }, [bridge, backupId]);

  const putBack = async (): Promise<void> => {
    setPutting(true);
    setRefusals([]);
    const result = await bridge.ask('backup.restore', { backupId, reason }, setProgress);
    // When it is done the page is emptied and the sign-in screen comes.
    if (result.ok) return;
    setPutting(false);
    setRefusals(result.refusals);
  };

  if (putting || (report === null && refusals.length === 0))
    return <ProgressOverlay open title={putting ? text.putting : text.reading} progress={progress} />;
  return (
    <Modal opened onClose={onClose} title={text.title} size="xl" closeButtonProps={{ 'aria-label': appText.components.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void putBack();
        }}
      >
        <Stack gap="md">
          {report !== null && <RestoreReportView report={report} />}
          {report?.proof.whole === true && (
            <TextArea
              name="reason"
              label={text.reason}
              help={text.reasonHelp}
              value={reason}
              onChange={setReason}
              error={errorOf(refusals, 'reason')}
              maxLength={2000}
              data-autofocus
            />
          )}
          <RefusalNote refusals={refusals} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {appText.components.cancel}
            </Button>
            {report?.proof.whole === true && (
              <Button type="submit" color="red">
                {text.confirm}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
