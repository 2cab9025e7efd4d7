import { Button, Select } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useParams, useSearch } from 'wouter';
import type {
  RequirementPage as Requirement,
  RequirementsPage,
} from '#shared/domain/intelligence-requirement/intelligence-requirement.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { usePaletteAction } from '#renderer/app/palette-actions.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { SaveDocument } from '#renderer/components/save-document.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { GapsView, RaiseGap } from '#renderer/features/intelligence-requirement/gaps-view.tsx';
import { AskQuestion } from '#renderer/features/intelligence-requirement/question-form.tsx';
import {
  ChangeRequirement,
  CreateRequirement,
  PassOnTasking,
  ReviewRequirement,
  WithdrawRequirement,
} from '#renderer/features/intelligence-requirement/requirement-forms.tsx';
import { QuestionsView } from '#renderer/features/intelligence-requirement/questions-view.tsx';
import { RequirementProgress, RequirementReviews } from '#renderer/features/intelligence-requirement/requirement-history.tsx';
import { GiveTask } from '#renderer/features/intelligence-requirement/task-forms.tsx';
import { TasksView } from '#renderer/features/intelligence-requirement/tasks-view.tsx';
import { requirementText as words } from '#renderer/text/requirement.ts';
import styles from '#renderer/features/intelligence-requirement/requirement.module.css';
import { StrategyFrame } from './strategy-frame.tsx';

const VIEWS = ['questions', 'history', 'reviews', 'gaps', 'tasks'] as const;
type ViewName = (typeof VIEWS)[number];
type Doing = 'draft' | 'change' | 'withdraw' | 'ask' | 'review' | 'pass-on' | 'gap' | 'task';

/** Where one stands on the page: which view, and what is open beside it. */
function useWhere(requirementId: string): {
  readonly view: ViewName;
  readonly shown: string;
  readonly look: (view: ViewName, shown?: string) => void;
} {
  const search = new URLSearchParams(useSearch());
  const named = search.get('view') as ViewName | null;
  const view = named !== null && VIEWS.includes(named) ? named : 'questions';
  const path = requirementId === '' ? '/strategy/requirement' : `/strategy/requirement/${requirementId}`;
  return {
    view,
    shown: search.get('show') ?? '',
    look: (next, shown = '') => {
      const query = [next === 'questions' ? '' : `view=${next}`, shown === '' ? '' : `show=${shown}`]
        .filter((part) => part !== '')
        .join('&');
      goTo(query === '' ? path : `${path}?${query}`);
    },
  };
}

/** A strategy is found by what it belongs to: its question, or the compartment of a reader who is in it. */
function useCollectionLink(): void {
  const parent = new URLSearchParams(useSearch()).get('collection') ?? '';
  const mine = useView('my-compartments', parent === '' ? null : {});
  const question = useView('requirement-question', parent === '' ? null : { questionId: parent });
  const path =
    mine.state !== 'ready' || question.state !== 'ready'
      ? ''
      : mine.view.rows.some((row) => row.id === parent)
        ? linkTo('compartment', parent)
        : question.view === null
          ? ''
          : linkTo('requirement-question', parent, question.view.requirementId);
  useEffect(() => {
    if (path !== '') goTo(path, { replace: true });
  }, [path]);
}

/** The strategic intelligence requirement in force, or the version named in the address: questions, progress, reviews, gaps and tasks (duties 18, 76, 103-110). */
export function RequirementPage(): ReactNode {
  const { requirementId = '' } = useParams<{ requirementId: string }>();
  const all = useView('intelligence-requirements', {});
  useCollectionLink();
  return (
    <View of={all}>
      {(requirements) => {
        const { rows } = requirements;
        const chosen =
          rows.find((row) => row.id === requirementId) ??
          (requirementId === '' ? (rows.find((row) => row.state === 'approved') ?? rows[0]) : undefined);
        return <Loaded requirements={requirements} chosenId={chosen?.id ?? ''} namedId={requirementId} />;
      }}
    </View>
  );
}

interface LoadedProps {
  readonly requirements: RequirementsPage;
  readonly chosenId: string;
  readonly namedId: string;
}

