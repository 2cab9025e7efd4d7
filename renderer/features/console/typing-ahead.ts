import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What was done ahead, in its order: text, and between it the keys that record or open something. */
export type Held = readonly (string | Key)[];

/** How a key changes what is held: `null` when it neither types nor records anything and goes its usual way. */
export function heldWith(held: Held, key: Key): Held | null {
  const { code, ctrlKey, metaKey, altKey, shiftKey } = key;
  const third = ctrlKey && altKey;
  const command = (ctrlKey || metaKey || altKey) && !third;
  if (/^F\d+$/.test(key.key) || (command && key.key === 'Enter'))
    return [...held, { key: key.key, code, ctrlKey, metaKey, altKey, shiftKey }];
  if (command) return null;
  const last = held.at(-1);
  const [before, text] = typeof last === 'string' ? [held.slice(0, -1), last] : [held, ''];
  if (key.key === 'Backspace') return text === '' ? held : [...before, Array.from(text).slice(0, -1).join('')];
  if (key.key === 'Enter') return [...before, `${text}\n`];
  // Keys that do something have names of several letters; one character may take two units, as 👮 does.
  return Array.from(key.key).length === 1 ? [...before, text + key.key] : null;
}

/** However long the answer takes, the keyboard is given back after this time. */
const LONGEST_HOLD_MS = 3000;

export interface TypingAhead {
  /** From now on, what is typed and recorded is held back. */
  hold(): void;
  /** What was held is done now, in its order, where the focus is; a key in it that holds again keeps what came after it. */
  release(): void;
}

function typingAhead(): TypingAhead & { keep(event: KeyboardEvent): void } {
  let held: Held | null = null;
  let holds = 0;
  let doing = false;
  let giveBack = 0;
  const play = (): void => {
    const begun = holds;
    while (held !== null && holds === begun) {
      const [first, ...rest] = held;
      held = first === undefined ? null : rest;
      if (first === undefined || first === '') continue;
      doing = true;
      // The one way to type into a field from a script that undo, the caret and React all follow.
      if (typeof first === 'string') document.execCommand('insertText', false, first);
      // Drawn at once: what follows belongs in the form that this key opens.
      else
        flushSync(() =>
          (document.activeElement ?? document.body).dispatchEvent(
            new KeyboardEvent('keydown', { ...first, bubbles: true, cancelable: true }),
          ),
        );
      doing = false;
    }
  };
  const release = (): void => {
    window.clearTimeout(giveBack);
    // After React is done with what it is drawing.
    giveBack = window.setTimeout(play, 0);
  };
  return {
    release,
    hold() {
      held ??= [];
      holds += 1;
      window.clearTimeout(giveBack);
      giveBack = window.setTimeout(play, LONGEST_HOLD_MS);
    },
    keep(event) {
      if (held === null || doing) return;
      const next = heldWith(held, event);
      if (next === null) return;
      held = next;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
  };
}

/**
 * Holds what somebody types while the next item is being opened, and does it in the form that then has the focus: whoever presses F9 and
 * types on, or records, loses no letter and writes none under the item before.
 */
export function useTypingAhead(): TypingAhead {
  const [typing] = useState(typingAhead);
  useEffect(() => {
    window.addEventListener('keydown', typing.keep, { capture: true });
    return () => window.removeEventListener('keydown', typing.keep, { capture: true });
  }, [typing]);
  return typing;
}
