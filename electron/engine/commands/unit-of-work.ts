import { digestOf, sha256Hex } from '#shared/base/digest.ts';
import { type Refusal, type Result, ok, refused } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import { type ChainHead, chained } from '#shared/contracts/record/journal-chain.ts';
import type { JournalEntry, JournalledRecord } from '#shared/contracts/record/journal-entry.ts';
import { type CordonRecord, envelopeShape } from '#shared/contracts/record/record.ts';
import { type Actor, accessKey } from '#shared/domain/access/access.ts';
import type { Change } from '#shared/domain/kit/command.ts';
import type { Noun } from '#shared/domain/kit/noun.ts';
import type { Reading } from '#shared/domain/kit/reading.ts';
import { closedChainOf } from '../journal/closed-chain.ts';
import { fullReading } from '../records/full-reading.ts';
import { type RecordStore, VERSION_KIND } from '../records/record-store.ts';
import { type Row, type StoredRow, plain } from '../records/rows.ts';
import { argumentRefusals } from './argument-refusals.ts';
import { changedFields } from './changed-fields.ts';

/** One act: what someone changes, and what the journal says of it. Not journalled: unfinished typing. */
export interface Act {
  readonly act: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly changes: readonly Change[];
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly journalled: boolean;
}

export interface UnitSources {
  readonly store: RecordStore;
  readonly findNoun: (kind: string) => Noun | undefined;
  readonly deviceId: string;
  readonly nextRev: () => string;
}

/**
 * Gathers acts that are to be written together, each checked against what is stored and what the acts before it would change.
 * Nothing is written here; an act that is refused leaves the unit as it was.
 */
export interface UnitOfWorkBuilder {
  add(act: Act): Promise<Result<null>>;
  /** Everything as it would stand after the unit. */
  readonly reading: Reading;
  /** The access key a pending or stored record has; empty when there is no such record. */
  accessOf(id: string): Promise<string>;
  recordWrites(): readonly RecordWrite[];
  readonly entries: readonly JournalEntry[];
  readonly heads: ChainHeads;
}

/** Where the journal has got to, and the chain of what is done in compartments beside it. */
export interface ChainHeads {
  readonly open: ChainHead;
  readonly closed: ChainHead;
}

/** One row of `records` over what is stored under its id. */
export interface RecordWrite {
  readonly before: StoredRow | null;
  readonly after: Row;
  readonly deleted: boolean;
}

interface Held {
  readonly kind: string;
  readonly stored: CordonRecord | null;
  readonly record: CordonRecord | null;
}

export function unitOfWork(sources: UnitSources, heads: ChainHeads): UnitOfWorkBuilder {
  const { store } = sources;
  const pending = new Map<string, Held>();
  const stored = new Map<string, StoredRow | null>();
  const versions: Row[] = [];
  const versionNumbers = new Map<string, number>();
  const entries: JournalEntry[] = [];
  let chains = heads;

  const storedRow = async (id: string): Promise<StoredRow | null> => {
    const known = stored.get(id);
    if (known !== undefined) return known;
    const row = await store.rows.stored(id);
    stored.set(id, row);
    return row;
  };
  const current = async (id: string): Promise<CordonRecord | null> => {
    const held = pending.get(id);
    if (held !== undefined) return held.record;
    const row = await storedRow(id);
    return row === null || row._deleted ? null : plain<CordonRecord>(row);
  };

  const add = async (act: Act): Promise<Result<null>> => {
    const steps: { readonly noun: Noun; readonly id: string; readonly before: CordonRecord | null; readonly after: CordonRecord | null }[] =
      [];
    for (const change of act.changes) {
      const target = 'put' in change ? change.put : change.erase;
      const noun = sources.findNoun(target.kind);
      if (noun === undefined)
        return refused(engineBook.say('engine/does-not-fit', { facts: { says: `there is no kind of record called "${target.kind}".` } }));
      if (steps.some((step) => step.id === target.id)) throw new Error(`one act changes ${target.kind} twice`);
      const before = await current(target.id);
      if (before !== null && before.kind !== target.kind) return refused(engineBook.say('engine/id-in-use'));
      if ('erase' in change) {
        if (before !== null) steps.push({ noun, id: target.id, before, after: null });
        continue;
      }
      const made = recordFrom(change.put as CordonRecord, noun, before, act, sources.nextRev());
      if (!made.ok) return made;
      steps.push({ noun, id: target.id, before, after: made.value });
    }

    const proposed = new Map(pending);
    for (const { id, noun, after } of steps) {
      const row = await storedRow(id);
      proposed.set(id, { kind: noun.kind, stored: row === null || row._deleted ? null : plain<CordonRecord>(row), record: after });
    }
    const reading = fullReading(store, proposed);
    const refusals: Refusal[] = [];
    for (const { noun, before, after } of steps)
      refusals.push(...(await noun.check({ before, after, actor: act.actor, now: act.at, reading })));
    if (refusals.length > 0) return refused(...refusals);

    for (const { noun, before } of steps) {
      if (before === null || !noun.keepsVersions) continue;
      const number = (versionNumbers.get(before.id) ?? (await store.lastVersionNumber(before.id))) + 1;
      versionNumbers.set(before.id, number);
      versions.push(versionRow(before, number));
    }
    for (const [id, held] of proposed) pending.set(id, held);
    if (act.journalled) {
      const closed =
        steps.some(({ before, after }) => liesInCompartment(before) || liesInCompartment(after)) ||
        (act.subject !== null && liesInCompartment(await current(act.subject.id)));
      const entry = chained(closed ? chains.closed : chains.open, {
        device: closed ? closedChainOf(sources.deviceId) : sources.deviceId,
        at: act.at,
        actor: act.actor.personId,
        act: act.act,
        subject: act.subject?.id ?? '',
        subjectKind: act.subject?.kind ?? '',
        records: steps.map(journalled),
        facts: act.facts,
      });
      entries.push(entry);
      chains = closed ? { ...chains, closed: entry } : { ...chains, open: entry };
    }
    return ok(null);
  };

  return {
    add,
    get reading() {
      return fullReading(store, pending);
    },
    async accessOf(id) {
      return (await current(id))?.access ?? '';
    },
    recordWrites() {
      const writes: RecordWrite[] = versions.map((after) => ({ before: null, after, deleted: false }));
      for (const [id, { record }] of pending) {
        const before = stored.get(id) ?? null;
        if (record !== null) writes.push({ before, after: record as unknown as Row, deleted: false });
        else if (before !== null) writes.push({ before, after: emptied(before), deleted: true });
      }
      return writes;
    },
    entries,
    get heads() {
      return chains;
    },
  };
}

