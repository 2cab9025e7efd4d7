import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file under the folders that holds one of the words in UTF-8 or UTF-16, with the word. Files that vanish meanwhile are passed over. */
export async function findPlainText(folders: readonly string[], words: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  const needles = words.flatMap((word) => [
    { word, bytes: Buffer.from(word, 'utf8') },
    { word, bytes: Buffer.from(word, 'utf16le') },
  ]);
  const look = async (path: string): Promise<void> => {
    const what = await stat(path).catch(() => null);
    if (what === null) return;
    if (what.isDirectory()) {
      for (const name of await readdir(path).catch(() => [])) await look(join(path, name));
      return;
    }
    if (!what.isFile()) return;
    const content = await readFile(path).catch(() => null);
    if (content === null) return;
    for (const { word, bytes } of needles) if (content.includes(bytes)) found.push(`${path}: ${word}`);
  };
  for (const folder of folders) await look(folder);
  return found;
}
