import type { ReactNode } from 'react';
import type { RecommendationOutcome as Outcome } from '#shared/domain/recommendation/recommendation-outcome.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { ChoiceField, TextArea } from '#renderer/components/field.tsx';
import { taskingText } from '#renderer/text/tasking.ts';

const words = taskingText.recommendations;

interface OutcomeProps {
  readonly meetingId: string;
  readonly recommendationId: string;
  readonly title: string;
  /** The decision that names it; empty when it is only deferred. */
  readonly decisionId: string;
  readonly onlyDefer: boolean;
  readonly onClose: () => void;
}

/** Asks how one recommendation ends and why (duty 73). */
export function RecommendationOutcome({ meetingId, recommendationId, title, decisionId, onlyDefer, onClose }: OutcomeProps): ReactNode {
  return (
    <CommandDialog
      title={onlyDefer ? words.deferTitle(title) : words.outcomeTitle(title)}
      command="recommendation.decide"
      forKind={onlyDefer ? 'recommendation.defer' : 'recommendation.decide'}
      about={recommendationId}
      initial={{ outcome: (onlyDefer ? 'deferred' : 'adopted') as Outcome, variedText: '', reason: '' }}
      labels={words.labels}
      args={({ outcome, variedText, reason }) => ({
        recommendationId,
        meetingId,
        outcome,
        reason,
        variedText: outcome === 'varied' ? variedText : '',
        decisionId: outcome === 'deferred' ? '' : decisionId,
      })}
      submit={onlyDefer ? words.submitDefer : words.submit}
      done={onlyDefer ? words.doneDefer : words.done}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at, fields }) => (
        <>
          {!onlyDefer && (
            <ChoiceField<Outcome>
              {...at('outcome')}
              choices={(['adopted', 'varied', 'rejected', 'deferred'] as const).map((value) => ({ value, label: words.outcomes[value] }))}
            />
          )}
          {fields.outcome === 'varied' && <TextArea {...at('variedText')} />}
          <TextArea {...at('reason')} data-autofocus={onlyDefer ? '' : undefined} />
        </>
      )}
    </CommandDialog>
  );
}

/** Defers in one act every recommendation without an outcome. */
export function DeferLeft({ meetingId, onClose }: { readonly meetingId: string; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={words.deferAllTitle}
      command="recommendation.defer-open"
      forKind="recommendation.defer-open"
      about={meetingId}
      initial={{ reason: '' }}
      labels={words.labels}
      args={({ reason }) => ({ meetingId, reason })}
      submit={words.submitDefer}
      done={words.doneDefer}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <TextArea {...at('reason')} help={words.deferAllHelp} data-autofocus />}
    </CommandDialog>
  );
}
