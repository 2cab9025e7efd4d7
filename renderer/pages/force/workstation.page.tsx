import { Button, NumberInput, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { mayAdminister } from '#shared/domain/access/access.policy.ts';
import type { QueryView } from '#shared/domain/registry.ts';
import { useCommand, useView } from '#renderer/app/bridge/use-bridge.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { Facts } from '#renderer/components/details-pane.tsx';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { CheckField, errorOf, TextField, wrapperProps } from '#renderer/components/field.tsx';
import { View } from '#renderer/components/view.tsx';
import { KeysSection } from '#renderer/features/keys/keys-section.tsx';
import { forceText } from '#renderer/text/force.ts';
import { ForceFrame } from './force-frame.tsx';

const text = forceText.workstation;
type Settings = NonNullable<QueryView<'workstation'>>;

/** Settings of this machine; an administrator changes them, others read them (duty 32). */
export function WorkstationPage(): ReactNode {
  const view = useView('workstation', {});
  const refusal = mayAdminister(useActor());
  return (
    <ForceFrame title={text.title}>
      <p style={{ marginBottom: '1rem' }} data-print="no">
        {text.body}
      </p>
      <View of={view}>
        {(settings) =>
          settings === null ? (
            text.none
          ) : refusal === null ? (
            <>
              <div data-print="no">
                <SettingsForm
                  key={`${settings.name}${settings.idleLockMinutes}${String(settings.contentProtection)}`}
                  settings={settings}
                />
              </div>
              <KeysSection workstation={settings.name} />
            </>
          ) : (
            <Stack gap="md" maw="40rem">
              <Facts
                facts={[
                  { label: text.labels.name, value: settings.name },
                  { label: text.labels.idleLockMinutes, value: String(settings.idleLockMinutes) },
                  { label: text.labels.contentProtection, value: settings.contentProtection ? text.yes : text.no },
                ]}
              />
              <p style={{ color: 'var(--cordon-dimmed)' }}>{text.readOnly}</p>
            </Stack>
          )
        }
      </View>
    </ForceFrame>
  );
}

function SettingsForm({ settings }: { readonly settings: Settings }): ReactNode {
  const [name, setName] = useState(settings.name);
  const [idleLockMinutes, setIdleLockMinutes] = useState<number | string>(settings.idleLockMinutes);
  const [contentProtection, setContentProtection] = useState(settings.contentProtection);
  const { run, busy, refusals } = useCommand('workstation.change');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run({ name, idleLockMinutes: Number(idleLockMinutes), contentProtection }).then((result) => {
          if (result.ok) acknowledge(text.done);
        });
      }}
    >
      <Stack gap="md" maw="34rem">
        <ErrorSummary refusals={refusals} />
        <TextField name="name" label={text.labels.name} value={name} onChange={setName} error={errorOf(refusals, 'name')} />
        <NumberInput
          {...wrapperProps({
            name: 'idleLockMinutes',
            label: text.labels.idleLockMinutes,
            help: text.help.idleLockMinutes,
            error: errorOf(refusals, 'idleLockMinutes'),
          })}
          aria-required
          min={1}
          max={60}
          clampBehavior="none"
          allowDecimal={false}
          value={idleLockMinutes}
          onChange={setIdleLockMinutes}
          w="20rem"
        />
        <CheckField
          name="contentProtection"
          label={text.labels.contentProtection}
          help={text.help.contentProtection}
          checked={contentProtection}
          onChange={setContentProtection}
        />
        <div>
          <Button type="submit" loading={busy}>
            {text.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
