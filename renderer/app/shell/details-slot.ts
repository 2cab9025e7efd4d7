import { createContext, use } from 'react';

/** Where the shell draws the details pane; null before the shell stands. */
export const DetailsSlotContext = createContext<HTMLElement | null>(null);

export function useDetailsSlot(): HTMLElement | null {
  return use(DetailsSlotContext);
}
