import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { RequirementPage } from '#shared/domain/intelligence-requirement/intelligence-requirement.queries.ts';
import type { RequirementChoices, TitleNamed } from '#shared/domain/intelligence-requirement/requirement-parts.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ReasonDialog } from '#renderer/components/dialogs.tsx';
import { CheckField, ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { requirementText } from '#renderer/text/requirement.ts';

const words = requirementText.form;
const choicesOf = (list: readonly TitleNamed[]) => list.map((one) => ({ value: one.id, label: one.name }));

/** Begins the draft of the next requirement of a strategic group. */
export function CreateRequirement({
  draftFor,
  carries,
  onClose,
  onMade,
}: {
  readonly draftFor: readonly TitleNamed[];
  /** There is a version in force to take questions over from. */
  readonly carries: boolean;
  readonly onClose: () => void;
  readonly onMade: (requirementId: string) => void;
}): ReactNode {
  return (
    <CommandDialog
      title={words.createTitle}
      command="intelligence-requirement.create"
      forKind="intelligence-requirement.create"
      about=""
      initial={{ groupId: draftFor[0]?.id ?? '', title: '', introduction: '', reviewOn: '' as Day | '', carryQuestions: true }}
      labels={words.labels}
      args={(fields) => ({ ...fields })}
      submit={words.create}
      done={words.created}
      onDone={({ requirementId }) => onMade(requirementId)}
      onCancel={onClose}
    >
      {({ fields, set, at }) => (
        <>
          {draftFor.length > 1 && <ChoiceField {...at('groupId')} choices={choicesOf(draftFor)} />}
          <TextField {...at('title')} maxLength={200} data-autofocus />
          <TextArea {...at('introduction')} optional maxLength={4000} />
          <DayField {...at('reviewOn')} help={words.reviewHelp} optional earliest={todayNow()} />
          {carries && (
            <CheckField
              name="carryQuestions"
              label={words.carry}
              checked={fields.carryQuestions}
              onChange={(carryQuestions) => set('carryQuestions', carryQuestions)}
            />
          )}
        </>
      )}
    </CommandDialog>
  );
}

/** Rewords a draft, names its assessment and the day of its first review. */
export function ChangeRequirement({
  requirement,
  choices,
  onClose,
}: {
  readonly requirement: RequirementPage;
  readonly choices: RequirementChoices;
  readonly onClose: () => void;
}): ReactNode {
  const { title, introduction, assessmentId, reviewOn } = requirement;
  return (
    <CommandDialog
      title={words.changeTitle}
      command="intelligence-requirement.change"
      forKind="intelligence-requirement.change"
      about={requirement.id}
      initial={{ title, introduction, assessmentId, reviewOn: reviewOn as Day | '' }}
      labels={words.labels}
      args={(fields) => ({ ...fields, requirementId: requirement.id })}
      submit={words.save}
      done={words.changed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <TextField {...at('title')} maxLength={200} data-autofocus />
          <TextArea {...at('introduction')} optional maxLength={4000} />
          <ChoiceField {...at('assessmentId')} optional choices={choicesOf(choices.assessments)} />
          <DayField {...at('reviewOn')} help={words.reviewHelp} optional earliest={todayNow()} />
        </>
      )}
    </CommandDialog>
  );
}

/** Gives a draft up, with the reason. */
export function WithdrawRequirement({
  requirementId,
  onClose,
}: {
  readonly requirementId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { run, busy, refusals } = useCommand('intelligence-requirement.withdraw');
  return (
    <ReasonDialog
      open
      title={words.withdrawTitle}
      confirm={words.withdrawTitle}
      danger
      busy={busy}
      refusals={refusals}
      onClose={onClose}
      onConfirm={(because) =>
        void run({ requirementId, because }).then((result) => {
          if (!result.ok) return;
          acknowledge(words.withdrawn);
          onClose();
        })
      }
    >
      <p>{words.withdrawBody}</p>
    </ReasonDialog>
  );
}

/** Records that a strategic or tactical group reviewed the requirement in force (duty 109). */
export function ReviewRequirement({
  requirement,
  onClose,
}: {
  readonly requirement: RequirementPage;
  readonly onClose: () => void;
}): ReactNode {
  const review = requirementText.review;
  const { reviewFor } = requirement;
  return (
    <CommandDialog
      title={review.title}
      command="intelligence-requirement.review"
      forKind="intelligence-requirement.review"
      about={requirement.id}
      initial={{
        groupId: reviewFor[0]?.id ?? '',
        meetingId: '',
        outcome: 'unchanged' as 'unchanged' | 'changed' | 'to-be-revised',
        text: '',
        nextReviewOn: '' as Day | '',
      }}
      labels={review.labels}
      args={(fields) => ({ ...fields, requirementId: requirement.id })}
      submit={review.submit}
      done={review.done}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ fields, setAll, at }) => (
        <>
          <ChoiceField {...at('groupId')} choices={choicesOf(reviewFor)} onChange={(groupId) => setAll({ groupId, meetingId: '' })} />
          <ChoiceField
            {...at('meetingId')}
            help={review.between}
            optional
            choices={(reviewFor.find((one) => one.id === fields.groupId)?.meetings ?? []).map((one) => ({
              value: one.id,
              label: one.reference,
            }))}
          />
          <ChoiceField
            {...at('outcome')}
            choices={(['unchanged', 'changed', 'to-be-revised'] as const).map((value) => ({
              value,
              label: review.outcomes[value] ?? value,
            }))}
          />
          <TextArea {...at('text')} maxLength={4000} data-autofocus />
          <DayField {...at('nextReviewOn')} earliest={todayNow()} />
        </>
      )}
    </CommandDialog>
  );
}

/** Passes tasking on to the dedicated source unit, one way (duty 112). What was typed is not kept here once it is passed on. */
export function PassOnTasking({
  questions,
  onClose,
}: {
  readonly questions: readonly TitleNamed[];
  readonly onClose: () => void;
}): ReactNode {
  const text = requirementText.passOn;
  return (
    <CommandDialog
      title={text.title}
      command="collection-task.pass-on"
      forKind="collection-task.pass-on"
      about=""
      initial={{ what: '', detail: '', questionId: '', dueOn: '' as Day | '' }}
      labels={text.labels}
      args={(fields) => ({ ...fields })}
      submit={text.submit}
      done={text.done}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <p>{text.body}</p>
          <TextField {...at('what')} maxLength={500} data-autofocus />
          <TextArea {...at('detail')} optional maxLength={4000} />
          <ChoiceField {...at('questionId')} optional choices={choicesOf(questions)} />
          <DayField {...at('dueOn')} optional earliest={todayNow()} />
        </>
      )}
    </CommandDialog>
  );
}
