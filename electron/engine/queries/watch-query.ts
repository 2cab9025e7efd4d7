import type { Refusal } from '#shared/base/result.ts';
import { refused } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time.ts';
import type { FromEngine } from '#shared/contracts/bridge/messages.ts';
import { engineBook } from '#shared/contracts/bridge/refusals.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Query } from '#shared/domain/kit/query.ts';
import { argumentRefusals } from '../commands/argument-refusals.ts';
import { actorReading, type Dependencies, type Judgement } from '../records/actor-reading.ts';
import type { Changed, RecordStore } from '../records/record-store.ts';
import { difference } from './difference.ts';

export interface WatchParts {
  readonly store: RecordStore;
  readonly findQuery: (name: string) => Query | undefined;
  readonly actor: () => Actor;
  readonly judgement: () => Judgement;
  readonly now: () => Instant;
  readonly send: (message: FromEngine) => void;
  /** A person was shown this record. */
  readonly seen: (kind: string, id: string) => void;
  /** Something went wrong that is our own fault; the words hold no content. */
  readonly bug: (where: string, error: unknown) => void;
}

/** The live views of one window. */
export interface Watches {
  watch(n: number, name: string, args: unknown): void;
  unwatch(n: number): void;
  has(n: number): boolean;
  /** Who the person is has changed: judge everything again. */
  judgeAgain(): void;
  /** A minute has passed. */
  minutePassed(): void;
  /** Resolves when every view is up to date. */
  settled(): Promise<void>;
  close(): void;
}

interface Watch {
  readonly n: number;
  readonly query: Query;
  readonly args: unknown;
  sent: boolean;
  view: unknown;
  dependencies: Dependencies | null;
}

export function createWatches(parts: WatchParts): Watches {
  const watches = new Map<number, Watch>();
  const stale = new Set<Watch>();
  let sinceRunBegan: Changed[] = [];
  let flushing: Promise<void> | null = null;

  const drop = (watch: Watch, ...why: readonly Refusal[]): void => {
    if (watches.get(watch.n) !== watch) return;
    watches.delete(watch.n);
    parts.send({ t: 'view-refused', n: watch.n, result: refused(...why) });
  };

  const show = async (watch: Watch): Promise<void> => {
    const actor = parts.actor();
    const no = watch.query.may(watch.args, actor);
    if (no !== null) return drop(watch, no);
    const tracked = actorReading(parts.store, parts.judgement());
    sinceRunBegan = [];
    const view = await watch.query.read(watch.args, { actor, now: parts.now(), reading: tracked.reading });
    watch.dependencies = tracked.dependencies;
    if (watches.get(watch.n) !== watch) return;
    // What was committed while the view was being read may or may not be in it.
    if (tracked.dependencies.touchedBy(sinceRunBegan)) stale.add(watch);
    const update = watch.sent ? difference(watch.view, view) : { t: 'view' as const };
    const first = !watch.sent;
    watch.view = view;
    watch.sent = true;
    if (update.t === 'view') parts.send({ t: 'view', n: watch.n, view });
    if (update.t === 'delta') parts.send({ t: 'delta', n: watch.n, delta: update.delta });
    if (first) await journalSeen(watch, tracked.reading);
  };

  const journalSeen = async (watch: Watch, reading: Parameters<Query['read']>[1]['reading']): Promise<void> => {
    const shown = watch.query.seen(watch.args);
    if (shown !== null && (await reading.one(shown.kind, shown.id)) !== null) parts.seen(shown.kind, shown.id);
  };

  const flush = async (): Promise<void> => {
    // Commits that come close together are shown once, and typing goes first.
    await new Promise((resolve) => setImmediate(resolve));
    while (stale.size > 0) {
      const [next] = stale;
      if (next === undefined) break;
      stale.delete(next);
      if (watches.get(next.n) !== next) continue;
      try {
        await show(next);
      } catch (error) {
        parts.bug(`query ${next.query.name}`, error);
        drop(next, engineBook.say('engine/bug'));
      }
    }
  };
  const refresh = (watch: Watch): void => {
    stale.add(watch);
    flushing ??= flush().finally(() => {
      flushing = null;
      const [left] = stale;
      if (left !== undefined) refresh(left);
    });
  };

  const stopListening = parts.store.onCommit((changes) => {
    if (flushing !== null) sinceRunBegan.push(...changes);
    for (const watch of watches.values()) if (watch.dependencies?.touchedBy(changes) === true) refresh(watch);
  });

  return {
    watch(n, name, args) {
      const query = parts.findQuery(name);
      if (query === undefined) return parts.send({ t: 'view-refused', n, result: refused(engineBook.say('bridge/unknown-query')) });
      const parsed = query.args.safeParse(args);
      if (!parsed.success) return parts.send({ t: 'view-refused', n, result: argumentRefusals(parsed.error) });
      const watch: Watch = { n, query, args: parsed.data, sent: false, view: undefined, dependencies: null };
      watches.set(n, watch);
      refresh(watch);
    },
    unwatch(n) {
      watches.delete(n);
    },
    has: (n) => watches.has(n),
    judgeAgain() {
      for (const watch of watches.values()) refresh(watch);
    },
    minutePassed() {
      for (const watch of watches.values()) if (watch.query.followsClock) refresh(watch);
    },
    async settled() {
      while (flushing !== null) await flushing;
    },
    close() {
      stopListening();
      watches.clear();
      stale.clear();
    },
  };
}
