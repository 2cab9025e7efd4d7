import { utf8ToBytes } from '@noble/hashes/utils.js';

/** What a printed paper of the sample force says. */
export interface Printed {
  readonly title: string;
  readonly marking: string;
  /** One line at the foot of every page. */
  readonly foot: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

const [PAGE_WIDTH, PAGE_HEIGHT, MARGIN] = [595, 842, 64];
const [BODY, HEADING, SMALL] = [10.5, 13, 8.5];
const LEADING = 15;
/** Helvetica is about half as wide as it is tall on average; a shorter line is always safe. */
const CHARACTERS_A_LINE = 86;
/** Characters beyond ASCII at their places in the encoding the font is given. */
const WINDOWS_ANSI: Readonly<Record<string, number>> = {
  '’': 146,
  '‘': 145,
  '“': 147,
  '”': 148,
  '–': 150,
  '—': 151,
  '£': 163,
  é: 233,
  á: 225,
  ó: 243,
};

interface Line {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly before: number;
}

/**
 * A PDF of plain paragraphs: marking on top and bottom, title, page x of y. Only what the sample force's papers need, byte for byte the
 * same every time; minutes and everything people print are set by the application's own printing.
 */
export function printedPaper({ title, marking, foot, sections }: Printed): Uint8Array {
  const pages = paged([
    ...set(title, HEADING + 2, true, 0),
    ...sections.flatMap(({ heading, paragraphs }) => [
      ...set(heading, HEADING, true, 12),
      ...paragraphs.flatMap((paragraph) => set(paragraph, BODY, false, 4)),
    ]),
  ]);
  const streams = pages.map((lines, index) => pageContent(lines, marking, foot, `Page ${index + 1} of ${pages.length}`));
  const kids = pages.map((_page, index) => `${5 + index * 2} 0 R`).join(' ');
  return fileOf([
    '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...streams.flatMap((stream, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] /Contents ${6 + index * 2} 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> >> >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ]);
}

/** A text broken into lines that fit between the margins, with room above the first. */
function set(text: string, size: number, bold: boolean, before: number): readonly Line[] {
  const fits = Math.floor((CHARACTERS_A_LINE * BODY) / size);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > fits) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line, index) => ({ text: line, size, bold, before: index === 0 ? before : 0 }));
}

function paged(lines: readonly Line[]): readonly (readonly Line[])[] {
  const room = PAGE_HEIGHT - 2 * MARGIN - 2 * LEADING;
  const pages: Line[][] = [[]];
  let used = 0;
  for (const line of lines) {
    const height = LEADING + line.before;
    if (used + height > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line);
    used += height;
  }
  return pages;
}

function pageContent(lines: readonly Line[], marking: string, foot: string, number: string): string {
  const at = (text: string, x: number, y: number, size: number, bold: boolean): string =>
    `BT /${bold ? 'B' : 'R'} ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`;
  const middle = PAGE_WIDTH / 2 - marking.length * 3.2;
  let y = PAGE_HEIGHT - MARGIN - LEADING;
  const body = lines.map((line) => {
    y -= line.before;
    const drawn = at(line.text, MARGIN, y, line.size, line.bold);
    y -= LEADING;
    return drawn;
  });
  return [
    at(marking, middle, PAGE_HEIGHT - MARGIN / 2, BODY, true),
    ...body,
    at(foot, MARGIN, MARGIN - 14, SMALL, false),
    at(number, PAGE_WIDTH - MARGIN - 48, MARGIN - 14, SMALL, false),
    at(marking, middle, MARGIN / 2 - 6, BODY, true),
  ].join('\n');
}

function escaped(text: string): string {
  return Array.from(text)
    .map((character) => {
      if (character === '(' || character === ')' || character === '\\') return `\\${character}`;
      if (character >= ' ' && character <= '~') return character;
      const place = WINDOWS_ANSI[character];
      return place === undefined ? '?' : `\\${place.toString(8)}`;
    })
    .join('');
}

/** The objects with their table of places; everything is ASCII, so characters count as bytes. */
function fileOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return utf8ToBytes(text);
}
