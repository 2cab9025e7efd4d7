import { Button } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { tableEditorText as words } from '#renderer/text/figures.ts';
import { acknowledge } from './acknowledge.ts';
import { copyText } from './copy-text.ts';
import { readTableText } from './read-table-file.ts';
import { cellAt, type Place, type TableSize, withBlock, withCell, withColumn, withoutColumn, withoutRow, withRow } from './table-edits.ts';
import type { TableHistory } from './table-history.ts';
import styles from './table-editor.module.css';

interface TableEditorProps {
  readonly label: string;
  readonly history: TableHistory;
  readonly most: TableSize;
  readonly longestCell: number;
  /** Whether a cell reads as a number: then it ends at the right. */
  readonly isNumber: (cell: string) => boolean;
  readonly id?: string;
}

/** Height of a row in rem, as the style sheet has it; only the rows in view are in the document. */
const ROW_REM = 1.75;
const ROWS_AROUND = 12;
const ROWS_IN_VIEW = 12;
const PAGE = 10;

const rootFontSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** A table edited by keyboard as in a spreadsheet: arrows, Enter, Tab, typing, Delete, a block pasted, rows and columns added and removed, undo. */
export function TableEditor({ label, history, most, longestCell, isNumber, id }: TableEditorProps): ReactNode {
  const { table, change, undo, redo, canUndo, canRedo } = history;
  const helpId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ row: table.rows.length === 0 ? -1 : 0, column: 0 });
  const [typed, setTyped] = useState<string | null>(null);
  /** The cell was left by a key, which has said already what becomes of it; the focus going elsewhere says nothing more. */
  const isLeft = useRef(false);
  const begin = (text: string): void => {
    isLeft.current = false;
    setTyped(text);
  };
  const leave = (): void => {
    isLeft.current = true;
    setTyped(null);
    grid.current?.focus();
  };
  const [top, setTop] = useState(0);
  const [hasFocus, setHasFocus] = useState(false);

  const at: Place = { row: Math.min(place.row, table.rows.length - 1), column: Math.min(place.column, table.columns.length - 1) };
  const cellId = (one: Place): string => `${helpId}-${one.row}-${one.column}`;
  const first = Math.max(0, Math.min(Math.floor(top / ROW_REM), table.rows.length) - ROWS_AROUND);
  const last = Math.min(table.rows.length, first + ROWS_IN_VIEW + 2 * ROWS_AROUND);
  const shown = table.rows.slice(first, last);

  const keepInView = ({ row }: Place): void => {
    const box = scroller.current;
    if (box === null) return;
    const rem = rootFontSize();
    const [begins, ends] = [Math.max(row, 0) * ROW_REM * rem, (row + 2) * ROW_REM * rem];
    if (begins < box.scrollTop) box.scrollTop = begins;
    else if (ends > box.scrollTop + box.clientHeight) box.scrollTop = ends - box.clientHeight;
  };
  const go = (next: Place): void => {
    const to = {
      row: Math.max(-1, Math.min(next.row, table.rows.length - 1)),
      column: Math.max(0, Math.min(next.column, table.columns.length - 1)),
    };
    setPlace(to);
    keepInView(to);
  };
  useEffect(() => {
    document.getElementById(cellId(at))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  /** What was typed becomes the cell's; then on, by so much. */
  const finish = (step: Place): void => {
    let next = typed === null || typed === cellAt(table, at) ? table : withCell(table, at, typed.trim());
    const goesBelow = at.row + step.row >= next.rows.length && step.row > 0 && next.rows.length < most.rows;
    if (goesBelow && typed !== null) next = withRow(next, next.rows.length - 1);
    if (next !== table) change(next);
    const to = { row: Math.max(-1, at.row + step.row), column: Math.max(0, Math.min(at.column + step.column, next.columns.length - 1)) };
    setPlace({ ...to, row: Math.min(to.row, next.rows.length - 1) });
    keepInView(to);
    leave();
  };

  /** The next cell across, and on to the next row; null where Tab leaves the table. */
  const across = (back: boolean): Place | null => {
    const width = table.columns.length;
    const next = (at.row + 1) * width + at.column + (back ? -1 : 1);
    return next < 0 || next >= (table.rows.length + 1) * width ? null : { row: Math.floor(next / width) - 1, column: next % width };
  };

  const move = (event: KeyboardEvent): Place | null => {
    const far = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'ArrowUp':
        return { ...at, row: far ? -1 : at.row - 1 };
      case 'ArrowDown':
        return { ...at, row: far ? table.rows.length - 1 : at.row + 1 };
      case 'ArrowLeft':
        return { ...at, column: far ? 0 : at.column - 1 };
      case 'ArrowRight':
        return { ...at, column: far ? table.columns.length - 1 : at.column + 1 };
      case 'Home':
        return { row: far ? -1 : at.row, column: 0 };
      case 'End':
        return { row: far ? table.rows.length - 1 : at.row, column: table.columns.length - 1 };
      case 'PageUp':
        return { ...at, row: at.row - PAGE };
      case 'PageDown':
        return { ...at, row: at.row + PAGE };
      case 'Tab':
        return across(event.shiftKey);
      default:
        return null;
    }
  };

  const onGridKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const next = move(event);
    const held = event.ctrlKey || event.metaKey;
    if (next !== null) go(next);
    else if (event.key === 'Enter' || event.key === 'F2') begin(cellAt(table, at));
    else if (event.key === 'Delete' || event.key === 'Backspace') change(withCell(table, at, ''));
    else if (held && event.key.toLowerCase() === 'z') (event.shiftKey ? redo : undo)();
    else if (held && event.key.toLowerCase() === 'y') redo();
    else if (event.key.length === 1 && !held && !event.altKey && event.key !== ' ') begin(event.key);
    else return;
    event.preventDefault();
  };

  const onCellKey = (event: KeyboardEvent): void => {
    const step =
      event.key === 'Enter' || event.key === 'ArrowDown'
        ? { row: 1, column: 0 }
        : event.key === 'ArrowUp'
          ? { row: -1, column: 0 }
          : event.key === 'Tab'
            ? { row: 0, column: event.shiftKey ? -1 : 1 }
            : null;
    if (step !== null) finish(step);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    if (text === '' || (typed !== null && !/[\t\n]/.test(text.trimEnd()))) return;
    const read = readTableText(text);
    if (!read.ok) return;
    event.preventDefault();
    const block = (read.sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').slice(0, longestCell)));
    const pasted = withBlock(table, at, block, most, words.column);
    change(pasted.table);
    if (pasted.isCut) acknowledge(words.full(most.rows, most.columns));
    leave();
  };

  const cellContent = (one: Place, text: string): ReactNode =>
    typed !== null && one.row === at.row && one.column === at.column ? (
      <input
        aria-label={one.row === -1 ? words.heading(one.column + 1) : words.cell(one.row + 1, table.columns[one.column] ?? '')}
        value={typed}
        maxLength={longestCell}
        // biome-ignore lint/a11y/noAutofocus: who begins to type in a cell is there already
        autoFocus
        // Escape here steps back from the cell, not from the dialogue around it.
        data-mantine-stop-propagation="true"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onCellKey}
        onBlur={() => {
          if (isLeft.current) return;
          if (typed !== cellAt(table, at)) change(withCell(table, at, typed.trim()));
          setTyped(null);
        }}
      />
    ) : (
      text
    );
  const cellProps = (one: Place) => ({
    id: cellId(one),
    'aria-colindex': one.column + 2,
    'aria-selected': hasFocus && one.row === at.row && one.column === at.column,
    onMouseDown: () => {
      if (typed === null) setPlace(one);
    },
    onDoubleClick: () => {
      setPlace(one);
      begin(cellAt(table, one));
    },
  });

  return (
    <div className={styles['root']}>
      <div className={styles['bar']}>
        <EditorButton does={() => change(withRow(table, at.row))} off={table.rows.length >= most.rows} says={words.addRow} />
        <EditorButton
          does={() => change(withColumn(table, at.column, words.column(table.columns.length + 1)))}
          off={table.columns.length >= most.columns}
          says={words.addColumn}
        />
        <EditorButton does={() => change(withoutRow(table, at.row))} off={at.row < 0} says={words.removeRow} />
        <EditorButton does={() => change(withoutColumn(table, at.column))} off={table.columns.length < 2} says={words.removeColumn} />
        <EditorButton does={undo} off={!canUndo} says={words.undo} />
        <EditorButton does={redo} off={!canRedo} says={words.redo} />
        <EditorButton
          does={() => {
            const text = [table.columns, ...table.rows].map((row) => row.join('\t')).join('\n');
            if (copyText(text)) acknowledge(words.copied);
          }}
          off={false}
          says={words.copy}
        />
        <span className={styles['size']}>{words.size(table.rows.length, table.columns.length)}</span>
      </div>
      <div ref={scroller} className={styles['scroll']} onScroll={(event) => setTop(event.currentTarget.scrollTop / rootFontSize())}>
        <table
          ref={grid}
          id={id}
          className={styles['table']}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are gone through by keyboard is a grid
          role="grid"
          aria-label={label}
          aria-describedby={helpId}
          aria-rowcount={table.rows.length + 1}
          aria-colcount={table.columns.length + 1}
          aria-activedescendant={cellId(at)}
          tabIndex={0}
          onKeyDown={onGridKey}
          onPaste={onPaste}
          onFocus={() => setHasFocus(true)}
          onBlur={() => setHasFocus(false)}
        >
          <thead>
            <tr aria-rowindex={1}>
              <td className={styles['number']} />
              {table.columns.map((heading, column) => (
                <th key={column} scope="col" {...cellProps({ row: -1, column })}>
                  {cellContent({ row: -1, column }, heading)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 && <Spacer rows={first} columns={table.columns.length + 1} />}
            {shown.map((cells, index) => {
              const row = first + index;
              return (
                <tr key={row} aria-rowindex={row + 2}>
                  <th className={styles['number']} scope="row">
                    {row + 1}
                  </th>
                  {cells.map((cell, column) => (
                    <td key={column} data-number={isNumber(cell) ? '' : undefined} {...cellProps({ row, column })}>
                      {cellContent({ row, column }, cell)}
                    </td>
                  ))}
                </tr>
              );
            })}
            {last < table.rows.length && <Spacer rows={table.rows.length - last} columns={table.columns.length + 1} />}
          </tbody>
        </table>
      </div>
      <p id={helpId} className={styles['help']}>
        {words.help}
      </p>
    </div>
  );
}

/** Room for rows that are not in the document just now. */
function Spacer({ rows, columns }: { readonly rows: number; readonly columns: number }): ReactNode {
  return (
    <tr className={styles['spacer']} aria-hidden style={{ height: `${rows * ROW_REM}rem` }}>
      <td colSpan={columns} />
    </tr>
  );
}

function EditorButton({ does, off, says }: { readonly does: () => void; readonly off: boolean; readonly says: string }): ReactNode {
  return (
    <Button size="compact-sm" variant="default" disabled={off} onClick={does}>
      {says}
    </Button>
  );
}
