import type { MemberFunction } from '#shared/domain/appointment/appointment.schema.ts';
import type { GroupBody, GroupType } from './group.schema.ts';

/** How group types are written for people. */
export const GROUP_TYPE_NAMES: Readonly<Record<GroupType, { readonly short: string; readonly long: string }>> = {
  stcg: { short: 'ST&CG', long: 'Strategic tasking and co-ordination group' },
  ttcg: { short: 'TT&CG', long: 'Tactical tasking and co-ordination group' },
  ium: { short: 'IUM', long: 'Intelligence unit meeting' },
  dmm: { short: 'DMM', long: 'Daily management meeting' },
};

/** At which nodes of the structure a group of each type can stand (duties 50, 60, 116). */
export const GROUP_NODES: Readonly<Record<GroupType, readonly GroupBody['nodeType'][]>> = {
  stcg: ['force', 'area'],
  ttcg: ['force', 'area'],
  ium: ['force', 'area', 'unit'],
  dmm: ['force', 'area', 'unit'],
};

/** Functions without which a group of the type is incomplete, unless it says otherwise (duty 118). */
export const USUAL_KEY_FUNCTIONS: Readonly<Record<GroupType, readonly MemberFunction[]>> = {
  stcg: ['command', 'intelligence', 'analysis', 'finance', 'performance'],
  ttcg: ['intelligence', 'analysis', 'investigation', 'response', 'neighbourhood', 'operations-support'],
  ium: ['intelligence', 'analysis'],
  dmm: ['intelligence', 'response'],
};
