import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useParams } from 'wouter';
import type { Instant } from '#shared/base/time.ts';
import { timeText } from '#shared/base/time-text.ts';
import type { Refusal } from '#shared/base/result.ts';
import type { MeetingPage as MeetingView } from '#shared/domain/meeting/meeting.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { HandOutCopy } from '#renderer/features/minutes/hand-out-copy.tsx';
import { MinutesSheet } from '#renderer/features/minutes/minutes-sheet.tsx';
import styles from '#renderer/features/minutes/minutes.module.css';
import { SignMinutes } from '#renderer/features/minutes/sign-minutes.tsx';
import { CopiesList, SignatureFacts, VerifierToSave } from '#renderer/features/minutes/signed-minutes.tsx';
import { type MinutesShown, useMinutes } from '#renderer/features/minutes/use-minutes.ts';
import { minutesText } from '#renderer/text/minutes.ts';

type Edition = 'full' | 'partner';

/** The minutes of a meeting: read, signed by the chair, handed out in numbered copies (duties 81, 82, 119, 184). */
export function MinutesPage(): ReactNode {
  const { meetingId = '' } = useParams<{ meetingId: string }>();
  const meeting = useView('meeting', { meetingId });
  return <View of={meeting}>{(view) => (view === null ? <EmptyState title={minutesText.notThere} /> : <MinutesOf meeting={view} />)}</View>;
}

function MinutesOf({ meeting }: { readonly meeting: MeetingView }): ReactNode {
  const [handingOut, setHandingOut] = useState(false);
  const signed = meeting.state === 'signed';
  const whyNot: Refusal | null = meeting.steps.run ?? meeting.steps.handOut;
  useShortcut('h', minutesText.handOut.key, () => setHandingOut(true), { enabled: signed && whyNot === null });
  return (
    <Page
      title={minutesText.title}
      breadcrumbs={[
        { text: minutesText.meetings, to: '/meetings' },
        { text: meeting.groupName, to: `/meetings/${meeting.id}` },
      ]}
      marking={meeting.marking}
      subtitle={
        <>
          <Reference>{meeting.reference}</Reference> · {timeText(meeting.startsAt as Instant)} ·{' '}
          <StatusText tone={signed ? 'good' : 'attention'}>{minutesText.states[meeting.state]}</StatusText>
        </>
      }
      actions={
        signed && (
          <RuleButton why={whyNot} onClick={() => setHandingOut(true)}>
            {minutesText.handOut.button}
          </RuleButton>
        )
      }
    >
      {meeting.state === 'closed' || signed ? <MinutesShownOf meeting={meeting} /> : <NotYet meeting={meeting} />}
      {handingOut && <HandOutCopy meetingId={meeting.id} onClose={() => setHandingOut(false)} />}
    </Page>
  );
}

function NotYet({ meeting }: { readonly meeting: MeetingView }): ReactNode {
  const live = meeting.state === 'live';
  return (
    <EmptyState
      title={minutesText.notYet}
      action={
        <Button onClick={() => goTo(live ? `/meetings/${meeting.id}/console` : `/meetings/${meeting.id}`)}>
          {live ? minutesText.toConsole : minutesText.toMeeting}
        </Button>
      }
    >
      {minutesText.notYetHelp}
    </EmptyState>
  );
}

function MinutesShownOf({ meeting }: { readonly meeting: MeetingView }): ReactNode {
  const [edition, setEdition] = useState<Edition>('full');
  const agencies = useView('partner-agencies', {});
  // Which agency does not matter for what is left out, only that it goes to one.
  const agencyId = agencies.state === 'ready' ? (agencies.view.rows.find((agency) => agency.inUse)?.id ?? '') : '';
  const minutes = useMinutes(meeting.id, edition === 'partner' ? agencyId : '', `${meeting.state} ${meeting.signed?.copies ?? 0}`);
  return (
    <>
      {agencyId !== '' && (
        <div className={styles['tabs']}>
          <ViewTabs
            label={minutesText.edition.label}
            tabs={[
              { value: 'full', label: minutesText.edition.full },
              { value: 'partner', label: minutesText.edition.partner },
            ]}
            value={edition}
            onChange={setEdition}
          />
        </div>
      )}
      <View of={minutes}>
        {(shown) => (
          <div className={styles['columns']}>
            <MinutesSheet document={shown.document} draft={shown.signature === null} />
            <Side meeting={meeting} shown={shown} onFull={() => setEdition('full')} />
          </div>
        )}
      </View>
    </>
  );
}

function Side({
  meeting,
  shown,
  onFull,
}: {
  readonly meeting: MeetingView;
  readonly shown: MinutesShown;
  readonly onFull: () => void;
}): ReactNode {
  if (shown.signature === null && shown.document.edition === 'partner') {
    return (
      <div className={styles['side']}>
        <p>{minutesText.sign.onlyFull}</p>
        <div>
          <Button variant="default" onClick={onFull}>
            {minutesText.sign.showFull}
          </Button>
        </div>
      </div>
    );
  }
  if (shown.signature === null) {
    return (
      <div className={styles['side']}>
        {meeting.steps.run === null ? (
          <SignMinutes meetingId={meeting.id} chair={meeting.chair} />
        ) : (
          <RefusalNote refusals={[meeting.steps.run]} />
        )}
      </div>
    );
  }
  return (
    <div className={styles['side']}>
      <SignatureFacts signature={shown.signature} />
      <CopiesList copies={shown.copies} />
      <VerifierToSave />
    </div>
  );
}
