import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { CompartmentRoom, MyCompartments, PassedOn } from '#shared/domain/compartment/compartment.queries.ts';
import { useCommand } from '#renderer/app/bridge/use-bridge.ts';
import { acknowledge } from '#renderer/components/acknowledge.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ReasonDialog } from '#renderer/components/dialogs.tsx';
import { CheckField, ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { PeoplePicker } from '#renderer/components/people-picker.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { compartmentText } from '#renderer/text/compartment.ts';

const words = compartmentText.form;
const HELD = { marking: 'OFFICIAL-SENSITIVE', policeOnly: true } as const;
type Strategy = CompartmentRoom['strategies'][number];

interface OnClose {
  readonly onClose: () => void;
}

/** Opens a compartment; whoever opens it is in it (duty 111). */
export function OpenCompartment({
  people,
  onClose,
  onOpened,
}: OnClose & Pick<MyCompartments, 'people'> & { readonly onOpened: (id: string) => void }): ReactNode {
  return (
    <CommandDialog
      title={words.openTitle}
      command="compartment.open"
      forKind="compartment.open"
      about=""
      initial={{ name: '', purpose: '', memberIds: [] as readonly string[], takesTasking: true }}
      labels={words.labels}
      args={(fields) => ({ ...fields, memberIds: [...fields.memberIds] })}
      submit={compartmentText.steps.open}
      done={words.opened}
      onDone={({ compartmentId }) => onOpened(compartmentId)}
      onCancel={onClose}
    >
      {({ fields, set, at }) => (
        <>
          <TextField {...at('name')} maxLength={160} data-autofocus />
          <TextArea {...at('purpose')} optional maxLength={2000} />
          <PeoplePicker {...at('memberIds')} help={words.membersHelp} people={people} held={HELD} optional />
          <CheckField
            name="takesTasking"
            label={words.labels.takesTasking}
            checked={fields.takesTasking}
            onChange={(on) => set('takesTasking', on)}
          />
        </>
      )}
    </CommandDialog>
  );
}

export function ChangeCompartment({ room, onClose }: OnClose & { readonly room: CompartmentRoom }): ReactNode {
  const { name, purpose, takesTasking } = room;
  return (
    <CommandDialog
      title={words.changeTitle}
      command="compartment.change"
      forKind="compartment.change"
      about={room.id}
      initial={{ name, purpose, takesTasking }}
      labels={words.labels}
      args={(fields) => ({ ...fields, compartmentId: room.id })}
      submit={words.save}
      done={words.changed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ fields, set, at }) => (
        <>
          <TextField {...at('name')} maxLength={160} />
          <TextArea {...at('purpose')} optional maxLength={2000} />
          <CheckField
            name="takesTasking"
            label={words.labels.takesTasking}
            checked={fields.takesTasking}
            onChange={(on) => set('takesTasking', on)}
          />
        </>
      )}
    </CommandDialog>
  );
}

/** Changes who is in it: everything in it is given and taken in the same step. */
export function SetMembers({ room, onClose }: OnClose & { readonly room: CompartmentRoom }): ReactNode {
  return (
    <CommandDialog
      title={words.membersTitle}
      command="compartment.set-members"
      forKind="compartment.set-members"
      about={room.id}
      initial={{ memberIds: room.members.filter((one) => !one.left).map((one) => one.id) as readonly string[], ownerId: room.ownerId }}
      labels={words.labels}
      args={(fields) => ({ compartmentId: room.id, memberIds: [...fields.memberIds], ownerId: fields.ownerId })}
      submit={words.save}
      done={words.membersDone}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ fields, at }) => (
        <>
          <p>{words.membersBody}</p>
          <PeoplePicker {...at('memberIds')} people={room.people} held={HELD} />
          <PersonPicker {...at('ownerId')} people={room.people.filter((one) => fields.memberIds.includes(one.id))} />
        </>
      )}
    </CommandDialog>
  );
}

/** Writes a strategy inside the compartment, or changes one (duty 111). */
export function WriteStrategy({
  room,
  strategy,
  onClose,
}: OnClose & { readonly room: CompartmentRoom; readonly strategy: Strategy | null }): ReactNode {
  const text = compartmentText.strategy;
  const initial = {
    title: strategy?.title ?? '',
    text: strategy?.text ?? '',
    reviewOn: (strategy?.reviewOn ?? '') as Day | '',
    questionId: strategy?.questionId ?? '',
  };
  if (strategy === null)
    return (
      <CommandDialog
        title={text.addTitle}
        command="collection-strategy.add-closed"
        forKind="collection-strategy.add-closed"
        about={room.id}
        initial={initial}
        labels={text.labels}
        args={(fields) => ({ ...fields, compartmentId: room.id })}
        submit={text.add}
        done={text.added}
        onDone={onClose}
        onCancel={onClose}
      >
        {({ at }) => (
          <>
            <TextField {...at('title')} maxLength={200} data-autofocus />
            <TextArea {...at('text')} help={compartmentText.identity} optional maxLength={20_000} />
            <ChoiceField {...at('questionId')} optional choices={room.questions.map((one) => ({ value: one.id, label: one.name }))} />
            <DayField {...at('reviewOn')} optional />
          </>
        )}
      </CommandDialog>
    );
  return (
    <CommandDialog
      title={text.changeTitle}
      command="collection-strategy.change"
      forKind="collection-strategy.change"
      about={strategy.id}
      initial={initial}
      labels={text.labels}
      args={({ title, text: body, reviewOn }) => ({ strategyId: strategy.id, title, text: body, reviewOn })}
      submit={words.save}
      done={text.changed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <TextField {...at('title')} maxLength={200} />
          <TextArea {...at('text')} help={compartmentText.identity} optional maxLength={20_000} />
          <DayField {...at('reviewOn')} optional />
        </>
      )}
    </CommandDialog>
  );
}

/** Notes inside the compartment what came of tasking that was passed on. */
export function NoteResult({ task, onClose }: OnClose & { readonly task: PassedOn }): ReactNode {
  const text = compartmentText.task;
  return (
    <CommandDialog
      title={text.finishTitle}
      command="collection-task.finish"
      forKind="collection-task.finish"
      about={task.id}
      initial={{ result: '' }}
      labels={text.labels}
      args={(fields) => ({ ...fields, taskId: task.id })}
      submit={text.finishTitle}
      done={text.finished}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <TextArea {...at('result')} help={text.resultHelp} maxLength={4000} data-autofocus />}
    </CommandDialog>
  );
}

interface WithReasonProps extends OnClose {
  readonly title: string;
  /** Said when it was done. */
  readonly says: string;
  readonly step:
    | { readonly command: 'compartment.close'; readonly compartmentId: string }
    | { readonly command: 'collection-task.withdraw'; readonly taskId: string }
    | { readonly command: 'collection-strategy.end'; readonly strategyId: string };
}

/** A step that is taken with a reason: closing, withdrawing, ending. */
export function WithReason({ title, says, step, onClose }: WithReasonProps): ReactNode {
  const { run, busy, refusals } = useCommand(step.command);
  const { command: _command, ...subject } = step;
  return (
    <ReasonDialog
      open
      title={title}
      confirm={title}
      danger
      busy={busy}
      refusals={refusals}
      onClose={onClose}
      onConfirm={(because) =>
        void run({ ...subject, because } as never).then((result) => {
          if (!result.ok) return;
          acknowledge(says);
          onClose();
        })
      }
    />
  );
}
