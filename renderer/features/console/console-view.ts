import type { MeetingStrategy } from '#shared/domain/meeting/meeting-strategy.ts';
import type { MeetingConsole, RunningLine } from '#shared/domain/meeting/meeting-console.ts';
import type { PersonNamed } from '#shared/domain/meeting/people-named.ts';
import type { PersonToChoose } from '#renderer/components/person-picker.tsx';

/** What the engine shows of a meeting in session; the console's only source. */
export type ConsoleView = MeetingConsole;
export type ConsoleItem = ConsoleView['agenda'][number];
export type ConsoleRow = RunningLine;
export type DecisionRow = Extract<RunningLine, { kind: 'decision' }>;

/** The people of the view as the picker wants them; the name already carries the rank. */
export function toChoose(people: readonly PersonNamed[]): readonly PersonToChoose[] {
  return people.map(({ id, name, clearance, partner }) => ({ id, name, rank: '', clearance, partner }));
}

type InViewKind =
  | 'agenda-item'
  | 'minute-entry'
  | 'decision'
  | 'action'
  | 'paper'
  | 'priority'
  | 'recommendation'
  | 'resource-bid'
  | 'commission'
  | 'accountability-review';

/** Everything on the screen when a decision is made: the engine freezes its versions with the decision. */
export function inViewOf(view: ConsoleView, strategy: MeetingStrategy | null): { kind: InViewKind; id: string }[] {
  return [
    ...(strategy?.recommendations ?? []).map(({ id }) => ({ kind: 'recommendation' as const, id })),
    ...(strategy?.bids?.rows ?? []).map(({ id }) => ({ kind: 'resource-bid' as const, id })),
    ...(strategy?.commissions ?? []).map(({ id }) => ({ kind: 'commission' as const, id })),
    ...(strategy?.reviews ?? []).map(({ id }) => ({ kind: 'accountability-review' as const, id })),
    ...view.agenda.map(({ id }) => ({ kind: 'agenda-item' as const, id })),
    ...view.running.map(({ kind, id }) => ({ kind, id })),
    ...view.papers.map(({ id }) => ({ kind: 'paper' as const, id })),
    ...view.openActions.map(({ id }) => ({ kind: 'action' as const, id })),
    ...view.priorities.map(({ id }) => ({ kind: 'priority' as const, id })),
  ];
}

/** `D3`, `A4`: the end of a reference, which is how a meeting speaks of its own decisions and actions. */
export function shortReference(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** Decisions recorded under an item that still stand. */
export function standingDecisions(view: ConsoleView, itemId: string): readonly DecisionRow[] {
  return view.running.filter((row): row is DecisionRow => row.kind === 'decision' && row.itemId === itemId && !row.struck);
}
