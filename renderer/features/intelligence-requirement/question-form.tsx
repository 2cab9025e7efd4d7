import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { RequirementChoices } from '#shared/domain/intelligence-requirement/requirement-parts.ts';
import type { QuestionPage } from '#shared/domain/requirement-question/requirement-question.queries.ts';
import type { CommandArgs } from '#shared/domain/registry.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { CheckField, ChoiceField, fieldId, TextArea, TextField } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { placed } from '#renderer/components/placed.ts';
import { requirementText } from '#renderer/text/requirement.ts';
import styles from './requirement.module.css';

const words = requirementText.question;
const HELD = { marking: 'OFFICIAL-SENSITIVE', policeOnly: false } as const;

interface Fields extends Readonly<Record<string, unknown>> {
  readonly question: string;
  readonly whyItMatters: string;
  readonly elements: readonly { readonly id: string; readonly text: string }[];
  readonly ownerId: string;
  readonly about: 'priority' | 'threat';
  readonly priorityId: string;
  readonly otherKeyThreat: string;
  readonly threatAssessmentId: string;
  readonly gapId: string;
  readonly newGap: string;
  readonly urgency: 'high' | 'medium' | 'low';
  readonly reviewOn: Day | '';
  readonly askPartners: boolean;
  readonly because: string;
}

const EMPTY: Fields = {
  question: '',
  whyItMatters: '',
  elements: [{ id: '', text: '' }],
  ownerId: '',
  about: 'priority',
  priorityId: '',
  otherKeyThreat: '',
  threatAssessmentId: '',
  gapId: '',
  newGap: '',
  urgency: 'medium',
  reviewOn: '',
  askPartners: false,
  because: '',
};

/** Only what belongs to the chosen kind is sent: a threat typed before the kind was changed does not spoil the question. */
function argsOf({ about, ...fields }: Fields): Omit<CommandArgs<'requirement-question.add'>, 'requirementId'> {
  const threat = about === 'threat';
  return {
    ...fields,
    elements: fields.elements.filter((one) => one.text.trim() !== '').map((one) => ({ ...one })),
    priorityId: threat ? '' : fields.priorityId,
    otherKeyThreat: threat ? fields.otherKeyThreat : '',
    threatAssessmentId: threat ? fields.threatAssessmentId : '',
    newGap: fields.gapId === '' ? fields.newGap : '',
  };
}

interface QuestionFormProps {
  readonly requirementId: string;
  readonly inForce: boolean;
  readonly choices: RequirementChoices;
  readonly onClose: () => void;
  readonly onDone?: (questionId: string) => void;
}

/** Asks a question of the requirement (duties 103-106). */
export function AskQuestion({ requirementId, inForce, choices, onClose, onDone }: QuestionFormProps): ReactNode {
  return (
    <CommandDialog
      title={words.askTitle}
      command="requirement-question.add"
      forKind="requirement-question.add"
      about={requirementId}
      initial={EMPTY}
      labels={words.labels}
      args={(fields) => ({ ...argsOf(fields), requirementId })}
      submit={words.ask}
      done={words.asked}
      onDone={({ questionId }) => {
        onClose();
        onDone?.(questionId);
      }}
      onCancel={onClose}
    >
      {(form) => <QuestionFieldset {...form} inForce={inForce} choices={choices} />}
    </CommandDialog>
  );
}

interface ChangeQuestionProps {
  readonly question: QuestionPage;
  readonly choices: RequirementChoices;
  readonly onClose: () => void;
}

/** Changes what a question asks; in force only with a reason (duty 105). */
export function ChangeQuestion({ question, choices, onClose }: ChangeQuestionProps): ReactNode {
  const initial: Fields = {
    question: question.question,
    whyItMatters: question.whyItMatters,
    elements: question.parts.map(({ id, text }) => ({ id, text })),
    ownerId: question.ownerId,
    about: question.priorityId === '' ? 'threat' : 'priority',
    priorityId: question.priorityId,
    otherKeyThreat: question.otherKeyThreat,
    threatAssessmentId: question.threatAssessmentId,
    gapId: question.gap?.id ?? '',
    newGap: '',
    urgency: question.urgency as Fields['urgency'],
    reviewOn: question.reviewOn as Day | '',
    askPartners: question.askPartners,
    because: '',
  };
  return (
    <CommandDialog
      title={words.changeTitle}
      command="requirement-question.change"
      forKind="requirement-question.change"
      about={question.id}
      initial={initial}
      labels={words.labels}
      args={(fields) => ({ ...argsOf(fields), questionId: question.id })}
      submit={requirementText.form.save}
      done={requirementText.form.changed}
      onDone={onClose}
      onCancel={onClose}
    >
      {(form) => <QuestionFieldset {...form} inForce={question.requirementState === 'approved'} choices={withGap(choices, question)} />}
    </CommandDialog>
  );
}

