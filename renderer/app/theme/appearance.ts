import { create } from 'zustand';

/** What a person may choose; `system` follows the operating system's light or dark and its wish for more contrast. */
export const APPEARANCES = ['system', 'light', 'dark', 'contrast'] as const;
export type Appearance = (typeof APPEARANCES)[number];

interface AppearanceState {
  readonly chosen: Appearance;
  choose(appearance: Appearance): void;
}

const KEY = 'appearance';
/** The window's storage lives in memory only, so the choice lasts until Cordon ends and leaves nothing on the disk. */
const remembered = (): Appearance => APPEARANCES.find((one) => one === window.localStorage.getItem(KEY)) ?? 'system';

export const useAppearance = create<AppearanceState>()((set) => ({
  chosen: remembered(),
  choose(appearance) {
    window.localStorage.setItem(KEY, appearance);
    set({ chosen: appearance });
  },
}));

/** The colour scheme and contrast to draw with, from the choice and what the operating system asks for. */
export function drawnAs(chosen: Appearance, system: { readonly dark: boolean; readonly moreContrast: boolean }): { readonly scheme: 'light' | 'dark'; readonly contrastMore: boolean } {
  const scheme = chosen === 'light' ? 'light' : chosen === 'dark' ? 'dark' : system.dark ? 'dark' : 'light';
  return { scheme, contrastMore: chosen === 'contrast' || (chosen === 'system' && system.moreContrast) };
}
