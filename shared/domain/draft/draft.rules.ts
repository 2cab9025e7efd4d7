import { refusalBook } from '#shared/base/refusal.ts';
import { defineNoun } from '#shared/domain/kit/noun.ts';
import { DRAFT_STATES, draftBody, type DraftBody } from './draft.schema.ts';

/** How much unfinished typing one draft may hold, in characters of its JSON. */
export const DRAFT_LIMIT = 1_000_000;

export const draftBook = refusalBook({
  'draft/too-large': {
    duties: [],
    message: 'This unfinished text is longer than a draft can hold ({characters} characters, the limit is {limit}).',
    remedy: 'Record part of it, or attach the long text as a paper.',
  },
  'draft/not-yours': { duties: [14], message: 'This unfinished text belongs to someone else.', remedy: '' },
});

/** A draft belongs to its writer alone and never changes hands. Its text is kept exactly as typed. */
export const draft = defineNoun<'draft', DraftBody>({
  kind: 'draft',
  shape: 1,
  body: draftBody,
  states: DRAFT_STATES,
  keepsVersions: false,
  accessOf: (record) => ({ unit: record.scope, marking: record.marking, caveats: [], named: [`person:${record.owner}`] }),
  check: async ({ before, after, actor }) => {
    if (before !== null && before.owner !== actor.personId) return [draftBook.say('draft/not-yours')];
    if (after === null) return [];
    if (after.owner !== actor.personId) return [draftBook.say('draft/not-yours')];
    const characters = JSON.stringify(after.body.fields).length;
    return characters > DRAFT_LIMIT
      ? [draftBook.say('draft/too-large', { field: 'fields', facts: { characters, limit: DRAFT_LIMIT } })]
      : [];
  },
  searchText: () => null,
});
