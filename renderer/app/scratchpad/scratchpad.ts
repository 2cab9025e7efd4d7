import Dexie, { type EntityTable } from 'dexie';
import type { Bridge } from '#renderer/app/bridge/bridge.ts';

/** Text the engine has not acknowledged yet. The window's database lives in a partition that exists only in memory. */
export interface TypedText {
  readonly draftId: string;
  readonly personId: string;
  readonly parent: string;
  readonly forKind: string;
  readonly itemId: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Which state of the typing this is; an acknowledgement of an older one does not remove it. */
  readonly typed: number;
}

class ScratchpadDatabase extends Dexie {
  declare readonly typed: EntityTable<TypedText, 'draftId'>;

  constructor() {
    super('scratchpad');
    this.version(1).stores({ typed: 'draftId, personId' });
  }
}

const database = new ScratchpadDatabase();

export async function keepTyped(text: TypedText): Promise<void> {
  await database.typed.put(text);
}

/** Removes text the engine has; text typed since stays. */
export async function forgetTyped(draftId: string, typed: number): Promise<void> {
  await database.transaction('rw', database.typed, async () => {
    const held = await database.typed.get(draftId);
    if (held && held.typed <= typed) await database.typed.delete(draftId);
  });
}

/** What was typed into a draft and never acknowledged, or null. */
export async function typedIn(draftId: string): Promise<TypedText | null> {
  return (await database.typed.get(draftId)) ?? null;
}

/** Sends what a crash left behind, once the same person has signed in again. What the engine does not take stays. */
export async function resendTyped(bridge: Bridge, personId: string): Promise<void> {
  for (const text of await database.typed.where('personId').equals(personId).toArray()) {
    const { draftId, parent, forKind, itemId, fields, typed } = text;
    const result = await bridge.run('draft.keep', { id: draftId, parent, forKind, itemId, fields });
    if (result.ok) await forgetTyped(draftId, typed);
  }
}

/** Empties the scratchpad: on lock no text stays in the window. */
export async function clearScratchpad(): Promise<void> {
  await database.typed.clear();
}
