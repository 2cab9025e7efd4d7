import { describe, expect, it } from 'vitest';
import { declaredRefusals } from '#shared/base/refusal.ts';
// The books declare themselves when they are loaded, as they are wherever the registry is.
import '#shared/domain/registry.ts';
import { anyForce } from '#test/builders/any-force.ts';
import { DUTIES } from './duties.ts';
import { dutyStandings, JUDGES, NOT_KEPT_YET, rulesByDuty } from './duty-standings.ts';
import type { Colour } from './judging.ts';

/** So many made-up forces are judged; each seed gives the same force again. */
const FORCES = 1000;

describe('the duties', () => {
  it('are all there, each number once, each with its words and its check', () => {
    expect(DUTIES.map((duty) => duty.number)).toEqual(Array.from({ length: 184 }, (_unused, index) => index + 1));
    expect(DUTIES.filter((duty) => [duty.part, duty.quote, duty.mustLet, duty.check].includes(''))).toEqual([]);
  });

  it('are each judged from the records or on the list of what Cordon does not keep, never both', () => {
    const judged = Object.keys(JUDGES).map(Number);
    expect([...judged, ...NOT_KEPT_YET].sort((a, b) => a - b)).toEqual(DUTIES.map((duty) => duty.number));
  });

  it('are never green by default: with nothing recorded no duty is green', () => {
    const nothing = dutyStandings({
      ...anyForce(1),
      organisation: {
        force: null,
        areas: [],
        units: [],
        people: new Map(),
        appointments: [],
        agencies: new Map(),
        groups: [],
        policies: [],
      },
      held: [],
      of: () => [],
      undecided: [],
      changed: [],
      gaps: [],
      priorities: [],
      groupType: () => '',
    });
    expect(nothing.filter((one) => one.colour === 'green').map((one) => [one.duty.number, one.sentence])).toEqual([]);
    for (const number of NOT_KEPT_YET)
      expect(nothing.find((one) => one.duty.number === number)).toMatchObject({
        colour: 'red',
        sentence: 'Cordon does not keep this yet; show it elsewhere.',
      });
  });

  it('come to every colour they claim and to no other, whatever is recorded, and green never without evidence', () => {
    const seen = new Map<number, Set<Colour>>();
    const groundless = new Set<string>();
    for (let seed = 1; seed <= FORCES; seed += 1) {
      for (const { duty, colour, sentence, evidence } of dutyStandings(anyForce(seed))) {
        expect(sentence, `duty ${duty.number}`).not.toBe('');
        if (colour === 'green' && evidence.length === 0) groundless.add(`duty ${duty.number}: ${sentence} (force ${seed})`);
        seen.set(duty.number, (seen.get(duty.number) ?? new Set()).add(colour));
      }
    }
    const wrong = Object.entries(JUDGES).flatMap(([number, { claims }]) => {
      const came = [...(seen.get(Number(number)) ?? [])].sort();
      return JSON.stringify(came) === JSON.stringify([...claims].sort())
        ? []
        : [`duty ${number} claims ${[...claims].sort().join()} and came to ${came.join()}`];
    });
    expect(wrong).toEqual([]);
    expect([...groundless].slice(0, 20)).toEqual([]);
  });

  it('name the refusals that enforce them, gathered from every book', () => {
    const rules = rulesByDuty();
    expect(rules.get(93)?.map((rule) => rule.code)).toContain('priority/set-only-by-stcg');
    expect(rules.get(17)?.map((rule) => rule.code)).toContain('capability/without-provider');
    expect(rules.get(54)?.length).toBeGreaterThan(0);
    const codes = declaredRefusals().map((one) => one.code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });
});
