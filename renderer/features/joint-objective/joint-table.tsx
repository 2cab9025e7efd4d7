import type { ReactNode } from 'react';
import type { QueryView } from '#shared/domain/registry.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { Facts } from '#renderer/components/details-pane.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { objectivesText } from '#renderer/text/governance.ts';

const text = objectivesText.joint;
export type JointRow = QueryView<'joint-objectives'>['rows'][number];
const agreedCount = (row: JointRow): number => row.agencies.filter((agency) => agency.agreedOn !== '').length;

function State({ row }: { readonly row: JointRow }): ReactNode {
  const tone = row.state === 'agreed' ? 'good' : row.state === 'ended' ? 'quiet' : 'attention';
  return <StatusText tone={tone}>{text.states[row.state] ?? row.state}</StatusText>;
}

const COLUMNS: readonly Column<JointRow>[] = [
  { id: 'title', title: text.columns.title, width: 20, grow: true, value: (row) => row.title },
  {
    id: 'state',
    title: text.columns.state,
    width: 10,
    value: (row) => text.states[row.state] ?? row.state,
    cell: (row) => <State row={row} />,
  },
  {
    id: 'agreed',
    title: text.columns.agreed,
    width: 7,
    align: 'end',
    value: agreedCount,
    text: (row) => text.of(agreedCount(row), row.agencies.length),
  },
  { id: 'group', title: text.columns.group, width: 15, value: (row) => row.group },
];

/** Objectives agreed with partners, or waiting for them (duty 70). */
export function JointTable({
  rows,
  shown,
  onShow,
  empty,
}: {
  readonly rows: readonly JointRow[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
  readonly empty: ReactNode;
}): ReactNode {
  return (
    <DataTable
      name="joint-objectives"
      label={text.title}
      rows={rows}
      columns={COLUMNS}
      noun={text.noun}
      onOpen={(row) => onShow(row.id)}
      openId={shown}
      empty={empty}
      rowState={(row) => (row.state === 'ended' ? 'superseded' : undefined)}
    />
  );
}

/** One joint objective: its words, and which partners agreed and when (duty 70). */
export function JointDetails({ row }: { readonly row: JointRow }): ReactNode {
  return (
    <>
      <p style={{ marginBottom: '0.75rem' }}>
        <State row={row} />
      </p>
      <Facts
        facts={[
          { label: text.facts.text, value: row.text },
          { label: text.facts.group, value: row.group },
          { label: text.facts.priority, value: row.priority },
          { label: text.facts.proposed, value: text.proposedBy(whenText(row.proposedAt), row.proposedBy) },
          ...row.agencies.map((agency) => ({
            label: agency.name,
            value:
              agency.agreedOn === '' ? (
                <StatusText tone="attention">{text.waiting}</StatusText>
              ) : (
                <StatusText tone="good">
                  <span style={{ whiteSpace: 'normal' }}>{text.agreedBy(whenText(agency.agreedOn), agency.by)}</span>
                </StatusText>
              ),
          })),
          { label: text.facts.ended, value: row.endedBecause },
        ]}
      />
    </>
  );
}
