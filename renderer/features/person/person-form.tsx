import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { MARKINGS, type Marking } from '#shared/contracts/record/record.ts';
import { type Rank, RANKS } from '#shared/domain/person/person.schema.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, TextField } from '#renderer/components/field.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { organisationText } from '#renderer/text/organisation.ts';

const text = organisationText.person;

interface PersonFields extends Readonly<Record<string, unknown>> {
  readonly givenName: string;
  readonly familyName: string;
  readonly rank: Rank | '';
  readonly serviceNumber: string;
  readonly jobTitle: string;
  readonly partnerAgencyId: string;
  readonly unitId: string;
  readonly email: string;
  readonly telephone: string;
  readonly clearance: Marking;
  readonly from: Day | '';
}

interface PersonFormProps {
  readonly person?: { readonly id: string; readonly name: string; readonly particulars: PersonFields };
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onAdded?: (personId: string) => void;
}

/** Adds someone to the directory, or changes their particulars. */
export function PersonForm({ person, units, agencies, onClose, onAdded }: PersonFormProps): ReactNode {
  const initial: PersonFields = person?.particulars ?? {
    givenName: '',
    familyName: '',
    rank: '',
    serviceNumber: '',
    jobTitle: '',
    partnerAgencyId: '',
    unitId: '',
    email: '',
    telephone: '',
    clearance: 'OFFICIAL-SENSITIVE',
    from: todayNow(),
  };
  const shared = {
    initial,
    labels: text.labels,
    onCancel: onClose,
    children: (form: Form<PersonFields>): ReactNode => (
      <PersonFieldset {...form} units={units} agencies={agencies} isNew={person === undefined} />
    ),
  };
  // An agency is only of someone of rank Partner, a unit only of everyone else: what was chosen before the rank changed is left out.
  const argsOf = ({
    givenName,
    familyName,
    rank,
    serviceNumber,
    jobTitle,
    partnerAgencyId,
    unitId,
    email,
    telephone,
    clearance,
  }: PersonFields) => ({
    givenName,
    familyName,
    rank: rank as Rank,
    serviceNumber,
    jobTitle,
    email,
    telephone,
    clearance,
    partnerAgencyId: rank === 'Partner' ? partnerAgencyId : '',
    unitId: rank === 'Partner' ? '' : unitId,
  });
  return person === undefined ? (
    <CommandDialog
      {...shared}
      title={text.add}
      command="person.add"
      forKind="person.add"
      about=""
      args={(fields) => ({ ...argsOf(fields), from: fields.from })}
      submit={text.add}
      done={text.added}
      onDone={({ personId }) => {
        onClose();
        onAdded?.(personId);
      }}
    />
  ) : (
    <CommandDialog
      {...shared}
      title={text.changeTitle(person.name)}
      command="person.change"
      forKind="person.change"
      about={person.id}
      args={(fields) => ({ ...argsOf(fields), personId: person.id })}
      submit={text.change}
      done={text.changed}
      onDone={onClose}
    />
  );
}

function PersonFieldset({
  fields,
  at,
  units,
  agencies,
  isNew,
}: Form<PersonFields> & Pick<PersonFormProps, 'units' | 'agencies'> & { readonly isNew: boolean }): ReactNode {
  const partner = fields.rank === 'Partner';
  return (
    <>
      <TextField {...at('givenName')} data-autofocus />
      <TextField {...at('familyName')} />
      <ChoiceField {...at('rank')} help={text.help.rank} choices={RANKS.map((value) => ({ value, label: value }))} />
      {partner ? (
        <ChoiceField {...at('partnerAgencyId')} choices={agencies.map((agency) => ({ value: agency.id, label: agency.name }))} />
      ) : (
        <>
          <TextField {...at('serviceNumber')} optional />
          <ChoiceField
            {...at('unitId')}
            optional
            placeholder={text.none}
            choices={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          />
        </>
      )}
      <TextField {...at('jobTitle')} optional />
      <TextField {...at('email')} optional />
      <TextField {...at('telephone')} optional />
      <ChoiceField {...at('clearance')} help={text.help.clearance} choices={MARKINGS.map((value) => ({ value, label: value }))} />
      {isNew && <DayField {...at('from')} />}
    </>
  );
}
