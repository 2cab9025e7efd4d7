import type { Rank } from './person.schema.ts';

const CHIEF_OFFICERS: readonly Rank[] = ['Chief Constable', 'Deputy Chief Constable', 'Assistant Chief Constable', 'Commander'];
const BELOW_SUPERINTENDENT: readonly Rank[] = [
  'Chief Inspector',
  'Inspector',
  'Sergeant',
  'Constable',
  'Detective Chief Inspector',
  'Detective Inspector',
  'Detective Sergeant',
  'Detective Constable',
  'PCSO',
];

/** Commander or Assistant Chief Constable and above: what the doctrine calls an officer of ACPO rank (duty 1). */
export function isChiefOfficer(rank: Rank): boolean {
  return CHIEF_OFFICERS.includes(rank);
}

/** Below the superintending ranks: not a senior police manager (duty 66). Police staff have no rank to tell by. */
export function isBelowSenior(rank: Rank): boolean {
  return BELOW_SUPERINTENDENT.includes(rank);
}

/** Chief constable or deputy: the usual chair of a force's strategic group (duty 72). */
export function isChiefConstableOrDeputy(rank: Rank): boolean {
  return rank === 'Chief Constable' || rank === 'Deputy Chief Constable';
}
