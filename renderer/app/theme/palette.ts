/** Every colour the window uses, by what it is for. All pairs that carry text are checked for contrast by the test beside this file. */
export interface Palette {
  /** The page. */
  readonly body: string;
  /** Panes, inputs, menus. */
  readonly surface: string;
  /** Navigation, table heads, status bar. */
  readonly sunken: string;
  readonly text: string;
  readonly dimmed: string;
  /** Lines that only divide. */
  readonly line: string;
  /** Edges of things one can use: inputs, buttons, check boxes. */
  readonly edge: string;
  /** Ground of the main button; its words are white. */
  readonly fill: string;
  readonly fillHover: string;
  /** Links and marks of what is chosen. */
  readonly accent: string;
  readonly selected: string;
  readonly hover: string;
  readonly danger: string;
  readonly dangerFill: string;
  readonly dangerGround: string;
  readonly attention: string;
  readonly attentionGround: string;
  readonly good: string;
  readonly goodGround: string;
  readonly focus: string;
}

export const MARKING_COLOURS = {
  OFFICIAL: { ground: '#24474d', words: '#ffffff' },
  'OFFICIAL-SENSITIVE': { ground: '#f0b93a', words: '#1c1400' },
} as const;

export const WHITE = '#ffffff';

export const palettes = {
  light: {
    body: '#fdfcfa',
    surface: '#ffffff',
    sunken: '#f4f2ee',
    text: '#201e1b',
    dimmed: '#5c5850',
    line: '#dfdbd4',
    edge: '#87827a',
    fill: '#0b5560',
    fillHover: '#08454e',
    accent: '#0b5560',
    selected: '#dcecee',
    hover: '#efece7',
    danger: '#a3221b',
    dangerFill: '#a3221b',
    dangerGround: '#fbe9e6',
    attention: '#744700',
    attentionGround: '#fcf0d6',
    good: '#1f5c37',
    goodGround: '#e2f1e7',
    focus: '#0b5560',
  },
  dark: {
    body: '#1b1a18',
    surface: '#23211f',
    sunken: '#151412',
    text: '#ece9e4',
    dimmed: '#b0aaa1',
    line: '#3b3834',
    edge: '#8b857b',
    fill: '#1b6a75',
    fillHover: '#217b87',
    accent: '#84cdd6',
    selected: '#183a3f',
    hover: '#2e2b28',
    danger: '#ffa59c',
    dangerFill: '#a83a32',
    dangerGround: '#40201d',
    attention: '#f0c069',
    attentionGround: '#3a2d13',
    good: '#93d6ac',
    goodGround: '#183423',
    focus: '#84cdd6',
  },
  lightContrast: {
    body: '#ffffff',
    surface: '#ffffff',
    sunken: '#f2f2f2',
    text: '#000000',
    dimmed: '#262626',
    line: '#4d4d4d',
    edge: '#000000',
    fill: '#003a42',
    fillHover: '#00252b',
    accent: '#003a42',
    selected: '#cbe7eb',
    hover: '#e6e6e6',
    danger: '#7a0000',
    dangerFill: '#7a0000',
    dangerGround: '#ffe8e6',
    attention: '#4a2d00',
    attentionGround: '#fff0cc',
    good: '#003d1a',
    goodGround: '#dff5e6',
    focus: '#000000',
  },
  darkContrast: {
    body: '#000000',
    surface: '#000000',
    sunken: '#121212',
    text: '#ffffff',
    dimmed: '#e6e6e6',
    line: '#b3b3b3',
    edge: '#ffffff',
    fill: '#00565f',
    fillHover: '#005f69',
    accent: '#8ff0ff',
    selected: '#003f47',
    hover: '#2b2b2b',
    danger: '#ffb8b1',
    dangerFill: '#8f1d16',
    dangerGround: '#330b08',
    attention: '#ffd76e',
    attentionGround: '#2e2200',
    good: '#a6f0c0',
    goodGround: '#06250f',
    focus: '#ffffff',
  },
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof palettes;

/** Contrast of two colours `#rrggbb` as WCAG 2.2 counts it: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
