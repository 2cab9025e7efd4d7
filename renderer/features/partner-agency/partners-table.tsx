import type { ReactNode } from 'react';
import type { QueryView } from '#shared/domain/registry.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { forceText } from '#renderer/text/force.ts';
import { agencyTypeWords } from '#renderer/text/organisation.ts';

export type AgencyRow = QueryView<'partner-agencies'>['rows'][number];
const text = forceText.partners;

/** How an agreement stands, in words. */
export function agreementText(row: AgencyRow): string {
  const { agreement } = row;
  if (agreement === null) return text.none;
  switch (row.agreementStanding) {
    case 'expired':
      return text.expired(whenText(agreement.to));
    case 'ends-soon':
      return text.endsSoon(whenText(agreement.to));
    case 'not-begun':
      return text.begins(whenText(agreement.from));
    case 'in-force':
    case 'none':
      return text.until(whenText(agreement.to));
  }
}

/** The agreement with the tone its standing calls for. */
export function AgreementState({ row }: { readonly row: AgencyRow }): ReactNode {
  const tone = row.agreementStanding === 'in-force' ? 'good' : row.agreementStanding === 'expired' ? 'danger' : 'attention';
  return <StatusText tone={tone}>{agreementText(row)}</StatusText>;
}

function Consent({ on }: { readonly on: string }): ReactNode {
  return on === '' ? <StatusText tone="attention">{text.notGiven}</StatusText> : <StatusText tone="good">{whenText(on)}</StatusText>;
}

const COLUMNS: readonly Column<AgencyRow>[] = [
  {
    id: 'name',
    title: text.columns.name,
    width: 16,
    grow: true,
    value: (row) => row.name,
    cell: (row) =>
      row.inUse ? (
        row.name
      ) : (
        <>
          {row.name} <StatusText tone="quiet">{text.closed}</StatusText>
        </>
      ),
  },
  { id: 'type', title: text.columns.type, width: 13, value: (row) => agencyTypeWords[row.agencyType] },
  {
    id: 'police',
    title: text.columns.police,
    width: 11,
    value: (row) => row.policeConsent?.on ?? '',
    text: (row) => whenText(row.policeConsent?.on ?? ''),
    cell: (row) => <Consent on={row.policeConsent?.on ?? ''} />,
  },
  {
    id: 'partner',
    title: text.columns.partner,
    width: 11,
    value: (row) => row.partnerConsent?.on ?? '',
    text: (row) => whenText(row.partnerConsent?.on ?? ''),
    cell: (row) => <Consent on={row.partnerConsent?.on ?? ''} />,
  },
  {
    id: 'agreement',
    title: text.columns.agreement,
    width: 13,
    value: (row) => row.agreement?.to ?? '',
    text: agreementText,
    cell: (row) => <AgreementState row={row} />,
  },
  { id: 'people', title: text.columns.people, width: 5, align: 'end', value: (row) => row.people.length },
];

/** Partner agencies with both consents and the agreement's end (duties 67, 68). */
export function PartnersTable({
  rows,
  shown,
  onShow,
  empty,
}: {
  readonly rows: readonly AgencyRow[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
  readonly empty: ReactNode;
}): ReactNode {
  return (
    <DataTable
      name="partners"
      label={text.title}
      rows={rows}
      columns={COLUMNS}
      noun={text.noun}
      sortedBy={{ column: 'name' }}
      onOpen={(row) => onShow(row.id)}
      openId={shown}
      empty={empty}
    />
  );
}
