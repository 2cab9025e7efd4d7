import { ActionIcon, Button, NumberInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { STRANDS } from '#shared/domain/action/action.schema.ts';
import type { Sensitivity } from '#shared/domain/access/need-to-know.ts';
import type { PlanChoices } from '#shared/domain/delivery-plan/delivery-plan.queries.ts';
import type { CommandArgs } from '#shared/domain/registry.ts';
import type { Form } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, fieldId, TextArea, TextField } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { placed } from '#renderer/components/placed.ts';
import { plansText as words } from '#renderer/text/plans.ts';
import styles from './plan.module.css';
import sheet from '#renderer/components/record-sheet.module.css';

type Args = CommandArgs<'delivery-plan.create'>;
type Strand = (typeof STRANDS)[number];
interface Tactic {
  readonly text: string;
  readonly strand: Strand;
}
interface Resource {
  readonly unitId: string;
  readonly what: string;
  readonly hours: number;
  readonly from: Day | '';
  readonly to: Day | '';
}
interface Measure {
  readonly name: string;
  readonly baseline: string;
  readonly target: string;
}

/** What the form holds while it is filled in: days may still be missing. */
export interface PlanFields extends Readonly<Record<string, unknown>> {
  readonly title: string;
  readonly objective: string;
  readonly priorityId: string;
  readonly outsideStrategyReason: string;
  readonly ownerId: string;
  readonly startsOn: Day | '';
  readonly endsOn: Day | '';
  readonly reviewOn: Day | '';
  readonly tactics: readonly Tactic[];
  readonly resources: readonly Resource[];
  readonly measures: readonly Measure[];
}

/** The command's arguments; what is missing is sent empty, so that the refusal stands at its field. */
export function planArgs(fields: PlanFields): Omit<Args, 'decisionId'> {
  return {
    ...fields,
    tactics: [...fields.tactics],
    resources: fields.resources.map((one) => ({ ...one })),
    measures: fields.measures.map((one) => ({ ...one })),
  };
}

/** Labels by the argument they fill, rows included. */
export function planLabels(fields: Pick<PlanFields, 'tactics' | 'resources' | 'measures'>): Readonly<Record<string, string>> {
  const labels: Record<string, string> = { ...(words.labels as unknown as Record<string, string>) };
  for (const index of fields.tactics.keys()) labels[`tactics.${index}.text`] = words.fields.tactic(index + 1);
  for (const index of fields.resources.keys()) {
    labels[`resources.${index}.unitId`] = words.fields.unit(index + 1);
    labels[`resources.${index}.what`] = words.fields.what(index + 1);
    labels[`resources.${index}.from`] = words.fields.from(index + 1);
    labels[`resources.${index}.to`] = words.fields.to(index + 1);
  }
  for (const index of fields.measures.keys()) labels[`measures.${index}.name`] = words.fields.measure(index + 1);
  return labels;
}

