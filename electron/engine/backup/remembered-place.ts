import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, replaceFile } from '../vault/atomic-file.ts';

const FILE_NAME = 'backup-place.json';
const shape = z.object({ folder: z.string().max(1000) });

/** Notes the chosen folder beside the vault, so that it is found when the vault itself cannot be opened. It says nothing but a path. */
export function rememberPlace(vaultFolder: string, folder: string): void {
  replaceFile(join(vaultFolder, FILE_NAME), `${JSON.stringify({ folder })}\n`);
}

/** The folder noted last; empty when there is none or the note is damaged. */
export function rememberedPlace(vaultFolder: string): string {
  try {
    return shape.parse(JSON.parse(readIfThere(join(vaultFolder, FILE_NAME)) ?? '')).folder;
  } catch {
    return '';
  }
}
