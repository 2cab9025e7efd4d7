import { describe, expect, test } from 'vitest';
import type { PrintDocument } from '#shared/contracts/document/print-document.ts';
import { pagesOfPdf } from '#shared/contracts/os/pdf-pages.ts';
import { cleanPrint } from '#electron/engine/documents/clean-print.ts';
import { documentDocx } from '#electron/engine/documents/document-docx.ts';
import { documentHtml } from '#electron/engine/documents/document-html.ts';
import { type DocumentPrint, documentWords } from '#electron/engine/documents/document-print.ts';
import { pageDress } from '#electron/engine/documents/page-dress.ts';
import { wordText } from './word-text.ts';

const columns = [{ title: 'Year' }, { title: 'Recorded', share: 3, align: 'end' as const }];
const document: PrintDocument = {
  title: 'Control strategy',
  subtitle: 'Northmoor, April 2026 to March 2027',
  reference: 'CS-2026-1',
  marking: 'OFFICIAL-SENSITIVE',
  handling: 'RECIPIENTS ONLY',
  policeOnly: true,
  layout: 'landscape',
  onePage: true,
  blocks: [
    { type: 'heading', level: 1, text: 'Priorities' },
    { type: 'heading', level: 2, text: 'Violence' },
    { type: 'heading', level: 3, text: 'In public places' },
    { type: 'prose', text: 'First.\nSame paragraph.\n\nThese:\n- one\n- two' },
    { type: 'facts', rows: [{ label: 'Owner', text: 'Chief Superintendent Bell' }] },
    { type: 'table', caption: 'Recorded offences', columns, rows: [['2025', '1,204'], ['2026']] },
    {
      type: 'figure',
      title: 'Offences by year',
      source: 'Crime recording system, as of Tue 3 Nov 2026',
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 320"><path d="M0 0L640 320" stroke="#000"/></svg>',
      columns,
      rows: [['2025', '1,204']],
    },
    { type: 'notice', text: 'Draft.' },
    { type: 'page-break' },
  ],
};
const print: DocumentPrint = {
  document,
  force: 'Northmoor Police',
  sample: false,
  copyNumber: 7,
  madeAt: '2026-11-24T12:30:00.000Z',
  madeBy: 'Jane Hale',
};
const wordsOf = (xml: string): string => xml.replace(/<[^>]+>/g, '');
const partOf = (xml: string, tag: string): string => new RegExp(`<w:${tag}[ >][\\s\\S]*?</w:${tag}>`).exec(xml)?.[0] ?? '';

describe('a printed document', () => {
  test('carries its marking top and bottom, reference, copy number, page x of y, and when and by whom it was made (duties 83, 184)', () => {
    const { headerHtml, footerHtml, landscape } = pageDress(documentWords(print), { landscape: true });
    for (const strip of [headerHtml, footerHtml]) expect(strip).toContain('>OFFICIAL-SENSITIVE - POLICE ONLY - RECIPIENTS ONLY<');
    expect(headerHtml).toContain('Control strategy, CS-2026-1');
    expect(headerHtml).toContain('>Copy 7<');
    expect(footerHtml).toContain('Page <span class="pageNumber"></span> of <span class="totalPages"></span>');
    expect(footerHtml).toContain('Made Tue 24 Nov 2026, 12:30 by Jane Hale');
    expect(landscape).toBe(true);
    expect(documentHtml(print)).toContain('@page { size: A4 landscape; }');
  });

  test('is read out in order: one title, headings without gaps, table headers, lists, alternative texts, language', () => {
    const html = documentHtml(print);
    expect(html).toContain('<html lang="en-GB">');
    expect([...html.matchAll(/<h(\d)/g)].map((found) => Number(found[1]))).toEqual([1, 2, 3, 4]);
    expect(html).toContain('<p>First.<br>Same paragraph.</p>');
    expect(html).toContain('<ul><li>one</li><li>two</li></ul>');
    expect(html).toContain('<caption>Recorded offences</caption>');
    expect(html).toMatch(/<col style="width:25\.00%"><col style="width:75\.00%">/);
    expect(html).toContain('<td class="end"><p>1,204</p></td>');
    expect(html).toContain('<img alt="Offences by year" src="data:image/svg+xml;base64,');
    expect(html).toContain('Crime recording system, as of Tue 3 Nov 2026');
  });

  test('shows the table of a figure that has no picture', () => {
    const blocks = document.blocks.map((block) => (block.type === 'figure' ? { ...block, svg: '' } : block));
    const html = documentHtml({ ...print, document: { ...document, blocks } });
    expect(html).not.toContain('<img');
    expect(html.match(/<table>/g)).toHaveLength(2);
  });
});

