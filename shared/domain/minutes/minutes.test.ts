import fc from 'fast-check';
import { expect, describe, test } from 'vitest';
import { instant } from '#shared/base/time.ts';
import { POLICE_ONLY_WORDS, aMeeting } from '#test/documents/a-meeting.ts';
import { sealedEntriesOf } from './sealed-entries.ts';
import { policeOnlyOf } from './withhold.ts';
import { writeMinutes } from './write-minutes.ts';

const everything = (value: unknown): string => JSON.stringify(value);

describe('the minutes', () => {
  test('show each decision with its reason, the options not taken and why, evidence, dissent and both times (duties 81, 82, 115)', () => {
    const minutes = writeMinutes(aMeeting(), 'full');
    const d2 = minutes.items[2]?.entries.find((entry) => entry.heading === 'Decision D2');
    expect(d2?.times).toBe('Decided 10:16, written 10:17');
    expect(d2?.parts.map((part) => part.name)).toEqual([
      'Rationale',
      'Options considered',
      'Evidence',
      'Priority',
      'Decided by',
      'Authority',
      'What follows',
      'Dissent',
      'Known then',
    ]);
    expect(d2?.parts[1]?.texts[1]).toBe(
      'Not chosen: Leave the patrol pattern as it is until the next meeting. Because: the rise has lasted three weeks and the confidence in the forecast is high',
    );
    expect(d2?.parts[2]?.texts).toEqual([
      'Tactical assessment, Easton, November (as of Fri 20 Nov 2026, high confidence)',
      'Kestrel subject profile (as of Wed 18 Nov 2026, moderate confidence)',
    ]);
  });

  test('keep a corrected decision readable beside the one that corrects it (duty 54)', () => {
    const entries = writeMinutes(aMeeting(), 'full').items[2]?.entries ?? [];
    expect(entries.find((entry) => entry.heading === 'Decision D2')).toMatchObject({ struck: true, correction: 'Corrected by D3' });
    expect(entries.find((entry) => entry.heading === 'Decision D3')).toMatchObject({
      struck: false,
      correction: 'Corrects D2: the start day was misheard',
    });
    expect(entries.find((entry) => entry.entry === 8)).toMatchObject({ struck: true, correction: 'Corrected by entry 9' });
  });

  test('put the running record in its own order under each agenda item', () => {
    const minutes = writeMinutes(aMeeting(), 'full');
    expect(minutes.items.map((item) => item.entries.map((entry) => entry.entry))).toEqual([
      [1],
      [2, 3, 4],
      [5, 6, 7, 8, 9, 10, 11],
      [12, 13, 14],
      [15, 16, 17],
    ]);
    expect(minutes.items[4]?.outcome).toBe('Deferred to Tue 8 Dec 2026: the roads policing figures were not ready');
  });

  test('list actions as agreed at the meeting, whatever became of them since', () => {
    const meeting = aMeeting();
    const moved = { ...meeting, actions: meeting.actions.map((action) => ({ ...action, dueAt: '2027-01-01', state: 'verified' })) };
    expect(writeMinutes(moved, 'full').actions).toEqual(writeMinutes(meeting, 'full').actions);
    expect(writeMinutes(meeting, 'full').actions[1]).toMatchObject({
      short: 'A2',
      owner: 'Inspector Colin Frost',
      due: 'Tue 8 Dec 2026',
      from: 'Item 3, D2',
      supporters: 'Priya Nair, Gareth Pugh',
    });
  });
});

