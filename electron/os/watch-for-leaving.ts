import { powerMonitor } from 'electron';
import type { LockReason } from '#shared/contracts/os/messages.ts';

const POLL_MS = 1000;

export interface LeavingWatch {
  /** Minutes without keyboard or mouse after which the workstation counts as left; null while nothing is open. */
  setIdleLimit(minutes: number | null): void;
}

/** Tells when the person has left the workstation: nobody touched it, its screen was locked, its user was switched, or it is going to sleep. */
export function watchForLeaving(onLeft: (why: LockReason) => void): LeavingWatch {
  powerMonitor.on('lock-screen', () => onLeft('screen-lock'));
  powerMonitor.on('user-did-resign-active', () => onLeft('screen-lock'));
  powerMonitor.on('suspend', () => onLeft('suspend'));

  let timer: NodeJS.Timeout | undefined;
  return {
    setIdleLimit(minutes) {
      clearInterval(timer);
      if (minutes === null) return;
      const limitSeconds = minutes > 0 ? minutes * 60 : Number.POSITIVE_INFINITY;
      timer = setInterval(() => {
        // Linux has no lock-screen event; there the idle state is what tells of a locked screen.
        if (powerMonitor.getSystemIdleState(60) === 'locked') onLeft('screen-lock');
        else if (powerMonitor.getSystemIdleTime() >= limitSeconds) onLeft('idle');
      }, POLL_MS);
    },
  };
}
