import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { APPEARANCES, OPENED_BECAUSE, OPENED_PARAMETER } from '#shared/contracts/bridge/announcements.ts';
import { useBridge, useConnection } from '#renderer/app/bridge/use-bridge.ts';
import { look, useSession } from '#renderer/app/session/session.ts';
import { useAnnouncement } from '#renderer/app/shell/announce.ts';
import { useAppearance } from '#renderer/app/theme/appearance.ts';
import { MarkingStrip } from '#renderer/app/shell/marking-strip.tsx';
import { SampleWatermark } from '#renderer/app/shell/sample-watermark.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { PutBack } from '#renderer/features/backup/put-back.tsx';
import { FirstStart } from '#renderer/features/session/first-start.tsx';
import { Recover } from '#renderer/features/session/recover.tsx';
import { SignIn } from '#renderer/features/session/sign-in.tsx';
import { appText } from '#renderer/text/app.ts';
import { sessionText } from '#renderer/text/session.ts';
import styles from './session.module.css';

/** Everything before someone is signed in: first start, sign-in, recovery, and the sentences when Cordon cannot go on. */
export function SessionPage(): ReactNode {
  const sample = useSession((state) => state.session?.sample ?? false);
  const announced = useAnnouncement((state) => state.text);
  useEffect(() => {
    document.title = appText.name;
  }, []);
  return (
    <div className={styles['root']}>
      <MarkingStrip />
      <header className={styles['header']}>
        <p className={styles['product']}>{sessionText.product}</p>
        <p className={styles['tagline']}>{sessionText.tagline}</p>
      </header>
      <main className={styles['main']}>
        <SessionScreen />
      </main>
      <footer className={styles['footer']}>
        <AppearanceChoice />
      </footer>
      {sample && <SampleWatermark />}
      <div className={styles['live']} role="status" aria-live="polite">
        {announced}
      </div>
    </div>
  );
}

function SessionScreen(): ReactNode {
  const bridge = useBridge();
  const connection = useConnection();
  const { phase, session, engineStopped, refusals } = useSession();
  const [recovering, setRecovering] = useState(false);
  const [settingUp, setSettingUp] = useState(false);
  const [puttingBack, setPuttingBack] = useState(false);

  if (phase === 'locking') return <p className={styles['starting']}>{sessionText.locking}</p>;
  if (connection.state === 'unusable')
    return <Sentence title={sessionText.unusable.title} body={connection.reason} advice={sessionText.unusable.advice} alert />;
  if (puttingBack) return <PutBack onBack={() => void look(bridge).then(() => setPuttingBack(false))} />;
  // The recovery words of a vault just made are shown once: nothing may take them off the screen.
  if (settingUp || (phase === 'signed-out' && session?.vault === 'none' && session.trouble === '')) {
    return (
      <FirstStart
        onBegun={() => setSettingUp(true)}
        onDone={() => void look(bridge).then(() => setSettingUp(false))}
        onPutBack={() => setPuttingBack(true)}
      />
    );
  }
  if (refusals.length > 0)
    return (
      <div className={styles['sentence']}>
        <RefusalNote refusals={refusals} />
        <Button mt="md" onClick={() => void look(bridge)}>
          {appText.broken.retry}
        </Button>
      </div>
    );
  if (phase === 'starting' || !session) {
    return engineStopped ? (
      <Sentence
        title={sessionText.engineStopped.title}
        body={sessionText.engineStopped.body}
        advice={sessionText.engineStopped.advice}
        alert
      />
    ) : (
      <p className={styles['starting']}>{sessionText.starting}</p>
    );
  }
  if (session.trouble !== '')
    return (
      <>
        <Sentence title={sessionText.trouble.title} body={session.trouble} advice={sessionText.trouble.advice} alert />
        <Button mt="md" onClick={() => setPuttingBack(true)}>
          {sessionText.signIn.putBack}
        </Button>
      </>
    );
  if (recovering) return <Recover onBack={() => setRecovering(false)} />;
  return (
    <SignIn
      session={session}
      note={engineStopped ? sessionText.engineStopped.notice : whyOpened()}
      onRecover={() => setRecovering(true)}
      onPutBack={() => setPuttingBack(true)}
    />
  );
}

/** The sentence for why this page was opened: a lock and its reason, or a crash of the window; empty at a first start. */
function whyOpened(): string {
  const given = new URLSearchParams(window.location.search).get(OPENED_PARAMETER);
  const because = OPENED_BECAUSE.find((one) => one === given);
  return because === undefined ? '' : sessionText.opened[because];
}

function Sentence({
  title,
  body,
  advice,
  alert = false,
}: {
  readonly title: string;
  readonly body: string;
  readonly advice: string;
  readonly alert?: boolean;
}): ReactNode {
  return (
    <div className={styles['sentence']} role={alert ? 'alert' : undefined}>
      <h1 className={styles['title']}>{title}</h1>
      <p>{body}</p>
      <p className={styles['advice']}>{advice}</p>
    </div>
  );
}

function AppearanceChoice(): ReactNode {
  const { chosen, choose } = useAppearance();
  return (
    <label className={styles['appearance']}>
      {appText.appearance.title}{' '}
      <select value={chosen} onChange={(event) => choose(APPEARANCES.find((one) => one === event.currentTarget.value) ?? 'system')}>
        {APPEARANCES.map((one) => (
          <option key={one} value={one}>
            {appText.appearance[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
