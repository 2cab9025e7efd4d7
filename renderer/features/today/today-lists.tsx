import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { assertNever } from '#shared/base/assert-never.ts';
import type { ActionRow } from '#shared/domain/action/action-rows.ts';
import type { MeetingAhead } from '#shared/domain/today/meetings-ahead.ts';
import type { TodayView } from '#shared/domain/today/today.queries.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { When } from '#renderer/components/when.tsx';
import { calendarText, entryTypeWords } from '#renderer/text/calendar.ts';
import { publicationsText } from '#renderer/text/publications.ts';
import { todayText } from '#renderer/text/today.ts';
import styles from './today.module.css';

interface ListProps {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

/** One group of things that wait, under its heading with how many there are. */
function List({ id, title, count, children }: ListProps): ReactNode {
  return (
    <section aria-labelledby={`today-${id}`}>
      <h2 id={`today-${id}`} className={styles['heading']}>
        {title} {count !== undefined && <span className={styles['count']}>({count})</span>}
      </h2>
      <ul className={styles['list']}>{children}</ul>
    </section>
  );
}

/** The meetings that lead the day, each with the next step as its button. */
export function Leading({ rows }: { readonly rows: TodayView['leading'] }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <List id="leading" title={todayText.leading} count={rows.length}>
      {rows.map((row, index) => (
        <li key={row.id} className={styles['lead']}>
          <Link href={linkTo('meeting', row.id)} className={styles['main'] ?? ''}>
            <span className={styles['text']}>{row.groupName}</span>
            <span className={styles['dimmed']}>
              <Reference>{row.reference}</Reference> · <When at={row.startsAt} />
              {row.place !== '' && ` · ${row.place}`}
            </span>
            <span className={styles['dimmed']}>
              <StatusText tone={LEAD_TONES[row.when]}>{todayText.when[row.when]}</StatusText> · {todayText.part[row.part]} ·{' '}
              {row.when === 'in-session' ? todayText.undecided(row.undecided) : todayText.ready(row.items, row.papers)}
            </span>
          </Link>
          <Button component={Link} href={stepPath(row)} variant={index === 0 ? 'filled' : 'default'} size="sm">
            {todayText.next[row.next]}
          </Button>
        </li>
      ))}
    </List>
  );
}

const LEAD_TONES: Readonly<Record<MeetingAhead['when'], Tone>> = {
  'in-session': 'active',
  'not-held': 'danger',
  today: 'attention',
  'to-sign': 'attention',
  'this-week': 'quiet',
  later: 'quiet',
};

function stepPath({ id, next }: MeetingAhead): string {
  switch (next) {
    case 'run':
    case 'follow':
      return `${linkTo('meeting', id)}/console`;
    case 'sign':
    case 'have-signed':
      return linkTo('minutes', '', id);
    case 'prepare':
    case 'start':
    case 'read':
      return linkTo('meeting', id);
    default:
      return assertNever(next);
  }
}

export function Actions({
  id,
  title,
  rows,
  showClaim = false,
}: {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly ActionRow[];
  readonly showClaim?: boolean;
}): ReactNode {
  if (rows.length === 0) return null;
  return (
    <List id={id} title={title} count={rows.length}>
      {rows.map((row) => (
        <li key={row.id} className={styles['row']}>
          <Link href={linkTo('action', row.id)} className={styles['main'] ?? ''}>
            <span className={styles['text']}>{row.text}</span>
            <span className={styles['dimmed']}>
              <Reference>{row.reference}</Reference> {row.groupName}{' '}
              {showClaim && row.claimedBy !== '' && `· ${todayText.claimedBy(row.claimedBy)}`}
            </span>
          </Link>
          <span className={styles['side']}>
            {row.policeOnly && <PoliceOnly />}
            <span>
              {todayText.due} <When at={row.dueOn} />
            </span>
            <ActionState row={row} />
          </span>
        </li>
      ))}
    </List>
  );
}

function ActionState({ row }: { readonly row: ActionRow }): ReactNode {
  if (row.overdueDays > 0) return <StatusText tone="danger">{todayText.overdue(row.overdueDays)}</StatusText>;
  const tone = row.state === 'blocked' ? 'attention' : row.state === 'claimed' ? 'good' : row.state === 'in-progress' ? 'active' : 'quiet';
  return <StatusText tone={tone}>{todayText.states[row.state] ?? row.state}</StatusText>;
}

export function Meetings({ rows }: { readonly rows: readonly MeetingAhead[] }): ReactNode {
  return (
    <List id="meetings" title={todayText.meetings}>
      {rows.length === 0 && <li className={styles['dimmed']}>{todayText.noMeetings}</li>}
      {rows.map((row) => (
        <li key={row.id} className={styles['row']}>
          <Link href={linkTo('meeting', row.id)} className={styles['main'] ?? ''}>
            <span className={styles['text']}>{row.groupName}</span>
            <span className={styles['dimmed']}>
              <When at={row.startsAt} />
              {row.place !== '' && ` · ${row.place}`}
            </span>
          </Link>
          <span className={styles['side']}>
            {row.state === 'live' ? (
              <StatusText tone="attention">
                {todayText.inSession}, {todayText.undecided(row.undecided)}
              </StatusText>
            ) : (
              <span className={styles['dimmed']}>{todayText.part[row.part]}</span>
            )}
          </span>
        </li>
      ))}
    </List>
  );
}

