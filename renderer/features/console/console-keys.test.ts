import { describe, expect, it } from 'vitest';
import { CONSOLE_KEYS, composerFor } from './console-keys.ts';

describe('the keys of the minute console', () => {
  it('gives every kind of entry a key of its own', () => {
    expect(new Set(Object.values(CONSOLE_KEYS)).size).toBe(8);
  });

  it('takes a secretary to the decision being written for its rationale, options and dissent', () => {
    expect(composerFor('rationale', true)).toBe('decision');
    expect(composerFor('option', true)).toBe('decision');
    expect(composerFor('dissent', true)).toBe('decision');
  });

  it('writes rationale, options and dissent as entries of their own when no decision is being written', () => {
    expect(composerFor('rationale', false)).toBe('entry');
    expect(composerFor('dissent', false)).toBe('entry');
  });

  it('never puts a note into a decision', () => {
    expect(composerFor('note', true)).toBe('entry');
    expect(composerFor('time-mark', true)).toBe('entry');
  });
});
