import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Facts } from '#renderer/components/details-pane.tsx';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { forceText } from '#renderer/text/force.ts';
import { agencyTypeWords } from '#renderer/text/organisation.ts';
import { type AgencyRow, AgreementState } from './partners-table.tsx';
import styles from './partner-details.module.css';

const text = forceText.partners;

function consentText(consent: AgencyRow['policeConsent']): string {
  if (consent === null) return text.notGiven;
  const said = text.consentBy(whenText(consent.on), consent.by);
  return consent.reference === '' ? said : `${said} (${consent.reference})`;
}

/** One agency: both consents, agreement, its people and where they sit (duties 67, 68). */
export function PartnerDetails({ agency, actions }: { readonly agency: AgencyRow; readonly actions: ReactNode }): ReactNode {
  return (
    <>
      <p className={styles['standing']}>
        <StatusText tone={agency.mutual ? 'good' : 'attention'}>
          <span className={styles['wrap']}>{agency.mutual ? text.mutual : text.oneSided}</span>
        </StatusText>{' '}
        <DutyTag number={68} />
      </p>
      <Facts
        facts={[
          { label: text.facts.type, value: agencyTypeWords[agency.agencyType] },
          { label: text.facts.contact, value: agency.contact },
          { label: text.facts.police, value: consentText(agency.policeConsent) },
          { label: text.facts.partner, value: consentText(agency.partnerConsent) },
          {
            label: text.facts.agreement,
            value: (
              <>
                <AgreementState row={agency} />
                {agency.agreement !== null && <div>{agency.agreement.reference}</div>}
              </>
            ),
          },
          { label: text.facts.purpose, value: agency.agreement?.purpose ?? '' },
        ]}
      />
      <div className={styles['buttons']}>{actions}</div>
      <section className={styles['people']}>
        <h3>{text.people}</h3>
        {agency.people.length === 0 && <p className={styles['quiet']}>{text.noPeople}</p>}
        <ul>
          {agency.people.map((person) => (
            <li key={person.id}>
              <Link href={`/force/people?show=${person.id}`}>{person.name}</Link>
              {person.groups.length > 0 && <span className={styles['quiet']}>, {text.sitsIn(person.groups.join(', '))}</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
