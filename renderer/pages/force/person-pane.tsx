import { type ReactNode, useState } from 'react';
import type { Warning } from '#shared/domain/governance/warning.ts';
import { mayAdminister } from '#shared/domain/access/access.policy.ts';
import { mayAppoint } from '#shared/domain/appointment/appointment.policy.ts';
import { useCommand, useView } from '#renderer/app/bridge/use-bridge.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { DetailsPane } from '#renderer/components/details-pane.tsx';
import { PageLoading } from '#renderer/components/page.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { WarningsDialog } from '#renderer/components/warnings-dialog.tsx';
import { AppointmentList, type PersonAppointment } from '#renderer/features/appointment/appointment-list.tsx';
import { EndRoleForm } from '#renderer/features/appointment/end-role-form.tsx';
import { GiveRoleForm } from '#renderer/features/appointment/give-role-form.tsx';
import { LeaveForm } from '#renderer/features/person/leave-form.tsx';
import { PersonDetails, type PersonView } from '#renderer/features/person/person-details.tsx';
import { PersonForm } from '#renderer/features/person/person-form.tsx';
import { forceText } from '#renderer/text/force.ts';
import { organisationText, roleWords } from '#renderer/text/organisation.ts';
import { CloseAccount, OpenAccount } from './person-account.tsx';
import { useMayOrganise } from './may-change.ts';
import { usePlaces } from './use-places.ts';
import { useUnitsAndAgencies } from './use-units-and-agencies.ts';

type Doing = 'change' | 'leave' | 'give' | 'open-account' | 'close-account' | { readonly end: PersonAppointment };

/** One person at the side of the directory: particulars, roles, account, and what may be done about each. */
export function PersonPane({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }): ReactNode {
  const view = useView('person', { personId });
  if (view.state === 'loading') {
    return (
      <DetailsPane title="" onClose={onClose}>
        <PageLoading />
      </DetailsPane>
    );
  }
  if (view.state === 'refused' || !view.view.found) {
    return (
      <DetailsPane title={forceText.people.unknown} onClose={onClose}>
        <RefusalNote refusals={view.state === 'refused' ? view.refusals : view.view.found ? [] : [view.view.refusal]} />
      </DetailsPane>
    );
  }
  return <Pane person={view.view} onClose={onClose} />;
}

function Pane({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }): ReactNode {
  const actor = useActor();
  const { organises, why } = useMayOrganise();
  const places = usePlaces();
  const choices = useUnitsAndAgencies();
  const comeBack = useCommand('person.return');
  const [doing, setDoing] = useState<Doing | null>(null);
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  const done = (): void => setDoing(null);
  const administers = mayAdminister(actor) === null;
  const serving = person.standing !== 'left' && person.particulars.to === '';
  const small = { variant: 'default', size: 'compact-sm' } as const;
  const mayEnd = (appointment: PersonAppointment): boolean =>
    why === null && mayAppoint(actor, appointment.role, appointment.scopeId) === null;
  return (
    <DetailsPane title={person.name} subtitle={person.agency || person.particulars.jobTitle || person.unit} onClose={onClose}>
      <PersonDetails
        person={person}
        actions={
          <>
            {organises && serving && (
              <RuleButton why={why} {...small} onClick={() => setDoing('give')}>
                {organisationText.appointment.give}
              </RuleButton>
            )}
            {organises && (
              <RuleButton why={why} {...small} onClick={() => setDoing('change')}>
                {organisationText.person.change}
              </RuleButton>
            )}
            {administers && serving && person.account === null && person.agency === '' && (
              <RuleButton why={why} {...small} onClick={() => setDoing('open-account')}>
                {organisationText.account.open}
              </RuleButton>
            )}
            {administers && person.account !== null && (
              <RuleButton why={why} {...small} onClick={() => setDoing('close-account')}>
                {organisationText.account.close}
              </RuleButton>
            )}
            {organises && person.particulars.to === '' && (
              <RuleButton why={why} {...small} onClick={() => setDoing('leave')}>
                {organisationText.person.leave}
              </RuleButton>
            )}
            {organises && person.particulars.to !== '' && (
              <RuleButton
                why={why}
                {...small}
                onClick={() =>
                  void comeBack.run({ personId: person.id }).then((result) => {
                    if (result.ok) acknowledge(organisationText.person.returned);
                  })
                }
              >
                {organisationText.person.comeBack}
              </RuleButton>
            )}
          </>
        }
        roles={
          <AppointmentList appointments={person.appointments} mayEnd={mayEnd} onEnd={(appointment) => setDoing({ end: appointment })} />
        }
      />
      <RefusalNote refusals={comeBack.refusals} />
      {doing === 'change' && <PersonForm person={person} {...choices} onClose={done} />}
      {doing === 'leave' && <LeaveForm person={person} onClose={done} onLeft={setWarnings} />}
      {doing === 'give' && <GiveRoleForm person={person} places={places} onClose={done} onGiven={setWarnings} />}
      {doing === 'open-account' && <OpenAccount person={person} onClose={done} />}
      {doing === 'close-account' && person.account !== null && <CloseAccount account={person.account} name={person.name} onClose={done} />}
      {typeof doing === 'object' && doing !== null && (
        <EndRoleForm appointment={{ id: doing.end.id, role: roleWords(doing.end.role), place: doing.end.place }} onClose={done} />
      )}
      <WarningsDialog warnings={warnings} onClose={() => setWarnings([])} />
    </DetailsPane>
  );
}
