import { ok, refused } from '#shared/base/result.ts';
import { firstOfMonth, lastOfTwelveMonths, readPlanningCalendar } from '#shared/domain/planning-date/planning-calendar.ts';
import type { AskHandler } from '../bridge/ask-handler.ts';
import { documentBook } from './document-refusals.ts';
import { sentenceOf } from './hand-out-copy.ts';
import { planningIcs } from './planning-ics.ts';

/** Saves what this person sees of twelve months of the planning calendar as an .ics file; that it left is journalled (duty 57). */
export const saveCalendar: AskHandler<'calendar.save'> = async ({ from }, context) => {
  const first = firstOfMonth(from);
  const entries = await readPlanningCalendar(
    { actor: context.actor, now: context.now(), reading: context.reading },
    first,
    lastOfTwelveMonths(first),
  );
  const bytes = new TextEncoder().encode(planningIcs(entries, context.now()));
  const saved = await sentenceOf(context.os.save(`Planning calendar from ${first.slice(0, 7)}.ics`, bytes));
  if (!saved.ok) return refused(documentBook.say('planning-date/calendar-not-saved', { facts: { says: saved.says } }));
  if (saved.value.path === '') return ok({ path: '', dates: 0 });
  const journalled = await context.journalAct({ act: 'planning-date.calendar-saved', subject: null, facts: { dates: entries.length } });
  return journalled.ok ? ok({ path: saved.value.path, dates: entries.length }) : journalled;
};
