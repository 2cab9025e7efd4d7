import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainHead, EMPTY_CHAIN, chained, linkFault } from './journal-chain.ts';
import type { JournalEntry } from './journal-entry.ts';

const chainOf = (acts: readonly string[]): JournalEntry[] => {
  let head: ChainHead = EMPTY_CHAIN;
  return acts.map((act, index) => {
    const entry = chained(head, {
      device: 'nm1',
      at: `2026-11-24T10:00:${String(index % 60).padStart(2, '0')}.000Z`,
      actor: 'priya',
      act,
      subject: 'd1',
      subjectKind: 'decision',
      records: [{ id: 'd1', kind: 'decision', revBefore: '', rev: `nm1:${index}`, digest: 'a'.repeat(64), fields: ['body.text'] }],
      facts: { copies: index },
    });
    head = entry;
    return entry;
  });
};
const firstFault = (entries: readonly JournalEntry[]): number => {
  let head: ChainHead = EMPTY_CHAIN;
  for (const entry of entries) {
    if (linkFault(head, entry) !== '') return entry.seq;
    head = entry;
  }
  return 0;
};
const acts = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 25 });

describe('the chain of a journal (duty 122)', () => {
  it('fits as it was written', () => {
    fc.assert(
      fc.property(acts, (list) => {
        expect(firstFault(chainOf(list))).toBe(0);
      }),
    );
  });

  it('names the very entry of which anything was altered', () => {
    fc.assert(
      fc.property(acts, fc.nat(), fc.constantFrom('at', 'actor', 'act', 'subject', 'subjectKind', 'device'), (list, where, field) => {
        const entries = chainOf(list);
        const index = where % entries.length;
        const altered = entries.map((entry, at) => (at === index ? { ...entry, [field]: `${entry[field]}x` } : entry));
        expect(firstFault(altered)).toBe(index + 1);
      }),
    );
  });

  it('names the entry after one that was taken out or made anew', () => {
    const entries = chainOf(['a.b', 'c.d', 'e.f', 'g.h']);
    expect(firstFault(entries.filter((entry) => entry.seq !== 2))).toBe(3);
    const [first, second, third] = entries as [JournalEntry, JournalEntry, JournalEntry];
    const forged = chained(first, { ...second, actor: 'someone-else' });
    expect(firstFault([first, forged, third])).toBe(3);
  });

  it('notices a changed digest, revision or fact deep inside an entry', () => {
    const [entry] = chainOf(['decision.record']) as [JournalEntry];
    const [record] = entry.records;
    expect(
      linkFault(EMPTY_CHAIN, { ...entry, records: [{ ...(record as NonNullable<typeof record>), digest: 'b'.repeat(64) }] }),
    ).toContain('altered');
    expect(linkFault(EMPTY_CHAIN, { ...entry, facts: { copies: 1 } })).toContain('altered');
    expect(linkFault(EMPTY_CHAIN, { ...entry, records: [] })).toContain('altered');
  });
});
