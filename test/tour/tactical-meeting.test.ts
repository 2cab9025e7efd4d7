import { expect, test } from 'vitest';
import { AGENDA_TEMPLATES } from '#shared/domain/meeting/agenda-templates.ts';
import { SAMPLE_MEMBERS } from '#shared/sample-force/people.ts';
import { SAMPLE_PRIORITIES } from '#shared/sample-force/strategy.ts';
import { MEETING, playedUnder } from './tactical-meeting.ts';

const happenings = MEETING.flatMap((item) => item.happens);
const decided = happenings.flatMap((one) => (one.do === 'decide' ? [one] : []));

test('the tour plays what a tactical meeting is made of: six decisions, a correction, a dissent, eight actions, a deferred item', () => {
  expect(decided).toHaveLength(6);
  expect(decided.flatMap((one) => one.actions)).toHaveLength(8);
  expect(decided.filter((one) => one.decision.dissent !== undefined)).toHaveLength(1);
  expect(happenings.filter((one) => one.do === 'correct')).toHaveLength(1);
  expect(MEETING.filter((item) => item.otherwise?.outcome === 'Deferred')).toHaveLength(1);
});

test('every item of the tour is on the agenda of a tactical group, and found by its title alone', () => {
  const titles = AGENDA_TEMPLATES.ttcg.map((line) => line.title);
  for (const item of MEETING) expect(titles.filter((title) => playedUnder(title).happens === item.happens)).toHaveLength(1);
});

test('an item in which nothing is decided says why (duty 82)', () => {
  for (const { title } of AGENDA_TEMPLATES.ttcg) {
    const { happens, otherwise } = playedUnder(title);
    if (!happens.some((one) => one.do === 'decide')) expect(otherwise.because).not.toBe('');
  }
  expect(playedUnder('Action TTCG-E/2026-10-09/A5: Obtain the financial profile').otherwise.because).toMatch(/owner/);
});

test('people and priorities the tour names are in the sample force, each found by what is typed', () => {
  const named = decided.flatMap((one) => [
    ...one.actions.map((action) => action.owner),
    ...(one.decision.dissent === undefined ? [] : [one.decision.dissent.who]),
  ]);
  for (const name of named) expect(SAMPLE_MEMBERS.filter((member) => member.family === name)).toHaveLength(1);
  for (const { decision } of decided) expect(SAMPLE_PRIORITIES.map((one) => one.reference)).toContain(decision.priority);
});
