import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { useBadge } from '#renderer/app/shell/badges.ts';
import { publicationsText } from '#renderer/text/publications.ts';
import { todayText } from '#renderer/text/today.ts';
import { needsCount, overdueCount } from './needs.ts';

/** Keeps the numbers beside Today, Actions and Strategy up to date. Draws nothing. */
export function TodayBadges(): null {
  const today = useView('today', {});
  const needs = today.state === 'ready' ? needsCount(today.view) : 0;
  const overdue = today.state === 'ready' ? overdueCount(today.view) : 0;
  useBadge('today', { count: needs, what: todayText.badge(needs), urgent: overdue > 0 });
  useBadge('actions', { count: overdue, what: todayText.overdueBadge, urgent: true });
  const unread = today.state === 'ready' ? today.view.publications : [];
  const late = unread.some((one) => one.overdueDays > 0);
  useBadge('strategy', { count: unread.length, what: publicationsText.badge(unread.length), urgent: late });
  return null;
}
