import type { ReactNode } from 'react';
import { addDays, addMonths, type Day } from '#shared/base/time.ts';
import { AGENCY_TYPES } from '#shared/domain/partner-agency/partner-agency.schema.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { agencyTypeWords, organisationText } from '#renderer/text/organisation.ts';
import type { AgencyRow } from './partners-table.tsx';

const text = organisationText.partner;
type AgencyType = AgencyRow['agencyType'];

interface AgencyFields extends Readonly<Record<string, unknown>> {
  readonly name: string;
  readonly agencyType: AgencyType | '';
  readonly contact: string;
}

/** Adds a partner agency, or changes what it is called and whom to ask. */
export function AgencyForm({
  agency,
  onClose,
  onAdded,
}: {
  readonly agency?: AgencyRow;
  readonly onClose: () => void;
  readonly onAdded?: (agencyId: string) => void;
}): ReactNode {
  const shared = {
    initial: { name: agency?.name ?? '', agencyType: agency?.agencyType ?? '', contact: agency?.contact ?? '' } as AgencyFields,
    labels: text.labels,
    onCancel: onClose,
    children: ({ at }: Form<AgencyFields>): ReactNode => (
      <>
        <TextField {...at('name')} data-autofocus />
        <ChoiceField {...at('agencyType')} choices={AGENCY_TYPES.map((value) => ({ value, label: agencyTypeWords[value] }))} />
        <TextField {...at('contact')} help={text.help.contact} optional />
      </>
    ),
  };
  const chosen = (fields: AgencyFields) => ({ name: fields.name, agencyType: fields.agencyType as AgencyType, contact: fields.contact });
  return agency === undefined ? (
    <CommandDialog
      {...shared}
      title={text.add}
      command="partner-agency.add"
      forKind="partner-agency.add"
      about=""
      args={chosen}
      submit={text.add}
      done={text.added}
      onDone={({ agencyId }) => {
        onClose();
        onAdded?.(agencyId);
      }}
    />
  ) : (
    <CommandDialog
      {...shared}
      title={`${text.change}: ${agency.name}`}
      command="partner-agency.change"
      forKind="partner-agency.change"
      about={agency.id}
      args={(fields) => ({ ...chosen(fields), agencyId: agency.id })}
      submit={text.change}
      done={text.changed}
      onDone={onClose}
    />
  );
}

/** Records that one side has consented, when, and who said so (duty 68). */
export function ConsentForm({
  agency,
  side,
  onClose,
}: {
  readonly agency: AgencyRow;
  readonly side: 'police' | 'partner';
  readonly onClose: () => void;
}): ReactNode {
  return (
    <CommandDialog
      title={`${text.consent[side]}: ${agency.name}`}
      command="partner-agency.consent"
      forKind={`partner-agency.consent:${side}`}
      about={agency.id}
      initial={{ on: todayNow() as Day | '', by: '', reference: '' }}
      labels={text.labels}
      args={(fields) => ({ ...fields, agencyId: agency.id, side })}
      submit={text.consent[side]}
      done={text.consentDone}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <DayField {...at('on')} latest={todayNow()} />
          <TextField {...at('by')} />
          <TextField {...at('reference')} help={text.help.reference} optional />
        </>
      )}
    </CommandDialog>
  );
}

/** Records the agreement and the days it covers (duty 67). */
export function AgreementForm({ agency, onClose }: { readonly agency: AgencyRow; readonly onClose: () => void }): ReactNode {
  const today = todayNow();
  return (
    <CommandDialog
      title={`${text.agree}: ${agency.name}`}
      command="partner-agency.agree"
      forKind="partner-agency.agree"
      about={agency.id}
      initial={{
        reference: agency.agreement?.reference ?? '',
        from: today as Day | '',
        to: addDays(addMonths(today, 12), -1) as Day | '',
        purpose: agency.agreement?.purpose ?? '',
      }}
      labels={text.labels}
      args={(fields) => ({ ...fields, agencyId: agency.id })}
      submit={text.agree}
      done={text.agreed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <TextField {...at('reference')} help={text.help.reference} />
          <DayField {...at('from')} />
          <DayField {...at('to')} help={text.help.to} />
          <TextArea {...at('purpose')} optional />
        </>
      )}
    </CommandDialog>
  );
}
