import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ITableCellOptions,
} from 'docx';
import type { PageWords } from './page-dress.ts';

/** An A4 page in twentieths of a point, and its margins of 18 mm at the sides. */
const PAGE = { short: 11906, long: 16838, side: 1021 } as const;
/** The width between the margins. */
export const textWidth = (landscape: boolean): number => (landscape ? PAGE.long : PAGE.short) - 2 * PAGE.side;

/** The colour of what is said beside the text. */
export const MUTED = '4A5356';
/** The typeface of references and digests. */
export const MONO = 'Courier New';
export const LINE = { style: BorderStyle.SINGLE, size: 6, color: '14181A' } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
} as const;

/** One Word document: what its pages say around the content, its properties, and the content. */
export interface WordFile {
  readonly words: PageWords;
  readonly title: string;
  readonly subject: string;
  readonly landscape?: boolean;
  readonly children: readonly (Paragraph | Table)[];
}

/** Sets a Word document with real heading styles, and marking, copy and page numbers on every page (duty 184). */
export async function wordFile({ words, title, subject, landscape = false, children }: WordFile): Promise<Uint8Array> {
  const width = textWidth(landscape);
  const document = new Document({
    creator: 'Cordon',
    title,
    subject,
    description: words.marking,
    styles: STYLES,
    numbering: {
      config: [
        {
          reference: 'list',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 240, hanging: 200 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: PAGE.short,
              height: PAGE.long,
              ...(landscape ? { orientation: PageOrientation.LANDSCAPE } : {}),
            },
            margin: { top: 1500, bottom: 1400, left: PAGE.side, right: PAGE.side, header: 480, footer: 480 },
          },
        },
        headers: { default: pageHeader(words, width) },
        footers: { default: pageFooter(words, width) },
        children: [...children],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const FONT = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Arial' };
const STYLES = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: '14181A', language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 80, line: 276 } },
    },
    title: { run: { font: FONT, size: 42, bold: true }, paragraph: { spacing: { before: 120, after: 40 } } },
    heading1: {
      run: { font: FONT, size: 26, bold: true },
      paragraph: { spacing: { before: 400, after: 140 }, keepNext: true, keepLines: true, border: { bottom: { ...LINE, space: 3 } } },
    },
    heading2: {
      run: { font: FONT, size: 21, bold: true },
      paragraph: { spacing: { before: 200, after: 40 }, keepNext: true, keepLines: true },
    },
    heading3: {
      run: { font: FONT, size: 21, bold: true },
      paragraph: { spacing: { before: 160, after: 40 }, keepNext: true, keepLines: true },
    },
  },
  paragraphStyles: [
    { id: 'Force', name: 'Force', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { after: 200 } } },
    { id: 'Group', name: 'Group', basedOn: 'Normal', run: { size: 26 }, paragraph: { spacing: { after: 80 } } },
    { id: 'Reference', name: 'Reference', basedOn: 'Normal', run: { font: MONO, size: 20 }, paragraph: { spacing: { after: 200 } } },
    {
      id: 'Marking',
      name: 'Marking',
      basedOn: 'Normal',
      run: { bold: true, size: 20, characterSpacing: 12 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 40 } },
    },
    { id: 'Running', name: 'Running', basedOn: 'Normal', run: { size: 16 }, paragraph: { spacing: { after: 40 } } },
    {
      id: 'Notice',
      name: 'Notice',
      basedOn: 'Normal',
      paragraph: {
        spacing: { before: 160, after: 160 },
        indent: { left: 160 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, color: '14181A', space: 8 } },
      },
    },
    { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 19 }, paragraph: { spacing: { before: 40, after: 40, line: 252 } } },
  ],
};

function pageHeader({ marking, what, copy }: PageWords, width: number): Header {
  return new Header({ children: [markingOf(marking), running([run(what)], [run(copy)], width)] });
}

function pageFooter({ marking, made, sample }: PageWords, width: number): Footer {
  const pages = new TextRun({
    children: [sample ? 'SAMPLE: not a real force. ' : '', 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: [running([run(made)], [pages], width), markingOf(marking)] });
}

const markingOf = (marking: string): Paragraph => new Paragraph({ style: 'Marking', children: [run(marking)] });

function running(left: TextRun[], right: TextRun[], width: number): Paragraph {
  return new Paragraph({
    style: 'Running',
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    children: [...left, new TextRun({ children: [new Tab()] }), ...right],
  });
}

/** Names and what belongs to them, without lines. */
export function factsTable(
  facts: readonly { readonly name: string; readonly text: string }[],
  { font, width = textWidth(false) }: { readonly font?: string; readonly width?: number } = {},
): Table {
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [2100, width - 2100],
    borders: NO_LINES,
    rows: facts.map(
      (fact) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([new Paragraph({ style: 'Cell', children: [run(fact.name, { color: MUTED })] })], {
              width: { size: 2100, type: WidthType.DXA },
              borders: NO_LINES,
            }),
            cell(paragraphs(fact.text, { style: 'Cell' }, font === undefined ? {} : { font }), {
              width: { size: width - 2100, type: WidthType.DXA },
              borders: NO_LINES,
            }),
          ],
        }),
    ),
  });
}

interface WordColumn {
  readonly name: string;
  readonly width: number;
  readonly end?: boolean;
}

/** A table whose header is repeated on every page. */
export function table(columns: readonly WordColumn[], rows: readonly (readonly string[])[]): Table {
  const lines = { top: NO_LINE, left: NO_LINE, right: NO_LINE };
  const look = ({ end }: WordColumn) => ({ style: 'Cell', ...(end === true ? { alignment: AlignmentType.END } : {}) });
  return new Table({
    width: { size: columns.reduce((sum, column) => sum + column.width, 0), type: WidthType.DXA },
    columnWidths: columns.map((column) => column.width),
    borders: NO_LINES,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) =>
          cell([new Paragraph({ ...look(column), keepNext: true, children: [run(column.name, { bold: true })] })], {
            width: { size: column.width, type: WidthType.DXA },
            borders: { ...lines, bottom: LINE },
          }),
        ),
      }),
      ...rows.map(
        (texts) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, index) =>
              cell(paragraphs(texts[index] ?? '', look(column)), {
                width: { size: column.width, type: WidthType.DXA },
                borders: { ...lines, bottom: { ...LINE, size: 3, color: 'AAB2B4' } },
              }),
            ),
          }),
      ),
    ],
  });
}

export function cell(children: Paragraph[], options: Omit<ITableCellOptions, 'children'>): TableCell {
  return new TableCell({ ...options, margins: { left: 0, right: 140, top: 20, bottom: 20 }, children });
}

/** Text as paragraphs: an empty line begins a new one, a single line break stays one. */
export function paragraphs(text: string, options: IParagraphOptions = {}, runOptions: RunLook = {}): Paragraph[] {
  return text.split(/\n{2,}/).map((paragraph) => {
    const lines = paragraph.split('\n');
    return new Paragraph({
      ...options,
      children: lines.map((line, index) => new TextRun({ text: line, ...runOptions, ...(index === 0 ? {} : { break: 1 }) })),
    });
  });
}

export interface RunLook {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly color?: string;
  readonly size?: number;
  readonly font?: string;
}

export const run = (text: string, look: RunLook = {}): TextRun => new TextRun({ text, ...look });
export const heading = (text: string): Paragraph => new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(text)] });
export const notice = (text: string): Paragraph => new Paragraph({ style: 'Notice', children: [run(text)] });
