import type { CordonRecord } from '#shared/contracts/record/record.ts';
import type { Noun } from '#shared/domain/kit/noun.ts';
import type { TextOf } from '../vault/text-index.ts';

/** What the vault's text index finds a record by: what its noun says. Earlier versions and the engine's own rows are not found. */
export function textOf(findNoun: (kind: string) => Noun | undefined): TextOf {
  return (collection, document) => {
    if (collection !== 'records') return null;
    const record = document as unknown as CordonRecord;
    const found = findNoun(record.kind)?.searchText(record) ?? null;
    return found === null ? null : { kind: record.kind, access: record.access, title: found.title, text: found.text };
  };
}
