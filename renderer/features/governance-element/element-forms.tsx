import type { ReactNode } from 'react';
import { ELEMENT_TYPES } from '#shared/domain/governance-element/governance-element.schema.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { objectivesText } from '#renderer/text/governance.ts';
import type { ElementRow, Elements } from './element-table.tsx';

const text = objectivesText.elements;
type ElementType = (typeof ELEMENT_TYPES)[number];

/** Records an element of governance with its owner and its link to the lead, or changes one (duty 4). */
export function ElementForm({
  row,
  leads,
  onClose,
  onDone,
}: {
  readonly row: ElementRow | null;
  readonly leads: Elements['leads'];
  readonly onClose: () => void;
  readonly onDone: (elementId: string) => void;
}): ReactNode {
  return (
    <CommandDialog
      title={row === null ? text.record : `${objectivesText.change}: ${row.name}`}
      command="governance-element.record"
      forKind="governance-element.record"
      about={row?.id ?? ''}
      initial={{
        elementType: (row?.elementType ?? '') as ElementType | '',
        name: row?.name ?? '',
        how: row?.how ?? '',
        ownerId: row?.ownerId ?? '',
        leadAppointmentId: row?.link === 'linked' ? row.leadAppointmentId : '',
      }}
      labels={text.labels}
      args={(fields) => ({ ...fields, elementType: fields.elementType as ElementType, elementId: row?.id ?? '' })}
      submit={row === null ? text.record : objectivesText.change}
      done={text.done}
      onDone={(out) => {
        onClose();
        onDone(out.elementId);
      }}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <ChoiceField
            {...at('elementType')}
            data-autofocus
            choices={ELEMENT_TYPES.map((value) => ({ value, label: text.types[value] }))}
          />
          <TextField {...at('name')} maxLength={200} />
          <TextArea {...at('how')} optional maxLength={4000} />
          <PersonPicker {...at('ownerId')} only={(person) => !person.partner} />
          <ChoiceField
            {...at('leadAppointmentId')}
            optional
            help={leads.length === 0 ? text.noLead : undefined}
            choices={leads.map((lead) => ({ value: lead.id, label: lead.name }))}
          />
        </>
      )}
    </CommandDialog>
  );
}

/** Ends an element, with the reason. */
export function EndElement({ row, onClose }: { readonly row: ElementRow; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={`${objectivesText.end}: ${row.name}`}
      command="governance-element.end"
      forKind="governance-element.end"
      about={row.id}
      initial={{ because: '' }}
      labels={text.labels}
      args={({ because }) => ({ elementId: row.id, because })}
      submit={objectivesText.end}
      danger
      done={objectivesText.ended}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <TextArea {...at('because')} data-autofocus maxLength={2000} />}
    </CommandDialog>
  );
}
