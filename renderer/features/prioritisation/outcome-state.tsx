import type { ReactNode } from 'react';
import { StatusText } from '#renderer/components/status-text.tsx';
import { prioritisationText } from '#renderer/text/prioritisation.ts';

/** How an issue ends, in words with a mark. */
export function OutcomeState({ state }: { readonly state: string }): ReactNode {
  return (
    <StatusText tone={state === 'included' ? 'good' : state === 'not-included' ? 'active' : 'quiet'}>
      {prioritisationText.outcomes.short[state] ?? state}
    </StatusText>
  );
}
