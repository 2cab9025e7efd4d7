import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Refusal } from '#shared/base/result.ts';
import type { IssueInWork } from '#shared/domain/prioritisation/prioritisation.queries.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { type Range, sameRange } from './typed-range.ts';

export interface CellChange {
  readonly issueId: string;
  readonly factor: string;
  readonly range: Range | null;
}

export interface Scores {
  /** The issues with what was just typed laid over what is stored; an untouched issue stays the same object. */
  readonly issues: readonly IssueInWork[];
  set(changes: readonly CellChange[]): void;
  /** Takes the last typed change back; false when there is none. */
  undo(): boolean;
  readonly saving: boolean;
  readonly refusals: readonly Refusal[];
}

/** Typed scores are sent together once nothing was typed for this long. */
const REST_MS = 250;
const keyOf = (issueId: string, factor: string): string => `${issueId}/${factor}`;
const storedRange = (issue: IssueInWork | undefined, factor: string): Range | null =>
  issue?.scores.find((score) => score.factor === factor) ?? null;

/** Scores as they are typed: shown at once, stored a moment later, taken back in the order they were made. */
export function useScores(prioritisationId: string, stored: readonly IssueInWork[]): Scores {
  const bridge = useBridge();
  const [over, setOver] = useState<ReadonlyMap<string, CellChange>>(new Map());
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [saving, setSaving] = useState(false);
  const waiting = useRef(new Map<string, CellChange>());
  const before = useRef<CellChange[][]>([]);
  const shown = useRef({ over, stored });
  useEffect(() => {
    shown.current = { over, stored };
  }, [over, stored]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const sent = [...waiting.current.values()];
    waiting.current.clear();
    if (sent.length === 0) return;
    const result = await bridge.run('issue.score', { prioritisationId, scores: sent });
    if (waiting.current.size === 0) setSaving(false);
    setRefusals(result.ok ? [] : result.refusals);
    if (!result.ok)
      setOver((held) => {
        const kept = new Map(held);
        for (const change of sent)
          if (kept.get(keyOf(change.issueId, change.factor)) === change) kept.delete(keyOf(change.issueId, change.factor));
        return kept;
      });
  }, [bridge, prioritisationId]);

  // Whoever leaves the page at once loses nothing.
  useEffect(() => () => void flush(), [flush]);

  // What is stored by now need not lie over it any more.
  useEffect(() => {
    setOver((held) => {
      const kept = [...held].filter(([key, change]) => {
        const issue = stored.find((one) => one.id === change.issueId);
        return issue !== undefined && (waiting.current.has(key) || !sameRange(storedRange(issue, change.factor), change.range));
      });
      return kept.length === held.size ? held : new Map(kept);
    });
  }, [stored]);

  const send = useCallback(
    (changes: readonly CellChange[]) => {
      setOver((held) => new Map([...held, ...changes.map((change) => [keyOf(change.issueId, change.factor), change] as const)]));
      for (const change of changes) waiting.current.set(keyOf(change.issueId, change.factor), change);
      setSaving(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), REST_MS);
    },
    [flush],
  );

  const set = useCallback(
    (changes: readonly CellChange[]) => {
      const held = shown.current;
      before.current.push(
        changes.map(({ issueId, factor }) => ({
          issueId,
          factor,
          range:
            held.over.get(keyOf(issueId, factor))?.range ??
            (held.over.has(keyOf(issueId, factor))
              ? null
              : storedRange(
                  held.stored.find((one) => one.id === issueId),
                  factor,
                )),
        })),
      );
      send(changes);
    },
    [send],
  );

  const undo = useCallback((): boolean => {
    const last = before.current.pop();
    if (last === undefined) return false;
    send(
      last.map(({ issueId, factor, range }) => ({
        issueId,
        factor,
        range: range === null ? null : { low: range.low, likely: range.likely, high: range.high },
      })),
    );
    return true;
  }, [send]);

  const issues = useMemo(() => {
    if (over.size === 0) return stored;
    const changes = [...over.values()];
    return stored.map((issue) => {
      const mine = changes.filter((change) => change.issueId === issue.id);
      return mine.length === 0 ? issue : withTyped(issue, mine);
    });
  }, [stored, over]);

  return { issues, set, undo, saving, refusals };
}

function withTyped(issue: IssueInWork, changes: readonly CellChange[]): IssueInWork {
  const scores = new Map(issue.scores.map((score) => [score.factor, score]));
  for (const { factor, range } of changes) {
    if (range === null) scores.delete(factor);
    else scores.set(factor, { reason: '', source: '', ...scores.get(factor), factor, ...range });
  }
  return { ...issue, scores: [...scores.values()] };
}
