import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCopy, IconX } from '@tabler/icons-react';
import {
  columnSizingFeature,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { appText } from '#renderer/text/app.ts';
import { acknowledge } from './acknowledge.ts';
import { copyText } from './copy-text.ts';
import { compareCells } from './compare-cells.ts';
import styles from './data-table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** What the column is sorted by and, without `cell` and `text`, shows: a number, a stored day or instant, or words. */
  readonly value: (row: Row) => string | number;
  readonly cell?: (row: Row) => ReactNode;
  /** What "Copy as text" writes; `value` when left out. */
  readonly text?: (row: Row) => string;
  /** Width in rem to begin with. The column with `grow` takes what is left. */
  readonly width: number;
  readonly grow?: boolean;
  readonly align?: 'end';
}

export interface TableFilter {
  readonly id: string;
  /** In words: `Owner is DI Patel`. */
  readonly words: string;
  readonly remove: () => void;
}

export interface DataTableProps<Row extends { readonly id: string }> {
  /** Under this name sort order and column widths are remembered until Cordon ends. */
  readonly name: string;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** `['action', 'actions']` for the sentence that says how many. */
  readonly noun: readonly [one: string, many: string];
  /** How many there are before filtering, when more than `rows`. */
  readonly total?: number;
  readonly sortedBy?: { readonly column: string; readonly descending?: boolean };
  readonly filters?: readonly TableFilter[];
  /** Enter or a click on a row. */
  readonly onOpen?: (row: Row) => void;
  readonly openId?: string;
  /** Shown instead of an empty table. */
  readonly empty?: ReactNode;
  /** Rows of 26 px instead of 32. */
  readonly compact?: boolean;
  /** Says of a row what the eye should catch: it is overdue, or superseded. */
  readonly rowState?: (row: Row) => 'overdue' | 'superseded' | undefined;
  /** Grows with its rows instead of filling the page: for a short list among other things. */
  readonly inFlow?: boolean;
}

const features = tableFeatures({ rowSortingFeature, columnSizingFeature, sortedRowModel: createSortedRowModel(), sortFns: {} });
const LEAST_REM = 3;

interface Remembered {
  readonly sorting: SortingState;
  readonly widths: Readonly<Record<string, number>>;
}
const remembered = new Map<string, Remembered>();

/**
 * A dense list: says how many, how sorted and how filtered; arrow keys walk the rows, Enter opens one, column borders move
 * by pointer or arrow keys; only the rows in view are drawn, so 10,000 scroll smoothly.
 */
