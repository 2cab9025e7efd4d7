import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import type { Day, Instant } from '#shared/base/time.ts';
import { dayText, timeText } from '#shared/base/time-text.ts';
import { ROLE_NAMES } from '#shared/domain/appointment/role-names.ts';
import type { MeetingPage as MeetingView } from '#shared/domain/meeting/meeting.queries.ts';
import { useCommand, useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { ReasonDialog } from '#renderer/components/dialogs.tsx';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { View } from '#renderer/components/view.tsx';
import { AgendaPlanning } from '#renderer/features/meeting/agenda-planning.tsx';
import { MeetingAttendance } from '#renderer/features/meeting/meeting-attendance.tsx';
import { MeetingPapers } from '#renderer/features/meeting/meeting-papers.tsx';
import styles from '#renderer/features/meeting/meeting.module.css';
import { RescheduleMeeting } from '#renderer/features/meeting/reschedule-meeting.tsx';
import { StartMeeting } from '#renderer/features/meeting/start-meeting.tsx';
import { meetingsText } from '#renderer/text/meetings.ts';

const words = meetingsText.page;
const roleName = (role: string): string => (ROLE_NAMES as Readonly<Record<string, string>>)[role] ?? role;

/** One meeting before and after it is held: agenda, papers, attendance, what stands in the way, and the way into console and minutes. */
export function MeetingPage(): ReactNode {
  const { meetingId = '' } = useParams<{ meetingId: string }>();
  const meeting = useView('meeting', { meetingId });
  return (
    <View of={meeting}>{(view) => (view === null ? <EmptyState title={meetingsText.notThere} /> : <MeetingShown view={view} />)}</View>
  );
}

function MeetingShown({ view }: { readonly view: MeetingView }): ReactNode {
  const [dialog, setDialog] = useState<'none' | 'start' | 'reschedule' | 'cancel'>('none');
  const cancel = useCommand('meeting.cancel');
  const close = (): void => setDialog('none');
  const openConsole = (): void => goTo(`/meetings/${view.id}/console`);
  useShortcut('s', words.start, () => setDialog('start'), { enabled: view.steps.start === null });
  const over = view.state === 'closed' || view.state === 'signed';
  return (
    <Page
      title={view.groupName}
      breadcrumbs={[{ text: meetingsText.title, to: '/meetings' }]}
      marking={view.marking}
      subtitle={
        <>
          <Reference>{view.reference}</Reference> · {timeText(view.startsAt as Instant)} · {words.subtitle(view.place, view.minutesPlanned)}{' '}
          ·{' '}
          <StatusText
            tone={view.state === 'live' ? 'active' : view.state === 'signed' ? 'good' : view.state === 'closed' ? 'attention' : 'quiet'}
          >
            {meetingsText.states[view.state]}
          </StatusText>
          {view.interim && ` · ${words.interim}`}
        </>
      }
      actions={
        <>
          {view.state === 'planned' && (
            <>
              <RuleButton why={view.steps.cancel} variant="subtle" color="gray" onClick={() => setDialog('cancel')}>
                {words.cancel}
              </RuleButton>
              <RuleButton why={view.steps.reschedule} variant="default" onClick={() => setDialog('reschedule')}>
                {words.reschedule}
              </RuleButton>
              <RuleButton why={view.steps.start} onClick={() => setDialog('start')}>
                {words.start}
              </RuleButton>
            </>
          )}
          {view.state === 'live' && <Button onClick={openConsole}>{words.openConsole}</Button>}
          {over && (
            <Button onClick={() => goTo(`/meetings/${view.id}/minutes`)}>{view.state === 'closed' ? words.sign : words.minutes}</Button>
          )}
        </>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <AgendaPlanning view={view} />
        </div>
        <div className={styles['column']}>
          {view.cancelledBecause !== '' && <p>{words.cancelledBecause(view.cancelledBecause)}</p>}
          {view.signed !== null && <p>{words.signedBy(view.signed.by, timeText(view.signed.at as Instant))}</p>}
          {over && <p>{words.counts(view.counts.decisions, view.counts.actions, view.counts.entries)}</p>}
          {view.state === 'planned' && (
            <section>
              <header className={styles['sectionHead']}>
                <h2>{words.warnings}</h2>
              </header>
              {view.warnings.length === 0 && <p className={styles['none']}>{words.noWarnings}</p>}
              <ul className={styles['warnings']}>
                {view.warnings.map((warning) => (
                  <li key={warning.id}>
                    <StatusText tone="attention">{warning.sentence}</StatusText>
                    {warning.duties.map((duty) => (
                      <DutyTag key={duty} number={duty} />
                    ))}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <MeetingPapers view={view} />
          <MeetingAttendance view={view} roleName={roleName} />
          {(view.authority !== '' || view.policy !== null) && (
            <section>
              <header className={styles['sectionHead']}>
                <h2>{words.authority}</h2>
              </header>
              <p className={styles['authority']}>{view.authority}</p>
              {view.policy !== null && (
                <p className={styles['none']}>{words.policy(view.policy.inWords, dayText(view.policy.nextDueOn as Day))}</p>
              )}
            </section>
          )}
        </div>
      </div>
      {dialog === 'start' && <StartMeeting view={view} onStarted={openConsole} onCancel={close} />}
      {dialog === 'reschedule' && <RescheduleMeeting view={view} onClose={close} />}
      <ReasonDialog
        open={dialog === 'cancel'}
        title={words.cancelTitle}
        confirm={words.cancel}
        danger
        longest={1000}
        busy={cancel.busy}
        refusals={cancel.refusals}
        onClose={close}
        onConfirm={(reason) =>
          void cancel.run({ meetingId: view.id, reason }).then((result) => {
            if (!result.ok) return;
            acknowledge(words.cancelled);
            close();
          })
        }
      />
    </Page>
  );
}
