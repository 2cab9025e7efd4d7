import type { z } from 'zod';
import type { Result } from '#shared/base/result.ts';
import { type Instant, instant, instantFromMs } from '#shared/base/time.ts';
import { giveAppointment } from '#shared/domain/appointment/appointment.commands.ts';
import { concludeAgendaItem, openAgendaItem } from '#shared/domain/agenda-item/agenda-item.commands.ts';
import { recordDecision } from '#shared/domain/decision/decision.commands.ts';
import { addGroup } from '#shared/domain/group/group.commands.ts';
import type { GroupType } from '#shared/domain/group/group.schema.ts';
import type { Change, Command } from '#shared/domain/kit/command.ts';
import type { Query } from '#shared/domain/kit/query.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { type Ran, checkInMemory } from '#shared/domain/kit/run-in-memory.ts';
import { scheduleMeeting, setAttendance, startMeeting } from '#shared/domain/meeting/meeting.commands.ts';
import { addPartnerAgency, agreePartnerAgency, consentPartnerAgency } from '#shared/domain/partner-agency/partner-agency.commands.ts';
import { nouns } from '#shared/domain/registry.ts';
import { FOUNDED_ON, type World, foundWorld } from './organisation-world.ts';

export const CAST = ['chair', 'deputy', 'secretary', 'manager', 'analyst', 'response', 'partner', 'outsider', 'auditor'] as const;
export type Cast = (typeof CAST)[number];

/** The East tactical group with everyone it needs, and people outside it, on 24 November 2026. */
export interface MeetingWorld {
  readonly world: World;
  readonly groupId: string;
  readonly agencyId: string;
  readonly ids: Readonly<Record<Cast, string>>;
  /** Moves the clock on. */
  pass(minutes: number): Instant;
  as<Shape extends z.ZodType, Out>(who: Cast, command: Command<string, Shape, Out>, args: z.input<Shape>): Promise<Result<Ran<Out>>>;
  must<Shape extends z.ZodType, Out>(who: Cast, command: Command<string, Shape, Out>, args: z.input<Shape>): Promise<Out>;
  see<Shape extends z.ZodType, View>(who: Cast, query: Query<string, Shape, View>, args: z.input<Shape>): Promise<View>;
  /** The codes of refusals of writing records directly, as a tampered copy of the application might. */
  forge(who: Cast, ...changes: readonly Change[]): Promise<readonly string[]>;
  schedule(on?: string, groupId?: string): Promise<string>;
  present(meetingId: string, ...who: readonly Cast[]): Promise<void>;
  /** A meeting in session with everyone of the group but the partner present. */
  live(on?: string): Promise<string>;
  agenda(meetingId: string): Promise<readonly RecordOf<'agenda-item'>[]>;
  open(meetingId: string, number?: number): Promise<string>;
  /** Gives every item left an outcome. */
  concludeRest(meetingId: string): Promise<void>;
  decide(
    meetingId: string,
    itemId: string,
    more?: Partial<z.input<typeof recordDecision.args>>,
  ): Promise<{ readonly decisionId: string; readonly number: number; readonly reference: string; readonly actionId: string }>;
}

/** A complete decision, for tests that change one thing about it. */
export const COMPLETE = {
  text: 'Run high-visibility patrols on the Marsh estate',
  rationale: 'The series is concentrated there on Friday nights',
  options: [
    { text: 'Patrols', chosen: true },
    { text: 'Wait for the next assessment', chosen: false, rejectedBecause: 'The risk is now' },
  ],
  evidence: [{ title: 'Tactical assessment, November' }],
  outsideStrategyReason: 'Emerging issue, not yet in the strategy',
} as const;

