import { create, type ArrayDelta, type Delta, type ObjectDelta } from 'jsondiffpatch';

const patcher = create({ arrays: { detectMove: true } });

/**
 * The view that results from a jsondiffpatch delta. Neither the old view nor the delta is changed, and every part the
 * delta does not touch keeps its identity, so that rows which did not change are not drawn again.
 */
export function applyDelta(view: unknown, delta: Delta): unknown {
  if (delta === undefined) return view;
  if (Array.isArray(delta)) return applyLeaf(delta);
  return '_t' in delta && delta['_t'] === 'a'
    ? applyToArray(view as readonly unknown[], delta as ArrayDelta)
    : applyToObject(view as Readonly<Record<string, unknown>>, delta as ObjectDelta);
}

function applyLeaf(delta: readonly unknown[]): unknown {
  if (delta.length === 1) return delta[0];
  if (delta.length === 2) return delta[1];
  if (delta[2] === 0) return undefined;
  throw new Error('a difference of a form the window does not know');
}

function applyToObject(view: Readonly<Record<string, unknown>>, delta: ObjectDelta): unknown {
  const next: Record<string, unknown> = { ...view };
  for (const [key, change] of Object.entries(delta)) {
    if (Array.isArray(change) && change.length === 3 && change[2] === 0) delete next[key];
    else next[key] = applyDelta(view[key], change as Delta);
  }
  return next;
}

/** Removals, moves and insertions first, then changes inside rows by their new place: the order jsondiffpatch itself keeps. */
function applyToArray(view: readonly unknown[], delta: ArrayDelta): unknown {
  const structure: Record<string, unknown> = { _t: 'a' };
  const inside: [number, Delta][] = [];
  for (const [key, change] of Object.entries(delta)) {
    if (key === '_t') continue;
    if (Array.isArray(change)) structure[key] = change;
    else inside.push([Number(key), change as Delta]);
  }
  const next = patcher.patch([...view], structure as unknown as Delta) as unknown[];
  for (const [index, change] of inside) next[index] = applyDelta(next[index], change);
  return next;
}
