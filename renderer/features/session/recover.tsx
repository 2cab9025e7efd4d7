import { Anchor, Button, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { enter } from '#renderer/app/session/session.ts';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { errorOf, TextArea, TextField } from '#renderer/components/field.tsx';
import { sessionText } from '#renderer/text/session.ts';
import { PassPhraseFields, usePassPhrase } from './pass-phrase-fields.tsx';
import styles from './session.module.css';

const text = sessionText.recover;

/** Signing in with the recovery key and a new pass phrase. */
export function Recover({ onBack }: { readonly onBack: () => void }): ReactNode {
  const bridge = useBridge();
  const [words, setWords] = useState('');
  const [signInName, setSignInName] = useState('');
  const pass = usePassPhrase(signInName);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const recover = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !pass.check()) return;
    setBusy(true);
    const result = await bridge.ask('session.recover', {
      words: words.trim().toLowerCase().split(/\s+/).join(' '),
      signInName: signInName.trim(),
      newPassPhrase: pass.passPhrase,
    });
    setBusy(false);
    if (result.ok) await enter(bridge, result.value);
    else setRefusals(result.refusals);
  };

  return (
    <form className={`${styles['oneColumn']} ${styles['form']}`} onSubmit={(event) => void recover(event)} aria-labelledby="recover-title">
      <Stack gap="md">
        <div>
          <h1 id="recover-title" className={styles['title']}>
            {text.title}
          </h1>
          <p className={styles['dimmed']}>{text.help}</p>
        </div>
        <ErrorSummary refusals={refusals} />
        <TextField
          name="signInName"
          label={sessionText.signIn.name}
          value={signInName}
          onChange={setSignInName}
          error={errorOf(refusals, 'signInName')}
          autoFocus
          autoCapitalize="none"
        />
        <TextArea
          name="words"
          label={text.words}
          help={text.wordsHelp}
          value={words}
          onChange={setWords}
          error={errorOf(refusals, 'words')}
          spellCheck={false}
          autoCapitalize="none"
        />
        <PassPhraseFields of={pass} label={text.newPassPhrase} />
        <div className={styles['buttons']}>
          <Button type="submit" loading={busy}>
            {text.submit}
          </Button>
          <Anchor component="button" type="button" size="sm" onClick={onBack}>
            {text.back}
          </Anchor>
        </div>
      </Stack>
    </form>
  );
}
