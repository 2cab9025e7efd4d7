import { ok, refused } from '#shared/base/result.ts';
import type { JournalPage } from '#shared/contracts/bridge/asks.ts';
import type { JournalEntry } from '#shared/contracts/record/journal-entry.ts';
import type { ChainHead } from '#shared/contracts/record/journal-chain.ts';
import { mayReadJournal } from '#shared/domain/access/access.policy.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { Noun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import type { AskHandlers } from '../bridge/ask-handler.ts';
import type { RecordStore } from '../records/record-store.ts';
import { plain, type Rows } from '../records/rows.ts';
import type { Selector } from '../records/where.ts';
import type { Vault } from '../vault/vault.ts';
import { OPEN_ENTRIES } from './closed-chain.ts';
import { verifyJournal } from './verify-journal.ts';
import { verifySearch } from './verify-search.ts';

export interface JournalAskParts {
  readonly journal: Rows;
  readonly store: RecordStore;
  readonly findNoun: (kind: string) => Noun | undefined;
  readonly sealedHead: () => ChainHead;
  readonly verifySeal: (hash: string, signature: string) => boolean;
  readonly closedCommitment: (sealSeq: number, at: ChainHead) => string;
  readonly vault: Pick<Vault, 'textIsWhole' | 'compareText' | 'renewText'>;
  readonly bug: (where: string, error: unknown) => void;
}

/** What auditors ask: pages of the journal, and whether it is whole (duty 122). */
export function journalAsks(parts: JournalAskParts): AskHandlers<'journal.page' | 'journal.verify'> {
  return {
    async 'journal.page'(args, context) {
      const no = mayReadJournal(context.actor);
      if (no !== null) return refused(no);
      const selector = {
        // What is done in compartments is not among it: no entry, no number, no count (duty 111).
        ...OPEN_ENTRIES,
        ...(args.actor === '' ? {} : { actor: args.actor }),
        // An act may be given by its beginning: "minutes" finds "minutes.signed".
        ...(args.act === '' ? {} : { act: { $gte: args.act, $lt: `${args.act}\uffff` } }),
        ...(args.subject === '' ? {} : { subject: args.subject }),
        ...(args.from === '' && args.to === ''
          ? {}
          : { at: { ...(args.from === '' ? {} : { $gte: args.from }), ...(args.to === '' ? {} : { $lt: args.to }) } }),
      } as Selector;
      const rows = await parts.journal.find(selector, [{ seq: 'desc' }, { id: 'desc' }], args.skip, args.limit);
      const total = await parts.journal.count(selector);
      return ok(
        await withNames(
          rows.map((row) => plain<JournalEntry>(row)),
          total,
          context.full,
          context.reading,
          parts.findNoun,
        ),
      );
    },
    async 'journal.verify'(_args, context) {
      const no = mayReadJournal(context.actor);
      if (no !== null) return refused(no);
      const report = await verifyJournal({
        journal: parts.journal,
        store: parts.store,
        device: context.deviceId,
        sealedHead: parts.sealedHead(),
        verifySeal: parts.verifySeal,
        closedCommitment: parts.closedCommitment,
        progress: context.progress,
      });
      const search = await verifySearch({ vault: parts.vault, bug: parts.bug, progress: context.progress });
      await context.journalAct({
        act: 'journal.verified',
        subject: null,
        facts: { whole: report.whole, entries: report.entries, ...(search.wrong === 0 ? {} : { searchWrong: search.wrong }) },
      });
      return ok({ ...report, search });
    },
  };
}

/** People's names are no secret to an auditor; titles of records are shown only where the record may be read. */
async function withNames(
  entries: readonly JournalEntry[],
  total: number,
  full: Reading,
  reading: Reading,
  findNoun: (kind: string) => Noun | undefined,
): Promise<JournalPage> {
  const people = new Map(
    (await full.some('person', [...new Set(entries.map((entry) => entry.actor))])).map((person) => [
      person.id,
      `${person.body.givenName} ${person.body.familyName}`,
    ]),
  );
  const titles = new Map<string, string>();
  for (const kind of new Set(entries.map((entry) => entry.subjectKind))) {
    const noun = findNoun(kind);
    if (noun === undefined) continue;
    const ids = [...new Set(entries.filter((entry) => entry.subjectKind === kind).map((entry) => entry.subject))];
    for (const record of await reading.some(kind as Kind, ids)) {
      const title = noun.searchText(record)?.title;
      if (title !== undefined) titles.set(record.id, title);
    }
  }
  return {
    entries: entries.map((entry) => ({ ...entry, actorName: people.get(entry.actor) ?? '', subjectName: titles.get(entry.subject) ?? '' })),
    total,
  };
}
