import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Cordon, openCordon } from './open-cordon.ts';
import { sampleVaultOfToday, vaultOf } from './sample-vault.ts';

/** What lies on the workstation when the test begins: nothing, or the sample force with nobody signed in. */
export type StartWith = 'nothing' | 'sample-force';

interface Fixtures {
  readonly cordon: Cordon;
  /** `test.use({ startWith: 'sample-force' })` spares the test loading the sample force; it is loaded once and copied. */
  readonly startWith: StartWith;
  /** `test.use({ bypassContentPolicy: true })` starts the page without its content policy. */
  readonly bypassContentPolicy: boolean;
}

interface WorkerFixtures {
  /** A vault folder holding the sample force; made when it is first asked for. */
  readonly sampleVault: () => Promise<string>;
}

/** Playwright's `test` with the running application as the fixture `cordon`. The test fails when the page reported an error nobody expected. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  bypassContentPolicy: [false, { option: true }],
  startWith: ['nothing', { option: true }],
  sampleVault: [
    // Playwright reads the names of the fixtures needed from this pattern; none are.
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      let made: Promise<string> | null = null;
      await use(() => (made ??= sampleVaultOfToday()));
    },
    { scope: 'worker' },
  ],
  cordon: async ({ bypassContentPolicy, startWith, sampleVault }, use, testInfo) => {
    const folder = await mkdtemp(join(tmpdir(), 'cordon-e2e-'));
    const { cordon, finish } = await openCordon(folder, { bypassContentPolicy });
    try {
      if (startWith === 'sample-force') await cp(await sampleVault(), vaultOf(cordon.folders), { recursive: true });
      await cordon.start();
      await use(cordon);
      if (testInfo.status !== testInfo.expectedStatus)
        await cordon.screenshot(`failed-${testInfo.title.replace(/\W+/g, '-').slice(0, 80)}`).catch(() => undefined);
    } finally {
      const unexpected = await finish();
      await rm(folder, { recursive: true, force: true });
      expect(unexpected, 'errors the page reported').toEqual([]);
    }
  },
});

export { expect } from '@playwright/test';
export { type Cordon, screens } from './open-cordon.ts';
