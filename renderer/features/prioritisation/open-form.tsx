import type { ReactNode } from 'react';
import type { PrioritisationPage, PrioritisationsView } from '#shared/domain/prioritisation/prioritisation.queries.ts';
import { MARKINGS, type Marking } from '#shared/contracts/record/record.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { ChoiceField, NumberField, TextField } from '#renderer/components/field.tsx';
import { prioritisationText } from '#renderer/text/prioritisation.ts';

const words = prioritisationText.open;

/** Opens a prioritisation for a strategic group with a copy of a matrix (duty 94). */
export function OpenForm({
  view,
  onDone,
  onClose,
}: {
  readonly view: PrioritisationsView;
  readonly onDone: (prioritisationId: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { groups, matrices, assessments } = view.choices;
  const ready = matrices.filter((matrix) => matrix.ready);
  return (
    <CommandDialog
      title={words.button}
      command="prioritisation.open"
      forKind="prioritisation.open"
      about=""
      initial={{
        title: '',
        groupId: groups.length === 1 ? (groups[0]?.id ?? '') : '',
        matrixId: ready.length === 1 ? (ready[0]?.id ?? '') : '',
        assessmentId: '',
        fromId: '',
        marking: 'OFFICIAL-SENSITIVE' as Marking,
        top: 5 as number | '',
      }}
      labels={words.labels}
      args={(fields) => ({ ...fields, top: Number(fields.top) })}
      submit={words.button}
      done={words.done}
      onDone={({ prioritisationId }) => onDone(prioritisationId)}
      onCancel={onClose}
    >
      {({ at, fields }) => (
        <>
          <TextField {...at('title')} help={words.titleHelp} maxLength={200} />
          <ChoiceField {...at('groupId')} choices={groups.map((one) => ({ value: one.id, label: one.name }))} />
          <ChoiceField
            {...at('matrixId')}
            help={words.matrixHelp}
            choices={matrices.map((one) => ({
              value: one.id,
              label: `${one.name}, ${prioritisationText.version(one.version)}${one.ready ? '' : ` (${words.notReady})`}`,
              disabled: !one.ready,
            }))}
          />
          <ChoiceField
            {...at('assessmentId')}
            optional
            choices={assessments.filter((one) => one.groupId === fields.groupId).map((one) => ({ value: one.id, label: one.title }))}
          />
          <ChoiceField
            {...at('fromId')}
            optional
            help={words.fromHelp}
            choices={view.rows.filter((row) => row.groupId === fields.groupId).map((row) => ({ value: row.id, label: row.title }))}
          />
          <ChoiceField {...at('marking')} choices={MARKINGS.map((value) => ({ value, label: value }))} />
          <NumberField {...at('top')} min={1} max={20} w="12rem" />
        </>
      )}
    </CommandDialog>
  );
}

/** Changes the title, how many count as the top and how many runs the simulation makes. */
export function ChangeForm({ page, onClose }: { readonly page: PrioritisationPage; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={words.change}
      command="prioritisation.change"
      forKind="prioritisation.change"
      about={page.id}
      initial={{ title: page.title, top: page.top as number | '', runs: page.runs as number | '' }}
      labels={words.labels}
      args={(fields) => ({
        prioritisationId: page.id,
        assessmentId: page.assessment?.id ?? '',
        title: fields.title,
        top: Number(fields.top),
        runs: Number(fields.runs),
      })}
      submit={words.change}
      done={words.changed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <TextField {...at('title')} maxLength={200} />
          <NumberField {...at('top')} min={1} max={20} w="12rem" />
          <NumberField {...at('runs')} min={500} max={20_000} step={500} w="12rem" />
        </>
      )}
    </CommandDialog>
  );
}
