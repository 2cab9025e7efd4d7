import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { CONFIDENCES, type Forecast, PROBABILITIES } from '#shared/domain/assessment-section/assessment-section.schema.ts';
import { YARDSTICK, hedgesIn } from '#shared/domain/assessment-section/yardstick.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, TextArea } from '#renderer/components/field.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { assessmentsText } from '#renderer/text/assessments.ts';
import styles from './section.module.css';

const words = assessmentsText.forecasts;

interface ForecastDialogProps {
  readonly sectionId: string;
  /** Null for a new one. */
  readonly forecast: Forecast | null;
  readonly onClose: () => void;
}

/** What is expected, with a word of the probability yardstick and how sure we are; says gently where a word hides the likelihood. */
export function ForecastDialog({ sectionId, forecast, onClose }: ForecastDialogProps): ReactNode {
  const remove = useCommand('assessment-section.remove-forecast');
  const initial = {
    statement: forecast?.statement ?? '',
    probability: (forecast?.probability ?? '') as Forecast['probability'] | '',
    confidence: (forecast?.confidence ?? '') as Forecast['confidence'] | '',
    by: (forecast?.by ?? '') as Day | '',
  };
  const takeOut = async (): Promise<void> => {
    if (forecast === null || !(await remove.run({ sectionId, forecastId: forecast.id })).ok) return;
    acknowledge(words.removed);
    onClose();
  };
  return (
    <CommandDialog
      title={words.addTitle}
      command="assessment-section.set-forecast"
      forKind="assessment-section.set-forecast"
      about={forecast?.id ?? sectionId}
      initial={initial}
      labels={{ statement: words.statement, probability: words.probability, confidence: words.confidence, by: words.by }}
      args={(fields) => ({
        ...fields,
        sectionId,
        forecastId: forecast?.id ?? '',
        // What is not chosen is sent empty, so that the refusal stands at its field.
        probability: fields.probability as Forecast['probability'],
        confidence: fields.confidence as Forecast['confidence'],
      })}
      submit={assessmentsText.steps.save}
      done={words.saved}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at, fields }) => {
        const hedges = hedgesIn(fields.statement);
        return (
          <>
            <TextArea {...at('statement')} help={words.statementHelp} maxLength={2000} data-autofocus />
            {hedges.length > 0 && (
              <p className={styles['old']} role="status">
                {words.hedges(hedges)}
              </p>
            )}
            <ChoiceField
              {...at('probability')}
              choices={PROBABILITIES.map((value) => ({ value, label: `${YARDSTICK[value].words} (${YARDSTICK[value].range})` }))}
            />
            <ChoiceField
              {...at('confidence')}
              choices={CONFIDENCES.map((value) => ({ value, label: assessmentsText.evidence.choices[value] }))}
            />
            <DayField {...at('by')} optional />
            {forecast !== null && (
              <div>
                <RefusalNote refusals={remove.refusals} />
                <Button size="compact-sm" variant="default" loading={remove.busy} onClick={() => void takeOut()}>
                  {words.remove}
                </Button>
              </div>
            )}
          </>
        );
      }}
    </CommandDialog>
  );
}
