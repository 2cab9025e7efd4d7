import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACKNOWLEDGED, type Ending, type FileAct, fingerprintOf, layImage, readTrace, WatchedDisk } from './crash-images.ts';
import { inspectors } from './inspectors.ts';
import { prepareVault } from './scripted-session.ts';

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Compiles the file layer into the folder and returns its path; null where there is no C compiler or another system than Linux. */
export function compileFileLayer(folder: string): string | null {
  if (process.platform !== 'linux') return null;
  const layer = join(folder, 'watched-files.so');
  const made = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', layer, beside('./watched-files.c'), '-ldl', '-lpthread']);
  return made.status === 0 ? layer : null;
}

/** Runs a script of this folder with the file layer over it; gives what it said. Throws when it ends badly. */
export async function runUnderLayer(
  layer: string,
  watched: string,
  trace: string,
  script: string,
  args: readonly string[],
  progress: (step: number) => void = () => undefined,
  wrong: (what: string) => void = () => undefined,
): Promise<string> {
  const child = spawn(process.execPath, [beside(script), ...args], {
    env: { ...process.env, LD_PRELOAD: layer, CORDON_WATCHED: watched, CORDON_TRACE: trace, UV_USE_IO_URING: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-20_000);
    const step = [...text.matchAll(/^step (\d+)$/gm)].at(-1)?.[1];
    if (step !== undefined) progress(Number(step));
    for (const [, what = ''] of text.matchAll(/^wrong (.*)$/gm)) wrong(what);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${complaints}`);
  return said;
}

export interface CrashReport {
  readonly steps: number;
  readonly acts: number;
  readonly endings: number;
  /** How many of the endings leave something different on the disk: each is opened once. */
  readonly images: number;
  readonly wrong: readonly string[];
}

interface CrashRun {
  readonly layer: string;
  readonly steps: number;
  /** Tries every so many acts; 1 tries each of them. */
  readonly every: number;
  /** With which act to begin, and what decides what survives. */
  readonly seed: number;
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Runs the script once, then opens the vault as it would lie on the disk had everything ended at each act in turn, in each of four ways.
 * Every one must hold exactly the acknowledged steps, or one more that was under way, a whole journal, and a search that fits.
 */
export async function tryCrashes({ layer, steps, every, seed, progress = () => undefined }: CrashRun): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-crash-'));
  try {
    const vault = join(folder, 'vault');
    mkdirSync(vault);
    await prepareVault(vault);
    const start = new Map(readdirSync(vault).map((name) => [name, readFileSync(join(vault, name))]));
    cpSync(vault, join(folder, 'run'), { recursive: true });
    await runUnderLayer(layer, join(folder, 'run'), join(folder, 'trace'), './traced-session.ts', [join(folder, 'run'), String(steps)]);
    const acts = readTrace(readFileSync(join(folder, 'trace')));
    const disk = new WatchedDisk(start);
    let acknowledged = 0;
    let endings = 0;
    const opened = new Set<string>();
    const wrong: string[] = [];
    const looking = inspectors(cpus().length, (number) => join(folder, `image-${number}`));
    const inspectEnding = async (index: number, act: FileAct, ending: Ending): Promise<void> => {
      endings += 1;
      const image = disk.image(ending, act, seed + index);
      // Two endings that leave the same bytes and allow the same states need only one look.
      const key = `${acknowledged} ${fingerprintOf(image)}`;
      if (opened.has(key)) return;
      opened.add(key);
      await looking.give(
        (folderOfImage) => layImage(folderOfImage, image),
        [acknowledged, acknowledged + 1].filter((one) => one <= steps),
        (found) => {
          if ('wrong' in found) wrong.push(`act ${index} (${act.letter} ${act.name}), ${ending}: ${found.wrong}`);
        },
      );
    };
    for (const [index, act] of acts.entries()) {
      if (act.name === ACKNOWLEDGED) {
        if (act.letter !== 'W') continue;
        acknowledged = Number(act.bytes.toString('utf8'));
        // The moment that matters: somebody was told that it is stored, and the power goes.
        for (const ending of ['power-cut', 'some-survive'] as const) await inspectEnding(index, act, ending);
        continue;
      }
      if (index % every === seed % every) {
        for (const ending of endingsAt(act)) await inspectEnding(index, act, ending);
        progress(index, acts.length);
      }
      disk.apply(act);
    }
    await looking.done();
    return { steps, acts: acts.length, endings, images: opened.size, wrong };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Only writes can be torn, and the disk without power looks different only while something waits to be flushed: at the flush it is worst. */
function endingsAt(act: FileAct): readonly Ending[] {
  if (act.letter === 'W') return ['killed', 'torn'];
  if (act.letter === 'S') return ['killed', 'power-cut', 'some-survive'];
  return ['killed', 'power-cut'];
}

export interface FailingReport {
  readonly tried: number;
  readonly refused: number;
  readonly wrong: readonly string[];
}

interface FailingRun {
  readonly layer: string;
  readonly firstStep: number;
  readonly lastStep: number;
  /** Fails every so many acts; 1 fails each of them. */
  readonly every: number;
  readonly progress?: (step: number) => void;
  /** Is told each thing that is wrong as it is found: a long run that is stopped has still said what it saw. */
  readonly wrong?: (what: string) => void;
}

/**
 * Runs each step of the script with the disk failing at each of its acts in turn, in six ways. A step that was acknowledged must be there
 * when the vault is opened again, one that was refused must not, and nothing else may be lost.
 */
export async function tryFailingDisk({ layer, firstStep, lastStep, every, progress, wrong }: FailingRun): Promise<FailingReport> {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-failing-'));
  try {
    const args = [join(folder, 'vault'), String(firstStep), String(lastStep), String(every)];
    const said = await runUnderLayer(layer, folder, '', './failing-session.ts', args, progress, wrong);
    return JSON.parse(said) as FailingReport;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