/** The fields of a plan: objective, tactics, resources, dates, measures, one owner (duties 126, 128, 135-137). */
export function PlanFieldset({
  fields,
  set,
  error,
  at,
  choices,
  held,
}: Form<PlanFields> & { readonly choices: PlanChoices; readonly held: Sensitivity }): ReactNode {
  return (
    <>
      <TextField {...at('title')} maxLength={200} />
      <TextArea {...at('objective')} help={words.help.objective} maxLength={4000} />
      <div className={styles['pair']}>
        <ChoiceField
          {...at('priorityId')}
          optional
          choices={choices.priorities.map((one) => ({ value: one.id, label: `${one.reference} ${one.title}` }))}
        />
        <TextField {...at('outsideStrategyReason')} optional maxLength={2000} />
      </div>
      <PersonPicker {...at('ownerId')} help={words.help.ownerId} optional clearable held={held} />
      <div className={styles['triple']}>
        <DayField {...at('startsOn')} help="" />
        <DayField {...at('endsOn')} help="" />
        <DayField {...at('reviewOn')} help="" optional />
      </div>
      <Rows<Tactic>
        legend={words.labels.tactics}
        name="tactics"
        add={words.addTactic}
        rows={fields.tactics}
        empty={{ text: '', strand: 'enforcement' }}
        onChange={(rows) => set('tactics', rows)}
        layout="tacticRow"
        removeLabel={(index) => words.remove(words.fields.tactic(index + 1))}
      >
        {(row, index, change) => (
          <>
            <TextField
              name={`tactics.${index}.text`}
              label={words.short.tactic}
              aria-label={words.fields.tactic(index + 1)}
              value={row.text}
              onChange={(text) => change({ text })}
              error={error(`tactics.${index}.text`)}
              maxLength={2000}
            />
            <ChoiceField
              name={`tactics.${index}.strand`}
              label={words.short.strand}
              aria-label={words.fields.strand(index + 1)}
              value={row.strand}
              onChange={(strand) => change({ strand: strand as Strand })}
              choices={STRANDS.map((strand) => ({ value: strand, label: words.strands[strand] }))}
            />
          </>
        )}
      </Rows>
      <Rows<Resource>
        legend={words.labels.resources}
        name="resources"
        add={words.addResource}
        rows={fields.resources}
        empty={{ unitId: choices.units[0]?.id ?? '', what: '', hours: 8, from: fields.startsOn, to: fields.endsOn }}
        onChange={(rows) => set('resources', rows)}
        layout="resourceRow"
        removeLabel={(index) => words.remove(words.fields.what(index + 1))}
      >
        {(row, index, change) => (
          <>
            <ChoiceField
              name={`resources.${index}.unitId`}
              label={words.short.unit}
              aria-label={words.fields.unit(index + 1)}
              value={row.unitId}
              onChange={(unitId) => change({ unitId })}
              choices={choices.units.map((unit) => ({ value: unit.id, label: unit.name }))}
              error={error(`resources.${index}.unitId`)}
            />
            <TextField
              name={`resources.${index}.what`}
              label={words.short.what}
              aria-label={words.fields.what(index + 1)}
              value={row.what}
              onChange={(what) => change({ what })}
              error={error(`resources.${index}.what`)}
              maxLength={200}
            />
            <NumberInput
              id={fieldId(`resources.${index}.hours`)}
              label={words.short.hours}
              aria-label={words.fields.hours(index + 1)}
              value={row.hours}
              onChange={(hours) => change({ hours: typeof hours === 'number' ? hours : 0 })}
              min={0}
              max={100_000}
              hideControls
            />
            <DayField
              name={`resources.${index}.from`}
              label={words.short.from}
              help=""
              value={row.from}
              onChange={(from) => change({ from })}
              error={error(`resources.${index}.from`)}
            />
            <DayField
              name={`resources.${index}.to`}
              label={words.short.to}
              help=""
              value={row.to}
              onChange={(to) => change({ to })}
              error={error(`resources.${index}.to`)}
            />
          </>
        )}
      </Rows>
      <Rows<Measure>
        legend={words.labels.measures}
        help={words.help.measures}
        name="measures"
        add={words.addMeasure}
        rows={fields.measures}
        empty={{ name: '', baseline: '', target: '' }}
        onChange={(rows) => set('measures', rows)}
        layout="measureRow"
        removeLabel={(index) => words.remove(words.fields.measure(index + 1))}
      >
        {(row, index, change) => (
          <>
            <TextField
              name={`measures.${index}.name`}
              label={words.short.measure}
              aria-label={words.fields.measure(index + 1)}
              value={row.name}
              onChange={(name) => change({ name })}
              error={error(`measures.${index}.name`)}
              maxLength={200}
            />
            <TextField
              name={`measures.${index}.baseline`}
              label={words.short.baseline}
              aria-label={words.fields.baseline(index + 1)}
              value={row.baseline}
              onChange={(baseline) => change({ baseline })}
              maxLength={100}
            />
            <TextField
              name={`measures.${index}.target`}
              label={words.short.target}
              aria-label={words.fields.target(index + 1)}
              value={row.target}
              onChange={(target) => change({ target })}
              maxLength={100}
            />
          </>
        )}
      </Rows>
    </>
  );
}

interface RowsProps<Row> {
  readonly legend: string;
  readonly help?: string;
  readonly name: string;
  readonly add: string;
  readonly rows: readonly Row[];
  readonly empty: Row;
  readonly layout: string;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly removeLabel: (index: number) => string;
  readonly children: (row: Row, index: number, change: (changes: Partial<Row>) => void) => ReactNode;
}

/** A list inside a form: rows are added at the end and taken away one by one. */
function Rows<Row>({ legend, help = '', name, add, rows, empty, layout, onChange, removeLabel, children }: RowsProps<Row>): ReactNode {
  return (
    <fieldset className={styles['rows']} id={fieldId(name)} tabIndex={-1}>
      <legend>{legend}</legend>
      {help !== '' && <p className={sheet['dimmed']}>{help}</p>}
      {placed(rows).map(({ item: row, place: index }) => (
        <div key={index} className={styles[layout]}>
          {children(row, index, (changes) => onChange(rows.map((other, place) => (place === index ? { ...other, ...changes } : other))))}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={removeLabel(index)}
            title={removeLabel(index)}
            onClick={() => onChange(rows.filter((_other, place) => place !== index))}
          >
            <IconX size="1rem" stroke={1.5} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size="0.875rem" stroke={2} aria-hidden />}
          onClick={() => onChange([...rows, empty])}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
