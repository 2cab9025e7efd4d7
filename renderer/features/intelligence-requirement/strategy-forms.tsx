import { type ReactNode, useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import { COLLECTION_SOURCES } from '#shared/domain/collection-strategy/collection-strategy.schema.ts';
import type { StrategyShown } from '#shared/domain/requirement-question/requirement-question.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ReasonDialog } from '#renderer/components/dialogs.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { Reference } from '#renderer/components/reference.tsx';
import { Button } from '@mantine/core';
import { requirementText } from '#renderer/text/requirement.ts';
import sheet from '#renderer/components/record-sheet.module.css';
import styles from './requirement.module.css';

const words = requirementText.strategy;
type Source = (typeof COLLECTION_SOURCES)[number];
/** One for a dedicated source unit is written inside its compartment only (duty 111). */
const OPEN_SOURCES = COLLECTION_SOURCES.filter((one) => one !== 'dedicated-source-unit');

/** Says how a question is to be answered (duty 110). */
export function AddStrategy({ questionId, onClose }: { readonly questionId: string; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={words.addTitle}
      command="collection-strategy.add"
      forKind="collection-strategy.add"
      about={questionId}
      initial={{ source: 'open-source' as Source, title: '', text: '', reviewOn: '' as Day | '' }}
      labels={words.labels}
      args={(fields) => ({ ...fields, questionId })}
      submit={words.add}
      done={words.added}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <ChoiceField {...at('source')} choices={OPEN_SOURCES.map((value) => ({ value, label: words.sources[value] ?? value }))} />
          <TextField {...at('title')} maxLength={200} />
          <TextArea {...at('text')} optional maxLength={20_000} />
          <DayField {...at('reviewOn')} optional />
        </>
      )}
    </CommandDialog>
  );
}

/** One strategy of a question, with what those who plan collection may do. */
export function StrategyEntry({ strategy, mayChange }: { readonly strategy: StrategyShown; readonly mayChange: boolean }): ReactNode {
  const [doing, setDoing] = useState<'change' | 'end' | null>(null);
  const ended = strategy.state === 'ended';
  return (
    <div className={styles['entry']}>
      <span className={styles['entryHead']}>
        <Reference>{strategy.reference}</Reference>
        <span className={sheet['dimmed']}>{words.sources[strategy.source] ?? strategy.source}</span>
        {mayChange && !ended && (
          <>
            <Button size="compact-xs" variant="subtle" onClick={() => setDoing('change')}>
              {words.change}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => setDoing('end')}>
              {words.end}
            </Button>
          </>
        )}
      </span>
      <strong>{strategy.title}</strong>
      {strategy.text !== '' && <span className={sheet['prose']}>{strategy.text}</span>}
      {ended && <span className={sheet['dimmed']}>{words.endedBecause(strategy.endedBecause)}</span>}
      {doing === 'change' && <ChangeStrategy strategy={strategy} onClose={() => setDoing(null)} />}
      {doing === 'end' && <EndStrategy strategyId={strategy.id} onClose={() => setDoing(null)} />}
    </div>
  );
}

function ChangeStrategy({ strategy, onClose }: { readonly strategy: StrategyShown; readonly onClose: () => void }): ReactNode {
  const { title, text, reviewOn } = strategy;
  return (
    <CommandDialog
      title={words.changeTitle}
      command="collection-strategy.change"
      forKind="collection-strategy.change"
      about={strategy.id}
      initial={{ title, text, reviewOn: reviewOn as Day | '' }}
      labels={words.labels}
      args={(fields) => ({ ...fields, strategyId: strategy.id })}
      submit={requirementText.form.save}
      done={words.changed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <TextField {...at('title')} maxLength={200} />
          <TextArea {...at('text')} optional maxLength={20_000} />
          <DayField {...at('reviewOn')} optional />
        </>
      )}
    </CommandDialog>
  );
}

function EndStrategy({ strategyId, onClose }: { readonly strategyId: string; readonly onClose: () => void }): ReactNode {
  const { run, busy, refusals } = useCommand('collection-strategy.end');
  return (
    <ReasonDialog
      open
      title={words.endTitle}
      confirm={words.endTitle}
      danger
      busy={busy}
      refusals={refusals}
      onClose={onClose}
      onConfirm={(because) =>
        void run({ strategyId, because }).then((result) => {
          if (!result.ok) return;
          acknowledge(words.ended);
          onClose();
        })
      }
    >
      <p>{words.endBody}</p>
    </ReasonDialog>
  );
}
