import { Button, Group, Modal, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { Progress } from '#renderer/app/bridge/bridge.ts';
import { useBridge, useView } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { ChoiceField, errorOf, TextField } from '#renderer/components/field.tsx';
import { appText } from '#renderer/text/app.ts';
import { minutesText } from '#renderer/text/minutes.ts';
import styles from './minutes.module.css';

const words = minutesText.handOut;
type Format = keyof typeof words.formats;

/** Asks what copy goes to whom; where it is saved is asked by the operating system. A cancelled dialogue hands out nothing (duties 119, 184). */
export function HandOutCopy({
  meetingId,
  onClose,
}: {
  readonly meetingId: string;
  readonly onClose: (handedOut: boolean) => void;
}): ReactNode {
  const bridge = useBridge();
  const agencies = useView('partner-agencies', {});
  const [format, setFormat] = useState<Format>('pdf');
  const [recipient, setRecipient] = useState('');
  const [partnerAgencyId, setPartnerAgencyId] = useState('');
  const [missing, setMissing] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const handOut = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(recipient.trim() === '');
    if (recipient.trim() === '' || busy) return;
    setBusy(true);
    setRefusals([]);
    const result = await bridge.ask('minutes.hand-out', { meetingId, format, recipient, partnerAgencyId }, setProgress);
    setBusy(false);
    setProgress(null);
    if (!result.ok) {
      setRefusals(result.refusals);
      return;
    }
    const { path, copyNumber } = result.value;
    acknowledge(path === '' ? words.cancelled : words.done(copyNumber, path));
    if (path !== '') onClose(true);
  };

  const rows = agencies.state === 'ready' ? agencies.view.rows.filter((agency) => agency.inUse) : [];
  const choices = rows.map((agency) => {
    const inDate = agency.agreementStanding === 'in-force' || agency.agreementStanding === 'ends-soon';
    if (!agency.mutual) return { value: agency.id, label: words.noConsent(agency.name), disabled: true };
    return inDate ? { value: agency.id, label: agency.name } : { value: agency.id, label: words.noAgreement(agency.name), disabled: true };
  });
  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      title={words.title}
      size="lg"
      closeButtonProps={{ 'aria-label': appText.components.close }}
    >
      <form noValidate onSubmit={(event) => void handOut(event)}>
        <Stack gap="md">
          <ErrorSummary refusals={refusals} />
          <TextField
            name="recipient"
            label={words.recipient}
            help={words.recipientHelp}
            value={recipient}
            onChange={setRecipient}
            maxLength={200}
            data-autofocus
            error={errorOf(refusals, 'recipient') ?? (missing && recipient.trim() === '' ? minutesText.sign.missing : undefined)}
          />
          <ChoiceField
            name="format"
            label={words.format}
            help={words.formatHelp}
            value={format}
            onChange={(chosen) => setFormat(chosen as Format)}
            choices={Object.entries(words.formats).map(([value, label]) => ({ value, label }))}
          />
          <ChoiceField
            name="partnerAgencyId"
            label={words.partner}
            help={words.partnerHelp}
            optional
            value={partnerAgencyId}
            onChange={setPartnerAgencyId}
            choices={choices}
            error={errorOf(refusals, 'partnerAgencyId')}
          />
          <Group justify="space-between">
            <span className={styles['help']} role="status">
              {busy ? (progress?.says ?? words.working) : ''}
            </span>
            <Group>
              <Button variant="default" onClick={() => onClose(false)}>
                {appText.components.cancel}
              </Button>
              <Button type="submit" loading={busy}>
                {words.submit}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
