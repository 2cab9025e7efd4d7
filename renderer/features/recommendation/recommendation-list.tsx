import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { AssessmentPage, RecommendationShown } from '#shared/domain/strategic-assessment/strategic-assessment.queries.ts';
import { STRANDS } from '#shared/domain/action/action.schema.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { ConfirmDialog } from '#renderer/components/dialogs.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { CheckField, ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { PoliceOnly } from '#renderer/components/marking-badge.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { When } from '#renderer/components/when.tsx';
import { assessmentsText } from '#renderer/text/assessments.ts';
import sheet from '#renderer/components/record-sheet.module.css';
import styles from './recommendation.module.css';

const words = assessmentsText.recommendations;
const TONES: Readonly<Record<string, Tone>> = { adopted: 'good', varied: 'good', rejected: 'quiet', deferred: 'attention' };

/** What an assessment recommends, in order, each with what the strategic group made of it (duty 73). */
export function RecommendationList({ page }: { readonly page: AssessmentPage }): ReactNode {
  const [adding, setAdding] = useState(false);
  const mayRecommend = page.steps.recommend === null;
  const add = mayRecommend && <Button onClick={() => setAdding(true)}>{words.add}</Button>;
  return (
    <div className={sheet['sheet']}>
      {page.recommendations.length === 0 ? (
        <EmptyState title={words.none} action={add}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <ol className={sheet['list']}>
            {page.recommendations.map((one, place) => (
              <Recommendation key={one.id} one={one} place={place} page={page} mayChange={mayRecommend} />
            ))}
          </ol>
          <div>{add}</div>
        </>
      )}
      {adding && <RecommendationDialog page={page} recommendation={null} onClose={() => setAdding(false)} />}
    </div>
  );
}

interface RecommendationProps {
  readonly one: RecommendationShown;
  readonly place: number;
  readonly page: AssessmentPage;
  readonly mayChange: boolean;
}

function Recommendation({ one, place, page, mayChange }: RecommendationProps): ReactNode {
  return (
    <li className={styles['recommendation']}>
      <div>
        <h3>
          {one.title} {one.policeOnly && <PoliceOnly />}
        </h3>
        <p className={sheet['prose']}>{one.text}</p>
        {one.rationale !== '' && (
          <p className={sheet['prose']}>
            <span className={sheet['dimmed']}>{words.because}:</span> {one.rationale}
          </p>
        )}
        <p className={sheet['dimmed']}>
          {[words.strands[one.strand] ?? '', one.issue === '' ? '' : `${words.issue}: ${one.issue}`]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        {one.state !== 'proposed' && <Outcome one={one} />}
      </div>
      <div>
        {mayChange ? (
          <RecommendationMenu one={one} place={place} page={page} />
        ) : (
          <StatusText tone={TONES[one.state] ?? 'quiet'}>{words.outcomes[one.state] ?? one.state}</StatusText>
        )}
      </div>
    </li>
  );
}

function Outcome({ one }: { readonly one: RecommendationShown }): ReactNode {
  return (
    <>
      {one.variedText !== '' && (
        <p className={sheet['prose']}>
          <span className={sheet['dimmed']}>{words.varied}:</span> {one.variedText}
        </p>
      )}
      <p className={sheet['prose']}>
        <span className={sheet['dimmed']}>
          {words.outcomes[one.state]} {one.outcomeAt !== '' && <When at={one.outcomeAt} />}
          {one.decision !== null && (
            <>
              {' '}
              {words.by}{' '}
              <Link href={linkTo('decision', one.decision.id)}>
                <Reference>{one.decision.reference}</Reference>
              </Link>
            </>
          )}
          :
        </span>{' '}
        {one.outcomeReason}
      </p>
    </>
  );
}

function RecommendationMenu({ one, place, page }: Omit<RecommendationProps, 'mayChange'>): ReactNode {
  const [open, setOpen] = useState<'change' | 'withdraw' | null>(null);
  const move = useCommand('recommendation.move');
  const moveBefore = async (beforeId: string): Promise<void> => {
    if ((await move.run({ recommendationId: one.id, beforeId })).ok) acknowledge(words.moved);
  };
  return (
    <>
      <RefusalNote refusals={move.refusals} />
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" aria-label={`${words.change}: ${one.title}`}>
            {words.change} ▾
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('change')}>{words.change}</Menu.Item>
          <Menu.Item disabled={place === 0} onClick={() => void moveBefore(page.recommendations[place - 1]?.id ?? '')}>
            {words.up}
          </Menu.Item>
          <Menu.Item
            disabled={place === page.recommendations.length - 1}
            onClick={() => void moveBefore(page.recommendations[place + 2]?.id ?? '')}
          >
            {words.down}
          </Menu.Item>
          <Menu.Item onClick={() => setOpen('withdraw')}>{words.withdraw}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'change' && <RecommendationDialog page={page} recommendation={one} onClose={() => setOpen(null)} />}
      {open === 'withdraw' && <Withdraw one={one} onClose={() => setOpen(null)} />}
    </>
  );
}

