import { addDays, type Day } from '#shared/base/time.ts';
import { dayText } from '#shared/base/time-text.ts';
import { countsOn } from '#shared/domain/access/actor.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import { capabilityName, capabilityWarning, NAMED_CAPABILITIES } from '#shared/domain/capability/capability-standing.ts';
import { elementGaps } from '#shared/domain/governance-element/element-standing.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { recordName } from '#shared/domain/kit/record-name.ts';
import { rankAndName } from '#shared/domain/person/person-name.ts';
import { type AlignmentRecords, alignmentExceptions, prioritiesInForce, priorityTag, readAlignment } from './alignment.ts';
import type { Organisation } from './organisation.ts';
import type { Gap } from './warning.ts';

/** A priority may be without a delivery plan for so many days before it is an alert (duty 98). */
export const PLAN_WITHIN_DAYS = 30;
/** A partner that was asked longer ago than this has been forgotten rather than given time. */
const AGREE_WITHIN_DAYS = 28;

/** What somebody answers for and may leave behind: kind, the states in which it still needs an owner, and how it is named. */
const OWNED: readonly { readonly kind: Kind; readonly open: readonly string[]; readonly what: string }[] = [
  { kind: 'action', open: ['open', 'in-progress', 'blocked', 'claimed'], what: 'action' },
  { kind: 'delivery-plan', open: ['draft', 'approved'], what: 'delivery plan' },
  { kind: 'business-objective', open: ['in-use'], what: 'objective' },
  { kind: 'strategic-assessment', open: ['terms', 'drafting', 'in-review'], what: 'assessment' },
  { kind: 'requirement-question', open: ['unanswered', 'partly'], what: 'question' },
  { kind: 'collection-task', open: ['open'], what: 'collection task' },
  { kind: 'commission', open: ['commissioned'], what: 'commission' },
];

/** What the gaps of strategy and capability are worked out from, as they stand now. */
export interface StrategicRecords extends AlignmentRecords {
  readonly capabilities: readonly RecordOf<'capability'>[];
  readonly elements: readonly RecordOf<'governance-element'>[];
  readonly plans: readonly RecordOf<'delivery-plan'>[];
  readonly jointObjectives: readonly RecordOf<'joint-objective'>[];
  readonly owned: readonly { readonly what: string; readonly record: RecordOf<Kind> }[];
}

export async function readStrategicRecords(reading: Reading): Promise<StrategicRecords> {
  const [alignment, capabilities, elements, plans, jointObjectives, owned] = await Promise.all([
    readAlignment(reading),
    reading.many('capability', { state: 'recorded' }),
    reading.many('governance-element', { state: 'in-use' }),
    reading.many('delivery-plan'),
    reading.many('joint-objective', { state: ['proposed', 'agreed'] }),
    Promise.all(
      OWNED.map(async ({ kind, open, what }) =>
        (await reading.many(kind, { state: open })).map((record) => ({ what, record: record as RecordOf<Kind> })),
      ),
    ),
  ]);
  return { ...alignment, capabilities, elements, plans, jointObjectives, owned: owned.flat() };
}

/** Capabilities, elements, priorities, joint objectives and what leavers own, as far as something is amiss (duties 4, 5, 17, 59, 70, 97, 98). */
export function strategicGaps(
  organisation: Organisation,
  records: StrategicRecords,
  on: Day,
  /** False when some plans and actions are not the reader's to see: nothing is then said of missing plans. */
  meetingsKnown: boolean,
): readonly Gap[] {
  const { force } = organisation;
  if (force === null) return [];
  const appointments = new Map(organisation.appointments.map((one) => [one.id, one]));
  return [
    ...capabilityGaps(records.capabilities, force, on),
    ...elementGaps(records.elements, force, appointments, organisation.people, on),
    ...priorityGaps(organisation, records, on, meetingsKnown),
    ...alignmentExceptions(records, on),
    ...jointObjectiveGaps(organisation, records.jointObjectives, on),
    ...ownedByLeavers(organisation, records.owned, on),
  ];
}

