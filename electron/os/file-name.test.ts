import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liesWithin, plainFileName } from './file-name.ts';

describe('the name a file is offered under', () => {
  it('keeps a plain name as it is', () => {
    expect(plainFileName('TT&CG minutes 3 Nov 2026, copy 2.pdf')).toBe('TT&CG minutes 3 Nov 2026, copy 2.pdf');
  });

  it('never leads out of the folder the person chose, however it is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (suggested) => {
        const name = plainFileName(suggested);
        expect(name).not.toMatch(/[/\\\u0000-\u001F]/);
        expect(name).not.toMatch(/^\./);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(150);
      }),
    );
    expect(plainFileName('../../etc/passwd')).toBe('passwd');
    expect(plainFileName('..\\..\\boot.ini')).toBe('boot.ini');
    expect(plainFileName('..')).toBe('Cordon');
  });
});

describe('the vault folder', () => {
  it('is known with everything below it, and its neighbours are not taken for it', () => {
    expect(liesWithin('/home/a/cordon', '/home/a/cordon')).toBe(true);
    expect(liesWithin('/home/a/cordon', '/home/a/cordon/vault/x.pdf')).toBe(true);
    expect(liesWithin('/home/a/cordon', '/home/a/cordon-exports/x.pdf')).toBe(false);
    expect(liesWithin('/home/a/cordon', '/home/a/..data/x.pdf')).toBe(false);
    expect(liesWithin('/home/a', '/home/a/..data/x.pdf')).toBe(true);
  });
});
