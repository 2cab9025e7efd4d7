import { useEffect } from 'react';
import { create } from 'zustand';
import type { SectionId } from '#renderer/app/sections.ts';

export interface Badge {
  readonly count: number;
  /** What is counted, after the number: `need you`. */
  readonly what: string;
  /** Overdue or worse: drawn in red. */
  readonly urgent: boolean;
}

export const useBadges = create<{ readonly badges: Readonly<Partial<Record<SectionId, Badge>>> }>()(() => ({ badges: {} }));

/** Puts a number beside a section while the component that counts is on the screen; null or zero shows none. */
export function useBadge(section: SectionId, badge: Badge | null): void {
  const count = badge?.count ?? 0;
  const what = badge?.what ?? '';
  const urgent = badge?.urgent ?? false;
  useEffect(() => {
    useBadges.setState(({ badges }) => ({ badges: { ...badges, [section]: { count, what, urgent } } }));
  }, [count, section, urgent, what]);
}
