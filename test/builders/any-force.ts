import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { z } from 'zod';
import { addDays, type Day } from '#shared/base/time.ts';
import {
  accountabilityReviewBody,
  ACCOUNTABILITY_REVIEW_STATES,
} from '#shared/domain/accountability-review/accountability-review.schema.ts';
import { actionBody, ACTION_STATES } from '#shared/domain/action/action.schema.ts';
import { agendaItemBody, AGENDA_ITEM_STATES } from '#shared/domain/agenda-item/agenda-item.schema.ts';
import { appointmentBody, APPOINTMENT_STATES } from '#shared/domain/appointment/appointment.schema.ts';
import { areaBody, AREA_STATES } from '#shared/domain/area/area.schema.ts';
import { ASSESSMENT_SECTION_STATES, assessmentSectionBody } from '#shared/domain/assessment-section/assessment-section.schema.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import { BUSINESS_OBJECTIVE_STATES, businessObjectiveBody } from '#shared/domain/business-objective/business-objective.schema.ts';
import { CAPABILITY_STATES, capabilityBody } from '#shared/domain/capability/capability.schema.ts';
import { COLLECTION_STRATEGY_STATES, collectionStrategyBody } from '#shared/domain/collection-strategy/collection-strategy.schema.ts';
import { COLLECTION_TASK_STATES, collectionTaskBody } from '#shared/domain/collection-task/collection-task.schema.ts';
import { COMMISSION_STATES, commissionBody } from '#shared/domain/commission/commission.schema.ts';
import { COMPARTMENT_STATES, compartmentBody } from '#shared/domain/compartment/compartment.schema.ts';
import { CONTROL_STRATEGY_STATES, controlStrategyBody } from '#shared/domain/control-strategy/control-strategy.schema.ts';
import { DECISION_STATES, decisionBody } from '#shared/domain/decision/decision.schema.ts';
import { DELIVERY_PLAN_STATES, deliveryPlanBody } from '#shared/domain/delivery-plan/delivery-plan.schema.ts';
import { type ForceRecords, forceRecords } from '#shared/domain/duty/force-records.ts';
import { FORCE_STATES, forceBody } from '#shared/domain/force/force.schema.ts';
import { GOVERNANCE_ELEMENT_STATES, governanceElementBody } from '#shared/domain/governance-element/governance-element.schema.ts';
import type { MeetingDates } from '#shared/domain/governance/meeting-dates.ts';
import { GROUP_STATES, groupBody } from '#shared/domain/group/group.schema.ts';
import { INTELLIGENCE_GAP_STATES, intelligenceGapBody } from '#shared/domain/intelligence-gap/intelligence-gap.schema.ts';
import {
  INTELLIGENCE_REQUIREMENT_STATES,
  intelligenceRequirementBody,
} from '#shared/domain/intelligence-requirement/intelligence-requirement.schema.ts';
import { ISSUE_STATES, issueBody } from '#shared/domain/issue/issue.schema.ts';
import { JOINT_OBJECTIVE_STATES, jointObjectiveBody } from '#shared/domain/joint-objective/joint-objective.schema.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { MEETING_STATES, meetingBody } from '#shared/domain/meeting/meeting.schema.ts';
import { MINUTES_STATES, minutesBody } from '#shared/domain/minutes/minutes.schema.ts';
import { PAPER_STATES, paperBody } from '#shared/domain/paper/paper.schema.ts';
import { PARTNER_AGENCY_STATES, partnerAgencyBody } from '#shared/domain/partner-agency/partner-agency.schema.ts';
import { PERSON_STATES, personBody } from '#shared/domain/person/person.schema.ts';
import { PLANNING_DATE_STATES, planningDateBody } from '#shared/domain/planning-date/planning-date.schema.ts';
import { PRIORITISATION_STATES, prioritisationBody } from '#shared/domain/prioritisation/prioritisation.schema.ts';
import { PRIORITY_STATES, priorityBody } from '#shared/domain/priority/priority.schema.ts';
import { PUBLICATION_STATES, publicationBody } from '#shared/domain/publication/publication.schema.ts';
import { READ_RECEIPT_STATES, readReceiptBody } from '#shared/domain/read-receipt/read-receipt.schema.ts';
import { RECOMMENDATION_STATES, recommendationBody } from '#shared/domain/recommendation/recommendation.schema.ts';
import { REQUIREMENT_QUESTION_STATES, requirementQuestionBody } from '#shared/domain/requirement-question/requirement-question.schema.ts';
import { RESOURCE_BID_STATES, resourceBidBody } from '#shared/domain/resource-bid/resource-bid.schema.ts';
import { STRATEGIC_ASSESSMENT_STATES, strategicAssessmentBody } from '#shared/domain/strategic-assessment/strategic-assessment.schema.ts';
import { TC_POLICY_STATES, tcPolicyBody } from '#shared/domain/tc-policy/tc-policy.schema.ts';
import { UNIT_STATES, unitBody } from '#shared/domain/unit/unit.schema.ts';
import { WORKSTATION_STATES, workstationBody } from '#shared/domain/workstation/workstation.schema.ts';

