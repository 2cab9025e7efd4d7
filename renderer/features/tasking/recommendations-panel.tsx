import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { MeetingStrategy, RecommendationRow } from '#shared/domain/meeting/meeting-strategy.ts';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { taskingText } from '#renderer/text/tasking.ts';
import { DeferLeft, RecommendationOutcome } from './recommendation-outcome.tsx';
import styles from './tasking.module.css';

const words = taskingText.recommendations;
const TONES: Readonly<Record<string, Tone>> = { adopted: 'good', varied: 'good', rejected: 'quiet', deferred: 'attention' };

interface PanelProps {
  readonly strategy: MeetingStrategy;
  /** Opens the decision form with these named. */
  readonly onDecide: (names: readonly string[]) => void;
}

/** The recommendations before the meeting, taken one by one: each is decided, or deferred with a reason (duty 73). */
export function RecommendationsPanel({ strategy, onDecide }: PanelProps): ReactNode {
  const [open, setOpen] = useState<
    { readonly row: RecommendationRow; readonly decisionId: string; readonly defer: boolean } | 'rest' | null
  >(null);
  const rows = strategy.recommendations;
  const left = rows.filter((row) => row.waits).length;
  const close = (): void => setOpen(null);
  return (
    <section aria-label={words.title}>
      <div className={styles['head']}>
        <h3>{words.title}</h3>
        {rows.length > 0 && <span className={styles['dimmed']}>{words.left(left, rows.length)}</span>}
      </div>
      {rows.length === 0 && (
        <p className={styles['dimmed']}>
          {words.none} {words.noneHelp}
        </p>
      )}
      <ol className={styles['list']}>
        {rows.map((row) => {
          const act = strategy.acts.find((one) => one.kind === 'recommendation' && one.recordId === row.id && one.stage === 'waiting');
          return (
            <li key={row.id}>
              <span className={styles['what']}>
                {row.number}. {row.title}
              </span>
              <span className={styles['line']}>
                <StatusText tone={row.waits ? 'quiet' : (TONES[row.state] ?? 'quiet')}>
                  {row.waits ? words.states['proposed'] : words.states[row.state]}
                </StatusText>
                {row.waits && row.state === 'deferred' && <span>{words.before(row.by)}</span>}
                {!row.waits && row.by !== '' && <span>{row.by}</span>}
                {row.waits && act !== undefined && <span>{words.named}</span>}
                {row.policeOnly && <PoliceOnly />}
              </span>
              {row.waits && row.text !== row.title && <p className={styles['said']}>{row.text}</p>}
              {row.variedText !== '' && (
                <p className={styles['said']}>
                  {words.adoptedInstead}: {row.variedText}
                </p>
              )}
              {!row.waits && <p className={styles['said']}>{row.outcomeReason}</p>}
              {row.waits && (
                <span className={styles['acts']}>
                  {act === undefined ? (
                    <RuleButton
                      why={strategy.run}
                      size="compact-sm"
                      variant="default"
                      onClick={() => onDecide([`recommendation/${row.id}`])}
                    >
                      {words.decide}
                    </RuleButton>
                  ) : (
                    <RuleButton
                      why={strategy.run}
                      size="compact-sm"
                      onClick={() => setOpen({ row, decisionId: act.decisionId, defer: false })}
                    >
                      {words.outcome}
                    </RuleButton>
                  )}
                  <RuleButton
                    why={strategy.run}
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => setOpen({ row, decisionId: '', defer: true })}
                  >
                    {words.defer}
                  </RuleButton>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {left > 0 && strategy.run === null && (
        <div className={styles['foot']}>
          <Button size="compact-sm" variant="default" onClick={() => setOpen('rest')}>
            {words.deferAll(left)}
          </Button>
        </div>
      )}
      {open === 'rest' && <DeferLeft meetingId={strategy.meetingId} onClose={close} />}
      {open !== null && open !== 'rest' && (
        <RecommendationOutcome
          meetingId={strategy.meetingId}
          recommendationId={open.row.id}
          title={open.row.title}
          decisionId={open.decisionId}
          onlyDefer={open.defer}
          onClose={close}
        />
      )}
    </section>
  );
}
