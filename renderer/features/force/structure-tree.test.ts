import { expect, it } from 'vitest';
import { linesOf, type StructureNode, structureText } from './structure-tree.tsx';

const node = (over: Partial<StructureNode>): StructureNode => ({
  id: 'x',
  kind: 'unit',
  name: 'Unit',
  code: '',
  unitType: 'response',
  areaId: '',
  remit: '',
  telephone: '',
  email: '',
  runsStrategic: false,
  runsTactical: false,
  standing: 'in-use',
  since: '2026-06-01',
  decidedBy: 'Chief Constable',
  reason: '',
  heads: [],
  people: 0,
  groups: [],
  history: [],
  ...over,
});

const NODES = [
  node({ id: 'response', name: 'Response', areaId: 'east' }),
  node({ id: 'bureau', name: 'Bureau', unitType: 'intelligence-unit' }),
  node({ id: 'east', kind: 'area', name: 'East', code: 'E', reason: 'Two\tareas' }),
  node({ id: 'orphan', name: 'Orphan', areaId: 'gone' }),
  node({ id: 'old', name: 'Old', standing: 'closed' }),
  node({ id: 'force', kind: 'force', name: 'Northmoor' }),
];

it('draws the force, its areas with their units, then the units of the whole force, and leaves out what is closed (duties 6, 7)', () => {
  expect(linesOf(NODES).map(({ node: { id }, depth }) => [id, depth])).toEqual([
    ['force', 0],
    ['east', 1],
    ['response', 2],
    ['bureau', 1],
    ['orphan', 1],
  ]);
});

it('copies the tree with dates and who decided why, one place a line (duty 6)', () => {
  const lines = structureText(linesOf(NODES)).split('\n');
  expect(lines).toHaveLength(6);
  expect(lines[2]?.split('\t')).toEqual(['  East', 'Area', '', '0', '', 'Mon 1 Jun 2026', 'Chief Constable', 'Two areas']);
  expect(new Set(lines.map((line) => line.split('\t').length))).toEqual(new Set([8]));
});
