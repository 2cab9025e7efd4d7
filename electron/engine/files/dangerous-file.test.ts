import { describe, expect, it } from 'vitest';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { dangerLooker } from './dangerous-file.ts';

/** What is said of a whole file that comes in one stretch. */
const dangerousType = (name: string, file: Uint8Array): string => dangerLooker(name).take(file);
/** What is said of it when it comes in stretches of this many bytes. */
const inStretches = (name: string, file: Uint8Array, size: number): string => {
  const looker = dangerLooker(name);
  for (let at = 0; at < file.length; at += size) {
    const says = looker.take(file.subarray(at, at + size));
    if (says !== '') return says;
  }
  return '';
};

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

  /** An archive's list of contents with these names. */
  const archive = (...names: readonly string[]): Uint8Array =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from('PK\x03\x04', 'latin1'),
        ...names.map((name) => {
          const entry = Buffer.alloc(46);
          entry.write('PK\x01\x02', 0, 'latin1');
          entry.writeUInt16LE(Buffer.byteLength(name), 28);
          return Buffer.concat([entry, Buffer.from(name)]);
        }),
      ]),
    );

  it('looks into archives and lets whole office documents pass', () => {
    expect(dangerousType('photos.zip', archive('a.jpg', 'tools/setup.exe'))).toBe('an archive with .exe in it');
    expect(dangerousType('photos.zip', archive('a.jpg', 'b.png'))).toBe('');
    expect(dangerousType('minutes.docx', archive('[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'docProps/core.xml'))).toBe('');
    expect(
      dangerousType('figures.xlsx', archive('[Content_Types].xml', 'xl/workbook.xml', 'xl/printerSettings/printerSettings1.bin')),
    ).toBe('');
    expect(dangerousType('minutes.docx', archive('[Content_Types].xml', 'word/embeddings/oleObject1.bin'))).toBe(
      'a document with a program object in it',
    );
  });

  it('refuses a PDF or rich text that acts when it is opened, and names that hide their ending', () => {
    expect(dangerousType('plan.pdf', bytes('%PDF-1.7 /OpenAction << /S /JavaScript /JS (app.alert(1)) >>'))).toBe(
      'a PDF that can run something',
    );
    expect(dangerousType('plan.pdf', bytes('%PDF-1.7 << /S /Launch /F (cmd.exe) >>'))).toBe('a PDF that can run something');
    expect(dangerousType('plan.rtf', bytes('{\\rtf1 {\\object\\objdata 0105}}'))).toBe('a document with a program object in it');
    expect(dangerousType('annexe\u202efdp.docx', bytes('x'))).toBe('a name with hidden characters');
  });

  it('refuses macros under another name, because the document itself has to say what its parts are', () => {
    /** An archive that begins with one entry. */
    const beginning = (name: string, content: string, deflated: boolean): Uint8Array => {
      const data = deflated ? deflateRawSync(content) : Buffer.from(content);
      const head = Buffer.alloc(30);
      head.write('PK\x03\x04', 0, 'latin1');
      head.writeUInt16LE(deflated ? 8 : 0, 8);
      head.writeUInt32LE(data.length, 18);
      head.writeUInt16LE(Buffer.byteLength(name), 26);
      return new Uint8Array(Buffer.concat([head, Buffer.from(name), data, Buffer.from(archive(name, 'word/evil.dat'))]));
    };
    const list = (type: string): string => `<Types><Override PartName="/word/evil.dat" ContentType="${type}"/></Types>`;
    const hidden = list('application/vnd.ms-office.vbaProject');
    const plain = list('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml');
    for (const deflated of [true, false]) {
      expect(dangerousType('minutes.docx', beginning('[Content_Types].xml', hidden, deflated))).toBe('a document with macros');
      expect(dangerousType('minutes.docx', beginning('[Content_Types].xml', plain, deflated))).toBe('');
    }
  });

  it('finds the same however the file is cut into stretches', () => {
    const docx = archive('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin');
    const files: readonly [string, Uint8Array, string][] = [
      ['minutes.docx', docx, 'a document with macros'],
      ['photos.zip', archive('a.jpg', 'tools/setup.exe'), 'an archive with .exe in it'],
      ['plan.pdf', bytes(`%PDF-1.7 ${'x'.repeat(300)}/Launch /F`), 'a PDF that can run something'],
      ['old.doc', bytes(`\xd0\xcf\x11\xe0${'.'.repeat(300)}${'_VBA_PROJECT'.replace(/./g, '$&\0')}`), 'a document with macros'],
      ['figures.xlsx', archive('[Content_Types].xml', 'xl/workbook.xml'), ''],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.integer({ min: 64, max: 400 }), ([name, file, says], size) => {
        expect(inStretches(name, file, size)).toBe(says);
      }),
    );
  });

  it('refuses a document of 200 MB whose macros are listed at its very end, and never holds more than a stretch of it', () => {
    const filler = new Uint8Array(256 * 1024).map((_unused, index) => (index * 31) & 255);
    const looker = dangerLooker('assessment.docx');
    expect(looker.take(bytes('PK\x03\x04'))).toBe('');
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    for (let count = 0; count < 800; count += 1) {
      expect(looker.take(filler)).toBe('');
      if (count % 50 === 0) {
        globalThis.gc?.();
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      }
    }
    expect(looker.take(archive('word/document.xml', 'word/vbaProject.bin').subarray(4))).toBe('a document with macros');
    expect(most / 1024 / 1024).toBeLessThan(100);
  });
});
