import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { CHARTS, type Figure } from '#shared/domain/assessment-section/assessment-section.schema.ts';
import { chartScene } from '#shared/domain/assessment-section/chart-scene.ts';
import { figureDigest } from '#shared/domain/assessment-section/figure-commands.ts';
import { FIGURE_LIMITS } from '#shared/domain/assessment-section/figure-faults.ts';
import { readNumber } from '#shared/domain/assessment-section/figure-numbers.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandForm, type Form } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { CheckField, ChoiceField, fieldId, TextArea, TextField } from '#renderer/components/field.tsx';
import { TableEditor } from '#renderer/components/table-editor.tsx';
import { useTableHistory } from '#renderer/components/table-history.ts';
import { todayNow } from '#renderer/components/when.tsx';
import { appText } from '#renderer/text/app.ts';
import { figuresText as words } from '#renderer/text/figures.ts';
import { BringTable } from './bring-table.tsx';
import { FigureChart } from './figure-chart.tsx';
import styles from './figures.module.css';

interface Fields extends Record<string, unknown> {
  readonly title: string;
  readonly source: string;
  readonly asOf: Day | '';
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly chart: Figure['chart'];
  readonly controlLimits: boolean;
}

const NEW: Fields = {
  title: '',
  source: '',
  asOf: '',
  note: '',
  columns: ['Month', 'Number'],
  rows: [
    ['', ''],
    ['', ''],
    ['', ''],
  ],
  chart: 'none',
  controlLimits: false,
};

/** Adds a figure or changes one: its table, brought in or typed, its source and age, and how it is drawn. What is typed is kept as a draft. */
export function FigureDialog({
  sectionId,
  figure,
  onClose,
}: {
  readonly sectionId: string;
  /** Null for a new one. */
  readonly figure: Figure | null;
  readonly onClose: () => void;
}): ReactNode {
  const initial: Fields =
    figure === null
      ? NEW
      : {
          title: figure.title,
          source: figure.source,
          asOf: figure.asOf,
          note: figure.note,
          columns: figure.columns,
          rows: figure.rows,
          chart: figure.chart,
          controlLimits: figure.controlLimits,
        };
  return (
    <Modal
      opened
      onClose={onClose}
      title={figure === null ? words.addTitle : words.changeTitle}
      size="72rem"
      closeButtonProps={{ 'aria-label': appText.components.close }}
    >
      <CommandForm
        command="assessment-section.set-figure"
        forKind="assessment-section.set-figure"
        about={figure?.id ?? sectionId}
        initial={initial}
        labels={words.labels}
        args={({ asOf, columns, rows, ...fields }) => ({
          ...fields,
          asOf: asOf as Day,
          columns: [...columns],
          // Rows nobody wrote anything in are not part of the figure.
          rows: rows.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => [...row]),
          controlLimits: fields.chart === 'line' && fields.controlLimits,
          sectionId,
          figureId: figure?.id ?? '',
          basedOn: figure === null ? '' : figureDigest(figure),
        })}
        submit={words.set}
        done={words.done}
        onDone={onClose}
        onCancel={onClose}
      >
        {(form) => <FigureFields form={form} />}
      </CommandForm>
    </Modal>
  );
}

const isNumber = (cell: string): boolean => readNumber(cell) !== null;

function FigureFields({ form }: { readonly form: Form<Fields> }): ReactNode {
  const { fields, at, error } = form;
  const { title, columns, rows, chart, controlLimits } = fields;
  const history = useTableHistory({ columns, rows }, (table) => form.setAll({ ...table }));
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const drawn = {
    title,
    columns: [...columns],
    rows: filled.map((row) => [...row]),
    chart,
    controlLimits,
  };
  return (
    <div className={styles['fields']}>
      <div className={styles['facts']}>
        <TextField {...at('title')} help={words.help.title} maxLength={200} data-autofocus />
        <TextField {...at('source')} help={words.help.source} maxLength={300} />
        <DayField {...at('asOf')} latest={todayNow()} help={words.help.asOf} />
        <TextArea {...at('note')} help={words.help.note} optional maxLength={2000} />
        <ChoiceField {...at('chart')} choices={CHARTS.map((value) => ({ value, label: words.charts[value] }))} />
        {chart === 'line' && (
          <CheckField
            name="controlLimits"
            label={words.labels.controlLimits}
            help={words.help.controlLimits}
            checked={controlLimits}
            onChange={(checked) => form.set('controlLimits', checked)}
          />
        )}
      </div>
      <div className={styles['drawn']}>
        <BringTable
          onUse={(table) => {
            history.change(table);
            acknowledge(words.bring.used);
          }}
        />
        <TableEditor
          id={fieldId('rows')}
          label={words.labels.rows}
          history={history}
          most={{ rows: FIGURE_LIMITS.rows, columns: FIGURE_LIMITS.columns }}
          longestCell={FIGURE_LIMITS.cellLength}
          isNumber={isNumber}
        />
        {error('rows') !== undefined && (
          <p className={styles['fault']} role="alert">
            {error('rows')}
          </p>
        )}
        {chart !== 'none' && (
          <section aria-label={words.preview}>
            <h3 className={styles['previewTitle']}>{words.preview}</h3>
            {chartScene(drawn) === null ? <p className={styles['quiet']}>{words.nothingToDraw}</p> : <FigureChart figure={drawn} />}
          </section>
        )}
      </div>
    </div>
  );
}
