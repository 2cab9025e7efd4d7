import { useSearch } from 'wouter';
import { goTo, useMemoryPath } from '#renderer/app/location.ts';

/** The record whose details pane is open, kept in the address so that links lead to it. */
export function useShown(): { readonly shown: string; readonly show: (id: string) => void; readonly close: () => void } {
  const [path] = useMemoryPath();
  const shown = new URLSearchParams(useSearch()).get('show') ?? '';
  return { shown, show: (id) => goTo(`${path}?show=${id}`), close: () => goTo(path) };
}
