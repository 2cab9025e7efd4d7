import type { CommandArgs } from '#shared/domain/registry.ts';

type Source = CommandArgs<'collection-strategy.add'>['source'];
type Capability = NonNullable<CommandArgs<'collection-task.add'>['capability']>;

/** One question of Northmoor's intelligence requirement, with the gap it fills and what came of asking. */
export interface SampleQuestion {
  /** Key of the priority it serves, or empty for another key threat. */
  readonly priority: string;
  readonly threat?: string;
  readonly gap: string;
  readonly why: string;
  readonly question: string;
  readonly elements: readonly string[];
  readonly owner: string;
  readonly urgency: 'high' | 'medium' | 'low';
  readonly strategy?: { readonly source: Source; readonly title: string; readonly text: string };
  readonly task?: { readonly what: string; readonly who: string; readonly capability: Capability; readonly result: string };
  /** Weeks after it came into force, each with a report that answers it. */
  readonly answers: readonly {
    readonly week: number;
    readonly source: string;
    readonly says: string;
    readonly elements: readonly number[];
    readonly fully?: true;
  }[];
}

export const SAMPLE_QUESTIONS: readonly SampleQuestion[] = [
  {
    priority: 'lines',
    gap: 'Who supplies the lines that run into Harbour Ward',
    why: 'Decides whether the next operation goes against the runners or against the supply.',
    question: 'Who supplies the three lines that run into Harbour Ward, and from which city?',
    elements: ['City and postcode district the supply comes from', 'How it travels and on which days', 'Who takes the money back'],
    owner: 'manager-e',
    urgency: 'high',
    strategy: {
      source: 'partner',
      title: 'Tram and rail operators: footage and ticket data',
      text: 'Weekly request under the sharing agreement for Thursday and Friday arrivals. The operator’s security manager is the contact.',
    },
    task: {
      what: 'Collect footage of arrivals from the inter-city platform, Thursdays and Fridays',
      who: 'officer-e',
      capability: '',
      result: 'Four arrivals on three Fridays fit the runners’ times. Stills are with the problem profile.',
    },
    answers: [
      { week: 5, source: 'Intelligence report NM/2026/1184', says: 'Supply arrives by rail on Thursdays from one city.', elements: [0] },
      { week: 12, source: 'Problem profile: Harbour Ward lines', says: 'Travel by rail, then two taxis on account.', elements: [1] },
    ],
  },
  {
    priority: 'lines',
    gap: 'How children are first approached',
    why: 'Schools and children’s services ask where prevention should begin.',
    question: 'Where and by whom are children in Eastmoor first approached to run drugs?',
    elements: ['Places of first contact', 'Age and school years', 'Part played by debt'],
    owner: 'protection',
    urgency: 'high',
    strategy: {
      source: 'partner',
      title: 'Return interviews and school safeguarding leads',
      text: 'Children’s services pass on themes of return interviews each month, without names.',
    },
    answers: [
      {
        week: 8,
        source: 'Children’s services quarterly themes',
        says: 'First contact is at two transport hubs and online games.',
        elements: [0],
      },
      {
        week: 15,
        source: 'Problem profile: exploitation of children',
        says: 'Years 9 and 10; debt follows a staged robbery.',
        elements: [1, 2],
      },
    ],
  },
  {
    priority: 'abuse',
    gap: 'Which perpetrators of domestic abuse offend against successive partners',
    why: 'Decides whom the multi-agency panel takes first.',
    question: 'Which twenty perpetrators have harmed more than one partner in the past three years?',
    elements: ['Names and present partners', 'Access to weapons', 'Breaches of orders'],
    owner: 'analyst-e',
    urgency: 'high',
    strategy: {
      source: 'police-systems',
      title: 'Recency, frequency and gravity of repeat perpetrators',
      text: 'Quarterly extract across crime, custody and civil orders, scored by the analysts.',
    },
    answers: [
      {
        week: 7,
        source: 'Results of the repeat-perpetrator extract, quarter 2',
        says: 'The list of twenty is agreed.',
        elements: [0, 1, 2],
        fully: true,
      },
    ],
  },
  {
    priority: 'abuse',
    gap: 'Why victims in rural Westdale report late',
    why: 'Reports from the western valleys come on average five months after the first incident.',
    question: 'What keeps victims in the western valleys from reporting until harm is severe?',
    elements: ['Distance and transport', 'Trust in local officers', 'Role of firearms kept lawfully'],
    owner: 'analyst-w',
    urgency: 'medium',
    answers: [],
  },
  {
    priority: 'knife',
    gap: 'Where knives used in the town centres come from',
    why: 'Prevention with retailers only makes sense if they are where knives come from.',
    question: 'Where do the knives recovered in the two town centres come from?',
    elements: ['Kitchen, retail or online', 'Test purchases failed', 'Knives carried for others'],
    owner: 'analyst-e',
    urgency: 'medium',
    strategy: {
      source: 'neighbourhood',
      title: 'Photograph and describe every knife recovered',
      text: 'Search teams fill in one card for each knife; the analysts read them monthly.',
    },
    task: {
      what: 'Describe each knife recovered in Eastmoor town centre for eight weeks',
      who: 'neigh-e',
      capability: '',
      result: 'Of 41 knives, 29 were kitchen knives from home.',
    },
    answers: [
      { week: 10, source: 'Knife recovery cards, summary', says: 'Seven in ten are kitchen knives from home.', elements: [0], fully: true },
    ],
  },
  {
    priority: 'knife',
    gap: 'What the tension between the two estate groups is about',
    why: 'Three incidents in four weeks, each after a post online.',
    question: 'What started the dispute between the Marsh and Priory groups, and who could end it?',
    elements: ['First incident', 'People both sides listen to'],
    owner: 'manager-e',
    urgency: 'high',
    strategy: {
      source: 'open-source',
      title: 'Open social media of the two groups',
      text: 'Viewed under the force’s policy for open source research; no account is followed without authority.',
    },
    answers: [
      {
        week: 20,
        source: 'Intelligence report NM/2026/2071',
        says: 'A debt of one family to another; a football coach is trusted by both.',
        elements: [0],
      },
    ],
  },
  {
    priority: 'burglary',
    gap: 'Who takes the gold jewellery stolen in the two areas',
    why: 'Dealing with the handlers reduces the series more than arrests of single burglars did.',
    question: 'Who buys the gold jewellery stolen from the homes of older residents?',
    elements: ['Shops and private buyers', 'Where it is melted', 'Payment'],
    owner: 'cid-e',
    urgency: 'medium',
    strategy: {
      source: 'financial',
      title: 'Cash deposits of second-hand jewellers',
      text: 'Financial investigators look at deposits that do not fit declared turnover.',
    },
    task: {
      what: 'Compare declared turnover and cash deposits of nine second-hand jewellers',
      who: 'researcher-e',
      capability: 'financial-intelligence',
      result: '',
    },
    answers: [],
  },
  {
    priority: 'burglary',
    gap: 'Whether released offenders return to the series',
    why: 'Tells integrated offender management whom to visit in the first fortnight.',
    question: 'Which burglars due for release before Christmas intend to return to offending, and with whom?',
    elements: ['Release dates', 'Contacts kept up in prison'],
    owner: 'officer-w',
    urgency: 'medium',
    strategy: {
      source: 'prison',
      title: 'Prison intelligence officer at Fellgate',
      text: 'One meeting a month; reports come through the prison’s own channel.',
    },
    task: {
      what: 'Ask the prison intelligence officer about six releases in November and December',
      who: 'officer-w',
      capability: 'prison-intelligence',
      result: '',
    },
    answers: [
      { week: 17, source: 'Prison intelligence summary, October', says: 'Two of six keep contact with the series.', elements: [0] },
    ],
  },
  {
    priority: 'groups',
    gap: 'Which lawful businesses the mapped groups rely on',
    why: 'Partners’ powers over licences and premises are not used for want of knowing where.',
    question: 'Through which lawful businesses do the three mapped groups move money and people?',
    elements: ['Car washes and nail bars', 'Accountants', 'Premises with houses in multiple occupation'],
    owner: 'manager',
    urgency: 'high',
    strategy: {
      source: 'partner',
      title: 'Joint visits with trading standards and the fire service',
      text: 'Each visit has a list of questions from this requirement.',
    },
    task: {
      what: 'Joint visits to fourteen premises named in the group map',
      who: 'partner',
      capability: '',
      result: '',
    },
    answers: [
      { week: 13, source: 'Joint visit programme, first report', says: 'Five of fourteen premises share one landlord.', elements: [0] },
    ],
  },
  {
    priority: 'groups',
    gap: 'How the Westdale group learns of operations',
    why: 'Two operations found premises emptied within the hour.',
    question: 'How did the Westdale group come to know of the operations in May and July?',
    elements: ['Who knew beforehand', 'What was seen of preparations'],
    owner: 'manager-w',
    urgency: 'high',
    answers: [],
  },
  {
    priority: '',
    threat: 'Theft of farm machinery for export',
    gap: 'Where stolen farm machinery leaves the county',
    why: 'Outside the control strategy, but the assessment names it as a key threat: harm to few is severe.',
    question: 'By which route does farm machinery stolen in the valleys leave the county, and how soon?',
    elements: ['Hauliers and trailers', 'Ports', 'Hours between theft and export'],
    owner: 'neigh-w',
    urgency: 'medium',
    strategy: {
      source: 'partner',
      title: 'Insurers’ telematics and the national rural crime unit',
      text: 'Monthly comparison of last positions.',
    },
    answers: [
      { week: 22, source: 'National rural crime unit bulletin 9', says: 'Two east-coast ports, within thirty hours.', elements: [1, 2] },
    ],
  },
  {
    priority: '',
    threat: 'Disorder around the festival of the two towns',
    gap: 'Whether visiting groups plan disorder at the spring festival',
    why: 'A key threat of the assessment for one week of the year; the tension report depends on it.',
    question: 'Which visiting groups have announced themselves for the spring festival, and with what intent?',
    elements: ['Groups and numbers', 'Travel', 'Intent'],
    owner: 'ops',
    urgency: 'low',
    task: {
      what: 'Tension report on announcements for the spring festival',
      who: 'neigh-w',
      capability: 'public-order-intelligence',
      result: '',
    },
    answers: [],
  },
];

