import { create } from 'zustand';

/** What a screen reader is told next, politely. */
export const useAnnouncement = create<{ readonly text: string; readonly count: number }>()(() => ({ text: '', count: 0 }));

/** Has a screen reader say something that only the eye would notice. */
export function announce(text: string): void {
  useAnnouncement.setState((state) => ({ text, count: state.count + 1 }));
}
