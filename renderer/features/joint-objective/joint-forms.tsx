import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { type Choice, ChoiceField, TextArea, TextField, wrapperProps } from '#renderer/components/field.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { objectivesText } from '#renderer/text/governance.ts';
import type { JointRow } from './joint-table.tsx';

const text = objectivesText.joint;

/** Proposes an objective to partner agencies, or changes the words of one nobody has agreed to yet (duty 70). */
export function JointForm({
  row,
  groups,
  agencies,
  priorities,
  onClose,
  onDone,
}: {
  readonly row: JointRow | null;
  readonly groups: readonly Choice[];
  readonly agencies: readonly Choice[];
  readonly priorities: readonly Choice[];
  readonly onClose: () => void;
  readonly onDone: (objectiveId: string) => void;
}): ReactNode {
  const shared = {
    initial: {
      groupId: row?.groupId ?? groups[0]?.value ?? '',
      title: row?.title ?? '',
      text: row?.text ?? '',
      priorityId: row?.priorityId ?? '',
      agencyIds: (row?.agencies.map((agency) => agency.id) ?? []) as readonly string[],
    },
    labels: text.labels,
    onCancel: onClose,
  };
  const fieldset = ({
    at,
    error,
    fields,
    set,
  }: Parameters<Parameters<typeof CommandDialog<'joint-objective.propose', typeof shared.initial>>[0]['children']>[0]): ReactNode => (
    <>
      {row === null && <ChoiceField {...at('groupId')} choices={groups} />}
      <TextField {...at('title')} data-autofocus maxLength={200} />
      <TextArea {...at('text')} optional maxLength={4000} />
      <ChoiceField {...at('priorityId')} optional choices={priorities} />
      <MultiSelect
        {...wrapperProps({ name: 'agencyIds', label: text.labels.agencyIds, error: error('agencyIds') })}
        data={agencies.map((agency) => ({ ...agency }))}
        value={[...fields.agencyIds]}
        onChange={(agencyIds) => set('agencyIds', agencyIds)}
        searchable
        comboboxProps={{ position: 'bottom-start', transitionProps: { duration: 0 } }}
      />
    </>
  );
  return row === null ? (
    <CommandDialog
      {...shared}
      title={text.propose}
      command="joint-objective.propose"
      forKind="joint-objective.propose"
      about=""
      args={(fields) => ({ ...fields, agencyIds: [...fields.agencyIds] })}
      submit={text.propose}
      done={text.proposed}
      onDone={(out) => {
        onClose();
        onDone(out.objectiveId);
      }}
    >
      {fieldset}
    </CommandDialog>
  ) : (
    <CommandDialog
      {...shared}
      title={`${text.change}: ${row.title}`}
      command="joint-objective.change"
      forKind="joint-objective.change"
      about={row.id}
      args={({ groupId: _group, ...fields }) => ({ ...fields, agencyIds: [...fields.agencyIds], objectiveId: row.id })}
      submit={text.change}
      done={text.changed}
      onDone={onClose}
    >
      {fieldset}
    </CommandDialog>
  );
}

/** Records that an agency agreed; someone of an agency agrees for it and names no other (duty 70). */
export function AgreeForm({ row, onClose }: { readonly row: JointRow; readonly onClose: () => void }): ReactNode {
  const actor = useActor();
  const waiting = row.agencies.filter((agency) => agency.agreedOn === '');
  return (
    <CommandDialog
      title={`${actor.partner ? text.agreeOwn : text.agree}: ${row.title}`}
      command="joint-objective.agree"
      forKind="joint-objective.agree"
      about={row.id}
      initial={{
        agencyId: actor.partner ? '' : (waiting[0]?.id ?? ''),
        on: todayNow() as Day | '',
        by: actor.partner ? actor.name : '',
      }}
      labels={text.labels}
      args={(fields) => ({ ...fields, objectiveId: row.id })}
      submit={actor.partner ? text.agreeOwn : text.agree}
      done={text.agreed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          {!actor.partner && (
            <ChoiceField {...at('agencyId')} choices={waiting.map((agency) => ({ value: agency.id, label: agency.name }))} />
          )}
          <DayField {...at('on')} latest={todayNow()} />
          <TextField {...at('by')} maxLength={200} />
        </>
      )}
    </CommandDialog>
  );
}

/** Ends a joint objective, with the reason. */
export function EndJoint({ row, onClose }: { readonly row: JointRow; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={`${text.end}: ${row.title}`}
      command="joint-objective.end"
      forKind="joint-objective.end"
      about={row.id}
      initial={{ because: '' }}
      labels={text.labels}
      args={({ because }) => ({ objectiveId: row.id, because })}
      submit={text.end}
      danger
      done={objectivesText.ended}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <TextArea {...at('because')} data-autofocus maxLength={2000} />}
    </CommandDialog>
  );
}
