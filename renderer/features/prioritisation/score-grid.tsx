import { VisuallyHidden } from '@mantine/core';
import { type ClipboardEvent, Fragment, type KeyboardEvent, memo, type ReactNode, useMemo, useRef, useState } from 'react';
import type { IssueInWork } from '#shared/domain/prioritisation/prioritisation.queries.ts';
import type { RankedIssue } from '#shared/domain/prioritisation/ranking.ts';
import { figureText, rankText } from '#shared/domain/prioritisation/plain-words.ts';
import { scoreName } from '#shared/domain/scoring-matrix/matrix-model.ts';
import type { MatrixFactor, ScoringMatrixBody } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';
import { announce } from '#renderer/app/shell/announce.ts';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { prioritisationText } from '#renderer/text/prioritisation.ts';
import { pastedScores } from './pasted-scores.ts';
import { type Range, TYPED, rangeText, typedRange } from './typed-range.ts';
import type { CellChange } from './use-scores.ts';
import styles from './score-grid.module.css';

const words = prioritisationText.grid;

/** What the pane beside the grid is opened for: an issue, one of its factors, or the crimes counted for it. */
export interface CellOpened {
  readonly issueId: string;
  /** Key of the factor, `crimes`, or empty for the issue itself. */
  readonly column: string;
}

interface ScoreGridProps {
  readonly matrix: ScoringMatrixBody;
  readonly issues: readonly IssueInWork[];
  readonly ranked: ReadonlyMap<string, RankedIssue>;
  readonly mayScore: boolean;
  readonly onSet: (changes: readonly CellChange[]) => void;
  readonly onUndo: () => boolean;
  readonly onOpen: (opened: CellOpened) => void;
  readonly open: CellOpened | null;
  /** Says what does not fit of what was typed or pasted; empty when all is well. */
  readonly onUnfit: (sentences: readonly string[]) => void;
}

interface Typing {
  readonly issueId: string;
  readonly factor: string;
  readonly text: string;
  readonly fits: boolean;
}

