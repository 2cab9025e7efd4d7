import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cruiseLayers } from '#build/rules/cruise-layers.ts';
import { layerRules } from '#build/rules/layers.ts';

const project = join(import.meta.dirname, '../..');
const sides = ['shared', 'electron', 'renderer'];

/** Each wrong example, and the one rule that must catch it. */
const caught: Readonly<Record<string, string>> = {
  'shared/domain/action/action.rules.ts': 'shared-imports-only-shared',
  'shared/domain/action/action.policy.ts': 'shared-imports-only-shared',
  'shared/circle-one.ts': 'no-cycles',
  'shared/leads-nowhere.ts': 'nothing-unresolved',
  'renderer/pages/reaches-engine.page.tsx': 'renderer-imports-only-itself-and-shared',
  'renderer/features/decision/decision-row.tsx': 'features-apart',
  'renderer/features/decision/decision-link.tsx': 'features-below-pages',
  'renderer/components/knows-action.tsx': 'components-below-features',
  'renderer/opens-database.ts': 'window-holds-no-database',
  'renderer/reads-disk.ts': 'window-uses-no-node',
  'electron/draws.ts': 'application-draws-nothing',
  'electron/reaches-window.ts': 'electron-imports-only-itself-and-shared',
  'electron/engine/asks-electron.ts': 'engine-runs-in-plain-node',
  'electron/engine/commands/knows-decision.ts': 'machines-know-no-noun',
  'server/reaches-engine.ts': 'server-imports-only-itself-and-shared',
};

describe('layers', () => {
  it('every wrong example is caught by its rule, and nothing else in that folder is', async () => {
    const { faults } = await cruiseLayers(join(import.meta.dirname, 'wrong'), [...sides, 'server']);
    const found = faults.map(({ from, rule }) => `${from}: ${rule}`);
    const expected = Object.entries(caught).map(([from, rule]) => `${from}: ${rule}`);
    // An import that leads nowhere is also one that does not stay in shared/.
    expected.push('shared/leads-nowhere.ts: shared-imports-only-shared');
    expect([...new Set(found)].sort()).toEqual(expected.sort());
  });

  it('every rule has a wrong example', () => {
    expect(layerRules.map(({ name }) => name).sort()).toEqual([...new Set(Object.values(caught))].sort());
  });

  it('every import of the project keeps to its layer', async () => {
    const { faults, seen } = await cruiseLayers(project, sides);
    expect(faults).toEqual([]);
    expect(seen.length).toBeGreaterThan(100);
  });
});
