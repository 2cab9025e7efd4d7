import { useCallback } from 'react';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';
import { lock } from './session.ts';

/** Locking by hand. Switching person is the same: whoever comes next signs in with their own pass phrase. */
export function useLockNow(): { readonly lockNow: () => void; readonly switchPerson: () => void } {
  const bridge = useBridge();
  const lockNow = useCallback(() => void lock(bridge), [bridge]);
  return { lockNow, switchPerson: lockNow };
}
