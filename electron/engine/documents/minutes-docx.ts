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
import type { DocumentEntry, DocumentItem, Fact, MinutesDocument, SignatureShown } from '#shared/domain/minutes/minutes-document.ts';
import { timeText } from '#shared/base/time-text.ts';
import type { Instant } from '#shared/base/time.ts';
import { ATTENDANCE_SECTIONS, attendanceIn } from './attendance-sections.ts';
import type { MinutesPrint } from './minutes-html.ts';
import { markingLine } from './page-dress.ts';

/** Twentieths of a point: the text width of an A4 page with margins of 18 mm. */
const TEXT_WIDTH = 9864;
const MUTED = '4A5356';
const LINE = { style: BorderStyle.SINGLE, size: 6, color: '14181A' } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
} as const;

/** The same minutes as a Word document, with real heading styles, repeated table headers, and marking, copy and page numbers on every page (duty 184). */
export async function minutesDocx(print: MinutesPrint): Promise<Uint8Array> {
  const { minutes, signature, copy } = print;
  const children = [
    new Paragraph({ style: 'Force', children: [run(minutes.force)] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(minutes.title)] }),
    new Paragraph({ style: 'Group', children: [run(minutes.group)] }),
    new Paragraph({ style: 'Reference', border: { bottom: { ...LINE, size: 12, space: 6 } }, children: [run(minutes.reference)] }),
    factsTable([
      ...minutes.facts,
      ...(copy === null
        ? []
        : [
            {
              name: 'This copy',
              text: `Copy ${copy.number} for ${copy.recipient}${minutes.edition === 'partner' ? ', partner’s copy' : ''}, made ${timeText(copy.generatedAt as Instant)}`,
            },
          ]),
    ]),
    ...(minutes.sample ? [notice('SAMPLE. This is the synthetic sample force: nobody named here exists.')] : []),
    ...(signature === null ? [notice('Draft. The chair has not signed these minutes.')] : []),
    ...withheldNotice(minutes),
    ...attendance(minutes),
    ...papers(minutes),
    ...minutes.items.flatMap(item),
    ...actions(minutes),
    ...(minutes.closing.length === 0 ? [] : [heading('Closing'), factsTable(minutes.closing)]),
    ...(signature === null ? [] : signed(signature)),
  ];
  const document = new Document({
    creator: 'Cordon',
    title: `${minutes.title}, ${minutes.group}, ${minutes.reference}`,
    subject: minutes.reference,
    description: markingLine(minutes.marking, minutes.handling),
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
            size: { width: 11906, height: 16838 },
            margin: { top: 1500, bottom: 1400, left: 1021, right: 1021, header: 480, footer: 480 },
          },
        },
        headers: { default: pageHeader(print) },
        footers: { default: pageFooter(print) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const FONT = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Arial' };
const MONO = 'Courier New';
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

function pageHeader({ minutes, signature, copy }: MinutesPrint): Header {
  const copied = copy === null ? (signature === null ? 'Draft' : '') : `Copy ${copy.number} for ${copy.recipient}`;
  return new Header({ children: [marking(minutes), running([run(`${minutes.title}, ${minutes.reference}`)], [run(copied)])] });
}

function pageFooter({ minutes, copy }: MinutesPrint): Footer {
  const made = copy === null ? '' : `Made ${timeText(copy.generatedAt as Instant)}`;
  const pages = new TextRun({
    children: [minutes.sample ? 'SAMPLE: not a real force. ' : '', 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: [running([run(made)], [pages]), marking(minutes)] });
}

const marking = (minutes: MinutesDocument): Paragraph =>
  new Paragraph({ style: 'Marking', children: [run(markingLine(minutes.marking, minutes.handling))] });

function running(left: TextRun[], right: TextRun[]): Paragraph {
  return new Paragraph({
    style: 'Running',
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [...left, new TextRun({ children: [new Tab()] }), ...right],
  });
}

function withheldNotice({ edition, withheld }: MinutesDocument): Paragraph[] {
  if (edition === 'full') return [];
  return [
    notice(
      withheld === null
        ? 'Partner’s copy. Nothing was withheld from it.'
        : `Partner’s copy. Withheld from it as police only: ${withheld.says}. The numbers of what is withheld are left in their places.`,
    ),
  ];
}

function attendance({ attendance: lines }: MinutesDocument): (Paragraph | Table)[] {
  if (lines.length === 0) return [];
  const rows = ATTENDANCE_SECTIONS.flatMap((section) =>
    attendanceIn(lines, section.statuses).map((line) => [
      line.name,
      section.title,
      line.agency === '' ? line.role : `${line.role}, ${line.agency}`,
      line.remark,
    ]),
  );
  return [heading('Attendance'), table(['Name', 'Attendance', 'Role', 'Remarks'], [3300, 1500, 2700, 2364], rows)];
}

function papers({ papers: lines }: MinutesDocument): (Paragraph | Table)[] {
  if (lines.length === 0) return [];
  const rows = lines.map((paper) => [
    `${paper.title}${policeOnly(paper.policeOnly)}`,
    paper.paperType,
    paper.asOf,
    paper.confidence,
    paper.digest.slice(0, 16),
  ]);
  return [heading('Papers'), table(['Title', 'Type', 'As of', 'Confidence', 'SHA-256 begins'], [3364, 1900, 1500, 1200, 1900], rows)];
}

function item(one: DocumentItem): (Paragraph | Table)[] {
  const title = heading(`${one.number === 0 ? '' : `${one.number}. `}${one.title}${policeOnly(one.policeOnly && !one.withheld)}`);
  if (one.withheld) return [title];
  const about = [one.purpose, one.lead === '' ? '' : `Lead: ${one.lead}.`, one.carried === '' ? '' : `${one.carried}.`]
    .filter((text) => text !== '')
    .join(' ');
  return [
    title,
    ...(about === '' ? [] : paragraphs(about, { keepNext: true }, { color: MUTED })),
    ...one.entries.flatMap(entry),
    ...(one.outcome === ''
      ? []
      : [new Paragraph({ spacing: { before: 160 }, children: [run(`Outcome: ${one.outcome}`, { bold: true })] })]),
  ];
}

function entry(one: DocumentEntry): (Paragraph | Table)[] {
  if (one.kind === 'withheld')
    return [new Paragraph({ spacing: { before: 120 }, children: [run(one.heading, { italics: true, color: MUTED })] })];
  const title = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [
      ...(one.entry === 0 ? [] : [run(`${one.entry}  `, { bold: false, color: MUTED })]),
      run(`${one.heading}${policeOnly(one.policeOnly)}`),
      new TextRun({ children: [new Tab()] }),
      run(one.times, { bold: false, size: 16, color: MUTED }),
    ],
  });
  return [
    title,
    ...(one.correction === '' ? [] : paragraphs(`${one.correction}.`, { keepNext: true }, { italics: true })),
    ...paragraphs(one.text, one.parts.length > 0 ? { keepNext: true } : {}, {
      strike: one.struck,
      bold: one.kind === 'decision' && !one.struck,
    }),
    ...(one.parts.length === 0 ? [] : [partsTable(one)]),
  ];
}

