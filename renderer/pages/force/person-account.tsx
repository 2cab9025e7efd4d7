import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { ReasonDialog } from '#renderer/components/dialogs.tsx';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { errorOf, TextField } from '#renderer/components/field.tsx';
import { PassPhraseFields, usePassPhrase } from '#renderer/features/session/pass-phrase-fields.tsx';
import { appText } from '#renderer/text/app.ts';
import { organisationText } from '#renderer/text/organisation.ts';

const text = organisationText.account;

/** Lets someone sign in on this workstation with a first pass phrase. Pass phrases are never kept as drafts. */
export function OpenAccount({
  person,
  onClose,
}: {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly particulars: { readonly givenName: string; readonly familyName: string };
  };
  readonly onClose: () => void;
}): ReactNode {
  const bridge = useBridge();
  const [signInName, setSignInName] = useState(() => suggested(person.particulars));
  const pass = usePassPhrase(signInName);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const send = async (): Promise<void> => {
    if (!pass.check()) return;
    setBusy(true);
    const result = await bridge.ask('account.open', { personId: person.id, signInName, passPhrase: pass.passPhrase });
    setBusy(false);
    if (!result.ok) {
      setRefusals(result.refusals);
      return;
    }
    acknowledge(text.opened);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${text.open}: ${person.name}`}
      size="34rem"
      closeButtonProps={{ 'aria-label': appText.components.close }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="md">
          <ErrorSummary refusals={refusals} />
          <TextField
            name="signInName"
            label={text.labels.signInName}
            help={text.help.signInName}
            value={signInName}
            onChange={setSignInName}
            error={errorOf(refusals, 'signInName')}
            data-autofocus
          />
          <PassPhraseFields of={pass} label={text.labels.passPhrase} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {appText.components.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {text.openSubmit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** `ann.bell` for Ann Bell: letters and digits only, so that it can be typed anywhere. */
export function suggested({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }): string {
  const plain = (name: string): string =>
    name
      .normalize('NFD')
      .replace(/[^a-zA-Z0-9]/g, '')
      .toLowerCase();
  return [plain(givenName), plain(familyName)]
    .filter((part) => part !== '')
    .join('.')
    .slice(0, 40);
}

/** Takes the sign-in away, with a reason. */
export function CloseAccount({
  account,
  name,
  onClose,
}: {
  readonly account: { readonly id: string };
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  return (
    <ReasonDialog
      open
      title={text.closeTitle(name)}
      confirm={text.close}
      danger
      busy={busy}
      longest={400}
      refusals={refusals}
      onClose={onClose}
      onConfirm={(reason) => {
        setBusy(true);
        void bridge.ask('account.close', { accountId: account.id, reason }).then((result) => {
          setBusy(false);
          if (!result.ok) {
            setRefusals(result.refusals);
            return;
          }
          acknowledge(text.closed);
          onClose();
        });
      }}
    />
  );
}
