import { assertNever } from '#shared/base/assert-never.ts';
import type { Day } from '#shared/base/time.ts';
import { MARKINGS, type Marking } from '#shared/contracts/record/record.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import { spanOn } from '#shared/domain/force/spans.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { Rank } from '#shared/domain/person/person.schema.ts';

type Person = RecordOf<'person'>;
type Unit = RecordOf<'unit'>;

/** Whom a publication is for, as far as a person's record can tell. */
export interface ReadershipOf {
  readonly audience: 'staff' | 'partners';
  readonly staffOf: '' | 'force' | 'area';
  readonly nodeId: string;
  readonly agencyIds: readonly string[];
  readonly marking: Marking;
}

/** Whether the person is serving on a day. */
export function servesOn(person: Person, on: Day): boolean {
  return person.state === 'serving' && countsOn(person.body, on);
}

/** The area a person works for on a day, by their unit; empty for none. */
export function areaOf(person: Person, units: ReadonlyMap<string, Unit>, on: Day): string {
  const unit = units.get(person.body.unitId);
  return unit === undefined ? '' : (spanOn(unit.body.spans, on)?.areaId ?? '');
}

/** Whether the person belongs to those it is for, whatever their clearance. */
export function isOfAudience(person: Person, to: ReadershipOf, units: ReadonlyMap<string, Unit>, on: Day): boolean {
  if (!servesOn(person, on)) return false;
  switch (to.audience) {
    case 'staff':
      return person.body.partnerAgencyId === '' && (to.staffOf !== 'area' || areaOf(person, units, on) === to.nodeId);
    case 'partners':
      return to.agencyIds.includes(person.body.partnerAgencyId);
    default:
      return assertNever(to.audience);
  }
}

/** Whether the person's clearance reaches the marking. */
export function isCleared(person: Person, marking: Marking): boolean {
  return MARKINGS.indexOf(person.body.clearance) >= MARKINGS.indexOf(marking);
}

/** Whether the person is one of its readers: of its audience and cleared for it. */
export function isReader(person: Person, to: ReadershipOf, units: ReadonlyMap<string, Unit>, on: Day): boolean {
  return isOfAudience(person, to, units, on) && isCleared(person, to.marking);
}

export const RANK_GROUPS = [
  'Chief officers',
  'Superintending ranks',
  'Inspecting ranks',
  'Sergeants',
  'Constables',
  'PCSOs',
  'Police staff',
  'Partners',
] as const;
export type RankGroup = (typeof RANK_GROUPS)[number];

/** The group of ranks reading is counted by. */
export function rankGroupOf(rank: Rank): RankGroup {
  switch (rank) {
    case 'Chief Constable':
    case 'Deputy Chief Constable':
    case 'Assistant Chief Constable':
    case 'Commander':
      return 'Chief officers';
    case 'Chief Superintendent':
    case 'Superintendent':
    case 'Detective Chief Superintendent':
    case 'Detective Superintendent':
      return 'Superintending ranks';
    case 'Chief Inspector':
    case 'Inspector':
    case 'Detective Chief Inspector':
    case 'Detective Inspector':
      return 'Inspecting ranks';
    case 'Sergeant':
    case 'Detective Sergeant':
      return 'Sergeants';
    case 'Constable':
    case 'Detective Constable':
      return 'Constables';
    case 'PCSO':
      return 'PCSOs';
    case 'Police staff':
      return 'Police staff';
    case 'Partner':
      return 'Partners';
    default:
      return assertNever(rank);
  }
}
