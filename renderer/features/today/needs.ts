import { waitsFor } from '#shared/domain/today/meetings-ahead.ts';
import type { TodayView } from '#shared/domain/today/today.queries.ts';

/** How many things wait for this person: meetings to run today and minutes to sign, verifications, overdue actions, plans to review, publications to read, overdue commissions, and what is overdue in the calendar. */
export function needsCount(view: TodayView): number {
  return (
    view.leading.filter(waitsFor).length +
    view.toVerify.length +
    overdueCount(view) +
    view.plans.length +
    view.publications.length +
    view.overduePlanning.length +
    lateCommissions(view)
  );
}

/** How many of this person's own actions are past their day. */
export function overdueCount(view: TodayView): number {
  return view.mine.filter((row) => row.overdueDays > 0).length;
}

/** Whether there is anything at all to show. */
export function isQuiet(view: TodayView): boolean {
  const exceptions = view.exceptions === null ? 0 : Object.values(view.exceptions).reduce((sum, rows) => sum + rows.length, 0);
  return (
    view.leading.length +
      view.mine.length +
      view.toVerify.length +
      view.meetings.length +
      view.againstPolicy.length +
      view.plans.length +
      view.commissions.length +
      view.publications.length +
      view.overduePlanning.length +
      exceptions ===
    0
  );
}

/** How many commissions shown to this person are past their day. */
function lateCommissions(view: TodayView): number {
  return view.commissions.filter((row) => row.overdueDays > 0).length;
}
