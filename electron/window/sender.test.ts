import { describe, expect, it } from 'vitest';
import { isOurPage } from './sender.ts';

const page = { id: 7 };
const frame = { url: 'app://cordon/meetings', parent: null };

describe('a message that asks for a line to the engine', () => {
  it('is taken from the outermost frame of our own page', () => {
    expect(isOurPage({ id: 7, frame }, page)).toBe(true);
  });

  it('is not taken from another window, a frame within the page, another address, or a frame that is gone', () => {
    expect(isOurPage({ id: 8, frame }, page)).toBe(false);
    expect(isOurPage({ id: 7, frame: { ...frame, parent: frame } }, page)).toBe(false);
    for (const url of ['app://empty/', 'app://cordon.evil/', 'https://cordon/', 'data:text/html,x', 'about:blank', 'file:///etc/hosts']) {
      expect(isOurPage({ id: 7, frame: { ...frame, url } }, page), url).toBe(false);
    }
    expect(isOurPage({ id: 7, frame: null }, page)).toBe(false);
  });
});
