import { Checkbox, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { FUNCTIONS, type MemberFunction, RESPONSIBILITIES, type Role } from '#shared/domain/appointment/appointment.schema.ts';
import { canDeputise } from '#shared/domain/appointment/role-rules.ts';
import type { Warning } from '#shared/domain/governance/warning.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, fieldId, TextArea, TextField } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { functionWords, organisationText, responsibilityWords } from '#renderer/text/organisation.ts';
import { type Place, placeLabel, placesFor, roleChoices } from './role-choices.ts';

const text = organisationText.appointment;
type Responsibility = (typeof RESPONSIBILITIES)[number];

interface RoleFields extends Readonly<Record<string, unknown>> {
  readonly personId: string;
  readonly role: Role | '';
  readonly scopeId: string;
  readonly from: Day | '';
  readonly to: Day | '';
  readonly memberFunction: MemberFunction | '';
  readonly deputyForId: string;
  readonly responsibilities: readonly Responsibility[];
  readonly authority: string;
  readonly delegation: string;
  readonly delegatedById: string;
  readonly reason: string;
  readonly givenBy: string;
}

interface GiveRoleFormProps {
  /** Everywhere a role may be held; a single one is not asked for. */
  readonly places: readonly Place[];
  /** The person, when already known. */
  readonly person?: { readonly id: string; readonly name: string };
  readonly role?: Role;
  readonly onClose: () => void;
  readonly onGiven: (warnings: readonly Warning[]) => void;
}

/** Gives someone a role somewhere, with what that role asks for (duties 1-3, 10-15, 66-72, 118, 124). */
export function GiveRoleForm({ places, person, role = undefined, onClose, onGiven }: GiveRoleFormProps): ReactNode {
  const actor = useActor();
  const onlyPlace = places.length === 1 ? places[0] : undefined;
  const initial: RoleFields = {
    personId: person?.id ?? '',
    role: role ?? '',
    scopeId: onlyPlace?.id ?? '',
    from: todayNow(),
    to: '',
    memberFunction: '',
    deputyForId: '',
    responsibilities: [],
    authority: '',
    delegation: '',
    delegatedById: '',
    reason: '',
    givenBy: actor.name,
  };
  return (
    <CommandDialog
      title={text.giveTitle(person?.name ?? '')}
      command="appointment.give"
      forKind={`appointment.give${role === undefined ? '' : `:${role}`}`.slice(0, 40)}
      about={person?.id ?? onlyPlace?.id ?? ''}
      initial={initial}
      labels={text.labels}
      args={(fields) => {
        const chosen = fields.role as Role;
        const fitting = placesFor(fields.role, places);
        const place = fitting.find((one) => one.id === fields.scopeId) ?? (fitting.length === 1 ? fitting[0] : undefined);
        const given = <Value,>(asks: boolean, value: Value, otherwise: Value): Value => (asks ? value : otherwise);
        return {
          personId: fields.personId,
          role: chosen,
          scopeType: place?.scopeType ?? 'force',
          scopeId: place?.id ?? '',
          from: fields.from,
          to: fields.to,
          memberFunction: given(chosen === 'member', fields.memberFunction, ''),
          deputyForId: fields.deputyForId,
          responsibilities: given<Responsibility[]>(chosen === 'chief-officer-lead', [...fields.responsibilities], []),
          authority: given(chosen === 'chair' || chosen === 'deputy-chair', fields.authority, ''),
          delegation: given(chosen === 'action-manager', fields.delegation, ''),
          delegatedById: given(chosen === 'action-manager', fields.delegatedById, ''),
          reason: fields.reason,
          givenBy: fields.givenBy,
        };
      }}
      submit={text.submit}
      done={text.given}
      onDone={({ warnings }) => {
        onClose();
        onGiven(warnings);
      }}
      onCancel={onClose}
    >
      {(form) => <RoleFieldset {...form} places={places} fixedPerson={person !== undefined} />}
    </CommandDialog>
  );
}

function RoleFieldset({
  fields,
  set,
  setAll,
  error,
  at,
  places,
  fixedPerson,
}: Form<RoleFields> & { readonly places: readonly Place[]; readonly fixedPerson: boolean }): ReactNode {
  const fitting = placesFor(fields.role, places);
  const place = fitting.find((one) => one.id === fields.scopeId) ?? (fitting.length === 1 ? fitting[0] : undefined);
  const { role } = fields;
  return (
    <>
      {!fixedPerson && <PersonPicker {...at('personId')} />}
      <ChoiceField
        name="role"
        label={text.labels.role}
        value={role}
        onChange={(value) => setAll({ role: value as Role, deputyForId: '' })}
        choices={roleChoices(places)}
        help={role === 'chief-officer-lead' ? text.help.lead : undefined}
        error={error('role') ?? (fixedPerson ? error('personId') : undefined)}
      />
      {fitting.length > 1 && (
        <ChoiceField
          {...at('scopeId')}
          onChange={(value) => setAll({ scopeId: value, deputyForId: '' })}
          choices={fitting.map((one) => ({ value: one.id, label: placeLabel(one) }))}
        />
      )}
      {role === 'chief-officer-lead' && (
        <Responsibilities
          value={fields.responsibilities}
          onChange={(value) => set('responsibilities', value)}
          error={error('responsibilities')}
        />
      )}
      {role === 'member' && (
        <ChoiceField
          {...at('memberFunction')}
          help={text.help.memberFunction}
          choices={FUNCTIONS.map((value) => ({ value, label: functionWords(value) }))}
        />
      )}
      {(role === 'chair' || role === 'deputy-chair') && (
        <TextArea {...at('authority')} help={text.help.authority} optional={role === 'deputy-chair'} />
      )}
      {role === 'action-manager' && (
        <>
          <TextArea {...at('delegation')} help={text.help.delegation} />
          <ChairChoice
            groupId={place?.id ?? ''}
            value={fields.delegatedById}
            onChange={(value) => set('delegatedById', value)}
            error={error('delegatedById')}
          />
        </>
      )}
      {place?.scopeType === 'group' && role !== '' && role !== 'chair' && (
        <DeputyChoice
          groupId={place.id}
          role={role}
          value={fields.deputyForId}
          onChange={(value) => set('deputyForId', value)}
          error={error('deputyForId')}
        />
      )}
      <DayField {...at('from')} />
      <DayField {...at('to')} help={text.help.to} optional />
      <TextField {...at('givenBy')} help={text.help.givenBy} />
      <TextField {...at('reason')} optional />
    </>
  );
}

function Responsibilities({
  value,
  onChange,
  error,
}: {
  readonly value: readonly Responsibility[];
  readonly onChange: (value: readonly Responsibility[]) => void;
  readonly error: string | undefined;
}): ReactNode {
  return (
    <Checkbox.Group
      id={fieldId('responsibilities')}
      label={text.labels.responsibilities}
      description={text.help.responsibilities}
      error={error}
      value={[...value]}
      onChange={(chosen) => onChange(chosen as Responsibility[])}
    >
      <Stack gap="xs" mt="xs">
        {RESPONSIBILITIES.map((one) => (
          <Checkbox key={one} value={one} label={responsibilityWords[one]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function ChairChoice({
  groupId,
  value,
  onChange,
  error,
}: {
  readonly groupId: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}): ReactNode {
  const view = useView('people-to-choose', {});
  const chairs =
    view.state === 'ready'
      ? view.view.rows.filter((person) => person.roles.some((held) => held.role === 'chair' && held.scopeId === groupId))
      : [];
  return (
    <PersonPicker name="delegatedById" label={text.labels.delegatedById} people={chairs} value={value} onChange={onChange} error={error} />
  );
}

function DeputyChoice({
  groupId,
  role,
  value,
  onChange,
  error,
}: {
  readonly groupId: string;
  readonly role: Role;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}): ReactNode {
  const view = useView('group', { groupId, asAt: todayNow() });
  const members = view.state === 'ready' && view.view.found ? view.view.members : [];
  const principals = members.filter((member) => member.deputyFor === '' && canDeputise(role, member.role));
  if (principals.length === 0) return null;
  return (
    <ChoiceField
      name="deputyForId"
      label={text.labels.deputyForId}
      help={text.help.deputyForId}
      optional
      placeholder={text.noDeputy}
      value={value}
      onChange={onChange}
      choices={principals.map((member) => ({ value: member.id, label: member.name }))}
      error={error}
    />
  );
}
