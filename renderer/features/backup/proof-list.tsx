import type { ReactNode } from 'react';
import type { BackupProof } from '#shared/contracts/bridge/backups.ts';
import { backupsText } from '#renderer/text/backups.ts';
import styles from './backup.module.css';

const text = backupsText.proof;

/** What reading a whole backup showed, check by check, the verdict first. */
export function ProofList({ proof }: { readonly proof: BackupProof }): ReactNode {
  return (
    <>
      <p className={styles['verdict']} data-whole={proof.whole || undefined} role="status">
        <strong>{proof.whole ? text.whole : text.broken}</strong>
      </p>
      <ul className={styles['checks']}>
        {proof.checks.map((check) => (
          <li key={check.name} data-fault={check.fault === '' ? undefined : ''}>
            <span aria-hidden>{check.fault === '' ? '✓' : '✗'}</span>
            <span>{check.fault === '' ? text.says(check) : check.fault}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
