import { Button, Checkbox, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { newId } from '#renderer/app/scratchpad/use-draft.ts';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { KeyHint } from '#renderer/components/key-hint.tsx';
import { PersonPicker, type PersonToChoose } from '#renderer/components/person-picker.tsx';
import { consoleText } from '#renderer/text/console.ts';
import styles from './composer.module.css';
import { CONSOLE_KEYS } from './console-keys.ts';
import type { ConsoleView } from './console-view.ts';
import type { DecisionDraft } from './decision-fields.ts';

const words = consoleText.compose;

/** What each part of the form is given: the draft, how to change it, and what is still wrong with a field. */
interface Part {
  readonly fields: DecisionDraft;
  readonly set: <Name extends keyof DecisionDraft & string>(field: Name, value: DecisionDraft[Name]) => void;
  readonly errorFor: (name: string) => string | undefined;
}

/** The options considered, which was chosen, and why each other was rejected; or why there was only one (duty 82). */
export function OptionsConsidered({ fields, set, errorFor, addOption }: Part & { readonly addOption: () => void }): ReactNode {
  const writtenOptions = fields.options.filter((option) => option.text.trim() !== '').length;
  return (
    <div className={styles['set']} role="group" aria-label={words.options}>
      <p className={styles['setTitle']}>
        {words.options} <KeyHint keys={CONSOLE_KEYS.option} />
      </p>
      {fields.options.map((option, index) => (
        <div key={option.key} className={styles['option']}>
          <Radio
            className={styles['chosen']}
            name="decision-chosen"
            checked={fields.chosen === option.key}
            onChange={() => set('chosen', option.key)}
            aria-label={`${words.option(index + 1)}: ${words.chosen}`}
            title={words.chosen}
          />
          <div className={styles['optionTexts']}>
            <TextArea
              name={`decision-options-${index}-text`}
              label={`${words.option(index + 1)}${fields.chosen === option.key ? ` · ${words.chosen}` : ''}`}
              optional={index > 1}
              value={option.text}
              minRows={1}
              onChange={(text) =>
                set(
                  'options',
                  fields.options.map((one) => (one.key === option.key ? { ...one, text } : one)),
                )
              }
              error={errorFor(`decision-options-${index}-text`)}
            />
            {fields.chosen !== option.key && (option.text.trim() !== '' || option.rejectedBecause !== '') && (
              <TextArea
                name={`decision-options-${index}-rejectedBecause`}
                label={words.rejectedBecause(index + 1)}
                value={option.rejectedBecause}
                minRows={1}
                onChange={(rejectedBecause) =>
                  set(
                    'options',
                    fields.options.map((one) => (one.key === option.key ? { ...one, rejectedBecause } : one)),
                  )
                }
                error={errorFor(`decision-options-${index}-rejectedBecause`)}
              />
            )}
          </div>
          {fields.options.length > 1 && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={words.removeOption(index + 1)}
              onClick={() =>
                set(
                  'options',
                  fields.options.filter((one) => one.key !== option.key),
                )
              }
            >
              ×
            </Button>
          )}
        </div>
      ))}
      <Button size="compact-sm" variant="default" onClick={addOption}>
        {words.addOption}
      </Button>
      {writtenOptions < 2 && (
        <TextArea
          name="decision-singleOptionReason"
          label={words.singleOption}
          optional
          value={fields.singleOptionReason}
          minRows={1}
          onChange={(value) => set('singleOptionReason', value)}
          error={errorFor('decision-singleOptionReason')}
        />
      )}
    </div>
  );
}

