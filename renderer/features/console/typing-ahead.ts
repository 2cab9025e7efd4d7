import { useEffect, useState } from 'react';

/** How a key changes what was typed ahead: `null` when it is not typing and goes its usual way. */
export function typedAhead(held: string, key: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string | null {
  if ((key.ctrlKey || key.metaKey || key.altKey) && !(key.ctrlKey && key.altKey)) return null;
  if (key.key === 'Backspace') return held.slice(0, -1);
  if (key.key === 'Enter') return `${held}\n`;
  // Keys that do something have names of several letters; one character may take two units, as 👮 does.
  return Array.from(key.key).length === 1 ? held + key.key : null;
}

/** However long the answer takes, the keyboard is given back after this time. */
const LONGEST_HOLD_MS = 3000;

export interface TypingAhead {
  /** From now on, what is typed is held back. */
  hold(): void;
  /** What was held goes into the field that has the focus, as if it were typed there now. */
  release(): void;
}

function typingAhead(): TypingAhead & { keep(event: KeyboardEvent): void } {
  let held: string | null = null;
  let giveBack = 0;
  const release = (): void => {
    window.clearTimeout(giveBack);
    const text = held;
    held = null;
    // The one way to type into a field from a script that undo, the caret and React all follow.
    if (text !== null && text !== '') document.execCommand('insertText', false, text);
  };
  return {
    release,
    hold() {
      held ??= '';
      window.clearTimeout(giveBack);
      giveBack = window.setTimeout(release, LONGEST_HOLD_MS);
    },
    keep(event) {
      if (held === null) return;
      const next = typedAhead(held, event);
      if (next === null) return;
      held = next;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
  };
}

/**
 * Holds what somebody types while the next item is being opened, and puts it into the field that then has the focus: whoever presses F9
 * and types on loses no letter and writes none under the item before. The keys that record go their usual way.
 */
export function useTypingAhead(): TypingAhead {
  const [typing] = useState(typingAhead);
  useEffect(() => {
    window.addEventListener('keydown', typing.keep, { capture: true });
    return () => window.removeEventListener('keydown', typing.keep, { capture: true });
  }, [typing]);
  return typing;
}
