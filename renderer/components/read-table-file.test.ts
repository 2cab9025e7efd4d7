import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeWorkbook, packZip, sheetXml, workbookParts } from '#test/builders/make-workbook.ts';
import { readTableFile, readTableText, type TableFile } from './read-table-file.ts';

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);
const rowsOf = (read: TableFile) => (read.ok ? read.sheets[0]?.rows : read.says);
const says = (read: TableFile) => (read.ok ? '' : read.says);
const csv = async (content: string | Uint8Array<ArrayBuffer>) => rowsOf(await readTableFile(file('figures.csv', content)));
const workbook = (bytes: Uint8Array<ArrayBuffer>, limits = {}) => readTableFile(file('figures.xlsx', bytes), limits);

describe('a CSV file', () => {
  it.each([
    ['commas', 'Year,Offences\n2025,"1,204"\n'],
    ['semicolons', 'Year;Offences\n2025;1,204\n'],
    ['tabs', 'Year\tOffences\n2025\t1,204\n'],
    ['bars, said in the first line', 'sep=|\r\nYear|Offences\r\n2025|1,204\r\n'],
  ])('separated by %s is read', async (_what, content) => {
    expect(await csv(content)).toEqual([
      ['Year', 'Offences'],
      ['2025', '1,204'],
    ]);
  });

  it('keeps quoted separators, quotes and line breaks, and lets go of empty rows and columns at the end', async () => {
    expect(await csv('A,B,,\n"one, ""two""\nthree",4,,\n,,,\n')).toEqual([
      ['A', 'B'],
      ['one, "two"\nthree', '4'],
    ]);
  });

  it('is read as UTF-8 with or without its mark, as UTF-16, and as Windows wrote it', async () => {
    const expected = [
      ['Ward', 'Größe'],
      ['Café', '£5'],
    ];
    const text = 'Ward,Größe\nCafé,£5';
    expect(await csv(text)).toEqual(expected);
    expect(await csv(`\uFEFF${text}`)).toEqual(expected);
    expect(await csv(new Uint8Array(Buffer.from(text, 'latin1')))).toEqual(expected);
    expect(await csv(new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')))).toEqual(expected);
  });

  it('is refused with a sentence when it is empty, no text, too long, too wide, or a quote is never closed', async () => {
    expect(says(await readTableFile(file('a.csv', '')))).toContain('empty');
    expect(says(await readTableFile(file('a.csv', new Uint8Array([1, 0, 2, 0, 3]))))).toContain('no text');
    expect(says(await readTableFile(file('a.csv', 'a\n'.repeat(60)), { rows: 50 }))).toContain('more than 50 rows');
    expect(says(await readTableFile(file('a.csv', `a${','.repeat(60)}`), { columns: 5 }))).toBe('');
    expect(says(await readTableFile(file('a.csv', 'a,'.repeat(60)), { columns: 5 }))).toContain('more than 5 columns');
    expect(says(await readTableFile(file('a.csv', 'a,b\n1,"open\n2,3')))).toContain('row 2');
    expect(says(await readTableFile(file('a.csv', 'x'.repeat(2 * 1024 * 1024)), { megabytes: 1 }))).toContain('larger than 1 MB');
    expect(says(await readTableFile(file('a.csv', ' ,\n,')))).toContain('nothing');
    expect(says(await readTableFile(file('a.csv', 'x'.repeat(20_000))))).toContain('A cell in row 1');
  });

  it('whose cells hold formulas or hidden characters stays plain text', async () => {
    expect(await csv("=cmd|' /C calc'!A0,\u202Eevil\u0007")).toEqual([["=cmd|' /C calc'!A0", 'evil']]);
  });

  it('is never a reason to fail, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const read = await readTableFile(file('any.csv', new Uint8Array(bytes)));
        if (read.ok) for (const row of read.sheets[0]?.rows ?? []) expect(row.length).toBe(read.sheets[0]?.rows[0]?.length);
        else expect(read.says).not.toBe('');
      }),
    );
  });
});

it('what is copied from a spreadsheet is read by its tabs, whatever commas its numbers have', () => {
  expect(rowsOf(readTableText('Year\tOffences\n2025\t1,204'))).toEqual([
    ['Year', 'Offences'],
    ['2025', '1,204'],
  ]);
});