export function DataTable<Row extends { readonly id: string }>(props: DataTableProps<Row>): ReactNode {
  const {
    name,
    label,
    rows,
    columns,
    noun,
    total = rows.length,
    sortedBy,
    filters = [],
    onOpen,
    openId,
    empty,
    compact = false,
    rowState,
    inFlow = false,
  } = props;
  const before = remembered.get(name);
  const [sorting, setSorting] = useState<SortingState>(
    before?.sorting ?? (sortedBy ? [{ id: sortedBy.column, desc: sortedBy.descending ?? false }] : []),
  );
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>(before?.widths ?? {});
  useEffect(() => {
    remembered.set(name, { sorting, widths });
  }, [name, sorting, widths]);

  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.title,
        accessorFn: (row: Row) => column.value(row),
        sortFn: (a: { original: Row }, b: { original: Row }) => compareCells(column.value(a.original), column.value(b.original)),
      })),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows as Row[],
    getRowId: (row: Row) => row.id,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange: (next) => setSorting((now) => (typeof next === 'function' ? next(now) : next)),
  });
  const sorted = table.getRowModel().rows;

  const pixels = useRem();
  const rowHeight = Math.round((compact ? 1.625 : 2) * pixels);
  const scroller = useRef<HTMLDivElement>(null);
  // The virtualiser hands out functions of its own; nothing that depends on them is memoised here.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => sorted[index]?.id ?? index,
    overscan: 12,
  });
  useEffect(() => virtual.measure(), [rowHeight, virtual]);

  const base = useId();
  const [activeId, setActiveId] = useState<string | null>(null);
  const activeIndex = sorted.findIndex((row) => row.id === (activeId ?? openId));
  const walkTo = (index: number): void => {
    const row = sorted[Math.max(0, Math.min(sorted.length - 1, index))];
    if (!row) return;
    setActiveId(row.id);
    virtual.scrollToIndex(sorted.indexOf(row), { align: 'auto' });
    scroller.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if ((event.target as HTMLElement).closest('button, a, input, [role="separator"]')) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex < 0 ? 0 : activeIndex - 1,
      Home: 0,
      End: sorted.length - 1,
      PageDown: activeIndex + page,
      PageUp: activeIndex - page,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      walkTo(step);
    } else if (event.key === 'Enter') {
      const row = sorted[activeIndex];
      if (row && onOpen) {
        event.preventDefault();
        onOpen(row.original);
      }
    }
  };

  const sort = sorting[0];
  const sortTitle = columns.find((column) => column.id === sort?.id)?.title;
  const copy = (): void => {
    const lines = sorted.map((row) =>
      columns.map((column) => (column.text?.(row.original) ?? String(column.value(row.original))).replace(/[\t\n]+/g, ' ')).join('\t'),
    );
    if (copyText([columns.map((column) => column.title).join('\t'), ...lines].join('\n')))
      acknowledge(appText.components.copied(sorted.length));
  };
  const style = {
    '--columns': columns
      .map((column) => (column.grow ? `minmax(${widths[column.id] ?? column.width}rem, 1fr)` : `${widths[column.id] ?? column.width}rem`))
      .join(' '),
    '--row-height': `${rowHeight}px`,
  } as CSSProperties;

  if (rows.length === 0 && filters.length === 0 && empty !== undefined) return empty;
  return (
    <div className={styles['root']} style={style} data-in-flow={inFlow || undefined}>
      <div className={styles['bar']}>
        <p className={styles['count']}>
          {appText.components.rows(rows.length, total, noun[0], noun[1])}
          {rows.length > 1 && (
            <>, {sort && sortTitle !== undefined ? appText.components.sortedBy(sortTitle, sort.desc) : appText.components.unsorted}</>
          )}
        </p>
        {filters.length > 0 && (
          <ul className={styles['filters']} aria-label={appText.components.filtersLabel}>
            {filters.map((filter) => (
              <li key={filter.id}>
                <button
                  type="button"
                  className={styles['filter']}
                  onClick={filter.remove}
                  aria-label={appText.components.removeFilter(filter.words)}
                >
                  {filter.words} <IconX size="0.75rem" stroke={2} aria-hidden />
                </button>
              </li>
            ))}
            {filters.length > 1 && (
              <li>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => {
                    for (const filter of filters) filter.remove();
                  }}
                >
                  {appText.components.clearFilters}
                </Button>
              </li>
            )}
          </ul>
        )}
        <Tooltip label={appText.components.copyTable}>
          <ActionIcon
            className={styles['copy']}
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={appText.components.copyTable}
            onClick={copy}
            data-print="no"
          >
            <IconCopy size="1rem" stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div
        ref={scroller}
        className={styles['scroller']}
        role="grid"
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={activeIndex >= 0 ? `${base}-${sorted[activeIndex]?.id}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.target === event.currentTarget && activeIndex < 0) walkTo(0);
        }}
      >
        <div className={styles['head']} role="row" aria-rowindex={1} tabIndex={-1}>
          {columns.map((column) => (
            <div
              key={column.id}
              className={styles['title']}
              role="columnheader"
              tabIndex={-1}
              data-align={column.align}
              aria-sort={sort?.id === column.id ? (sort.desc ? 'descending' : 'ascending') : 'none'}
            >
              <button
                type="button"
                className={styles['sort']}
                title={appText.components.sortBy(column.title)}
                onClick={() => setSorting([{ id: column.id, desc: sort?.id === column.id && !sort.desc }])}
              >
                {column.title}
                <span aria-hidden className={styles['arrow']}>
                  {sort?.id === column.id ? (sort.desc ? '▼' : '▲') : ''}
                </span>
              </button>
              <ColumnBorder
                title={column.title}
                width={widths[column.id] ?? column.width}
                pixels={pixels}
                onWidth={(width) => setWidths((now) => ({ ...now, [column.id]: width }))}
              />
            </div>
          ))}
        </div>
        <div className={styles['body']} role="rowgroup" style={{ height: `${virtual.getTotalSize()}px` }}>
          {virtual.getVirtualItems().map((item) => {
            const row = sorted[item.index];
            if (!row) return null;
            return (
              // The grid keeps the focus and has the keys; the row is pointed at by aria-activedescendant.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <div
                key={row.id}
                tabIndex={-1}
                id={`${base}-${row.id}`}
                className={styles['row']}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={row.id === openId}
                data-active={item.index === activeIndex || undefined}
                data-opens={onOpen ? '' : undefined}
                data-state={rowState?.(row.original)}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={(event) => {
                  setActiveId(row.id);
                  if (!(event.target as HTMLElement).closest('button, a, input')) onOpen?.(row.original);
                }}
              >
                {columns.map((column) => {
                  const text = column.text?.(row.original) ?? column.value(row.original);
                  return (
                    <div
                      key={column.id}
                      className={styles['cell']}
                      role="gridcell"
                      tabIndex={-1}
                      data-align={column.align}
                      title={column.cell ? undefined : String(text)}
                    >
                      {column.cell ? column.cell(row.original) : text}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function ColumnBorder({
  title,
  width,
  pixels,
  onWidth,
}: {
  readonly title: string;
  readonly width: number;
  readonly pixels: number;
  readonly onWidth: (width: number) => void;
}): ReactNode {
  return (
    <div
      className={styles['border']}
      role="separator"
      aria-orientation="vertical"
      aria-label={appText.components.resizeColumn(title)}
      aria-valuenow={Math.round(width)}
      aria-valuemin={LEAST_REM}
      aria-valuemax={80}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        onWidth(Math.max(LEAST_REM, width + (event.key === 'ArrowRight' ? 1 : -1)));
      }}
      onPointerDown={(event) => {
        const target = event.currentTarget;
        const from = event.clientX;
        // A growing column is wider than its least width: dragging begins from what is seen.
        const seen = (target.parentElement?.getBoundingClientRect().width ?? width * pixels) / pixels;
        target.setPointerCapture(event.pointerId);
        const move = (moved: globalThis.PointerEvent): void => onWidth(Math.max(LEAST_REM, seen + (moved.clientX - from) / pixels));
        target.addEventListener('pointermove', move);
        target.addEventListener('lostpointercapture', () => target.removeEventListener('pointermove', move), { once: true });
      }}
    />
  );
}

/** Pixels of one rem; follows zoom and the size of the screen. */
function useRem(): number {
  const [pixels, setPixels] = useState(16);
  useEffect(() => {
    const measure = (): void => setPixels(Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return pixels;
}
