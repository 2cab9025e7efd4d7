import { ActionIcon, Button, Checkbox, MultiSelect, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { StrategyChoices } from '#shared/domain/control-strategy/control-strategy.queries.ts';
import { newId } from '#renderer/app/scratchpad/use-draft.ts';
import type { Form } from '#renderer/components/command-form.tsx';
import { NumberField, TextArea, TextField } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { controlStrategyText } from '#renderer/text/control-strategy.ts';
import type { RowTyped, StrategyFields } from './strategy-fields.ts';
import styles from './strategy-editor.module.css';

const words = controlStrategyText.editor;
const CELLS = ['prevention', 'intelligence', 'enforcement', 'reassurance'] as const;
const AMOUNTS = ['hours', 'officers', 'budget'] as const;

function nextReference(rows: readonly RowTyped[]): string {
  const prefix = /^(\D*)\d+$/.exec(rows[0]?.reference ?? '')?.[1] ?? 'CS';
  const taken = new Set(rows.map((row) => row.reference));
  let number = 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

const emptyRow = (reference: string): RowTyped => ({
  key: newId(),
  priorityId: '',
  reference,
  title: words.newPriority,
  summary: '',
  issueId: '',
  includedBecause: '',
  ownerId: '',
  prevention: '',
  intelligence: '',
  enforcement: '',
  reassurance: '',
  objectiveIds: [],
  measures: '',
  hours: 0,
  officers: 0,
  budget: 0,
  policeOnly: false,
});

/** The priorities of a draft, one below the other, each with its aims side by side; what was taken out can be put back (duties 85-88, 95, 97). */
export function EditorRows({ form, choices }: { readonly form: Form<StrategyFields>; readonly choices: StrategyChoices }): ReactNode {
  const { fields, set } = form;
  const rows = fields.priorities;
  const [removed, setRemoved] = useState<{ readonly row: RowTyped; readonly index: number } | null>(null);
  const change = (index: number, changes: Partial<RowTyped>): void =>
    set(
      'priorities',
      rows.map((row, place) => (place === index ? { ...row, ...changes } : row)),
    );
  const move = (index: number, to: number): void => {
    const moved = rows[index];
    if (moved === undefined || to < 0 || to >= rows.length) return;
    const rest = rows.filter((row) => row !== moved);
    set('priorities', [...rest.slice(0, to), moved, ...rest.slice(to)]);
  };
  const takeOut = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    setRemoved({ row, index });
    set(
      'priorities',
      rows.filter((one) => one !== row),
    );
  };
  const putBack = (): void => {
    if (removed === null) return;
    set('priorities', [...rows.slice(0, removed.index), removed.row, ...rows.slice(removed.index)]);
    setRemoved(null);
  };
  return (
    <section className={styles['rows']} aria-label={words.priorities}>
      <h2 className={styles['heading']}>{words.priorities}</h2>
      {rows.map((row, index) => (
        <fieldset key={row.key} className={styles['row']}>
          <legend className={styles['legend']}>{`${row.reference} ${row.title}`}</legend>
          <div className={styles['top']}>
            <TextField
              name={`priorities.${index}.reference`}
              label={words.reference}
              value={row.reference}
              onChange={(reference) => change(index, { reference })}
              error={form.error(`priorities.${index}.reference`)}
              maxLength={20}
            />
            <TextField
              name={`priorities.${index}.title`}
              label={words.name}
              value={row.title}
              onChange={(title) => change(index, { title })}
              error={form.error(`priorities.${index}.title`)}
              maxLength={200}
            />
            <PersonPicker
              name={`priorities.${index}.ownerId`}
              label={words.owner}
              people={choices.people}
              held={{ marking: fields.marking, policeOnly: true }}
              value={row.ownerId}
              onChange={(ownerId) => change(index, { ownerId })}
              error={form.error(`priorities.${index}.ownerId`)}
              clearable
            />
            <div className={styles['buttons']}>
              <Step
                label={words.up(row.reference)}
                icon={<IconArrowUp size="1rem" stroke={1.5} aria-hidden />}
                onClick={() => move(index, index - 1)}
                disabled={index === 0}
              />
              <Step
                label={words.down(row.reference)}
                icon={<IconArrowDown size="1rem" stroke={1.5} aria-hidden />}
                onClick={() => move(index, index + 1)}
                disabled={index === rows.length - 1}
              />
              <Step
                label={words.remove(row.reference)}
                icon={<IconX size="1rem" stroke={1.5} aria-hidden />}
                onClick={() => takeOut(index)}
              />
            </div>
          </div>
          <div className={styles['cells']} data-columns={fields.withReassurance ? 4 : 3}>
            {CELLS.filter((cell) => cell !== 'reassurance' || fields.withReassurance).map((cell) => (
              <TextArea
                key={cell}
                name={`priorities.${index}.${cell}`}
                label={words.parts[cell]}
                aria-label={words.row(row.reference, words.parts[cell])}
                value={row[cell]}
                onChange={(text) => change(index, { [cell]: text })}
                error={form.error(`priorities.${index}.${cell}`)}
                minRows={4}
                maxLength={4000}
              />
            ))}
          </div>
          <div className={styles['below']}>
            <TextArea
              name={`priorities.${index}.includedBecause`}
              label={words.because}
              aria-label={words.row(row.reference, words.because)}
              value={row.includedBecause}
              onChange={(includedBecause) => change(index, { includedBecause })}
              error={form.error(`priorities.${index}.includedBecause`)}
              maxLength={4000}
            />
            <TextArea
              name={`priorities.${index}.measures`}
              label={words.measures}
              aria-label={words.row(row.reference, words.parts.measures)}
              value={row.measures}
              onChange={(measures) => change(index, { measures })}
              error={form.error(`priorities.${index}.measures`)}
              placeholder={words.measuresHelp}
              optional
            />
            <div className={styles['amounts']}>
              {AMOUNTS.map((what) => (
                <NumberField
                  key={what}
                  name={`priorities.${index}.${what}`}
                  label={words[what]}
                  aria-label={words.row(row.reference, words[what])}
                  value={row[what]}
                  onChange={(amount) => change(index, { [what]: amount === '' ? 0 : amount })}
                  error={form.error(`priorities.${index}.${what}`)}
                  min={0}
                  thousandSeparator=" "
                  hideControls
                />
              ))}
            </div>
          </div>
          <div className={styles['below']}>
            <TextArea
              name={`priorities.${index}.summary`}
              label={words.summary}
              aria-label={words.row(row.reference, words.summary)}
              value={row.summary}
              onChange={(summary) => change(index, { summary })}
              error={form.error(`priorities.${index}.summary`)}
              maxLength={4000}
              minRows={1}
              optional
            />
            {choices.objectives.length > 0 && (
              <MultiSelect
                label={words.objectives}
                aria-label={words.row(row.reference, words.objectives)}
                data={choices.objectives.map((one) => ({ value: one.id, label: one.title }))}
                value={[...row.objectiveIds]}
                onChange={(objectiveIds) => change(index, { objectiveIds })}
                searchable
                comboboxProps={{ transitionProps: { duration: 0 } }}
              />
            )}
            <Checkbox
              className={styles['check'] ?? ''}
              label={words.policeOnly}
              aria-label={words.row(row.reference, words.policeOnly)}
              checked={row.policeOnly}
              onChange={(event) => change(index, { policeOnly: event.currentTarget.checked })}
            />
          </div>
        </fieldset>
      ))}
      {removed !== null && (
        <p role="status">
          {words.removed(removed.row.reference)}{' '}
          <Button size="compact-sm" variant="subtle" onClick={putBack}>
            {words.putBack}
          </Button>
        </p>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size="1rem" stroke={1.5} aria-hidden />}
          onClick={() => set('priorities', [...rows, emptyRow(nextReference(rows))])}
          disabled={rows.length >= 30}
        >
          {words.add}
        </Button>
      </div>
    </section>
  );
}

function Step({
  label,
  icon,
  onClick,
  disabled = false,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}): ReactNode {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick} disabled={disabled}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
