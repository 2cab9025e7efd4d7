import { createContext, use } from 'react';

/** The paths of the pages this person may use, as the routes write them: a page that shows tabs to others asks here and not the routes, which load it. */
export const UsablePathsContext = createContext<readonly string[]>([]);

export function useUsablePaths(): readonly string[] {
  return use(UsablePathsContext);
}
