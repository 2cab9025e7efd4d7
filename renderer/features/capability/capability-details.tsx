import type { ReactNode } from 'react';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { Facts } from '#renderer/components/details-pane.tsx';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { View } from '#renderer/components/view.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { capabilityText as text } from '#renderer/text/governance.ts';
import { type CapabilityRow, CapabilityStands } from './capability-table.tsx';
import styles from './capability.module.css';

/** One capability: how it stands, through whom, and how it stood before (duty 17). */
export function CapabilityDetails({ row, actions }: { readonly row: CapabilityRow; readonly actions: ReactNode }): ReactNode {
  return (
    <>
      <p className={styles['standing']}>
        <CapabilityStands row={row} /> <DutyTag number={row.duty} />
      </p>
      {row.warning !== '' && <p className={styles['standing']}>{row.recorded ? row.warning : text.noneYet}</p>}
      <Facts
        facts={[
          { label: text.facts.how, value: row.standing === '' ? '' : text.choices[row.standing] },
          { label: text.facts.provider, value: row.provider },
          { label: text.facts.agreement, value: row.agreement },
          { label: text.facts.contact, value: row.contact },
          { label: text.facts.channel, value: row.channel },
          { label: text.facts.asOf, value: whenText(row.asOf) },
          { label: text.facts.expires, value: whenText(row.expiresOn) },
          { label: text.facts.note, value: row.note },
        ]}
      />
      <div className={styles['buttons']}>{actions}</div>
      {row.recorded && <History capabilityId={row.id} />}
    </>
  );
}

function History({ capabilityId }: { readonly capabilityId: string }): ReactNode {
  const view = useView('capability-history', { capabilityId });
  return (
    <section className={styles['history']}>
      <h3>{text.history}</h3>
      <View of={view}>
        {({ rows }) => (
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <div>
                  {text.standings[row.standing]}
                  {row.provider !== '' && ` ${row.provider}`}
                  {row.expiresOn !== '' && `, ${text.facts.expires.toLowerCase()} ${whenText(row.expiresOn)}`}
                </div>
                <div className={styles['quiet']}>
                  {whenText(row.on)}
                  {row.by !== '' && `, ${text.by(row.by)}`}
                </div>
              </li>
            ))}
          </ul>
        )}
      </View>
    </section>
  );
}
