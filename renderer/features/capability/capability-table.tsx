import type { ReactNode } from 'react';
import type { QueryView } from '#shared/domain/registry.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { When } from '#renderer/components/when.tsx';
import { capabilityText as text } from '#renderer/text/governance.ts';

export type CapabilityRow = QueryView<'capabilities'>['rows'][number];
const TONES: Readonly<Record<CapabilityRow['stands'], Tone>> = {
  'in-place': 'good',
  'ends-soon': 'attention',
  expired: 'danger',
  none: 'danger',
  'not-recorded': 'danger',
};

/** How a capability stands, in words and tone. */
export function CapabilityStands({ row }: { readonly row: Pick<CapabilityRow, 'stands'> }): ReactNode {
  return <StatusText tone={TONES[row.stands]}>{text.stands[row.stands]}</StatusText>;
}

const COLUMNS: readonly Column<CapabilityRow>[] = [
  { id: 'name', title: text.columns.name, width: 15, grow: true, value: (row) => row.name },
  {
    id: 'stands',
    title: text.columns.stands,
    width: 9,
    value: (row) => text.stands[row.stands],
    cell: (row) => <CapabilityStands row={row} />,
  },
  { id: 'how', title: text.columns.how, width: 6, value: (row) => (row.standing === '' ? '' : text.standings[row.standing]) },
  { id: 'provider', title: text.columns.provider, width: 13, value: (row) => row.provider },
  { id: 'expires', title: text.columns.expires, width: 8.5, value: (row) => row.expiresOn, cell: (row) => <When at={row.expiresOn} /> },
  {
    id: 'duty',
    title: text.columns.duty,
    width: 5,
    value: (row) => row.duty,
    text: (row) => String(row.duty),
    cell: (row) => <DutyTag number={row.duty} />,
  },
];

/** Every capability with how it stands; those the doctrine names stand here whether or not anybody recorded them (duties 17, 19-24). */
export function CapabilityTable({
  rows,
  shown,
  onShow,
}: {
  readonly rows: readonly CapabilityRow[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
}): ReactNode {
  return (
    <DataTable
      name="capabilities"
      label={text.title}
      rows={rows}
      columns={COLUMNS}
      noun={text.noun}
      onOpen={(row) => onShow(row.id)}
      openId={shown}
      rowState={(row) => (row.stands === 'expired' ? 'overdue' : undefined)}
    />
  );
}
