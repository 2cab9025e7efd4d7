import { Button, NumberInput, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { BACKUP_PACES, type BackupsView } from '#shared/contracts/bridge/backups.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { ChoiceField, errorOf, wrapperProps } from '#renderer/components/field.tsx';
import { backupsText } from '#renderer/text/backups.ts';
import styles from './backup.module.css';

const text = backupsText.settings;
const AMOUNTS = ['daily', 'weekly', 'monthly'] as const;

/** How often backups are made and how many days, weeks and months of them are kept. */
export function BackupSettings({ view, onChanged }: { readonly view: BackupsView; readonly onChanged: () => void }): ReactNode {
  const [pace, setPace] = useState<string>(view.pace);
  const [kept, setKept] = useState<Readonly<Record<string, number | string>>>(view.keeping);
  const { run, busy, refusals } = useCommand('workstation.change-backups');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run({
          pace: BACKUP_PACES.find((one) => one === pace) ?? 'daily',
          daily: Number(kept['daily']),
          weekly: Number(kept['weekly']),
          monthly: Number(kept['monthly']),
        }).then((result) => {
          if (!result.ok) return;
          acknowledge(text.saved);
          onChanged();
        });
      }}
    >
      <Stack gap="sm">
        <ErrorSummary refusals={refusals} />
        <ChoiceField
          name="pace"
          label={text.pace}
          help={text.paceHelp}
          value={pace}
          onChange={setPace}
          choices={BACKUP_PACES.map((value) => ({ value, label: text.paces[value] }))}
          error={errorOf(refusals, 'pace')}
        />
        <div className={styles['numbers']}>
          {AMOUNTS.map((name) => (
            <NumberInput
              key={name}
              {...wrapperProps({ name, label: text[name], error: errorOf(refusals, name) })}
              aria-required
              min={name === 'daily' ? 1 : 0}
              max={60}
              clampBehavior="none"
              allowDecimal={false}
              value={kept[name] ?? ''}
              onChange={(value) => setKept((now) => ({ ...now, [name]: value }))}
              w="6.5rem"
            />
          ))}
        </div>
        <p className={styles['help']}>{text.keepHelp}</p>
        <div>
          <Button type="submit" variant="default" loading={busy}>
            {text.save}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
