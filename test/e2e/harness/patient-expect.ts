import { expect as playwrightExpect } from '@playwright/test';

/** As patient as playwright.config.ts makes the end-to-end tests, for what the tour and the bench share with them and run without that file. */
export const expect = playwrightExpect.configure({ timeout: 20_000 });
