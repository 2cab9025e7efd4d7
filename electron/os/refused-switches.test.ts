import { expect, test } from 'vitest';
import { REFUSED_SWITCHES, refusedSwitch } from './refused-switches.ts';

const given = (...names: readonly string[]) => {
  const all = new Set(names);
  return (name: string): boolean => all.has(name);
};

test('a packaged application names the first switch that would open it to a debugger, whichever it is', () => {
  for (const name of REFUSED_SWITCHES) expect(refusedSwitch(true, given('lang', name))).toBe(name);
  expect(REFUSED_SWITCHES).toEqual(expect.arrayContaining(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk']));
});

test('ordinary switches are no reason not to start, and while developing none is', () => {
  expect(refusedSwitch(true, given('user-data-dir', 'no-sandbox', 'log-level', 'ozone-platform'))).toBe('');
  expect(refusedSwitch(false, given('inspect', 'remote-debugging-port'))).toBe('');
});
