import { useEffect, useState } from 'react';
import type { AskOut } from '#shared/contracts/bridge/asks.ts';
import type { ViewState } from '#renderer/app/bridge/bridge.ts';
import { useBridge } from '#renderer/app/bridge/use-bridge.ts';

export type MinutesShown = AskOut['minutes.preview'];

/** The minutes of a meeting as they read in every format; asked again whenever `version` changes, keeping the last ones on the screen meanwhile. */
export function useMinutes(meetingId: string, partnerAgencyId: string, version: string): ViewState<MinutesShown> {
  const bridge = useBridge();
  const [shown, setShown] = useState<ViewState<MinutesShown>>({ state: 'loading' });
  // The version is what says that the answer would be another one.
  useEffect(() => {
    let current = true;
    void bridge.ask('minutes.preview', { meetingId, partnerAgencyId }).then((result) => {
      if (current) setShown(result.ok ? { state: 'ready', view: result.value } : { state: 'refused', refusals: result.refusals });
    });
    return () => {
      current = false;
    };
  }, [bridge, meetingId, partnerAgencyId, version]);
  return shown;
}
