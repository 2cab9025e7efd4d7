import { useEffect, useId, useRef } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { create } from 'zustand';

export interface Shortcut {
  readonly id: string;
  readonly keys: string;
  readonly says: string;
  readonly where: 'everywhere' | 'page';
}

/** Every shortcut that works just now, in the order they were registered; the sheet behind `?` is drawn from it. */
export const useShortcuts = create<{ readonly shortcuts: readonly Shortcut[] }>()(() => ({ shortcuts: [] }));

interface ShortcutOptions {
  /** False switches it off and takes it out of the sheet. */
  readonly enabled?: boolean;
  /** Works while a field has the focus too. Right for combinations with Ctrl or Alt, wrong for single letters. */
  readonly inFields?: boolean;
  readonly where?: Shortcut['where'];
  /** Keeps it out of the sheet: a second way to the same thing. */
  readonly unlisted?: boolean;
}

/** Whether a dialogue, menu or palette is open: then the keys of the page under it rest. Closed lists stay in the document, unseen. */
function somethingIsOver(): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return true;
  return [...document.querySelectorAll('[data-mantine-shared-portal-node] [role="listbox"]')].some(
    (list) => list.getClientRects().length > 0,
  );
}

/**
 * A key that does something, for as long as the component is on the screen: `'d'`, `'mod+enter'`, or two keys one after
 * the other as `'g>m'`. It is listed in the sheet behind `?` with `says`.
 */
export function useShortcut(
  keys: string,
  says: string,
  act: () => void,
  { enabled = true, inFields = false, where = 'page', unlisted = false }: ShortcutOptions = {},
): void {
  const id = useId();
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!enabled || unlisted) return;
    useShortcuts.setState(({ shortcuts }) => ({ shortcuts: [...shortcuts, { id, keys, says, where }] }));
    return () => useShortcuts.setState(({ shortcuts }) => ({ shortcuts: shortcuts.filter((shortcut) => shortcut.id !== id) }));
  }, [enabled, id, keys, says, unlisted, where]);
  useHotkeys(
    keys,
    (event) => {
      if (event.defaultPrevented || (where === 'page' && somethingIsOver())) return;
      event.preventDefault();
      latest.current();
    },
    { enabled, enableOnFormTags: inFields, enableOnContentEditable: inFields, useKey: /[?/]/.test(keys) },
    [keys, where],
  );
}
