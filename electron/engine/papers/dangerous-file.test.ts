import { describe, expect, it } from 'vitest';
import { dangerousType } from './dangerous-file.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

describe('files that are not taken into the vault', () => {
  it('lets documents, tables, pictures and text in', () => {
    for (const name of ['assessment.pdf', 'Assessment v2.docx', 'crimes.csv', 'map.png', 'notes.txt', 'old.doc', 'no ending']) {
      expect(dangerousType(name, bytes('%PDF-1.7 nothing special')), name).toBe('');
    }
  });

  it('refuses programs and macro documents by name, whatever case or trailing dots hide it', () => {
    expect(dangerousType('invoice.pdf.exe', bytes('x'))).toBe('.exe');
    expect(dangerousType('Minutes.DOCM', bytes('x'))).toBe('.docm');
    expect(dangerousType('run.bat. ', bytes('x'))).toBe('.bat');
    expect(dangerousType('page.html', bytes('<p>'))).toBe('.html');
  });

  it('refuses them by what they hold when the name lies', () => {
    expect(dangerousType('photo.png', bytes('MZ\x90\0'))).toBe('a program');
    expect(dangerousType('photo.png', bytes('\x7fELF'))).toBe('a program');
    expect(dangerousType('list.txt', bytes('#!/bin/sh'))).toBe('a program');
    expect(dangerousType('renamed.docx', bytes('PK\x03\x04....word/vbaProject.bin....'))).toBe('a document with macros');
    expect(dangerousType('old.doc', bytes(`\xd0\xcf\x11\xe0....${'_VBA_PROJECT'.replace(/./g, '$&\0')}`))).toBe('a document with macros');
  });
});
