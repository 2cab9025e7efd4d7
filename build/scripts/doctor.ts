/**
 * Finds what this machine lacks to run a window, installs it where it may (Debian, as root), and else prints the one
 * line to type. Says nothing when nothing is missing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A thing a window needs, how to see that it is there, and the Debian package that brings it. */
interface Need {
  readonly debianPackage: string;
  readonly present: () => boolean;
}

function program(name: string): () => boolean {
  return () => (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

function knownLibraries(): string {
  for (const ldconfig of ['/sbin/ldconfig', '/usr/sbin/ldconfig', 'ldconfig']) {
    const found = spawnSync(ldconfig, ['-p'], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout;
  }
  return '';
}

function library(name: string): () => boolean {
  return () => knownLibraries().includes(`${name} `);
}

const windowNeeds: readonly Need[] = [
  { debianPackage: 'libgtk-3-0', present: library('libgtk-3.so.0') },
  { debianPackage: 'libnss3', present: library('libnss3.so') },
  { debianPackage: 'libasound2', present: library('libasound.so.2') },
  { debianPackage: 'libgbm1', present: library('libgbm.so.1') },
  { debianPackage: 'fonts-dejavu', present: () => ['/usr/share/fonts', '/usr/local/share/fonts'].some(existsSync) },
];

const virtualDisplayNeeds: readonly Need[] = [
  { debianPackage: 'xvfb', present: program('xvfb-run') },
  { debianPackage: 'xauth', present: program('xauth') },
];

/** Whether a window can be shown to somebody here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** The Debian packages this machine lacks to open a window. */
export function missingPackages(): readonly string[] {
  if (process.platform !== 'linux') return [];
  const needs = hasDisplay() ? windowNeeds : [...windowNeeds, ...virtualDisplayNeeds];
  return needs.filter((need) => !need.present()).map((need) => need.debianPackage);
}

function install(packages: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}

/** Makes sure a window can open here; false, after saying what to type, when it cannot. */
export function readyForWindows(say: (line: string) => void = console.error): boolean {
  const missing = missingPackages();
  if (missing.length === 0) return true;
  const mayInstall = process.getuid?.() === 0 && program('apt-get')();
  if (mayInstall) {
    say(`Installing what this machine lacks: ${missing.join(' ')}`);
    try {
      install(missing);
    } catch {
      say('apt-get could not install them.');
    }
    if (missingPackages().length === 0) return true;
  }
  say('This machine lacks some system packages. On Debian or Ubuntu, type this, then try again:');
  say(`  sudo apt-get install -y ${missingPackages().join(' ')}`);
  return false;
}

if (import.meta.main) {
  if (!readyForWindows()) process.exit(1);
  console.log('Nothing is missing.');
}
