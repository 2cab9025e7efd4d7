import { create } from 'zustand';
import type { Day } from '#shared/base/time.ts';
import { todayNow } from '#renderer/components/when.tsx';

/** The day the pages of the Force section are looked at, kept while one goes between them; empty for today. */
export const useAsAtStore = create<{ readonly day: Day | '' }>()(() => ({ day: '' }));

/** The day to ask for, and whether it is today. */
export function useAsAt(): { readonly asAt: Day; readonly isToday: boolean } {
  const day = useAsAtStore((state) => state.day);
  const today = todayNow();
  return { asAt: day === '' ? today : day, isToday: day === '' || day === today };
}

export function lookAt(day: Day | ''): void {
  useAsAtStore.setState({ day: day === todayNow() ? '' : day });
}
