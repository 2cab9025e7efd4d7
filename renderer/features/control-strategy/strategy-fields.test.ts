import { describe, expect, it } from 'vitest';
import { measuresFrom } from './strategy-fields.ts';

describe('measures typed as lines', () => {
  it('are what is measured, how it stands now and the aim; what is not said is empty and empty lines are no measure', () => {
    expect(measuresFrom('Repeat victims a month | 40 | At most 30\n\n  Arrests within six hours\n | |')).toEqual([
      { name: 'Repeat victims a month', baseline: '40', target: 'At most 30' },
      { name: 'Arrests within six hours', baseline: '', target: '' },
    ]);
  });
});