const HOSTILE = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'</style></title></head><body onload='x'>",
  ']]></w:t></w:r><w:r><w:t>broken out',
  `control \u0000\u0007\u000B\u001B characters, \uFFFE\uFFFF and half a \uD83D`,
  `reordered \u202Etxet\u202C \u2066inside\u2069`,
  'شرطة نورثمور and עברית',
  'W'.repeat(300),
] as const;

describe('hostile text', () => {
  const hostile = HOSTILE.join(' ');
  const poisoned = JSON.parse(
    JSON.stringify({
      ...document,
      title: hostile,
      subtitle: hostile,
      reference: hostile,
      handling: hostile,
      blocks: document.blocks.map((block) =>
        'text' in block
          ? { ...block, text: hostile }
          : 'rows' in block
            ? {
                ...block,
                ...('caption' in block ? { caption: hostile } : {}),
                ...('title' in block ? { title: hostile, source: hostile, svg: `<svg viewBox="0 0 9 9">${hostile}</svg>` } : {}),
                ...('columns' in block
                  ? { columns: [{ title: hostile }], rows: [[hostile, hostile]] }
                  : { rows: [{ label: hostile, text: hostile }] }),
              }
            : block,
      ),
    }),
  ) as PrintDocument;
  const attack = cleanPrint({ ...print, document: poisoned, madeBy: hostile, force: hostile });

  test('cannot break out of the printed page, its header or its footer', () => {
    const html = documentHtml(attack);
    expect(html).not.toMatch(/<(?:script|svg|image)\b/i);
    expect(html.match(/<img /g)).toHaveLength(1);
    expect(html.match(/<body/g)).toHaveLength(1);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/i);
    const { headerHtml, footerHtml } = pageDress(documentWords(attack));
    for (const strip of [headerHtml, footerHtml]) {
      expect(strip).not.toMatch(/<(?:script|img|svg)\b/i);
      // The last thing on the strip is still the marking.
      expect(strip.endsWith('</div>')).toBe(true);
    }
  });

  test('holds no control characters, halves of characters or reordering marks any more, and keeps right-to-left words', () => {
    const html = documentHtml(attack);
    expect(html).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/);
    expect(html).toContain('شرطة نورثمور');
  });

  test('leaves every part of the Word document well formed, and breaks out of nothing', async () => {
    // Leaving out the drawing itself and the picture of one point beside it, which is no text.
    const xml = wordText(await documentDocx(attack))
      .replace(/\uFFFDPNG[\s\S]*?IEND.{0,4}/g, '')
      .replace(/<svg viewBox[\s\S]*<\/svg>/, '');
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u202E\uFFFE\uFFFF]/);
    expect(xml).not.toContain('<w:t>broken out');
    expect(xml).toContain(']]&gt;&lt;/w:t&gt;');
  });
});

describe('the Word document', () => {
  test('has real headings, lists, repeated table headers, page fields, and marking and copy number in header and footer (duty 184)', async () => {
    const xml = wordText(await documentDocx(print));
    for (const level of [1, 2, 3]) expect(xml).toContain(`<w:pStyle w:val="Heading${level}"/>`);
    expect(xml.match(/<w:numPr>/g)).toHaveLength(2);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    const [header, footer] = [partOf(xml, 'hdr'), partOf(xml, 'ftr')];
    for (const strip of [header, footer]) expect(wordsOf(strip)).toContain('OFFICIAL-SENSITIVE - POLICE ONLY - RECIPIENTS ONLY');
    expect(wordsOf(header)).toContain('Copy 7');
    expect(wordsOf(footer)).toContain('by Jane Hale');
    expect(footer).toMatch(/PAGE<[\s\S]*NUMPAGES</);
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  });

  test('shows a figure as a drawing with another name for those who cannot see it, its table and its source', async () => {
    const xml = wordText(await documentDocx(print));
    expect(xml).toContain('svgBlip');
    expect(xml).toContain('descr="Offences by year"');
    expect(wordsOf(xml)).toContain('Crime recording system, as of Tue 3 Nov 2026');
  });
});

test('pages of a PDF are counted by their dictionaries, never by what a text says', () => {
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
  expect(pagesOfPdf(bytes('<</Type /Page\n/Resources <<>>>>\n<< /Type/Page/Parent 1 0 R>>\n<</Type /Pages\n/Count 2>>'))).toBe(2);
  expect(pagesOfPdf(bytes('(<</Type /Page <</Type /Page) <</Type /Catalog'))).toBe(0);
});
