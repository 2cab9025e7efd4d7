import fc from 'fast-check';
import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetAt } from './asset-path.ts';

const folder = '/opt/cordon/renderer';
const at = (way: string) => assetAt(folder, `app://cordon${way}`);

describe('the files the page is made of', () => {
  it('are found in their folder with their type', () => {
    expect(at('/assets/index-abc.js')).toEqual({ path: `${folder}/assets/index-abc.js`, type: 'text/javascript; charset=utf-8' });
    expect(at('/')?.path).toBe(`${folder}/index.html`);
    expect(at('/meetings/01abc?tab=papers')?.path).toBe(`${folder}/index.html`);
  });

  it('are never anything outside it, however the way is written', () => {
    for (const way of [
      '/../main/main.cjs',
      '/..%2fmain%2fmain.js',
      '/%2e%2e%2fvault.js',
      '/a/..%2f..%2f..%2fetc%2fshadow.txt',
      '/..%5c..%5cboot.txt',
      '/%00.js',
      '/C:%5Cboot.txt',
      '/%zz.js',
    ]) {
      expect(at(way)?.path.startsWith(folder + sep) ?? true, way).toBe(true);
    }
    expect(at('/..%2fmain%2fmain.js')).toBeNull();
    expect(at('/assets/..%2f..%2fsecret.json')).toBeNull();
  });

  it('are of the types a page consists of; anything else is refused', () => {
    expect(at('/vault.db')).toBeNull();
    expect(at('/engine.cjs')).toBeNull();
  });

  it('stay inside for any address at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (way) => {
        const found = at(`/${encodeURI(way)}`) ?? at(`/${encodeURIComponent(way)}`);
        expect(found === null || found.path.startsWith(folder + sep)).toBe(true);
      }),
    );
  });
});
