/** The minutes of a meeting as a document: every text as it is read, in the order it is read. PDF, DOCX, the page on screen and the sealed file are made from it. */
export interface MinutesDocument {
  readonly title: string;
  readonly force: string;
  readonly group: string;
  readonly reference: string;
  readonly marking: string;
  readonly handling: string;
  readonly sample: boolean;
  readonly edition: Edition;
  readonly facts: readonly Fact[];
  readonly attendance: readonly AttendanceLine[];
  readonly papers: readonly PaperLine[];
  readonly items: readonly DocumentItem[];
  readonly actions: readonly ActionLine[];
  readonly closing: readonly Fact[];
  /** Null when nothing was left out. */
  readonly withheld: WithheldSummary | null;
}

export type Edition = 'full' | 'partner';

/** A name and what it says. */
export interface Fact {
  readonly name: string;
  readonly text: string;
}

export interface AttendanceLine {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
  readonly agency: string;
  /** `Present`, `Apologies`, `Absent`, or `Expected` before the meeting. */
  readonly status: string;
  /** Who sat in for this person, or empty. */
  readonly deputy: string;
  readonly note: string;
}

export interface PaperLine {
  readonly id: string;
  readonly title: string;
  readonly paperType: string;
  readonly asOf: string;
  readonly confidence: string;
  readonly digest: string;
  readonly policeOnly: boolean;
}

export interface DocumentItem {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly purpose: string;
  readonly lead: string;
  readonly carried: string;
  /** How it ended: `Decided`, `No decision: ...`, `Deferred to Tue 8 Dec 2026: ...`; `Not concluded` before the close. */
  readonly outcome: string;
  readonly policeOnly: boolean;
  /** Left out of this copy: only its number stands here. */
  readonly withheld: boolean;
  readonly entries: readonly DocumentEntry[];
}

export const DOCUMENT_ENTRY_KINDS = [
  'note',
  'rationale',
  'option',
  'dissent',
  'time-mark',
  'decision',
  'action',
  'matter',
  'withheld',
] as const;

/** One entry of the running record. */
export interface DocumentEntry {
  readonly id: string;
  /** Its place in the running record; 0 for a matter that has none. */
  readonly entry: number;
  readonly kind: (typeof DOCUMENT_ENTRY_KINDS)[number];
  /** `Decision D3`, `Note`, `Action A2`. */
  readonly heading: string;
  readonly times: string;
  readonly text: string;
  readonly parts: readonly Part[];
  /** Corrected by a later entry: shown struck through, still readable. */
  readonly struck: boolean;
  /** `Corrected by D5`, `Corrects D2: ...`; empty when neither. */
  readonly correction: string;
  readonly policeOnly: boolean;
}

/** A named part of an entry, one text or a list of them. */
export interface Part {
  readonly name: string;
  readonly texts: readonly string[];
}

export interface ActionLine {
  readonly id: string;
  readonly short: string;
  readonly reference: string;
  readonly text: string;
  readonly owner: string;
  readonly supporters: string;
  readonly due: string;
  readonly strand: string;
  /** `Item 3, from D2`. */
  readonly from: string;
  readonly policeOnly: boolean;
}

export interface WithheldSummary {
  readonly total: number;
  /** For example `1 agenda item, 2 decisions and 1 action`. */
  readonly says: string;
}

/** The chair's signature as it is shown on a document. */
export interface SignatureShown {
  readonly signerName: string;
  readonly role: string;
  readonly signedAt: string;
  /** Fingerprint of the signing key, to compare with what the verifier shows. */
  readonly fingerprint: string;
  readonly sealHash: string;
  readonly lines: number;
}

/** What a printed or saved copy carries besides the minutes themselves (duty 184). */
export interface CopyShown {
  readonly number: number;
  readonly recipient: string;
  readonly generatedAt: string;
}

/** A copy that was handed out, with the names that go with its ids. */
export interface CopyListed {
  readonly number: number;
  readonly recipient: string;
  readonly format: 'pdf' | 'docx' | 'sealed';
  /** Name of the partner agency it went to; empty for the full minutes. */
  readonly partner: string;
  readonly withheld: number;
  readonly at: string;
  readonly by: string;
}
