import { type ReactNode, useState } from 'react';
import { dayOf, type Instant } from '#shared/base/time.ts';
import type { PublicationPage } from '#shared/domain/publication/publication.queries.ts';
import type { ReaderRow, Tracking as TrackingView } from '#shared/domain/publication/publication-tracking.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { publicationsText } from '#renderer/text/publications.ts';
import { SendFurther } from './send-further.tsx';
import styles from './publication.module.css';

const words = publicationsText.tracking;

interface TrackingProps {
  readonly publication: PublicationPage;
  readonly tracking: TrackingView;
}

/** How far a publication has been read, by area, unit and rank; who has not read it; reminders (duties 99, 108). */
export function Tracking({ publication, tracking }: TrackingProps): ReactNode {
  return (
    <div className={styles['tracking']}>
      <div className={styles['side']}>
        <Summary publication={publication} tracking={tracking} />
        <Shares tracking={tracking} />
        <section>
          <h2 className={styles['heading']}>{words.reminders}</h2>
          {tracking.reminders.length === 0 && <p className={styles['quiet']}>{words.noReminders}</p>}
          <ul className={styles['facts']}>
            {tracking.reminders.map((reminder) => (
              <li key={reminder.id}>
                <When at={reminder.at} /> <span className={styles['quiet']}>{reminder.by}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <People rows={tracking.readers} />
    </div>
  );
}

function Summary({ publication, tracking }: TrackingProps): ReactNode {
  const { figures } = tracking;
  const { run, busy, refusals } = useCommand('publication.remind');
  const remind = async (): Promise<void> => {
    const result = await run({ publicationId: publication.id });
    if (result.ok) acknowledge(words.reminded(result.value.reminded));
  };
  return (
    <section>
      <p className={styles['percent']}>
        {figures.percent} % <small>{words.read}</small>
      </p>
      <div className={styles['track']} aria-hidden>
        <span style={{ width: `${figures.percent}%` }} />
      </div>
      <ul className={styles['facts']}>
        <li>{words.ofCounted(figures.read, figures.counted)}</li>
        <li>
          {figures.pending === 0 ? (
            <StatusText tone="good">{words.allRead}</StatusText>
          ) : tracking.overdue ? (
            <StatusText tone="danger">{words.overdue}</StatusText>
          ) : null}
        </li>
        {figures.pending > 0 && <li>{words.pending(figures.pending)}</li>}
        {figures.joinedLater.counted > 0 && <li>{words.later(figures.joinedLater.read, figures.joinedLater.counted)}</li>}
        {tracking.left > 0 && <li className={styles['quiet']}>{words.left(tracking.left)}</li>}
      </ul>
      {publication.audience === 'partners' && <p className={styles['notice']}>{words.partnersHere}</p>}
      <RefusalNote refusals={refusals} />
      <div className={styles['bar']}>
        <RuleButton why={publication.remind} variant="default" loading={busy} onClick={() => void remind()}>
          {words.remind}
        </RuleButton>
        {publication.moreAgencies !== null && <SendFurther publication={publication} agencies={publication.moreAgencies} />}
      </div>
    </section>
  );
}

type By = keyof typeof words.by;

function Shares({ tracking }: { readonly tracking: TrackingView }): ReactNode {
  const [by, setBy] = useState<By>('byUnit');
  return (
    <section aria-label={words.shareTable}>
      <ViewTabs
        label={words.byLabel}
        value={by}
        onChange={setBy}
        tabs={(['byUnit', 'byArea', 'byRankGroup'] as const).map((value) => ({ value, label: words.by[value] }))}
      />
      <table className={styles['shares']}>
        <thead>
          <tr>
            <th scope="col">{words.by[by]}</th>
            <th scope="col">{words.shareColumns.counted}</th>
            <th scope="col">{words.shareColumns.read}</th>
            <th scope="col">{words.shareColumns.percent}</th>
          </tr>
        </thead>
        <tbody>
          {tracking.figures[by].map((share) => (
            <tr key={share.id}>
              <td>{share.id}</td>
              <td>{share.counted}</td>
              <td>{share.read}</td>
              <td>{publicationsText.share(share.percent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const columns: readonly Column<ReaderRow>[] = [
  { id: 'name', title: words.peopleColumns.name, value: (row) => row.name, width: 17, grow: true },
  { id: 'unit', title: words.peopleColumns.unit, value: (row) => row.unit, width: 13 },
  { id: 'area', title: words.peopleColumns.area, value: (row) => row.area, width: 7 },
  {
    id: 'state',
    title: words.peopleColumns.state,
    value: (row) => row.readAt,
    cell: (row) =>
      row.readAt !== '' ? (
        <When at={dayOf(row.readAt as Instant)} />
      ) : (
        <StatusText tone={row.joinedLater ? 'quiet' : 'attention'}>{row.joinedLater ? words.laterState : words.pendingState}</StatusText>
      ),
    text: (row) => (row.readAt === '' ? words.pendingState : whenText(row.readAt)),
    width: 9,
  },
];

function People({ rows }: { readonly rows: readonly ReaderRow[] }): ReactNode {
  const [shown, setShown] = useState<'unread' | 'read'>('unread');
  const unread = rows.filter((row) => row.readAt === '');
  const read = rows.filter((row) => row.readAt !== '');
  return (
    <section className={styles['people']} aria-label={words.peopleTable}>
      <div className={styles['bar']}>
        <ViewTabs
          label={words.peopleLabel}
          value={shown}
          onChange={setShown}
          tabs={[
            { value: 'unread', label: publicationsText.tab(words.unread, unread.length) },
            { value: 'read', label: publicationsText.tab(words.done, read.length) },
          ]}
        />
      </div>
      <DataTable
        name={`publication-${shown}`}
        label={words.peopleTable}
        rows={shown === 'unread' ? unread : read}
        columns={columns}
        noun={words.peopleNoun}
        sortedBy={{ column: 'unit' }}
        compact
        empty={<p className={styles['quiet']}>{shown === 'unread' ? words.nobodyUnread : words.nobodyRead}</p>}
      />
    </section>
  );
}
