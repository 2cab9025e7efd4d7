import { type Day, addDays, instant } from '#shared/base/time.ts';
import type { CommandArgs } from '#shared/domain/registry.ts';
import type { Northmoor } from './found-northmoor.ts';
import { clockFrom, type Teller } from './teller.ts';
import type { ActionStep } from './work-actions.ts';

type Capability = Omit<CommandArgs<'capability.record'>, 'asOf' | 'expiresOn'> & { readonly expiresIn?: number };

/** What Northmoor can do and through whom: one agreement has run out, one runs out soon, and one capability it lacks. */
const CAPABILITIES: readonly Capability[] = [
  {
    capability: 'financial-intelligence',
    standing: 'access-via',
    provider: 'Regional Economic Crime Unit',
    agreement: 'Regional collaboration agreement, schedule 4',
    contact: 'Duty financial investigator, 01632 960310',
    channel: 'Referral form by secure e-mail; answers within three working days',
    expiresIn: -23,
    note: 'The schedule lapsed with the financial year of the lead force. Requests are still answered, without a promise of when.',
  },
  {
    capability: 'prison-intelligence',
    standing: 'access-via',
    provider: 'HM Prison and Probation Service, regional prison intelligence unit',
    agreement: 'Memorandum of understanding 2024/17',
    contact: 'Police liaison officer, HMP Dalegate, 01632 960318',
    channel: 'Through the police liaison officer only; nothing is sent to the prison direct',
    expiresIn: 34,
  },
  {
    capability: 'public-order-intelligence',
    standing: 'none',
    note: 'Events are policed on the regional picture as it is published. A bid for a tension analyst shared with two neighbours was not funded.',
  },
  { capability: 'intelligence-cycle', standing: 'own', contact: 'Force Intelligence Bureau' },
  { capability: 'analysis', standing: 'own', contact: 'Principal analyst, Force Intelligence Bureau' },
  { capability: 'operational-support', standing: 'own', contact: 'Roads Policing and Operations Support' },
  {
    capability: 'other',
    name: 'Digital and communications intelligence',
    standing: 'access-via',
    provider: 'Regional Organised Crime Unit',
    agreement: 'Regional collaboration agreement, schedule 2',
    expiresIn: 400,
  },
];

/** Objectives of the plans, and the references of the priorities that serve them. Nobody serves the last. */
const OBJECTIVES: readonly (Omit<CommandArgs<'business-objective.record'>, 'from' | 'ownerId'> & {
  readonly owner: string;
  readonly servedBy: readonly string[];
})[] = [
  {
    reference: 'PCP 1',
    title: 'Protect children and adults at risk of harm',
    plan: 'Police and crime plan',
    measures: [
      { name: 'Children safeguarded from exploitation', target: '95 % within a day', source: 'Public protection returns' },
      { name: 'Repeat referrals within 12 months', target: '10 % fewer', source: 'Multi-agency hub' },
    ],
    owner: 'protection',
    servedBy: ['CS2'],
  },
  {
    reference: 'PCP 2',
    title: 'Make homes safe from abuse',
    plan: 'Police and crime plan',
    measures: [{ name: 'Victims harmed again by the same person', target: '10 % fewer', source: 'Crime recording system' }],
    owner: 'protection',
    servedBy: ['CS1'],
  },
  {
    reference: 'PCP 3',
    title: 'Fewer people hurt by violence in public places',
    plan: 'Police and crime plan',
    measures: [{ name: 'Hospital admissions for assault with a sharp object', target: '8 % fewer', source: 'Health data sharing' }],
    owner: 'chair-e',
    servedBy: ['CS3'],
  },
  {
    reference: 'FBP 4.2',
    title: 'Bring to justice those who offend in series, and give victims of burglary confidence that somebody is looking',
    plan: 'Force business plan',
    measures: [
      { name: 'Residential burglary recorded', target: '6 % fewer', source: 'Crime recording system' },
      { name: 'Positive outcomes', target: '12 %', source: 'Crime recording system' },
    ],
    owner: 'chair-w',
    servedBy: ['CS4'],
  },
  {
    reference: 'FBP 7.1',
    title: 'Fewer people killed or seriously injured on the roads',
    plan: 'Force business plan',
    measures: [{ name: 'Killed or seriously injured', target: '5 % fewer', source: 'Collision records' }],
    owner: 'ops',
    servedBy: [],
  },
];

