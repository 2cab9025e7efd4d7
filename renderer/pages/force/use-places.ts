import { useMemo } from 'react';
import type { Place } from '#renderer/features/appointment/role-choices.ts';
import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { todayNow } from '#renderer/components/when.tsx';

/** Everywhere a role can be held today: the force, its areas, units and groups. */
export function usePlaces(): readonly Place[] {
  const today = todayNow();
  const structure = useView('force-structure', { asAt: today });
  const groups = useView('groups', { asAt: today });
  return useMemo(() => {
    const nodes = structure.state === 'ready' ? structure.view.nodes.filter((node) => node.standing === 'in-use') : [];
    const rows = groups.state === 'ready' ? groups.view.rows.filter((group) => group.standing === 'in-use') : [];
    return [
      ...nodes.map((node): Place => ({ scopeType: node.kind, id: node.id, name: node.name })),
      ...rows.map((group): Place => ({ scopeType: 'group', id: group.id, name: group.name })),
    ];
  }, [groups, structure]);
}
