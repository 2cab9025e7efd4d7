import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { instantFromMs } from '#shared/base/time.ts';
import { type BackupConcern, backupConcern } from '#shared/domain/workstation/backup-concern.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { backupKeepers } from '#renderer/app/sections.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { backupsText } from '#renderer/text/backups.ts';
import styles from './backup.module.css';

/** Says to whoever looks after backups that the vault is damaged or has no backup that is worth anything; nothing to anyone else. */
export function BackupNotice(): ReactNode {
  const bridge = useBridge();
  const keeps = backupKeepers(useActor());
  const [concern, setConcern] = useState<BackupConcern | null>(null);
  useEffect(() => {
    if (!keeps) return undefined;
    let gone = false;
    void bridge.ask('backup.look', {}).then((result) => {
      if (!gone && result.ok) setConcern(backupConcern(result.value, instantFromMs(Date.now())));
    });
    return () => {
      gone = true;
    };
  }, [bridge, keeps]);
  if (concern === null) return null;
  return (
    <section className={styles['notice']} role="alert">
      <p>{backupsText.notice(concern)}</p>
      <Link href="/record/backups">{backupsText.noticeLink}</Link>
    </section>
  );
}
