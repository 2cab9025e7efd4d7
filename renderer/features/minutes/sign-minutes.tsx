import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { errorOf, fieldId, TextField } from '#renderer/components/field.tsx';
import { minutesText } from '#renderer/text/minutes.ts';
import styles from './minutes.module.css';

const words = minutesText.sign;

/** Where the chair signs with their own name and pass phrase while the secretary stays signed in (duty 81). The pass phrase leaves the field with every try. */
export function SignMinutes({ meetingId, chair }: { readonly meetingId: string; readonly chair: string }): ReactNode {
  const bridge = useBridge();
  const [signInName, setSignInName] = useState('');
  const [passPhrase, setPassPhrase] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const sign = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const incomplete = signInName.trim() === '' || passPhrase === '';
    setMissing(incomplete);
    if (incomplete || busy) return;
    setBusy(true);
    setRefusals([]);
    const typed = passPhrase;
    setPassPhrase('');
    const result = await bridge.ask('minutes.sign', { meetingId, signInName, passPhrase: typed });
    setBusy(false);
    if (result.ok) acknowledge(words.done(result.value.signerName));
    else setRefusals(result.refusals);
  };

  return (
    <section aria-labelledby="sign-minutes-title">
      <h2 id="sign-minutes-title" className={styles['title']}>
        {words.title}
      </h2>
      <form noValidate onSubmit={(event) => void sign(event)}>
        <Stack gap="sm">
          <p>{words.help(chair)}</p>
          <ErrorSummary refusals={refusals} />
          <TextField
            name="signInName"
            label={words.name}
            value={signInName}
            onChange={setSignInName}
            autoCapitalize="none"
            error={errorOf(refusals, 'signInName') ?? (missing && signInName.trim() === '' ? words.missing : undefined)}
          />
          <PasswordInput
            id={fieldId('passPhrase')}
            label={words.passPhrase}
            value={passPhrase}
            onChange={(event) => setPassPhrase(event.currentTarget.value)}
            error={missing && passPhrase === '' ? words.missing : undefined}
            aria-required
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': words.show }}
          />
          <div>
            <Button type="submit" loading={busy}>
              {words.submit(chair)}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  );
}
