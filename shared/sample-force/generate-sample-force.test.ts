import { describe, expect, it } from 'vitest';
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
        'priority.set',
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
});
