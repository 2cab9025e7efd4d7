import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { TaskRow, TasksPage } from '#shared/domain/collection-task/collection-task.queries.ts';
import { TASK_CAPABILITIES } from '#shared/domain/collection-task/collection-task.schema.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { requirementText } from '#renderer/text/requirement.ts';
import styles from './requirement.module.css';

const words = requirementText.task;
const HELD = { marking: 'OFFICIAL-SENSITIVE', policeOnly: false } as const;
type GiveFor = TasksPage['giveFor'][number];
type Capability = TaskRow['capability'];

interface Collecting extends Readonly<Record<string, unknown>> {
  readonly what: string;
  readonly detail: string;
  readonly strategyId: string;
  readonly ownerId: string;
  readonly unitId: string;
  readonly capability: Capability;
  readonly dueOn: Day | '';
}

const choicesOf = (list: readonly { readonly id: string; readonly name: string }[]) =>
  list.map((one) => ({ value: one.id, label: one.name }));

function CollectingFields({
  at,
  group,
  questionId,
}: Pick<Form<Collecting>, 'at'> & { readonly group: GiveFor | undefined; readonly questionId: string }): ReactNode {
  const strategies = group?.questions.find((one) => one.id === questionId)?.strategies ?? [];
  return (
    <>
      <TextField {...at('what')} maxLength={500} />
      <TextArea {...at('detail')} optional maxLength={4000} />
      {strategies.length > 0 && <ChoiceField {...at('strategyId')} optional choices={choicesOf(strategies)} />}
      <div className={styles['pair']}>
        <PersonPicker {...at('ownerId')} help={words.help.ownerId} optional clearable people={group?.choices.people ?? []} held={HELD} />
        <ChoiceField {...at('unitId')} optional choices={choicesOf(group?.choices.units ?? [])} />
      </div>
      <div className={styles['pair']}>
        <ChoiceField
          {...at('capability')}
          optional
          choices={TASK_CAPABILITIES.filter((one) => one !== '').map((value) => ({ value, label: words.capabilities[value] ?? value }))}
        />
        <DayField {...at('dueOn')} optional earliest={todayNow()} />
      </div>
    </>
  );
}

interface GiveTaskProps {
  readonly giveFor: readonly GiveFor[];
  readonly groupId?: string;
  readonly questionId?: string;
  readonly onClose: () => void;
}

/** Gives a task to collect, for a question or with the reason why none asks for it (duties 18, 110). */
export function GiveTask({ giveFor, groupId = '', questionId = '', onClose }: GiveTaskProps): ReactNode {
  return (
    <CommandDialog
      title={words.title}
      command="collection-task.add"
      forKind="collection-task.add"
      about={questionId}
      initial={{
        groupId: groupId === '' ? (giveFor[0]?.id ?? '') : groupId,
        questionId,
        undirectedBecause: '',
        what: '',
        detail: '',
        strategyId: '',
        ownerId: '',
        unitId: '',
        capability: '' as Capability,
        dueOn: '' as Day | '',
      }}
      labels={words.labels}
      args={(fields) => ({ ...fields, undirectedBecause: fields.questionId === '' ? fields.undirectedBecause : '' })}
      submit={words.give}
      done={words.given}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ fields, setAll, at }) => {
        const group = giveFor.find((one) => one.id === fields.groupId);
        return (
          <>
            {giveFor.length > 1 && (
              <ChoiceField
                {...at('groupId')}
                choices={choicesOf(giveFor)}
                onChange={(id) => setAll({ groupId: id, questionId: '', strategyId: '' })}
              />
            )}
            <ChoiceField
              {...at('questionId')}
              help={words.help.questionId}
              optional
              choices={choicesOf(group?.questions ?? [])}
              onChange={(id) => setAll({ questionId: id, strategyId: '' })}
            />
            {fields.questionId === '' && <TextArea {...at('undirectedBecause')} maxLength={2000} />}
            <CollectingFields at={at as never} group={group} questionId={fields.questionId} />
          </>
        );
      }}
    </CommandDialog>
  );
}

/** Changes who collects, how and by when. */
export function ChangeTask({
  task,
  group,
  onClose,
}: {
  readonly task: TaskRow;
  readonly group: GiveFor | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const { what, detail, strategyId, ownerId, unitId, capability, dueOn } = task;
  return (
    <CommandDialog
      title={words.changeTitle}
      command="collection-task.change"
      forKind="collection-task.change"
      about={task.id}
      initial={{ what, detail, strategyId, ownerId, unitId, capability, dueOn: dueOn as Day | '' }}
      labels={words.labels}
      args={(fields) => ({ ...fields, taskId: task.id })}
      submit={requirementText.form.save}
      done={words.changed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <CollectingFields at={at as never} group={group} questionId={task.questionId} />}
    </CommandDialog>
  );
}

/** Reports what came of a task, also when nothing was found. */
export function FinishTask({ taskId, onClose }: { readonly taskId: string; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={words.finishTitle}
      command="collection-task.finish"
      forKind="collection-task.finish"
      about={taskId}
      initial={{ result: '' }}
      labels={words.labels}
      args={(fields) => ({ ...fields, taskId })}
      submit={words.finish}
      done={words.finished}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <TextArea {...at('result')} help={words.help.result} maxLength={4000} data-autofocus />}
    </CommandDialog>
  );
}
