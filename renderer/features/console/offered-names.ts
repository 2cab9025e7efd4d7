import { ITEM_OF_KIND, NAMEABLE_KINDS, type Nameable, type NameableKind } from '#shared/domain/decision/nameable.ts';
import type { DecisionShown } from '#shared/domain/decision/decision-shown.ts';

/**
 * What a decision under an item can name: first what that item is for, then the rest in the order of the agenda. A correction can also keep
 * what the decision it corrects named.
 */
export function offeredIn(nameable: readonly Nameable[], templateKey: string, corrected: DecisionShown | null): readonly Nameable[] {
  const there = new Set(nameable.map((one) => one.id));
  const kept = (corrected?.names ?? [])
    .filter(({ kind, id }) => isNameable(kind) && !there.has(`${kind}/${id}`))
    .map(({ kind, id, title }): Nameable => ({ id: `${kind}/${id}`, kind: kind as NameableKind, recordId: id, title, policeOnly: false }));
  const first = (one: Nameable): number => (ITEM_OF_KIND[one.kind] === templateKey ? 0 : 1);
  return [...nameable, ...kept].sort((a, b) => first(a) - first(b) || NAMEABLE_KINDS.indexOf(a.kind) - NAMEABLE_KINDS.indexOf(b.kind));
}

const isNameable = (kind: string): kind is NameableKind => (NAMEABLE_KINDS as readonly string[]).includes(kind);