function Withdraw({ one, onClose }: { readonly one: RecommendationShown; readonly onClose: () => void }): ReactNode {
  const { run, busy, refusals } = useCommand('recommendation.withdraw');
  const withdraw = async (): Promise<void> => {
    if (!(await run({ recommendationId: one.id })).ok) return;
    acknowledge(words.withdrawn);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={words.withdrawTitle}
      confirm={words.withdraw}
      busy={busy}
      refusals={refusals}
      onConfirm={() => void withdraw()}
      onClose={onClose}
    >
      <p>{words.withdrawBody}</p>
    </ConfirmDialog>
  );
}

interface DialogProps {
  readonly page: AssessmentPage;
  /** Null for a new one. */
  readonly recommendation: RecommendationShown | null;
  readonly onClose: () => void;
}

function RecommendationDialog({ page, recommendation, onClose }: DialogProps): ReactNode {
  const { title, text, rationale, strand, issueId, policeOnly } = recommendation ?? {
    title: '',
    text: '',
    rationale: '',
    strand: '' as const,
    issueId: '',
    policeOnly: false,
  };
  const common = {
    initial: { title, text, rationale, strand, issueId, policeOnly },
    labels: words.labels,
    onDone: onClose,
    onCancel: onClose,
    children: (form: Form<RecommendationFields>) => <Fieldset form={form} issues={page.choices.issues} />,
  };
  return recommendation === null ? (
    <CommandDialog
      {...common}
      title={words.addTitle}
      command="recommendation.add"
      forKind="recommendation.add"
      about={page.id}
      args={(fields: RecommendationFields) => ({ ...fields, assessmentId: page.id })}
      submit={words.add}
      done={words.added}
    />
  ) : (
    <CommandDialog
      {...common}
      title={words.changeTitle}
      command="recommendation.change"
      forKind="recommendation.change"
      about={recommendation.id}
      args={(fields: RecommendationFields) => ({ ...fields, recommendationId: recommendation.id })}
      submit={assessmentsText.steps.save}
      done={words.changed}
    />
  );
}

interface RecommendationFields extends Readonly<Record<string, unknown>> {
  readonly title: string;
  readonly text: string;
  readonly rationale: string;
  readonly strand: RecommendationShown['strand'];
  readonly issueId: string;
  readonly policeOnly: boolean;
}

function Fieldset({
  form,
  issues,
}: {
  readonly form: Form<RecommendationFields>;
  readonly issues: AssessmentPage['choices']['issues'];
}): ReactNode {
  const { at, fields, set } = form;
  return (
    <>
      <TextField {...at('title')} maxLength={200} data-autofocus />
      <TextArea {...at('text')} maxLength={4000} />
      <TextArea {...at('rationale')} optional maxLength={4000} />
      <ChoiceField {...at('strand')} optional choices={STRANDS.map((value) => ({ value, label: words.strands[value] ?? value }))} />
      {issues.length > 0 && (
        <ChoiceField {...at('issueId')} optional choices={issues.map((issue) => ({ value: issue.id, label: issue.title }))} />
      )}
      <CheckField
        name="policeOnly"
        label={words.labels.policeOnly}
        checked={fields.policeOnly}
        onChange={(policeOnly) => set('policeOnly', policeOnly)}
      />
    </>
  );
}
