import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#shared/base/time.ts';
import { mayAdminister, mayReadJournal } from './access.policy.ts';
import { actorFrom, countsOn } from './actor.ts';

const today = day('2026-11-24');
const person = (unitId = '', partnerAgencyId = '') => ({
  id: 'priya',
  body: { givenName: 'Priya', familyName: 'Nair', clearance: 'OFFICIAL-SENSITIVE' as const, partnerAgencyId, unitId },
});
const appointment = (
  role: string,
  scopeType: 'force' | 'area' | 'unit' | 'group',
  scopeId: string,
  from = '2026-01-01',
  to = '',
  personId = 'priya',
) => ({
  id: `${role}-${scopeId}`,
  body: { personId, role: role as 'chair', scopeType, scopeId, from: day(from), to: to === '' ? ('' as const) : day(to) },
});

describe('who a person is today', () => {
  it('gives the chair of a group the group, and their role only there', () => {
    const actor = actorFrom(person('unit-1'), [appointment('chair', 'group', 'ttcg-e')], today);
    expect(actor.principals).toEqual(['group:ttcg-e', 'person:priya', 'police', 'role:chair@ttcg-e', 'unit:unit-1']);
    expect(actor.principals).not.toContain('role:chair');
  });

  it('counts an appointment on its first and its last day and on no day outside them', () => {
    const held = appointment('auditor', 'force', 'force', '2026-11-24', '2026-11-24');
    expect(actorFrom(person(), [held], today).roles).toHaveLength(1);
    expect(actorFrom(person(), [held], addDays(today, 1)).roles).toHaveLength(0);
    expect(actorFrom(person(), [held], addDays(today, -1)).roles).toHaveLength(0);
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 400 }), (start, length) => {
        const span = { from: addDays(today, start), to: addDays(today, start + length) };
        expect(countsOn(span, today)).toBe(start <= 0 && start + length >= 0);
      }),
    );
  });

  it('never gives one person what another was appointed to', () => {
    expect(
      actorFrom(person(), [appointment('administrator', 'force', 'force', '2026-01-01', '', 'someone-else')], today).principals,
    ).toEqual(['person:priya', 'police']);
  });

  it('tells the police from the people of an agency, who are never both', () => {
    expect(actorFrom(person(), [], today).principals).toEqual(['person:priya', 'police']);
    expect(actorFrom(person('', 'council'), [], today).principals).toEqual(['agency:council', 'person:priya']);
  });

  it('lets an auditor of the force read the journal, but not an auditor of one area, an administrator or a partner (duty 122)', () => {
    const auditor = appointment('auditor', 'force', 'force');
    expect(mayReadJournal(actorFrom(person(), [auditor], today))).toBeNull();
    expect(mayReadJournal(actorFrom(person(), [appointment('auditor', 'area', 'east')], today))?.code).toBe('access/journal-not-yours');
    expect(mayReadJournal(actorFrom(person(), [appointment('administrator', 'force', 'force')], today))?.code).toBe(
      'access/journal-not-yours',
    );
    expect(mayReadJournal(actorFrom(person('', 'council'), [auditor], today))?.code).toBe('access/journal-not-yours');
    expect(mayAdminister(actorFrom(person(), [auditor], today))?.code).toBe('access/administrator-only');
    expect(mayAdminister(actorFrom(person(), [appointment('administrator', 'force', 'force')], today))).toBeNull();
  });
});