export async function meetingWorld(
  options: {
    readonly groupType?: GroupType;
    readonly delegation?: string;
    readonly authority?: string;
    /** Where the group stands: East when left out. */
    readonly level?: 'area' | 'force';
  } = {},
): Promise<MeetingWorld> {
  const {
    groupType = 'ttcg',
    delegation = 'To verify and reassign actions of the group',
    authority = 'All resources of East',
    level = 'area',
  } = options;
  const world = await foundWorld();
  const ids = {
    chair: await world.person('Superintendent', 'Chairman'),
    deputy: await world.person('Chief Inspector', 'Deputy'),
    secretary: await world.person('Police staff', 'Secretary'),
    manager: await world.person('Inspector', 'Manager'),
    analyst: await world.person('Police staff', 'Analyst'),
    response: await world.person('Inspector', 'Response'),
    outsider: await world.person('Constable', 'Outsider'),
    auditor: await world.person('Police staff', 'Auditor'),
    partner: '',
  };
  const { agencyId } = await world.must(addPartnerAgency, { name: 'Eastmoor Council', agencyType: 'local-authority' });
  await world.must(consentPartnerAgency, { agencyId, side: 'police', on: FOUNDED_ON, by: 'Chief Constable' });
  await world.must(consentPartnerAgency, { agencyId, side: 'partner', on: FOUNDED_ON, by: 'Chief executive' });
  await world.must(agreePartnerAgency, { agencyId, reference: 'ISA-1', from: FOUNDED_ON, to: '2026-12-31' });
  ids.partner = await world.person('Partner', 'Partnerson', { partnerAgencyId: agencyId });
  const { groupId } = await world.must(addGroup, {
    groupType,
    name: 'East group',
    code: 'TTCG-E',
    nodeType: level,
    nodeId: level === 'force' ? world.forceId : (world.areaIds[0] ?? ''),
    keyFunctions: ['analysis', 'response'],
    from: FOUNDED_ON,
  });
  const give = (
    personId: string,
    role: 'chair' | 'deputy-chair' | 'secretary' | 'action-manager' | 'member' | 'partner-member',
    more: object = {},
  ): Promise<unknown> =>
    world.must(giveAppointment, {
      personId,
      role,
      scopeType: 'group',
      scopeId: groupId,
      from: FOUNDED_ON,
      givenBy: 'Director of intelligence',
      ...more,
    });
  await give(ids.chair, 'chair', { authority });
  await give(ids.deputy, 'deputy-chair', { authority });
  await give(ids.secretary, 'secretary');
  await give(ids.manager, 'action-manager', { delegation, delegatedById: ids.chair });
  await give(ids.analyst, 'member', { memberFunction: 'analysis' });
  await give(ids.response, 'member', { memberFunction: 'response' });
  await give(ids.partner, 'partner-member', { memberFunction: 'partner' });
  await world.must(giveAppointment, {
    personId: ids.auditor,
    role: 'auditor',
    scopeType: 'force',
    scopeId: world.forceId,
    from: FOUNDED_ON,
    givenBy: 'Chief Constable',
  });
  world.now = instant('2026-11-20T09:00:00.000Z');

  const cast: MeetingWorld = {
    world,
    groupId,
    agencyId,
    ids,
    pass(minutes) {
      world.now = instantFromMs(Date.parse(world.now) + minutes * 60_000);
      return world.now;
    },
    as: async (who, command, args) => world.run(command, args, await world.actor(ids[who])),
    must: async (who, command, args) => world.must(command, args, await world.actor(ids[who])),
    see: async (who, query, args) => world.view(query, args, await world.actor(ids[who])),
    forge: async (who, ...changes) =>
      (await checkInMemory(world.records, nouns, changes, { actor: await world.actor(ids[who]), now: world.now })).map(
        (refusal) => refusal.code,
      ),
    schedule: async (on = '2026-11-24', group = groupId) =>
      (await cast.must('secretary', scheduleMeeting, { groupId: group, startsAt: `${on}T10:00:00.000Z`, place: 'Briefing room' }))
        .meetingId,
    async present(meetingId, ...who) {
      for (const one of who) await cast.must('secretary', setAttendance, { meetingId, personId: ids[one], status: 'present' });
    },
    async live(on = '2026-11-24') {
      const meetingId = await cast.schedule(on);
      world.now = instant(`${on}T10:00:00.000Z`);
      await cast.present(meetingId, 'chair', 'deputy', 'secretary', 'manager', 'analyst', 'response');
      await cast.must('secretary', startMeeting, { meetingId, chairId: ids.chair, secretaryId: ids.secretary });
      return meetingId;
    },
    agenda: (meetingId) => world.records.reading.many('agenda-item', { parent: meetingId }, { by: 'number' }),
    async open(meetingId, number = 1) {
      const item = (await cast.agenda(meetingId))[number - 1];
      if (item === undefined) throw new Error('no such item');
      await cast.must('secretary', openAgendaItem, { itemId: item.id });
      return item.id;
    },
    async concludeRest(meetingId) {
      for (const item of await cast.agenda(meetingId)) {
        if (item.state !== 'waiting' && item.state !== 'open') continue;
        const decided = (await world.records.reading.many('decision', { parent: meetingId })).some(
          (decision) => decision.body.itemId === item.id,
        );
        await cast.must('secretary', concludeAgendaItem, {
          itemId: item.id,
          outcome: decided ? 'decided' : 'no-decision',
          reason: decided ? '' : 'Noted',
        });
      }
    },
    decide: (meetingId, itemId, more = {}) =>
      cast.must('secretary', recordDecision, {
        meetingId,
        itemId,
        ...COMPLETE,
        options: [...COMPLETE.options],
        evidence: [...COMPLETE.evidence],
        decidedById: ids.chair,
        ...more,
      }),
  };
  return cast;
}
