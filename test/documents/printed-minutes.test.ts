import { describe, expect, test } from 'vitest';
import { minutesDocx } from '#electron/engine/documents/minutes-docx.ts';
import { type MinutesPrint, minutesHtml } from '#electron/engine/documents/minutes-html.ts';
import { minutesDress } from '#electron/engine/documents/page-dress.ts';
import { writeMinutes } from '#shared/domain/minutes/write-minutes.ts';
import { aMeeting } from './a-meeting.ts';
import { wordText } from './word-text.ts';

const signature = {
  signerName: 'Detective Superintendent Jane Hale',
  role: 'Chair',
  signedAt: '2026-11-24T12:05:00.000Z',
  fingerprint: '1A2B 3C4D',
  sealHash: 'a1b2c3d4'.repeat(8),
  lines: 36,
};
const copy = { number: 7, recipient: 'Chief <officers> & "others"', generatedAt: '2026-11-24T12:30:00.000Z' };
const signedCopy: MinutesPrint = { minutes: writeMinutes(aMeeting('signed'), 'full'), signature, copy };
const draft: MinutesPrint = { minutes: writeMinutes(aMeeting(), 'full'), signature: null, copy: null };

/** A part of a Word document by what it begins with. */
const partOf = (xml: string, tag: string): string => new RegExp(`<w:${tag}[ >][\\s\\S]*?</w:${tag}>`).exec(xml)?.[0] ?? '';
const wordsOf = (xml: string): string => xml.replace(/<[^>]+>/g, '');

describe('printed minutes', () => {
  test('carry marking, copy number, recipient and page x of y on every page (duty 184)', () => {
    const { headerHtml, footerHtml } = minutesDress(signedCopy);
    for (const strip of [headerHtml, footerHtml]) expect(strip).toContain('>OFFICIAL-SENSITIVE<');
    expect(headerHtml).toContain('Copy 7 for Chief &lt;officers&gt; &amp; &quot;others&quot;');
    expect(footerHtml).toContain('Page <span class="pageNumber"></span> of <span class="totalPages"></span>');
    expect(footerHtml).toContain('Made Tue 24 Nov 2026, 12:30');
    expect(minutesDress(draft).headerHtml).toContain('>Draft<');
  });

  test('say that they are a sample, and that they are a draft, only when they are', () => {
    expect(minutesHtml(signedCopy)).toContain('<span>SAMPLE</span>');
    expect(minutesHtml(signedCopy)).not.toContain('Draft. The chair has not signed');
    expect(minutesHtml(draft)).toContain('Draft. The chair has not signed');
    const meeting = aMeeting('signed');
    const real = { ...signedCopy, minutes: writeMinutes({ ...meeting, force: { ...meeting.force, sample: false } }, 'full') };
    expect(minutesHtml(real)).not.toContain('SAMPLE');
  });

  test('are read out in order: one title, headings without gaps, table headers, language', () => {
    const html = minutesHtml(signedCopy);
    expect(html).toContain('<html lang="en-GB">');
    const levels = [...html.matchAll(/<h(\d)/g)].map((found) => Number(found[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    for (const table of html.match(/<table[\s\S]*?<\/table>/g) ?? []) expect(table).toMatch(/<thead><tr><th scope="col">/);
  });

  test('show a corrected decision struck through and still readable, beside the one that corrects it (duty 54)', () => {
    const html = minutesHtml(signedCopy);
    expect(html).toMatch(/<del class="struck-text"><p>Deploy two directed patrol teams on the four streets from Monday/);
    expect(html).toContain('Corrected by D3.');
    expect(html).toContain('Corrects D2: the start day was misheard.');
  });

  test('never let a text become markup', () => {
    const meeting = aMeeting('signed');
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const minutes = writeMinutes(
      {
        ...meeting,
        group: { ...meeting.group, name: hostile },
        entries: meeting.entries.map((entry) => ({ ...entry, body: { ...entry.body, text: hostile } })),
      },
      'full',
    );
    const html = minutesHtml({ minutes, signature, copy: { ...copy, recipient: hostile } });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(
      minutesDress({ minutes: { ...minutes, reference: hostile, marking: hostile }, signature, copy: { ...copy, recipient: hostile } })
        .headerHtml,
    ).not.toContain('<img');
  });
});

describe('the Word document', () => {
  test('has real headings, repeated table headers, page fields, and marking and copy number in header and footer (duty 184)', async () => {
    const xml = wordText(await minutesDocx(signedCopy));
    expect(xml).toContain('<w:pStyle w:val="Title"/>');
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBeGreaterThan(6);
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBe(17);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(3);
    expect(xml).toContain('w:val="en-GB"');
    const [header, footer] = [partOf(xml, 'hdr'), partOf(xml, 'ftr')];
    expect(wordsOf(header)).toContain('OFFICIAL-SENSITIVE');
    expect(wordsOf(header)).toContain('Copy 7 for Chief &lt;officers&gt;');
    expect(wordsOf(footer)).toContain('OFFICIAL-SENSITIVE');
    expect(footer).toMatch(/PAGE<[\s\S]*NUMPAGES</);
    expect(wordsOf(footer)).toContain('SAMPLE');
  });

  test('says the same as the printed page, entry for entry', async () => {
    const words = wordsOf(wordText(await minutesDocx(signedCopy)));
    for (const item of signedCopy.minutes.items) {
      for (const entry of item.entries) {
        expect(words).toContain(entry.text);
        for (const part of entry.parts) for (const text of part.texts) expect(words).toContain(text.replaceAll("'", '&apos;'));
      }
    }
    expect(words).toContain(signature.fingerprint);
  });

  test('strikes a corrected decision through', async () => {
    const xml = wordText(await minutesDocx(signedCopy));
    expect(xml).toMatch(/<w:strike\/>[^/]*<\/w:rPr><w:t[^>]*>Deploy two directed patrol teams on the four streets from Monday/);
  });
});
