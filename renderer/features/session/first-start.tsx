import { Anchor, Button, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { Progress } from '#renderer/app/bridge/bridge.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { ErrorSummary } from '#renderer/components/error-summary.tsx';
import { ProgressOverlay } from '#renderer/components/progress-overlay.tsx';
import { sessionText } from '#renderer/text/session.ts';
import styles from './session.module.css';
import { SetUpWizard } from './set-up-wizard.tsx';

const text = sessionText.first;

/** The very first start: make a workstation for a force, or load the sample force with one click. */
export function FirstStart({
  onBegun,
  onDone,
  onPutBack,
}: {
  readonly onBegun: () => void;
  readonly onDone: () => void;
  readonly onPutBack: () => void;
}): ReactNode {
  const bridge = useBridge();
  const [creating, setCreating] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [loading, setLoading] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const loadSample = async (): Promise<void> => {
    onBegun();
    setLoading(true);
    setRefusals([]);
    const result = await bridge.ask('vault.create-sample', {}, setProgress);
    setLoading(false);
    if (result.ok) onDone();
    else setRefusals(result.refusals);
  };

  if (creating) return <SetUpWizard onBegun={onBegun} onDone={onDone} onLeave={() => setCreating(false)} />;
  return (
    <div className={styles['wide']}>
      <Stack gap="xl">
        <div>
          <h1 className={styles['title']}>{text.title}</h1>
          <p className={styles['dimmed']}>{text.intro}</p>
        </div>
        <ErrorSummary refusals={refusals} />
        <div className={styles['choices']}>
          <section className={styles['choice']} aria-labelledby="choice-create">
            <div>
              <h2 id="choice-create" className={styles['subtitle']}>
                {text.createTitle}
              </h2>
              <p>{text.createBody}</p>
            </div>
            <div>
              <Button onClick={() => setCreating(true)}>{text.create}</Button>
            </div>
          </section>
          <section className={styles['choice']} aria-labelledby="choice-sample">
            <div>
              <h2 id="choice-sample" className={styles['subtitle']}>
                {text.sampleTitle}
              </h2>
              <p>{text.sampleBody}</p>
            </div>
            <div>
              <Button variant="default" onClick={() => void loadSample()} loading={loading}>
                {text.sample}
              </Button>
            </div>
          </section>
        </div>
        <div>
          <Anchor component="button" type="button" size="sm" onClick={onPutBack}>
            {sessionText.signIn.putBack}
          </Anchor>
        </div>
      </Stack>
      <ProgressOverlay open={loading} title={text.sampleWorking} progress={progress} />
    </div>
  );
}
