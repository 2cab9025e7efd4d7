/** Tells on a terminal, in numbered steps, what the tour is doing. */
export interface Narrator {
  /** Begins the next numbered step. */
  step(text: string): Promise<void>;
  /** Says more about the step. */
  detail(text: string): void;
  /** The step that is under way, as it was told; empty before the first. */
  current(): string;
}

const WIDTH = 100;
const INDENT = 4;

/** `pause` is waited for after each step is announced, so that whoever watches has read it before it happens. */
export function narratorOn(print: (line: string) => void, pause: () => Promise<void>): Narrator {
  let steps = 0;
  let current = '';
  return {
    async step(text) {
      steps += 1;
      current = `Step ${steps}: ${text}`;
      print('');
      for (const line of wrapped(text, `${String(steps).padStart(INDENT - 2)}. `)) print(line);
      await pause();
    },
    detail(text) {
      for (const line of wrapped(text, `${' '.repeat(INDENT)}- `)) print(line);
    },
    current: () => current,
  };
}

/** The text in lines of at most 100 characters, the first after `lead`, the others set in as far. A word longer than a line stays whole. */
export function wrapped(text: string, lead: string): readonly string[] {
  const lines: string[] = [];
  let line = lead;
  let empty = true;
  for (const word of text.split(/\s+/)) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' '.repeat(lead.length);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
