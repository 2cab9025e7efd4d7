import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BackupListed } from '#shared/contracts/bridge/backups.ts';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { backupsText, sizeText } from '#renderer/text/backups.ts';
import styles from './backup.module.css';

const text = backupsText.list;

interface BackupTableProps {
  readonly backups: readonly BackupListed[];
  readonly onProve: (backup: BackupListed) => void;
  readonly onPutBack: (backup: BackupListed) => void;
}

/** The backups of this vault in the place they are kept, the newest first. */
export function BackupTable({ backups, onProve, onPutBack }: BackupTableProps): ReactNode {
  return (
    <table className={styles['table']} aria-label={text.title}>
      <thead>
        <tr>
          <th scope="col">{text.columns.made}</th>
          <th scope="col">{text.columns.because}</th>
          <th scope="col" data-end>
            {text.columns.size}
          </th>
          <th scope="col" data-end>
            {text.columns.entries}
          </th>
          <th scope="col">{text.columns.state}</th>
          <th scope="col">{text.columns.steps}</th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.id}>
            <td>
              <When at={backup.madeAt} />
            </td>
            <td>{text.because[backup.because]}</td>
            <td data-end>{backup.bytes === 0 ? '' : sizeText(backup.bytes)}</td>
            <td data-end>{backup.entries === 0 ? '' : backup.entries.toLocaleString('en-GB')}</td>
            <td>
              <StatusText tone={backup.state === 'proved' ? 'good' : backup.state === 'earlier-key' ? 'quiet' : 'danger'}>
                {text.states[backup.state]}
              </StatusText>
            </td>
            <td>
              {backup.state === 'proved' && (
                <span className={styles['buttons']}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${text.prove}: ${whenText(backup.madeAt)}`}
                    onClick={() => onProve(backup)}
                  >
                    {text.prove}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${text.putBack}: ${whenText(backup.madeAt)}`}
                    onClick={() => onPutBack(backup)}
                  >
                    {text.putBack}
                  </Button>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