/** The scores of all issues, worked from the keyboard: digits score, arrows walk, Enter opens the reason, paste fills from a table. */
export function ScoreGrid({ matrix, issues, ranked, mayScore, onSet, onUndo, onOpen, open, onUnfit }: ScoreGridProps): ReactNode {
  const crimes = matrix.model === 'crime-harm-index';
  const columns = useMemo(() => ['', ...(crimes ? ['crimes'] : []), ...matrix.factors.map((factor) => factor.key)], [crimes, matrix]);
  const factors = useMemo(() => new Map(matrix.factors.map((factor) => [factor.key, factor])), [matrix]);
  const [at, setAt] = useState({ row: 0, column: Math.min(1, columns.length - 1) });
  const [typing, setTyping] = useState<Typing | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const row = Math.min(at.row, Math.max(0, issues.length - 1));

  const move = (toRow: number, toColumn: number): void => {
    const next = {
      row: Math.max(0, Math.min(issues.length - 1, toRow)),
      column: Math.max(0, Math.min(columns.length - 1, toColumn)),
    };
    // What does not fit stays in its cell until it is put right or given up.
    if (typing?.fits === true) setTyping(null);
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.row}/${next.column}"]`)?.focus();
  };
  const type = (issue: IssueInWork, factor: MatrixFactor, text: string): void => {
    const typed = typedRange(text, factor);
    setTyping({ issueId: issue.id, factor: factor.key, text, fits: typed.ok });
    onUnfit(typed.ok ? [] : [`${words.unfit} ${issue.title}. ${typed.why}`]);
    if (typed.ok) onSet([{ issueId: issue.id, factor: factor.key, range: typed.range }]);
  };
  const giveUp = (): void => {
    setTyping(null);
    onUnfit([]);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.target as HTMLElement).closest('[data-at]') === null) return;
    const issue = issues[row];
    const column = columns[at.column] ?? '';
    const factor = factors.get(column);
    if (issue === undefined || event.altKey) return;
    const control = event.ctrlKey || event.metaKey;
    const handled = (): void => event.preventDefault();
    if (control && event.key === 'z' && mayScore) {
      handled();
      giveUp();
      if (onUndo()) announce(words.undone);
      return;
    }
    if (control && (event.key === 'Home' || event.key === 'End')) {
      handled();
      return event.key === 'Home' ? move(0, 0) : move(issues.length - 1, columns.length - 1);
    }
    if (control) return;
    switch (event.key) {
      case 'ArrowUp':
        handled();
        return move(row - 1, at.column);
      case 'ArrowDown':
        handled();
        return move(row + 1, at.column);
      case 'ArrowLeft':
        handled();
        return move(row, at.column - 1);
      case 'ArrowRight':
        handled();
        return move(row, at.column + 1);
      case 'Home':
        handled();
        return move(row, 0);
      case 'End':
        handled();
        return move(row, columns.length - 1);
      case 'Enter':
        handled();
        return onOpen({ issueId: issue.id, column });
      case 'Escape':
        if (typing !== null) {
          handled();
          event.stopPropagation();
          giveUp();
        }
        return;
      case 'Delete':
        if (factor === undefined || !mayScore) return;
        handled();
        return type(issue, factor, '');
      case 'Backspace':
        if (factor === undefined || !mayScore) return;
        handled();
        return type(issue, factor, isTyping(typing, issue.id, column) ? typing.text.slice(0, -1) : '');
    }
    if (factor !== undefined && mayScore && TYPED.test(event.key) && event.key !== ' ') {
      handled();
      type(issue, factor, isTyping(typing, issue.id, column) ? typing.text + event.key : event.key);
    } else if (event.key === ' ' && isTyping(typing, issue.id, column)) {
      handled();
      setTyping({ ...typing, text: `${typing.text} ` });
    }
  };

  const onPaste = (event: ClipboardEvent): void => {
    const factor = columns[at.column] ?? '';
    if (!mayScore || !factors.has(factor)) return;
    event.preventDefault();
    const keys = matrix.factors.map((one) => one.key);
    const pasted = pastedScores(event.clipboardData.getData('text/plain'), {
      issues: issues.slice(row),
      factors: matrix.factors.slice(keys.indexOf(factor)),
    });
    if (pasted.changes.length > 0) {
      onSet(pasted.changes);
      announce(words.pasted(pasted.changes.length));
    }
    setTyping(null);
    onUnfit(
      pasted.unfit.length === 0
        ? []
        : [words.pasteWrong(pasted.unfit.length), ...pasted.unfit.slice(0, 8).map((one) => words.pasteRow(one.line, one.factor, one.text))],
    );
  };

  return (
    <div className={styles['scroll']}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table worked like a sheet is a grid */}
      <table ref={grid} role="grid" aria-label={words.label} className={styles['grid']} onKeyDown={onKeyDown} onPaste={onPaste}>
        <Heads matrix={matrix} crimes={crimes} />
        <tbody>
          {issues.map((issue, index) => (
            <IssueRow
              key={issue.id}
              issue={issue}
              place={index}
              columns={columns}
              factors={factors}
              ranked={ranked.get(issue.id)}
              activeColumn={index === row ? at.column : -1}
              typing={typing?.issueId === issue.id ? typing : null}
              openColumn={open?.issueId === issue.id ? open.column : null}
              onFocus={(column) => setAt({ row: index, column })}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isTyping = (typing: Typing | null, issueId: string, factor: string): typing is Typing =>
  typing !== null && typing.issueId === issueId && typing.factor === factor;

function Heads({ matrix, crimes }: { readonly matrix: ScoringMatrixBody; readonly crimes: boolean }): ReactNode {
  const sections = matrix.factors.reduce<{ section: string; count: number; key: string }[]>((groups, factor) => {
    const last = groups.at(-1);
    if (last?.section === factor.section) last.count += 1;
    else groups.push({ section: factor.section, count: 1, key: factor.key });
    return groups;
  }, []);
  return (
    <thead>
      <tr>
        <th colSpan={3} className={styles['corner']} aria-hidden />
        {crimes && <th aria-hidden />}
        {sections.map((group) => (
          <th key={group.key} colSpan={group.count} scope="colgroup" className={styles['section']}>
            {prioritisationText.sections[group.section]}
          </th>
        ))}
      </tr>
      <tr>
        <th scope="col" className={styles['rank']}>
          {words.rank}
        </th>
        <th scope="col" className={styles['issue']}>
          {words.issue}
        </th>
        <th scope="col" className={styles['score']}>
          {scoreName(matrix.model)}
        </th>
        {crimes && (
          <th scope="col" className={styles['factor']}>
            {words.crimes}
          </th>
        )}
        {matrix.factors.map((factor, index) => (
          <th
            key={factor.key}
            scope="col"
            className={styles['factor']}
            data-first={index > 0 && matrix.factors[index - 1]?.section !== factor.section ? '' : undefined}
            title={factor.help}
          >
            {factor.name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface IssueRowProps {
  readonly issue: IssueInWork;
  readonly place: number;
  readonly columns: readonly string[];
  readonly factors: ReadonlyMap<string, MatrixFactor>;
  readonly ranked: RankedIssue | undefined;
  /** The column the keyboard is in, or -1 when it is in another row. */
  readonly activeColumn: number;
  readonly typing: Typing | null;
  readonly openColumn: string | null;
  readonly onFocus: (column: number) => void;
  readonly onOpen: (opened: CellOpened) => void;
}

/** One issue; drawn again only when something of it changed. */
const IssueRow = memo(
  function IssueRow(props: IssueRowProps): ReactNode {
    const { issue, place, columns, factors, ranked, activeColumn, typing, openColumn, onFocus, onOpen } = props;
    const scores = new Map(issue.scores.map((score) => [score.factor, score]));
    const cell = (column: string, index: number) => ({
      'data-at': `${place}/${index}`,
      tabIndex: activeColumn === index ? 0 : -1,
      'data-open': openColumn === column ? '' : undefined,
      onFocus: () => onFocus(index),
      onDoubleClick: () => onOpen({ issueId: issue.id, column }),
    });
    return (
      <tr data-outcome={issue.state}>
        <td className={styles['rank']}>{ranked === undefined ? '' : rankText(ranked)}</td>
        {columns.map((column, index) => {
          if (column === '')
            return (
              <Fragment key={column}>
                <th
                  scope="row"
                  {...cell(column, index)}
                  className={styles['issue']}
                  onClick={() => onOpen({ issueId: issue.id, column })}
                  title={issue.title}
                >
                  <span className={styles['named']}>
                    {issue.policeOnly && <PoliceOnly />}
                    <span className={styles['name']}>{issue.title}</span>
                    {issue.otherKeyThreat && (
                      <span className={styles['threat']} title={prioritisationText.otherKeyThreat}>
                        {words.threat}
                      </span>
                    )}
                  </span>
                </th>
                <td className={styles['score']} aria-live="off">
                  {ranked?.score == null ? (
                    <span className={styles['partly']}>{words.partly(ranked?.scored ?? 0, ranked?.needed ?? 0)}</span>
                  ) : (
                    figureText(ranked.score)
                  )}
                </td>
              </Fragment>
            );
          if (column === 'crimes')
            return (
              <td key={column} {...cell(column, index)} className={styles['cell']}>
                {issue.offences.length === 0 ? '' : words.crimeLines(issue.offences.length)}
              </td>
            );
          const score = scores.get(column);
          const factor = factors.get(column);
          const typed = typing !== null && typing.factor === column ? typing : null;
          const first = index > 0 && factor !== undefined && factors.get(columns[index - 1] ?? '')?.section !== factor.section;
          return (
            <td
              key={column}
              {...cell(column, index)}
              className={styles['cell']}
              data-first={first ? '' : undefined}
              data-unfit={typed?.fits === false ? '' : undefined}
              data-ungrounded={score !== undefined && (score.reason === '' || score.source === '') ? '' : undefined}
              aria-invalid={typed?.fits === false || undefined}
              title={score === undefined || score.reason === '' ? undefined : score.reason}
            >
              {typed !== null ? <span className={styles['typed']}>{typed.text}</span> : score === undefined ? '' : <Scored score={score} />}
            </td>
          );
        })}
      </tr>
    );
  },
  (before, after) =>
    before.issue === after.issue &&
    before.place === after.place &&
    before.columns === after.columns &&
    before.factors === after.factors &&
    before.activeColumn === after.activeColumn &&
    before.typing === after.typing &&
    before.openColumn === after.openColumn &&
    before.ranked?.rank === after.ranked?.rank &&
    before.ranked?.tied === after.ranked?.tied &&
    before.ranked?.score === after.ranked?.score &&
    before.ranked?.scored === after.ranked?.scored,
);

function Scored({ score }: { readonly score: Range & { readonly reason: string; readonly source: string } }): ReactNode {
  const { likely, around } = rangeText(score);
  return (
    <>
      <span className={styles['likely']}>{likely}</span>
      {around !== '' && <span className={styles['around']}> {around}</span>}
      {(score.reason === '' || score.source === '') && <VisuallyHidden> {words.missing}</VisuallyHidden>}
    </>
  );
}
