import type { Refusal } from './result.ts';

interface RefusalText {
  readonly duties: readonly number[];
  readonly message: string;
  readonly remedy?: string;
}

/** The refusals of one noun: a catalogue keyed by code, from which `say` makes the refusal. `{name}` in a text is filled from `facts`. */
export interface RefusalBook<Code extends string> {
  readonly codes: readonly Code[];
  say(code: Code, options?: { readonly field?: string; readonly facts?: Readonly<Record<string, string | number>> }): Refusal;
}

/**
 * Declares every refusal of a noun in one place, each with its sentence and the duties it comes from.
 * A code that is not declared does not compile; a missing fact throws.
 */
export function refusalBook<const Code extends `${string}/${string}`>(texts: Readonly<Record<Code, RefusalText>>): RefusalBook<Code> {
  const fill = (text: string, facts: Readonly<Record<string, string | number>>): string =>
    text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const fact = facts[name];
      if (fact === undefined) throw new Error(`refusal text needs the fact "${name}"`);
      return String(fact);
    });
  return {
    codes: Object.keys(texts) as Code[],
    say(code, options = {}) {
      const text: RefusalText = texts[code];
      const facts = options.facts ?? {};
      return {
        code,
        duties: text.duties,
        message: fill(text.message, facts),
        remedy: fill(text.remedy ?? '', facts),
        field: options.field ?? '',
      };
    },
  };
}
