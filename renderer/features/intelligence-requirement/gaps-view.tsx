import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { type Instant, dayOf } from '#shared/base/time.ts';
import type { GapRow, GapsPage } from '#shared/domain/intelligence-gap/intelligence-gap.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { type Column, DataTable } from '#renderer/components/data-table.tsx';
import { DetailsPane, Facts } from '#renderer/components/details-pane.tsx';
import { ReasonDialog } from '#renderer/components/dialogs.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { SheetSection } from '#renderer/components/record-sheet.tsx';
import { StatusText, type Tone } from '#renderer/components/status-text.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { When, whenText } from '#renderer/components/when.tsx';
import { Button } from '@mantine/core';
import { requirementText } from '#renderer/text/requirement.ts';
import sheet from '#renderer/components/record-sheet.module.css';
import { QuestionState } from './question-list.tsx';
import styles from './requirement.module.css';

const words = requirementText.gap;
type Tab = 'open' | 'answered' | 'closed';
const under = (row: GapRow, tab: Tab): boolean =>
  tab === 'open' ? row.answered !== 'answered' && row.answered !== 'closed' : row.answered === tab;

const TONES: Readonly<Record<GapRow['answered'], Tone>> = {
  'not-asked': 'danger',
  unanswered: 'attention',
  partly: 'active',
  answered: 'good',
  closed: 'quiet',
};

function GapState({ row }: { readonly row: GapRow }): ReactNode {
  return <StatusText tone={TONES[row.answered]}>{words.states[row.answered] ?? row.answered}</StatusText>;
}

const raisedOn = (row: GapRow): string => dayOf(row.raisedAt as Instant);
const askedBy = (row: GapRow): string => row.questions.map((one) => one.reference).join(', ');
const COLUMNS: readonly Column<GapRow>[] = [
  {
    id: 'reference',
    title: words.columns.reference,
    width: 6,
    value: (row) => row.reference,
    cell: (row) => <Reference>{row.reference}</Reference>,
  },
  {
    id: 'text',
    title: words.columns.text,
    width: 18,
    grow: true,
    value: (row) => row.text,
    cell: (row) => <span title={row.text}>{row.text}</span>,
  },
  {
    id: 'answered',
    title: words.columns.answered,
    width: 11,
    value: (row) => ['not-asked', 'unanswered', 'partly', 'answered', 'closed'].indexOf(row.answered),
    cell: (row) => <GapState row={row} />,
    text: (row) => words.states[row.answered] ?? '',
  },
  { id: 'questions', title: words.columns.questions, width: 7, value: askedBy },
  {
    id: 'raised',
    title: words.columns.raised,
    width: 9.5,
    value: (row) => row.raisedAt,
    cell: (row) => <When at={raisedOn(row)} />,
    text: (row) => whenText(raisedOn(row)),
  },
  { id: 'in', title: words.columns.in, width: 12, value: (row) => (row.raisedIn === '' ? words.elsewhere : row.raisedIn) },
];

interface GapsViewProps {
  readonly gaps: GapsPage;
  readonly shown: string;
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}

/** The register of gaps: what the police do not know, whether a question asks for it, and how far that is answered (duty 104). */
export function GapsView({ gaps, shown, onShow, onClose }: GapsViewProps): ReactNode {
  const [tab, setTab] = useState<Tab>('open');
  const gap = gaps.rows.find((row) => row.id === shown);
  return (
    <>
      <div className={styles['bar']}>
        <ViewTabs
          label={words.tabsLabel}
          tabs={(['open', 'answered', 'closed'] as const).map((one) => ({
            value: one,
            label: requirementText.view(words.tabs[one], gaps.rows.filter((row) => under(row, one)).length),
          }))}
          value={tab}
          onChange={setTab}
        />
      </div>
      <DataTable
        name="intelligence-gaps"
        label={requirementText.views.gaps}
        rows={gaps.rows.filter((row) => under(row, tab))}
        columns={COLUMNS}
        noun={words.noun}
        sortedBy={{ column: 'answered' }}
        onOpen={(row) => onShow(row.id)}
        openId={shown}
        inFlow
        empty={
          gaps.rows.length === 0 ? (
            <EmptyState title={words.empty.title}>{words.empty.body}</EmptyState>
          ) : (
            <EmptyState title={words.none.title}>{words.none.body}</EmptyState>
          )
        }
      />
      {gap !== undefined && <GapPane key={gap.id} gap={gap} onClose={onClose} />}
    </>
  );
}

