import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { QueryView } from '#shared/domain/registry.ts';
import { Facts } from '#renderer/components/details-pane.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { forceText } from '#renderer/text/force.ts';
import styles from './person-details.module.css';

export type PersonView = Extract<QueryView<'person'>, { found: true }>;

interface PersonDetailsProps {
  readonly person: PersonView;
  /** What may be done with the person. */
  readonly actions: ReactNode;
  /** Their roles, as the feature of appointments draws them. */
  readonly roles: ReactNode;
}

/** One person of the directory: particulars, what they answer for, and their roles (duties 1, 7, 123). */
export function PersonDetails({ person, actions, roles }: PersonDetailsProps): ReactNode {
  const text = forceText.people;
  const { particulars } = person;
  return (
    <>
      <Facts
        facts={[
          { label: text.facts.standing, value: person.standing === 'serving' ? '' : text.standing[person.standing] },
          { label: text.facts.agency, value: person.agency },
          { label: text.facts.unit, value: person.unit },
          { label: text.facts.job, value: particulars.jobTitle },
          { label: text.facts.number, value: particulars.serviceNumber },
          { label: text.facts.email, value: particulars.email },
          { label: text.facts.telephone, value: particulars.telephone },
          { label: text.facts.clearance, value: particulars.clearance },
          { label: text.facts.service, value: forceText.period(whenText(particulars.from), whenText(particulars.to)) },
          { label: text.facts.signIn, value: person.account?.signInName ?? '' },
        ]}
      />
      <div className={styles['buttons']}>{actions}</div>
      {person.actions.length > 0 && (
        <p className={styles['owns']}>
          <Link href="/actions">{text.actions(person.actions.length)}</Link>: {person.actions.map((action) => action.reference).join(', ')}
        </p>
      )}
      <section className={styles['roles']}>
        <h3>{text.roles}</h3>
        {roles}
      </section>
    </>
  );
}
