/** Runs a program where it can open windows: on this display, or on a virtual one when there is none. */
import { type ChildProcess, spawn } from 'node:child_process';
import { hasDisplay } from './doctor.ts';

// Larger than a wall screen, because without a window manager no window can be as large as the screen.
const virtualScreen = ['-a', '-s', '-screen 0 4096x2400x24 -nolisten tcp'];

/** Chromium cannot use its sandbox as the root user of a Linux machine. */
export const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** Runs the program to its end and returns its exit code. A virtual display is taken down with it. */
export function runOnDisplay(program: string, args: readonly string[]): Promise<number> {
  const virtual = !hasDisplay();
  const child: ChildProcess = virtual
    ? spawn('xvfb-run', [...virtualScreen, program, ...args], { stdio: 'inherit', detached: true })
    : spawn(program, args, { stdio: 'inherit' });

  // xvfb-run does not hand signals on, so the whole group is told.
  const stop = (signal: NodeJS.Signals) => {
    if (child.pid === undefined) return;
    try {
      process.kill(virtual ? -child.pid : child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
}

/** The sentence said when windows open on a display nobody sees. */
export const virtualDisplayNotice = 'There is no display here, so the window opens on a virtual one that cannot be seen.';

/** Set for a program whose windows open on a display nobody sees: it need not go slowly. */
export const NOBODY_WATCHES = 'CORDON_NOBODY_WATCHES';
