import type { ReactNode } from 'react';
import type { ViewState } from '#renderer/app/bridge/bridge.ts';
import { PageLoading } from './page.tsx';
import { RefusalNote } from './refusal-note.tsx';

/** Draws a query's answer: loading, refused with reasons, or `children` with the view. */
export function View<T>({ of, children }: { readonly of: ViewState<T>; readonly children: (view: T) => ReactNode }): ReactNode {
  switch (of.state) {
    case 'loading':
      return <PageLoading />;
    case 'refused':
      return <RefusalNote refusals={of.refusals} />;
    case 'ready':
      return children(of.view);
  }
}
