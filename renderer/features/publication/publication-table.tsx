import type { ReactNode } from 'react';
import { dayOf, type Instant } from '#shared/base/time.ts';
import type { PublicationRow } from '#shared/domain/publication/publication.queries.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { publicationsText as words } from '#renderer/text/publications.ts';

/** What this person has to do with a publication, in words; unread and late ones sort first. */
function MyReading({ row }: { readonly row: PublicationRow }): ReactNode {
  if (row.readAt !== '')
    return (
      <StatusText tone="good">
        {words.mine.read} <When at={dayOf(row.readAt as Instant)} />
      </StatusText>
    );
  if (!row.forMe) return <StatusText tone="quiet">{words.mine.notForYou}</StatusText>;
  return row.overdueDays > 0 ? (
    <StatusText tone="danger">{words.mine.overdue(row.overdueDays)}</StatusText>
  ) : (
    <StatusText tone="attention">{words.mine.unread}</StatusText>
  );
}
const readingOrder = (row: PublicationRow): number => (row.readAt !== '' ? 2_000_000 : row.forMe ? 1_000_000 - row.overdueDays : 3_000_000);
const readingText = (row: PublicationRow): string =>
  row.readAt !== '' ? `${words.mine.read} ${whenText(row.readAt)}` : row.forMe ? words.mine.unread : words.mine.notForYou;

const columns: readonly Column<PublicationRow>[] = [
  { id: 'title', title: words.columns.title, value: (row) => row.title, width: 16, grow: true },
  { id: 'place', title: words.columns.place, value: (row) => row.place, width: 9 },
  { id: 'audience', title: words.columns.audience, value: (row) => words.audiences[row.audience] ?? row.audience, width: 5 },
  {
    id: 'sentAt',
    title: words.columns.sentAt,
    value: (row) => row.sentAt,
    cell: (row) => <When at={dayOf(row.sentAt as Instant)} />,
    text: (row) => whenText(row.sentAt),
    width: 9,
  },
  {
    id: 'readBy',
    title: words.columns.readBy,
    value: (row) => row.readBy,
    cell: (row) => <When at={row.readBy} />,
    text: (row) => whenText(row.readBy),
    width: 9,
  },
  { id: 'mine', title: words.columns.mine, value: readingOrder, cell: (row) => <MyReading row={row} />, text: readingText, width: 13 },
];
const shareColumn: Column<PublicationRow> = {
  id: 'share',
  title: words.columns.share,
  value: (row) => row.read?.percent ?? -1,
  cell: (row) => row.read && <span title={words.shareOf(row.read.read, row.read.counted)}>{words.share(row.read.percent)}</span>,
  text: (row) => (row.read === null ? '' : words.share(row.read.percent)),
  width: 4.5,
  align: 'end',
};

/** Publications, unread ones first; how far each was read for those who follow it (duties 99, 108). */
export function PublicationTable({ rows, empty }: { readonly rows: readonly PublicationRow[]; readonly empty: ReactNode }): ReactNode {
  const follows = rows.some((row) => row.read !== null);
  const placed = rows.some((row) => row.place !== '');
  const shown = columns.filter((column) => column.id !== 'place' || placed);
  return (
    <DataTable
      name="publications"
      label={words.title}
      rows={rows}
      columns={follows ? [...shown, shareColumn] : shown}
      noun={words.noun}
      sortedBy={{ column: 'mine' }}
      onOpen={(row) => goTo(linkTo('publication', row.id))}
      rowState={(row) => (row.overdueDays > 0 ? 'overdue' : row.state === 'replaced' ? 'superseded' : undefined)}
      empty={empty}
    />
  );
}
