import type { CopyStatement, CountersignStatement, SealStatement, SealedEntry, SealedHeader } from './sealed-format.ts';

export const FAULT_KINDS = [
  'altered',
  'missing',
  'added',
  'moved',
  'withheld-unstated',
  'cut-short',
  'line-ends',
  'seal',
  'countersignature',
  'copy',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** One thing that does not fit, by the line of the file it was found at and in words. */
export interface SealedFault {
  readonly kind: FaultKind;
  readonly line: number;
  /** For example `decision D3, entry 14 of the record`; empty when the line no longer tells. */
  readonly label: string;
  readonly says: string;
}

/** One line of the file as it can be shown; `fits` is false for a line that is not as it was sealed. */
export interface ReportedEntry {
  readonly line: number;
  readonly fits: boolean;
  readonly withheld: boolean;
  readonly label: string;
  /** Null when withheld or no longer readable. */
  readonly entry: SealedEntry | null;
}

export type SealedOutcome = 'whole' | 'altered' | 'not-sealed' | 'too-large' | 'newer-version';

export interface SealedReport {
  readonly outcome: SealedOutcome;
  /** The verdict in one or two sentences. */
  readonly says: string;
  /** In the order of the file: the first one is the first altered entry. Empty when whole. At most 50 are listed. */
  readonly faults: readonly SealedFault[];
  readonly header: SealedHeader | null;
  readonly entries: readonly ReportedEntry[];
  /** Lines whose content was taken out of this copy. */
  readonly withheld: readonly number[];
  /** Present when the chair's signature is good, whatever became of the entries. */
  readonly seal: (SealStatement & { readonly fingerprint: string }) | null;
  readonly countersignature: (CountersignStatement & { readonly fingerprint: string }) | null;
  readonly copy: (CopyStatement & { readonly fingerprint: string; readonly sameDevice: boolean }) | null;
  /** Hash of the last line before the copy statement, as printed on the minutes; empty when there is none. */
  readonly sealHash: string;
}

export interface FaultPlace {
  readonly line: number;
  readonly label: string;
  /** What stands before it, for a line that is gone. */
  readonly after: string;
}

/** The sentence for a fault. */
export function faultSays(kind: FaultKind, place: FaultPlace): string {
  const line = place.label === '' ? `Line ${place.line} of the file` : `Line ${place.line} of the file (${place.label})`;
  switch (kind) {
    case 'altered':
      return `${line} is not as it was sealed: at least one character was changed.`;
    case 'missing':
      return `Line ${place.line} of the file is missing${place.after === '' ? '' : `: something stood here after ${place.after} and was taken out`}.`;
    case 'added':
      return `${line} was not there when the file was sealed: it was added or doubled.`;
    case 'moved':
      return `${line} stands in another place than when the file was sealed.`;
    case 'withheld-unstated':
      return `${line} was taken out after the copy was made: no one has signed for withholding it.`;
    case 'cut-short':
      return place.after === ''
        ? 'The file is cut short: it ends before its seal.'
        : `The file is cut short: it ends after line ${place.line}, ${place.after}, and what should follow is missing.`;
    case 'line-ends':
      return 'The line ends of the file were changed, as some mail programs and editors do. Ask for the file again, sent in a way that does not change it.';
    case 'seal':
      return `The seal in line ${place.line} is not good: the signature does not belong to this content and this key.`;
    case 'countersignature':
      return `The countersignature of the device in line ${place.line} is not good.`;
    case 'copy':
      return `The statement of this copy in line ${place.line} (its number, recipient and what is withheld) is not good.`;
  }
}
