import { Group } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { IssueInWork, PrioritisationPage } from '#shared/domain/prioritisation/prioritisation.queries.ts';
import { figureText } from '#shared/domain/prioritisation/plain-words.ts';
import type { MatrixFactor } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { CommandForm } from '#renderer/components/command-form.tsx';
import { DetailsPane } from '#renderer/components/details-pane.tsx';
import { NumberField, TextField } from '#renderer/components/field.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { appText } from '#renderer/text/app.ts';
import { prioritisationText } from '#renderer/text/prioritisation.ts';
import { CrimesCounted } from './crimes-counted.tsx';
import { OutcomeState } from './outcome-state.tsx';
import type { CellOpened } from './score-grid.tsx';
import { rangeText } from './typed-range.ts';
import styles from './score-pane.module.css';

const words = prioritisationText.pane;

interface ScorePaneProps {
  readonly page: PrioritisationPage;
  readonly issue: IssueInWork;
  readonly open: CellOpened;
  readonly lowConfidence: boolean;
  readonly onOpen: (opened: CellOpened) => void;
  readonly onClose: () => void;
  readonly onChange: () => void;
  readonly onSettle: () => void;
}

/** The pane beside the grid: one score with its reason and source, and all the others of the issue. */
export function ScorePane({ page, issue, open, lowConfidence, onOpen, onClose, onChange, onSettle }: ScorePaneProps): ReactNode {
  const { factors } = page.matrix;
  const factor = factors.find((one) => one.key === open.column);
  const next = factors[factors.findIndex((one) => one.key === open.column) + 1];
  // From a field too: what was typed is kept as a draft.
  useShortcut('escape', appText.closeDetails, onClose, { inFields: true, unlisted: true });
  const section = page.sections.find((one) => one.id === issue.sectionId);
  return (
    <DetailsPane title={issue.title} subtitle={<OutcomeState state={issue.state} />} onClose={onClose}>
      <div className={styles['parts']}>
        {factor !== undefined && (
          <section>
            <h3 className={styles['heading']}>{factor.name}</h3>
            {factor.help !== '' && <p className={styles['dimmed']}>{factor.help}</p>}
            <dl className={styles['levels']} aria-label={words.scale}>
              {factor.levels.map((level) => (
                <div key={level.value}>
                  <dt>{level.value}</dt>
                  <dd>{level.meaning}</dd>
                </div>
              ))}
            </dl>
            {page.steps.change === null ? (
              <ScoreForm
                key={`${issue.id}/${factor.key}`}
                page={page}
                issue={issue}
                factor={factor}
                onDone={() => (next === undefined ? onClose() : onOpen({ issueId: issue.id, column: next.key }))}
                onCancel={onClose}
              />
            ) : (
              <ScoreRead issue={issue} factor={factor} />
            )}
          </section>
        )}
        {issue.description !== '' && <p className={styles['prose']}>{issue.description}</p>}
        {section !== undefined && (
          <p className={styles['dimmed']}>
            {words.section}: {section.heading}
          </p>
        )}
        {page.state === 'open' && (
          <Group gap="xs">
            <RuleButton size="compact-sm" variant="default" why={page.steps.change} onClick={onChange}>
              {prioritisationText.changeIssue.button}
            </RuleButton>
            <RuleButton size="compact-sm" variant="default" why={page.steps.change} onClick={onSettle}>
              {issue.state === 'scoring' ? prioritisationText.outcomes.give : prioritisationText.outcomes.change}
            </RuleButton>
          </Group>
        )}
        {issue.outcomeReason !== '' && (
          <p className={styles['prose']}>
            <strong>{prioritisationText.outcomes.state[issue.state]}</strong> {issue.outcomeReason}
          </p>
        )}
        {lowConfidence && <p className={styles['attention']}>{words.lowConfidence}</p>}
        {open.column === 'crimes' && <CrimesCounted page={page} issue={issue} />}
        <section>
          <h3 className={styles['heading']}>{words.others}</h3>
          <ul className={styles['others']}>
            {factors.map((one) => (
              <OtherScore key={one.key} issue={issue} factor={one} current={one.key === open.column} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      </div>
    </DetailsPane>
  );
}

function OtherScore({
  issue,
  factor,
  current,
  onOpen,
}: {
  readonly issue: IssueInWork;
  readonly factor: MatrixFactor;
  readonly current: boolean;
  readonly onOpen: (opened: CellOpened) => void;
}): ReactNode {
  const score = issue.scores.find((one) => one.factor === factor.key);
  const shown = score === undefined ? null : rangeText(score);
  return (
    <li>
      <button
        type="button"
        className={styles['other']}
        aria-current={current || undefined}
        onClick={() => onOpen({ issueId: issue.id, column: factor.key })}
      >
        <span>{factor.name}</span>
        <span className={styles['figure']}>
          {shown === null ? prioritisationText.grid.notScored : `${shown.likely}${shown.around === '' ? '' : ` (${shown.around})`}`}
        </span>
        {score !== undefined && (
          <span className={styles['dimmed']}>
            {score.reason === '' || score.source === '' ? (
              <StatusText tone="attention">{words.needsGround}</StatusText>
            ) : (
              `${score.reason} · ${score.source}`
            )}
          </span>
        )}
      </button>
    </li>
  );
}

function ScoreForm({
  page,
  issue,
  factor,
  onDone,
  onCancel,
}: {
  readonly page: PrioritisationPage;
  readonly issue: IssueInWork;
  readonly factor: MatrixFactor;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const score = issue.scores.find((one) => one.factor === factor.key);
  const { labels } = words;
  return (
    <CommandForm
      // Typed in the grid meanwhile: the form begins with it.
      key={`${score?.low}/${score?.likely}/${score?.high}`}
      command="issue.score"
      forKind={`score ${factor.key}`.slice(0, 40)}
      about={issue.id}
      initial={{
        low: (score?.low ?? '') as number | '',
        likely: (score?.likely ?? '') as number | '',
        high: (score?.high ?? '') as number | '',
        reason: score?.reason ?? '',
        source: score?.source ?? '',
      }}
      labels={labels}
      args={({ low, likely, high, reason, source }) => ({
        prioritisationId: page.id,
        scores: [
          {
            issueId: issue.id,
            factor: factor.key,
            range: { low: Number(low === '' ? likely : low), likely: Number(likely), high: Number(high === '' ? likely : high) },
            reason: reason.trim(),
            source: source.trim(),
          },
        ],
      })}
      submit={words.save}
      done={words.saved}
      onDone={onDone}
      onCancel={onCancel}
    >
      {({ at, error }) => (
        <>
          <div className={styles['triple']}>
            <NumberField {...at('low')} allowDecimal optional />
            <NumberField {...at('likely')} allowDecimal error={error(`scores.${factor.key}`)} />
            <NumberField {...at('high')} allowDecimal optional />
          </div>
          <Focused>
            <TextField {...at('reason')} help={words.reasonHelp} maxLength={500} data-reason spellCheck />
          </Focused>
          <TextField {...at('source')} help={words.sourceHelp} maxLength={300} />
        </>
      )}
    </CommandForm>
  );
}

/** Whoever opened a reason wants to write it. */
function Focused({ children }: { readonly children: ReactNode }): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector('input')?.focus(), []);
  return <div ref={root}>{children}</div>;
}

function ScoreRead({ issue, factor }: { readonly issue: IssueInWork; readonly factor: MatrixFactor }): ReactNode {
  const score = issue.scores.find((one) => one.factor === factor.key);
  if (score === undefined) return <p className={styles['dimmed']}>{prioritisationText.grid.notScored}</p>;
  const { labels } = words;
  return (
    <dl className={styles['read']}>
      {(
        [
          [labels.low, figureText(score.low)],
          [labels.likely, figureText(score.likely)],
          [labels.high, figureText(score.high)],
          [labels.reason, score.reason],
          [labels.source, score.source],
        ] as const
      ).map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
