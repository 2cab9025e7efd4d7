import type { Reading } from '#shared/domain/kit/reading.ts';

/** How forces and areas are called today, by id; empty for one that is not this person's to see. */
export async function readPlaceNames(reading: Reading): Promise<(nodeId: string) => string> {
  const [forces, areas] = await Promise.all([reading.many('force'), reading.many('area')]);
  const names = new Map([
    ...forces.map((force) => [force.id, force.body.name] as const),
    ...areas.map((area) => [area.id, area.body.spans.at(-1)?.name ?? ''] as const),
  ]);
  return (nodeId) => names.get(nodeId) ?? '';
}