type Shape = readonly [body: z.ZodType, states: readonly string[]];

const SHAPES = {
  force: [forceBody, FORCE_STATES],
  area: [areaBody, AREA_STATES],
  unit: [unitBody, UNIT_STATES],
  person: [personBody, PERSON_STATES],
  appointment: [appointmentBody, APPOINTMENT_STATES],
  'partner-agency': [partnerAgencyBody, PARTNER_AGENCY_STATES],
  group: [groupBody, GROUP_STATES],
  'tc-policy': [tcPolicyBody, TC_POLICY_STATES],
  meeting: [meetingBody, MEETING_STATES],
  decision: [decisionBody, DECISION_STATES],
  action: [actionBody, ACTION_STATES],
  'agenda-item': [agendaItemBody, AGENDA_ITEM_STATES],
  'delivery-plan': [deliveryPlanBody, DELIVERY_PLAN_STATES],
  minutes: [minutesBody, MINUTES_STATES],
  paper: [paperBody, PAPER_STATES],
  priority: [priorityBody, PRIORITY_STATES],
  workstation: [workstationBody, WORKSTATION_STATES],
  'strategic-assessment': [strategicAssessmentBody, STRATEGIC_ASSESSMENT_STATES],
  'assessment-section': [assessmentSectionBody, ASSESSMENT_SECTION_STATES],
  recommendation: [recommendationBody, RECOMMENDATION_STATES],
  'intelligence-gap': [intelligenceGapBody, INTELLIGENCE_GAP_STATES],
  prioritisation: [prioritisationBody, PRIORITISATION_STATES],
  issue: [issueBody, ISSUE_STATES],
  'control-strategy': [controlStrategyBody, CONTROL_STRATEGY_STATES],
  'intelligence-requirement': [intelligenceRequirementBody, INTELLIGENCE_REQUIREMENT_STATES],
  'requirement-question': [requirementQuestionBody, REQUIREMENT_QUESTION_STATES],
  'collection-strategy': [collectionStrategyBody, COLLECTION_STRATEGY_STATES],
  'collection-task': [collectionTaskBody, COLLECTION_TASK_STATES],
  compartment: [compartmentBody, COMPARTMENT_STATES],
  commission: [commissionBody, COMMISSION_STATES],
  'resource-bid': [resourceBidBody, RESOURCE_BID_STATES],
  'accountability-review': [accountabilityReviewBody, ACCOUNTABILITY_REVIEW_STATES],
  publication: [publicationBody, PUBLICATION_STATES],
  'read-receipt': [readReceiptBody, READ_RECEIPT_STATES],
  'planning-date': [planningDateBody, PLANNING_DATE_STATES],
  capability: [capabilityBody, CAPABILITY_STATES],
  'governance-element': [governanceElementBody, GOVERNANCE_ELEMENT_STATES],
  'business-objective': [businessObjectiveBody, BUSINESS_OBJECTIVE_STATES],
  'joint-objective': [jointObjectiveBody, JOINT_OBJECTIVE_STATES],
} as const satisfies Partial<Readonly<Record<Kind, Shape>>>;
type AnyKind = keyof typeof SHAPES;
const KINDS = Object.keys(SHAPES) as readonly AnyKind[];

