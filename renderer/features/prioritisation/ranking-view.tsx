import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { PrioritisationPage } from '#shared/domain/prioritisation/prioritisation.queries.ts';
import { orderChanges } from '#shared/domain/prioritisation/order-changes.ts';
import {
  changeText,
  figureText,
  rankRangeText,
  rankText,
  shareText,
  simulationInWords,
} from '#shared/domain/prioritisation/plain-words.ts';
import type { RankedIssue } from '#shared/domain/prioritisation/ranking.ts';
import { riskPlot } from '#shared/domain/prioritisation/risk-plot.ts';
import type { SimulatedIssue } from '#shared/domain/prioritisation/simulation.ts';
import { scoreName } from '#shared/domain/scoring-matrix/matrix-model.ts';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { prioritisationText } from '#renderer/text/prioritisation.ts';
import { OutcomeState } from './outcome-state.tsx';
import { RiskPlotPicture } from './risk-plot-picture.tsx';
import type { SimulationState } from './use-simulation.ts';
import styles from './ranking.module.css';

const words = prioritisationText.ranking;
const FIRST_CHANGES = 8;

type Row = RankedIssue & { readonly run: SimulatedIssue | undefined; readonly state: string };

interface RankingViewProps {
  readonly page: PrioritisationPage;
  readonly ranked: readonly RankedIssue[];
  readonly simulation: SimulationState;
  readonly onOpen: (issueId: string) => void;
}

/** The ranking with what the simulation says of it, the plot, and what would change the order, in plain words (duty 94). */
export function RankingView({ page, ranked, simulation, onOpen }: RankingViewProps): ReactNode {
  const rows: readonly Row[] = ranked.map((one) => ({
    ...one,
    run: simulation.figures.get(one.id),
    state: page.issuesInWork.find((issue) => issue.id === one.id)?.state ?? '',
  }));
  const columns = useMemo(() => columnsOf(page), [page]);
  const plot = useMemo(() => riskPlot(page.matrix, ranked), [page.matrix, ranked]);
  return (
    <div className={styles['view']}>
      <DataTable
        name="ranking"
        label={words.label}
        rows={rows}
        columns={columns}
        noun={words.noun}
        sortedBy={{ column: 'rank' }}
        onOpen={(row) => onOpen(row.id)}
        inFlow
        empty={<EmptyState title={prioritisationText.empty.issues} />}
      />
      <p className={styles['note']} role="status">
        {simulationInWords(page.runs, page.top)}{' '}
        <span className={styles['dimmed']}>
          {simulation.percent < 100 ? words.simulating(simulation.percent) : words.simulated(page.runs, page.seed)}
        </span>
      </p>
      <div className={styles['pair']}>
        <section>
          <h2 className={styles['heading']}>{words.plot}</h2>
          {plot.points.length === 0 ? (
            <p className={styles['dimmed']}>{words.notComplete}</p>
          ) : (
            <>
              <RiskPlotPicture plot={plot} onOpen={onOpen} />
              <p className={styles['dimmed']}>{words.plotHelp}</p>
            </>
          )}
        </section>
        <OrderChanges page={page} />
      </div>
    </div>
  );
}

function OrderChanges({ page }: { readonly page: PrioritisationPage }): ReactNode {
  const [all, setAll] = useState(false);
  const changes = useMemo(() => orderChanges(page.matrix, page.issuesInWork, page.top), [page]);
  return (
    <section>
      <h2 className={styles['heading']}>{words.changes}</h2>
      {changes.length === 0 ? (
        <p className={styles['dimmed']}>{words.noChange}</p>
      ) : (
        <ul className={styles['changes']}>
          {changes.slice(0, all ? changes.length : FIRST_CHANGES).map((change) => (
            <li key={change.id} data-top={change.crossesTop === '' ? undefined : ''}>
              {changeText(change, page.top)}
            </li>
          ))}
        </ul>
      )}
      {!all && changes.length > FIRST_CHANGES && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {words.more(changes.length - FIRST_CHANGES)}
        </Button>
      )}
    </section>
  );
}

