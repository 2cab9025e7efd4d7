import { declaredRefusals } from '#shared/base/refusal.ts';
import type { ForceRecords } from './force-records.ts';
import { DUTIES, type Duty } from './duties.ts';
import { groupJudges } from './judge-groups.ts';
import { organisationJudges } from './judge-organisation.ts';
import { recordJudges } from './judge-record.ts';
import { requirementJudges } from './judge-requirement.ts';
import { strategyJudges } from './judge-strategy.ts';
import { tacticalJudges } from './judge-tactical.ts';
import type { Judges, Standing } from './judging.ts';

/** How each duty is judged from the records of the force. */
export const JUDGES: Judges = {
  ...organisationJudges,
  ...recordJudges,
  ...groupJudges,
  ...strategyJudges,
  ...requirementJudges,
  ...tacticalJudges,
};

/** Duties Cordon does not support yet. They are red for every force until Cordon keeps what they ask. */
export const NOT_KEPT_YET: readonly number[] = [
  9, 25, 26, 27, 28, 30, 36, 37, 38, 39, 40, 42, 43, 44, 45, 46, 47, 48, 49, 113, 138, 139, 140, 141, 143, 144, 145, 146, 147, 148, 149,
  150, 151, 154, 155, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 175, 176, 177, 178, 179, 180,
  181, 182, 183,
];
const NOT_KEPT: Standing = { colour: 'red', sentence: 'Cordon does not keep this yet; show it elsewhere.', evidence: [] };

/** A refusal that enforces a duty. */
export interface EnforcingRule {
  readonly code: string;
  readonly message: string;
}

/** One duty with how it stands, where it is done and the rules that enforce it. */
export interface DutyStanding extends Standing {
  readonly duty: Duty;
  readonly kept: boolean;
  readonly place: string;
  readonly rules: readonly EnforcingRule[];
}

/** Every duty with its standing. Pure: the same records give the same standings. */
export function dutyStandings(records: ForceRecords): readonly DutyStanding[] {
  const rules = rulesByDuty();
  return DUTIES.map((duty) => {
    const judge = JUDGES[duty.number];
    const standing = judge === undefined ? NOT_KEPT : judge.judge(records);
    return { duty, ...standing, kept: judge !== undefined, place: judge?.place ?? '', rules: rules.get(duty.number) ?? [] };
  });
}

/** The refusals that cite each duty, from the books of every noun. */
export function rulesByDuty(): ReadonlyMap<number, readonly EnforcingRule[]> {
  const byDuty = new Map<number, EnforcingRule[]>();
  const seen = new Set<string>();
  for (const { code, duties, message } of declaredRefusals()) {
    if (seen.has(code)) continue;
    seen.add(code);
    for (const duty of duties) byDuty.set(duty, [...(byDuty.get(duty) ?? []), { code, message }]);
  }
  return byDuty;
}
