import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { QueryView } from '#shared/domain/registry.ts';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { forceText } from '#renderer/text/force.ts';
import { functionWords, organisationText, roleWords } from '#renderer/text/organisation.ts';
import styles from './group.module.css';

export type GroupView = Extract<QueryView<'group'>, { found: true }>;
export type GroupMember = GroupView['members'][number];
const text = forceText.group;

interface SectionProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of the group's page. */
export function GroupSection({ title, action, children }: SectionProps): ReactNode {
  return (
    <section className={styles['section']}>
      <h2>
        <span>{title}</span>
        {action}
      </h2>
      {children}
    </section>
  );
}

interface WithEnd {
  readonly onEnd?: ((member: GroupMember) => void) | undefined;
}

const OFFICES = ['chair', 'deputy-chair', 'secretary', 'action-manager'] as const;

/** Chair with authority, deputy, secretary, action manager with delegation; vacancies are said (duties 71, 120, 124). */
export function GroupOfficers({
  group,
  onEnd,
  onAppoint,
}: { readonly group: GroupView; readonly onAppoint?: ((role: (typeof OFFICES)[number]) => void) | undefined } & WithEnd): ReactNode {
  return (
    <ul className={styles['lines']}>
      {OFFICES.flatMap((role) => {
        const holders = group.members.filter((member) => member.role === role);
        if (holders.length === 0 && role === 'deputy-chair') return [];
        if (holders.length === 0) {
          return [
            <li key={role} className={styles['officer']}>
              <p className={styles['role']}>{roleWords(role)}</p>
              <p>
                <StatusText tone={role === 'chair' ? 'danger' : 'attention'}>{text.vacant}</StatusText>
              </p>
              {onAppoint !== undefined && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => onAppoint(role)}
                  aria-label={`${text.appoint}: ${roleWords(role)}`}
                >
                  {text.appoint}
                </Button>
              )}
            </li>,
          ];
        }
        return holders.map((holder) => (
          <li key={holder.id} className={styles['officer']}>
            <p className={styles['role']}>{roleWords(role)}</p>
            <p>
              <Link href={`/force/people?show=${holder.personId}`}>{holder.name}</Link>{' '}
              <span className={styles['quiet']}>{text.since(whenText(holder.from))}</span>
              {holder.deputyFor !== '' && <span className={styles['quiet']}>, {forceText.people.deputyFor(holder.deputyFor)}</span>}
            </p>
            <EndButton member={holder} onEnd={onEnd} />
            {holder.authority !== '' && (
              <p className={styles['words']}>
                {text.authority}: {holder.authority}
              </p>
            )}
            {holder.delegation !== '' && (
              <p className={styles['words']}>
                {forceText.people.delegatedBy(holder.delegatedBy)}: {holder.delegation}
              </p>
            )}
          </li>
        ));
      })}
    </ul>
  );
}

function EndButton({ member, onEnd }: { readonly member: GroupMember } & WithEnd): ReactNode {
  return onEnd === undefined ? (
    <span />
  ) : (
    <Button
      size="compact-xs"
      variant="subtle"
      onClick={() => onEnd(member)}
      aria-label={organisationText.appointment.endTitle(roleWords(member.role), member.name)}
    >
      {organisationText.appointment.end}
    </Button>
  );
}