const LAST = Number.MAX_SAFE_INTEGER;

function columnsOf({ matrix, top }: PrioritisationPage): readonly Column<Row>[] {
  const positioned = matrix.factors.some((factor) => factor.section === 'position');
  const columns: readonly (Column<Row> | null)[] = [
    {
      id: 'rank',
      title: words.rank,
      width: 4,
      align: 'end',
      value: (row) => row.rank ?? LAST,
      cell: (row) => rankText(row),
      text: rankText,
    },
    {
      id: 'issue',
      title: words.issue,
      width: 15,
      grow: true,
      value: (row) => row.title,
      cell: (row) => <span title={row.title}>{row.title}</span>,
    },
    {
      id: 'score',
      title: scoreName(matrix.model),
      width: 4.5,
      align: 'end',
      value: (row) => row.score ?? -1,
      cell: (row) =>
        row.score === null ? (
          <span className={styles['dimmed']}>{prioritisationText.grid.partly(row.scored, row.needed)}</span>
        ) : (
          <strong>{figureText(row.score)}</strong>
        ),
      text: (row) => (row.score === null ? '' : figureText(row.score)),
    },
    {
      id: 'range',
      title: words.range,
      width: 7,
      align: 'end',
      value: (row) => row.highest ?? -1,
      cell: (row) => spanText(row),
      text: spanText,
    },
    {
      id: 'top',
      title: words.top(top),
      width: 8,
      align: 'end',
      value: (row) => row.run?.topShare ?? -1,
      cell: (row) => (row.run === undefined ? '' : <Share share={row.run.topShare} />),
      text: (row) => (row.run === undefined ? '' : shareText(row.run.topShare)),
    },
    {
      id: 'rank-range',
      title: words.rankRange,
      width: 7,
      value: (row) => row.run?.rankMiddle ?? LAST,
      cell: (row) => (row.run === undefined ? '' : rankRangeText(row.run)),
      text: (row) => (row.run === undefined ? '' : rankRangeText(row.run)),
    },
    positioned
      ? {
          id: 'position',
          title: words.position,
          width: 5.5,
          align: 'end',
          value: (row) => row.position ?? -1,
          cell: (row) => positionText(row),
          text: positionText,
        }
      : null,
    {
      id: 'confidence',
      title: words.confidence,
      width: 9.5,
      value: (row) => row.confidence ?? -1,
      cell: (row) =>
        row.confidence === null ? (
          ''
        ) : row.lowConfidence ? (
          <StatusText tone="attention">{words.lowConfidence}</StatusText>
        ) : (
          confidenceWord(matrix, row.confidence)
        ),
      text: (row) => (row.confidence === null ? '' : row.lowConfidence ? words.lowConfidence : confidenceWord(matrix, row.confidence)),
    },
    {
      id: 'outcome',
      title: prioritisationText.pane.outcome,
      width: 8,
      value: (row) => row.state,
      cell: (row) => <OutcomeState state={row.state} />,
      text: (row) => prioritisationText.outcomes.short[row.state] ?? row.state,
    },
  ];
  return columns.flatMap((column) => column ?? []);
}

const spanText = (row: Row): string =>
  row.lowest === null || row.highest === null ? '' : `${figureText(row.lowest)} – ${figureText(row.highest)}`;
const positionText = (row: Row): string => (row.position === null ? '' : words.of(figureText(row.position), String(row.positionMost)));

function confidenceWord(matrix: PrioritisationPage['matrix'], value: number): string {
  const levels = matrix.factors.find((factor) => factor.section === 'confidence')?.levels ?? [];
  const [nearest] = [...levels].sort((a, b) => Math.abs(a.value - value) - Math.abs(b.value - value));
  return nearest?.meaning.split(':')[0] ?? String(value);
}

/** A share in words with a bar that repeats it for the eye. */
function Share({ share }: { readonly share: number }): ReactNode {
  return (
    <span className={styles['share']}>
      <span className={styles['bar']} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {shareText(share)}
    </span>
  );
}
