import { expect, it } from 'vitest';
import { countPlaywright, countVitest } from './test-counts.ts';

it('a test file that could not be loaded counts as a failure, though no test in it failed', () => {
  const report = {
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 1, failed: 1, skipped: 1 });
});

it('an end-to-end run that broke outside any test counts as a failure', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
  expect(countPlaywright({ stats, errors: [{ message: 'the setup failed' }] })).toEqual({ passed: 3, failed: 1, skipped: 0 });
});
