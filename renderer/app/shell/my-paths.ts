import { createContext, use } from 'react';

/** The paths of the pages this person may use, from the shell: a page's frame shows tabs by it without knowing the list of routes. */
export const MyPathsContext = createContext<readonly string[]>([]);

export function useMyPaths(): readonly string[] {
  return use(MyPathsContext);
}