/** What kind a field of ids speaks of. */
const ID_OF: Readonly<Record<string, AnyKind>> = {
  groupId: 'group',
  scopeId: 'group',
  nodeId: 'force',
  agencyId: 'partner-agency',
  agencyIds: 'partner-agency',
  partnerAgencyId: 'partner-agency',
  ownerAgencyId: 'partner-agency',
  priorityId: 'priority',
  decisionId: 'decision',
  setByDecisionId: 'decision',
  recordId: 'paper',
  objectiveIds: 'business-objective',
  leadAppointmentId: 'appointment',
  deputyForId: 'appointment',
  assessmentId: 'strategic-assessment',
  prioritisationId: 'prioritisation',
  controlStrategyId: 'control-strategy',
  requirementId: 'intelligence-requirement',
  issueId: 'issue',
  gapId: 'intelligence-gap',
  compartmentId: 'compartment',
  unitId: 'unit',
};
const PARENT_OF: Partial<Readonly<Record<AnyKind, AnyKind>>> = {
  appointment: 'group',
  'tc-policy': 'group',
  decision: 'meeting',
  'agenda-item': 'meeting',
  paper: 'meeting',
  minutes: 'meeting',
  'delivery-plan': 'decision',
  priority: 'decision',
  'assessment-section': 'strategic-assessment',
  recommendation: 'strategic-assessment',
  issue: 'prioritisation',
  'requirement-question': 'intelligence-requirement',
  'collection-strategy': 'requirement-question',
  'collection-task': 'requirement-question',
  'resource-bid': 'meeting',
  'read-receipt': 'publication',
  commission: 'meeting',
};

