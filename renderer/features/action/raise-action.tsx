import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { ActionsBoard } from '#shared/domain/action/action.queries.ts';
import { MARKING_OUTSIDE_MEETINGS } from '#shared/domain/action/raise-action.ts';
import { STRANDS } from '#shared/domain/action/action.schema.ts';
import { CommandDialog } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { CheckField, ChoiceField, TextArea } from '#renderer/components/field.tsx';
import { PeoplePicker } from '#renderer/components/people-picker.tsx';
import { PersonPicker } from '#renderer/components/person-picker.tsx';
import { todayNow } from '#renderer/components/when.tsx';
import { actionsText } from '#renderer/text/actions.ts';

const { labels, help } = actionsText;

interface RaiseActionProps {
  readonly board: Pick<ActionsBoard, 'raiseFor' | 'people'>;
  readonly onClose: () => void;
  readonly onRaised: (actionId: string) => void;
}

/** Raises an action for a group outside its meetings: one owner, a day and a strand (duties 123, 135). */
export function RaiseAction({ board, onClose, onRaised }: RaiseActionProps): ReactNode {
  return (
    <CommandDialog
      title={actionsText.raiseTitle}
      command="action.raise"
      forKind="action.raise"
      about=""
      initial={{
        groupId: board.raiseFor[0]?.id ?? '',
        text: '',
        strand: '',
        ownerId: '',
        dueOn: '' as Day | '',
        supporterIds: [] as string[],
        policeOnly: false,
      }}
      labels={labels}
      args={(fields) => ({ ...fields, strand: fields.strand as (typeof STRANDS)[number] | '' })}
      submit={actionsText.raise}
      done={actionsText.raise}
      onDone={({ actionId }) => {
        onClose();
        onRaised(actionId);
      }}
      onCancel={onClose}
    >
      {({ fields, set, at }) => (
        <>
          <p>{actionsText.raiseHelp}</p>
          {board.raiseFor.length > 1 && (
            <ChoiceField {...at('groupId')} choices={board.raiseFor.map((group) => ({ value: group.id, label: group.name }))} />
          )}
          <TextArea {...at('text')} data-autofocus />
          <PersonPicker
            {...at('ownerId')}
            help={help.ownerId}
            held={{ marking: MARKING_OUTSIDE_MEETINGS, policeOnly: fields.policeOnly }}
          />
          <DayField {...at('dueOn')} earliest={todayNow()} />
          <ChoiceField {...at('strand')} choices={STRANDS.map((strand) => ({ value: strand, label: actionsText.strands[strand] }))} />
          <PeoplePicker
            {...at('supporterIds')}
            help={help.supporterIds}
            optional
            people={board.people.filter((person) => person.id !== fields.ownerId)}
            held={{ marking: MARKING_OUTSIDE_MEETINGS, policeOnly: fields.policeOnly }}
          />
          <CheckField
            name="policeOnly"
            label={labels.policeOnly}
            help={help.policeOnly}
            checked={fields.policeOnly}
            onChange={(value) => set('policeOnly', value)}
          />
        </>
      )}
    </CommandDialog>
  );
}
