import { Button, Checkbox, FileInput, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { MatrixPage } from '#shared/domain/scoring-matrix/scoring-matrix.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { DayField } from '#renderer/components/day-field.tsx';
import { errorOf } from '#renderer/components/field.tsx';
import { type TableFile, type TableSheet, readTableFile, readTableText } from '#renderer/components/read-table-file.ts';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { appText } from '#renderer/text/app.ts';
import { matricesText } from '#renderer/text/matrices.ts';
import { type WeightColumns, guessColumns, mapWeights } from './map-weights.ts';
import styles from './matrices.module.css';

const words = matricesText.weightsImport;
const WRONG_SHOWN = 8;
const combobox = { transitionProps: { duration: 0 } };

/** Imports the weights of offences from a table: the file or pasted text, which column holds what, and what cannot be taken (facts 5.3). */
export function ImportWeights({
  matrix,
  onDone,
  onClose,
}: {
  readonly matrix: MatrixPage;
  readonly onDone: (matrixId: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [sheets, setSheets] = useState<readonly TableSheet[]>([]);
  const [place, setPlace] = useState(0);
  const [fault, setFault] = useState('');
  const [reading, setReading] = useState(false);
  const [pasted, setPasted] = useState('');
  const [columns, setColumns] = useState<WeightColumns | null>(null);
  const [weightsAsOf, setWeightsAsOf] = useState<Day | ''>('');
  const { run, busy, refusals } = useCommand('scoring-matrix.change');
  const sheet = sheets[place];
  const mapped = sheet === undefined || columns === null ? null : mapWeights(sheet.rows, columns);

  const choose = (found: TableFile): void => {
    setFault(found.ok ? '' : found.says);
    const taken = found.ok ? found.sheets : [];
    setSheets(taken);
    // The sheet with the most lines is the table; the others are notes.
    const largest = taken.reduce((best, one, index) => (one.rows.length > (taken[best]?.rows.length ?? 0) ? index : best), 0);
    setPlace(largest);
    setColumns(taken[largest] === undefined ? null : guessColumns(taken[largest].rows));
  };
  const readFile = async (file: File | null): Promise<void> => {
    if (file === null) return;
    setReading(true);
    choose(await readTableFile(file));
    setReading(false);
  };
  const save = async (): Promise<void> => {
    if (mapped === null) return;
    const result = await run({ matrixId: matrix.id, weights: [...mapped.weights], weightsAsOf });
    if (!result.ok) return;
    acknowledge(words.done);
    onDone(result.value.matrixId);
  };

  return (
    <Modal opened onClose={onClose} title={words.title} size="52rem" closeButtonProps={{ 'aria-label': appText.components.close }}>
      <Stack gap="md">
        <p>{words.help}</p>
        <FileInput
          label={words.choose}
          accept=".csv,.tsv,.txt,.xlsx"
          onChange={(file) => void readFile(file)}
          placeholder={reading ? words.reading : ''}
          error={fault === '' ? undefined : fault}
        />
        <Textarea
          label={words.paste}
          value={pasted}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setPasted(text);
            if (text.trim() !== '') choose(readTableText(text));
          }}
          minRows={2}
          maxRows={4}
          autosize
          spellCheck={false}
        />
        {sheets.length > 1 && (
          <Select
            label={words.sheet}
            data={sheets.map((one, index) => ({ value: String(index), label: one.name }))}
            value={String(place)}
            onChange={(value) => {
              const index = Number(value ?? 0);
              setPlace(index);
              setColumns(guessColumns(sheets[index]?.rows ?? []));
            }}
            allowDeselect={false}
            comboboxProps={combobox}
          />
        )}
        {sheet !== undefined && columns !== null && (
          <>
            <Checkbox
              label={words.headings}
              checked={columns.headings}
              onChange={(event) => setColumns({ ...columns, headings: event.currentTarget.checked })}
            />
            <ColumnChoices sheet={sheet} columns={columns} onChange={setColumns} />
            <DayField
              name="weightsAsOf"
              label={words.published}
              value={weightsAsOf}
              onChange={setWeightsAsOf}
              error={errorOf(refusals, 'weightsAsOf')}
            />
          </>
        )}
        {mapped !== null && (
          <div role="status">
            <p>{words.preview(mapped.weights.length, mapped.wrong.length)}</p>
            <ul className={styles['wrong']}>
              {mapped.wrong.slice(0, WRONG_SHOWN).map((one) => (
                <li key={one.line}>{words.line(one.line, one.why)}</li>
              ))}
              {mapped.wrong.length > WRONG_SHOWN && <li>{words.moreLines(mapped.wrong.length - WRONG_SHOWN)}</li>}
            </ul>
          </div>
        )}
        <RefusalNote refusals={refusals} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {appText.components.cancel}
          </Button>
          <Button disabled={mapped === null || mapped.weights.length === 0} loading={busy} onClick={() => void save()}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function ColumnChoices({
  sheet,
  columns,
  onChange,
}: {
  readonly sheet: TableSheet;
  readonly columns: WeightColumns;
  readonly onChange: (columns: WeightColumns) => void;
}): ReactNode {
  const [first = []] = sheet.rows;
  const choices = first.map((cell, index) => ({ value: String(index), label: `${index + 1}. ${cell.trim().slice(0, 60)}` }));
  return (
    <fieldset className={styles['mapping']}>
      <legend>{words.heading}</legend>
      {(['code', 'offence', 'days'] as const).map((key) => (
        <Select
          key={key}
          label={words[key]}
          data={key === 'code' ? [{ value: '-1', label: words.noCode }, ...choices] : choices}
          value={columns[key] < 0 && key !== 'code' ? null : String(columns[key])}
          onChange={(value) => onChange({ ...columns, [key]: Number(value ?? -1) })}
          allowDeselect={false}
          comboboxProps={combobox}
        />
      ))}
    </fieldset>
  );
}
