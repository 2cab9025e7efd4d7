import type { Refusal } from '#shared/base/result.ts';
import { type Actor, holdsRole } from '#shared/domain/access/access.ts';
import { scoringMatrixBook } from './scoring-matrix-refusals.ts';

/** Who keeps the force's matrices: the principal analyst, the director of intelligence and the chief-officer lead. */
export function mayKeepMatrices(actor: Actor): Refusal | null {
  return !actor.partner && holdsRole(actor, 'principal-analyst', 'director-of-intelligence', 'chief-officer-lead')
    ? null
    : scoringMatrixBook.say('scoring-matrix/not-yours-to-keep');
}
