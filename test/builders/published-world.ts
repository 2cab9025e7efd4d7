import type { z } from 'zod';
import type { Result } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import { giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import type { ControlStrategyBody, StrategyPriority } from '#shared/domain/control-strategy/control-strategy.schema.ts';
import type { IntelligenceRequirementBody } from '#shared/domain/intelligence-requirement/intelligence-requirement.schema.ts';
import type { Change, Command } from '#shared/domain/kit/command.ts';
import { type Ran, checkInMemory, runInMemory } from '#shared/domain/kit/run-in-memory.ts';
import { nouns } from '#shared/domain/registry.ts';
import type { RequirementQuestionBody } from '#shared/domain/requirement-question/requirement-question.schema.ts';
import { addUnit } from '#shared/domain/unit/unit.commands.ts';
import { type Cast, type MeetingWorld, meetingWorld } from './meeting-world.ts';
import { FOUNDED_ON } from './organisation-world.ts';

export type Reader = Cast | 'director' | 'constable';

/** A strategic group of East with a control strategy that is set and an approved requirement, on 20 November 2026; nothing is published yet. */
export interface PublishedWorld {
  readonly cast: MeetingWorld;
  readonly ids: Readonly<Record<Reader, string>>;
  readonly unitId: string;
  readonly strategyId: string;
  readonly requirementId: string;
  as<Shape extends z.ZodType, Out>(who: Reader, command: Command<string, Shape, Out>, args: z.input<Shape>): Promise<Result<Ran<Out>>>;
  must<Shape extends z.ZodType, Out>(who: Reader, command: Command<string, Shape, Out>, args: z.input<Shape>): Promise<Out>;
  /** The codes of refusals of writing records directly. */
  forge(who: Reader, ...changes: readonly Change[]): Promise<readonly string[]>;
  /** Puts a record there as if its own package had made it. */
  put(...changes: readonly Change[]): void;
}

export const PRIORITY: StrategyPriority = {
  key: 'row1',
  priorityId: '',
  reference: 'CS1',
  title: 'Residential burglary',
  summary: 'Series offending across the two areas',
  issueId: '',
  includedBecause: 'Highest harm to older people',
  ownerId: '',
  prevention: 'Target hardening with the council',
  intelligence: 'Map the handlers of stolen goods',
  enforcement: 'Arrest days on Fridays',
  reassurance: 'Visits after each burglary',
  objectiveIds: [],
  measures: [{ name: 'Burglaries a month', baseline: '41', target: '30' }],
  hours: 1200,
  officers: 8,
  budget: 25_000,
};

export function strategyBody(
  place: { readonly groupId: string; readonly nodeId: string },
  more: Partial<ControlStrategyBody> = {},
): ControlStrategyBody {
  return {
    groupId: place.groupId,
    nodeType: 'area',
    nodeId: place.nodeId,
    version: 1,
    title: 'Control strategy of East',
    direction: 'Harm before volume',
    withReassurance: true,
    priorities: [PRIORITY],
    parents: [],
    pool: { hours: 5000, officers: 40, budget: 100_000 },
    assessmentId: '',
    prioritisationId: '',
    amendsId: '',
    from: '2026-11-01' as Day,
    reviewOn: '2027-05-01' as Day,
    setByDecisionId: '',
    setAt: '',
    decidedRev: '',
    publicationId: '',
    withdrawnBecause: '',
    ...more,
  };
}

export function requirementBody(
  place: { readonly groupId: string; readonly nodeId: string },
  more: Partial<IntelligenceRequirementBody> = {},
): IntelligenceRequirementBody {
  return {
    groupId: place.groupId,
    nodeType: 'area',
    nodeId: place.nodeId,
    version: 1,
    title: 'Strategic intelligence requirement of East',
    introduction: 'What is not known of the series',
    assessmentId: '',
    replacesId: '',
    approvedByDecisionId: '',
    approvedAt: '',
    decidedRev: '',
    reviewOn: '',
    reviews: [],
    publicationId: '',
    withdrawnBecause: '',
    ...more,
  };
}

export function questionBody(groupId: string, more: Partial<RequirementQuestionBody> = {}): RequirementQuestionBody {
  return {
    groupId,
    reference: 'SIR-1',
    question: 'Who buys the stolen jewellery?',
    whyItMatters: 'A source names a dealer in the market',
    elements: [{ id: 'e1', text: 'Names and premises of dealers', answered: false }],
    gapId: '',
    priorityId: '',
    otherKeyThreat: '',
    threatAssessmentId: '',
    urgency: 'high',
    reviewOn: '',
    answers: [],
    withdrawnBecause: '',
    ...more,
  };
}

interface Put {
  readonly kind: 'control-strategy' | 'intelligence-requirement' | 'requirement-question';
  readonly id: string;
  readonly state: string;
  readonly scope: string;
  readonly body: unknown;
  readonly parent?: string;
  readonly number?: number;
}
export function recordPut({ parent: under = '', number: count = 0, ...given }: Put): Change {
  // A control strategy is filed under its group and counted by its version.
  const strategy = given.kind === 'control-strategy' ? (given.body as ControlStrategyBody) : null;
  const [parent, number] = strategy === null ? [under, count] : [strategy.groupId, strategy.version];
  const put = { ...given, parent, number, marking: 'OFFICIAL', handling: '', compartment: '', owner: '', dueAt: '', sortAt: given.id };
  return { put: put as never };
}

export async function publishedWorld(states: { readonly strategy?: string; readonly requirement?: string } = {}): Promise<PublishedWorld> {
  const cast = await meetingWorld({ groupType: 'stcg' });
  const { world, groupId } = cast;
  const nodeId = world.areaIds[0] ?? '';
  const later = world.now;
  world.now = `${FOUNDED_ON}T09:00:00.000Z` as typeof later;
  const { unitId } = await world.must(addUnit, {
    name: 'East Response',
    unitType: 'response',
    areaId: nodeId,
    from: FOUNDED_ON,
    decidedBy: 'ACC',
  });
  const ids = {
    ...cast.ids,
    director: await world.person('Detective Chief Superintendent', 'Director'),
    constable: await world.person('Constable', 'Eastern', { unitId }),
  };
  await world.must(giveAppointment, {
    personId: ids.director,
    role: 'director-of-intelligence',
    scopeType: 'force',
    scopeId: world.forceId,
    from: FOUNDED_ON,
    givenBy: 'Chief Constable',
  });
  world.now = later;
  const strategyId = 'strategy-1';
  const requirementId = 'requirement-1';
  const place = { groupId, nodeId };
  const put = (...changes: readonly Change[]): void => {
    world.records.apply(changes, { now: world.now, actorId: ids.secretary });
  };
  put(
    recordPut({
      kind: 'control-strategy',
      id: strategyId,
      state: states.strategy ?? 'set',
      scope: nodeId,
      parent: groupId,
      number: 1,
      body: strategyBody(place, { priorities: [{ ...PRIORITY, ownerId: ids.chair }] }),
    }),
    recordPut({
      kind: 'intelligence-requirement',
      id: requirementId,
      state: states.requirement ?? 'approved',
      scope: nodeId,
      parent: groupId,
      number: 1,
      body: requirementBody(place),
    }),
    recordPut({
      kind: 'requirement-question',
      id: 'question-1',
      state: 'unanswered',
      scope: nodeId,
      body: questionBody(groupId),
      parent: requirementId,
      number: 1,
    }),
  );
  let made = 0;
  const actorOf = async (who: Reader) => world.actor(ids[who]);
  const published: PublishedWorld = {
    cast,
    ids,
    unitId,
    strategyId,
    requirementId,
    put,
    as: async (who, command, args) =>
      runInMemory(world.records, nouns, command, args, {
        actor: await actorOf(who),
        now: world.now,
        newId: () => {
          made += 1;
          return `made${String(made).padStart(16, '0')}`;
        },
      }),
    async must(who, command, args) {
      const result = await published.as(who, command, args);
      if (!result.ok) throw new Error(`${result.refusals[0].code}: ${result.refusals[0].message}`);
      return result.value.out;
    },
    forge: async (who, ...changes) =>
      (await checkInMemory(world.records, nouns, changes, { actor: await actorOf(who), now: world.now })).map((refusal) => refusal.code),
  };
  return published;
}
