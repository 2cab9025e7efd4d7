import { HeadingLevel, ImageRun, Paragraph, type Table } from 'docx';
import { assertNever } from '#shared/base/assert-never.ts';
import type { Block, TableColumn } from '#shared/contracts/document/print-document.ts';
import { proseParts } from '#shared/contracts/document/prose.ts';
import { cellsOf, type DocumentPrint, documentWords } from './document-print.ts';
import { factsTable, LINE, MUTED, notice, paragraphs, run, table, textWidth, wordFile } from './word-parts.ts';

/** A transparent picture of one point, for a reader of Word documents that draws no SVG: the table stands below it. */
const NO_PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const TWIPS_PER_PIXEL = 15;
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

type Child = Paragraph | Table;

/** The same document for Word: real headings, lists and tables, figures as pictures with the table they are drawn from (duty 184). */
export async function documentDocx(print: DocumentPrint): Promise<Uint8Array> {
  const { document, force, sample } = print;
  const landscape = document.layout === 'landscape';
  const width = textWidth(landscape);
  return wordFile({
    words: documentWords(print),
    title: [document.title, document.reference].filter((text) => text !== '').join(', '),
    subject: document.reference,
    landscape,
    children: [
      new Paragraph({ style: 'Force', children: [run(force)] }),
      new Paragraph({ heading: HeadingLevel.TITLE, children: [run(document.title)] }),
      ...(document.subtitle === '' ? [] : [new Paragraph({ style: 'Group', children: [run(document.subtitle)] })]),
      new Paragraph({ style: 'Reference', border: { bottom: { ...LINE, size: 12, space: 6 } }, children: [run(document.reference)] }),
      ...(sample ? [notice('SAMPLE. This is the synthetic sample force: nobody named here exists.')] : []),
      ...document.blocks.flatMap((block) => blockChildren(block, width)),
    ],
  });
}

function blockChildren(block: Block, width: number): Child[] {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ heading: LEVELS[block.level - 1] ?? HeadingLevel.HEADING_3, children: [run(block.text)] })];
    case 'prose':
      return proseParts(block.text).flatMap((part) =>
        part.type === 'paragraph'
          ? paragraphs(part.text)
          : part.items.map((item) => new Paragraph({ numbering: { reference: 'list', level: 0 }, children: [run(item)] })),
      );
    case 'facts':
      return [
        factsTable(
          block.rows.map(({ label, text }) => ({ name: label, text: withDots(text) })),
          { width },
        ),
        gap(),
      ];
    case 'table':
      return [...caption(block.caption), tableOf(block.columns, block.rows, width), gap()];
    case 'figure':
      return [
        ...caption(block.title),
        ...picture(block, width),
        tableOf(block.columns, block.rows, width),
        ...paragraphs(block.source, { style: 'Running', spacing: { before: 80, after: 240 } }, { color: MUTED }),
      ];
    case 'notice':
      return [notice(block.text)];
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })];
    default:
      return assertNever(block);
  }
}

/** A list as it stands inside a cell: each line with its dot. */
const withDots = (text: string): string =>
  proseParts(text)
    .map((part) => (part.type === 'paragraph' ? part.text : part.items.map((item) => `• ${item}`).join('\n')))
    .join('\n\n');

/** Word joins two tables that touch. */
const gap = (): Paragraph => new Paragraph({ spacing: { after: 120 } });

const caption = (text: string): Paragraph[] =>
  text === '' ? [] : [new Paragraph({ keepNext: true, spacing: { before: 160 }, children: [run(text, { bold: true })] })];

function tableOf(columns: readonly TableColumn[], rows: readonly (readonly string[])[], width: number): Table {
  const whole = columns.reduce((sum, column) => sum + (column.share ?? 1), 0);
  return table(
    columns.map((column) => ({
      name: column.title,
      width: Math.floor((width * (column.share ?? 1)) / whole),
      end: column.align === 'end',
    })),
    rows.map((row) => cellsOf(columns, row)),
  );
}

/** The picture at the width of the text, in the proportions the drawing says it has. */
function picture({ svg, title }: Extract<Block, { type: 'figure' }>, width: number): Paragraph[] {
  const size = /<svg[^>]*\sviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  if (size === null) return [];
  const [drawn, high] = [Number(size[1]), Number(size[2])];
  if (!(drawn > 0 && high > 0)) return [];
  const pixels = width / TWIPS_PER_PIXEL;
  return [
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(svg, 'utf8'),
          fallback: { type: 'png', data: NO_PICTURE },
          transformation: { width: Math.round(pixels), height: Math.round((pixels * high) / drawn) },
          altText: { name: title, title, description: title },
        }),
      ],
    }),
  ];
}
