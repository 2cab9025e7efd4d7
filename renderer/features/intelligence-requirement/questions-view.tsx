import { Button, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { RequirementPage } from '#shared/domain/intelligence-requirement/intelligence-requirement.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { StatusText } from '#renderer/components/status-text.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { requirementText as words } from '#renderer/text/requirement.ts';
import { QuestionList } from './question-list.tsx';
import { QuestionPane } from './question-pane.tsx';
import styles from './requirement.module.css';

/** What stands above the questions: where the version is in its life, and whether its review is overdue (duties 76, 109). */
function Head({ requirement }: { readonly requirement: RequirementPage }): ReactNode {
  return (
    <>
      {requirement.reviewOverdue && <p className={styles['late']}>{words.overdue(whenText(requirement.reviewOn))}</p>}
      <p className={styles['note']}>
        {requirement.state === 'draft' && words.draftNote}
        {requirement.state === 'superseded' && words.supersededNote}
        {requirement.state === 'withdrawn' && words.withdrawnNote(requirement.withdrawnBecause)}
        {requirement.state === 'approved' && (
          <>
            {words.approvedOn(whenText(requirement.approvedAt))}
            {requirement.decision !== null && (
              <>
                {' '}
                {words.byDecision}{' '}
                <Link href={linkTo('decision', requirement.decision.id)}>
                  <Reference>{requirement.decision.reference}</Reference>
                </Link>
              </>
            )}
            {'. '}
            {words.nextReview}: <When at={requirement.reviewOn} />.
          </>
        )}
        {requirement.assessment !== '' && ` ${words.fromAssessment}: ${requirement.assessment}.`}
        {requirement.introduction !== '' && (
          <>
            <br />
            {requirement.introduction}
          </>
        )}
      </p>
    </>
  );
}

interface QuestionsViewProps {
  readonly requirement: RequirementPage | null;
  /** Whoever looks may begin a draft. */
  readonly mayDraft: boolean;
  readonly shown: string;
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
  readonly onDraft: () => void;
  readonly onAsk: () => void;
}

/** The questions of one version with their filters, and one of them beside the list (duties 103-106). */
export function QuestionsView({ requirement, mayDraft, shown, onShow, onClose, onDraft, onAsk }: QuestionsViewProps): ReactNode {
  const [state, setState] = useState('');
  const [ownerId, setOwnerId] = useState('');
  const [text, setText] = useState('');
  const tasks = useView('collection-tasks', {});
  const giveFor = tasks.state === 'ready' ? tasks.view.giveFor : [];
  if (requirement === null)
    return (
      <EmptyState title={words.empty.title} action={mayDraft && <Button onClick={onDraft}>{words.steps.firstDraft}</Button>}>
        {mayDraft ? words.empty.body : words.empty.mayNot}
      </EmptyState>
    );
  const owners = [...new Map(requirement.questions.map((one) => [one.ownerId, one.owner])).entries()];
  const typed = text.trim().toLowerCase();
  const rows = requirement.questions.filter(
    (row) =>
      (state === '' || (state === 'open' ? row.state === 'unanswered' || row.state === 'partly' : row.state === state)) &&
      (ownerId === '' || row.ownerId === ownerId) &&
      (typed === '' || `${row.reference} ${row.question} ${row.otherKeyThreat}`.toLowerCase().includes(typed)),
  );
  return (
    <>
      <Head requirement={requirement} />
      {requirement.questions.length > 0 && (
        <div className={styles['bar']}>
          <TextInput
            aria-label={words.filter.find}
            placeholder={words.filter.find}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            w="18rem"
          />
          <Select
            aria-label={words.filter.state}
            placeholder={words.filter.anyState}
            data={[
              { value: 'open', label: words.filter.open },
              ...Object.entries(words.questionStates).map(([value, label]) => ({ value, label })),
            ]}
            value={state === '' ? null : state}
            onChange={(value) => setState(value ?? '')}
            clearable
            clearButtonProps={{ 'aria-label': words.filter.anyState }}
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
          <Select
            aria-label={words.filter.owner}
            placeholder={words.filter.anyOwner}
            data={owners.map(([value, label]) => ({ value, label }))}
            value={ownerId === '' ? null : ownerId}
            onChange={(value) => setOwnerId(value ?? '')}
            clearable
            clearButtonProps={{ 'aria-label': words.filter.anyOwner }}
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
          <StatusText tone="quiet">
            {words.count(rows.filter((row) => row.state === 'unanswered' || row.state === 'partly').length, rows.length)}
          </StatusText>
        </div>
      )}
      {requirement.questions.length === 0 ? (
        <EmptyState
          title={words.questionsEmpty.title}
          action={requirement.steps.ask === null && <Button onClick={onAsk}>{words.steps.ask}</Button>}
        >
          {words.questionsEmpty.body}
        </EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState title={words.filteredEmpty.title}>{words.filteredEmpty.body}</EmptyState>
      ) : (
        <div className={styles['list']}>
          <QuestionList rows={rows} shown={shown} onShow={onShow} />
        </div>
      )}
      {shown !== '' && <QuestionPane key={shown} questionId={shown} choices={requirement.choices} giveFor={giveFor} onClose={onClose} />}
    </>
  );
}
