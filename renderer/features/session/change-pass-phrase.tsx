import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { errorOf, fieldId } from '#renderer/components/field.tsx';
import { recordText } from '#renderer/text/record.ts';
import { sessionText } from '#renderer/text/session.ts';
import { PassPhraseFields, usePassPhrase } from './pass-phrase-fields.tsx';
import styles from './session.module.css';

const text = recordText.passPhrase;

/** Changing one's own pass phrase: the old one is asked for, the new one is weighed and typed twice. */
export function ChangePassPhrase(): ReactNode {
  const bridge = useBridge();
  const [open, setOpen] = useState(false);
  const [present, setPresent] = useState('');
  const pass = usePassPhrase('');
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const change = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || present === '' || !pass.check()) return;
    setBusy(true);
    const result = await bridge.ask('account.change-pass-phrase', { passPhrase: present, newPassPhrase: pass.passPhrase });
    setBusy(false);
    setPresent('');
    setRefusals(result.ok ? [] : result.refusals);
    if (!result.ok) return;
    pass.setPassPhrase('');
    pass.setAgain('');
    setOpen(false);
    acknowledge(text.done);
  };

  if (!open)
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {text.change}
      </Button>
    );
  return (
    <form className={styles['oneColumn']} onSubmit={(event) => void change(event)}>
      <Stack gap="md">
        <ErrorSummary refusals={refusals} />
        <PasswordInput
          id={fieldId('present')}
          label={text.present}
          value={present}
          onChange={(event) => setPresent(event.currentTarget.value)}
          error={errorOf(refusals, 'passPhrase')}
          aria-required
          autoFocus
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': sessionText.signIn.show }}
        />
        <PassPhraseFields of={pass} label={text.next} />
        <div>
          <Button type="submit" loading={busy}>
            {text.save}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
