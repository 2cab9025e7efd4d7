import { PasswordInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { fieldId } from '#renderer/components/field.tsx';
import { sessionText } from '#renderer/text/session.ts';
import styles from './session.module.css';

const text = sessionText.wizard;

export interface NewPassPhrase {
  readonly passPhrase: string;
  readonly again: string;
  /** Sentences against it; null while it is being weighed. */
  readonly concerns: readonly string[] | null;
  readonly different: boolean;
  setPassPhrase(value: string): void;
  setAgain(value: string): void;
  /** True when it may be used; otherwise the fields show why not. */
  check(): boolean;
}

/** A pass phrase being chosen: weighed by the engine as it is typed, and typed twice. */
export function usePassPhrase(signInName: string): NewPassPhrase {
  const bridge = useBridge();
  const [passPhrase, setPassPhrase] = useState('');
  const [again, setAgain] = useState('');
  const [checked, setChecked] = useState(false);
  const [weighed, setWeighed] = useState<{ readonly what: string; readonly concerns: readonly string[] } | null>(null);
  const [settled] = useDebouncedValue(passPhrase, 150);
  useEffect(() => {
    if (settled === '') return;
    let current = true;
    void bridge.ask('account.weigh-pass-phrase', { passPhrase: settled, signInName: signInName.trim().slice(0, 40) }).then((result) => {
      if (current)
        setWeighed({ what: settled, concerns: result.ok ? result.value.concerns : result.refusals.map((refusal) => refusal.message) });
    });
    return () => {
      current = false;
    };
  }, [bridge, settled, signInName]);
  const concerns = weighed?.what === passPhrase ? weighed.concerns : null;
  return {
    passPhrase,
    again,
    concerns,
    different: again !== passPhrase && (checked || again.length >= passPhrase.length) && again !== '',
    setPassPhrase,
    setAgain,
    check() {
      setChecked(true);
      return passPhrase !== '' && again === passPhrase && (concerns?.length ?? 0) === 0;
    },
  };
}

/** The two fields of a new pass phrase with what is to be said about it. */
export function PassPhraseFields({
  of: pass,
  label = text.passPhrase,
  autoFocus = false,
}: {
  readonly of: NewPassPhrase;
  readonly label?: string;
  readonly autoFocus?: boolean;
}): ReactNode {
  return (
    <>
      <PasswordInput
        id={fieldId('passPhrase')}
        label={label}
        description={text.passHelp}
        value={pass.passPhrase}
        onChange={(event) => pass.setPassPhrase(event.currentTarget.value)}
        aria-required
        autoFocus={autoFocus}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': sessionText.signIn.show }}
        aria-describedby="pass-phrase-weighed"
      />
      <div id="pass-phrase-weighed" className={styles['weighed']} role="status" data-good={pass.concerns?.length === 0 || undefined}>
        {pass.passPhrase !== '' && pass.concerns === null && text.weighing}
        {pass.passPhrase !== '' && pass.concerns?.length === 0 && text.good}
        {pass.passPhrase !== '' && pass.concerns !== null && pass.concerns.length > 0 && (
          <>
            <p>{text.concerns}</p>
            <ul>
              {pass.concerns.map((concern) => (
                <li key={concern}>{concern}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <PasswordInput
        id={fieldId('again')}
        label={text.again}
        value={pass.again}
        onChange={(event) => pass.setAgain(event.currentTarget.value)}
        error={pass.different ? text.different : undefined}
        aria-required
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': sessionText.signIn.show }}
      />
    </>
  );
}
