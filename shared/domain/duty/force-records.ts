import { type Day, dayOf, type Instant } from '#shared/base/time.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import { type PriorityInForce, prioritiesInForce } from '#shared/domain/governance/alignment.ts';
import { governanceGaps } from '#shared/domain/governance/governance-gaps.ts';
import { type MeetingDates, readMeetingDates } from '#shared/domain/governance/meeting-dates.ts';
import { heldOn, type Organisation, readOrganisation } from '#shared/domain/governance/organisation.ts';
import { type StrategicRecords, strategicGaps } from '#shared/domain/governance/strategic-gaps.ts';
import type { Gap } from '#shared/domain/governance/warning.ts';
import type { GroupType } from '#shared/domain/group/group.schema.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';

/** The kinds the duties are judged by, besides those of the organisation. Each is read once. */
export const KINDS_READ = [
  'meeting',
  'decision',
  'action',
  'delivery-plan',
  'minutes',
  'paper',
  'priority',
  'workstation',
  'strategic-assessment',
  'assessment-section',
  'recommendation',
  'intelligence-gap',
  'prioritisation',
  'issue',
  'control-strategy',
  'intelligence-requirement',
  'requirement-question',
  'collection-strategy',
  'collection-task',
  'compartment',
  'commission',
  'resource-bid',
  'accountability-review',
  'publication',
  'read-receipt',
  'planning-date',
  'capability',
  'governance-element',
  'business-objective',
  'joint-objective',
] as const satisfies readonly Kind[];
export type KindRead = (typeof KINDS_READ)[number];

/** Everything the duties are judged by, as one reader may see it on one day. Pure data: the judging looks nowhere else. */
export interface ForceRecords {
  readonly today: Day;
  readonly organisation: Organisation;
  readonly held: readonly RecordOf<'appointment'>[];
  /** All records of a kind the reader may see. */
  of<K extends KindRead>(kind: K): readonly RecordOf<K>[];
  /** Agenda items that are still undecided. */
  readonly undecided: readonly RecordOf<'agenda-item'>[];
  /** Records that were changed, each with how many earlier versions are kept of it. */
  readonly changed: readonly { readonly record: RecordOf<Kind>; readonly versions: number }[];
  readonly gaps: readonly Gap[];
  readonly priorities: readonly PriorityInForce[];
  groupType(groupId: string): GroupType | '';
  /** False when some meetings, and so decisions, plans and actions, are not the reader's to see. */
  readonly meetingsKnown: boolean;
}

/** Of how many changed records it is looked whether their earlier versions are there. */
const CHANGED_LOOKED_AT = 5;

/** Reads every kind once, as the reader may see it. */
export async function readForceRecords(reading: Reading, actor: Actor, today: Day): Promise<ForceRecords> {
  const organisation = await readOrganisation(reading);
  const [lists, undecided] = await Promise.all([
    Promise.all(KINDS_READ.map(async (kind) => [kind, await reading.many(kind)] as const)),
    reading.many('agenda-item', { state: ['waiting', 'open'] }),
  ]);
  const records = new Map<Kind, readonly RecordOf<Kind>[]>(lists as readonly (readonly [Kind, readonly RecordOf<Kind>[]])[]);
  const dates = new Map<string, MeetingDates>();
  for (const group of organisation.groups) dates.set(group.id, await readMeetingDates(reading, actor, group, today));
  const amended = [...organisation.units, ...organisation.policies, ...(records.get('delivery-plan') ?? [])].filter(
    (record) => record.updatedAt !== record.createdAt,
  ) as readonly RecordOf<Kind>[];
  const changed = await Promise.all(
    amended
      .slice(0, CHANGED_LOOKED_AT)
      .map(async (record) => ({ record, versions: (await reading.versions(record.kind, record.id)).length })),
  );
  return forceRecords({ today, organisation, records, undecided, changed, dates });
}

/** Puts together what has been read; tests hand in what they like. */
export function forceRecords(given: {
  readonly today: Day;
  readonly organisation: Organisation;
  readonly records: ReadonlyMap<Kind, readonly RecordOf<Kind>[]>;
  readonly undecided: readonly RecordOf<'agenda-item'>[];
  readonly changed: ForceRecords['changed'];
  readonly dates: ReadonlyMap<string, MeetingDates>;
}): ForceRecords {
  const { today, organisation, records, dates } = given;
  const of = <K extends KindRead>(kind: K): readonly RecordOf<K>[] => (records.get(kind) ?? []) as unknown as readonly RecordOf<K>[];
  const meetingsKnown = [...dates.values()].every((one) => one.known);
  const strategic: StrategicRecords = {
    strategies: of('control-strategy').filter((one) => one.state === 'set'),
    priorities: of('priority').filter((one) => one.state === 'current'),
    objectives: of('business-objective'),
    capabilities: of('capability').filter((one) => one.state === 'recorded'),
    elements: of('governance-element').filter((one) => one.state === 'in-use'),
    plans: of('delivery-plan'),
    jointObjectives: of('joint-objective').filter((one) => one.state !== 'ended'),
    owned: [],
  };
  const types = new Map(organisation.groups.map((group) => [group.id, group.body.groupType]));
  return {
    today,
    organisation,
    held: heldOn(organisation, today),
    of,
    undecided: given.undecided,
    changed: given.changed,
    gaps: [...governanceGaps(organisation, dates, today), ...strategicGaps(organisation, strategic, today, meetingsKnown)],
    priorities: prioritiesInForce(strategic, today),
    groupType: (groupId) => types.get(groupId) ?? '',
    meetingsKnown,
  };
}

/** The day something of a meeting happened. */
export function dayAt(at: string): Day {
  return dayOf(at as Instant);
}
