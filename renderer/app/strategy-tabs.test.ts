import { expect, test } from 'vitest';
import type { Actor } from '#shared/domain/access/access.ts';
import { routes, sectionPath } from './routes.tsx';
import { strategyTabs } from './strategy-tabs.ts';

test('everybody sees the tabs of the pages they may open, and no others', () => {
  for (const tab of strategyTabs) expect(routes.find((route) => route.path === tab.path)?.mayUse, tab.path).toBe(tab.mayUse);
  // A closed circle's own page shows its tab by itself, to its members only.
  const pages = routes.filter(
    (route) => route.section === 'strategy' && !route.path.includes(':') && route.path !== '/strategy/dedicated-source',
  );
  expect(pages.map((route) => route.path).sort()).toEqual(strategyTabs.map((tab) => tab.path).sort());
});

test('a partner who opens Strategy comes to a page that is theirs to open', () => {
  const partner: Actor = {
    personId: 'p',
    name: 'Pat',
    clearance: 'OFFICIAL',
    principals: ['person:p', 'group:g'],
    roles: [{ role: 'partner-member', scopeType: 'group', scopeId: 'g', appointmentId: 'a' }],
    partner: true,
  };
  expect(sectionPath('strategy', partner)).toBe('/strategy/assessments');
  expect(sectionPath('strategy', { ...partner, partner: false })).toBe('/strategy');
});