interface ZodInside {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

export const ANY_TODAY = '2026-11-24' as Day;

/**
 * A force made up from the stored shapes alone: a few records of every kind, each field filled at random within its shape, ids pointing at what
 * is there. Nothing in it has been checked by a rule, as nothing may be in what another device sends.
 */
export function anyForce(seed: number): ForceRecords {
  const random = xoroshiro128plus(seed);
  const below = (count: number): number => (random.next() >>> 0) % count;
  const oneOf = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
  /** How readily a text or a link is filled in: some forces are careful and some are not. */
  const careful = oneOf([0.2, 0.5, 0.85, 1]);
  const likely = (share: number): boolean => below(1000) < share * 1000;
  const most = oneOf([1, 2, 3]);
  const present = oneOf([0.3, 0.7, 1]);
  const ids = new Map<AnyKind, readonly string[]>(
    KINDS.map((kind) => {
      const count =
        kind === 'force' || kind === 'workstation'
          ? likely(0.95)
            ? 1
            : 0
          : likely(present)
            ? 1 + below(kind === 'person' || kind === 'appointment' ? 9 : most)
            : 0;
      return [kind, Array.from({ length: count }, (_unused, index) => `${kind}-${index}`)];
    }),
  );
  const idOf = (kind: AnyKind): string => {
    const there = ids.get(kind) ?? [];
    return there.length === 0 || !likely(Math.max(careful, 0.5)) ? '' : oneOf(there);
  };
  const aDay = (): Day => addDays(ANY_TODAY, oneOf([-400, -90, -40, -10, -1, 0, 1, 30, 200]));
  const past = (): Day => addDays(ANY_TODAY, oneOf([-400, -90, -40, -10]));

  const text = (name: string): string => {
    if (name === 'from' || name === 'asOf' || name === 'periodFrom') return past();
    if (name === 'to') return likely(0.75) ? '' : aDay();
    if (/On$|^on$|By$|Until$|^until$|periodTo/.test(name) && !/approvedBy|configuredBy|decidedBy|givenBy/.test(name))
      return likely(0.8) ? aDay() : '';
    if (name.endsWith('At')) return likely(careful) ? `${aDay()}T10:00:00.000Z` : '';
    if (ID_OF[name] !== undefined) return idOf(ID_OF[name]);
    if (/Ids?$/.test(name)) return likely(careful) ? idOf('person') : '';
    return likely(careful) ? name : '';
  };
  const value = (name: string, shape: z.ZodType): unknown => {
    const inside = (shape as unknown as { readonly _zod: { readonly def: ZodInside } })._zod.def;
    switch (inside.type) {
      case 'object':
        return Object.fromEntries(Object.entries(inside.shape ?? {}).map(([field, of]) => [field, value(field, of)]));
      case 'array':
        return Array.from({ length: likely(careful) ? 1 + below(2) : 0 }, () => value(name, inside.element as z.ZodType));
      case 'enum':
        return oneOf(Object.values(inside.entries ?? {}));
      case 'literal':
        return oneOf(inside.values ?? []);
      case 'boolean':
        return likely(0.5);
      case 'number':
        // The shape of a policy asks for at least one: with nought it would be due again and again on the same day.
        return oneOf(name === 'every' || name === 'interimBeyondMonths' ? [1, 2, 12] : [0, 1, 2, 10, 40]);
      case 'optional':
        return likely(careful) ? value(name, inside.innerType as z.ZodType) : undefined;
      case 'nullable':
        return likely(careful) ? value(name, inside.innerType as z.ZodType) : null;
      case 'union': {
        const enums = (inside.options ?? []).filter((one) => (one as unknown as { _zod: { def: ZodInside } })._zod.def.type === 'enum');
        return enums[0] === undefined ? text(name) : likely(careful) ? value(name, enums[0]) : '';
      }
      // A day or an instant that must be given.
      case 'pipe':
        return text(name) || (name.endsWith('At') ? `${aDay()}T10:00:00.000Z` : aDay());
      default:
        return text(name);
    }
  };
  const record = (kind: AnyKind, id: string): RecordOf<Kind> => {
    const [body, states] = SHAPES[kind] as Shape;
    const parent = PARENT_OF[kind];
    const made = {
      kind,
      id,
      rev: 'any:1',
      shape: 1,
      access: '',
      scope: idOf('force'),
      marking: 'OFFICIAL',
      handling: '',
      compartment: '',
      state: oneOf(states),
      owner: idOf('person'),
      parent: parent === undefined ? '' : idOf(parent),
      number: below(4),
      dueAt: likely(0.7) ? aDay() : '',
      sortAt: `${past()}T10:00:00.000Z`,
      createdAt: `${past()}T10:00:00.000Z`,
      createdBy: '',
      updatedAt: `${past()}T11:00:00.000Z`,
      updatedBy: '',
      body: value(kind, body),
    };
    return made as unknown as RecordOf<Kind>;
  };
  const all = new Map(KINDS.map((kind) => [kind as Kind, (ids.get(kind) ?? []).map((id) => record(kind, id))]));
  shapeUp(all, { likely, idOf, oneOf });
  const listed = <K extends Kind>(kind: K): readonly RecordOf<K>[] => (all.get(kind) ?? []) as unknown as readonly RecordOf<K>[];
  const byId = <One extends { readonly id: string }>(records: readonly One[]): ReadonlyMap<string, One> =>
    new Map(records.map((one) => [one.id, one]));
  const known = likely(0.8);
  const dates = new Map<string, MeetingDates>(
    listed('group').map((group) => [
      group.id,
      {
        known,
        lastHeldOn: likely(0.5) ? past() : '',
        lastInterimOn: '',
        nextPlannedOn: likely(0.5) ? addDays(ANY_TODAY, 5) : '',
        meetings: [],
      },
    ]),
  );
  return forceRecords({
    today: ANY_TODAY,
    organisation: {
      force: listed('force')[0] ?? null,
      areas: listed('area'),
      units: listed('unit'),
      people: byId(listed('person')),
      appointments: listed('appointment'),
      agencies: byId(listed('partner-agency')),
      groups: listed('group'),
      policies: listed('tc-policy'),
    },
    records: all,
    undecided: listed('agenda-item').filter((item) => item.state === 'waiting' || item.state === 'open'),
    changed: likely(0.7) ? listed('delivery-plan').map((one) => ({ record: one as RecordOf<Kind>, versions: likely(0.7) ? 1 : 0 })) : [],
    dates,
  });
}

/** What chance alone would hardly ever put together: offices held by people who serve, roles where they belong, every capability and element there is. */
function shapeUp(
  all: ReadonlyMap<Kind, readonly RecordOf<Kind>[]>,
  { likely, idOf, oneOf }: { likely(share: number): boolean; idOf(kind: AnyKind): string; oneOf<T>(choices: readonly T[]): T },
): void {
  const whole = likely(0.4);
  if (!whole) return;
  const change = (kind: Kind, how: (body: Record<string, unknown>, index: number, record: Record<string, unknown>) => void): void => {
    for (const [index, one] of (all.get(kind) ?? []).entries()) how(one.body as never, index, one as never);
  };
  const people = (all.get('person') ?? []).map((one) => one.id);
  const force = (all.get('force') ?? [])[0]?.id ?? '';
  const groups = (all.get('group') ?? []) as readonly RecordOf<'group'>[];
  change('person', (body, index, record) => {
    body['to'] = '';
    record['state'] = 'serving';
    if (index === 0) body['rank'] = oneOf(['Chief Constable', 'Assistant Chief Constable']);
    if (body['rank'] === 'Partner') body['rank'] = 'Police staff';
  });
  change('group', (body, index) => {
    body['groupType'] = index === 0 ? 'stcg' : index === 1 ? 'ttcg' : 'dmm';
    body['to'] = '';
    body['nodeType'] = 'force';
    body['nodeId'] = force;
    body['keyFunctions'] = [];
  });
  const appointments = all.get('appointment') as RecordOf<'appointment'>[] | undefined;
  const template = appointments?.[0];
  if (template !== undefined && people.length > 0) {
    const give = (role: string, scopeType: string, scopeId: string, more: object = {}): RecordOf<'appointment'> =>
      ({
        ...template,
        id: `whole-${role}-${scopeId}`,
        owner: people[0] ?? '',
        body: {
          ...template.body,
          personId: people[0],
          role,
          scopeType,
          scopeId,
          from: '2026-01-01',
          to: '',
          deputyForId: '',
          authority: 'All',
          delegation: 'All',
          memberFunction: '',
          responsibilities: [],
          ...more,
        },
      }) as unknown as RecordOf<'appointment'>;
    const lead = give('chief-officer-lead', 'force', force, { responsibilities: ['intelligence-led-policing', 'intelligence-capability'] });
    const deputy = { ...give('chief-officer-lead', 'force', force, { deputyForId: lead.id }), id: 'whole-deputy' };
    const six = ['director-of-intelligence', 'intelligence-manager', 'intelligence-officer', 'principal-analyst', 'analyst', 'researcher'];
    const heads = (all.get('unit') ?? []).map((unit) => give('unit-head', 'unit', unit.id));
    const officers = groups.flatMap((group) =>
      ['chair', 'secretary', 'action-manager'].map((role) => give(role, 'group', group.id, { delegatedById: people[0] })),
    );
    appointments?.splice(
      0,
      appointments.length,
      lead,
      ...(likely(0.5) ? [deputy] : []),
      ...six.map((role) => give(role, 'force', force)),
      ...heads,
      ...officers,
    );
    const chief = groups[0];
    if (chief !== undefined && likely(0.5)) appointments?.push(give('partner-member', 'group', chief.id));
  }
  const second = groups[2];
  if (second !== undefined && likely(0.5)) Object.assign(second.body, { groupType: 'stcg', nodeType: 'area', nodeId: 'area-0' });
  change('meeting', (body, index, record) => {
    body['groupId'] = groups[index === 0 ? 0 : Math.min(1, groups.length - 1)]?.id ?? '';
    const coming = index === 0 && likely(0.5);
    record['state'] = coming ? 'planned' : oneOf(['closed', 'signed']);
    body['startsAt'] = `${addDays(ANY_TODAY, coming ? 5 : -10)}T10:00:00.000Z`;
  });
  change('paper', (body, _index, record) => {
    Object.assign(record, { state: 'attached', parent: idOf('meeting') });
    body['paperType'] = 'tactical-assessment';
  });
  change('planning-date', (body, index, record) => {
    record['state'] = 'planned';
    Object.assign(body, { dateType: index % 2 === 0 ? 'budget-cycle' : 'assessment-due', on: addDays(ANY_TODAY, 30) });
  });
  change('partner-agency', (body, _index, record) => {
    record['state'] = 'in-use';
    body['policeConsent'] = { on: '2026-01-01', by: 'x', reference: '' };
    body['partnerConsent'] = { on: '2026-01-01', by: 'x', reference: '' };
    body['agreement'] = { reference: 'x', from: '2026-01-01', to: '2028-01-01', purpose: '' };
  });
  change('tc-policy', (body, index, record) => {
    record['state'] = 'approved';
    Object.assign(body, {
      groupId: groups[index % Math.max(groups.length, 1)]?.id ?? '',
      every: 12,
      unit: 'month',
      from: '2026-01-01',
      interimBeyondMonths: 60,
    });
  });
  const named = [
    'financial-intelligence',
    'prison-intelligence',
    'public-order-intelligence',
    'intelligence-cycle',
    'analysis',
    'operational-support',
  ];
  const capabilities = all.get('capability') as RecordOf<'capability'>[] | undefined;
  const capability = capabilities?.[0];
  if (capability !== undefined)
    capabilities?.splice(
      0,
      capabilities.length,
      ...named.map(
        (key) =>
          ({
            ...capability,
            id: `capability-${key}`,
            state: 'recorded',
            body: { ...capability.body, capability: key, standing: 'own', expiresOn: likely(0.1) ? addDays(ANY_TODAY, 9) : '' },
          }) as never,
      ),
    );
  const elements = all.get('governance-element') as RecordOf<'governance-element'>[] | undefined;
  const element = elements?.[0];
  if (element !== undefined)
    elements?.splice(
      0,
      elements.length,
      ...['business-planning', 'performance-management', 'strategic-tasking'].map(
        (elementType) =>
          ({
            ...element,
            id: elementType,
            state: 'in-use',
            owner: people[0] ?? '',
            body: { ...element.body, elementType, leadAppointmentId: `whole-chief-officer-lead-${force}` },
          }) as never,
      ),
    );
  const objectives = (all.get('business-objective') ?? []).map((one) => one.id);
  change('business-objective', (body, _index, record) => {
    record['state'] = 'in-use';
    body['to'] = '';
    body['from'] = '2026-01-01';
    body['measures'] = [{ name: 'x', target: '', source: '' }];
  });
  const decision = (all.get('decision') ?? [])[0]?.id ?? '';
  change('decision', (body, index, record) => {
    body['groupId'] = groups[index % Math.max(groups.length, 1)]?.id ?? '';
    record['parent'] = idOf('meeting');
    record['number'] = 1;
  });
  change('priority', (body, _index, record) => {
    record['state'] = 'current';
    Object.assign(body, { to: '', from: '2026-10-01', setByDecisionId: decision, nodeId: force });
  });
  const priorities = (all.get('priority') ?? []).map((one) => one.id);
  change('delivery-plan', (body, index) => {
    if (priorities.length > 0) body['priorityId'] = priorities[index % priorities.length];
  });
  change('accountability-review', (body, index) => {
    if (priorities.length > 0) body['priorityId'] = priorities[index % priorities.length];
  });
  change('control-strategy', (body, _index, record) => {
    record['state'] = oneOf(['set', 'set', 'draft']);
    body['nodeId'] = force;
    body['setByDecisionId'] = decision;
    const rows = body['priorities'] as Record<string, unknown>[];
    for (const [index, row] of rows.entries())
      Object.assign(row, { priorityId: priorities[index] ?? '', objectiveIds: objectives, ownerId: people[0] ?? '' });
    body['priorities'] = rows.slice(0, Math.max(priorities.length, 1));
  });
}
