import { useView } from '#renderer/app/bridge/use-bridge.ts';
import { todayNow } from '#renderer/components/when.tsx';

/** Units in use today and partner agencies in use, for the forms of people. */
export function useUnitsAndAgencies(): {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
} {
  const structure = useView('force-structure', { asAt: todayNow() });
  const partners = useView('partner-agencies', {});
  return {
    units: structure.state === 'ready' ? structure.view.nodes.filter((node) => node.kind === 'unit' && node.standing === 'in-use') : [],
    agencies: partners.state === 'ready' ? partners.view.rows.filter((row) => row.inUse) : [],
  };
}
