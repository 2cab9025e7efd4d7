import { Button, Checkbox, FileButton, Group, Select } from '@mantine/core';
import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import { readNumber } from '#shared/domain/assessment-section/figure-numbers.ts';
import type { EditedTable } from '#renderer/components/table-edits.ts';
import { readTableFile, readTableText, type TableFile, type TableSheet } from '#renderer/components/read-table-file.ts';
import { figuresText } from '#renderer/text/figures.ts';
import { looksLikeHeadings, understood } from './table-understood.ts';
import styles from './figures.module.css';

const words = figuresText.bring;
const SHOWN_ROWS = 5;

/** Brings in a table from a file or the clipboard: what was understood is shown first, and nothing is replaced before somebody says so. */
export function BringTable({ onUse }: { readonly onUse: (table: EditedTable) => void }): ReactNode {
  const [read, setRead] = useState<TableFile | null>(null);
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const reset = useRef<() => void>(null);
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    setRead(await readTableFile(file));
    setBusy(false);
    // The same file may be chosen again once it was put right.
    reset.current?.();
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const [file] = event.clipboardData.files;
    const text = event.clipboardData.getData('text/plain');
    if (text !== '') setRead(readTableText(text));
    else if (file !== undefined) void take(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0] ?? null);
  };
  return (
    <section
      className={styles['bring']}
      aria-label={words.title}
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className={styles['bringBar']}>
        <FileButton accept=".csv,.tsv,.txt,.xlsx,.xlsm" onChange={(file) => void take(file)} resetRef={reset}>
          {(props) => (
            <Button {...props} size="compact-sm" variant="default" loading={busy}>
              {words.file}
            </Button>
          )}
        </FileButton>
        <span className={styles['quiet']}>{over ? words.drop : words.paste}</span>
        <input
          className={styles['paste']}
          aria-label={words.pasteLabel}
          placeholder={words.pasteHere}
          value=""
          onChange={() => undefined}
          onPaste={onPaste}
        />
      </div>
      {read !== null && !read.ok && (
        <p className={styles['fault']} role="alert">
          <strong>{words.refused}.</strong> {read.says}
        </p>
      )}
      {read?.ok === true && (
        <Understood
          key={read.sheets.map((sheet) => sheet.name).join()}
          sheets={read.sheets}
          onUse={(table) => {
            setRead(null);
            onUse(table);
          }}
          onLeave={() => setRead(null)}
        />
      )}
    </section>
  );
}

interface UnderstoodProps {
  readonly sheets: readonly TableSheet[];
  readonly onUse: (table: EditedTable) => void;
  readonly onLeave: () => void;
}

function Understood({ sheets, onUse, onLeave }: UnderstoodProps): ReactNode {
  const [chosen, setChosen] = useState(0);
  const rows = sheets[chosen]?.rows ?? [];
  const [said, setSaid] = useState<boolean | null>(null);
  const hasHeadings = said ?? looksLikeHeadings(rows);
  const { table, numbers, unread, fault } = understood(rows, hasHeadings);
  return (
    <div className={styles['understood']} role="region" aria-label={words.understood}>
      {sheets.length > 1 && (
        <Select
          label={words.sheet}
          size="sm"
          allowDeselect={false}
          data={sheets.map((sheet, index) => ({ value: String(index), label: sheet.name }))}
          value={String(chosen)}
          onChange={(value) => {
            setChosen(Number(value));
            setSaid(null);
          }}
          comboboxProps={{ transitionProps: { duration: 0 } }}
        />
      )}
      <Checkbox label={words.headings} checked={hasHeadings} onChange={(event) => setSaid(event.currentTarget.checked)} />
      <p>
        {words.size(table.rows.length, table.columns.length)}. {words.numbers(numbers)}.
        {unread.count > 0 && ` ${words.unread(unread.count, unread.example)}.`}
      </p>
      <div className={styles['sample']}>
        <table aria-label={words.first(Math.min(SHOWN_ROWS, table.rows.length))}>
          <thead>
            <tr>
              {table.columns.map((name, index) => (
                <th key={index} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, SHOWN_ROWS).map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column} data-end={readNumber(cell) !== null && column > 0 ? '' : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fault !== '' && (
        <p className={styles['fault']} role="alert">
          {fault}
        </p>
      )}
      <Group gap="xs">
        <Button size="compact-sm" disabled={fault !== ''} onClick={() => onUse(table)}>
          {words.use}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          {words.leave}
        </Button>
      </Group>
    </div>
  );
}
