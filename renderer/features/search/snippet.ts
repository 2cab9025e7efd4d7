export interface SnippetPart {
  readonly text: string;
  readonly match: boolean;
  /** Its place in the snippet. */
  readonly at: number;
}

/** A search snippet in parts: the engine marks each match with \u0001 before and \u0002 after it. */
export function snippetParts(snippet: string): readonly SnippetPart[] {
  return snippet
    .split('\u0001')
    .flatMap((piece, index) => {
      const end = piece.indexOf('\u0002');
      if (index === 0 || end < 0) return [{ text: piece.replaceAll('\u0002', ''), match: false }];
      return [
        { text: piece.slice(0, end), match: true },
        { text: piece.slice(end + 1).replaceAll('\u0002', ''), match: false },
      ];
    })
    .filter((part) => part.text !== '')
    .map((part, at) => ({ ...part, at }));
}
