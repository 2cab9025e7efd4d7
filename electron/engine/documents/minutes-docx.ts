import { HeadingLevel, Paragraph, Tab, TabStopType, Table, TableRow, TextRun, WidthType } from 'docx';
import type { DocumentEntry, DocumentItem, MinutesDocument, SignatureShown } from '#shared/domain/minutes/minutes-document.ts';
import { timeText } from '#shared/base/time-text.ts';
import type { Instant } from '#shared/base/time.ts';
import { ATTENDANCE_SECTIONS, attendanceIn } from './attendance-sections.ts';
import type { MinutesPrint } from './minutes-html.ts';
import { minutesWords } from './page-dress.ts';
import {
  cell,
  factsTable,
  heading,
  LINE,
  MONO,
  MUTED,
  NO_LINES,
  notice,
  paragraphs,
  run,
  table,
  textWidth,
  wordFile,
} from './word-parts.ts';

const TEXT_WIDTH = textWidth(false);

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
  return wordFile({
    words: minutesWords(print),
    title: `${minutes.title}, ${minutes.group}, ${minutes.reference}`,
    subject: minutes.reference,
    children,
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
  return [heading('Attendance'), tableOf(['Name', 'Attendance', 'Role', 'Remarks'], [3300, 1500, 2700, 2364], rows)];
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
  return [heading('Papers'), tableOf(['Title', 'Type', 'As of', 'Confidence', 'SHA-256 begins'], [3364, 1900, 1500, 1200, 1900], rows)];
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
  return [heading('Actions'), tableOf(['No.', 'Action', 'Owner', 'Due', 'From'], [700, 3964, 2300, 1700, 1200], rows)];
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
      { font: MONO },
    ),
    ...paragraphs(
      `The seal covers all ${signature.lines} entries of the sealed file of this meeting. Open that file in the Cordon verifier and compare the fingerprint and the seal it shows with the ones written here. This Word document can be changed by anyone who has it: the sealed file is the record.`,
      { spacing: { before: 120 } },
      { color: MUTED },
    ),
  ];
}

/** A table by the names and widths of its columns. */
const tableOf = (names: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[]): Table =>
  table(
    names.map((name, index) => ({ name, width: widths[index] ?? 1000 })),
    rows,
  );

const policeOnly = (yes: boolean): string => (yes ? ' [POLICE ONLY]' : '');
