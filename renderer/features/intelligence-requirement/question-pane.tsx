import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { TasksPage } from '#shared/domain/collection-task/collection-task.queries.ts';
import type { RequirementChoices } from '#shared/domain/intelligence-requirement/requirement-parts.ts';
import type { QuestionPage } from '#shared/domain/requirement-question/requirement-question.queries.ts';
import { useCommand, useView } from '#renderer/app/bridge/use-bridge.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DetailsPane, Facts } from '#renderer/components/details-pane.tsx';
import { ReasonDialog } from '#renderer/components/dialogs.tsx';
import { CheckField, ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { MarkingBadge } from '#renderer/components/marking-badge.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { SheetSection } from '#renderer/components/record-sheet.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { View } from '#renderer/components/view.tsx';
import { When } from '#renderer/components/when.tsx';
import { requirementText } from '#renderer/text/requirement.ts';
import sheet from '#renderer/components/record-sheet.module.css';
import { ChangeQuestion } from './question-form.tsx';
import { QuestionState } from './question-list.tsx';
import styles from './requirement.module.css';
import { AddStrategy, StrategyEntry } from './strategy-forms.tsx';
import { GiveTask } from './task-forms.tsx';
import { TaskState } from './tasks-view.tsx';

const words = requirementText.question;
type Doing = 'change' | 'withdraw' | 'answer' | 'reopen' | 'strategy' | 'task';

interface QuestionPaneProps {
  readonly questionId: string;
  readonly choices: RequirementChoices;
  readonly giveFor: TasksPage['giveFor'];
  readonly onClose: () => void;
}

/** One question beside the list: its elements, answers, strategies, tasks and history (duties 103-106, 110). */
export function QuestionPane({ questionId, choices, giveFor, onClose }: QuestionPaneProps): ReactNode {
  const view = useView('requirement-question', { questionId });
  const question = view.state === 'ready' ? view.view : null;
  return (
    <DetailsPane
      title={question?.question ?? words.title}
      subtitle={
        question !== null && (
          <>
            <Reference>{question.reference}</Reference> <MarkingBadge marking={question.marking} />
          </>
        )
      }
      onClose={onClose}
    >
      <View of={view}>
        {(shown) => (shown === null ? <p>{words.gone}</p> : <Question question={shown} choices={choices} giveFor={giveFor} />)}
      </View>
    </DetailsPane>
  );
}

/** Refusals that mean the role does not include the step: its button is absent, not grey. */
const isTheirs = (why: { readonly code: string } | null): boolean =>
  why === null ||
  !['requirement-question/not-yours', 'requirement-question/not-yours-to-answer', 'collection-strategy/not-yours'].includes(why.code);

function Question({
  question,
  choices,
  giveFor,
}: {
  readonly question: QuestionPage;
  readonly choices: RequirementChoices;
  readonly giveFor: TasksPage['giveFor'];
}): ReactNode {
  const [doing, setDoing] = useState<Doing | null>(null);
  const done = (): void => setDoing(null);
  const { steps } = question;
  const buttons = [
    { step: 'answer', why: steps.answer, shown: isTheirs(steps.answer) },
    { step: 'strategy', why: steps.collect, shown: isTheirs(steps.collect) },
    { step: 'task', why: steps.collect, shown: isTheirs(steps.collect) },
    { step: 'change', why: steps.change, shown: isTheirs(steps.change) },
    { step: 'reopen', why: steps.reopen, shown: steps.reopen === null },
    { step: 'withdraw', why: steps.withdraw, shown: isTheirs(steps.withdraw) },
  ] as const;
  return (
    <div className={styles['pane']}>
      {question.state !== 'withdrawn' && (
        <div className={styles['buttons']}>
          {buttons
            .filter((one) => one.shown)
            .map(({ step, why }) => (
              <RuleButton
                key={step}
                why={why}
                size="compact-sm"
                variant={step === 'answer' ? 'filled' : 'default'}
                onClick={() => setDoing(step)}
              >
                {words.buttons[step]}
              </RuleButton>
            ))}
        </div>
      )}
      <QuestionFacts question={question} />
      {question.whyItMatters !== '' && (
        <SheetSection title={words.why}>
          <p className={sheet['prose']}>{question.whyItMatters}</p>
        </SheetSection>
      )}
      <Elements question={question} />
      <Answers question={question} />
      <Collection question={question} mayChange={steps.collect === null} />
      <History question={question} />
      {doing === 'change' && <ChangeQuestion question={question} choices={choices} onClose={done} />}
      {doing === 'withdraw' && <WithReason command="requirement-question.withdraw" questionId={question.id} onClose={done} />}
      {doing === 'reopen' && <WithReason command="requirement-question.reopen" questionId={question.id} onClose={done} />}
      {doing === 'answer' && <Answer question={question} onClose={done} />}
      {doing === 'strategy' && <AddStrategy questionId={question.id} onClose={done} />}
      {doing === 'task' && <GiveTask giveFor={giveFor} groupId={question.groupId} questionId={question.id} onClose={done} />}
    </div>
  );
}

function QuestionFacts({ question }: { readonly question: QuestionPage }): ReactNode {
  const { facts } = words;
  return (
    <Facts
      facts={[
        { label: facts.state, value: <QuestionState state={question.state} /> },
        {
          label: facts.owner,
          value: question.ownerLeft ? (
            <>
              {question.owner} <StatusText tone="attention">{requirementText.ownerLeft}</StatusText>
            </>
          ) : (
            question.owner
          ),
        },
        { label: facts.priority, value: question.priority },
        { label: facts.threat, value: question.otherKeyThreat },
        {
          label: facts.assessment,
          value: question.threatAssessment === '' ? '' : question.threatAssessment,
        },
        {
          label: facts.gap,
          value:
            question.gap === null ? (
              ''
            ) : (
              <Link href={linkTo('intelligence-gap', question.gap.id)}>
                <Reference>{question.gap.reference}</Reference> {question.gap.text}
              </Link>
            ),
        },
        { label: facts.urgency, value: requirementText.urgencies[question.urgency] ?? '' },
        { label: facts.review, value: question.reviewOn === '' ? '' : <When at={question.reviewOn} /> },
        { label: words.withdrawnBecause, value: question.withdrawnBecause },
      ]}
    />
  );
}

function Elements({ question }: { readonly question: QuestionPage }): ReactNode {
  return (
    <SheetSection title={words.elements} duties={[103]}>
      {question.parts.length === 0 ? (
        <p className={sheet['dimmed']}>{words.noElements}</p>
      ) : (
        <ul className={styles['elements']}>
          {question.parts.map((one) => (
            <li key={one.id} className={styles['element']}>
              <StatusText tone={one.answered ? 'good' : 'quiet'}>{one.answered ? words.answered : words.open}</StatusText>
              <span>{one.text}</span>
            </li>
          ))}
        </ul>
      )}
    </SheetSection>
  );
}

function Answers({ question }: { readonly question: QuestionPage }): ReactNode {
  return (
    <SheetSection title={words.answers} duties={[104]}>
      {question.given.length === 0 ? (
        <p className={sheet['dimmed']}>{words.noAnswers}</p>
      ) : (
        <ol className={sheet['list']}>
          {question.given.toReversed().map((one) => {
            const to = linkTo(one.recordKind, one.recordId);
            return (
              <li key={one.id} className={styles['entry']}>
                <span>{to === '' ? <strong>{one.source}</strong> : <Link href={to}>{one.source}</Link>}</span>
                <span className={sheet['dimmed']}>
                  {one.past ? words.past : words.completeness[one.completeness]} · {one.by} · <When at={one.at} />
                </span>
                {one.text !== '' && <span className={sheet['prose']}>{one.text}</span>}
              </li>
            );
          })}
        </ol>
      )}
    </SheetSection>
  );
}

function Collection({ question, mayChange }: { readonly question: QuestionPage; readonly mayChange: boolean }): ReactNode {
  return (
    <>
      <SheetSection title={words.strategies} duties={[110]}>
        {question.strategies.length === 0 ? (
          <p className={sheet['dimmed']}>{words.noStrategies}</p>
        ) : (
          <ul className={sheet['list']}>
            {question.strategies.map((one) => (
              <li key={one.id}>
                <StrategyEntry strategy={one} mayChange={mayChange} />
              </li>
            ))}
          </ul>
        )}
      </SheetSection>
      <SheetSection title={words.tasks} duties={[18]}>
        {question.tasks.length === 0 ? (
          <p className={sheet['dimmed']}>{words.noTasks}</p>
        ) : (
          <ul className={sheet['list']}>
            {question.tasks.map((task) => (
              <li key={task.id} className={styles['entry']}>
                <span className={styles['entryHead']}>
                  <Reference>{task.reference}</Reference> <TaskState row={task} />
                </span>
                <Link href={linkTo('collection-task', task.id)}>{task.what}</Link>
                <span className={sheet['dimmed']}>
                  {task.collector}
                  {task.dueOn !== '' && (
                    <>
                      {' · '}
                      <When at={task.dueOn} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </SheetSection>
    </>
  );
}

function History({ question }: { readonly question: QuestionPage }): ReactNode {
  return (
    <SheetSection title={words.history} duties={[105]}>
      <ol className={sheet['list']}>
        {question.history.map((one) => (
          <li key={one.id} className={styles['entry']}>
            <span className={sheet['dimmed']}>
              <When at={one.at} /> · {one.by} · {requirementText.questionStates[one.state] ?? one.state}
            </span>
            <span>{one.question}</span>
            {one.because !== '' && <span className={sheet['dimmed']}>{one.because}</span>}
          </li>
        ))}
      </ol>
    </SheetSection>
  );
}

function Answer({ question, onClose }: { readonly question: QuestionPage; readonly onClose: () => void }): ReactNode {
  const open = question.parts.filter((one) => !one.answered);
  return (
    <CommandDialog
      title={words.answerTitle}
      command="requirement-question.answer"
      forKind="requirement-question.answer"
      about={question.id}
      initial={{ source: '', completeness: 'partly' as 'partly' | 'fully', elementIds: [] as readonly string[], text: '' }}
      labels={words.answerLabels}
      args={(fields) => ({ ...fields, elementIds: [...fields.elementIds], questionId: question.id })}
      submit={words.answerSubmit}
      done={words.answerDone}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ fields, set, at }) => (
        <>
          <TextField {...at('source')} help={words.answerHelp} maxLength={300} data-autofocus />
          <ChoiceField
            {...at('completeness')}
            choices={(['partly', 'fully'] as const).map((value) => ({ value, label: words.completeness[value] ?? value }))}
          />
          {open.length > 0 && (
            <fieldset className={styles['rows']}>
              <legend>{words.answerLabels.elementIds}</legend>
              {open.map((one) => (
                <CheckField
                  key={one.id}
                  name={`elementIds.${one.id}`}
                  label={one.text}
                  checked={fields.elementIds.includes(one.id)}
                  onChange={(checked) =>
                    set('elementIds', checked ? [...fields.elementIds, one.id] : fields.elementIds.filter((id) => id !== one.id))
                  }
                />
              ))}
            </fieldset>
          )}
          <TextArea {...at('text')} optional maxLength={4000} />
        </>
      )}
    </CommandDialog>
  );
}

function WithReason({
  command,
  questionId,
  onClose,
}: {
  readonly command: 'requirement-question.withdraw' | 'requirement-question.reopen';
  readonly questionId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { run, busy, refusals } = useCommand(command);
  const withdrawing = command === 'requirement-question.withdraw';
  return (
    <ReasonDialog
      open
      title={withdrawing ? words.withdrawTitle : words.reopenTitle}
      confirm={withdrawing ? words.buttons.withdraw : words.buttons.reopen}
      danger={withdrawing}
      busy={busy}
      refusals={refusals}
      onClose={onClose}
      onConfirm={(because) =>
        void run({ questionId, because }).then((result) => {
          if (!result.ok) return;
          acknowledge(withdrawing ? words.withdrawn : words.reopened);
          onClose();
        })
      }
    >
      <p>{withdrawing ? words.withdrawBody : words.reopenBody}</p>
    </ReasonDialog>
  );
}