function capabilityGaps(capabilities: StrategicRecords['capabilities'], force: RecordOf<'force'>, on: Day): readonly Gap[] {
  const listed = capabilities.map((record) => ({ key: record.body.capability, record: record as RecordOf<'capability'> | null }));
  const missing = NAMED_CAPABILITIES.filter(({ key }) => !listed.some((one) => one.key === key)).map(({ key }) => ({ key, record: null }));
  return [...listed, ...missing].flatMap(({ key, record }): readonly Gap[] => {
    const warning = capabilityWarning(key, record?.body ?? null, on);
    if (warning === null) return [];
    const name = capabilityName(record?.body ?? { capability: key, name: '' });
    const since = warning.code === 'capability/expired' ? (record?.body.expiresOn ?? '') : (record?.body.asOf ?? '');
    const subject: Gap['subject'] = record === null ? { kind: 'capability', id: key, name } : { kind: 'capability', id: record.id, name };
    return [
      { ...warning, id: `${warning.code}:${subject.id}`, subject: record === null ? { ...subject, parent: force.id } : subject, since },
    ];
  });
}

function priorityGaps(organisation: Organisation, records: StrategicRecords, on: Day, plansKnown: boolean): readonly Gap[] {
  return prioritiesInForce(records, on).flatMap((priority): readonly Gap[] => {
    const subject = priorityTag(priority);
    const gaps: Gap[] = [];
    const add = (severity: Gap['severity'], code: string, duty: number, sentence: string, since: Day | '' = priority.from): void => {
      gaps.push({ id: `${code}:${priority.id}`, code, severity, duties: [duty], sentence, subject, since });
    };
    if (priority.row !== null) {
      const owner = organisation.people.get(priority.row.ownerId);
      if (priority.row.ownerId === '') add('red', 'priority/no-owner', 97, 'No owner answers for it.');
      else if (owner !== undefined && owner.body.to !== '' && !countsOn(owner.body, on))
        add('red', 'priority/owner-left', 97, `Its owner, ${rankAndName(owner.body)}, has left.`, owner.body.to);
      if (priority.row.hours + priority.row.officers + priority.row.budget === 0)
        add('amber', 'priority/no-resources', 59, 'No hours, officers or budget are given to it.');
    }
    const planned = records.plans.some((plan) => plan.state !== 'closed' && plan.body.priorityId === priority.id);
    if (plansKnown && !planned) {
      const late = on > addDays(priority.from, PLAN_WITHIN_DAYS);
      add(
        late ? 'red' : 'amber',
        'priority/no-plan',
        98,
        late
          ? `No delivery plan serves it, ${PLAN_WITHIN_DAYS} days after it was set.`
          : `No delivery plan serves it yet; one is due by ${dayText(addDays(priority.from, PLAN_WITHIN_DAYS))}.`,
      );
    }
    return gaps;
  });
}

function jointObjectiveGaps({ agencies }: Organisation, objectives: StrategicRecords['jointObjectives'], on: Day): readonly Gap[] {
  return objectives.flatMap((objective): readonly Gap[] => {
    const pending = objective.body.agencyIds.filter((id) => !objective.body.agreements.some((agreement) => agreement.agencyId === id));
    const asked = objective.sortAt.slice(0, 10) as Day;
    if (pending.length === 0 || objective.state !== 'proposed' || on <= addDays(asked, AGREE_WITHIN_DAYS)) return [];
    const names = pending.map((id) => agencies.get(id)?.body.name ?? 'An agency').join(', ');
    return [
      {
        id: `joint-objective/pending:${objective.id}`,
        code: 'joint-objective/pending',
        severity: 'amber',
        duties: [70],
        sentence: `Asked on ${dayText(asked)}, and still to agree: ${names}.`,
        subject: { kind: 'joint-objective', id: objective.id, name: objective.body.title },
        since: asked,
      },
    ];
  });
}

/** What people who left still answer for; organisation, elements and priorities tell of theirs themselves. */
function ownedByLeavers({ people }: Organisation, owned: StrategicRecords['owned'], on: Day): readonly Gap[] {
  return owned.flatMap(({ what, record }): readonly Gap[] => {
    const owner = people.get(record.owner);
    if (owner === undefined || owner.body.to === '' || countsOn(owner.body, on)) return [];
    return [
      {
        id: `person/left-owning:${record.id}`,
        code: 'person/left-owning',
        severity: 'red',
        duties: [97, 123],
        sentence: `The owner of this ${what}, ${rankAndName(owner.body)}, left on ${dayText(owner.body.to)}.`,
        subject: { kind: record.kind, id: record.id, name: recordName(record.body), parent: record.parent },
        since: owner.body.to,
      },
    ];
  });
}
