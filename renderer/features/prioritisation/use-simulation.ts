import { useEffect, useState } from 'react';
import type { IssueToScore, MatrixToScore } from '#shared/domain/prioritisation/issue-score.ts';
import { type SimulatedIssue, beginSimulation } from '#shared/domain/prioritisation/simulation.ts';

export interface SimulationState {
  readonly figures: ReadonlyMap<string, SimulatedIssue>;
  /** 0 to 100; 100 when it is done. */
  readonly percent: number;
}

/** How long one piece may take, so that a key pressed meanwhile is answered within the same picture. */
const PIECE_MS = 6;
const RUNS_BETWEEN_LOOKS = 20;
/** It begins when nothing has changed for this long. */
const REST_MS = 300;
const NOTHING: SimulationState = { figures: new Map(), percent: 0 };

/** The simulation of what is on the screen, done in small pieces between other work; the figures of before stay until it is through. */
export function useSimulation(
  matrix: MatrixToScore,
  issues: readonly IssueToScore[],
  { seed, runs, top }: { readonly seed: number; readonly runs: number; readonly top: number },
): SimulationState {
  const [state, setState] = useState<SimulationState>(NOTHING);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const begin = (): void => {
      setState((held) => ({ ...held, percent: 0 }));
      const simulation = beginSimulation({ matrix, issues, seed, runs, top });
      const piece = (): void => {
        const until = performance.now() + PIECE_MS;
        while (simulation.done < simulation.runs && performance.now() < until) simulation.advance(RUNS_BETWEEN_LOOKS);
        if (simulation.done >= simulation.runs) {
          setState({ figures: new Map(simulation.result().map((one) => [one.id, one])), percent: 100 });
          return;
        }
        setState((held) => ({ ...held, percent: Math.floor((simulation.done / simulation.runs) * 100) }));
        timer = setTimeout(piece, 0);
      };
      piece();
    };
    timer = setTimeout(begin, REST_MS);
    return () => clearTimeout(timer);
  }, [matrix, issues, seed, runs, top]);
  return state;
}
