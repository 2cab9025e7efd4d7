import type { ReactNode } from 'react';
import type { BidRow } from '#shared/domain/resource-bid/bid-rows.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import { amountsText } from './bid-amounts.ts';
import { BID_TONES } from './bids-panel.tsx';

const words = taskingText.bids;
const { columns: titles } = words;
const grantedText = (row: BidRow): string =>
  row.state === 'granted' || row.state === 'part-granted' ? amountsText(row.grantedHours, row.grantedOfficers, row.grantedBudget) : '–';

const COLUMNS: readonly Column<BidRow>[] = [
  {
    id: 'meeting',
    title: titles.meeting,
    width: 9,
    value: (row) => row.meeting,
    cell: (row) => <Reference>{row.meeting}</Reference>,
  },
  {
    id: 'rank',
    title: titles.rank,
    width: 4,
    align: 'end',
    value: (row) => (row.rank === 0 ? 9999 : row.rank),
    cell: (row) => (row.rank === 0 ? '–' : row.rank),
    text: (row) => (row.rank === 0 ? '' : String(row.rank)),
  },
  { id: 'title', title: titles.title, width: 13, grow: true, value: (row) => row.title },
  { id: 'priority', title: titles.priority, width: 9, value: (row) => (row.priority === '' ? words.outside : row.priority) },
  { id: 'bidder', title: titles.bidder, width: 10, value: (row) => row.bidder },
  {
    id: 'asked',
    title: titles.asked,
    width: 9,
    align: 'end',
    value: (row) => row.hours,
    cell: (row) => amountsText(row.hours, row.officers, row.budget),
    text: (row) => amountsText(row.hours, row.officers, row.budget),
  },
  {
    id: 'granted',
    title: titles.granted,
    width: 9,
    align: 'end',
    value: (row) => row.grantedHours,
    cell: grantedText,
    text: grantedText,
  },
  {
    id: 'state',
    title: titles.state,
    width: 9,
    value: (row) => words.states[row.state] ?? row.state,
    cell: (row) => <StatusText tone={BID_TONES[row.state] ?? 'quiet'}>{words.states[row.state]}</StatusText>,
  },
];

/** Bids by meeting, the latest first, in rank order. */
export function BidTable({ rows, onOpen }: { readonly rows: readonly BidRow[]; readonly onOpen: (row: BidRow) => void }): ReactNode {
  return (
    <DataTable
      name="resource-bids"
      label={words.title}
      rows={rows}
      columns={COLUMNS}
      noun={words.noun}
      onOpen={onOpen}
      empty={<EmptyState title={words.noneAtAll} />}
    />
  );
}
