import type { ReactNode } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { PlanningCalendarView } from '#shared/domain/planning-date/planning-date.queries.ts';
import { PLANNING_DATE_TYPES } from '#shared/domain/planning-date/planning-date.schema.ts';
import { CommandDialog, type Form } from '#renderer/components/command-form.tsx';
import { DayField } from '#renderer/components/day-field.tsx';
import { ChoiceField, TextArea, TextField } from '#renderer/components/field.tsx';
import { calendarText, planningDateTypeWords } from '#renderer/text/calendar.ts';

const words = calendarText.form;
type PlanningDate = PlanningCalendarView['dates'][number];
type Groups = PlanningCalendarView['groups'];

interface DateFields extends Readonly<Record<string, unknown>> {
  readonly dateType: PlanningDate['dateType'];
  readonly title: string;
  readonly on: Day | '';
  readonly until: Day | '';
  readonly groupId: string;
  readonly note: string;
}

const EMPTY: DateFields = { dateType: 'budget-cycle', title: '', on: '', until: '', groupId: '', note: '' };

function Fields({ at, groups }: { readonly at: Form<DateFields>['at']; readonly groups: Groups }): ReactNode {
  return (
    <>
      <ChoiceField
        {...at('dateType')}
        choices={PLANNING_DATE_TYPES.map((value) => ({ value, label: planningDateTypeWords[value] }))}
        w="16rem"
      />
      <TextField {...at('title')} data-autofocus />
      <DayField {...at('on')} />
      <DayField {...at('until')} help={words.help.until} optional />
      <ChoiceField
        {...at('groupId')}
        choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
        help={words.help.groupId}
        placeholder={words.noGroup}
        optional
      />
      <TextArea {...at('note')} optional />
    </>
  );
}

/** Puts a date on the calendar (duty 57). */
export function AddDate({ groups, onClose }: { readonly groups: Groups; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={words.add}
      command="planning-date.add"
      forKind="planning-date"
      about=""
      initial={EMPTY}
      labels={words.labels}
      args={(fields) => ({ ...fields, on: fields.on as Day })}
      submit={words.submit}
      done={words.added}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <Fields at={at} groups={groups} />}
    </CommandDialog>
  );
}

/** Changes a date that is still to come. */
export function ChangeDate({
  date,
  groups,
  onClose,
}: {
  readonly date: PlanningDate;
  readonly groups: Groups;
  readonly onClose: () => void;
}): ReactNode {
  const { id, ...initial } = date;
  return (
    <CommandDialog
      title={words.change}
      command="planning-date.change"
      forKind="planning-date.change"
      about={id}
      initial={initial as DateFields}
      labels={words.labels}
      args={(fields) => ({ ...fields, on: fields.on as Day, dateId: id })}
      submit={words.save}
      done={words.changed}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => <Fields at={at} groups={groups} />}
    </CommandDialog>
  );
}

/** Cancels a date with the reason; it stays on record. */
export function CancelDate({ date, onClose }: { readonly date: PlanningDate; readonly onClose: () => void }): ReactNode {
  return (
    <CommandDialog
      title={words.cancel}
      command="planning-date.cancel"
      forKind="planning-date.cancel"
      about={date.id}
      initial={{ reason: '' }}
      labels={words.labels}
      args={({ reason }) => ({ dateId: date.id, reason })}
      submit={words.cancelSubmit}
      danger
      done={words.cancelled}
      onDone={onClose}
      onCancel={onClose}
    >
      {({ at }) => (
        <>
          <p>
            <strong>{date.title}</strong>
          </p>
          <TextArea {...at('reason')} />
        </>
      )}
    </CommandDialog>
  );
}
