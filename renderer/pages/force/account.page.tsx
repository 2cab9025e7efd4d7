import { Button, PasswordInput, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { useBridge, useView } from '#renderer/app/bridge/use-bridge.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { Facts } from '#renderer/components/details-pane.tsx';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { errorOf, fieldId } from '#renderer/components/field.tsx';
import { PassPhraseFields, usePassPhrase } from '#renderer/features/session/pass-phrase-fields.tsx';
import { forceText } from '#renderer/text/force.ts';
import { roleWords } from '#renderer/text/organisation.ts';
import { ForceFrame } from './force-frame.tsx';

const text = forceText.account;

/** Who one is here, what one may do by which appointment, and one's own pass phrase. */
export function AccountPage(): ReactNode {
  const actor = useActor();
  const view = useView('person', { personId: actor.personId });
  const person = view.state === 'ready' && view.view.found ? view.view : null;
  const held = person?.appointments.filter((one) => one.standing === 'held') ?? [];
  const signInName = person?.account?.signInName ?? '';
  return (
    <ForceFrame title={text.title}>
      <Stack gap="xl" maw="40rem">
        <Facts
          facts={[
            { label: text.who, value: person?.name ?? actor.name },
            { label: text.signInName, value: signInName },
            { label: forceText.people.facts.clearance, value: actor.clearance },
            {
              label: text.roles,
              value:
                held.length === 0
                  ? text.noRoles
                  : held.map((one) => (
                      <div key={one.id}>{one.scopeType === 'force' ? roleWords(one.role) : `${roleWords(one.role)}, ${one.place}`}</div>
                    )),
            },
          ]}
        />
        <ChangePassPhrase signInName={signInName} />
      </Stack>
    </ForceFrame>
  );
}

function ChangePassPhrase({ signInName }: { readonly signInName: string }): ReactNode {
  const bridge = useBridge();
  const [passPhrase, setPassPhrase] = useState('');
  const fresh = usePassPhrase(signInName);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const send = async (): Promise<void> => {
    if (!fresh.check()) return;
    setBusy(true);
    const result = await bridge.ask('account.change-pass-phrase', { passPhrase, newPassPhrase: fresh.passPhrase });
    setBusy(false);
    setRefusals(result.ok ? [] : result.refusals);
    if (!result.ok) return;
    setPassPhrase('');
    fresh.setPassPhrase('');
    fresh.setAgain('');
    acknowledge(text.done);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="md" maw="28rem">
        <h2 style={{ margin: 0, fontSize: '0.9375rem' }}>{text.change}</h2>
        <ErrorSummary refusals={refusals} />
        <PasswordInput
          id={fieldId('present')}
          label={text.labels.passPhrase}
          value={passPhrase}
          onChange={(event) => setPassPhrase(event.currentTarget.value)}
          error={errorOf(refusals, 'passPhrase')}
          aria-required
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': text.show }}
        />
        <PassPhraseFields of={fresh} label={text.labels.newPassPhrase} />
        <div>
          <Button type="submit" loading={busy}>
            {text.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
