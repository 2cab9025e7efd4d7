import { Alert, Anchor, Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { SamplePerson, SessionState } from '#shared/contracts/bridge/asks.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { enter } from '#renderer/app/session/session.ts';
import { announce } from '#renderer/app/shell/announce.ts';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { errorOf, fieldId, TextField } from '#renderer/components/field.tsx';
import { sessionText } from '#renderer/text/session.ts';
import { SamplePeople } from './sample-people.tsx';
import styles from './session.module.css';

const text = sessionText.signIn;

/** Signing in: name and pass phrase, the wait after wrong tries, and for the sample force its people to choose from. */
export function SignIn({
  session,
  note,
  onRecover,
  onPutBack,
}: {
  readonly session: SessionState;
  readonly note: string;
  readonly onRecover: () => void;
  /** The vault could not be opened: it may be put back from a backup. */
  readonly onPutBack: () => void;
}): ReactNode {
  const bridge = useBridge();
  const [signInName, setSignInName] = useState('');
  const [passPhrase, setPassPhrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [missing, setMissing] = useState(false);
  const [wait, waitAgain] = useCountdown(session.waitSeconds);
  const submit = useRef<HTMLButtonElement>(null);

  const signIn = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(signInName.trim() === '' || passPhrase === '');
    if (busy || wait > 0 || signInName.trim() === '' || passPhrase === '') return;
    setBusy(true);
    setRefusals([]);
    const result = await bridge.ask('session.sign-in', { signInName: signInName.trim(), passPhrase });
    if (result.ok) {
      await enter(bridge, result.value);
      return;
    }
    setBusy(false);
    setPassPhrase('');
    setRefusals(result.refusals);
    const look = await bridge.ask('session.look', {});
    if (look.ok) waitAgain(look.value.waitSeconds);
  };

  const fill = (person: SamplePerson): void => {
    setSignInName(person.signInName);
    setPassPhrase(session.samplePassPhrase);
    setRefusals([]);
    setMissing(false);
    announce(sessionText.sample.filled(person.name));
    submit.current?.focus();
  };

  return (
    <div className={session.samplePeople.length > 0 ? styles['twoColumns'] : styles['oneColumn']}>
      <form className={styles['form']} onSubmit={(event) => void signIn(event)} aria-labelledby="sign-in-title">
        <Stack gap="md">
          <div>
            <h1 id="sign-in-title" className={styles['title']}>
              {text.title}
            </h1>
            {session.deviceName !== '' && <p className={styles['dimmed']}>{text.onDevice(session.deviceName)}</p>}
          </div>
          {note !== '' && (
            <Alert variant="light" color="accent" role="status">
              {note}
            </Alert>
          )}
          <ErrorSummary refusals={refusals} />
          {wait > 0 && (
            <p className={styles['attention']} role="timer">
              {text.wait(wait)}
            </p>
          )}
          <TextField
            name="signInName"
            label={text.name}
            value={signInName}
            onChange={setSignInName}
            error={errorOf(refusals, 'signInName') ?? (missing && signInName.trim() === '' ? text.missing : undefined)}
            autoFocus
            autoCapitalize="none"
          />
          <PasswordInput
            id={fieldId('passPhrase')}
            label={text.passPhrase}
            value={passPhrase}
            onChange={(event) => setPassPhrase(event.currentTarget.value)}
            error={missing && passPhrase === '' ? text.missing : undefined}
            aria-required
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': text.show }}
          />
          <div className={styles['buttons']}>
            <Button ref={submit} type="submit" loading={busy} disabled={wait > 0}>
              {busy ? text.opening : text.submit}
            </Button>
            {refusals.some(({ code }) => code === 'vault/cannot-open') && (
              <Button type="button" variant="default" onClick={onPutBack}>
                {text.putBack}
              </Button>
            )}
            <Anchor component="button" type="button" size="sm" onClick={onRecover}>
              {text.recover}
            </Anchor>
          </div>
        </Stack>
      </form>
      {session.samplePeople.length > 0 && <SamplePeople people={session.samplePeople} onChoose={fill} />}
    </div>
  );
}

/** Seconds until another try is taken, counted down on the screen; the engine counts for itself. */
function useCountdown(initial: number): [number, (seconds: number) => void] {
  const [until, setUntil] = useState(() => Date.now() + initial * 1000);
  const [left, setLeft] = useState(initial);
  useEffect(() => {
    const tick = (): void => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [until]);
  return [left, (seconds) => setUntil(Date.now() + seconds * 1000)];
}
