import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { osText } from './text.ts';
import { beginWhole, sentenceOfWriteError, writeWhole } from './write-whole.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordon-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('signed minutes');

describe('a file a person saves', () => {
  it('holds every byte, is readable by its owner only, and nothing else is left beside it', async () => {
    const path = join(folder, 'minutes.pdf');
    await writeWhole(path, bytes);
    expect(new Uint8Array(await readFile(path))).toEqual(bytes);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['minutes.pdf']);
  });

  it('comes in pieces and appears only when the last is on the disk', async () => {
    const path = join(folder, 'footage.bak');
    await writeFile(path, 'an earlier copy');
    const file = await beginWhole(path);
    for (const part of ['first ', 'second ', 'third']) await file.write(new TextEncoder().encode(part));
    expect(await readFile(path, 'utf8')).toBe('an earlier copy');
    await file.finish();
    expect(await readFile(path, 'utf8')).toBe('first second third');
    await file.abandon();
    expect(await readdir(folder)).toEqual(['footage.bak']);
  });

  it('leaves nothing when it is abandoned half way', async () => {
    const file = await beginWhole(join(folder, 'footage.bak'));
    await file.write(bytes);
    await file.abandon();
    await file.abandon();
    expect(await readdir(folder)).toEqual([]);
  });

  it('replaces the earlier one whole', async () => {
    const path = join(folder, 'minutes.pdf');
    await writeFile(path, 'an earlier and much longer copy');
    await writeWhole(path, bytes);
    expect(await readFile(path, 'utf8')).toBe('signed minutes');
  });

  it('leaves no unfinished piece and says why when the name is taken by a folder', async () => {
    await mkdir(join(folder, 'minutes.pdf', 'inside'), { recursive: true });
    const failure: unknown = await writeWhole(join(folder, 'minutes.pdf'), bytes).catch((error: unknown) => error);
    expect(sentenceOfWriteError(failure)).toBe(osText.save.isFolder);
    expect(await readdir(folder)).toEqual(['minutes.pdf']);
  });

  it('says that the folder is gone when the memory stick was taken out', async () => {
    const failure: unknown = await writeWhole(join(folder, 'gone', 'minutes.pdf'), bytes).catch((error: unknown) => error);
    expect(sentenceOfWriteError(failure)).toBe(osText.save.folderGone);
  });

  it('is told to people in a sentence, whatever the operating system calls the trouble', () => {
    for (const code of ['ENOSPC', 'EACCES', 'EROFS', 'EIO', 'ENAMETOOLONG', 'ESOMETHING']) {
      expect(sentenceOfWriteError(Object.assign(new Error('x'), { code }))).toMatch(/\.$/);
    }
    expect(sentenceOfWriteError(Object.assign(new Error('x'), { code: 'ENOSPC' }))).toBe(osText.save.diskFull);
    expect(sentenceOfWriteError('not an error at all')).toBe(osText.save.failed(''));
  });
});