function Loaded({ requirements, chosenId, namedId }: LoadedProps): ReactNode {
  const page = useView('intelligence-requirement', chosenId === '' ? null : { requirementId: chosenId });
  const requirement = page.state === 'ready' ? page.view : null;
  const [doing, setDoing] = useState<Doing | null>(null);
  const where = useWhere(namedId);
  const done = (): void => setDoing(null);
  const inForce = requirements.rows.some((row) => row.state === 'approved');
  const asks = requirement?.steps.ask === null;
  useShortcut('n', words.steps.ask, () => setDoing('ask'), { enabled: asks });
  usePaletteAction({ label: words.steps.ask, keys: 'n', run: () => setDoing('ask') }, asks);
  usePaletteAction({ label: words.steps.passOn, run: () => setDoing('pass-on') }, requirements.mayTaskSourceUnit);
  const open = (requirement?.questions ?? [])
    .filter((one) => one.state === 'unanswered' || one.state === 'partly')
    .map((one) => ({ id: one.id, name: `${one.reference} ${one.question}` }));
  return (
    <StrategyFrame
      title={words.title}
      subtitle={requirement === null ? words.subtitle : requirement.title}
      marking={requirement?.marking ?? 'OFFICIAL'}
      actions={<Actions requirements={requirements} requirement={requirement} view={where.view} onDo={setDoing} />}
    >
      {chosenId === '' && namedId !== '' ? (
        <EmptyState title={words.gone.title}>{words.gone.body}</EmptyState>
      ) : (
        <Views requirements={requirements} requirement={requirement} where={where} onDo={setDoing} />
      )}
      {doing === 'draft' && (
        <CreateRequirement
          draftFor={requirements.draftFor}
          carries={inForce}
          onClose={done}
          onMade={(id) => {
            done();
            goTo(`/strategy/requirement/${id}`);
          }}
        />
      )}
      {doing === 'pass-on' && <PassOnTasking questions={open} onClose={done} />}
      {requirement !== null && doing === 'change' && (
        <ChangeRequirement requirement={requirement} choices={requirement.choices} onClose={done} />
      )}
      {requirement !== null && doing === 'withdraw' && <WithdrawRequirement requirementId={requirement.id} onClose={done} />}
      {requirement !== null && doing === 'review' && <ReviewRequirement requirement={requirement} onClose={done} />}
      {requirement !== null && doing === 'ask' && (
        <AskQuestion
          requirementId={requirement.id}
          inForce={requirement.state === 'approved'}
          choices={requirement.choices}
          onClose={done}
          onDone={(id) => where.look('questions', id)}
        />
      )}
      {doing === 'gap' && <RaisingGap onClose={done} onRaised={(id) => where.look('gaps', id)} />}
      {doing === 'task' && <GivingTask onClose={done} />}
    </StrategyFrame>
  );
}

function RaisingGap({ onClose, onRaised }: { readonly onClose: () => void; readonly onRaised: (id: string) => void }): ReactNode {
  const gaps = useView('intelligence-gaps', {});
  if (gaps.state !== 'ready') return null;
  return (
    <RaiseGap
      raiseFor={gaps.view.raiseFor}
      onClose={onClose}
      onRaised={(id) => {
        onClose();
        onRaised(id);
      }}
    />
  );
}

function GivingTask({ onClose }: { readonly onClose: () => void }): ReactNode {
  const tasks = useView('collection-tasks', {});
  return tasks.state === 'ready' ? <GiveTask giveFor={tasks.view.giveFor} onClose={onClose} /> : null;
}

interface ActionsProps {
  readonly requirements: RequirementsPage;
  readonly requirement: Requirement | null;
  readonly view: ViewName;
  readonly onDo: (doing: Doing) => void;
}

