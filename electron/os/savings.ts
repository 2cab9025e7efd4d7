import type { BrowserWindow } from 'electron';
import type { EngineToMain, MainToEngine } from '#shared/contracts/os/messages.ts';
import { beginSaving, type SavingInPieces } from './saving.ts';
import { osText } from './text.ts';

type SavingMessage = Extract<EngineToMain, { t: 'begin-saving' | 'save-piece' | 'end-saving' }>;

/** The files one engine is saving in pieces. */
export interface Savings {
  answer(message: SavingMessage): Promise<MainToEngine>;
  /** The engine is gone: nothing of what it had begun is left. */
  abandonAll(): void;
}

export function savingsOf(
  window: BrowserWindow,
  wish: { readonly folder: string; readonly profile: string; readonly stillWanted: () => boolean },
): Savings {
  const underWay = new Map<number, SavingInPieces>();
  let last = 0;
  const abandon = (saving: SavingInPieces): void => {
    // What cannot be removed, on a drive that was pulled out, is gone with it.
    saving.abandon().catch(() => undefined);
  };
  return {
    async answer(message) {
      const { id } = message;
      switch (message.t) {
        case 'begin-saving': {
          const { saving, trouble } = await beginSaving(window, { ...wish, suggestedName: message.suggestedName, size: message.size });
          if (saving === null) return { t: 'saving-begun', id, saving: 0, trouble };
          if (!wish.stillWanted()) {
            abandon(saving);
            return { t: 'saving-begun', id, saving: 0, trouble: osText.save.locked };
          }
          last += 1;
          underWay.set(last, saving);
          return { t: 'saving-begun', id, saving: last, trouble: '' };
        }
        case 'save-piece': {
          const written = await underWay.get(message.saving)?.write(message.bytes);
          return { t: 'piece-saved', id, trouble: written === undefined ? osText.save.locked : written.trouble };
        }
        case 'end-saving': {
          const saving = underWay.get(message.saving);
          underWay.delete(message.saving);
          if (message.whole) return { t: 'saved', id, ...((await saving?.finish()) ?? { path: '', trouble: osText.save.locked }) };
          await saving?.abandon();
          return { t: 'saved', id, path: '', trouble: '' };
        }
      }
    },
    abandonAll() {
      for (const saving of underWay.values()) abandon(saving);
      underWay.clear();
    },
  };
}
