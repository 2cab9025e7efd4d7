import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PlanningCalendarView } from '#shared/domain/planning-date/planning-date.queries.ts';
import { DetailsPane, Facts } from '#renderer/components/details-pane.tsx';
import { When } from '#renderer/components/when.tsx';
import { calendarText, planningDateTypeWords } from '#renderer/text/calendar.ts';
import { CancelDate, ChangeDate } from './date-forms.tsx';

const words = calendarText.details;

interface DateDetailsProps {
  readonly date: PlanningCalendarView['dates'][number];
  readonly groups: PlanningCalendarView['groups'];
  readonly mayPlan: boolean;
  readonly onClose: () => void;
}

/** One date people added, with what may be done to it. */
export function DateDetails({ date, groups, mayPlan, onClose }: DateDetailsProps): ReactNode {
  const [doing, setDoing] = useState<'change' | 'cancel' | null>(null);
  return (
    <DetailsPane title={date.title} onClose={onClose}>
      <Facts
        facts={[
          { label: words.kind, value: planningDateTypeWords[date.dateType] },
          {
            label: words.day,
            value: (
              <>
                <When at={date.on} />
                {date.until !== '' && (
                  <>
                    {' '}
                    {calendarText.until} <When at={date.until} />
                  </>
                )}
              </>
            ),
          },
          { label: words.group, value: groups.find((one) => one.id === date.groupId)?.name },
          { label: words.note, value: date.note },
        ]}
      />
      {mayPlan && (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => setDoing('change')}>
            {words.change}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setDoing('cancel')}>
            {words.cancel}
          </Button>
        </Group>
      )}
      {doing === 'change' && <ChangeDate date={date} groups={groups} onClose={() => setDoing(null)} />}
      {doing === 'cancel' && (
        <CancelDate
          date={date}
          onClose={() => {
            setDoing(null);
            onClose();
          }}
        />
      )}
    </DetailsPane>
  );
}