export function AgainstPolicy({ rows }: { readonly rows: TodayView['againstPolicy'] }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <List id="policy" title={todayText.againstPolicy} count={rows.length}>
      {rows.map((gap) => (
        <li key={gap.id} className={styles['row']}>
          <span className={styles['main']}>
            <StatusText tone={gap.severity === 'red' ? 'danger' : 'attention'}>
              <Link href={linkTo(gap.subject.kind, gap.subject.id)}>{gap.subject.name}</Link>
            </StatusText>
            <span>
              {gap.sentence}{' '}
              {gap.duties.map((duty) => (
                <DutyTag key={duty} number={duty} />
              ))}
            </span>
          </span>
        </li>
      ))}
    </List>
  );
}

export function Plans({ rows }: { readonly rows: TodayView['plans'] }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <List id="plans" title={todayText.plans} count={rows.length}>
      {rows.map((plan) => (
        <li key={plan.id} className={styles['row']}>
          <Link href={linkTo('delivery-plan', plan.id)} className={styles['main'] ?? ''}>
            <span className={styles['text']}>{plan.title}</span>
            <Reference>{plan.reference}</Reference>
          </Link>
          <span className={styles['side']}>
            {todayText.due} <When at={plan.dueOn} />
          </span>
        </li>
      ))}
    </List>
  );
}

/** What was published and is to be read, the most pressing first (duties 99, 108). */
export function Publications({ rows }: { readonly rows: TodayView['publications'] }): ReactNode {
  const words = publicationsText.today;
  if (rows.length === 0) return null;
  return (
    <List id="publications" title={words.title} count={rows.length}>
      {rows.map((row) => (
        <li key={row.id} className={styles['row']}>
          <Link href={linkTo('publication', row.id)} className={styles['main'] ?? ''}>
            <span className={styles['text']}>{row.title}</span>
            <span className={styles['dimmed']}>
              <When at={row.sentAt} />
              {row.remindedAt !== '' && (
                <>
                  {' '}
                  · {words.reminded} <When at={row.remindedAt} />
                </>
              )}
            </span>
          </Link>
          <span className={styles['side']}>
            <span>
              {words.readBy} <When at={row.readBy} />
            </span>
            {row.overdueDays > 0 && <StatusText tone="danger">{todayText.overdue(row.overdueDays)}</StatusText>}
          </span>
        </li>
      ))}
    </List>
  );
}

/** Assessments and reviews past their day, for those who run the group (duty 57). */
export function OverduePlanning({ rows }: { readonly rows: TodayView['overduePlanning'] }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <List id="overdue-planning" title={calendarText.today.title} count={rows.length}>
      {rows.map((row) => (
        <li key={row.id} className={styles['row']}>
          <Link href="/strategy/calendar" className={styles['main'] ?? ''}>
            <span className={styles['text']}>{entryTypeWords[row.type]}</span>
            <span className={styles['dimmed']}>
              {row.groupCode !== '' && <Reference>{row.groupCode}</Reference>} {row.title}
            </span>
          </Link>
          <span className={styles['side']}>
            <span>
              {todayText.due} <When at={row.on} />
            </span>
            <StatusText tone="danger">{todayText.overdue(row.overdueDays)}</StatusText>
          </span>
        </li>
      ))}
    </List>
  );
}

/** Commissions this person is to deliver, or that lie with nobody (duties 78, 79). */
export function Commissions({ rows }: { readonly rows: TodayView['commissions'] }): ReactNode {
  const { personId } = useActor();
  if (rows.length === 0) return null;
  return (
    <List id="commissions" title={todayText.commissions} count={rows.length}>
      {rows.map((row) => (
        <li key={row.id} className={styles['row']}>
          <Link href={linkTo('commission', row.id)} className={styles['main'] ?? ''}>
            <span className={styles['text']}>{row.question}</span>
            <span className={styles['dimmed']}>
              <Reference>{row.reference}</Reference> {row.groupName}
              {row.ownerId !== personId && ` · ${row.owner}`}
              {row.ownerLeft && `, ${todayText.ownerLeft}`}
            </span>
          </Link>
          <span className={styles['side']}>
            {row.policeOnly && <PoliceOnly />}
            <span>
              {todayText.due} <When at={row.dueOn} />
            </span>
            {row.overdueDays > 0 && <StatusText tone="danger">{todayText.overdue(row.overdueDays)}</StatusText>}
          </span>
        </li>
      ))}
    </List>
  );
}
