import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { QueryView } from '#shared/domain/registry.ts';
import { whenText } from '#renderer/components/when.tsx';
import { forceText } from '#renderer/text/force.ts';
import { functionWords, organisationText, responsibilityWords, roleWords } from '#renderer/text/organisation.ts';
import styles from './appointment-list.module.css';

export type PersonAppointment = Extract<QueryView<'person'>, { found: true }>['appointments'][number];

interface AppointmentListProps {
  readonly appointments: readonly PersonAppointment[];
  /** Which of them the person looking may end. */
  readonly mayEnd: (appointment: PersonAppointment) => boolean;
  readonly onEnd: (appointment: PersonAppointment) => void;
}

/** The roles of one person: held, to come, over; with days, rank then held, and what came with the role (duties 1, 7). */
export function AppointmentList({ appointments, mayEnd, onEnd }: AppointmentListProps): ReactNode {
  const text = forceText.people;
  if (appointments.length === 0) return <p className={styles['quiet']}>{text.noRoles}</p>;
  const parts = [
    { title: text.rolesHeld, rows: appointments.filter((one) => one.standing === 'held') },
    { title: text.rolesComing, rows: appointments.filter((one) => one.standing === 'coming') },
    { title: text.rolesOver, rows: appointments.filter((one) => one.standing === 'over') },
  ];
  return parts
    .filter((part) => part.rows.length > 0)
    .map((part) => (
      <section key={part.title}>
        <h4 className={styles['heading']}>{part.title}</h4>
        <ul className={styles['list']}>
          {part.rows.map((row) => (
            <li key={row.id} className={styles['item']} data-over={row.standing === 'over' || undefined}>
              <div>
                <p>
                  <strong>{roleWords(row.role)}</strong>
                  {row.memberFunction !== '' && `, ${functionWords(row.memberFunction).toLowerCase()}`}
                  {row.deputyFor !== '' && `, ${text.deputyFor(row.deputyFor)}`}
                  {row.scopeType !== 'force' && (
                    <>
                      {' · '}
                      {row.scopeType === 'group' ? <Link href={`/force/groups/${row.scopeId}`}>{row.place}</Link> : row.place}
                    </>
                  )}
                </p>
                <p className={styles['quiet']}>
                  {forceText.period(whenText(row.from), whenText(row.to))}
                  {row.rankWhenGiven !== '' && row.role === 'chief-officer-lead' && `, ${text.rankThen(row.rankWhenGiven)}`}
                </p>
                {row.responsibilities.length > 0 && <p>{row.responsibilities.map((one) => responsibilityWords[one]).join('; ')}</p>}
                {row.authority !== '' && (
                  <p>
                    {organisationText.appointment.labels.authority}: {row.authority}
                  </p>
                )}
                {row.delegation !== '' && (
                  <p>
                    {text.delegatedBy(row.delegatedBy)}: {row.delegation}
                  </p>
                )}
                <p className={styles['quiet']}>
                  {text.appointedBy(row.givenBy)}
                  {row.endedBecause !== '' && `. ${text.ended(row.endedBecause)}`}
                </p>
              </div>
              {row.standing !== 'over' && mayEnd(row) && (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => onEnd(row)}
                  aria-label={organisationText.appointment.endTitle(roleWords(row.role), row.place)}
                >
                  {organisationText.appointment.end}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    ));
}
