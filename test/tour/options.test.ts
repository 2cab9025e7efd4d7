import { expect, test } from 'vitest';
import { PACES, readOptions } from './options.ts';

const here = { folder: '/somewhere', watched: true };

test('with nothing typed the tour can be followed by whoever watches, and hurries where nobody can', () => {
  expect(readOptions([], here)).toEqual({ ok: true, options: { pace: PACES.steady, into: '/somewhere/tour-output' } });
  expect(readOptions([], { ...here, watched: false })).toMatchObject({ options: { pace: PACES.quick } });
});

test('pace and folder are as typed', () => {
  expect(readOptions(['--pace', 'slow', '--into=elsewhere'], here)).toEqual({
    ok: true,
    options: { pace: PACES.slow, into: '/somewhere/elsewhere' },
  });
});

test('what cannot be understood is said, not guessed', () => {
  expect(readOptions(['--pace', 'gallop'], here)).toEqual({ ok: false, says: 'There is no pace called gallop' });
  expect(readOptions(['--pace', 'toString'], here)).toMatchObject({ ok: false });
  expect(readOptions(['--faster'], here)).toMatchObject({ ok: false, says: expect.stringContaining('--faster') });
});
