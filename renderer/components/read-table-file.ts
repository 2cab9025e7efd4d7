import readXlsxFile from 'read-excel-file/universal';
import { withoutForbiddenCharacters } from '#shared/base/text.ts';
import { tableFileText as words } from '#renderer/text/table-files.ts';
import { decodeText, parseTableText } from './parse-table-text.ts';
import { tidyWorksheet } from './tidy-worksheet.ts';
import { packStored, unpackWorkbook } from './unpack-workbook.ts';

/** One table of a file: cells as text, every row of the same length, no empty rows or columns at its end. */
export interface TableSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a file, or why there are none, as a sentence. */
export type TableFile = { readonly ok: true; readonly sheets: readonly TableSheet[] } | { readonly ok: false; readonly says: string };

/** How much a file may hold. */
export interface TableLimits {
  readonly megabytes: number;
  /** What a workbook may unpack to. */
  readonly unpackedMegabytes: number;
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  readonly cellLength: number;
}
export const TABLE_LIMITS: TableLimits = {
  megabytes: 10,
  unpackedMegabytes: 60,
  sheets: 60,
  rows: 20_000,
  columns: 250,
  cells: 500_000,
  cellLength: 10_000,
};

const MEGABYTE = 1024 * 1024;
const no = (says: string): TableFile => ({ ok: false, says });

/** As much of a file of the window as is needed to read it. */
export interface FileToRead {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * Reads the tables of a CSV or XLSX file in the window, without its formulas, macros, pictures or links: a formula gives the value it had when
 * the file was saved. What kind of file it is, its bytes say and not its name.
 */
export async function readTableFile(file: FileToRead, changed: Partial<TableLimits> = {}): Promise<TableFile> {
  const limits = { ...TABLE_LIMITS, ...changed };
  if (file.size === 0) return no(words.empty);
  if (file.size > limits.megabytes * MEGABYTE) return no(words.tooBig(limits.megabytes));
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return no(words.unreadable);
  }
  const begins = (...mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (begins(0x50, 0x4b)) return readWorkbook(bytes, limits);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return no(words.oldExcel);
  return readText(bytes, file.name, limits);
}

/** The table in text that was pasted. */
export function readTableText(text: string, changed: Partial<TableLimits> = {}): TableFile {
  const limits = { ...TABLE_LIMITS, ...changed };
  if (text.length > limits.megabytes * MEGABYTE) return no(words.tooBig(limits.megabytes));
  const parsed = parseTableText(text, limits.rows);
  return parsed.ok ? sheetsOf([{ name: '', rows: parsed.rows }], limits) : no(parsed.says);
}

function readText(bytes: Uint8Array, name: string, limits: TableLimits): TableFile {
  const text = decodeText(bytes);
  if (text === null) return no(words.binary);
  const parsed = parseTableText(text, limits.rows);
  return parsed.ok ? sheetsOf([{ name: name.replace(/\.[a-z]{1,5}$/i, ''), rows: parsed.rows }], limits) : no(parsed.says);
}

/** Why a worksheet is not read, as a sentence. */
const REASONS: Readonly<Record<'odd' | 'rows' | 'columns', (limits: TableLimits) => string>> = {
  odd: () => words.damaged,
  rows: (limits) => words.tooManyRows(limits.rows),
  columns: (limits) => words.tooManyColumns(limits.columns),
};

async function readWorkbook(bytes: Uint8Array<ArrayBuffer>, limits: TableLimits): Promise<TableFile> {
  const unpacked = await unpackWorkbook(bytes, limits.unpackedMegabytes * MEGABYTE);
  if (!unpacked.ok) return no(unpacked.why === 'too-large' ? words.unpacksTooLarge(limits.unpackedMegabytes) : words.damaged);
  if (!unpacked.files.has('xl/workbook.xml')) return no(words.notWorkbook);
  const files = new Map(unpacked.files);
  const sheets = [...files.keys()].filter((name) => /^xl\/worksheets\/[^/]*\.xml$/i.test(name));
  if (sheets.length > limits.sheets) return no(words.tooManySheets(limits.sheets));
  for (const name of sheets) {
    const tidy = tidyWorksheet(new TextDecoder().decode(files.get(name)), limits);
    if (!tidy.ok) return no(REASONS[tidy.why](limits));
    files.set(name, new TextEncoder().encode(tidy.xml));
  }
  try {
    const read = await readXlsxFile(packStored(files).buffer);
    return sheetsOf(
      read.map(({ sheet, data }, index) => ({
        name: sheet === '' ? words.sheet(index + 1) : sheet,
        rows: data.map((row) => row.map(cellText)),
      })),
      limits,
    );
  } catch {
    // The library says in its own words what is amiss inside; to a person it is a damaged workbook.
    return no(words.damaged);
  }
}

/** A cell as it would be typed: numbers to the fifteen digits a spreadsheet keeps, days as `2026-11-03`. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
  }
  return typeof value === 'string' ? value : '';
}

function sheetsOf(sheets: readonly TableSheet[], limits: TableLimits): TableFile {
  const tidied: TableSheet[] = [];
  let cells = 0;
  for (const { name, rows } of sheets) {
    const sheet = { name: clean(name).slice(0, 100), rows: trimmed(rows) };
    const [first = []] = sheet.rows;
    if (sheet.rows.length > limits.rows) return no(words.tooManyRows(limits.rows));
    if (first.length > limits.columns) return no(words.tooManyColumns(limits.columns));
    cells += sheet.rows.length * first.length;
    if (cells > limits.cells) return no(words.tooManyCells(limits.cells));
    const long = sheet.rows.findIndex((row) => row.some((cell) => cell.length > limits.cellLength));
    if (long !== -1) return no(words.cellTooLong(long + 1, limits.cellLength));
    if (sheet.rows.length > 0) tidied.push(sheet);
  }
  return tidied.length === 0 ? no(words.nothing) : { ok: true, sheets: tidied };
}

const clean = (text: string): string => withoutForbiddenCharacters(text).trim();

/** Cells cleaned, rows of one length, nothing empty below or to the right. */
function trimmed(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const cleaned = rows.map((row) => row.map(clean));
  let height = cleaned.length;
  while (height > 0 && cleaned[height - 1]?.every((cell) => cell === '') === true) height -= 1;
  const kept = cleaned.slice(0, height);
  const width = kept.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell !== '') + 1), 0);
  return kept.map((row) => Array.from({ length: width }, (_unused, index) => row[index] ?? ''));
}
