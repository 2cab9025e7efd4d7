import { Anchor, Button, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { enter, useSession } from '#renderer/app/session/session.ts';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { errorOf, TextArea, TextField } from '#renderer/components/field.tsx';
import { sessionText } from '#renderer/text/session.ts';
import { PassPhraseFields, usePassPhrase } from './pass-phrase-fields.tsx';
import styles from './session.module.css';

const text = sessionText.recover;
const SHARE_WORDS = 30;

/** Signing in with the recovery key and a new pass phrase. */
export function Recover({ onBack }: { readonly onBack: () => void }): ReactNode {
  const bridge = useBridge();
  const split = useSession((state) => state.session?.recoveryShares ?? null);
  const [words, setWords] = useState('');
  const [shares, setShares] = useState<readonly string[]>(() => Array<string>(split?.needed ?? 0).fill(''));
  const [signInName, setSignInName] = useState('');
  const pass = usePassPhrase(signInName);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const recover = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !pass.check()) return;
    setBusy(true);
    const result = await bridge.ask('session.recover', {
      words: split === null ? words.trim().toLowerCase().split(/\s+/).join(' ') : '',
      ...(split === null ? {} : { shares: [...shares] }),
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
          <p className={styles['dimmed']}>{split === null ? text.help : text.sharesHelp(split.needed, split.made)}</p>
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
        {split === null ? (
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
        ) : (
          shares.map((share, index) => (
            // The fields never change places.
            <ShareField
              key={index}
              place={index}
              value={share}
              onChange={(typed) => setShares((now) => now.map((one, at) => (at === index ? typed : one)))}
              error={errorOf(refusals, `shares.${index}`)}
            />
          ))
        )}
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

/** One sheet of a recovery key that was cut into shares; says which one it is as soon as its words are whole. */
function ShareField({
  place,
  value,
  onChange,
  error,
}: {
  readonly place: number;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly error: string | undefined;
}): ReactNode {
  const bridge = useBridge();
  const [seen, setSeen] = useState({ typed: '', says: '' });
  const [settled] = useDebouncedValue(value, 200);
  useEffect(() => {
    let current = true;
    if ((settled.match(/[a-zA-Z]+/g) ?? []).length < SHARE_WORDS) return undefined;
    void bridge.ask('recovery.look-at-share', { words: settled.slice(0, 1000) }).then((result) => {
      if (!current) return;
      const share = result.ok ? result.value : null;
      const says =
        share === null ? text.shareWrong : share.newest ? text.shareRight(share.number, share.made) : text.shareOld(share.number);
      setSeen({ typed: settled, says });
    });
    return () => {
      current = false;
    };
  }, [bridge, settled]);
  return (
    <div>
      <TextArea
        name={`shares.${place}`}
        label={text.share(place + 1)}
        help={text.shareHelp}
        value={value}
        onChange={onChange}
        error={error}
        autoFocus={false}
        spellCheck={false}
        autoCapitalize="none"
      />
      <p role="status" className={styles['dimmed']}>
        {seen.typed === value ? seen.says : ''}
      </p>
    </div>
  );
}
