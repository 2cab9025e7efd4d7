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

interface Answer {
  /** The filters and the turn it answers. */
  readonly to: Asked;
  readonly entries: readonly ShownEntry[];
  readonly total: number;
  readonly refusals: readonly Refusal[];
}

interface Asked {
  readonly filters: JournalFilters;
  readonly turn: number;
  readonly skip: number;
}

/** Pages of the journal, newest first, as the filters say. */
export function useJournal(filters: JournalFilters): JournalRows {
  const bridge = useBridge();
  const [turn, setTurn] = useState({ turn: 0, skip: 0, of: filters });
  const [answer, setAnswer] = useState<Answer | null>(null);
  // Other filters begin with the newest entries again.
  const skip = turn.of === filters ? turn.skip : 0;

  useEffect(() => {
    let current = true;
    const { actor, act, subject, from, to } = filters;
    const asked: Asked = { filters, turn: turn.turn, skip };
    void bridge
      .ask('journal.page', {
        actor,
        act,
        subject,
        from: from === '' ? '' : instantOn(from, 0),
        to: to === '' ? '' : instantOn(addDays(to, 1), 0),
        skip,
        limit: PAGE,
      })
      .then((result) => {
        if (!current) return;
        if (!result.ok) setAnswer({ to: asked, entries: [], total: 0, refusals: result.refusals });
        else
          setAnswer((now) => {
            const before = skip === 0 ? [] : (now?.entries ?? []);
            const known = new Set(before.map((entry) => entry.id));
            return {
              to: asked,
              entries: [...before, ...result.value.entries.filter((entry) => !known.has(entry.id))],
              total: result.value.total,
              refusals: [],
            };
          });
      });
    return () => {
      current = false;
    };
  }, [bridge, filters, skip, turn.turn]);

  const entries = answer?.entries ?? [];
  const have = entries.length;
  const older = useCallback(() => setTurn((now) => ({ turn: now.turn + 1, skip: have, of: filters })), [filters, have]);
  const again = useCallback(() => setTurn((now) => ({ turn: now.turn + 1, skip: 0, of: filters })), [filters]);
  const loading = answer === null || answer.to.filters !== filters || answer.to.turn !== turn.turn;
  return { entries, total: answer?.total ?? 0, refusals: answer?.refusals ?? [], loading, older, again };
}
