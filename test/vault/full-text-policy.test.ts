import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vaultForTest } from './fixtures.ts';
import { type Note, put } from './notes.ts';

const WORDS = [
  'operation',
  'heron',
  'quarry',
  'Smith',
  'Smyth',
  "O'Neill",
  'oneill',
  'burglary',
  'colour',
  'color',
  'meet',
  'van',
  'AB12',
  'CDE',
  'the',
];
const words = (most: number) => fc.array(fc.constantFrom(...WORDS), { maxLength: most }).map((some) => some.join(' '));
const note = (access: fc.Arbitrary<string>) =>
  fc.record({ title: words(3), text: words(14), access, kind: fc.constantFrom('decision', 'action', 'meeting') });
/** The records in the order they are written, and what becomes of some of them afterwards. */
const visible = note(fc.constantFrom('mine', 'ours'));
const hidden = note(fc.constantFrom('theirs', 'closed', 'secret'));
const typed = fc.array(
  fc.oneof(
    words(3),
    fc.constantFrom(
      '"operation heron"',
      'operation NEAR heron',
      'o neill',
      'sm',
      'h',
      'her',
      'ope her',
      'smith quarry',
      '"van"',
      'ab12cde',
      'burg ~ van',
    ),
  ),
  { minLength: 4, maxLength: 8 },
);

interface Step {
  readonly note: Omit<Note, 'id'>;
  readonly id: string;
  readonly later: string;
}

/** Every answer a reader of 'mine' and 'ours' gets from a vault in which these steps were taken, before and after indexing anew. */
async function answers(steps: readonly Step[], queries: readonly string[], limit: number): Promise<unknown> {
  const open = await vaultForTest();
  try {
    // In several units, so that the index has several segments.
    for (let from = 0; from < steps.length; from += 3)
      await put(
        open,
        steps.slice(from, from + 3).map((step) => ({ id: step.id, ...step.note })),
      );
    for (const step of steps) {
      if (step.later === 'changed') await put(open, [{ id: step.id, ...step.note, text: `${step.note.text ?? ''} quarry heron` }]);
      if (step.later === 'removed') await (await open.collections.records.findOne(step.id).exec()).remove();
    }
    const ask = () =>
      queries.map((query) => [[], ['decision']].map((kinds) => [query, open.vault.findText(query, ['mine', 'ours'], kinds, limit)]));
    const before = ask();
    await open.vault.renewText(true);
    return [before, ask()];
  } finally {
    await open.shut();
  }
}

describe('what a reader may not see', () => {
  test('changes no answer: two vaults that differ only in hidden records answer every query alike, order and all (duties 40, 41)', async () => {
    const later = fc.constantFrom('kept', 'kept', 'kept', 'changed', 'removed');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ seen: visible, later, unseen: fc.array(fc.record({ note: hidden, later }), { maxLength: 3 }) }), {
          maxLength: 12,
        }),
        typed,
        fc.integer({ min: 1, max: 12 }),
        async (steps, queries, limit) => {
          const alone = steps.map((step, number): Step => ({ note: step.seen, id: `v${number}`, later: step.later }));
          const amongHidden = steps.flatMap((step, number): Step[] => [
            ...step.unseen.map((one, hiddenNumber) => ({ note: one.note, id: `h${number}-${hiddenNumber}`, later: one.later })),
            alone[number] as Step,
          ]);
          expect(await answers(amongHidden, queries, limit)).toEqual(await answers(alone, queries, limit));
        },
      ),
      { numRuns: 25, seed: 41 },
    );
  }, 240_000);

  test('is in the index under its own circle alone: no word of it can be asked for from another', async () => {
    const open = await vaultForTest();
    await put(open, [
      { id: 'seen', text: 'nothing of note', access: 'mine' },
      { id: 'unseen', title: 'Smith', text: 'operation heron', access: 'theirs' },
    ]);
    for (const query of ['heron', 'operation', 'smyth', '"operation heron"', 'operation ~ heron', 'her', '2_heron', '2_', '2.sm0'])
      expect(open.vault.findText(query, ['mine'], [], 20)).toEqual({ hits: [], more: false });
    expect(open.vault.findText('heron', ['theirs'], [], 20).hits.map((hit) => hit.id)).toEqual(['unseen']);
  });

  test('that moves to another class is at once found by those readers only', async () => {
    const open = await vaultForTest();
    await put(open, [{ id: 'a', text: 'heron', access: 'mine' }]);
    await put(open, [{ id: 'a', text: 'heron', access: 'theirs' }]);
    expect([open.vault.findText('heron', ['mine'], [], 5).hits, open.vault.findText('heron', ['theirs'], [], 5).hits.length]).toEqual([
      [],
      1,
    ]);
  });
});
