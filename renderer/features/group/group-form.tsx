import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { FUNCTIONS, type MemberFunction } from '#shared/domain/appointment/appointment.schema.ts';
import { GROUP_NODES, GROUP_TYPE_NAMES, USUAL_KEY_FUNCTIONS } from '#shared/domain/group/group-types.ts';
import { GROUP_TYPES, type GroupType } from '#shared/domain/group/group.schema.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, TextField, wrapperProps } from '#renderer/components/field.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { functionWords, groupTypeWords, organisationText } from '#renderer/text/organisation.ts';

const text = organisationText.group;

interface KeyFunctionsProps {
  readonly value: readonly MemberFunction[];
  readonly onChange: (value: MemberFunction[]) => void;
  readonly error: string | undefined;
}

function KeyFunctions({ value, onChange, error }: KeyFunctionsProps): ReactNode {
  return (
    <MultiSelect
      {...wrapperProps({ name: 'keyFunctions', label: text.labels.keyFunctions, help: text.help.keyFunctions, error, optional: true })}
      data={FUNCTIONS.map((one) => ({ value: one, label: functionWords(one) }))}
      value={[...value]}
      onChange={(chosen) => onChange(chosen as MemberFunction[])}
      searchable
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}

/** A force, area or unit a group may stand at. */
export interface GroupPlace {
  readonly kind: 'force' | 'area' | 'unit';
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

interface AddGroupFormProps {
  readonly places: readonly GroupPlace[];
  readonly onClose: () => void;
  readonly onAdded: (groupId: string) => void;
}

/** Adds a group at the force, an area or a unit (duties 50, 60-62, 116). */
export function AddGroupForm({ places, onClose, onAdded }: AddGroupFormProps): ReactNode {
  return (
    <CommandDialog
      title={text.add}
      command="group.add"
      forKind="group.add"
      about=""
      initial={{
        groupType: 'ttcg' as GroupType | '',
        name: '',
        code: '',
        nodeId: '',
        keyFunctions: USUAL_KEY_FUNCTIONS.ttcg,
        from: todayNow() as Day | '',
      }}
      labels={text.labels}
      args={(fields) => {
        const place = places.find((one) => one.id === fields.nodeId);
        return {
          ...fields,
          groupType: fields.groupType as GroupType,
          keyFunctions: [...fields.keyFunctions],
          nodeType: place?.kind ?? 'force',
        };
      }}
      submit={text.add}
      done={text.added}
      onDone={({ groupId }) => {
        onClose();
        onAdded(groupId);
      }}
      onCancel={onClose}
    >
      {({ fields, set, setAll, error, at }) => {
        const fitting = places.filter((place) => fields.groupType !== '' && GROUP_NODES[fields.groupType].includes(place.kind));
        const suggest = (groupType: GroupType | '', nodeId: string): Partial<typeof fields> => {
          const place = places.find((one) => one.id === nodeId);
          if (groupType === '' || place === undefined) return {};
          const short = GROUP_TYPE_NAMES[groupType].short.replace(/[^A-Z]/g, '');
          const suggestedBefore =
            fields.code === '' || GROUP_TYPES.some((type) => fields.code.startsWith(GROUP_TYPE_NAMES[type].short.replace(/[^A-Z]/g, '')));
          const code = place.kind === 'force' ? short : `${short}-${place.code === '' ? place.name.slice(0, 1).toUpperCase() : place.code}`;
          return {
            ...(suggestedBefore ? { code } : {}),
            ...(fields.name === '' || places.some((one) => fields.name.startsWith(one.name))
              ? { name: `${place.name} ${GROUP_TYPE_NAMES[groupType].long.toLowerCase()}` }
              : {}),
          };
        };
        return (
          <>
            <ChoiceField
              {...at('groupType')}
              onChange={(value) =>
                setAll({
                  groupType: value as GroupType,
                  keyFunctions: USUAL_KEY_FUNCTIONS[value as GroupType],
                  ...suggest(value as GroupType, fields.nodeId),
                })
              }
              choices={GROUP_TYPES.map((value) => ({ value, label: groupTypeWords(value) }))}
            />
            <ChoiceField
              {...at('nodeId')}
              help={text.help.node}
              onChange={(value) => setAll({ nodeId: value, ...suggest(fields.groupType, value) })}
              choices={fitting.map((place) => ({ value: place.id, label: place.name }))}
            />
            <TextField {...at('name')} />
            <TextField {...at('code')} help={text.help.code} onChange={(value) => set('code', value.toUpperCase())} w="12rem" />
            <KeyFunctions value={fields.keyFunctions} onChange={(value) => set('keyFunctions', value)} error={error('keyFunctions')} />
            <DayField {...at('from')} />
          </>
        );
      }}
    </CommandDialog>
  );
}

interface GroupToChange {
  readonly id: string;
  readonly name: string;
  readonly keyFunctions: readonly MemberFunction[];
}

/** Changes a group's name and the functions it cannot do without (duty 118). */
export function ChangeGroupForm({ group, onClose }: { readonly group: GroupToChange; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={text.change}
      command="group.change"
      forKind="group.change"
      about={group.id}
      initial={{ name: group.name, keyFunctions: group.keyFunctions }}
      labels={text.labels}
      args={(fields) => ({ groupId: group.id, name: fields.name, keyFunctions: [...fields.keyFunctions] })}
      submit={text.change}
      done={text.changed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ fields, set, error, at }) => (
        <>
          <TextField {...at('name')} />
          <KeyFunctions value={fields.keyFunctions} onChange={(value) => set('keyFunctions', value)} error={error('keyFunctions')} />
        </>
      )}
    </CommandDialog>
  );
}

/** Closes a group after its last day. */
export function CloseGroupForm({
  group,
  onClose,
}: {
  readonly group: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}): ReactNode {
  return (
    <CommandDialog
      title={`${text.close}: ${group.name}`}
      command="group.close"
      forKind="group.close"
      about={group.id}
      initial={{ on: todayNow() as Day | '', because: '' }}
      labels={text.labels}
      args={(fields) => ({ ...fields, groupId: group.id })}
      submit={text.close}
      danger
      done={text.closed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <DayField {...at('on')} />
          <TextField {...at('because')} />
        </>
      )}
    </CommandDialog>
  );
}
