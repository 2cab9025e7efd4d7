import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { MARKING_COLOURS, type Palette, palettes } from './palette.ts';

const accent: MantineColorsTuple = [
  '#e9f5f6',
  '#d3e8ea',
  '#a8d2d7',
  '#84cdd6',
  '#4fa9b4',
  '#2f8f9b',
  '#1b6a75',
  '#0b5560',
  '#08454e',
  '#05343b',
];
const warmGray: MantineColorsTuple = [
  '#faf8f5',
  '#f4f2ee',
  '#efece7',
  '#dfdbd4',
  '#c9c4bb',
  '#87827a',
  '#5c5850',
  '#47433d',
  '#33302b',
  '#201e1b',
];
const warmDark: MantineColorsTuple = [
  '#ece9e4',
  '#d2cdc6',
  '#b0aaa1',
  '#8b857b',
  '#4a4641',
  '#3b3834',
  '#2e2b28',
  '#23211f',
  '#1b1a18',
  '#151412',
];

const SYSTEM_FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif';
const MONOSPACE = 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace';

/** Calm and dense: 14 px text on a 4 px grid, one accent, borders before shadows, no movement longer than 150 ms. */
export const theme = createTheme({
  colors: { accent, gray: warmGray, dark: warmDark },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: SYSTEM_FONT,
  fontFamilyMonospace: MONOSPACE,
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.35' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '0.125rem', sm: '0.25rem', md: '0.25rem', lg: '0.375rem', xl: '0.5rem' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  headings: {
    fontFamily: SYSTEM_FONT,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.35' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
      h4: { fontSize: '0.875rem', lineHeight: '1.45' },
      h5: { fontSize: '0.875rem', lineHeight: '1.45' },
      h6: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: {
      defaultProps: { openDelay: 250, withArrow: true, multiline: true, maw: '24rem', events: { hover: true, focus: true, touch: true } },
    },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 100 }, overlayProps: { backgroundOpacity: 0.45 } } },
    Menu: { defaultProps: { transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { transitionProps: { duration: 80 } } },
  },
});

/** Turns one of the palettes into the variables Mantine and our own style sheets read. */
export function variablesOf(contrastMore: boolean): CSSVariablesResolver {
  const light = contrastMore ? palettes.lightContrast : palettes.light;
  const dark = contrastMore ? palettes.darkContrast : palettes.dark;
  return () => ({ variables: markingVariables, light: paletteVariables(light), dark: paletteVariables(dark) });
}

const markingVariables: Record<string, string> = Object.fromEntries(
  Object.entries(MARKING_COLOURS).flatMap(([marking, { ground, words }]) => [
    [`--cordon-marking-${marking.toLowerCase()}-ground`, ground],
    [`--cordon-marking-${marking.toLowerCase()}-words`, words],
  ]),
);

function paletteVariables(palette: Palette): Record<string, string> {
  return {
    '--cordon-body': palette.body,
    '--cordon-surface': palette.surface,
    '--cordon-sunken': palette.sunken,
    '--cordon-text': palette.text,
    '--cordon-dimmed': palette.dimmed,
    '--cordon-line': palette.line,
    '--cordon-edge': palette.edge,
    '--cordon-fill': palette.fill,
    '--cordon-accent': palette.accent,
    '--cordon-selected': palette.selected,
    '--cordon-hover': palette.hover,
    '--cordon-danger': palette.danger,
    '--cordon-danger-ground': palette.dangerGround,
    '--cordon-attention': palette.attention,
    '--cordon-attention-ground': palette.attentionGround,
    '--cordon-good': palette.good,
    '--cordon-good-ground': palette.goodGround,
    '--cordon-focus': palette.focus,
    '--mantine-color-body': palette.body,
    '--mantine-color-text': palette.text,
    '--mantine-color-bright': palette.text,
    '--mantine-color-dimmed': palette.dimmed,
    '--mantine-color-placeholder': palette.dimmed,
    '--mantine-color-anchor': palette.accent,
    '--mantine-color-error': palette.danger,
    '--mantine-color-success': palette.good,
    '--mantine-color-default': palette.surface,
    '--mantine-color-default-hover': palette.hover,
    '--mantine-color-default-color': palette.text,
    '--mantine-color-default-border': palette.edge,
    '--mantine-color-disabled': palette.sunken,
    '--mantine-color-disabled-color': palette.dimmed,
    '--mantine-color-disabled-border': palette.line,
    ...shadesOf('accent', palette.fill, palette.fillHover, palette.accent, palette.selected, palette.hover),
    ...shadesOf('red', palette.dangerFill, palette.dangerFill, palette.danger, palette.dangerGround, palette.dangerGround),
    ...shadesOf('gray', palette.dimmed, palette.dimmed, palette.text, palette.sunken, palette.hover),
    ...shadesOf('yellow', palette.attention, palette.attention, palette.attention, palette.attentionGround, palette.attentionGround),
    ...shadesOf('green', palette.good, palette.good, palette.good, palette.goodGround, palette.goodGround),
  };
}

function shadesOf(
  colour: string,
  fill: string,
  fillHover: string,
  words: string,
  light: string,
  lightHover: string,
): Record<string, string> {
  const name = `--mantine-color-${colour}`;
  return {
    [`${name}-text`]: words,
    [`${name}-filled`]: fill,
    [`${name}-filled-hover`]: fillHover,
    [`${name}-light`]: light,
    [`${name}-light-hover`]: lightHover,
    [`${name}-light-color`]: words,
    [`${name}-outline`]: words,
    [`${name}-outline-hover`]: lightHover,
  };
}
