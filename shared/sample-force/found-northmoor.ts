import { type Day, type Instant, dayOf, instant } from '#shared/base/time.ts';
import type { AppointmentBody } from '#shared/domain/appointment/appointment.schema.ts';
import type { GroupType } from '#shared/domain/group/group.schema.ts';
import { SAMPLE_MEMBERS } from './people.ts';
import { type TellAsAdmin, addAgencies } from './sample-agencies.ts';
import { type Teller, clockFrom } from './teller.ts';

export interface SampleGroup {
  readonly id: string;
  readonly type: GroupType;
  readonly chair: string;
  readonly secretary: string;
  readonly actionManager: string;
  /** Suffix of the keys of the people who work for it: `e`, `w`, or empty for the force. */
  readonly side: 'e' | 'w' | '';
}

/** Northmoor as it stands before its first meeting; `people`, `units`, `agencies` by the keys the sample uses. */
export interface Northmoor {
  readonly forceId: string;
  readonly areas: { readonly east: string; readonly west: string };
  readonly people: ReadonlyMap<string, string>;
  readonly groups: Readonly<Record<'stcg' | 'stcg-e' | 'ttcg-f' | 'ttcg-e' | 'ttcg-w' | 'ium-e' | 'dmm-e', SampleGroup>>;
  person(key: string): string;
  unit(key: string): string;
  /** Objectives of the plans that a priority serves, by the reference of the priority. */
  readonly objectives: ReadonlyMap<string, readonly string[]>;
}

const UNITS = [
  {
    key: 'fib',
    name: 'Force Intelligence Bureau',
    unitType: 'intelligence-unit',
    area: '',
    remit: 'Force-level intelligence: evaluation, sanitisation, strategic analysis and dissemination.',
  },
  {
    key: 'dsu',
    name: 'Dedicated Source Unit',
    unitType: 'dedicated-source-unit',
    area: '',
    remit: 'Collection under authority. Passes on sanitised reports only.',
  },
  {
    key: 'iu-east',
    name: 'Eastmoor Intelligence Unit',
    unitType: 'intelligence-unit',
    area: 'east',
    remit: 'Intelligence for Eastmoor command area and its tactical group.',
  },
  {
    key: 'iu-west',
    name: 'Westdale Intelligence Unit',
    unitType: 'intelligence-unit',
    area: 'west',
    remit: 'Intelligence for Westdale command area and its tactical group.',
  },
  { key: 'response-east', name: 'Eastmoor Response', unitType: 'response', area: 'east', remit: 'Emergency and priority response.' },
  { key: 'response-west', name: 'Westdale Response', unitType: 'response', area: 'west', remit: 'Emergency and priority response.' },
  { key: 'cid-east', name: 'Eastmoor Volume Crime', unitType: 'investigation', area: 'east', remit: 'Investigation of volume crime.' },
  { key: 'cid-west', name: 'Westdale Volume Crime', unitType: 'investigation', area: 'west', remit: 'Investigation of volume crime.' },
  {
    key: 'npt-harbour',
    name: 'Harbour Ward Neighbourhood Team',
    unitType: 'neighbourhood',
    area: 'east',
    remit: 'Neighbourhood policing for Harbour Ward and Millbank.',
  },
  {
    key: 'npt-dale',
    name: 'Dale Valley Neighbourhood Team',
    unitType: 'neighbourhood',
    area: 'west',
    remit: 'Neighbourhood policing for the upper and lower valley.',
  },
  { key: 'ops-east', name: 'Eastmoor Tasking', unitType: 'operations-support', area: 'east', remit: 'Co-ordination of tasked operations.' },
  { key: 'ops-west', name: 'Westdale Tasking', unitType: 'operations-support', area: 'west', remit: 'Co-ordination of tasked operations.' },
  {
    key: 'roads',
    name: 'Roads Policing and Operations Support',
    unitType: 'operations-support',
    area: '',
    remit: 'Roads policing, dogs, search and events.',
  },
  { key: 'ppu', name: 'Public Protection', unitType: 'investigation', area: '', remit: 'Domestic abuse, child protection, exploitation.' },
] as const;