function partsTable(one: DocumentEntry): Table {
  return new Table({
    width: { size: TEXT_WIDTH - 240, type: WidthType.DXA },
    indent: { size: 240, type: WidthType.DXA },
    columnWidths: [1900, TEXT_WIDTH - 240 - 1900],
    borders: NO_LINES,
    rows: one.parts.map((part) => {
      const many = part.texts.length > 1 ? { numbering: { reference: 'list', level: 0 } } : {};
      return new TableRow({
        children: [
          cell([new Paragraph({ style: 'Cell', children: [run(part.name, { color: MUTED })] })], {
            width: { size: 1900, type: WidthType.DXA },
            borders: NO_LINES,
          }),
          cell(
            part.texts.flatMap((text) => paragraphs(text, { style: 'Cell', ...many }, { strike: one.struck })),
            { width: { size: TEXT_WIDTH - 240 - 1900, type: WidthType.DXA }, borders: NO_LINES },
          ),
        ],
      });
    }),
  });
}

function actions({ actions: lines }: MinutesDocument): (Paragraph | Table)[] {
  if (lines.length === 0) return [heading('Actions'), ...paragraphs('No action was raised.')];
  const rows = lines.map((action) => [
    action.short,
    `${action.text}${policeOnly(action.policeOnly)}`,
    action.supporters === '' ? action.owner : `${action.owner}\nwith ${action.supporters}`,
    action.due,
    action.from,
  ]);
  return [heading('Actions'), table(['No.', 'Action', 'Owner', 'Due', 'From'], [700, 3964, 2300, 1700, 1200], rows)];
}

