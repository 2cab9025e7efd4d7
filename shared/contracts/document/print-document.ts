import type { Marking } from '#shared/contracts/record/record.ts';

/** What a document can be saved as: pages for printing, or a Word document to go on working with. */
export const PRINT_FORMATS = ['pdf', 'docx'] as const;
export type PrintFormat = (typeof PRINT_FORMATS)[number];

export interface TableColumn {
  readonly title: string;
  /** Share of the width; the shares of a table are put in proportion. 1 when it is not said. */
  readonly share?: number;
  readonly align?: 'start' | 'end';
}

/** One piece of a document that is printed or saved: what it says, not how it looks. Texts are plain; `prose` keeps blank lines and lines beginning with "- ". */
export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: 'prose'; readonly text: string }
  | { readonly type: 'facts'; readonly rows: readonly { readonly label: string; readonly text: string }[] }
  | {
      readonly type: 'table';
      readonly caption: string;
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  /** A drawn figure with its source and age; the table it is drawn from stands below it where there is no picture. */
  | {
      readonly type: 'figure';
      readonly title: string;
      readonly source: string;
      readonly svg: string;
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: 'notice'; readonly text: string }
  | { readonly type: 'page-break' };

/** A whole document. Its marking stands at the top and bottom of every page, with page x of y, the copy number and when it was generated. */
export interface PrintDocument {
  readonly title: string;
  readonly subtitle: string;
  readonly reference: string;
  readonly marking: Marking;
  readonly handling: string;
  readonly policeOnly: boolean;
  readonly layout: 'portrait' | 'landscape';
  /** Must fit one page: it is drawn smaller until it does (duty 83). */
  readonly onePage: boolean;
  readonly blocks: readonly Block[];
}
