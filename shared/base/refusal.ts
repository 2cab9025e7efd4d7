import type { Refusal } from './result.ts';

interface RefusalText {
  readonly duties: readonly number[];
  readonly message: string;
  readonly remedy?: string;
}

/** One code of a book, with the duties it comes from and its text with the places of facts still open. */
export interface DeclaredRefusal {
  readonly code: string;
  readonly duties: readonly number[];
  readonly message: string;
}

const declared: DeclaredRefusal[] = [];

/** Every refusal of every book that has been declared so far, for telling which rule enforces which duty. */
export function declaredRefusals(): readonly DeclaredRefusal[] {
  return declared;
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
  for (const [code, text] of Object.entries(texts) as [string, RefusalText][])
    declared.push({ code, duties: text.duties, message: text.message });
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
