import { z } from 'zod';
import { maybeDayShape } from '#shared/base/shapes.ts';
import { type Day, dayOf } from '#shared/base/time.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import { runsGroup } from '#shared/domain/meeting/meeting.policy.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import { firstOfMonth, lastOfTwelveMonths, readPlanningCalendar } from './planning-calendar.ts';
import { mayPlanDates } from './planning-date.rules.ts';
import type { PlanningDateBody } from './planning-date.schema.ts';

export interface PlanningCalendarView {
  readonly today: Day;
  readonly from: Day;
  readonly until: Day;
  readonly rows: readonly CalendarEntry[];
  /** The dates people added, by their id, as their form needs them. */
  readonly dates: readonly (Pick<PlanningDateBody, 'dateType' | 'title' | 'on' | 'until' | 'groupId' | 'note'> & { readonly id: string })[];
  readonly groups: readonly { readonly id: string; readonly name: string; readonly code: string; readonly mine: boolean }[];
  readonly mayPlan: boolean;
}

/** Twelve months of planning: meetings, what policies make due, interim reviews, assessments, reviews, budget cycle and other dates (duties 57, 63, 65). */
export const planningCalendarQuery = defineQuery({
  name: 'planning-calendar',
  /** Begins with the month of this day; with the present month when it is empty. */
  args: z.object({ from: maybeDayShape.default('') }),
  followsClock: true,
  read: async (args, context): Promise<PlanningCalendarView> => {
    const { reading, actor, now } = context;
    const today = dayOf(now);
    const from = firstOfMonth(args.from === '' ? today : args.from);
    const until = lastOfTwelveMonths(from);
    const [rows, dates, groups] = await Promise.all([
      readPlanningCalendar(context, from, until),
      reading.many('planning-date', { state: 'planned' }),
      reading.many('group', { state: 'in-use' }),
    ]);
    return {
      today,
      from,
      until,
      rows,
      dates: dates.map(({ id, body: { dateType, title, on, until: last, groupId, note } }) => ({
        id,
        dateType,
        title,
        on,
        until: last,
        groupId,
        note,
      })),
      groups: groups.map(({ id, body }) => ({ id, name: body.name, code: body.code, mine: runsGroup(actor, id) })),
      mayPlan: mayPlanDates(actor) === null,
    };
  },
});

export const planningDateQueries = [planningCalendarQuery] as const;
