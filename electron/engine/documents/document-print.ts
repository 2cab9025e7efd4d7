import { timeText } from '#shared/base/time-text.ts';
import type { Instant } from '#shared/base/time.ts';
import type { PrintDocument } from '#shared/contracts/document/print-document.ts';
import { markingLine, type PageWords } from './page-dress.ts';

/** A document together with what belongs to this printing of it. */
export interface DocumentPrint {
  readonly document: PrintDocument;
  readonly force: string;
  readonly sample: boolean;
  readonly copyNumber: number;
  /** When it was made, and by whom. */
  readonly madeAt: string;
  readonly madeBy: string;
}

/** What the pages of a document say around it (duties 83, 184). */
export function documentWords({ document, sample, copyNumber, madeAt, madeBy }: DocumentPrint): PageWords {
  const handling = [document.policeOnly ? 'POLICE ONLY' : '', document.handling].filter((text) => text !== '').join(' - ');
  return {
    marking: markingLine(document.marking, handling),
    what: [document.title, document.reference].filter((text) => text !== '').join(', '),
    copy: `Copy ${copyNumber}`,
    made: `Made ${timeText(madeAt as Instant)} by ${madeBy}`,
    sample,
  };
}

/** The cells of a row for the columns there are. */
export function cellsOf(columns: readonly unknown[], row: readonly string[]): readonly string[] {
  return columns.map((_column, index) => row[index] ?? '');
}
