import { type ReactNode, useId } from 'react';
import type { QueryView } from '#shared/domain/registry.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { Facts } from '#renderer/components/details-pane.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { objectivesText } from '#renderer/text/governance.ts';
import styles from './element-table.module.css';

const text = objectivesText.elements;
export type Elements = QueryView<'governance-elements'>;
export type ElementRow = Elements['rows'][number];

function Lead({ row }: { readonly row: ElementRow }): ReactNode {
  return row.link === 'linked' ? row.lead : <StatusText tone="danger">{text.link[row.link]}</StatusText>;
}

const COLUMNS: readonly Column<ElementRow>[] = [
  { id: 'name', title: text.columns.name, width: 20, grow: true, value: (row) => row.name },
  { id: 'type', title: text.columns.type, width: 14, value: (row) => text.types[row.elementType] },
  { id: 'owner', title: text.columns.owner, width: 16, value: (row) => row.owner },
  { id: 'lead', title: text.columns.lead, width: 18, value: (row) => row.lead, cell: (row) => <Lead row={row} /> },
];

/** What the chief-officer lead co-ordinates: expected elements nobody recorded stand above, unlinked ones are flagged (duty 4). */
export function ElementTable({
  elements,
  shown,
  onShow,
  empty,
}: {
  readonly elements: Elements;
  readonly shown: string;
  readonly onShow: (id: string) => void;
  readonly empty: ReactNode;
}): ReactNode {
  const missing = useId();
  return (
    <div className={styles['root']}>
      {elements.missing.length > 0 && (
        <ul className={styles['missing']} id={missing}>
          {elements.missing.map((one) => (
            <li key={one.id}>
              <StatusText tone="danger">
                <span className={styles['wrap']}>{one.sentence}</span>
              </StatusText>
            </li>
          ))}
        </ul>
      )}
      <div className={styles['table']}>
        <DataTable
          name="governance-elements"
          label={text.title}
          rows={elements.rows}
          columns={COLUMNS}
          noun={text.noun}
          sortedBy={{ column: 'name' }}
          onOpen={(row) => onShow(row.id)}
          openId={shown}
          empty={empty}
        />
      </div>
    </div>
  );
}

export function ElementDetails({ row }: { readonly row: ElementRow }): ReactNode {
  return (
    <>
      {row.warnings.map((warning) => (
        <p key={warning}>
          <StatusText tone="danger">
            <span className={styles['wrap']}>{warning}</span>
          </StatusText>
        </p>
      ))}
      <Facts
        facts={[
          { label: text.labels.elementType, value: text.types[row.elementType] },
          { label: text.labels.how, value: row.how },
          { label: text.labels.ownerId, value: row.owner },
          { label: text.columns.lead, value: <Lead row={row} /> },
        ]}
      />
    </>
  );
}
