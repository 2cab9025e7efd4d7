import { describe, expect, it } from 'vitest';
import { planningIcs } from '#electron/engine/documents/planning-ics.ts';
import { day, instant } from '#shared/base/time.ts';
import type { CalendarEntry } from '#shared/domain/planning-date/calendar-entries.ts';
import { startEngine } from '#test/builders/engine.ts';
import { smallForce } from '#test/builders/small-force.ts';
import { parseStrictIcal, propertyOf, textOf } from './strict-ical.ts';

const entry = (more: Partial<CalendarEntry>): CalendarEntry => ({
  id: 'planning-date:x1',
  type: 'budget-cycle',
  state: 'planned',
  on: day('2027-01-15'),
  until: '',
  startsAt: '',
  minutes: 0,
  title: 'Bids for Operation Secret to the board',
  groupId: '',
  groupCode: '',
  groupName: 'Group with a telling name',
  overdueDays: 0,
  duties: [57],
  subject: null,
  ...more,
});
const at = instant('2026-11-24T09:00:00.000Z');
const eventsOf = (entries: readonly CalendarEntry[]) =>
  parseStrictIcal(planningIcs(entries, at)).components.filter((one) => one.name === 'VEVENT');

describe('the planning calendar as a file', () => {
  it('puts meetings on the clock of the force, in summer and in winter, and whole days on their days whatever the clock of the computer (duty 57)', () => {
    const before = process.env['TZ'];
    for (const zone of ['Europe/London', 'America/Los_Angeles', 'Pacific/Auckland']) {
      process.env['TZ'] = zone;
      const [winter, summer, budget, week] = eventsOf([
        entry({ id: 'meeting:w', type: 'strategic-meeting', groupCode: 'STCG', startsAt: '2027-01-15T10:00:00.000Z', minutes: 120 }),
        entry({ id: 'meeting:s', type: 'tactical-meeting', groupCode: 'TTCG-E', startsAt: '2027-07-15T09:30:00.000Z', minutes: 90 }),
        entry({}),
        entry({ id: 'planning-date:x2', type: 'other', on: day('2027-03-27'), until: day('2027-04-02') }),
      ]);
      if (winter === undefined || summer === undefined || budget === undefined || week === undefined) throw new Error('events are missing');
      expect(propertyOf(winter, 'DTSTART')).toMatchObject({ value: '20270115T100000', parameters: { TZID: 'Europe/London' } });
      expect(textOf(winter, 'DTEND')).toBe('20270115T120000');
      expect(propertyOf(summer, 'DTSTART').value).toBe('20270715T103000');
      expect(propertyOf(budget, 'DTSTART')).toMatchObject({ value: '20270115', parameters: { VALUE: 'DATE' } });
      expect(textOf(budget, 'DTEND')).toBe('20270116');
      expect([textOf(week, 'DTSTART'), textOf(week, 'DTEND')]).toEqual(['20270327', '20270403']);
    }
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it('names kinds of dates and codes of groups, and no title, name or place', () => {
    const all = [
      entry({ id: 'due:g:1', type: 'strategic-meeting', state: 'due', groupCode: 'STCG' }),
      entry({ id: 'interim:g:1', type: 'interim-review', state: 'proposed', groupCode: 'STCG' }),
      entry({ id: 'strategic-assessment:a', type: 'assessment', state: 'overdue', groupCode: 'STCG' }),
      entry({}),
    ];
    expect(eventsOf(all).map((event) => textOf(event, 'SUMMARY'))).toEqual([
      'STCG strategic meeting due by policy',
      'STCG interim review proposed',
      'STCG assessment due, overdue',
      'Budget cycle',
    ]);
    const file = planningIcs(all, at);
    for (const secret of ['Operation', 'board', 'telling', 'DESCRIPTION', 'LOCATION', 'ORGANIZER']) expect(file).not.toContain(secret);
  });

  it('keeps the same ids from one export to the next, so that importing it again updates what is there', () => {
    const uids = (): readonly string[] => eventsOf([entry({}), entry({ id: 'due:g:2027-01-15' })]).map((event) => textOf(event, 'UID'));
    expect(uids()).toEqual(['planning-date-x1@cordon', 'due-g-2027-01-15@cordon']);
    expect(uids()).toEqual(uids());
  });

  it('is saved by the engine where the person chose, with what that person sees, and the journal says so', {
    timeout: 60_000,
  }, async () => {
    const engine = startEngine();
    const force = await smallForce(engine);
    await force.signInAs('secretary');
    await force.scheduleMeeting();
    await engine.client.run('planning-date.add', { dateType: 'budget-cycle', title: 'Board of finance', on: '2027-01-15' });
    const { path, dates } = await engine.client.get('calendar.save', { from: '2026-11-03' as never });
    expect(path).not.toBe('');
    const saved = engine.os.saved.at(-1);
    expect(saved?.name).toMatch(/\.ics$/);
    const file = Buffer.from(saved?.bytes ?? new Uint8Array()).toString('utf8');
    const events = parseStrictIcal(file).components.filter((one) => one.name === 'VEVENT');
    expect(events).toHaveLength(dates);
    expect(events.map((event) => textOf(event, 'SUMMARY'))).toContain('Budget cycle');
    expect(events.some((event) => propertyOf(event, 'DTSTART').parameters['TZID'] === 'Europe/London')).toBe(true);
    expect(file).not.toContain('Board of finance');
  });
});
