import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#shared/base/digest.ts';
import { instant } from '#shared/base/time.ts';
import { generateSampleForce } from './generate-sample-force.ts';

const make = (now: string) => generateSampleForce({ seed: 7, now: instant(now), progress: () => undefined });

const ordinary = make('2026-11-24T08:00:00.000Z');

describe('the sample force', () => {
  it('gives everyone who loads it on the same day the same force', async () => {
    expect((await make('2026-11-24T08:00:00.000Z')).units).toEqual((await ordinary).units);
  });

  it('can be loaded on any day, also at the edge of summer time in a leap year, and tells only what has happened', async () => {
    for (const force of [await ordinary, await make('2028-03-26T00:30:00.000Z')]) {
      const acts = new Set(force.units.map((unit) => unit.act));
      for (const act of [
        'decision.record',
        'action.verify',
        'delivery-plan.close',
        'control-strategy.set',
        'partner-agency.consent',
        'meeting.close',
      ])
        expect(acts).toContain(act);
      expect(force.toSign.length).toBeGreaterThan(35);
      expect(force.signIns.every((one) => one.personId !== '' && one.name !== '')).toBe(true);
    }
    expect((await ordinary).units.every((unit) => unit.at <= '2026-11-24T08:00:00.000Z')).toBe(true);
  });

  it('has a partner agency whose own consent is missing, so that the rule can be seen at work (duty 68)', async () => {
    const force = await ordinary;
    const sides = force.units.filter((unit) => unit.act === 'partner-agency.consent').map((unit) => unit.subject.id);
    const counts = sides.map((id) => sides.filter((other) => other === id).length);
    expect(counts).toContain(1);
    expect(counts).toContain(2);
  });

  it('lays papers before its meetings, each a file that opens and is what its record says it is (duties 31, 127)', async () => {
    const laid = (await ordinary).units.filter((unit) => unit.act === 'paper.record');
    expect(laid.length).toBeGreaterThan(10);
    for (const { files, facts, changes } of laid) {
      const [file] = files;
      const [change] = changes;
      if (file === undefined || change === undefined || !('put' in change) || change.put.kind !== 'paper')
        throw new Error('a paper has its file');
      expect(file.ofId).toBe(change.put.id);
      expect(sha256Hex(file.bytes)).toBe(facts['digest']);
      const text = new TextDecoder('ascii').decode(file.bytes);
      if (change.put.body.mediaType === 'text/csv') expect(text.trim().split('\r\n').length).toBeGreaterThan(20);
      else expectWholePdf(text);
    }
  });

  it('has signed meetings with a partner member present and a decision partners may not have (duty 119)', async () => {
    const force = await ordinary;
    const signed = new Set(force.toSign.map((one) => one.meetingId));
    const latest = new Map(
      force.units.flatMap((unit) => unit.changes).flatMap((change) => ('put' in change ? [[change.put.id, change.put] as const] : [])),
    );
    const closed = [...latest.values()].flatMap((one) => (one.kind === 'decision' && one.body.policeOnly ? [one.parent] : []));
    expect(closed.length).toBeGreaterThan(4);
    for (const meetingId of closed) {
      const meeting = latest.get(meetingId);
      expect(signed.has(meetingId)).toBe(true);
      expect(
        meeting?.kind === 'meeting' && meeting.body.attendance.some((row) => row.role === 'partner-member' && row.status === 'present'),
      ).toBe(true);
    }
  });
});

/** Every object lies where the file's own table says, which is what a reader goes by. */
function expectWholePdf(text: string): void {
  expect(text).toMatch(/^%PDF-1\.4\n/);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const places = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((row) => Number(row[1]));
  expect(places.length).toBeGreaterThan(5);
  for (const [index, place] of places.entries()) expect(text.slice(place)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
  for (const [, length, body] of text.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g))
    expect(body?.length).toBe(Number(length));
}
