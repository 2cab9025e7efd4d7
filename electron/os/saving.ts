import { type BrowserWindow, dialog } from 'electron';
import { realpath } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { liesWithin, plainFileName } from './file-name.ts';
import { osText } from './text.ts';
import { sentenceOfWriteError, writeWhole } from './write-whole.ts';

/** What came of a wish to save: the path written, or empty when cancelled or refused; the trouble as a sentence, or empty. */
export interface Saved {
  readonly path: string;
  readonly trouble: string;
}

async function liesInProfile(profile: string, path: string): Promise<boolean> {
  try {
    return liesWithin(await realpath(profile), await realpath(dirname(path)));
  } catch {
    return false;
  }
}

/** Asks the person where to save and writes the bytes there. `stillWanted` is asked again after the dialogue, because a lock may have come between. */
export async function saveWherePersonChooses(
  window: BrowserWindow,
  wish: {
    readonly suggestedName: string;
    readonly bytes: Uint8Array;
    readonly folder: string;
    readonly profile: string;
    readonly stillWanted: () => boolean;
  },
): Promise<Saved> {
  const name = plainFileName(wish.suggestedName);
  const extension = extname(name).slice(1);
  const chosen = await dialog.showSaveDialog(window, {
    title: osText.save.title,
    buttonLabel: osText.save.button,
    defaultPath: join(wish.folder, name),
    filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (chosen.canceled || !chosen.filePath) return { path: '', trouble: '' };
  if (!wish.stillWanted()) return { path: '', trouble: osText.save.locked };
  if (await liesInProfile(wish.profile, chosen.filePath)) return { path: '', trouble: osText.save.insideProfile };
  try {
    await writeWhole(chosen.filePath, wish.bytes);
    return { path: chosen.filePath, trouble: '' };
  } catch (error) {
    return { path: '', trouble: sentenceOfWriteError(error) };
  }
}

/** Asks the person for a folder to keep something in; never one inside Cordon's own. */
export async function chooseFolder(
  window: BrowserWindow,
  wish: { readonly title: string; readonly profile: string; readonly stillWanted: () => boolean },
): Promise<Saved> {
  const chosen = await dialog.showOpenDialog(window, {
    title: wish.title,
    buttonLabel: osText.folder.button,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [path] = chosen.filePaths;
  if (chosen.canceled || path === undefined) return { path: '', trouble: '' };
  if (!wish.stillWanted()) return { path: '', trouble: osText.folder.locked };
  if (await liesInProfile(wish.profile, join(path, 'inside'))) return { path: '', trouble: osText.folder.insideProfile };
  return { path, trouble: '' };
}
