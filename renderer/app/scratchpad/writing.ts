import { create } from 'zustand';
import { instantFromMs, type Instant } from '#shared/base/time.ts';
import type { Bridge } from '#renderer/app/bridge/bridge.ts';
import {
  type DraftLine,
  isStored,
  mayTryAgain,
  mustSend,
  newLine,
  savedState,
  type SavedState,
  sendingBegun,
  sendingEnded,
  typedInto,
} from './draft-line.ts';
import { forgetTyped, keepTyped } from './scratchpad.ts';

export type Fields = Readonly<Record<string, unknown>>;

export interface WritingPlace {
  readonly draftId: string;
  readonly personId: string;
  readonly parent: string;
  readonly forKind: string;
  readonly itemId: string;
}

/** One text being typed. It lives outside the components, so that leaving a page or a fault in it stops no saving. */
export interface Writing {
  readonly place: WritingPlace;
  line(): DraftLine;
  savedAt(): Instant | null;
  set(changes: Fields): void;
  subscribe(listener: () => void): () => void;
  /** Sends what is left and resolves when the engine has it, or has not taken it. */
  settled(): Promise<boolean>;
  /** Keeps what is typed in the scratchpad only, while a command records the text: a draft sent now would come back after it was recorded. */
  hold(): void;
  goOn(): void;
  /** Stops sending and takes the text out of the scratchpad: it was recorded or thrown away. */
  end(): Promise<void>;
}

const writings = new Map<string, Writing>();

/** What the status bar says of all typing together. */
export const useSaving = create<{ readonly state: SavedState | 'none'; readonly savedAt: Instant | null }>()(() => ({
  state: 'none',
  savedAt: null,
}));

function tellStatusBar(): void {
  const states = [...writings.values()].map((writing) => savedState(writing.line()));
  const savedAt = [...writings.values()].reduce<Instant | null>((latest, writing) => {
    const at = writing.savedAt();
    return at !== null && (latest === null || at > latest) ? at : latest;
  }, useSaving.getState().savedAt);
  const state = states.includes('waiting') ? 'waiting' : states.includes('saving') ? 'saving' : savedAt === null ? 'none' : 'saved';
  useSaving.setState({ state, savedAt });
}

/** The writing of a draft, begun with `initial` when nobody is writing in it yet. */
export function writingOf(bridge: Bridge, place: WritingPlace, initial: Fields): Writing {
  const known = writings.get(place.draftId);
  if (known) return known;
  let line = newLine(initial);
  let savedAt: Instant | null = null;
  let ended = false;
  let held = false;
  const listeners = new Set<() => void>();

  const become = (next: DraftLine): void => {
    line = next;
    for (const listener of listeners) listener();
    tellStatusBar();
  };

  async function send(): Promise<void> {
    // What is typed while one sending is under way goes with the next: the engine itself sets the pace, and a slow one is not swamped.
    while (!ended && !held && mustSend(line)) {
      const sent = line;
      become(sendingBegun(line));
      const result = await bridge.run('draft.keep', {
        id: place.draftId,
        parent: place.parent,
        forKind: place.forKind,
        itemId: place.itemId,
        fields: sent.fields,
      });
      if (result.ok) {
        savedAt = instantFromMs(Date.now());
        await forgetTyped(place.draftId, sent.typed);
      }
      become(sendingEnded(line, result.ok));
    }
  }

  const writing: Writing = {
    place,
    line: () => line,
    savedAt: () => savedAt,
    set(changes) {
      if (ended) return;
      become(typedInto(line, changes));
      void keepTyped({ ...place, fields: line.fields, typed: line.typed });
      void send();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async settled() {
      line = mayTryAgain(line);
      await send();
      while (line.sending > 0)
        await new Promise<void>((resolve) => {
          const stop = writing.subscribe(() => {
            stop();
            resolve();
          });
        });
      return isStored(line);
    },
    hold() {
      held = true;
    },
    goOn() {
      held = false;
      void send();
    },
    async end() {
      ended = true;
      writings.delete(place.draftId);
      await forgetTyped(place.draftId, Number.MAX_SAFE_INTEGER);
      tellStatusBar();
    },
  };
  writings.set(place.draftId, writing);
  return writing;
}

/** The writing of a draft in which somebody has begun, if anybody has. */
export function begunWriting(draftId: string): Writing | undefined {
  return writings.get(draftId);
}

/** Sends everything still on its way; called before locking. */
export async function settleAllWriting(): Promise<boolean> {
  const settled = await Promise.all([...writings.values()].map((writing) => writing.settled()));
  return settled.every(Boolean);
}

/** Drops every text held in memory: on lock. */
export function forgetAllWriting(): void {
  writings.clear();
  useSaving.setState({ state: 'none', savedAt: null });
}
