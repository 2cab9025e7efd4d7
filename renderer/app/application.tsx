import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useBridge } from './bridge/use-bridge.ts';
import { useSession } from './session/session.ts';
import { Shell } from './shell/shell.tsx';

const SessionPage = lazy(async () => ({ default: (await import('#renderer/pages/session/session.page.tsx')).SessionPage }));

/** Either the session screens or the shell with its pages; never both, so that a locked window holds no content. */
export function Application(): ReactNode {
  const phase = useSession((state) => state.phase);
  useActivity();
  if (phase === 'open') return <Shell />;
  return (
    <Suspense>
      <SessionPage />
    </Suspense>
  );
}

const TOUCH_EVERY_MS = 20_000;

/** Tells the engine that someone is there, at most every twenty seconds, so that the idle lock waits. */
function useActivity(): void {
  const bridge = useBridge();
  const open = useSession((state) => state.phase === 'open');
  useEffect(() => {
    if (!open) return;
    let last = 0;
    const touch = (): void => {
      if (Date.now() - last < TOUCH_EVERY_MS) return;
      last = Date.now();
      void bridge.ask('session.touch', {});
    };
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, touch, { passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, touch);
    };
  }, [bridge, open]);
}
