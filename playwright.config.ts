import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test',
  testMatch: /(e2e\/.*\.(spec|test|e2e)|security\/.*\.e2e)\.ts$/,
  globalSetup: './build/scripts/e2e-setup.ts',
  outputDir: 'test-results/e2e',
  // Each test starts the whole application, so one at a time is faster than two that wait for each other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  // A busy machine may be slow once; a test that fails twice is broken. The report says which needed a second try.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
