import { useEffect, useId } from 'react';
import { create } from 'zustand';
import { MARKINGS, type Marking } from '#shared/contracts/record/record.ts';

interface OnScreen {
  readonly marking: Marking;
  readonly policeOnly: boolean;
}

const useOnScreen = create<{ readonly shown: Readonly<Record<string, OnScreen>> }>()(() => ({ shown: {} }));

/** Says that something of this marking is on the screen, for as long as the component is. */
export function useScreenMarking(marking: Marking, policeOnly = false): void {
  const id = useId();
  useEffect(() => {
    useOnScreen.setState(({ shown }) => ({ shown: { ...shown, [id]: { marking, policeOnly } } }));
    return () =>
      useOnScreen.setState(({ shown }) => {
        const { [id]: _gone, ...rest } = shown;
        return { shown: rest };
      });
  }, [id, marking, policeOnly]);
}

/** The highest of all markings on the screen; the lowest marking when nothing says more. */
export function highestOf(shown: readonly OnScreen[]): OnScreen {
  const highest = Math.max(0, ...shown.map((one) => MARKINGS.indexOf(one.marking)));
  return { marking: MARKINGS[highest] ?? MARKINGS[0], policeOnly: shown.some((one) => one.policeOnly) };
}

export function useHighestMarking(): OnScreen {
  const shown = useOnScreen((state) => state.shown);
  return highestOf(Object.values(shown));
}