describe("a partner's copy", () => {
  test('holds no word that is police only, and lists that something was withheld (duty 119)', () => {
    const minutes = writeMinutes(aMeeting(), 'partner');
    for (const word of POLICE_ONLY_WORDS) expect(everything(minutes)).not.toContain(word);
    expect(minutes.withheld).toEqual({
      total: 7,
      says: '1 agenda item, 1 decision, 1 action, 2 other entries of the record, 1 paper and 1 list of evidence',
    });
    expect(minutes.items[3]).toMatchObject({ number: 4, title: 'Withheld from this copy', withheld: true, entries: [] });
    expect(minutes.items[2]?.entries.find((entry) => entry.entry === 10)).toMatchObject({ kind: 'withheld', text: '' });
  });

  test('and the full minutes do hold every one of those words, so that the check can fail', () => {
    for (const word of POLICE_ONLY_WORDS) expect(everything(writeMinutes(aMeeting(), 'full'))).toContain(word);
  });

  test('withholds the earlier wording when only the correction was marked police only', () => {
    const meeting = aMeeting();
    const corrected = {
      ...meeting,
      decisions: meeting.decisions.map((one) => (one.id === 'decision-3' ? { ...one, body: { ...one.body, policeOnly: true } } : one)),
    };
    const policeOnly = policeOnlyOf(corrected);
    expect(policeOnly.ids.has('decision-2')).toBe(true);
    expect(policeOnly.ids.has('action-2')).toBe(true);
    expect(everything(writeMinutes(corrected, 'partner'))).not.toContain('directed patrol teams');
  });

  test('withholds evidence that points at a record not known to be open', () => {
    const meeting = aMeeting();
    const citing = {
      ...meeting,
      decisions: meeting.decisions.map((one) => ({
        ...one,
        body: {
          ...one.body,
          evidence: [
            {
              recordKind: 'decision',
              recordId: 'elsewhere-1',
              title: 'A decision of another group',
              asOf: '' as const,
              confidence: '' as const,
            },
          ],
        },
      })),
    };
    expect(everything(writeMinutes(citing, 'partner'))).not.toContain('another group');
  });

  test('whatever is marked police only, its own text is in no partner copy', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 22, maxLength: 22 }), (marks) => {
        const meeting = aMeeting();
        let at = 0;
        const mark = <
          T extends {
            readonly id: string;
            readonly body: { readonly policeOnly: boolean; readonly text?: string; readonly title?: string };
          },
        >(
          one: T,
        ): T => {
          const policeOnly = marks[at] ?? false;
          at += 1;
          const secret = policeOnly ? `SECRETIVE ${one.id}` : `open ${one.id}`;
          return { ...one, body: { ...one.body, policeOnly, ...(one.body.text === undefined ? { title: secret } : { text: secret }) } };
        };
        const marked = {
          ...meeting,
          items: meeting.items.map(mark),
          entries: meeting.entries.map(mark),
          decisions: meeting.decisions.map(mark),
          actions: meeting.actions.map(mark),
        };
        const partner = writeMinutes(marked, 'partner');
        expect(everything(partner)).not.toContain('SECRETIVE');
        expect(partner.withheld?.total ?? 0).toBeGreaterThanOrEqual(marks.filter(Boolean).length);
        const { entries } = sealedEntriesOf(marked, instant('2026-11-24T12:00:00.000Z'));
        expect(everything(entries.filter((entry) => !entry.policeOnly))).not.toContain('SECRETIVE');
      }),
    );
  });
});

describe('the sealed entries', () => {
  const sealed = sealedEntriesOf(aMeeting(), instant('2026-11-24T12:00:00.000Z'));

  test('are the header, attendance, papers, items, the whole running record in order, and the closing (duty 121)', () => {
    expect(sealed.header).toMatchObject({ reference: 'TTCG-E/2026-11-24', marking: 'OFFICIAL-SENSITIVE', sample: true });
    const kinds = sealed.entries.map((entry) => entry.kind);
    expect(kinds.filter((kind) => kind === 'attendance')).toHaveLength(9);
    const places = sealed.entries
      .filter((entry) => ['note', 'decision', 'action'].includes(entry.kind))
      .map((entry) => Number(/entry (\d+) of/.exec(entry.label)?.[1]));
    expect(places).toEqual(Array.from({ length: 17 }, (_unused, index) => index + 1));
    expect(kinds.at(-1)).toBe('closing');
  });

  test('put police-only evidence of an open decision in a line of its own, and leave its title out of what was known', () => {
    const open = sealed.entries.filter((entry) => !entry.policeOnly);
    for (const word of POLICE_ONLY_WORDS) expect(everything(open)).not.toContain(word);
    expect(sealed.entries.find((entry) => entry.kind === 'evidence')).toMatchObject({
      policeOnly: true,
      id: 'decision-2',
      rows: [['Evidence', 'Kestrel subject profile (as of Wed 18 Nov 2026, moderate confidence)']],
    });
    expect(sealed.entries.find((entry) => entry.kind === 'decision')?.known).toHaveLength(2);
  });

  test('withheld from a partner are as many as the minutes say', () => {
    expect(sealed.entries.filter((entry) => entry.policeOnly)).toHaveLength(writeMinutes(aMeeting(), 'partner').withheld?.total ?? -1);
  });
});
