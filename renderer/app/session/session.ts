import { create } from 'zustand';
import type { Refusal } from '#shared/base/result.ts';
import type { SessionState } from '#shared/contracts/bridge/asks.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Bridge } from '#renderer/app/bridge/bridge.ts';
import { forgetLocation, rememberedLocation, useLocationStore } from '#renderer/app/location.ts';
import { clearScratchpad, resendTyped } from '#renderer/app/scratchpad/scratchpad.ts';
import { forgetAllWriting, settleAllWriting } from '#renderer/app/scratchpad/writing.ts';

/** What the window shows: not connected yet, about to be emptied, the session screens, or the pages of Cordon. */
export type Phase = 'starting' | 'locking' | 'signed-out' | 'open';

interface SessionStore {
  readonly phase: Phase;
  readonly session: SessionState | null;
  /** True when the engine stopped by itself while someone was signed in. */
  readonly engineStopped: boolean;
  readonly refusals: readonly Refusal[];
}

export const useSession = create<SessionStore>()(() => ({ phase: 'starting', session: null, engineStopped: false, refusals: [] }));

/** The person signed in; throws on the session screens, where there is none. */
export function useActor(): Actor {
  const actor = useSession((state) => state.session?.actor ?? null);
  if (!actor) throw new Error('nobody is signed in');
  return actor;
}

let lastPersonId = '';
/** Locking never waits longer than this for text on its way; the engine stores what has reached it before it ends. */
const LONGEST_WAIT_MS = 1000;

/** Takes what the engine says of the session and moves the window to it: typed text is sent again before any page opens. */
export async function enter(bridge: Bridge, session: SessionState): Promise<void> {
  const actor = session.vault === 'open' ? session.actor : null;
  if (!actor) {
    useSession.setState({ phase: 'signed-out', session, refusals: [] });
    return;
  }
  await resendTyped(bridge, actor.personId);
  if (lastPersonId !== actor.personId) {
    useLocationStore.getState().startAt(rememberedLocation(actor.personId) || '/');
    lastPersonId = actor.personId;
  }
  useSession.setState({ phase: 'open', session, engineStopped: false, refusals: [] });
  bridge.watchAgain();
  void settleAllWriting();
}

/** Asks the engine how things stand; at start, after the engine was started anew, and after a vault was made. */
export async function look(bridge: Bridge): Promise<void> {
  const result = await bridge.ask('session.look', {});
  if (result.ok) await enter(bridge, result.value);
  else useSession.setState({ refusals: result.refusals });
}

/** Locks at once: the engine ends and the window is loaded anew, so that nothing of the session stays in memory. */
export async function lock(bridge: Bridge): Promise<void> {
  await Promise.race([settleAllWriting(), new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
  await bridge.ask('session.lock', {});
}

/** Follows the engine: every new port is looked at, and a lock from any cause empties the window. */
export function followSession(bridge: Bridge): void {
  let portsSeen = 0;
  bridge.onConnection(() => {
    const connection = bridge.connection();
    if (connection.ports !== portsSeen || connection.state === 'waiting') {
      portsSeen = connection.ports;
      const wasOpen = useSession.getState().phase === 'open';
      useSession.setState((state) => ({ phase: 'starting', engineStopped: state.engineStopped || wasOpen }));
    }
    if (connection.state === 'connected') void look(bridge);
  });
  bridge.onSession((event) => {
    if (event.state === 'open') return;
    bridge.forgetViews();
    forgetAllWriting();
    // The window is emptied at the same time, its storage with it: whichever is first, the other has nothing left to do.
    clearScratchpad().catch(() => undefined);
    forgetLocation();
    // The window is loaded anew in a moment: a sign-in form shown now would lose what is typed into it.
    useSession.setState({ phase: 'locking', engineStopped: false, session: null, refusals: [] });
    lastPersonId = '';
  });
}
