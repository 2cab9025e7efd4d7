import { type BrowserWindow, dialog } from 'electron';
import { realpath, statfs } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { liesWithin, plainFileName } from './file-name.ts';
import { osText } from './text.ts';
import { beginWhole, sentenceOfWriteError, writeWhole } from './write-whole.ts';

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

interface PlaceWish {
  readonly suggestedName: string;
  readonly folder: string;
  readonly profile: string;
  readonly stillWanted: () => boolean;
}

/** Asks the person where to save; a place inside Cordon's own folder is refused. */
async function choosePlace(window: BrowserWindow, wish: PlaceWish): Promise<Saved> {
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
  return { path: chosen.filePath, trouble: '' };
}

/** Asks the person where to save and writes the bytes there. `stillWanted` is asked again after the dialogue, because a lock may have come between. */
export async function saveWherePersonChooses(window: BrowserWindow, wish: PlaceWish & { readonly bytes: Uint8Array }): Promise<Saved> {
  const place = await choosePlace(window, wish);
  if (place.path === '') return place;
  try {
    await writeWhole(place.path, wish.bytes);
    return place;
  } catch (error) {
    return { path: '', trouble: sentenceOfWriteError(error) };
  }
}

/** A file that comes in pieces, saved where the person chose; the trouble of each step as a sentence, or empty. */
export interface SavingInPieces {
  write(bytes: Uint8Array): Promise<{ readonly trouble: string }>;
  finish(): Promise<Saved>;
  abandon(): Promise<void>;
}

/** Asks the person where to save a file of this size that comes in pieces. Without a saving the person cancelled, or there is trouble. */
export async function beginSaving(
  window: BrowserWindow,
  wish: PlaceWish & { readonly size: number },
): Promise<{ readonly saving: SavingInPieces | null; readonly trouble: string }> {
  const place = await choosePlace(window, wish);
  if (place.path === '') return { saving: null, trouble: place.trouble };
  try {
    const { bavail, bsize } = await statfs(dirname(place.path));
    if (bavail * bsize < wish.size) return { saving: null, trouble: osText.save.diskFull };
    const file = await beginWhole(place.path);
    const gone = { trouble: osText.save.locked };
    let left = wish.size;
    return {
      trouble: '',
      saving: {
        async write(bytes) {
          left -= bytes.length;
          if (!wish.stillWanted() || left < 0) return gone;
          try {
            await file.write(bytes);
            return { trouble: '' };
          } catch (error) {
            return { trouble: sentenceOfWriteError(error) };
          }
        },
        async finish() {
          if (!wish.stillWanted()) return { path: '', ...gone };
          try {
            await file.finish();
            return { path: place.path, trouble: '' };
          } catch (error) {
            return { path: '', trouble: sentenceOfWriteError(error) };
          }
        },
        abandon: () => file.abandon(),
      },
    };
  } catch (error) {
    return { saving: null, trouble: sentenceOfWriteError(error) };
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
