import { useCallback, useEffect, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import { addDays, type Day } from '#shared/base/time.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { instantOn } from '#renderer/components/parse-when.ts';
import type { ShownEntry } from './journal-entry-details.tsx';

export interface JournalFilters {
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
  readonly from: Day | '';
  readonly to: Day | '';
}

export const noFilters: JournalFilters = { actor: '', act: '', subject: '', from: '', to: '' };
const PAGE = 200;

export interface JournalRows {
  readonly entries: readonly ShownEntry[];
  readonly total: number;
  readonly loading: boolean;
  readonly refusals: readonly Refusal[];
  readonly older: () => void;
  /** Reads the newest again. */
  readonly again: () => void;
}

/** Pages of the journal, newest first, as the filters say. */
export function useJournal(filters: JournalFilters): JournalRows {
  const bridge = useBridge();
  const [state, setState] = useState<{ readonly entries: readonly ShownEntry[]; readonly total: number; readonly refusals: readonly Refusal[] }>({ entries: [], total: 0, refusals: [] });
  const [loading, setLoading] = useState(true);

  const read = useCallback(
    async (skip: number): Promise<void> => {
      setLoading(true);
      const { actor, act, subject, from, to } = filters;
      const result = await bridge.ask('journal.page', { actor, act, subject, from: from === '' ? '' : instantOn(from, 0), to: to === '' ? '' : instantOn(addDays(to, 1), 0), skip, limit: PAGE });
      setLoading(false);
      if (!result.ok) setState({ entries: [], total: 0, refusals: result.refusals });
      else
        setState((now) => {
          const before = skip === 0 ? [] : now.entries;
          const known = new Set(before.map((entry) => entry.id));
          return { entries: [...before, ...result.value.entries.filter((entry) => !known.has(entry.id))], total: result.value.total, refusals: [] };
        });
    },
    [bridge, filters],
  );
  useEffect(() => void read(0), [read]);
  const older = useCallback(() => void read(state.entries.length), [read, state.entries.length]);
  const again = useCallback(() => void read(0), [read]);
  return { ...state, loading, older, again };
}
