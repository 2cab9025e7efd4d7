import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { Link, useParams, useSearch } from 'wouter';
import { rankIssues } from '#shared/domain/prioritisation/ranking.ts';
import type { IssueInWork, PrioritisationPage as Prioritisation } from '#shared/domain/prioritisation/prioritisation.queries.ts';
import { SCORE_IN_WORDS } from '#shared/domain/scoring-matrix/matrix-model.ts';
import { useCommand, useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { RuleButton } from '#renderer/components/rule-button.tsx';
import { SaveDocument } from '#renderer/components/save-document.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { FreezeDialog } from '#renderer/features/prioritisation/freeze-dialog.tsx';
import { IssueForm, OutcomeForm } from '#renderer/features/prioritisation/issue-forms.tsx';
import { ChangeForm } from '#renderer/features/prioritisation/open-form.tsx';
import { OutcomesView } from '#renderer/features/prioritisation/outcomes-view.tsx';
import { PrioritisationState } from '#renderer/features/prioritisation/prioritisation-table.tsx';
import { RankingView } from '#renderer/features/prioritisation/ranking-view.tsx';
import { type CellOpened, ScoreGrid } from '#renderer/features/prioritisation/score-grid.tsx';
import { ScorePane } from '#renderer/features/prioritisation/score-pane.tsx';
import { useScores } from '#renderer/features/prioritisation/use-scores.ts';
import { useSimulation } from '#renderer/features/prioritisation/use-simulation.ts';
import { prioritisationText as words } from '#renderer/text/prioritisation.ts';
import { StrategyFrame } from './strategy-frame.tsx';
import styles from './prioritisation.module.css';

const TABS = ['scores', 'ranking', 'outcomes'] as const;
type Doing = 'raise' | 'freeze' | 'change' | { readonly what: 'issue' | 'outcome'; readonly issueId: string } | null;

/** The workspace of one prioritisation: scores, ranking with its simulation, outcomes (duties 90, 94-96). */
export function PrioritisationPage(): ReactNode {
  const { prioritisationId = '' } = useParams<{ prioritisationId: string }>();
  const view = useView('prioritisation', { prioritisationId });
  return (
    <View of={view}>
      {(page) =>
        page === null ? (
          <StrategyFrame title={words.gone.title}>
            <EmptyState title={words.gone.title}>{words.gone.body}</EmptyState>
          </StrategyFrame>
        ) : (
          <Workspace page={page} />
        )
      }
    </View>
  );
}

function Workspace({ page: stored }: { readonly page: Prioritisation }): ReactNode {
  const search = new URLSearchParams(useSearch());
  const tab = TABS.find((one) => one === search.get('tab')) ?? 'scores';
  const asked = search.get('issue') ?? '';
  const path = linkTo('prioritisation', stored.id);
  const show = (to: (typeof TABS)[number], issueId = ''): void =>
    goTo(`${path}?tab=${to}${issueId === '' ? '' : `&issue=${issueId}`}`, { replace: true });
  const scores = useScores(stored.id, stored.issuesInWork);
  const page = useMemo(() => ({ ...stored, issuesInWork: scores.issues }), [stored, scores.issues]);
  const ranked = useMemo(() => rankIssues(stored.matrix, scores.issues), [stored.matrix, scores.issues]);
  const rankedById = useMemo(() => new Map(ranked.map((one) => [one.id, one])), [ranked]);
  const simulation = useSimulation(stored.matrix, scores.issues, stored);
  const [open, setOpen] = useState<CellOpened | null>(asked === '' ? null : { issueId: asked, column: '' });
  const [doing, setDoing] = useState<Doing>(null);
  const [unfit, setUnfit] = useState<readonly string[]>([]);
  const close = (): void => setDoing(null);
  const mayScore = page.steps.change === null;
  useShortcut('n', words.grid.keys.raise, () => setDoing('raise'), { enabled: mayScore });
  const opened = open === null ? undefined : page.issuesInWork.find((issue) => issue.id === open.issueId);
  const about = typeof doing === 'object' && doing !== null ? page.issuesInWork.find((issue) => issue.id === doing.issueId) : undefined;
  const openIssue = (issueId: string): void => setOpen({ issueId, column: page.matrix.factors[0]?.key ?? '' });
  return (
    <StrategyFrame title={page.title} subtitle={<Subtitle page={page} />} fill marking={page.marking} policeOnly={page.policeOnly}>
      <div className={styles['bar']}>
        <ViewTabs label={words.tabsLabel} tabs={TABS.map((value) => ({ value, label: words.tabs[value] }))} value={tab} onChange={show} />
        <div className={styles['buttons']}>
          <SaveDocument name="prioritisation" args={{ prioritisationId: page.id }} formats={['pdf', 'docx']} size="compact-sm" />
          {page.state === 'open' && mayScore && (
            <>
              <Button size="compact-sm" variant="default" onClick={() => setDoing('change')}>
                {words.open.change}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setDoing('freeze')}>
                {words.freeze.button}
              </Button>
              <Button size="compact-sm" onClick={() => setDoing('raise')}>
                {words.raise.button}
              </Button>
            </>
          )}
        </div>
      </div>
      {page.newerMatrix !== null && mayScore && <NewerMatrix page={page} />}
      {page.issuesInWork.length === 0 ? (
        <EmptyState
          title={words.empty.issues}
          action={
            <RuleButton variant="default" why={page.steps.change} onClick={() => setDoing('raise')}>
              {words.raise.button}
            </RuleButton>
          }
        >
          {words.empty.issuesBody}
        </EmptyState>
      ) : tab === 'scores' ? (
        <>
          <ScoreGrid
            matrix={page.matrix}
            issues={page.issuesInWork}
            ranked={rankedById}
            mayScore={mayScore}
            onSet={scores.set}
            onUndo={scores.undo}
            onOpen={setOpen}
            open={open}
            onUnfit={setUnfit}
          />
          {unfit.length > 0 && (
            <div className={styles['unfit']} role="alert">
              {unfit.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          )}
          <RefusalNote refusals={scores.refusals} />
          <div className={styles['foot']}>
            <p className={styles['help']}>{mayScore ? words.grid.help : page.state === 'frozen' ? words.grid.frozenHelp : ''}</p>
            {mayScore && <span className={styles['saved']}>{scores.saving ? words.grid.saving : words.grid.saved}</span>}
          </div>
        </>
      ) : tab === 'ranking' ? (
        <RankingView page={page} ranked={ranked} simulation={simulation} onOpen={openIssue} />
      ) : (
        <OutcomesView page={page} ranked={ranked} onSettle={(issue) => setDoing({ what: 'outcome', issueId: issue.id })} />
      )}
      {open !== null && opened !== undefined && (
        <ScorePane
          page={page}
          issue={opened}
          open={open}
          lowConfidence={rankedById.get(opened.id)?.lowConfidence ?? false}
          onOpen={setOpen}
          onClose={() => {
            setOpen(null);
            document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();
          }}
          onChange={() => setDoing({ what: 'issue', issueId: opened.id })}
          onSettle={() => setDoing({ what: 'outcome', issueId: opened.id })}
        />
      )}
      <Doings page={page} doing={doing} about={about} onClose={close} />
    </StrategyFrame>
  );
}

function Doings({
  page,
  doing,
  about,
  onClose,
}: {
  readonly page: Prioritisation;
  readonly doing: Doing;
  readonly about: IssueInWork | undefined;
  readonly onClose: () => void;
}): ReactNode {
  if (doing === 'raise') return <IssueForm page={page} issue={null} onDone={onClose} onClose={onClose} />;
  if (doing === 'freeze') return <FreezeDialog page={page} onClose={onClose} />;
  if (doing === 'change') return <ChangeForm page={page} onClose={onClose} />;
  if (doing === null || about === undefined) return null;
  return doing.what === 'issue' ? (
    <IssueForm page={page} issue={about} onDone={onClose} onClose={onClose} />
  ) : (
    <OutcomeForm issue={about} onClose={onClose} />
  );
}

function Subtitle({ page }: { readonly page: Prioritisation }): ReactNode {
  return (
    <span className={styles['subtitle']}>
      <PrioritisationState state={page.state} />
      {page.place !== '' && <span>{page.place}</span>}
      <span title={`${page.matrix.origin} ${SCORE_IN_WORDS[page.matrix.model]}`}>
        {page.matrix.name}, {words.version(page.matrix.version)}
      </span>
      {page.decision !== null && (
        <span>
          {words.freeze.frozenBy}{' '}
          <Link href={linkTo('decision', page.decision.id)}>
            <Reference>{page.decision.reference}</Reference>
          </Link>
        </span>
      )}
      {page.assessment !== null && <Link href={linkTo('strategic-assessment', page.assessment.id)}>{page.assessment.title}</Link>}
    </span>
  );
}

function NewerMatrix({ page }: { readonly page: Prioritisation }): ReactNode {
  const { run, busy, refusals } = useCommand('prioritisation.take-matrix');
  const { newerMatrix } = page;
  if (newerMatrix === null) return null;
  return (
    <>
      <div className={styles['newer']}>
        {words.newer(newerMatrix.version)}
        <RuleButton
          size="compact-sm"
          variant="default"
          why={null}
          loading={busy}
          onClick={() =>
            void run({ prioritisationId: page.id, matrixId: newerMatrix.id }).then((result) => {
              if (result.ok) acknowledge(words.taken);
            })
          }
        >
          {words.takeNewer}
        </RuleButton>
      </div>
      <RefusalNote refusals={refusals} />
    </>
  );
}
