import type { CordonRecord } from '#shared/contracts/record/record.ts';
import { readingCirclesOf } from '#shared/domain/access/reading-circles.ts';
import type { Noun } from '#shared/domain/kit/noun.ts';
import type { TextOf } from '../vault/text-index.ts';

/** Raised whenever a noun is to be found by something else than before: the index of every vault is then made anew in the background. */
export const TEXT_VERSION = '1';

/** What the vault's text index finds a record by: what its noun says. Earlier versions and the engine's own rows are not found. */
export function textOf(findNoun: (kind: string) => Noun | undefined): TextOf {
  return (collection, document) => {
    if (collection !== 'records') return null;
    const record = document as unknown as CordonRecord;
    const noun = findNoun(record.kind);
    const found = noun?.searchText(record) ?? null;
    if (found === null) return null;
    return {
      kind: record.kind,
      circles: readingCirclesOf(record.access),
      title: found.title,
      text: found.text,
      weight: noun?.searchWeight ?? 1,
    };
  };
}
