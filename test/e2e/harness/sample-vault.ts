import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { root } from '#build/bundles.ts';
import { openCordon } from './open-cordon.ts';
import type { Folders } from './running-app.ts';

/** The sample force of this build and day, made once for all runs on this machine: everything in it is synthetic and its pass phrase is printed on the screen. */
export async function sampleVaultOfToday(): Promise<string> {
  const built = createHash('sha256')
    .update(await readFile(join(root, 'dist/engine/engine.cjs')))
    .digest('hex');
  const kept = join(tmpdir(), `cordon-sample-${built.slice(0, 16)}-${new Date().toISOString().slice(0, 10)}`);
  if (existsSync(kept)) return kept;
  const folder = await mkdtemp(join(tmpdir(), 'cordon-e2e-sample-'));
  await cp(await makeSampleVault(folder), `${folder}-whole`, { recursive: true });
  await rename(`${folder}-whole`, kept).catch(() => rm(`${folder}-whole`, { recursive: true, force: true }));
  await rm(folder, { recursive: true, force: true });
  return kept;
}

async function makeSampleVault(folder: string): Promise<string> {
  const { cordon, finish } = await openCordon(folder);
  await cordon.start();
  await cordon.page.getByRole('button', { name: 'Load the sample force' }).click();
  await expect(cordon.page.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 200_000 });
  await finish();
  return vaultOf(cordon.folders);
}

/** Where a profile keeps its vault. */
export const vaultOf = (folders: Folders): string => join(folders.profile, 'vault');
