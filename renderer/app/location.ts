import { create } from 'zustand';

/**
 * Where the person is: a path such as `/meetings/abc?item=2`, kept in memory with the pages before it.
 * Nothing of it reaches the disk, and it is emptied when somebody else signs in.
 */
interface LocationState {
  readonly stack: readonly string[];
  readonly index: number;
  go(to: string, options?: { readonly replace?: boolean }): void;
  back(): void;
  forward(): void;
  startAt(path: string): void;
}

const MOST_PAGES_KEPT = 200;
const KEY = 'location';

/** The page to return to after the window was reloaded by a crash; window storage lives in memory only. */
export function rememberedLocation(personId: string): string {
  const [owner, path] = (window.sessionStorage.getItem(KEY) ?? '').split('\n');
  return owner === personId && path ? path : '';
}

export function rememberLocation(personId: string, path: string): void {
  window.sessionStorage.setItem(KEY, `${personId}\n${path}`);
}

export function forgetLocation(): void {
  window.sessionStorage.removeItem(KEY);
}

export const useLocationStore = create<LocationState>()((set) => ({
  stack: ['/'],
  index: 0,
  go(to, options) {
    set(({ stack, index }) => {
      if (stack[index] === to) return {};
      const kept = stack.slice(0, options?.replace ? index : index + 1).slice(-MOST_PAGES_KEPT);
      return { stack: [...kept, to], index: kept.length };
    });
  },
  back: () => set(({ index }) => ({ index: Math.max(0, index - 1) })),
  forward: () => set(({ stack, index }) => ({ index: Math.min(stack.length - 1, index + 1) })),
  startAt: (path) => set({ stack: [path], index: 0 }),
}));

const fullPath = (state: LocationState): string => state.stack[state.index] ?? '/';

/** Goes to a page of Cordon from anywhere, also outside a component. */
export function goTo(path: string, options?: { readonly replace?: boolean }): void {
  useLocationStore.getState().go(path, options);
}

/** The location hook wouter's Router is given. */
export function useMemoryPath(): [string, (path: string, options?: { readonly replace?: boolean }) => void] {
  const path = useLocationStore((state) => fullPath(state).split('?')[0] ?? '/');
  return [path, goTo];
}

/** The part after the question mark; the search hook wouter's Router is given. */
export function useMemorySearch(): string {
  return useLocationStore((state) => fullPath(state).split('?')[1] ?? '');
}
