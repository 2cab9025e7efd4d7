import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { DecisionPage, KnownThenShown } from '#shared/domain/decision/decision.queries.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { SheetSection } from '#renderer/components/record-sheet.tsx';
import sheet from '#renderer/components/record-sheet.module.css';
import { StatusText } from '#renderer/components/status-text.tsx';
import { decisionsText as words } from '#renderer/text/decisions.ts';
import styles from './decision.module.css';

const titles = words.knownColumns;
const kindOf = (row: KnownThenShown): string => words.kinds[row.kind] ?? row.kind;

const COLUMNS: readonly Column<KnownThenShown>[] = [
  { id: 'kind', title: titles.kind, width: 8, value: kindOf },
  {
    id: 'title',
    title: titles.title,
    width: 16,
    grow: true,
    value: (row) => row.title,
    cell: (row) => {
      const to = row.since === 'not-shown' ? '' : linkTo(row.kind, row.recordId, row.parent);
      return to === '' || row.title === '' ? row.title : <Link href={to}>{row.title}</Link>;
    },
  },
  {
    id: 'since',
    title: titles.since,
    width: 10,
    value: (row) => words.since[row.since],
    cell: (row) => <StatusText tone={row.since === 'changed' ? 'attention' : 'quiet'}>{words.since[row.since]}</StatusText>,
  },
  { id: 'rev', title: titles.rev, width: 10, value: (row) => row.rev, cell: (row) => <span className={styles['digest']}>{row.rev}</span> },
  {
    id: 'digest',
    title: titles.digest,
    width: 12,
    value: (row) => row.digest,
    cell: (row) => (
      <span className={styles['digest']} title={row.digest}>
        {row.digest.slice(0, 16)}…
      </span>
    ),
    text: (row) => row.digest,
  },
];

/** The versions that were in view when the decision was made, and whether they have changed since (duties 53, 130). */
export function KnownThen({ decision }: { readonly decision: DecisionPage }): ReactNode {
  return (
    <SheetSection title={words.known} duties={[53, 130]}>
      <p className={sheet['dimmed']}>{decision.knownThen.length === 0 ? words.knownNone : words.knownHelp(decision.knownThen.length)}</p>
      {decision.knownThen.length > 0 && (
        <DataTable
          name="known-then"
          label={words.known}
          rows={decision.knownThen}
          columns={COLUMNS}
          noun={words.knownNoun}
          sortedBy={{ column: 'kind' }}
          inFlow
          compact
        />
      )}
      <p className={sheet['dimmed']}>
        {words.knownDigest}: <span className={styles['digest']}>{decision.knownDigest}</span>
      </p>
    </SheetSection>
  );
}
