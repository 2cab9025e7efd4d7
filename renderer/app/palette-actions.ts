import { useEffect, useId, useRef } from 'react';
import { create } from 'zustand';

export interface PaletteAction {
  readonly id: string;
  /** A verb and what it is done to: `Schedule a meeting`. */
  readonly label: string;
  /** Other words one may look for it by. */
  readonly keywords?: string;
  /** The shortcut that does the same, shown beside it. */
  readonly keys?: string;
  readonly run: () => void;
}

export const usePaletteActions = create<{ readonly actions: readonly PaletteAction[] }>()(() => ({ actions: [] }));

/** Adds something to do to the Ctrl+K palette for as long as the component is on the screen. */
export function usePaletteAction({ label, keywords = '', keys = '', run }: Omit<PaletteAction, 'id'>, enabled = true): void {
  const id = useId();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    usePaletteActions.setState(({ actions }) => ({ actions: [...actions, { id, label, keywords, keys, run: () => latest.current() }] }));
    return () => usePaletteActions.setState(({ actions }) => ({ actions: actions.filter((action) => action.id !== id) }));
  }, [enabled, id, keys, keywords, label]);
}
