import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHARTS, figure, type Figure } from './assessment-section.schema.ts';
import { chartScene } from './chart-scene.ts';
import type { ChartScene, Shape } from './chart-shapes.ts';
import { chartSvg } from './chart-svg.ts';
import { textWidth } from './text-width.ts';

type Drawable = Pick<Figure, 'title' | 'columns' | 'rows' | 'chart' | 'controlLimits'>;
const monthly: Drawable = {
  title: 'Domestic abuse offences',
  columns: ['Month', 'Offences', 'Arrests'],
  rows: [
    ['Jan 2026', '1,204', '310'],
    ['Feb 2026', '1,190', '–'],
    ['Mar 2026', '1,260', '330'],
    ['Apr 2026', '1,233', '301'],
  ],
  chart: 'line',
  controlLimits: false,
};
const drawn = (figureDrawn: Drawable): ChartScene => {
  const scene = chartScene(figureDrawn);
  if (scene === null) throw new Error('nothing was drawn');
  return scene;
};
const texts = (scene: ChartScene) => scene.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const series = (scene: ChartScene) => scene.shapes.filter((shape) => shape.role === 'series');

/** The corners of what a shape covers; a text counts as wide as it can be. */
function corners(shape: Shape): readonly (readonly [number, number])[] {
  switch (shape.kind) {
    case 'bar':
      return [
        [shape.x, shape.y],
        [shape.x + shape.width, shape.y + shape.height],
      ];
    case 'text': {
      const width = textWidth(shape.text, shape.size);
      const from = shape.anchor === 'start' ? 0 : shape.anchor === 'end' ? -width : -width / 2;
      const angle = (shape.turn * Math.PI) / 180;
      return [from, from + width].map((along) => [shape.x + along * Math.cos(angle), shape.y + along * Math.sin(angle)] as const);
    }
    case 'path': {
      const ends: [number, number][] = [];
      let [x, y] = [0, 0];
      for (const [, command = '', text = ''] of shape.d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
        const numbers = text
          .split(/[\s,]+/)
          .filter((part) => part !== '')
          .map(Number);
        for (const one of numbers) expect(Number.isFinite(one)).toBe(true);
        if (command === 'h') x += numbers[0] ?? NaN;
        else if (command === 'v') y += numbers[0] ?? NaN;
        else if (command === 'H') x = numbers[0] ?? NaN;
        else if (command === 'V') y = numbers[0] ?? NaN;
        else if (command !== 'Z')
          for (let at = numbers.length - 2; at >= 0; at -= command === 'A' ? 7 : 2) {
            [x, y] = [numbers[at] ?? NaN, numbers[at + 1] ?? NaN];
            ends.push([x, y]);
          }
        ends.push([x, y]);
      }
      return shape.d === '' ? [] : ends;
    }
  }
}

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2000, max: 5000 }).map(String) },
  { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('', '–', 'n/a', '12%', '£1,204', '(30)', '1e15', '-1e15', '1e-300') },
  { weight: 2, arbitrary: fc.string({ maxLength: 60 }) },
);
const anyFigure = fc
  .record({
    width: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 0, max: 60 }),
    chart: fc.constantFrom(...CHARTS),
    controlLimits: fc.boolean(),
  })
  .chain(({ width, height, chart, controlLimits }) =>
    fc.record({
      id: fc.constant('figure1'),
      title: fc.constant('Any figure'),
      source: fc.constant('Any source'),
      asOf: fc.constant('2026-11-03'),
      note: fc.constant(''),
      columns: fc.array(fc.oneof(fc.constant('Offences'), fc.stringMatching(/^[a-zA-Z<&"]{1,100}$/)), {
        minLength: width,
        maxLength: width,
      }),
      rows: fc.array(fc.array(cell, { minLength: 0, maxLength: width + 1 }), { minLength: height, maxLength: height }),
      chart: fc.constant(chart),
      controlLimits: fc.constant(controlLimits),
    }),
  )
  .filter((one) => figure.safeParse(one).success);

describe('the drawing of a figure', () => {
  it('stays in its box and holds no number that is none, for any figure that can be stored', () => {
    fc.assert(
      fc.property(anyFigure, fc.integer({ min: 0, max: 1200 }), (any, width) => {
        const scene = chartScene(any as unknown as Figure, width);
        if (scene === null) return;
        for (const shape of scene.shapes) {
          for (const [x, y] of corners(shape)) {
            expect(x).toBeGreaterThanOrEqual(-0.5);
            expect(x).toBeLessThanOrEqual(scene.width + 0.5);
            expect(y).toBeGreaterThanOrEqual(-0.5);
            expect(y).toBeLessThanOrEqual(scene.height + 0.5);
          }
        }
        expect(chartSvg(scene)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 300 },
    );
  });

  it('of the largest figure there can be is drawn too', () => {
    const rows = Array.from({ length: 2000 }, (_unused, row) => [
      `Row ${row}`,
      ...Array.from({ length: 39 }, (_one, column) => String(row * column)),
    ]);
    for (const chart of ['line', 'bar', 'stacked-bar'] as const)
      expect(
        chartSvg(
          drawn({ title: 'All', columns: rows[0]?.map((_cell, column) => `Column ${column}`) ?? [], rows, chart, controlLimits: true }),
        ).length,
      ).toBeLessThan(4_000_000);
  });

  it('is broken where a cell holds no number, and marks what stands alone', () => {
    const scene = drawn(monthly);
    const lines = series(scene).filter((shape) => shape.kind === 'path' && !shape.filled && (shape.d.match(/[ML]/g)?.length ?? 0) > 2);
    expect(lines).toHaveLength(2);
    expect(lines.map((shape) => (shape.kind === 'path' ? (shape.d.match(/M/g)?.length ?? 0) : 0))).toEqual([1, 2]);
  });

  it('tells its series apart without colour: by dashes and marks, or by patterns', () => {
    const dashes = series(drawn(monthly)).flatMap((shape) => (shape.kind === 'path' && !shape.filled ? [shape.dash] : []));
    expect(new Set(dashes).size).toBe(2);
    const svg = chartSvg(drawn({ ...monthly, chart: 'bar' }), 'figure-1');
    expect(svg).toContain('url(#figure-1-1)');
    expect(svg).toContain('<pattern id="figure-1-1"');
  });

  it('has bars that stand on nothing, and stacks that end at their sums', () => {
    expect(texts(drawn({ ...monthly, chart: 'bar' }))).toContain('0');
    const scene = drawn({
      ...monthly,
      rows: [
        ['Jan', '30', '20'],
        ['Feb', '-10', '-5'],
      ],
      chart: 'stacked-bar',
    });
    const bars = series(scene).flatMap((shape) => (shape.kind === 'bar' && shape.width > 26 ? [shape] : []));
    const [first, , third, fourth] = bars;
    expect(bars).toHaveLength(4);
    expect((third?.y ?? 0) + (third?.height ?? 0)).toBeCloseTo(first?.y ?? 0, 1);
    expect(fourth?.y).toBeCloseTo((bars[1]?.y ?? 0) + (bars[1]?.height ?? 0), 1);
  });

  it('shows mean and control limits of a line by name, and says when they are provisional', () => {
    const scene = drawn({ ...monthly, columns: ['Month', 'Offences'], controlLimits: true });
    expect(scene.shapes.filter((shape) => shape.role === 'limit' || shape.role === 'mean')).toHaveLength(3);
    expect(texts(scene).join('|')).toMatch(/Upper limit 1,3\d\d\|.*Mean 1,222/);
    expect(texts(scene)).toContain('Limits from fewer than 12 values are provisional.');
    expect(drawn({ ...monthly, controlLimits: false }).shapes.some((shape) => shape.role === 'limit')).toBe(false);
  });

  it('says what it shows to those who cannot see it', () => {
    expect(drawn({ ...monthly, controlLimits: true }).description).toMatch(
      /^Line chart of Offences, Arrests by Month: 4 values, from Jan 2026 to Apr 2026\. Offences: lowest 1,190 \(Feb 2026\), highest 1,260 \(Mar 2026\)\. Mean 1,222, upper limit 1,\d{3}, lower limit 1,\d{3}\. No value lies outside the limits\. Arrests: .* 1 has no number\./,
    );
  });

  it('shows units that all its numbers share', () => {
    const rows = [
      ['Jan', '12%'],
      ['Feb', '18%'],
    ];
    expect(texts(drawn({ ...monthly, columns: ['Month', 'Solved'], rows, chart: 'bar' }))).toContain('10%');
  });

  it('is none where there is a table only, or nothing that is a number', () => {
    expect(chartScene({ ...monthly, chart: 'none' })).toBeNull();
    expect(chartScene({ ...monthly, rows: [['Jan', 'many', 'few']] })).toBeNull();
    expect(chartScene({ ...monthly, rows: [] })).toBeNull();
  });

  it('never lets a name become markup, and takes hidden characters out of it', () => {
    const hostile = '</text><script>alert(1)</script>\u202E\u0007"\'&';
    const svg = chartSvg(
      drawn({
        ...monthly,
        title: hostile,
        columns: [hostile, hostile, hostile],
        rows: [
          [hostile, '1', '2'],
          [hostile, '2', '3'],
        ],
      }),
    );
    expect(svg).not.toContain('<script');
    expect(svg).not.toMatch(/[\u0007\u202E]/);
    expect(svg.match(/<text/g)?.length).toBe(svg.match(/<\/text>/g)?.length);
  });
});
