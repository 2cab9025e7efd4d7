import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { APPEARANCES, type Appearance } from '#shared/contracts/bridge/announcements.ts';

export const SMALLEST = { width: 1024, height: 700 } as const;
const USUAL = { width: 1440, height: 900 } as const;
export const ZOOM = { least: 0.5, most: 3, step: 1.1 } as const;

/** Where the window was, how large its writing and how it was drawn; nothing of what it showed. */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
  readonly zoom: number;
  readonly appearance: Appearance;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const coordinate = z.int().min(-100_000).max(100_000);
const placeShape = z.object({
  x: coordinate,
  y: coordinate,
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  maximised: z.boolean(),
  zoom: z.number().min(ZOOM.least).max(ZOOM.most),
  appearance: z.enum(APPEARANCES),
});

/** The place remembered in a file; null when there is none or it says something else. */
export function rememberedPlace(file: string): WindowPlace | null {
  try {
    const read = placeShape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function rememberPlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, JSON.stringify(place), { mode: 0o600 });
  } catch {
    // A full or read-only disk: where the window stood is not worth a word.
  }
}

const REACHABLE = 100;

const shared = (a: Area, b: Area): { readonly width: number; readonly height: number } => ({
  width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
});

/** Where to open the window on these displays: where it was if that can still be reached, else in the middle of the first. */
export function placeToOpenAt(remembered: WindowPlace | null, displays: readonly Area[]): WindowPlace {
  const found =
    remembered && displays.find((area) => shared(remembered, area).width >= REACHABLE && shared(remembered, area).height >= REACHABLE);
  const area = found ?? displays[0] ?? { x: 0, y: 0, ...USUAL };
  const width = Math.max(SMALLEST.width, Math.min(remembered?.width ?? USUAL.width, area.width));
  const height = Math.max(SMALLEST.height, Math.min(remembered?.height ?? USUAL.height, area.height));
  const between = (least: number, wanted: number, most: number): number => Math.max(least, Math.min(wanted, most));
  return {
    x:
      found && remembered
        ? between(area.x + REACHABLE - width, remembered.x, area.x + area.width - REACHABLE)
        : area.x + Math.max(0, Math.round((area.width - width) / 2)),
    y:
      found && remembered
        ? between(area.y, remembered.y, area.y + area.height - REACHABLE)
        : area.y + Math.max(0, Math.round((area.height - height) / 2)),
    width,
    height,
    maximised: remembered?.maximised ?? (area.width < USUAL.width || area.height < USUAL.height),
    zoom: remembered?.zoom ?? 1,
    appearance: remembered?.appearance ?? 'system',
  };
}
