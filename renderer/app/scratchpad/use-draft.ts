import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { Result } from '#shared/base/result.ts';
import { idFromRandom } from '#shared/base/shapes.ts';
import type { Instant } from '#shared/base/time.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { useActor } from '#renderer/app/session/session.ts';
import { savedState, type SavedState, withTypedMeanwhile } from './draft-line.ts';
import { typedIn } from './scratchpad.ts';
import { begunWriting, type Fields, writingOf } from './writing.ts';

export interface DraftOptions<F extends Fields> {
  /** The draft to go on with, for example one that the query `drafts` shows; left out for a new one. */
  readonly draftId?: string | undefined;
  /** The meeting or other record it is about; empty for none. */
  readonly parent: string;
  /** What it will become: `decision`, `action`, ... */
  readonly forKind: string;
  readonly itemId: string;
  readonly initial: F;
  /** What the draft `draftId` already holds; a draft begun after it starts from `initial` alone. */
  readonly resumed?: Partial<F> | undefined;
  /** Fields of prose: what is typed into the emptied form while a command is refused goes below what comes back. */
  readonly longTexts?: readonly (keyof F & string)[];
}

export interface Draft<F extends Fields> {
  readonly draftId: string;
  readonly fields: F;
  set<Name extends keyof F & string>(field: Name, value: F[Name]): void;
  setAll(changes: Partial<F>): void;
  readonly state: SavedState;
  readonly savedAt: Instant | null;
  /** Throws the text away here and in the vault, and begins an empty one. */
  discard(): Promise<void>;
  /**
   * Empties the form at once, stores the last keystroke and runs the command that records the text; when it is refused the text is back.
   * The command is given the draft's id, so that it can erase the stored draft in the same step.
   */
  record<Out>(command: (draftId: string, fields: F) => Promise<Result<Out>>): Promise<Result<Out>>;
}

/** A new record id made in the window, for drafts and for lines of a form. */
export function newId(): string {
  return idFromRandom(crypto.getRandomValues(new Uint8Array(20)));
}

/** What a person is typing: shown at once, kept in the window's scratchpad at once, and in the vault within 300 ms. */
export function useDraft<F extends Fields>({
  draftId: given,
  parent,
  forKind,
  itemId,
  initial,
  resumed,
  longTexts = [],
}: DraftOptions<F>): Draft<F> {
  const bridge = useBridge();
  const { personId } = useActor();
  const [own, setOwn] = useState<{ readonly id: string; readonly insteadOf: string }>(() => ({ id: newId(), insteadOf: '' }));
  const draftId = given !== undefined && given !== own.insteadOf ? given : own.id;
  // Begun once for a draft, with what it held at that moment: a later `initial` must not undo what was typed.
  const writing = useMemo(
    () => writingOf(bridge, { draftId, personId, parent, forKind, itemId }, draftId === given ? { ...initial, ...resumed } : initial),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [bridge, draftId, personId, parent, forKind, itemId],
  );
  const line = useSyncExternalStore(writing.subscribe, writing.line);

  useEffect(() => {
    let gone = false;
    void typedIn(draftId).then((held) => {
      if (!gone && held && held.personId === personId && writing.line().typed === 0) writing.set(held.fields);
    });
    return () => {
      gone = true;
    };
  }, [draftId, personId, writing]);

  const set = useCallback(<Name extends keyof F & string>(field: Name, value: F[Name]) => writing.set({ [field]: value }), [writing]);
  const setAll = useCallback((changes: Partial<F>) => writing.set(changes), [writing]);

  const beginAnew = useCallback((): string => {
    const id = newId();
    setOwn({ id, insteadOf: given ?? '' });
    return id;
  }, [given]);

  const discard = useCallback(async () => {
    await writing.settled();
    await writing.end();
    await bridge.run('draft.discard', { id: draftId });
    beginAnew();
  }, [beginAnew, bridge, draftId, writing]);

  const latest = useRef({ given, initial, longTexts });
  latest.current = { given, initial, longTexts };
  const record = useCallback(
    async <Out>(command: (id: string, fields: F) => Promise<Result<Out>>): Promise<Result<Out>> => {
      // The form is empty from this moment: what is typed while the command runs belongs to the next draft and is not lost with this one.
      const fields = { ...writing.line().fields } as F;
      const nextId = beginAnew();
      await writing.settled();
      writing.hold();
      const result = await command(draftId, fields);
      if (result.ok) {
        await writing.end();
        return result;
      }
      writing.goOn();
      const now = latest.current;
      // Drawn at once, so that from here on every key goes into what came back, and what was typed meanwhile is complete.
      flushSync(() => setOwn({ id: draftId, insteadOf: now.given === undefined || now.given === draftId ? '' : now.given }));
      const meanwhile = begunWriting(nextId);
      if (meanwhile && meanwhile.line().typed > 0) {
        writing.set(withTypedMeanwhile(writing.line().fields, meanwhile.line().fields, now.initial, now.longTexts));
        await meanwhile.settled();
        if (meanwhile.line().stored > 0) await bridge.run('draft.discard', { id: nextId });
      }
      await meanwhile?.end();
      return result;
    },
    [beginAnew, bridge, draftId, writing],
  );

  return {
    draftId,
    fields: { ...initial, ...line.fields } as F,
    set,
    setAll,
    state: savedState(line),
    savedAt: writing.savedAt(),
    discard,
    record,
  };
}
