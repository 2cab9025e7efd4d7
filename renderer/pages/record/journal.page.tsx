import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { useBridge, useView } from '#renderer/app/bridge/use-bridge.ts';
import type { Progress } from '#renderer/app/bridge/bridge.ts';
import { announce } from '#renderer/app/shell/announce.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { type Column, DataTable, type TableFilter } from '#renderer/components/data-table.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ChoiceField } from '#renderer/components/field.tsx';
import { Page } from '#renderer/components/page.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { ProgressOverlay } from '#renderer/components/progress-overlay.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { JournalEntryDetails, type ShownEntry } from '#renderer/features/journal/journal-entry-details.tsx';
import { actText, factsText, subjectText, type Verdict, verdictOf } from '#renderer/features/journal/journal-words.ts';
import { type JournalFilters, noFilters, useJournal } from '#renderer/features/journal/use-journal.ts';
import styles from '#renderer/features/journal/journal.module.css';
import { actWords, recordText } from '#renderer/text/record.ts';

const text = recordText.journal;

const columns: readonly Column<ShownEntry>[] = [
  { id: 'seq', title: text.columns.seq, value: (entry) => entry.seq, width: 5, align: 'end' },
  {
    id: 'at',
    title: text.columns.at,
    value: (entry) => entry.at,
    cell: (entry) => <When at={entry.at} />,
    text: (entry) => whenText(entry.at),
    width: 12,
  },
  {
    id: 'actor',
    title: text.columns.actor,
    value: (entry) => entry.actorName,
    cell: (entry) => (entry.actorName === '' ? text.nobody : entry.actorName),
    width: 12,
  },
  { id: 'act', title: text.columns.act, value: (entry) => actText(entry.act), width: 13 },
  { id: 'subject', title: text.columns.subject, value: subjectText, width: 15, grow: true },
  { id: 'facts', title: text.columns.shared, value: (entry) => factsText(entry.facts), width: 13 },
];
const actChoices = Object.entries(actWords).map(([value, label]) => ({ value, label }));

/** The auditor's view of the journal: filters by person, act, record and days, one entry in full, and "Verify now" (duty 122). */
export function JournalPage(): ReactNode {
  const bridge = useBridge();
  const [filters, setFilters] = useState<JournalFilters>(noFilters);
  const [subjectName, setSubjectName] = useState('');
  const [openId, setOpenId] = useState('');
  const [progress, setProgress] = useState<Progress | null>(null);
  const [verifying, setVerifying] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const journal = useJournal(filters);
  const people = useView('people-to-choose', {});
  const change = (changes: Partial<JournalFilters>): void => setFilters((now) => ({ ...now, ...changes }));

  const verify = async (): Promise<void> => {
    if (verifying) return;
    setVerifying(true);
    setProgress(null);
    setVerdict(null);
    const result = await bridge.ask('journal.verify', {}, setProgress);
    setVerifying(false);
    setRefusals(result.ok ? [] : result.refusals);
    if (!result.ok) return;
    const found = verdictOf(result.value);
    setVerdict(found);
    announce(`${found.sentence} ${found.more}`);
    journal.again();
  };
  useShortcut('v', text.verify, () => void verify());

  const chips = useMemo<readonly TableFilter[]>(() => {
    const name = people.state === 'ready' ? (people.view.rows.find((person) => person.id === filters.actor)?.name ?? '') : '';
    return [
      ...(filters.actor === '' ? [] : [{ id: 'actor', words: text.filters.personIs(name), remove: () => change({ actor: '' }) }]),
      ...(filters.act === '' ? [] : [{ id: 'act', words: text.filters.actIs(actText(filters.act)), remove: () => change({ act: '' }) }]),
      ...(filters.subject === ''
        ? []
        : [{ id: 'subject', words: text.filters.record(subjectName), remove: () => change({ subject: '' }) }]),
      ...(filters.from === ''
        ? []
        : [{ id: 'from', words: text.filters.fromIs(whenText(filters.from)), remove: () => change({ from: '' }) }]),
      ...(filters.to === '' ? [] : [{ id: 'to', words: text.filters.toIs(whenText(filters.to)), remove: () => change({ to: '' }) }]),
    ];
  }, [filters, people, subjectName]);

  const open = journal.entries.find((entry) => entry.id === openId);
  return (
    <Page
      title={text.title}
      subtitle={text.subtitle}
      breadcrumbs={[{ text: recordText.title, to: '/record' }]}
      marking="OFFICIAL-SENSITIVE"
      fill
      actions={
        <Button onClick={() => void verify()} loading={verifying}>
          {text.verify}
        </Button>
      }
    >
      {verdict && (
        <div className={styles['verdict']} data-whole={verdict.whole || undefined} role="status">
          <strong>{verdict.sentence}</strong>
          {verdict.more !== '' && <span>{verdict.more}</span>}
        </div>
      )}
      <RefusalNote refusals={[...refusals, ...journal.refusals]} />
      <div className={styles['filters']} role="search">
        <PersonPicker
          name="journal-person"
          label={text.filters.person}
          value={filters.actor}
          onChange={(actor) => change({ actor })}
          clearable
        />
        <ChoiceField
          name="journal-act"
          label={text.filters.act}
          value={filters.act}
          onChange={(act) => change({ act })}
          choices={actChoices}
          placeholder={text.filters.anyAct}
          clearable
        />
        <DayField name="journal-from" label={text.filters.from} help={null} value={filters.from} onChange={(from) => change({ from })} />
        <DayField name="journal-to" label={text.filters.to} help={null} value={filters.to} onChange={(to) => change({ to })} />
      </div>
      <div className={styles['table']}>
        <DataTable
          name="journal"
          label={text.title}
          rows={journal.entries}
          total={journal.total}
          columns={columns}
          noun={text.noun}
          sortedBy={{ column: 'seq', descending: true }}
          filters={chips}
          onOpen={(entry) => setOpenId(entry.id)}
          openId={openId}
          empty={journal.loading ? undefined : <EmptyState title={text.empty} />}
          compact
        />
      </div>
      {journal.entries.length < journal.total && (
        <div className={styles['buttons']}>
          <Button variant="default" size="xs" loading={journal.loading} onClick={journal.older}>
            {text.older}
          </Button>
        </div>
      )}
      {open && (
        <JournalEntryDetails
          entry={open}
          onClose={() => setOpenId('')}
          onOnly={() => {
            setSubjectName(subjectText(open));
            change({ subject: open.subject });
          }}
        />
      )}
      <ProgressOverlay open={verifying} title={text.verifying} progress={progress} />
    </Page>
  );
}
