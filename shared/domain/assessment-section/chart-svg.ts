import type { ChartScene, Shape } from './chart-shapes.ts';

/** Colours on white paper, dark enough for text beside each other; each series has a pattern or dashes besides. */
export const PRINT_SERIES = ['#0b5560', '#b3541e', '#5b4a9e', '#6b5d00', '#a3226b', '#2f6f2f', '#4a5356', '#1f4e9e'] as const;
const INK = '#14181a';
const QUIET = '#4a5356';
const GRID = '#c9cfd0';

/** How the bars of a series are filled: lines in these directions on a tint, so that they can be told apart without colour. */
export const PATTERNS = [
  '',
  'M0 8L8 0',
  'M0 4L8 4',
  'M0 0L8 8',
  'M4 0L4 8',
  'M0 4L8 4M4 0L4 8',
  'M2 2L4 2M6 6L8 6',
  'M0 0L8 8M0 8L8 0',
] as const;

/** The drawing as SVG for paper: complete in itself, escaped, with its title and description. `id` sets its patterns apart from other drawings'. */
export function chartSvg(scene: ChartScene, id = 'chart'): string {
  const patterns = PRINT_SERIES.map((colour, series) =>
    (PATTERNS[series] ?? '') === ''
      ? ''
      : `<pattern id="${id}-${series}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/><path d="${PATTERNS[series]}" stroke="${colour}" stroke-width="1.8" fill="none"/></pattern>`,
  ).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(scene.width)} ${Math.ceil(scene.height)}" role="img" font-family="'Liberation Sans', Arial, Helvetica, sans-serif"><title>${escapeXml(scene.title)}</title><desc>${escapeXml(scene.description)}</desc><defs>${patterns}</defs>${scene.shapes.map((shape) => shapeSvg(shape, id)).join('')}</svg>`;
}

const colourOf = (series: number): string => PRINT_SERIES[series % PRINT_SERIES.length] ?? INK;

function shapeSvg(shape: Shape, id: string): string {
  switch (shape.kind) {
    case 'text': {
      const turned = shape.turn === 0 ? '' : ` transform="rotate(${shape.turn} ${shape.x} ${shape.y})"`;
      return `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" text-anchor="${shape.anchor}" fill="${shape.role === 'note' ? QUIET : INK}"${turned}>${escapeXml(shape.text)}</text>`;
    }
    case 'bar': {
      const colour = colourOf(shape.series);
      const fill = (PATTERNS[shape.series % PATTERNS.length] ?? '') === '' ? colour : `url(#${id}-${shape.series})`;
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${fill}" stroke="${colour}" stroke-width="0.8"/>`;
    }
    case 'path': {
      const colour = shape.role === 'grid' ? GRID : shape.role === 'axis' ? INK : colourOf(shape.series);
      if (shape.filled) return `<path d="${shape.d}" fill="${colour}"/>`;
      const dash = shape.dash === '' ? '' : ` stroke-dasharray="${shape.dash}"`;
      return `<path d="${shape.d}" fill="none" stroke="${colour}" stroke-width="${shape.width}" stroke-linejoin="round"${dash}/>`;
    }
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
