import { Anchor, Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { AskOut } from '#shared/contracts/bridge/asks.ts';
import type { RestoreReport } from '#shared/contracts/bridge/backups.ts';
import type { Progress } from '#renderer/app/bridge/bridge.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { announce } from '#renderer/app/shell/announce.ts';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { ChoiceField, errorOf, fieldId, TextArea, TextField } from '#renderer/components/field.tsx';
import { ProgressOverlay } from '#renderer/components/progress-overlay.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { backupsText, sizeText } from '#renderer/text/backups.ts';
import { sessionText } from '#renderer/text/session.ts';
import { RestoreReportView } from './left-out.tsx';
import styles from './backup.module.css';

const text = backupsText.door;

/** Putting a vault back from the sign-in screen, for one that cannot be opened: choose a backup, see what it means, confirm. */
export function PutBack({ onBack }: { readonly onBack: () => void }): ReactNode {
  const bridge = useBridge();
  const [found, setFound] = useState<AskOut['restore.look'] | null>(null);
  const [chosen, setChosen] = useState('');
  const [signInName, setSignInName] = useState('');
  const [passPhrase, setPassPhrase] = useState('');
  const [reason, setReason] = useState('');
  const [report, setReport] = useState<RestoreReport | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [busy, setBusy] = useState(false);

  const look = useCallback(async (): Promise<void> => {
    const result = await bridge.ask('restore.look', {});
    if (!result.ok) return setRefusals(result.refusals);
    setFound(result.value);
    const [newest] = result.value.offers;
    if (newest !== undefined) setChosen(newest.id);
  }, [bridge]);
  useEffect(() => {
    void Promise.resolve().then(look);
  }, [look]);

  const offer = found?.offers.find(({ id }) => id === chosen);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || offer === undefined) return;
    setBusy(true);
    setProgress(null);
    setRefusals([]);
    const args = { place: offer.place, backupId: offer.id, signInName: signInName.trim(), passPhrase };
    if (report === null) {
      const result = await bridge.ask('restore.report', args, setProgress);
      if (result.ok) setReport(result.value);
      else setRefusals(result.refusals);
    } else {
      const result = await bridge.ask('restore.run', { ...args, reason }, setProgress);
      if (result.ok) {
        announce(text.done);
        onBack();
        return;
      }
      setRefusals(result.refusals);
    }
    setBusy(false);
  };
  const choosePlace = async (): Promise<void> => {
    const result = await bridge.ask('restore.choose-place', {});
    setRefusals(result.ok ? [] : result.refusals);
    if (result.ok && result.value.path !== '') await look();
  };

  return (
    <form style={{ width: 'min(46rem, 100%)' }} onSubmit={(event) => void submit(event)} aria-labelledby="put-back-title">
      <Stack gap="md">
        <div>
          <h1 id="put-back-title" className={styles['heading']}>
            {text.title}
          </h1>
          <p className={styles['help']}>{text.intro}</p>
        </div>
        <ErrorSummary refusals={refusals} />
        {found !== null && found.offers.length === 0 && <p>{text.none}</p>}
        {found?.places.some(({ there }) => !there) === true && (
          <p className={styles['help']}>{text.absent(found.places.flatMap(({ path, there }) => (there ? [] : [path])).join(', '))}</p>
        )}
        {report === null ? (
          found !== null &&
          found.offers.length > 0 && (
            <>
              <ChoiceField
                name="backupId"
                label={text.backup}
                value={chosen}
                onChange={setChosen}
                choices={found.offers.map(({ id, madeAt, bytes }) => ({ value: id, label: `${whenText(madeAt)}, ${sizeText(bytes)}` }))}
              />
              <TextField
                name="signInName"
                label={sessionText.signIn.name}
                value={signInName}
                onChange={setSignInName}
                error={errorOf(refusals, 'signInName')}
                autoCapitalize="none"
              />
              <PasswordInput
                id={fieldId('passPhrase')}
                label={sessionText.signIn.passPhrase}
                value={passPhrase}
                onChange={(event) => setPassPhrase(event.currentTarget.value)}
                error={errorOf(refusals, 'passPhrase')}
                aria-required
                autoComplete="off"
                visibilityToggleButtonProps={{ 'aria-label': sessionText.signIn.show }}
              />
            </>
          )
        ) : (
          <>
            <RestoreReportView report={report} />
            {report.proof.whole && (
              <TextArea
                name="reason"
                label={backupsText.putBack.reason}
                help={backupsText.putBack.reasonHelp}
                value={reason}
                onChange={setReason}
                error={errorOf(refusals, 'reason')}
                maxLength={2000}
              />
            )}
          </>
        )}
        <div className={styles['buttons']}>
          {report === null ? (
            <Button type="submit" loading={busy} disabled={offer === undefined}>
              {text.report}
            </Button>
          ) : (
            report.proof.whole && (
              <Button type="submit" color="red" loading={busy}>
                {backupsText.putBack.confirm}
              </Button>
            )
          )}
          {report === null && (
            <Button type="button" variant="default" onClick={() => void choosePlace()}>
              {text.choose}
            </Button>
          )}
          <Anchor component="button" type="button" size="sm" onClick={onBack}>
            {text.back}
          </Anchor>
        </div>
      </Stack>
      <ProgressOverlay
        open={busy}
        title={report === null ? backupsText.putBack.reading : backupsText.putBack.putting}
        progress={progress}
      />
    </form>
  );
}