function GapPane({ gap, onClose }: { readonly gap: GapRow; readonly onClose: () => void }): ReactNode {
  const [doing, setDoing] = useState<'change' | 'close' | null>(null);
  const reopening = useCommand('intelligence-gap.reopen');
  const { facts } = words;
  const done = (): void => setDoing(null);
  return (
    <DetailsPane title={gap.text} subtitle={<Reference>{gap.reference}</Reference>} onClose={onClose}>
      <div className={styles['pane']}>
        {gap.change === null && (
          <div className={styles['buttons']}>
            {gap.state === 'open' ? (
              <>
                <Button size="compact-sm" variant="default" onClick={() => setDoing('change')}>
                  {words.change}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setDoing('close')}>
                  {words.close}
                </Button>
              </>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                loading={reopening.busy}
                onClick={() => void reopening.run({ gapId: gap.id }).then((result) => result.ok && acknowledge(words.reopened))}
              >
                {words.reopen}
              </Button>
            )}
          </div>
        )}
        <Facts
          facts={[
            { label: facts.state, value: <GapState row={gap} /> },
            { label: facts.raised, value: words.by(whenText(gap.raisedAt), gap.raisedBy) },
            { label: facts.in, value: gap.raisedIn === '' ? words.elsewhere : gap.raisedIn },
            { label: facts.group, value: gap.group },
            { label: facts.closed, value: gap.closedBecause },
          ]}
        />
        {gap.whyItMatters !== '' && (
          <SheetSection title={words.why}>
            <p className={sheet['prose']}>{gap.whyItMatters}</p>
          </SheetSection>
        )}
        <SheetSection title={words.questions} duties={[104]}>
          {gap.questions.length === 0 ? (
            <p className={sheet['dimmed']}>{words.noQuestions}</p>
          ) : (
            <ul className={sheet['list']}>
              {gap.questions.map((one) => (
                <li key={one.id} className={styles['entryHead']}>
                  <Link href={linkTo('requirement-question', one.id, one.requirementId)}>{one.reference}</Link>
                  <QuestionState state={one.state} />
                </li>
              ))}
            </ul>
          )}
        </SheetSection>
      </div>
      {doing === 'change' && <ChangeGap gap={gap} onClose={done} />}
      {doing === 'close' && <CloseGap gapId={gap.id} onClose={done} />}
    </DetailsPane>
  );
}

/** Raises a gap in the register of a group (duty 104). */
export function RaiseGap({
  raiseFor,
  onClose,
  onRaised,
}: {
  readonly raiseFor: GapsPage['raiseFor'];
  readonly onClose: () => void;
  readonly onRaised: (id: string) => void;
}): ReactNode {
  return (
    <CommandDialog
      title={words.title}
      command="intelligence-gap.raise"
      forKind="intelligence-gap.raise"
      about=""
      initial={{ groupId: raiseFor[0]?.id ?? '', text: '', whyItMatters: '' }}
      labels={words.labels}
      args={(fields) => ({ ...fields })}
      submit={words.raise}
      done={words.raised}
      onDone={({ gapId }) => onRaised(gapId)}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          {raiseFor.length > 1 && <ChoiceField {...at('groupId')} choices={raiseFor.map((one) => ({ value: one.id, label: one.name }))} />}
          <TextField {...at('text')} maxLength={500} data-autofocus />
          <TextArea {...at('whyItMatters')} optional maxLength={4000} />
        </>
      )}
    </CommandDialog>
  );
}

function ChangeGap({ gap, onClose }: { readonly gap: GapRow; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={words.changeTitle}
      command="intelligence-gap.change"
      forKind="intelligence-gap.change"
      about={gap.id}
      initial={{ text: gap.text, whyItMatters: gap.whyItMatters }}
      labels={words.labels}
      args={(fields) => ({ ...fields, gapId: gap.id })}
      submit={requirementText.form.save}
      done={words.changed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <TextField {...at('text')} maxLength={500} />
          <TextArea {...at('whyItMatters')} optional maxLength={4000} />
        </>
      )}
    </CommandDialog>
  );
}

function CloseGap({ gapId, onClose }: { readonly gapId: string; readonly onClose: () => void }): ReactNode {
  const { run, busy, refusals } = useCommand('intelligence-gap.close');
  return (
    <ReasonDialog
      open
      title={words.closeTitle}
      confirm={words.closeTitle}
      help={words.closeHelp}
      busy={busy}
      refusals={refusals}
      onClose={onClose}
      onConfirm={(because) =>
        void run({ gapId, because }).then((result) => {
          if (!result.ok) return;
          acknowledge(words.closed);
          onClose();
        })
      }
    />
  );
}
