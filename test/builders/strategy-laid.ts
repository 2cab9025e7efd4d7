import type { Kind } from '#shared/domain/bodies.ts';
import type { Change } from '#shared/domain/kit/command.ts';
import type { World } from './organisation-world.ts';

/** Lays a record into the world as if another part of Cordon had written it long ago: past its commands and its rules. */
export function lay(
  world: World,
  kind: Kind,
  id: string,
  more: { readonly body: object; readonly state?: string; readonly [field: string]: unknown },
): string {
  const envelope = {
    scope: world.forceId,
    marking: 'OFFICIAL',
    handling: '',
    compartment: '',
    state: 'in-use',
    owner: '',
    parent: '',
    number: 0,
    dueAt: '',
    sortAt: '2026-06-01',
  };
  world.records.apply([{ put: { ...envelope, kind, id, ...more } }] as unknown as Change[], { now: world.now, actorId: '' });
  return id;
}

/** A row of a control strategy that has everything, for tests that take one thing away. */
export const FULL_ROW = {
  key: 'row-1',
  priorityId: 'priority-1',
  reference: 'CS1',
  title: 'Domestic abuse',
  summary: '',
  issueId: 'issue-1',
  includedBecause: 'Highest harm',
  ownerId: '',
  prevention: 'Repeat victims',
  intelligence: 'Unreported harm',
  enforcement: 'Named perpetrators',
  reassurance: '',
  objectiveIds: [] as string[],
  measures: [] as { name: string; baseline: string; target: string }[],
  hours: 100,
  officers: 0,
  budget: 0,
};

/** Lays a strategic group's meeting, its decision, the priority it set and the control strategy that describes it. */
export function layStrategy(world: World, groupId: string, row: Partial<typeof FULL_ROW> = {}): void {
  const full = { ...FULL_ROW, ...row };
  lay(world, 'meeting', 'meeting-1', {
    state: 'signed',
    body: {
      groupId,
      reference: 'STCG/2026-06-01',
      startsAt: '2026-06-01T09:00:00.000Z',
      startedAt: '2026-06-01T09:00:00.000Z',
      interim: false,
    },
  });
  lay(world, 'decision', 'decision-1', {
    state: 'recorded',
    parent: 'meeting-1',
    number: 1,
    body: {
      groupId,
      reference: 'STCG/2026-06-01/D1',
      decidedAt: '2026-06-01T10:00:00.000Z',
      text: 'Set it',
      rationale: 'Highest harm',
      options: [],
      evidence: [],
      known: [],
      priorityId: '',
      supersedesId: '',
      policeOnly: false,
      withinAuthority: true,
    },
  });
  lay(world, 'priority', full.priorityId, {
    state: 'current',
    parent: 'decision-1',
    body: {
      reference: full.reference,
      title: full.title,
      summary: '',
      nodeType: 'force',
      nodeId: world.forceId,
      setByDecisionId: 'decision-1',
      from: '2026-06-01',
      to: '',
    },
  });
  lay(world, 'control-strategy', 'strategy-1', {
    state: 'set',
    body: {
      groupId,
      nodeType: 'force',
      nodeId: world.forceId,
      version: 1,
      title: 'Control strategy',
      direction: 'Protect the vulnerable',
      withReassurance: false,
      priorities: [full],
      parents: [],
      pool: { hours: 1000, officers: 0, budget: 0 },
      assessmentId: 'assessment-1',
      prioritisationId: 'prioritisation-1',
      amendsId: '',
      from: '2026-06-01',
      reviewOn: '',
      setByDecisionId: 'decision-1',
      setAt: '2026-06-01T11:00:00.000Z',
      decidedRev: 'memory:1',
      publicationId: '',
      withdrawnBecause: '',
    },
  });
}
