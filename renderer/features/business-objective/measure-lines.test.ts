import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf, measuresFrom } from './measure-lines.ts';

it('measures typed one a line are taken apart, and an empty line is no measure', () => {
  expect(measuresFrom('Repeat victims; 10 % fewer; crime recording system\n\n Confidence \n; nothing')).toEqual([
    { name: 'Repeat victims', target: '10 % fewer', source: 'crime recording system' },
    { name: 'Confidence', target: '', source: '' },
  ]);
});

it('what is stored comes back the same when nobody changes it', () => {
  const word = fc.stringMatching(/^[a-z0-9 %]{0,12}$/).map((text) => text.trim());
  const measure = fc.record({ name: word.filter((name) => name !== ''), target: word, source: word });
  fc.assert(
    fc.property(fc.array(measure), (measures) => {
      expect(measuresFrom(linesOf(measures))).toEqual(measures);
    }),
  );
});
