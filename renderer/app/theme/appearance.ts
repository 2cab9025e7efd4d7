import { create } from 'zustand';
import { APPEARANCE_ANNOUNCEMENT, APPEARANCE_PARAMETER, APPEARANCES, type Appearance } from '#shared/contracts/bridge/announcements.ts';

interface AppearanceState {
  readonly chosen: Appearance;
  choose(appearance: Appearance): void;
}

const KEY = 'appearance';

/** The window's own storage is emptied by every lock; the address then carries what the workstation remembers. */
function remembered(): Appearance {
  const known = window.localStorage.getItem(KEY) ?? new URLSearchParams(window.location.search).get(APPEARANCE_PARAMETER);
  return APPEARANCES.find((one) => one === known) ?? 'system';
}

export const useAppearance = create<AppearanceState>()((set) => ({
  chosen: remembered(),
  choose(appearance) {
    window.localStorage.setItem(KEY, appearance);
    window.postMessage({ t: APPEARANCE_ANNOUNCEMENT, appearance }, window.location.origin);
    set({ chosen: appearance });
  },
}));

/** The colour scheme and contrast to draw with, from the choice and what the operating system asks for. */
export function drawnAs(
  chosen: Appearance,
  system: { readonly dark: boolean; readonly moreContrast: boolean },
): { readonly scheme: 'light' | 'dark'; readonly contrastMore: boolean } {
  const scheme = chosen === 'light' ? 'light' : chosen === 'dark' ? 'dark' : system.dark ? 'dark' : 'light';
  return { scheme, contrastMore: chosen === 'contrast' || (chosen === 'system' && system.moreContrast) };
}
