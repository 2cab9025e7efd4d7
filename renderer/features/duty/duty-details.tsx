import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { linkTo } from '#renderer/app/record-links.ts';
import { dutiesText as text } from '#renderer/text/governance.ts';
import { kindWords } from '#renderer/text/record.ts';
import styles from './duty.module.css';
import { ColourText, type DutyRow } from './duty-table.tsx';

/** One duty: what it asks, how it stands, the records that show it and the rules that enforce it. */
export function DutyDetails({ row }: { readonly row: DutyRow }): ReactNode {
  return (
    <div className={styles['details']}>
      <p>
        <ColourText colour={row.colour} />
      </p>
      <p>{row.sentence}</p>
      <section>
        <h3>{text.evidence}</h3>
        {row.evidence.length === 0 && <p className={styles['quiet']}>{text.noEvidence}</p>}
        <ul>
          {row.evidence.map((one) => (
            <li key={`${one.kind}/${one.id}`}>
              <span className={styles['quiet']}>{kindWords[one.kind] ?? one.kind}</span>{' '}
              <Opens to={linkTo(one.kind, one.id, one.parent)}>{one.title === '' ? (kindWords[one.kind] ?? one.kind) : one.title}</Opens>
            </li>
          ))}
        </ul>
        {row.evidenceCount > row.evidence.length && <p className={styles['quiet']}>{text.more(row.evidenceCount - row.evidence.length)}</p>}
      </section>
      {row.place !== '' && (
        <p>
          <Link href={row.place}>{text.goThere}</Link>
        </p>
      )}
      <section>
        <h3>{text.asks}</h3>
        <p>{row.mustLet}</p>
      </section>
      <section>
        <h3>{text.check}</h3>
        <p>{row.check}</p>
      </section>
      <section>
        <h3>{text.rules}</h3>
        {row.rules.length === 0 && <p className={styles['quiet']}>{text.noRules}</p>}
        <ul>
          {row.rules.map((rule) => (
            <li key={rule.code}>
              <code className={styles['code']}>{rule.code}</code>
              <div className={styles['quiet']}>{rule.message}</div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Opens({ to, children }: { readonly to: string; readonly children: string }): ReactNode {
  return to === '' ? children : <Link href={to}>{children}</Link>;
}
