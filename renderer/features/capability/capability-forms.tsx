import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { CAPABILITIES, CAPABILITY_STANDINGS } from '#shared/domain/capability/capability.schema.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { capabilityText as text } from '#renderer/text/governance.ts';
import type { CapabilityRow } from './capability-table.tsx';

type Capability = (typeof CAPABILITIES)[number];
type Standing = (typeof CAPABILITY_STANDINGS)[number];

/** Records how a capability stands, or a change of it (duty 17). `row` is the line it was opened from. */
export function CapabilityForm({
  row,
  onClose,
  onDone,
}: {
  readonly row: CapabilityRow | null;
  readonly onClose: () => void;
  readonly onDone: (capabilityId: string) => void;
}): ReactNode {
  const capabilityId = row?.recorded === true ? row.id : '';
  return (
    <CommandDialog
      title={row === null ? text.record : `${row.recorded ? text.change : text.record}: ${row.name}`}
      command="capability.record"
      forKind="capability.record"
      about={row?.id ?? ''}
      initial={{
        capability: (row?.capability ?? '') as Capability | '',
        name: row?.capability === 'other' ? row.name : '',
        standing: (row?.standing ?? '') as Standing | '',
        provider: row?.provider ?? '',
        agreement: row?.agreement ?? '',
        contact: row?.contact ?? '',
        channel: row?.channel ?? '',
        asOf: todayNow() as Day | '',
        expiresOn: (row?.expiresOn ?? '') as Day | '',
        note: row?.note ?? '',
      }}
      labels={text.labels}
      args={(fields) => ({
        ...fields,
        capabilityId,
        capability: fields.capability as Capability,
        standing: fields.standing as Standing,
      })}
      submit={row?.recorded === true ? text.change : text.record}
      done={text.recorded}
      onDone={(out) => {
        onClose();
        onDone(out.capabilityId);
      }}
      onCancel={onClose}
    >
      {({ at, fields }) => (
        <>
          {row === null && (
            <ChoiceField
              {...at('capability')}
              data-autofocus
              choices={CAPABILITIES.map((value) => ({ value, label: text.kinds[value] }))}
            />
          )}
          {row === null && fields.capability === 'other' && <TextField {...at('name')} />}
          <ChoiceField {...at('standing')} choices={CAPABILITY_STANDINGS.map((value) => ({ value, label: text.choices[value] }))} />
          <TextField {...at('provider')} help={text.help.provider} optional={fields.standing !== 'access-via'} />
          <TextField {...at('agreement')} optional />
          <TextField {...at('contact')} optional />
          <TextField {...at('channel')} help={text.help.channel} optional />
          <DayField {...at('asOf')} latest={todayNow()} />
          <DayField {...at('expiresOn')} optional />
          <TextArea {...at('note')} optional maxLength={2000} />
        </>
      )}
    </CommandDialog>
  );
}

/** Takes a capability off the list, with the reason. */
export function RemoveCapability({ row, onClose }: { readonly row: CapabilityRow; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={`${text.remove}: ${row.name}`}
      command="capability.remove"
      forKind="capability.remove"
      about={row.id}
      initial={{ because: '' }}
      labels={text.labels}
      args={({ because }) => ({ capabilityId: row.id, because })}
      submit={text.remove}
      danger
      done={text.removed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <TextArea {...at('because')} help={text.removeHelp} data-autofocus maxLength={2000} />}
    </CommandDialog>
  );
}