/** A question keeps its gap although that is closed by now. */
function withGap(choices: RequirementChoices, { gap }: QuestionPage): RequirementChoices {
  if (gap === null || choices.gaps.some((one) => one.id === gap.id)) return choices;
  return { ...choices, gaps: [...choices.gaps, { id: gap.id, name: `${gap.reference} ${gap.text}` }] };
}

const choicesOf = (list: readonly { readonly id: string; readonly name: string }[]) =>
  list.map((one) => ({ value: one.id, label: one.name }));

function QuestionFieldset({
  fields,
  set,
  at,
  inForce,
  choices,
}: Form<Fields> & { readonly inForce: boolean; readonly choices: RequirementChoices }): ReactNode {
  const typed = fields.question.trim();
  return (
    <>
      <TextField
        {...at('question')}
        help={typed !== '' && !typed.endsWith('?') ? words.notAQuestion : words.help.question}
        maxLength={500}
        data-autofocus
      />
      <TextArea {...at('whyItMatters')} optional maxLength={4000} />
      <Elements elements={fields.elements} onChange={(elements) => set('elements', elements)} />
      <SegmentedControl
        aria-label={words.labels.about}
        data={(['priority', 'threat'] as const).map((value) => ({ value, label: words.kinds[value] }))}
        value={fields.about}
        onChange={(about) => set('about', about as Fields['about'])}
        transitionDuration={0}
        withItemsBorders={false}
      />
      {fields.about === 'priority' ? (
        <ChoiceField {...at('priorityId')} choices={choicesOf(choices.priorities)} />
      ) : (
        <div className={styles['pair']}>
          <TextField {...at('otherKeyThreat')} maxLength={300} />
          <ChoiceField {...at('threatAssessmentId')} choices={choicesOf(choices.assessments)} />
        </div>
      )}
      <ChoiceField {...at('gapId')} help={words.help.gapId} optional choices={choicesOf(choices.gaps)} />
      {fields.gapId === '' && <TextField {...at('newGap')} maxLength={500} />}
      <div className={styles['pair']}>
        <PersonPicker {...at('ownerId')} help={words.help.ownerId} people={choices.people} held={HELD} />
        <ChoiceField
          {...at('urgency')}
          choices={(['high', 'medium', 'low'] as const).map((value) => ({ value, label: requirementText.urgencies[value] ?? value }))}
        />
      </div>
      <DayField {...at('reviewOn')} optional />
      <CheckField
        name="askPartners"
        label={words.labels.askPartners}
        checked={fields.askPartners}
        onChange={(askPartners) => set('askPartners', askPartners)}
      />
      {inForce && <TextArea {...at('because')} help={words.help.because} maxLength={2000} />}
    </>
  );
}

function Elements({
  elements,
  onChange,
}: {
  readonly elements: Fields['elements'];
  readonly onChange: (elements: Fields['elements']) => void;
}): ReactNode {
  return (
    <fieldset className={styles['rows']} id={fieldId('elements')} tabIndex={-1}>
      <legend>{words.labels.elements}</legend>
      <span className={styles['groupCount']}>{words.help.elements}</span>
      {placed(elements).map(({ item, place }) => (
        <div key={place} className={styles['row']}>
          <TextField
            name={`elements.${place}.text`}
            label={words.element(place + 1)}
            value={item.text}
            onChange={(text) => onChange(elements.map((other, index) => (index === place ? { ...other, text } : other)))}
            maxLength={500}
            optional
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={words.removeElement(place + 1)}
            title={words.removeElement(place + 1)}
            onClick={() => onChange(elements.filter((_other, index) => index !== place))}
          >
            <IconX size="1rem" stroke={1.5} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size="0.875rem" stroke={2} aria-hidden />}
          onClick={() => onChange([...elements, { id: '', text: '' }])}
        >
          {words.addElement}
        </Button>
      </div>
    </fieldset>
  );
}