function signed(signature: SignatureShown): (Paragraph | Table)[] {
  return [
    heading('Signed'),
    new Paragraph({
      keepNext: true,
      children: [run(signature.signerName, { bold: true }), run(`, ${signature.role}, ${timeText(signature.signedAt as Instant)}`)],
    }),
    factsTable(
      [
        { name: 'Key fingerprint', text: signature.fingerprint },
        { name: 'Seal', text: signature.sealHash.match(/.{1,8}/g)?.join(' ') ?? '' },
      ],
      MONO,
    ),
    ...paragraphs(
      `The seal covers all ${signature.lines} entries of the sealed file of this meeting. Open that file in the Cordon verifier and compare the fingerprint and the seal it shows with the ones written here. This Word document can be changed by anyone who has it: the sealed file is the record.`,
      { spacing: { before: 120 } },
      { color: MUTED },
    ),
  ];
}

function factsTable(facts: readonly Fact[], font?: string): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [2100, TEXT_WIDTH - 2100],
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
              width: { size: TEXT_WIDTH - 2100, type: WidthType.DXA },
              borders: NO_LINES,
            }),
          ],
        }),
    ),
  });
}

function table(names: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[]): Table {
  const width = (index: number) => ({ size: widths[index] ?? 1000, type: WidthType.DXA });
  const lines = { top: NO_LINE, left: NO_LINE, right: NO_LINE };
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: NO_LINES,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: names.map((name, index) =>
          cell([new Paragraph({ style: 'Cell', keepNext: true, children: [run(name, { bold: true })] })], {
            width: width(index),
            borders: { ...lines, bottom: LINE },
          }),
        ),
      }),
      ...rows.map(
        (texts) =>
          new TableRow({
            cantSplit: true,
            children: texts.map((text, index) =>
              cell(paragraphs(text, { style: 'Cell' }), {
                width: width(index),
                borders: { ...lines, bottom: { ...LINE, size: 3, color: 'AAB2B4' } },
              }),
            ),
          }),
      ),
    ],
  });
}

function cell(children: Paragraph[], options: Omit<ITableCellOptions, 'children'>): TableCell {
  return new TableCell({ ...options, margins: { left: 0, right: 140, top: 20, bottom: 20 }, children });
}

function paragraphs(text: string, options: IParagraphOptions = {}, runOptions: RunLook = {}): Paragraph[] {
  return text.split(/\n{2,}/).map((paragraph) => {
    const lines = paragraph.split('\n');
    return new Paragraph({
      ...options,
      children: lines.map((line, index) => new TextRun({ text: line, ...runOptions, ...(index === 0 ? {} : { break: 1 }) })),
    });
  });
}

interface RunLook {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly color?: string;
  readonly size?: number;
  readonly font?: string;
}

const run = (text: string, look: RunLook = {}): TextRun => new TextRun({ text, ...look });
const heading = (text: string): Paragraph => new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(text)] });
const notice = (text: string): Paragraph => new Paragraph({ style: 'Notice', children: [run(text)] });
const policeOnly = (yes: boolean): string => (yes ? ' [POLICE ONLY]' : '');
