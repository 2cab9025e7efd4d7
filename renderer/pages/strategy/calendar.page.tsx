import { Button, Group, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { addMonths, type Day } from '#shared/base/time.ts';
import type { CalendarEntry } from '#shared/domain/planning-date/calendar-entries.ts';
import type { PlanningCalendarView } from '#shared/domain/planning-date/planning-date.queries.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { goTo } from '#renderer/app/location.ts';
import { usePaletteAction } from '#renderer/app/palette-actions.ts';
import { linkTo } from '#renderer/app/record-links.ts';
import { useShortcut } from '#renderer/app/shortcuts/shortcuts.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { RefusalNote } from '#renderer/components/refusal-note.tsx';
import { View } from '#renderer/components/view.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { ScheduleMeeting } from '#renderer/features/meeting/schedule-meeting.tsx';
import { CalendarList } from '#renderer/features/planning-date/calendar-list.tsx';
import { CalendarYear } from '#renderer/features/planning-date/calendar-year.tsx';
import { DateDetails } from '#renderer/features/planning-date/date-details.tsx';
import { AddDate } from '#renderer/features/planning-date/date-forms.tsx';
import { monthText } from '#renderer/features/planning-date/entry-words.ts';
import { SaveCalendar } from '#renderer/features/planning-date/save-calendar.tsx';
import { suggestedMeeting } from '#renderer/features/planning-date/suggested-meeting.ts';
import { PoliciesTable } from '#renderer/features/tc-policy/policies-table.tsx';
import { calendarText as words } from '#renderer/text/calendar.ts';
import styles from '#renderer/features/planning-date/calendar.module.css';
import { useShown } from '#renderer/pages/force/use-shown.ts';
import { StrategyFrame } from './strategy-frame.tsx';

type Shown = 'list' | 'year' | 'policies';
const MONTHS_A_STEP = 3;

/** Twelve months of planning as a list or at a glance, and the policies of all groups (duties 57, 63-65). */
export function CalendarPage(): ReactNode {
  const [from, setFrom] = useState<Day | ''>('');
  const [shown, setShown] = useState<Shown>('list');
  const [doing, setDoing] = useState<'add' | CalendarEntry | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const view = useView('planning-calendar', { from });
  const calendar = view.state === 'ready' ? view.view : null;
  const { shown: shownDate, close } = useShown();
  const date = calendar?.dates.find((one) => one.id === shownDate);
  const mayPlan = calendar?.mayPlan ?? false;
  const add = (): void => setDoing('add');
  const done = (): void => setDoing(null);
  useShortcut('n', words.add, add, { enabled: mayPlan });
  useShortcut('l', words.views.list, () => setShown('list'));
  useShortcut('y', words.views.year, () => setShown('year'));
  useShortcut('p', words.views.policies, () => setShown('policies'));
  usePaletteAction({ label: words.add, keys: 'n', run: add }, mayPlan);
  return (
    <StrategyFrame
      title={words.title}
      subtitle={calendar === null ? ' ' : words.range(monthText(calendar.from.slice(0, 7)), monthText(calendar.until.slice(0, 7)))}
      marking="OFFICIAL"
      actions={
        calendar !== null && (
          <Group gap="xs">
            <SaveCalendar from={calendar.from} onRefused={setRefusals} />
            {mayPlan && <Button onClick={add}>{words.add}</Button>}
          </Group>
        )
      }
    >
      <RefusalNote refusals={refusals} />
      <View of={view}>
        {(found) => (
          <Calendar
            calendar={found}
            shown={shown}
            onShow={setShown}
            onMove={(months) => setFrom(months === 0 ? '' : addMonths(found.from, months))}
            onSchedule={setDoing}
          />
        )}
      </View>
      {calendar !== null && date !== undefined && (
        <DateDetails key={date.id} date={date} groups={calendar.groups} mayPlan={mayPlan} onClose={close} />
      )}
      {calendar !== null && doing === 'add' && <AddDate groups={calendar.groups} onClose={done} />}
      {calendar !== null && doing !== null && doing !== 'add' && (
        <ScheduleMeeting
          groups={calendar.groups.filter((group) => group.mine)}
          suggested={suggestedMeeting(doing, calendar.today)}
          onDone={(meetingId) => goTo(linkTo('meeting', meetingId))}
          onCancel={done}
        />
      )}
    </StrategyFrame>
  );
}

interface CalendarProps {
  readonly calendar: PlanningCalendarView;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  /** By so many months; 0 goes to the present month. */
  readonly onMove: (months: number) => void;
  readonly onSchedule: (entry: CalendarEntry) => void;
}

function Calendar({ calendar, shown, onShow, onMove, onSchedule }: CalendarProps): ReactNode {
  const [groupId, setGroupId] = useState('');
  const entries = calendar.rows.filter((entry) => groupId === '' || entry.groupId === groupId);
  const present = calendar.groups.filter((group) => calendar.rows.some((entry) => entry.groupId === group.id));
  const mine = new Set(calendar.groups.filter((group) => group.mine).map((group) => group.id));
  const toList = (month: string): void => {
    onShow('list');
    // The list is drawn in the same turn as the view changes; its month can be gone to after that.
    requestAnimationFrame(() => {
      const heading = document.getElementById(`calendar-${month}`);
      heading?.scrollIntoView({ block: 'start' });
      heading?.focus({ preventScroll: true });
    });
  };
  return (
    <>
      <div className={styles['bar']}>
        <ViewTabs
          label={words.viewsLabel}
          value={shown}
          onChange={onShow}
          tabs={(['list', 'year', 'policies'] as const).map((value) => ({ value, label: words.views[value] }))}
        />
        {shown !== 'policies' && (
          <>
            <div className={styles['steps']}>
              <Button size="compact-sm" variant="default" aria-label={words.earlier} onClick={() => onMove(-MONTHS_A_STEP)}>
                ‹
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => onMove(0)}>
                {words.toToday}
              </Button>
              <Button size="compact-sm" variant="default" aria-label={words.later} onClick={() => onMove(MONTHS_A_STEP)}>
                ›
              </Button>
            </div>
            {present.length > 1 && (
              <Select
                aria-label={words.group}
                placeholder={words.anyGroup}
                data={present.map((group) => ({ value: group.id, label: group.name }))}
                value={groupId === '' ? null : groupId}
                onChange={(value) => setGroupId(value ?? '')}
                clearable
                clearButtonProps={{ 'aria-label': words.anyGroup }}
                comboboxProps={{ transitionProps: { duration: 0 } }}
              />
            )}
          </>
        )}
      </div>
      {shown === 'policies' ? (
        <Policies />
      ) : calendar.rows.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.body}</EmptyState>
      ) : shown === 'list' ? (
        <CalendarList
          from={calendar.from}
          entries={entries}
          mayMove={(entry) => mine.has(entry.groupId) && entry.subject?.kind === 'group'}
          onSchedule={onSchedule}
        />
      ) : (
        <CalendarYear from={calendar.from} today={calendar.today} entries={entries} onMonth={toList} />
      )}
    </>
  );
}

function Policies(): ReactNode {
  const view = useView('tc-policies', {});
  return (
    <View of={view}>
      {({ rows }) => (
        <div className={styles['table']}>
          <PoliciesTable rows={rows} />
        </div>
      )}
    </View>
  );
}
