import type { Refusal } from '#shared/base/result.ts';
import { mayOrganise } from '#shared/domain/force/force.policy.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { notToday } from '#renderer/text/force.ts';
import { useAsAt } from './as-at.ts';

/** Whether the person organises the force at all, and if so, why nothing can be changed just now (another day is shown). */
export function useMayOrganise(): { readonly organises: boolean; readonly why: Refusal | null } {
  const actor = useActor();
  const { isToday } = useAsAt();
  return { organises: mayOrganise(actor) === null, why: isToday ? null : notToday };
}
