import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { StrategyPage, WayToSetting as Way } from '#shared/domain/control-strategy/control-strategy.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { ConfirmDialog, ReasonDialog } from '#renderer/components/dialogs.tsx';
import { DutyTag } from '#renderer/components/duty-tag.tsx';
import { fieldId } from '#renderer/components/field.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RefusalText } from '#renderer/components/refusal-note.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { whenText } from '#renderer/components/when.tsx';
import { controlStrategyText } from '#renderer/text/control-strategy.ts';
import styles from './strategy.module.css';

const words = controlStrategyText.way;

/** The steps from a draft to the control strategy: complete, taken to the ST&CG, decided on by name, set (duties 74, 93, 95-97, 101). */
export function WayToSetting({ page, way }: { readonly page: StrategyPage; readonly way: Way }): ReactNode {
  const { strategy, change } = page;
  const [asking, setAsking] = useState<'set' | 'withdraw' | null>(null);
  const decision = way.decisions[0];
  return (
    <aside className={styles['aside']} aria-label={words.title}>
      <section className={styles['section']}>
        <h2>
          {words.title} <DutyTag number={74} />
        </h2>
        <ol className={styles['steps']}>
          <li data-done={way.missing.length === 0 ? '' : undefined}>
            <strong>{way.missing.length === 0 ? words.complete : words.missing(way.missing.length)}</strong>
            {way.missing.length > 0 && (
              <ul className={styles['missing']}>
                {way.missing.map((refusal) => (
                  <li key={`${refusal.code} ${refusal.field} ${refusal.message}`}>
                    <button type="button" onClick={() => document.getElementById(fieldId(refusal.field))?.focus()}>
                      {refusal.message}
                    </button>{' '}
                    {refusal.duties.map((duty) => (
                      <DutyTag key={duty} number={duty} />
                    ))}
                  </li>
                ))}
              </ul>
            )}
          </li>
          <li data-done={decision === undefined ? undefined : ''}>
            <strong>{words.take}</strong>
            <TakeIt way={way} />
          </li>
          <li>
            <strong>{words.decidedBy}</strong>
            {way.decisions.map((one) => (
              <div key={one.id}>
                <Link href={linkTo('decision', one.id)}>
                  <Reference>{one.reference}</Reference>
                </Link>
                {one.why !== null && <RefusalText refusal={one.why} />}
              </div>
            ))}
            <div style={{ marginTop: '0.5rem' }}>
              <RuleButton why={way.set} onClick={() => setAsking('set')}>
                {words.set}
              </RuleButton>
            </div>
          </li>
        </ol>
      </section>
      <Flags strategy={strategy} />
      {change === null && (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => setAsking('withdraw')}>
            {words.withdraw}
          </Button>
        </div>
      )}
      {asking === 'set' && decision !== undefined && (
        <SetIt
          strategyId={strategy.id}
          version={strategy.version}
          nodeId={strategy.nodeId}
          decision={decision}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'withdraw' && <Withdraw strategyId={strategy.id} nodeId={strategy.nodeId} onClose={() => setAsking(null)} />}
    </aside>
  );
}

function TakeIt({ way }: { readonly way: Way }): ReactNode {
  const { nextMeeting } = way;
  if (nextMeeting === null)
    return (
      <p>
        {words.noMeeting} <Link href="/meetings">{words.plan}</Link>
      </p>
    );
  return (
    <p>
      <Link href={linkTo('meeting', nextMeeting.id)}>
        {words.next(nextMeeting.reference, nextMeeting.live ? words.live : whenText(nextMeeting.startsAt))}
      </Link>
      <br />
      <span className={styles['quiet']}>{words.takeHelp}</span>
    </p>
  );
}

function Flags({ strategy }: Pick<StrategyPage, 'strategy'>): ReactNode {
  const { flags, editor } = controlStrategyText;
  if (strategy.flags.length === 0) return null;
  const part = (name: string): string => (editor.parts as Readonly<Record<string, string>>)[name] ?? name;
  return (
    <section className={styles['section']}>
      <h2>{flags.title}</h2>
      <ul className={styles['missing']}>
        {strategy.flags.map((flag) => (
          <li key={flag.id}>
            {flags[flag.code](flag.reference, part(flag.part))} <DutyTag number={flag.duty} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface StepProps {
  readonly strategyId: string;
  readonly nodeId: string;
  readonly onClose: () => void;
}

function SetIt({
  strategyId,
  version,
  nodeId,
  decision,
  onClose,
}: StepProps & { readonly version: number; readonly decision: Way['decisions'][number] }): ReactNode {
  const { run, busy, refusals } = useCommand('control-strategy.set');
  const setIt = async (): Promise<void> => {
    const result = await run({ strategyId, decisionId: decision.id });
    if (!result.ok) return;
    acknowledge(words.setDone);
    goTo(`/strategy?place=${nodeId}`);
  };
  return (
    <ConfirmDialog
      open
      title={words.setTitle}
      confirm={words.set}
      busy={busy}
      refusals={refusals}
      onConfirm={() => void setIt()}
      onClose={onClose}
    >
      <p>{words.setBody(version, decision.reference)}</p>
    </ConfirmDialog>
  );
}

function Withdraw({ strategyId, nodeId, onClose }: StepProps): ReactNode {
  const { run, busy, refusals } = useCommand('control-strategy.withdraw');
  const withdraw = async (because: string): Promise<void> => {
    const result = await run({ strategyId, because });
    if (!result.ok) return;
    acknowledge(words.withdrawn);
    goTo(`/strategy?place=${nodeId}`);
  };
  return (
    <ReasonDialog
      open
      title={words.withdrawTitle}
      confirm={words.withdraw}
      danger
      busy={busy}
      refusals={refusals}
      onConfirm={(because) => void withdraw(because)}
      onClose={onClose}
    >
      <p>{words.withdrawBody}</p>
    </ReasonDialog>
  );
}
