import { digestOf } from '#shared/base/digest.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';

type Content = Pick<
  RecordOf<Kind>,
  'kind' | 'id' | 'scope' | 'marking' | 'handling' | 'compartment' | 'state' | 'owner' | 'parent' | 'number' | 'dueAt' | 'body'
>;

/** Digest of what a record says, without when, where and by whom it was stored: the same on every device that holds the same words. */
export function contentDigest({
  kind,
  id,
  scope,
  marking,
  handling,
  compartment,
  state,
  owner,
  parent,
  number,
  dueAt,
  body,
}: Content): string {
  return digestOf({ kind, id, scope, marking, handling, compartment, state, owner, parent, number, dueAt, body });
}
