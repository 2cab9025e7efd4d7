import { type Day, type Instant, addDays, daysBetween, instant } from '#shared/base/time.ts';
import type { HeldMeeting } from './hold-meeting.ts';
import type { Teller } from './teller.ts';

const PROGRESS = [
  'Under way; first results expected by the end of the week.',
  'Partner has confirmed a date.',
  'Half of the streets are done.',
  'Briefing given; sheets are coming back.',
] as const;
const CLAIMS = [
  'Done as asked. Sheets and report are on file.',
  'Completed. The partner confirmed in writing.',
  'Report sent to the commissioning group.',
] as const;
const CHECKS = ['Seen the report; it answers the action.', 'Checked with the partner. Complete.', 'Sheets sampled; in order.'] as const;
const OBSTACLES = [
  'Waiting for the partner’s data; chased twice.',
  'The officers were taken for the critical incident; a new date is needed.',
] as const;
const LATE_IN = 7;
/** Days after its due day by which a late action is finished. */
const LATE_BY = 24;
const BLOCKED_IN = 9;

const at = (on: Day, hour: number): Instant => instant(`${on}T${String(hour).padStart(2, '0')}:20:00.000Z`);

interface Step {
  readonly on: Day;
  readonly take: () => Promise<unknown>;
}

/** What the owners and the action manager did between this meeting and `today`: most finished in time, some late, some blocked, some waiting to be verified. */
export function workOnActions(teller: Teller, held: HeldMeeting, today: Day): readonly Step[] {
  return held.actions.flatMap(({ id, ownerId, dueOn }) => {
    const steps: Step[] = [];
    const step = (
      on: Day,
      hour: number,
      name: 'action.progress' | 'action.block' | 'action.claim' | 'action.verify',
      who: string,
      text: string,
    ): void => {
      if (daysBetween(on, today) > 0) steps.push({ on, take: () => teller.tell(who, at(on, hour), name, { actionId: id, text }) });
    };
    const manager = held.group.actionManager === '' || held.group.actionManager === ownerId ? held.group.chair : held.group.actionManager;
    const span = Math.max(2, daysBetween(held.on, dueOn));
    step(addDays(held.on, Math.ceil(span / 2)), 10, 'action.progress', ownerId, teller.oneOf(PROGRESS));
    if (teller.pick(LATE_IN) === 0) {
      if (teller.pick(2) === 0) step(addDays(dueOn, 1), 9, 'action.block', ownerId, teller.oneOf(OBSTACLES));
      step(addDays(dueOn, LATE_BY), 15, 'action.claim', ownerId, teller.oneOf(CLAIMS));
      if (manager !== ownerId) step(addDays(dueOn, LATE_BY + 2), 11, 'action.verify', manager, teller.oneOf(CHECKS));
      return steps;
    }
    const blocked = teller.pick(BLOCKED_IN) === 0;
    if (blocked) step(addDays(dueOn, -1), 9, 'action.block', ownerId, teller.oneOf(OBSTACLES));
    step(blocked ? addDays(dueOn, 2) : addDays(dueOn, -1), 15, 'action.claim', ownerId, teller.oneOf(CLAIMS));
    if (manager !== ownerId) step(blocked ? addDays(dueOn, 4) : addDays(dueOn, 1), 11, 'action.verify', manager, teller.oneOf(CHECKS));
    return steps;
  });
}

/** Takes the steps of many meetings in the order of their days. */
export async function takeInOrder(steps: readonly Step[], until: Day, taken: Set<Step>): Promise<void> {
  const due = steps.filter((one) => !taken.has(one) && one.on < until).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const one of due) {
    taken.add(one);
    await one.take();
  }
}

export type ActionStep = Step;
