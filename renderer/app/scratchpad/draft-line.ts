/**
 * One piece of unfinished typing on its way to the engine, as plain data. Every change raises `typed`; a sending carries
 * the number it was made at; an acknowledgement of the newest number means everything is stored.
 */
export interface DraftLine {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly typed: number;
  /** Number of the sending that is under way; 0 when none is. */
  readonly sending: number;
  readonly stored: number;
  /** Set when the last sending was not taken; the text stays in the scratchpad. */
  readonly refusedAt: number;
}

export function newLine(fields: Readonly<Record<string, unknown>>): DraftLine {
  return { fields, typed: 0, sending: 0, stored: 0, refusedAt: 0 };
}

export function typedInto(line: DraftLine, changes: Readonly<Record<string, unknown>>): DraftLine {
  return { ...line, fields: { ...line.fields, ...changes }, typed: line.typed + 1 };
}

/** Whether there is something to send now: only one sending at a time, so that an older text never arrives after a newer one. */
export function mustSend(line: DraftLine): boolean {
  return line.sending === 0 && line.stored < line.typed && line.refusedAt < line.typed;
}

export function sendingBegun(line: DraftLine): DraftLine {
  return { ...line, sending: line.typed };
}

export function sendingEnded(line: DraftLine, taken: boolean): DraftLine {
  return taken
    ? { ...line, sending: 0, stored: Math.max(line.stored, line.sending), refusedAt: 0 }
    : { ...line, sending: 0, refusedAt: line.sending };
}

/** A refused sending may be tried again, for example because the engine is back. */
export function mayTryAgain(line: DraftLine): DraftLine {
  return { ...line, refusedAt: 0 };
}

export function isStored(line: DraftLine): boolean {
  return line.stored === line.typed;
}

/**
 * What stands in a form again after its recording was refused, with what was typed into the empty form meanwhile: a field that was
 * empty takes it, one of `longTexts` has it on a line of its own below, and any other keeps what was refused.
 */
export function withTypedMeanwhile(
  refused: Readonly<Record<string, unknown>>,
  meanwhile: Readonly<Record<string, unknown>>,
  initial: Readonly<Record<string, unknown>>,
  longTexts: readonly string[],
): Readonly<Record<string, unknown>> {
  const together = (field: string, typed: unknown): unknown => {
    const before = refused[field];
    if (typed === initial[field] || typed === '') return before;
    if (before === undefined || before === initial[field]) return typed;
    return longTexts.includes(field) && typeof before === 'string' && typeof typed === 'string' ? `${before}\n${typed}` : before;
  };
  return { ...refused, ...Object.fromEntries(Object.entries(meanwhile).map(([field, typed]) => [field, together(field, typed)])) };
}

export type SavedState = 'saved' | 'saving' | 'waiting';

export function savedState(line: DraftLine): SavedState {
  if (isStored(line)) return 'saved';
  return line.refusedAt > 0 && line.sending === 0 ? 'waiting' : 'saving';
}