describe('a workbook', () => {
  it('gives its sheets by name, numbers as typed, days as days, and formulas by their values', async () => {
    const read = await workbook(
      makeWorkbook({
        'By year': [
          ['Year', 'Offences', 'As of'],
          [2025, { formula: 'SUM(A1:A2)', value: 0.1 + 0.2 }, { day: 46_329 }],
        ],
        Empty: [],
        'R&D <two>': [['é & ü'], ['']],
      }),
    );
    expect(read).toEqual({
      ok: true,
      sheets: [
        {
          name: 'By year',
          rows: [
            ['Year', 'Offences', 'As of'],
            ['2025', '0.3', '2026-11-03'],
          ],
        },
        { name: 'R&D <two>', rows: [['é & ü']] },
      ],
    });
  });

  it('is read whatever its name says it is', async () => {
    expect(rowsOf(await readTableFile(file('figures.csv', makeWorkbook({ One: [['a', 1]] }))))).toEqual([['a', '1']]);
  });

  it('with colour in a million empty cells is read for what it holds', async () => {
    const empty = '<row r="1048576" s="1" customFormat="1"/>';
    const far = sheetXml([['a', { xml: '<c r="XFD1" s="1"/>' }]]).replace('</sheetData>', `${empty}</sheetData>`);
    expect(rowsOf(await workbook(packZip(workbookParts({ One: far }))))).toEqual([['a']]);
  });

  it('that is old, locked, another kind of archive, or damaged is refused with what to do', async () => {
    expect(says(await workbook(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])))).toContain('.xlsx');
    expect(says(await workbook(packZip({ 'content.xml': '<x/>' })))).toContain('not an Excel workbook');
    const whole = makeWorkbook({ One: [['a', 1]] });
    expect(says(await workbook(whole.slice(0, whole.length - 30)))).toContain('damaged');
    for (let at = 4; at < whole.length; at += 7) {
      const broken = whole.slice();
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const read = await workbook(broken);
      if (!read.ok) expect(read.says).not.toBe('');
    }
    const { 'xl/workbook.xml': _gone, ...without } = workbookParts({ One: sheetXml([['a']]) });
    expect(says(await workbook(packZip(without)))).toContain('not an Excel workbook');
  });

  it('that unpacks to more than it may is refused before it has done so, whatever its headers say', async () => {
    const bomb = packZip({ ...workbookParts({ One: sheetXml([['a']]) }), 'xl/sharedStrings.xml': new Uint8Array(30 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(says(await workbook(bomb, { unpackedMegabytes: 5 }))).toContain('more than 5 MB');
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 46; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(says(await workbook(bomb, { unpackedMegabytes: 5 }))).toContain('more than 5 MB');
  });

  it.each([
    ['a row far down', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', 'rows'],
    ['a column far right', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'columns'],
    ['a row number with an exponent', '<row r="1e9"><c r="A1"><v>1</v></c></row>', 'damaged'],
    ['a row number in disguise', '<row r="&#49;e9"><c r="A1"><v>1</v></c></row>', 'damaged'],
    ['two row numbers', '<row r="1" r="1e9"><c r="A1"><v>1</v></c></row>', 'damaged'],
    ['a row number behind a bracket', '<row x=">" r="1e9"><c r="A1"><v>1</v></c></row>', 'damaged'],
    ['a row number behind another tag', '<row x="<" r="1e9"><c r="A1"><v>1</v></c></row>', 'damaged'],
    ['rows out of order', '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>', 'damaged'],
  ])('with %s is refused and fills no memory', async (_what, rows, why) => {
    const xml = sheetXml([]).replace('<sheetData>', `<sheetData>${rows}`);
    expect(says(await workbook(packZip(workbookParts({ One: xml }))))).toContain(why);
  });

  it('with entities that multiply themselves is refused or read without them', async () => {
    const xml = sheetXml([[{ xml: '<c r="A1" t="inlineStr"><is><t>&b;</t></is></c>' }]]).replace(
      '<worksheet',
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet',
    );
    const read = await workbook(packZip(workbookParts({ One: xml })));
    if (read.ok) expect(read.sheets[0]?.rows[0]?.[0]?.length ?? 0).toBeLessThan(10);
  });
});
