import { ok, refused } from '#shared/base/result.ts';
import type { SearchHit } from '#shared/contracts/bridge/asks.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import type { CordonRecord } from '#shared/contracts/record/record.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { AskHandlers } from '../bridge/ask-handler.ts';
import type { Judgement } from '../records/actor-reading.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { Vault } from '../vault/vault.ts';

export interface SearchAskParts {
  readonly vault: Vault;
  readonly store: RecordStore;
  readonly judgement: () => Judgement;
}

/** Full text over what the person may read, and the earlier versions of one record. The reading circles one is in are picked before anything is looked up (duty 40). */
export function searchAsks(parts: SearchAskParts): AskHandlers<'search.find' | 'record.history'> {
  return {
    async 'search.find'(args, context) {
      const circles = parts.vault.textCircles().filter((circle) => parts.judgement().mayReadKey(circle));
      const found = parts.vault.findText(args.text, circles, args.kinds, args.limit);
      const hits: SearchHit[] = [];
      // What was found in a compartment is not even counted where auditors read (duty 111).
      let counted = 0;
      for (const hit of found.hits) {
        const record = await parts.store.one(hit.kind, hit.id);
        if (record === null || !parts.judgement().mayReadKey(record.access)) continue;
        if (record.compartment === '') counted += 1;
        hits.push({
          kind: hit.kind,
          id: hit.id,
          parent: record.parent,
          title: hit.title,
          snippet: hit.snippet,
          soundsLike: hit.soundsLike,
          state: record.state,
          sortAt: record.sortAt,
        });
      }
      // That something was looked up and how much came of it, never the words (duty 45 asks the same of other systems).
      if (args.text.trim() !== '')
        await context.journalAct({ act: 'search.made', subject: null, facts: { hits: counted, more: found.more } });
      return ok({ hits, more: found.more, renewing: !parts.vault.textIsWhole() });
    },
    async 'record.history'(args, context) {
      const kind = args.kind as Kind;
      const current: CordonRecord | null = await context.reading.one(kind, args.id);
      if (current === null) return refused(engineBook.say('engine/gone'));
      const versions: CordonRecord[] = [...(await context.reading.versions(kind, args.id)), current];
      const people = new Map(
        (
          await context.full.some(
            'person',
            versions.map((one) => one.updatedBy),
          )
        ).map((one) => [one.id, `${one.body.givenName} ${one.body.familyName}`]),
      );
      await context.journalAct({ act: 'record.history-seen', subject: { kind, id: args.id }, facts: { versions: versions.length } });
      return ok({
        versions: versions.map((one) => ({
          rev: one.rev,
          updatedAt: one.updatedAt,
          updatedByName: people.get(one.updatedBy) ?? '',
          state: one.state,
          body: one.body,
        })),
      });
    },
  };
}