/** Members by what they bring, partners with their agency, and the functions nobody brings (duties 66, 67, 118). */
export function GroupMembers({ group, onEnd }: { readonly group: GroupView } & WithEnd): ReactNode {
  const others = group.members
    .filter((member) => !OFFICES.some((role) => role === member.role))
    .sort((a, b) => functionWords(a.memberFunction).localeCompare(functionWords(b.memberFunction), 'en-GB'));
  return (
    <>
      {others.length === 0 && <p className={styles['quiet']}>{text.noMembers}</p>}
      <ul className={styles['lines']} style={{ gap: 0 }}>
        {others.map((member) => (
          <li key={member.id} className={styles['member']}>
            <span className={styles['role']}>
              {member.role === 'plan-owner' ? roleWords(member.role) : functionWords(member.memberFunction)}
            </span>
            <span>
              <Link href={`/force/people?show=${member.personId}`}>{member.name}</Link>
              {(member.agency !== '' || member.jobTitle !== '') && (
                <span className={styles['quiet']}> ({member.agency || member.jobTitle})</span>
              )}
              {member.deputyFor !== '' && <span className={styles['quiet']}>, {forceText.people.deputyFor(member.deputyFor)}</span>}
            </span>
            <EndButton member={member} onEnd={onEnd} />
          </li>
        ))}
      </ul>
      {group.missingFunctions.length > 0 && (
        <p style={{ marginTop: '0.5rem' }}>
          <StatusText tone="attention">
            {text.missing}: {group.missingFunctions.map((one) => functionWords(one).toLowerCase()).join(', ')}
          </StatusText>{' '}
          <DutyTag number={118} />
        </p>
      )}
    </>
  );
}

/** What is amiss with the group, each with its duty. */
export function GroupGaps({ group }: { readonly group: GroupView }): ReactNode {
  if (group.gaps.length === 0) return <StatusText tone="good">{text.noGaps}</StatusText>;
  return (
    <ul className={styles['lines']}>
      {group.gaps.map((gap) => (
        <li key={gap.id} className={styles['gap']}>
          <StatusText tone={gap.severity === 'red' ? 'danger' : 'attention'}>{forceText.governance.severity[gap.severity]}</StatusText>
          <span>
            {gap.sentence}{' '}
            {gap.duties.map((duty) => (
              <DutyTag key={duty} number={duty} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** When it met, is due and will meet; its recent and coming meetings (duties 57, 63, 117). */
export function GroupMeetings({ group }: { readonly group: GroupView }): ReactNode {
  if (!group.meetingsKnown) return <p className={styles['quiet']}>{text.meetingsNotYours}</p>;
  return (
    <>
      <dl className={styles['facts']}>
        <dt>{text.last}</dt>
        <dd>{group.lastHeldOn === '' ? text.never : <When at={group.lastHeldOn} />}</dd>
        {group.nextDueOn !== '' && (
          <>
            <dt>{text.next}</dt>
            <dd>
              <When at={group.nextDueOn} />{' '}
              {group.daysOverdue > 0 && <StatusText tone="danger">{forceText.groups.overdue(group.daysOverdue)}</StatusText>}
            </dd>
          </>
        )}
        <dt>{text.planned}</dt>
        <dd>{group.nextPlannedOn === '' ? text.nonePlanned : <When at={group.nextPlannedOn} />}</dd>
      </dl>
      {group.meetings.length === 0 ? (
        <p className={styles['quiet']}>{text.noMeetings}</p>
      ) : (
        <ul className={styles['lines']} style={{ marginTop: '0.5rem' }}>
          {group.meetings.map((meeting) => (
            <li key={meeting.id} className={styles['meeting']}>
              <Link href={`/meetings/${meeting.id}`}>
                <Reference>{meeting.reference}</Reference>
              </Link>
              <span>
                <When at={meeting.startsAt} />
                {meeting.interim && `, ${text.interimMark}`}
              </span>
              <span className={styles['quiet']}>{text.states[meeting.state] ?? meeting.state}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Appointments of the group before and after the day shown, so that nobody who sat in it is lost (duty 7). */
export function GroupPast({ group }: { readonly group: GroupView }): ReactNode {
  return (
    <ul className={styles['lines']}>
      {[...group.coming, ...group.past].map((member) => (
        <li key={member.id} className={styles['member']}>
          <span className={styles['role']}>{roleWords(member.role)}</span>
          <Link href={`/force/people?show=${member.personId}`}>{member.name}</Link>
          <span className={styles['quiet']}>{forceText.period(whenText(member.from), whenText(member.to))}</span>
        </li>
      ))}
    </ul>
  );
}
