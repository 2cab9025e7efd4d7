import { describe, expect, test } from 'vitest';
import { typedAhead } from './typing-ahead.ts';

const press = (key: string, more: Partial<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const typed = (keys: readonly string[]): string => keys.reduce((held, key) => typedAhead(held, press(key)) ?? held, '');

describe('what a secretary types while the next item opens', () => {
  test('is kept letter by letter, with accents, new lines and corrections', () => {
    expect(typed(['T', 'h', 'e', 'n', 'Backspace', ' ', 'é', '👮', 'Enter', '2'])).toBe('The é👮\n2');
    expect(typed(['Backspace', 'a'])).toBe('a');
  });

  test('the third level of the keyboard types; keys that record or move do not', () => {
    expect(typedAhead('', press('€', { ctrlKey: true, altKey: true }))).toBe('€');
    for (const key of ['F2', 'F9', 'Tab', 'Escape', 'ArrowDown', 'Shift', 'Dead']) expect(typedAhead('a', press(key))).toBeNull();
    expect(typedAhead('a', press('Enter', { ctrlKey: true }))).toBeNull();
    expect(typedAhead('a', press('l', { metaKey: true }))).toBeNull();
  });
});
