import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { TextArea, TextField } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { objectivesText as text } from '#renderer/text/governance.ts';
import { linesOf, measuresFrom } from './measure-lines.ts';
import type { ObjectiveRow } from './objective-table.tsx';

/** Records an objective of the business plan, or changes one (duty 5). */
export function ObjectiveForm({
  row,
  onClose,
  onDone,
}: {
  readonly row: ObjectiveRow | null;
  readonly onClose: () => void;
  readonly onDone: (objectiveId: string) => void;
}): ReactNode {
  return (
    <CommandDialog
      title={row === null ? text.record : `${text.change}: ${row.reference}`}
      command="business-objective.record"
      forKind="business-objective.record"
      about={row?.id ?? ''}
      initial={{
        reference: row?.reference ?? '',
        title: row?.title ?? '',
        plan: row?.plan ?? '',
        detail: row?.detail ?? '',
        measures: row === null ? '' : linesOf(row.measures),
        from: (row?.from ?? todayNow()) as Day | '',
        to: (row?.to ?? '') as Day | '',
        ownerId: row === null || row.ownerLeft ? '' : row.ownerId,
      }}
      labels={text.labels}
      args={(fields) => ({ ...fields, measures: measuresFrom(fields.measures), objectiveId: row?.id ?? '' })}
      submit={row === null ? text.record : text.change}
      done={text.done}
      onDone={(out) => {
        onClose();
        onDone(out.objectiveId);
      }}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <TextField {...at('reference')} data-autofocus maxLength={40} />
          <TextField {...at('title')} maxLength={200} />
          <TextField {...at('plan')} maxLength={200} />
          <TextArea {...at('detail')} optional maxLength={4000} />
          <TextArea {...at('measures')} help={text.measuresHelp} optional />
          <DayField {...at('from')} />
          <DayField {...at('to')} optional />
          <PersonPicker {...at('ownerId')} only={(person) => !person.partner} />
        </>
      )}
    </CommandDialog>
  );
}

/** Ends an objective, with the reason. */
export function EndObjective({ row, onClose }: { readonly row: ObjectiveRow; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={`${text.end}: ${row.reference}`}
      command="business-objective.end"
      forKind="business-objective.end"
      about={row.id}
      initial={{ because: '' }}
      labels={text.labels}
      args={({ because }) => ({ objectiveId: row.id, because })}
      submit={text.end}
      danger
      done={text.ended}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <TextArea {...at('because')} data-autofocus maxLength={2000} />}
    </CommandDialog>
  );
}