const UNIT_HEADS: Readonly<Record<string, string>> = {
  fib: 'manager',
  dsu: 'source-unit',
  'iu-east': 'manager-e',
  'iu-west': 'manager-w',
  'response-east': 'response-e',
  'response-west': 'response-w',
  'cid-east': 'cid-e',
  'cid-west': 'cid-w',
  'npt-harbour': 'neigh-e',
  'npt-dale': 'neigh-w',
  'ops-east': 'action-e',
  'ops-west': 'action-w',
  roads: 'ops',
  ppu: 'protection',
};

const AUTHORITY: Readonly<Record<GroupType, string>> = {
  stcg: 'Sets strategy for the force and allocates the force’s people, budget and specialist assets.',
  ttcg: 'Sets tactical priorities and allocates officers, overtime and tasked hours within the remit of the group. Force assets are bid for at the force group.',
  ium: 'Directs the work of the intelligence unit and recommends options to the tactical group.',
  dmm: 'Fast-track decisions for the next twenty-four hours within the plans of the tactical group.',
};

type Member = readonly [key: string, memberFunction: AppointmentBody['memberFunction']];

/** Founds the synthetic force on `since`: structure, about forty people, their roles, partner agencies with and without consent, groups and policies. */
export async function foundNorthmoor(teller: Teller, since: Day, today: Day): Promise<Northmoor> {
  const clock = clockFrom(instant(`${since}T09:00:00.000Z`));
  const founded = await teller.tell('founder', clock.now(), 'force.found', {
    forceName: 'Northmoor Police',
    forceCode: 'NM',
    hasAreas: true,
    areas: [
      { name: 'Eastmoor', code: 'E' },
      { name: 'Westdale', code: 'W' },
    ],
    givenName: 'Neil',
    familyName: 'Braithwaite',
    rank: 'Police staff',
    serviceNumber: '70014',
    sample: true,
  });
  const people = new Map<string, string>([['administrator', founded.personId]]);
  const admin = founded.personId;
  const tell: TellAsAdmin = (name, args) => teller.tell(admin, clock.tick(2), name, args);
  const [east = '', west = ''] = founded.areaIds;
  const areaOf = { '': '', east, west } as const;
  await tell('force.describe', {
    name: 'Northmoor Police',
    code: 'NM',
    hasAreas: true,
    configuredBy: 'Chief Officer Group',
    configuredBecause:
      'Two command areas of similar size each run a strategic and a tactical process; specialist capabilities are held once, at force level.',
  });

  const units = new Map<string, string>();
  for (const unit of UNITS) {
    const { unitId } = await tell('unit.add', {
      from: since,
      name: unit.name,
      unitType: unit.unitType,
      areaId: areaOf[unit.area],
      remit: unit.remit,
      decidedBy: 'Chief Officer Group',
      reason: 'Intelligence function review',
      telephone: `01632 960${String(100 + units.size)}`,
      email: '',
    });
    units.set(unit.key, unitId);
  }

  const agencies = await addAgencies(tell, since, today);
  for (const [index, member] of SAMPLE_MEMBERS.entries()) {
    if (member.key === 'administrator') continue;
    const { personId } = await tell('person.add', {
      givenName: member.given,
      familyName: member.family,
      rank: member.rank,
      jobTitle: member.jobTitle,
      from: since,
      serviceNumber: member.agency === undefined ? String(member.rank === 'Police staff' ? 70_100 + index : 2_100 + index * 7) : '',
      partnerAgencyId: member.agency === undefined ? '' : (agencies.get(member.agency) ?? ''),
      unitId: units.get(member.unit) ?? '',
      clearance: member.vetted === false ? 'OFFICIAL' : 'OFFICIAL-SENSITIVE',
      email:
        member.agency === undefined
          ? `${member.family
              .normalize('NFD')
              .replace(/[^A-Za-z]/g, '')
              .toLowerCase()}@northmoor.example`
          : '',
    });
    people.set(member.key, personId);
  }
  const person = (key: string): string => {
    const id = people.get(key);
    if (id === undefined) throw new Error(`nobody called ${key} in the sample force`);
    return id;
  };
  const unit = (key: string): string => {
    const id = units.get(key);
    if (id === undefined) throw new Error(`no unit called ${key} in the sample force`);
    return id;
  };
  const give = (
    key: string,
    role: AppointmentBody['role'],
    scopeType: AppointmentBody['scopeType'],
    scopeId: string,
    more: Partial<AppointmentBody> = {},
  ) => tell('appointment.give', { personId: person(key), role, scopeType, scopeId, from: since, givenBy: 'Chief Officer Group', ...more });

  await give('lead', 'chief-officer-lead', 'force', founded.forceId, {
    responsibilities: ['intelligence-led-policing', 'intelligence-capability'],
  });
  await give('director', 'director-of-intelligence', 'force', founded.forceId);
  await give('manager', 'intelligence-manager', 'force', founded.forceId);
  await give('principal', 'principal-analyst', 'force', founded.forceId);
  await give('auditor', 'auditor', 'force', founded.forceId);
  await give('security', 'information-security-officer', 'force', founded.forceId);
  for (const side of ['e', 'w'] as const) {
    const unitId = units.get(side === 'e' ? 'iu-east' : 'iu-west') ?? '';
    await give(`manager-${side}`, 'intelligence-manager', 'unit', unitId);
    await give(`officer-${side}`, 'intelligence-officer', 'unit', unitId);
    await give(`analyst-${side}`, 'analyst', 'unit', unitId);
    await give(`researcher-${side}`, 'researcher', 'unit', unitId);
  }
  for (const [unitKey, headKey] of Object.entries(UNIT_HEADS)) {
    if (unitKey !== 'npt-dale') await give(headKey, 'unit-head', 'unit', units.get(unitKey) ?? '');
  }

  const addGroup = async (
    type: GroupType,
    name: string,
    code: string,
    side: SampleGroup['side'],
    chair: string,
    secretary: string,
    actionManager: string,
    members: readonly Member[],
    deputy: string,
  ): Promise<SampleGroup> => {
    const nodeId = side === 'e' ? east : side === 'w' ? west : founded.forceId;
    const { groupId } = await tell('group.add', {
      groupType: type,
      name,
      code,
      nodeType: side === '' ? 'force' : 'area',
      nodeId,
      from: since,
    });
    const { appointmentId } = await give(chair, 'chair', 'group', groupId, { authority: AUTHORITY[type], memberFunction: 'command' });
    if (deputy !== '')
      await give(deputy, 'deputy-chair', 'group', groupId, { deputyForId: appointmentId, memberFunction: 'investigation' });
    await give(secretary, 'secretary', 'group', groupId, { memberFunction: 'secretariat' });
    if (actionManager !== '') {
      await give(actionManager, 'action-manager', 'group', groupId, {
        delegatedById: person(chair),
        memberFunction: 'operations-support',
        delegation:
          'On my authority, oversees progress against delivery plans and actions of this group, may chase, reassign and change due days, and verifies what is claimed complete.',
      });
    }
    for (const [key, memberFunction] of members)
      await give(key, key.startsWith('partner-') ? 'partner-member' : 'member', 'group', groupId, { memberFunction });
    return {
      id: groupId,
      type,
      chair: person(chair),
      secretary: person(secretary),
      actionManager: actionManager === '' ? '' : person(actionManager),
      side,
    };
  };

  const tactical = (side: 'e' | 'w'): readonly Member[] => [
    [`manager-${side}`, 'intelligence'],
    [`analyst-${side}`, 'analysis'],
    [`cid-${side}`, 'investigation'],
    [`response-${side}`, 'response'],
    [`neigh-${side}`, 'neighbourhood'],
    [`officer-${side}`, 'intelligence'],
  ];
  const groups = {
    stcg: await addGroup(
      'stcg',
      'Strategic Tasking and Co-ordination Group',
      'STCG',
      '',
      'deputy',
      'secretary-e',
      '',
      [
        ['lead', 'command'],
        ['director', 'intelligence'],
        ['principal', 'analysis'],
        ['chair-e', 'response'],
        ['chair-w', 'response'],
        ['protection', 'public-protection'],
        ['performance', 'performance'],
        ['finance', 'finance'],
        ['comms', 'communications'],
        ['partner-csp', 'partner'],
        ['partner-probation', 'partner'],
      ],
      '',
    ),
    'stcg-e': await addGroup(
      'stcg',
      'Eastmoor Strategic Tasking and Co-ordination Group',
      'STCG-E',
      'e',
      'chair-e',
      'secretary-e',
      '',
      [
        ['manager-e', 'intelligence'],
        ['principal', 'analysis'],
        ['response-e', 'response'],
        ['neigh-e', 'neighbourhood'],
        ['cid-e', 'investigation'],
        ['partner-csp', 'partner'],
      ],
      'deputy-e',
    ),
    'ttcg-f': await addGroup(
      'ttcg',
      'Force Tactical Tasking and Co-ordination Group',
      'TTCG-F',
      '',
      'director',
      'secretary-w',
      'ops',
      [
        ['manager', 'intelligence'],
        ['principal', 'analysis'],
        ['deputy-e', 'investigation'],
        ['deputy-w', 'investigation'],
        ['protection', 'public-protection'],
        ['roads', 'roads-policing'],
        ['source-unit', 'source-handling'],
      ],
      'protection',
    ),
    'ttcg-e': await addGroup(
      'ttcg',
      'Eastmoor Tactical Tasking and Co-ordination Group',
      'TTCG-E',
      'e',
      'chair-e',
      'secretary-e',
      'action-e',
      [...tactical('e'), ['roads', 'roads-policing'], ['partner-csp', 'partner'], ['partner-council', 'partner']],
      'deputy-e',
    ),
    'ttcg-w': await addGroup(
      'ttcg',
      'Westdale Tactical Tasking and Co-ordination Group',
      'TTCG-W',
      'w',
      'chair-w',
      'secretary-w',
      'action-w',
      [...tactical('w'), ['partner-csp', 'partner']],
      'deputy-w',
    ),
    'ium-e': await addGroup(
      'ium',
      'Eastmoor Intelligence Unit Meeting',
      'IUM-E',
      'e',
      'manager-e',
      'researcher-e',
      '',
      [
        ['analyst-e', 'analysis'],
        ['officer-e', 'intelligence'],
        ['neigh-e', 'neighbourhood'],
        ['cid-e', 'investigation'],
      ],
      '',
    ),
    'dmm-e': await addGroup(
      'dmm',
      'Eastmoor Daily Management Meeting',
      'DMM-E',
      'e',
      'response-e',
      'researcher-e',
      '',
      [
        ['manager-e', 'intelligence'],
        ['neigh-e', 'neighbourhood'],
        ['cid-e', 'investigation'],
      ],
      '',
    ),
  };

  const policy = async (group: SampleGroup, every: number, unit: 'day' | 'week' | 'month', reason: string) => {
    const { policyId } = await tell('tc-policy.set', { groupId: group.id, every, unit, reason, from: since, interimBeyondMonths: 6 });
    await tell('tc-policy.approve', { policyId, approvedBy: 'ACC Crime and Intelligence' });
  };
  await policy(groups.stcg, 6, 'month', 'Follows the annual strategic assessment and its six-month refresh, and the budget cycle.');
  await policy(groups['stcg-e'], 6, 'month', 'Follows the force’s strategic group by some weeks, so that its priorities can be answered.');
  await policy(groups['ttcg-f'], 1, 'month', 'Force-level demands and specialist bids change month by month.');
  await policy(
    groups['ttcg-e'],
    2,
    'week',
    'Volume and series in Eastmoor change within a fortnight; a shorter interval left plans no time to work.',
  );
  await policy(groups['ttcg-w'], 2, 'week', 'As Eastmoor, so that both areas bid to the force group on equal footing.');
  await policy(groups['ium-e'], 2, 'week', 'Held in the week before the tactical group.');
  await policy(groups['dmm-e'], 1, 'day', 'Links the tactical priorities to the day’s business.');
  return { forceId: founded.forceId, areas: { east, west }, people, groups, person, unit, objectives: new Map() };
}

/** The first instant of a meeting on a day, at an hour of the force's morning. */
export function meetingStart(on: Day, hour: number): Instant {
  const start = instant(`${on}T${String(hour).padStart(2, '0')}:00:00.000Z`);
  return dayOf(start) === on ? start : instant(`${on}T09:00:00.000Z`);
}
