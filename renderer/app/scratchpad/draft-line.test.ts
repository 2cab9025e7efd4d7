import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DraftLine,
  isStored,
  mayTryAgain,
  mustSend,
  newLine,
  savedState,
  sendingBegun,
  sendingEnded,
  typedInto,
  withTypedMeanwhile,
} from './draft-line.ts';

type Step =
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'send' }
  | { readonly do: 'taken' }
  | { readonly do: 'refused' }
  | { readonly do: 'again' };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), text: fc.string({ maxLength: 4 }) }) },
  { weight: 4, arbitrary: fc.constantFrom<Step>({ do: 'send' }, { do: 'taken' }) },
  fc.constantFrom<Step>({ do: 'refused' }, { do: 'again' }),
);

/** Plays steps against a make-believe engine that stores what it takes. */
function play(steps: readonly Step[]): { line: DraftLine; engineHas: unknown; scratchpadHas: unknown } {
  let line = newLine({});
  let onTheWay: unknown = null;
  let engineHas: unknown = {};
  let scratchpadHas: unknown = null;
  for (const one of steps) {
    if (one.do === 'type') {
      line = typedInto(line, { text: one.text });
      scratchpadHas = line.fields;
    } else if (one.do === 'send' && mustSend(line)) {
      onTheWay = line.fields;
      line = sendingBegun(line);
    } else if (one.do === 'taken' && line.sending > 0) {
      engineHas = onTheWay;
      line = sendingEnded(line, true);
      if (isStored(line)) scratchpadHas = null;
    } else if (one.do === 'refused' && line.sending > 0) {
      line = sendingEnded(line, false);
    } else if (one.do === 'again') {
      line = mayTryAgain(line);
    }
  }
  return { line, engineHas, scratchpadHas };
}

describe('whatever is typed, sent, taken and refused in any order', () => {
  test('the newest text is always either with the engine or in the scratchpad', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { line, engineHas, scratchpadHas } = play(steps);
        if (line.typed > 0) expect([engineHas, scratchpadHas]).toContainEqual(line.fields);
        expect(isStored(line)).toBe(scratchpadHas === null);
      }),
    );
  });

  test('"saved" is never said of text the engine does not have', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { line, engineHas } = play(steps);
        if (savedState(line) === 'saved') expect(engineHas).toEqual(line.fields);
      }),
    );
  });

  test('once the engine takes everything again, all of it is stored', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const ending: Step[] = [{ do: 'taken' }, { do: 'again' }, { do: 'send' }, { do: 'taken' }];
        const { line, engineHas } = play([...steps, ...ending]);
        expect(savedState(line)).toBe('saved');
        expect(engineHas).toEqual(line.fields);
      }),
    );
  });
});

test('a refused text is not sent again and again, but the next keystroke is', () => {
  let line = sendingBegun(typedInto(newLine({}), { text: 'a' }));
  line = sendingEnded(line, false);
  expect(mustSend(line)).toBe(false);
  expect(savedState(line)).toBe('waiting');
  expect(mustSend(typedInto(line, { text: 'ab' }))).toBe(true);
});

describe('somebody types on while the recording of what they wrote is refused', () => {
  const initial = { text: '', saidById: '', policeOnly: false };
  const refused = { text: 'Patrols on Friday.', saidById: 'p1', policeOnly: false };

  test('prose stands below what came back, and nothing of either is lost', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (typed) => {
        const { text } = withTypedMeanwhile(refused, { ...initial, text: typed }, initial, ['text']);
        expect(text).toBe(`Patrols on Friday.\n${typed}`);
      }),
    );
  });

  test('a field that was empty takes what was chosen, one that was filled keeps what was refused', () => {
    expect(withTypedMeanwhile({ ...refused, saidById: '' }, { ...initial, saidById: 'p2' }, initial, ['text'])).toEqual({
      ...refused,
      saidById: 'p2',
    });
    expect(withTypedMeanwhile(refused, { ...initial, saidById: 'p2', policeOnly: true }, initial, ['text'])).toEqual({
      ...refused,
      policeOnly: true,
    });
  });

  test('nothing typed meanwhile changes nothing', () => {
    expect(withTypedMeanwhile(refused, initial, initial, ['text'])).toEqual(refused);
  });
});