/** Records elements of governance and objectives as the force is founded; returns which objectives each priority serves. */
export async function planNorthmoor(teller: Teller, northmoor: Northmoor, since: Day): Promise<ReadonlyMap<string, readonly string[]>> {
  const clock = clockFrom(instant(`${since}T15:00:00.000Z`));
  const admin = northmoor.person('administrator');
  const lead = (await teller.world.reading.many('appointment')).find(
    ({ body }) => body.role === 'chief-officer-lead' && body.deputyForId === '',
  );
  const element = (
    elementType: CommandArgs<'governance-element.record'>['elementType'],
    name: string,
    owner: string,
    how: string,
    linked = true,
  ) =>
    teller.tell(admin, clock.tick(2), 'governance-element.record', {
      elementType,
      name,
      how,
      ownerId: northmoor.person(owner),
      leadAppointmentId: linked ? (lead?.id ?? '') : '',
    });
  await element(
    'business-planning',
    'Business planning',
    'finance',
    'The plan of the year follows the control strategy set in the spring.',
  );
  await element(
    'performance-management',
    'Performance management',
    'performance',
    'Quarterly board; each measure of a priority is on its dashboard.',
  );
  await element('strategic-tasking', 'Strategic tasking and co-ordination', 'director', 'Six-monthly strategic group with interim review.');
  await element('budget', 'Budget cycle', 'finance', 'Bids are heard against the priorities in December.', false);
  const servedBy = new Map<string, string[]>();
  for (const { owner, servedBy: references, ...objective } of OBJECTIVES) {
    const { objectiveId } = await teller.tell(admin, clock.tick(2), 'business-objective.record', {
      ...objective,
      from: since,
      ownerId: northmoor.person(owner),
    });
    for (const reference of references) servedBy.set(reference, [...(servedBy.get(reference) ?? []), objectiveId]);
  }
  return servedBy;
}

/** What was said, over the months, of what the force can do, and agreed with partners; one of them has still to agree (duties 17, 70). */
export function governNorthmoor(
  teller: Teller,
  northmoor: Northmoor,
  today: Day,
  priorities: ReadonlyMap<string, string>,
): readonly ActionStep[] {
  const recordedOn = addDays(today, -100);
  const changedOn = addDays(today, -61);
  const admin = northmoor.person('administrator');
  return [
    {
      on: recordedOn,
      take: async () => {
        const clock = clockFrom(instant(`${recordedOn}T15:30:00.000Z`));
        for (const { expiresIn, ...one } of CAPABILITIES) {
          const expiresOn = expiresIn === undefined ? ('' as const) : addDays(today, expiresIn);
          await teller.tell(admin, clock.tick(3), 'capability.record', { ...one, asOf: addDays(today, -120), expiresOn });
        }
      },
    },
    {
      on: changedOn,
      take: async () => {
        const analysis = (await teller.world.reading.many('capability')).find(({ body }) => body.capability === 'analysis');
        await teller.tell(admin, instant(`${changedOn}T16:10:00.000Z`), 'capability.record', {
          capabilityId: analysis?.id ?? '',
          capability: 'analysis',
          standing: 'own',
          contact: 'Principal analyst, Force Intelligence Bureau',
          asOf: changedOn,
          note: 'Two higher analysts joined, one for each command area.',
        });
      },
    },
    ...agreeWithPartners(teller, northmoor, addDays(today, -58), priorities),
  ];
}

const JOINT = [
  {
    title: 'A tenth fewer victims harmed again within a year',
    text: 'Police, probation and the partnership work from one list of those who cause the most harm, and tell each other within a day when somebody on it moves.',
    priority: 'abuse',
    asked: ['community-safety-partnership', 'probation'],
    agreed: [
      { agency: 'community-safety-partnership', after: 3, by: 'Chair of the partnership' },
      { agency: 'probation', after: 6, by: 'Regional director' },
    ],
  },
  {
    title: 'Every school of Harbour Ward and Millbank takes part in the programme against knife carrying',
    text: 'The council opens its schools to the programme; the partnership pays for it; neighbourhood officers teach it.',
    priority: 'knife',
    asked: ['community-safety-partnership', 'local-authority'],
    agreed: [{ agency: 'community-safety-partnership', after: 4, by: 'Chair of the partnership' }],
  },
] as const;

function agreeWithPartners(teller: Teller, northmoor: Northmoor, on: Day, priorities: ReadonlyMap<string, string>): readonly ActionStep[] {
  const director = northmoor.person('director');
  const agencyOf = async (type: string): Promise<string> =>
    (await teller.world.reading.many('partner-agency')).find(({ body }) => body.agencyType === type)?.id ?? '';
  return JOINT.flatMap(({ title, text, priority, asked, agreed }, index): ActionStep[] => {
    let objectiveId = '';
    const propose = async (): Promise<void> => {
      const agencyIds = await Promise.all(asked.map(agencyOf));
      const args = { groupId: northmoor.groups.stcg.id, title, text, priorityId: priorities.get(priority) ?? '', agencyIds };
      ({ objectiveId } = await teller.tell(
        director,
        instant(`${on}T14:${String(10 + index * 10)}:00.000Z`),
        'joint-objective.propose',
        args,
      ));
    };
    return [
      { on, take: propose },
      ...agreed.map(({ agency, after, by }): ActionStep => {
        const when = addDays(on, after);
        const at = instant(`${when}T14:40:00.000Z`);
        return {
          on: when,
          take: async () =>
            teller.tell(director, at, 'joint-objective.agree', { objectiveId, agencyId: await agencyOf(agency), on: when, by }),
        };
      }),
    ];
  });
}
