import { type Instant, dayOf } from '#shared/base/time.ts';
import { type Actor, holdsRole } from '#shared/domain/access/access.ts';
import { spanOn } from '#shared/domain/force/spans.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';

/** Whether the person works in a dedicated source unit, by their record or as its head: such people open compartments. */
export async function worksInSourceUnit(
  actor: Actor,
  { reading, now }: { readonly reading: Reading; readonly now: Instant },
): Promise<boolean> {
  if (actor.partner) return false;
  const today = dayOf(now);
  return (await reading.many('unit')).some(
    (unit) => actor.principals.includes(`unit:${unit.id}`) && spanOn(unit.body.spans, today)?.unitType === 'dedicated-source-unit',
  );
}

/** Whether the person passes tasking on to a dedicated source unit (duty 112). */
export function mayTaskSourceUnit(actor: Actor): boolean {
  return !actor.partner && holdsRole(actor, 'director-of-intelligence', 'intelligence-manager');
}