/** Gaps that no question asks for yet. */
export const UNASKED_GAPS = [
  'How far serious violence is hidden in hospital attendances that are not reported to the police',
  'Whether fraud against older residents of the coast is organised, by whom, and where the money goes once it has left the first account',
] as const;

export const LATER_QUESTION = {
  priority: 'knife',
  gap: 'How far serious violence in the town centres is filmed and spread',
  question: 'Which accounts spread films of violence in the town centres within an hour of it?',
  because:
    'The tactical group asked for it after the stabbing outside the tram stop: the film was seen by 40,000 people before the cordon was up.',
  owner: 'analyst-e',
} as const;

export const UNDIRECTED_TASK = {
  what: 'Note vehicles at the closed quarry for two weekends',
  because: 'Residents offered to let us use a window for a fortnight only; no question of the requirement asks for it yet.',
  who: 'officer-w',
} as const;

/** What lies in the compartment of the sample: made up like everything else, and about no source. */
export const SAMPLE_COMPARTMENT = {
  name: 'Source unit: lines and supply',
  purpose: 'Tasking and collection strategies of the unit for the priority on county lines.',
  strategies: [
    {
      title: 'Coverage of the supply into Harbour Ward',
      text: 'Coverage is thin upstream of the town. The unit looks for reporting on travel days and on who takes money back, and sanitises for the problem profile each month.',
    },
    { title: 'Coverage of the Westdale group’s premises', text: 'One of three premises is covered. Review before the winter operation.' },
  ],
  tasking: [
    {
      what: 'Anything on the days and means of travel of supply into Harbour Ward',
      detail: 'For the profile due at the end of next month. A negative answer helps too.',
    },
    { what: 'Who takes money back from the Marsh estate on Fridays', detail: '' },
  ],
  result: 'Reported as a sanitised log through the intelligence bureau.',
} as const;
