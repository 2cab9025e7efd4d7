import { type ReactNode, useState } from 'react';
import type { MatricesView as Matrices, MatrixRow } from '#shared/domain/scoring-matrix/scoring-matrix.queries.ts';
import { useCommand, useView } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { View } from '#renderer/components/view.tsx';
import { matricesText as words } from '#renderer/text/matrices.ts';
import { MatrixDetails } from './matrix-details.tsx';
import styles from './matrices.module.css';

const COLUMNS: readonly Column<MatrixRow>[] = [
  {
    id: 'name',
    title: words.columns.name,
    width: 20,
    grow: true,
    value: (row) => row.name,
    cell: (row) => <span title={row.name}>{row.name}</span>,
  },
  { id: 'version', title: words.columns.version, width: 5, align: 'end', value: (row) => row.version },
  { id: 'model', title: words.columns.model, width: 14, value: (row) => words.models[row.model] ?? row.model },
  { id: 'factors', title: words.columns.factors, width: 5.5, align: 'end', value: (row) => row.factors },
  {
    id: 'weights',
    title: words.columns.weights,
    width: 6,
    align: 'end',
    value: (row) => row.weights,
    cell: (row) => (row.weights === 0 ? '' : row.weights.toLocaleString('en-GB')),
  },
  {
    id: 'state',
    title: words.columns.state,
    width: 7,
    value: (row) => row.state,
    cell: (row) => <StatusText tone={row.state === 'in-use' ? 'good' : 'quiet'}>{words.states[row.state] ?? row.state}</StatusText>,
  },
];

/** The matrices of the force and those Cordon brings along (duty 94). */
export function MatricesView({ shown, onShow }: { readonly shown: string; readonly onShow: (matrixId: string) => void }): ReactNode {
  const view = useView('scoring-matrices', {});
  return <View of={view}>{(matrices) => <Shown matrices={matrices} shown={shown} onShow={onShow} />}</View>;
}

function Shown({
  matrices,
  shown,
  onShow,
}: {
  readonly matrices: Matrices;
  readonly shown: string;
  readonly onShow: (matrixId: string) => void;
}): ReactNode {
  const { run, busy, refusals } = useCommand('scoring-matrix.adopt');
  const [adopting, setAdopting] = useState('');
  const offered = matrices.presets.filter((preset) => !preset.adopted);
  const adopt = async (preset: (typeof offered)[number]['id']): Promise<void> => {
    setAdopting(preset);
    const result = await run({ preset });
    if (!result.ok) return;
    acknowledge(words.adopted);
    onShow(result.value.matrixId);
  };
  return (
    <>
      <p className={styles['intro']}>{words.intro}</p>
      {offered.length > 0 && (
        <section className={styles['presets']} aria-label={words.presets}>
          <h2 className={styles['heading']}>{words.presets}</h2>
          <ul className={styles['list']}>
            {offered.map((preset) => (
              <li key={preset.id}>
                <div>
                  <strong>{preset.name}</strong>
                  <p className={styles['dimmed']}>{preset.origin}</p>
                </div>
                <RuleButton
                  size="compact-sm"
                  variant="default"
                  why={matrices.keep}
                  loading={busy && adopting === preset.id}
                  onClick={() => void adopt(preset.id)}
                >
                  {words.adopt}
                </RuleButton>
              </li>
            ))}
          </ul>
          <RefusalNote refusals={refusals} />
        </section>
      )}
      <div className={styles['table']}>
        <DataTable
          name="scoring-matrices"
          label={words.label}
          rows={matrices.rows}
          columns={COLUMNS}
          noun={words.noun}
          onOpen={(row) => onShow(row.id)}
          openId={shown}
          rowState={(row) => (row.state === 'retired' ? 'superseded' : undefined)}
          empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>}
        />
      </div>
      {shown !== '' && <MatrixDetails key={shown} matrixId={shown} onShow={onShow} />}
    </>
  );
}
