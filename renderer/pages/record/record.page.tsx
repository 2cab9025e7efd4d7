import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { backupKeepers, journalReaders } from '#renderer/app/sections.ts';
import { useActor, useSession } from '#renderer/app/session/session.ts';
import { Page } from '#renderer/components/page.tsx';
import { ChangePassPhrase } from '#renderer/features/session/change-pass-phrase.tsx';
import { recordText } from '#renderer/text/record.ts';
import styles from './record.module.css';

/** The Record section's first page: what to know of one's own sign-in, one's pass phrase, and, for those who may, the journal. */
export function RecordPage(): ReactNode {
  const actor = useActor();
  const notices = useSession((state) => state.session?.notices ?? []);
  return (
    <Page title={recordText.title}>
      <div className={styles['sections']}>
        <section>
          <h2 className={styles['heading']}>{recordText.noticesTitle}</h2>
          {notices.length === 0 ? (
            <p>{recordText.noNotices}</p>
          ) : (
            <ul className={styles['notices']}>
              {notices.map((notice) => (
                <li key={notice}>{notice}</li>
              ))}
            </ul>
          )}
        </section>
        {journalReaders(actor) && (
          <section>
            <h2 className={styles['heading']}>{recordText.journal.title}</h2>
            <p>{recordText.journal.openHelp}</p>
            <p>
              <Link href="/record/journal">{recordText.journal.open}</Link>
            </p>
          </section>
        )}
        {backupKeepers(actor) && (
          <section>
            <h2 className={styles['heading']}>{recordText.backups.title}</h2>
            <p>{recordText.backups.openHelp}</p>
            <p>
              <Link href="/record/backups">{recordText.backups.open}</Link>
            </p>
          </section>
        )}
        <section>
          <h2 className={styles['heading']}>{recordText.passPhrase.title}</h2>
          <p className={styles['help']}>{recordText.passPhrase.help}</p>
          <ChangePassPhrase />
        </section>
      </div>
    </Page>
  );
}
