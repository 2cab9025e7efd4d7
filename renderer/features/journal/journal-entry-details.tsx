import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { JournalPage } from '#shared/contracts/bridge/asks.ts';
import { DetailsPane, Facts } from '#renderer/components/details-pane.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { When } from '#renderer/components/when.tsx';
import { kindWords, recordText } from '#renderer/text/record.ts';
import { fieldWords } from './changed-fields.ts';
import styles from './journal.module.css';
import { actText, factsText, subjectText } from './journal-words.ts';
import { RecordHistory } from './record-history.tsx';

export type ShownEntry = JournalPage['entries'][number];

const text = recordText.journal;

/** One entry of the journal with its place in the chain, and from it the history of its record. */
export function JournalEntryDetails({
  entry,
  onOnly,
  onClose,
}: {
  readonly entry: ShownEntry;
  readonly onOnly: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const [historyOf, setHistoryOf] = useState('');
  const hash = (value: string): ReactNode => (value === '' ? '' : <span className={styles['hash']}>{value}</span>);
  const subject = subjectText(entry);
  return (
    <DetailsPane title={text.entry(entry.seq)} subtitle={actText(entry.act)} onClose={onClose}>
      <Facts
        facts={[
          { label: text.facts.at, value: <When at={entry.at} /> },
          { label: text.facts.actor, value: entry.actorName === '' ? text.nobody : entry.actorName },
          { label: text.facts.act, value: actText(entry.act) },
          { label: text.facts.subject, value: subject },
          { label: text.columns.shared, value: factsText(entry.facts) },
          { label: text.facts.device, value: entry.device === '' ? '' : <Reference>{entry.device}</Reference> },
          { label: text.facts.prev, value: hash(entry.prev) },
          { label: text.facts.hash, value: hash(entry.hash) },
          { label: text.facts.signature, value: hash(entry.signature) },
        ]}
      />
      {entry.records.length > 0 && (
        <>
          <h3 className={styles['heading']}>{text.records}</h3>
          <ul className={styles['records']}>
            {entry.records.map((record) => (
              <li key={`${record.kind}${record.id}`}>
                {text.recordLine(kindWords[record.kind] ?? record.kind, record.fields.map(fieldWords).join(', '))}
                <div className={styles['hash']}>{record.digest}</div>
              </li>
            ))}
          </ul>
        </>
      )}
      {entry.subject !== '' && (
        <div className={styles['buttons']}>
          <Button variant="default" size="xs" onClick={onOnly}>
            {text.onlyThis}
          </Button>
          <Button variant="default" size="xs" onClick={() => setHistoryOf(entry.id)}>
            {text.history}
          </Button>
        </div>
      )}
      {historyOf === entry.id && (
        <>
          <h3 className={styles['heading']}>{text.history}</h3>
          <RecordHistory kind={entry.subjectKind} id={entry.subject} />
        </>
      )}
    </DetailsPane>
  );
}
