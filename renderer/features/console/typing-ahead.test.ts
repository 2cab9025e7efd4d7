import { describe, expect, test } from 'vitest';
import { heldWith, type Held, type Key } from './typing-ahead.ts';

const press = (key: string, more: Partial<Key> = {}): Key => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const typed = (keys: readonly (string | Key)[]): Held =>
  keys.reduce<Held>((held, key) => heldWith(held, typeof key === 'string' ? press(key) : key) ?? held, []);

describe('what a secretary types while the next item opens', () => {
  test('is kept letter by letter, with accents, new lines and corrections', () => {
    expect(typed(['T', 'h', 'e', 'n', 'Backspace', ' ', 'é', '👮', 'Enter', '2'])).toEqual(['The é👮\n2']);
    expect(typed(['Backspace', 'a'])).toEqual(['a']);
    expect(typed(['a', '👮', 'Backspace'])).toEqual(['a']);
  });

  test('the keys that record stand between the texts, in their order', () => {
    const record = press('Enter', { ctrlKey: true });
    expect(typed(['a', 'b', record, 'c', 'F3', 'd', 'e'])).toEqual(['ab', record, 'c', press('F3'), 'de']);
  });

  test('a correction never reaches back over a key that records', () => {
    expect(typed(['a', 'F3', 'Backspace', 'b'])).toEqual(['a', press('F3'), 'b']);
  });

  test('the third level of the keyboard types; keys that only move go their usual way', () => {
    expect(heldWith([], press('€', { ctrlKey: true, altKey: true }))).toEqual(['€']);
    for (const key of ['Tab', 'Escape', 'ArrowDown', 'Shift', 'Dead']) expect(heldWith(['a'], press(key))).toBeNull();
    expect(heldWith(['a'], press('l', { metaKey: true }))).toBeNull();
  });
});