function liesInCompartment(record: CordonRecord | null): boolean {
  return record !== null && record.compartment !== '';
}

function recordFrom(put: CordonRecord, noun: Noun, before: CordonRecord | null, act: Act, rev: string): Result<CordonRecord> {
  const body = noun.body.safeParse(put.body);
  if (!body.success) return argumentRefusals(body.error);
  if (!noun.states.includes(put.state))
    return refused(engineBook.say('engine/does-not-fit', { facts: { says: `a ${noun.kind} is never "${put.state}".` } }));
  // Stored text is JSON: what JSON leaves out must not count as there while the rules look.
  const writable = { ...put, body: JSON.parse(JSON.stringify(body.data)) as unknown };
  const record: CordonRecord = {
    id: put.id,
    kind: noun.kind,
    rev,
    shape: noun.shape,
    access: accessKey(noun.accessOf(writable)),
    scope: put.scope,
    marking: put.marking,
    handling: put.handling,
    compartment: put.compartment,
    state: put.state,
    owner: put.owner,
    parent: put.parent,
    number: put.number,
    dueAt: put.dueAt,
    sortAt: put.sortAt,
    createdAt: before?.createdAt ?? act.at,
    createdBy: before?.createdBy ?? act.actor.personId,
    updatedAt: act.at,
    updatedBy: act.actor.personId,
    body: writable.body,
  };
  const envelope = envelopeShape.safeParse(record);
  return envelope.success ? ok(record) : argumentRefusals(envelope.error);
}

function journalled({
  noun,
  id,
  before,
  after,
}: {
  readonly noun: Noun;
  readonly id: string;
  readonly before: CordonRecord | null;
  readonly after: CordonRecord | null;
}): JournalledRecord {
  return {
    id,
    kind: noun.kind,
    revBefore: before?.rev ?? '',
    rev: after?.rev ?? '',
    digest: after === null || !noun.keepsVersions ? '' : digestOf(after),
    fields: before === null || after === null ? [] : changedFields(before, after),
  };
}

/** An earlier version: the envelope of the record as it was, with the whole record as its body, readable by whom the record was. */
function versionRow(before: CordonRecord, number: number): Row {
  const short = before.id.length > 48 ? sha256Hex(before.id).slice(0, 40) : before.id;
  return { ...before, id: `v:${short}:${number}`, kind: VERSION_KIND, parent: before.id, number, body: before };
}

/** What is left of an erased record: that it was there, and nothing it said. */
function emptied(row: StoredRow): Row {
  return { ...plain<Row>(row), state: '', dueAt: '', sortAt: '', handling: '', body: {} };
}
