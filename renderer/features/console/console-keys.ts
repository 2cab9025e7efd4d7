import type { ENTRY_TYPES } from '#shared/domain/minute-entry/minute-entry.schema.ts';

export type EntryType = (typeof ENTRY_TYPES)[number];
export type Recorded = EntryType | 'decision' | 'action';

/** One key each. Function keys, because they work while a person is typing. */
export const CONSOLE_KEYS: Readonly<Record<Recorded | 'next', string>> = {
  note: 'f2',
  decision: 'f3',
  rationale: 'f4',
  option: 'f5',
  dissent: 'f6',
  action: 'f7',
  'time-mark': 'f8',
  next: 'f9',
};
/** Which field a key asked a composer for; `count` tells one press from the next. */
export interface ComposerCall {
  readonly asks: Recorded;
  readonly count: number;
  /** What the decision is to name, when it was called from beside the record. */
  readonly names?: readonly string[];
}

/** Which composer a key opens: rationale, option and dissent belong to the decision being written, and stand alone when none is. */
export function composerFor(pressed: Recorded, decisionBegun: boolean): 'decision' | 'action' | 'entry' {
  if (pressed === 'decision' || pressed === 'action') return pressed;
  const partOfDecision = pressed === 'rationale' || pressed === 'option' || pressed === 'dissent';
  return partOfDecision && decisionBegun ? 'decision' : 'entry';
}
