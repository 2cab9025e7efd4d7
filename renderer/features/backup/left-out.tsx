import type { ReactNode } from 'react';
import type { RestoreReport } from '#shared/contracts/bridge/backups.ts';
import { When, whenText } from '#renderer/components/when.tsx';
import { backupsText } from '#renderer/text/backups.ts';
import { actWords } from '#renderer/text/record.ts';
import { ProofList } from './proof-list.tsx';
import styles from './backup.module.css';

const text = backupsText.putBack;

/** What putting the vault back would mean: what is in the backup, and everything that is not. */
export function RestoreReportView({ report }: { readonly report: RestoreReport }): ReactNode {
  const listed = report.leftOut.length;
  return (
    <>
      <p>{text.intro(whenText(report.backup.madeAt))}</p>
      <ProofList proof={report.proof} />
      {report.leftOutCount === 0 && report.unreadable === 0 && <p>{text.nothing}</p>}
      {report.leftOutCount > 0 && (
        <div>
          <p>{text.leftOut(report.leftOutCount)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <div className={styles['scroll']} tabIndex={0} role="region" aria-label={text.leftOut(report.leftOutCount)}>
            <table className={styles['table']}>
              <thead>
                <tr>
                  <th scope="col">{text.columns.at}</th>
                  <th scope="col">{text.columns.who}</th>
                  <th scope="col">{text.columns.what}</th>
                </tr>
              </thead>
              <tbody>
                {report.leftOut.map((entry) => (
                  <tr key={entry.seq}>
                    <td>
                      <When at={entry.at} />
                    </td>
                    <td>{entry.actorName === '' ? text.nobody : entry.actorName}</td>
                    <td>{actWords[entry.act] ?? entry.act}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {report.leftOutCount > listed && <p>{text.more(report.leftOutCount - listed)}</p>}
        </div>
      )}
      {report.unreadable > 0 && <p>{text.unreadable(report.unreadable)}</p>}
      <p>{text.people[report.people]}</p>
    </>
  );
}
