import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dayShape, lineShape, maybeLineShape } from '#shared/base/shapes.ts';
import { argumentRefusals } from './argument-refusals.ts';

const says = (shape: z.ZodType, value: unknown): Record<string, string> => {
  const parsed = shape.safeParse(value);
  if (parsed.success) throw new Error('expected it not to fit');
  const result = argumentRefusals(parsed.error);
  return result.ok ? {} : Object.fromEntries(result.refusals.map((one) => [one.field, one.message]));
};

describe('what a person is told about a field that does not fit', () => {
  it('names every field once, with its path and a sentence without jargon', () => {
    const shape = z.object({
      name: lineShape(5),
      when: dayShape,
      rows: z.array(z.object({ code: z.enum(['a', 'b']), note: maybeLineShape(3) })).max(2),
      size: z.int().min(1).max(9),
    });
    expect(says(shape, { name: 'too long a name', when: '2026-13-01', rows: [{ code: 'c', note: 'four' }], size: 10 })).toEqual({
      name: 'Use at most 5 characters: this has 15.',
      when: 'Give a date between 1900 and 2199.',
      'rows.0.code': 'Choose one of the given values.',
      'rows.0.note': 'Use at most 3 characters: this has 4.',
      size: 'This may be at most 9.',
    });
    expect(says(shape, { name: 'a\u202Eb', when: 5, rows: [{}, {}, {}] })).toMatchObject({
      name: expect.stringContaining('hidden control'),
      when: 'This is not of the right kind.',
      size: 'Fill this in.',
    });
    expect(says(shape, null)).toEqual({ '': 'This is not of the right kind.' });
  });
});
