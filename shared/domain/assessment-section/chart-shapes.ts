/** What a shape is for; colours, and whether it is drawn at all in a theme, follow from it. */
export type ShapeRole = 'series' | 'limit' | 'mean' | 'outside' | 'axis' | 'grid' | 'label' | 'note';

interface Drawn {
  readonly role: ShapeRole;
  /** Which series it belongs to, from 0; -1 for none. */
  readonly series: number;
}
/** One part of a drawing. Lengths are in the unit of the scene, which is a point on paper and a pixel on the screen at its natural size. */
export type Shape =
  | (Drawn & { readonly kind: 'path'; readonly d: string; readonly dash: string; readonly width: number; readonly filled: boolean })
  | (Drawn & { readonly kind: 'bar'; readonly x: number; readonly y: number; readonly width: number; readonly height: number })
  | (Drawn & {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly size: number;
      readonly turn: number;
    });

/** A chart as shapes in a box from 0, 0 to `width`, `height`: drawn alike on paper and in the window. */
export interface ChartScene {
  readonly width: number;
  readonly height: number;
  /** What it is called, and what it shows, for those who cannot see it. */
  readonly title: string;
  readonly description: string;
  readonly shapes: readonly Shape[];
}

/** The part of the box the values are drawn in. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Size of every text of a drawing, unless it says otherwise. */
export const FONT_SIZE = 11;

/** A straight line as a path. */
export const straight = (x1: number, y1: number, x2: number, y2: number): string => `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`;
/** To hundredths: a drawing is no smaller for more digits. */
export const round = (value: number): number => Math.round(value * 100) / 100;