/** The papers and other evidence the decision rests on, each with its age and confidence; or why there is none (duty 54). */
export function EvidenceOf({
  fields,
  set,
  errorFor,
  papers,
  none,
}: Part & { readonly papers: ConsoleView['papers']; readonly none: boolean }): ReactNode {
  return (
    <div className={styles['set']} role="group" aria-label={words.evidence}>
      <p className={styles['setTitle']}>{words.evidence}</p>
      {papers.length > 0 && (
        <Checkbox.Group value={[...fields.paperIds]} onChange={(chosen) => set('paperIds', chosen)} aria-label={words.evidenceFromMeeting}>
          <div className={styles['checks']}>
            {papers.map((paper) => (
              <Checkbox
                key={paper.id}
                value={paper.id}
                label={`${paper.title}${paper.asOf === '' ? '' : `, ${consoleText.side.asOf(dayText(paper.asOf as Day))}`}`}
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {fields.otherEvidence.map((one, index) => (
        <div key={one.key} className={styles['evidence']}>
          <TextField
            name={`decision-evidence-${index}-title`}
            label={words.evidenceTitle(index + 1)}
            value={one.title}
            onChange={(title) =>
              set(
                'otherEvidence',
                fields.otherEvidence.map((other) => (other.key === one.key ? { ...other, title } : other)),
              )
            }
          />
          <DayField
            name={`decision-evidence-${index}-asOf`}
            label={words.asOf}
            optional
            value={one.asOf as Day | ''}
            onChange={(asOf) =>
              set(
                'otherEvidence',
                fields.otherEvidence.map((other) => (other.key === one.key ? { ...other, asOf } : other)),
              )
            }
            help=""
          />
          <ChoiceField
            name={`decision-evidence-${index}-confidence`}
            label={words.confidence}
            optional
            value={one.confidence}
            choices={(['low', 'moderate', 'high'] as const).map((value) => ({ value, label: words.confidences[value] ?? value }))}
            onChange={(value) =>
              set(
                'otherEvidence',
                fields.otherEvidence.map((other) =>
                  other.key === one.key ? { ...other, confidence: value as typeof other.confidence } : other,
                ),
              )
            }
          />
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={words.removeEvidence(index + 1)}
            onClick={() =>
              set(
                'otherEvidence',
                fields.otherEvidence.filter((other) => other.key !== one.key),
              )
            }
          >
            ×
          </Button>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => set('otherEvidence', [...fields.otherEvidence, { key: newId(), title: '', asOf: '', confidence: '' }])}
      >
        {words.addEvidence}
      </Button>
      {none && (
        <TextArea
          name="decision-noEvidenceReason"
          label={words.noEvidence}
          value={fields.noEvidenceReason}
          minRows={1}
          onChange={(value) => set('noEvidenceReason', value)}
          error={errorFor('decision-noEvidenceReason')}
        />
      )}
    </div>
  );
}

/** Who disagreed, and in what words (duty 82). */
export function Dissents({
  fields,
  set,
  errorFor,
  people,
  addDissent,
}: Part & { readonly people: readonly PersonToChoose[]; readonly addDissent: () => void }): ReactNode {
  return (
    <div className={styles['set']} role="group" aria-label={words.dissents}>
      <p className={styles['setTitle']}>
        {words.dissents} <KeyHint keys={CONSOLE_KEYS.dissent} />
      </p>
      {fields.dissents.map((one, index) => (
        <div key={one.key} className={styles['dissent']}>
          <PersonPicker
            name={`decision-dissents-${index}-personId`}
            label={words.dissentBy(index + 1)}
            people={people}
            value={one.personId}
            onChange={(personId) =>
              set(
                'dissents',
                fields.dissents.map((other) => (other.key === one.key ? { ...other, personId } : other)),
              )
            }
            error={errorFor(`decision-dissents-${index}-personId`)}
          />
          <TextArea
            name={`decision-dissents-${index}-text`}
            label={words.dissentText2(index + 1)}
            value={one.text}
            minRows={1}
            onChange={(text) =>
              set(
                'dissents',
                fields.dissents.map((other) => (other.key === one.key ? { ...other, text } : other)),
              )
            }
            error={errorFor(`decision-dissents-${index}-text`)}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={words.removeDissent(index + 1)}
            onClick={() =>
              set(
                'dissents',
                fields.dissents.filter((other) => other.key !== one.key),
              )
            }
          >
            ×
          </Button>
        </div>
      ))}
      <Button size="compact-sm" variant="default" onClick={addDissent}>
        {words.addDissent}
      </Button>
    </div>
  );
}