/** What may be done here, the next step of the view last. */
function Actions({ requirements, requirement, view, onDo }: ActionsProps): ReactNode {
  const { draftFor, rows } = requirements;
  const steps = requirement?.steps;
  const keeps = steps !== undefined && (steps.ask === null || steps.ask.code !== 'requirement-question/not-yours');
  const collects = steps !== undefined && (steps.collect === null || steps.collect.code !== 'collection-strategy/not-yours');
  return (
    <>
      {requirements.mayTaskSourceUnit && (
        <Button variant="default" onClick={() => onDo('pass-on')}>
          {words.steps.passOn}
        </Button>
      )}
      {draftFor.length > 0 && (
        <Button variant={rows.length === 0 ? 'filled' : 'default'} onClick={() => onDo('draft')}>
          {rows.length === 0 ? words.steps.firstDraft : words.steps.newDraft}
        </Button>
      )}
      {requirement?.state === 'draft' && keeps && (
        <>
          <RuleButton why={requirement.steps.change} variant="default" onClick={() => onDo('withdraw')}>
            {words.steps.withdraw}
          </RuleButton>
          <RuleButton why={requirement.steps.change} variant="default" onClick={() => onDo('change')}>
            {words.steps.change}
          </RuleButton>
        </>
      )}
      {(view === 'reviews' || view === 'history') && requirement?.state === 'approved' && requirement.reviewFor.length > 0 && (
        <RuleButton why={requirement.steps.review} onClick={() => onDo('review')}>
          {words.steps.review}
        </RuleButton>
      )}
      {view === 'questions' && steps !== undefined && keeps && (
        <RuleButton why={steps.ask} onClick={() => onDo('ask')}>
          {words.steps.ask}
        </RuleButton>
      )}
      {view === 'gaps' && (keeps || collects) && <Button onClick={() => onDo('gap')}>{words.steps.raiseGap}</Button>}
      {view === 'tasks' && collects && <Button onClick={() => onDo('task')}>{words.steps.giveTask}</Button>}
    </>
  );
}

interface ViewsProps {
  readonly requirements: RequirementsPage;
  readonly requirement: Requirement | null;
  readonly where: ReturnType<typeof useWhere>;
  readonly onDo: (doing: Doing) => void;
}

function Views({ requirements, requirement, where, onDo }: ViewsProps): ReactNode {
  const gaps = useView('intelligence-gaps', {});
  const tasks = useView('collection-tasks', {});
  const counts: Readonly<Record<ViewName, number | null>> = {
    questions:
      requirement === null ? null : requirement.questions.filter((one) => one.state === 'unanswered' || one.state === 'partly').length,
    history: null,
    reviews: requirement?.reviews.length ?? null,
    gaps: gaps.state === 'ready' ? gaps.view.rows.filter((row) => row.answered !== 'answered' && row.answered !== 'closed').length : null,
    tasks: tasks.state === 'ready' ? tasks.view.rows.filter((row) => row.state === 'open').length : null,
  };
  const { view, shown, look } = where;
  return (
    <>
      <div className={styles['bar']}>
        <div className={styles['views']}>
          <ViewTabs
            label={words.viewsLabel}
            tabs={VIEWS.map((one) => {
              const count = counts[one];
              return { value: one, label: count === null ? words.views[one] : words.view(words.views[one], count) };
            })}
            value={view}
            onChange={(next) => look(next)}
          />
        </div>
        <span className={styles['spacer']} />
        {requirement !== null && view === 'questions' && (
          <SaveDocument name="intelligence-requirement" args={{ requirementId: requirement.id }} formats={['pdf', 'docx']} />
        )}
        {requirements.rows.length > 1 && (
          <Select
            aria-label={words.version}
            w="22rem"
            data={requirements.rows.map((row) => ({
              value: row.id,
              label: words.versionOf(row.place, row.version, words.states[row.state] ?? row.state),
            }))}
            value={requirement?.id ?? null}
            onChange={(id) => id !== null && goTo(`/strategy/requirement/${id}`)}
            allowDeselect={false}
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
        )}
      </div>
      {view === 'questions' && (
        <QuestionsView
          requirement={requirement}
          mayDraft={requirements.draftFor.length > 0}
          shown={shown}
          onShow={(id) => look('questions', id)}
          onClose={() => look('questions')}
          onDraft={() => onDo('draft')}
          onAsk={() => onDo('ask')}
        />
      )}
      {view === 'history' && requirement !== null && <Progress requirementId={requirement.id} />}
      {view === 'reviews' && requirement !== null && <RequirementReviews requirement={requirement} />}
      {view === 'gaps' && (
        <View of={gaps}>
          {(page) => <GapsView gaps={page} shown={shown} onShow={(id) => look('gaps', id)} onClose={() => look('gaps')} />}
        </View>
      )}
      {view === 'tasks' && (
        <View of={tasks}>
          {(page) => <TasksView tasks={page} shown={shown} onShow={(id) => look('tasks', id)} onClose={() => look('tasks')} />}
        </View>
      )}
    </>
  );
}

function Progress({ requirementId }: { readonly requirementId: string }): ReactNode {
  const history = useView('requirement-history', { requirementId });
  return <View of={history}>{(found) => <RequirementProgress history={found} />}</View>;
}
