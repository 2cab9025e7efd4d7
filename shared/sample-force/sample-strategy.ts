/** What Northmoor's control strategy says of a priority, by the key the matters use. Synthetic throughout. */
export interface SampleCells {
  readonly owner: string;
  readonly prevention: string;
  readonly intelligence: string;
  readonly enforcement: string;
  readonly reassurance: string;
  readonly measures: readonly { readonly name: string; readonly baseline: string; readonly target: string }[];
  readonly hours: number;
  readonly officers: number;
  readonly budget: number;
}

export const SAMPLE_DIRECTION =
  'Protect those at greatest risk of serious harm first: repeat victims of domestic abuse, exploited children and young people carrying knives. Work with partners before crime happens, close the gaps in what we know, and pursue the few who cause the most harm. Residential burglary stays a priority because of what it does to older people’s confidence.';
export const SAMPLE_DIRECTION_REVIEWED =
  'Protect those at greatest risk of serious harm first: repeat victims of domestic abuse, exploited children and young people carrying knives. Work with partners before crime happens, close the gaps in what we know, and pursue the few who cause the most harm. Serious violence in both town centres has the first call on proactive hours until the next review; residential burglary stays a priority because of what it does to older people’s confidence.';

/** Hours of tasked duty, officers and pounds that the force can share out among its priorities in a year. */
export const SAMPLE_POOL = { hours: 96_000, officers: 64, budget: 1_450_000 } as const;

export const SAMPLE_CELLS: Readonly<Record<string, SampleCells>> = {
  abuse: {
    owner: 'protection',
    prevention:
      'Perpetrator programme with probation for the forty highest-harm offenders. Every repeat victim has a safety plan within 48 hours; housing moves agreed at MARAC.',
    intelligence:
      'Monthly list of repeat victims and perpetrators from crime, command and control and health. Find out why a third of repeat victims do not report the second time.',
    enforcement:
      'Arrest within six hours where a suspect is named. Breach of orders is never dealt with by a visit alone; protective orders sought in every high-risk case.',
    reassurance: 'A named officer tells each victim what has happened every week until the case ends.',
    measures: [
      { name: 'Repeat victims, high risk, per quarter', baseline: '212', target: 'At most 170' },
      { name: 'Arrests within six hours', baseline: '54 %', target: '75 %' },
    ],
    hours: 26_000,
    officers: 18,
    budget: 380_000,
  },
  lines: {
    owner: 'deputy-w',
    prevention: 'Safeguarding visits to every cuckooed address within two days. Briefings for taxi firms, rail staff and two colleges.',
    intelligence:
      'Map the telephone lines into both towns and who controls them. Debrief every exploited child through a specialist worker, with consent.',
    enforcement: 'Warrants on line holders with the regional unit; closure orders; modern-slavery referrals before charge decisions.',
    reassurance: 'Community impact letter within a week of each warrant.',
    measures: [
      { name: 'Lines active in the force area', baseline: '11', target: 'At most 6' },
      { name: 'Children safeguarded', baseline: '37', target: '60' },
    ],
    hours: 18_000,
    officers: 12,
    budget: 310_000,
  },
  knife: {
    owner: 'chair-e',
    prevention: 'Mentors in the four schools with most exclusions. Lighting and sight lines put right in Harbour Park and Dale Square.',
    intelligence: 'Hospital data shared weekly without names. Network chart of the two groups named in nine of the last fourteen injuries.',
    enforcement:
      'Hot-spot patrol on Friday and Saturday nights in both town centres. Weapons sweeps with search dogs. A warrant team for the ten most wanted.',
    reassurance: 'Visible patrol at school gates at closing time; monthly meeting with parents.',
    measures: [{ name: 'Knife injuries in public places, per month', baseline: '7.2', target: 'Below 5, inside the control limits' }],
    hours: 20_000,
    officers: 14,
    budget: 290_000,
  },
  burglary: {
    owner: 'deputy-e',
    prevention: 'Super-cocooning of the streets around each offence within 24 hours. Locks for victims over seventy-five.',
    intelligence:
      'Handlers named in more than one report. Number-plate hits for travelling offenders; forensic sweeps linked across both areas.',
    enforcement: 'Curfew checks of the thirty on licence. Plain-clothes team in hot times. Visits to second-hand traders.',
    reassurance: 'Every victim called back by the neighbourhood team within three days.',
    measures: [{ name: 'Burglaries of homes, per four weeks', baseline: '61', target: 'At most 48' }],
    hours: 16_000,
    officers: 10,
    budget: 170_000,
  },
  groups: {
    owner: 'director',
    prevention: 'Licensing, trading standards and tax with partners against nine businesses that hide the money.',
    intelligence: 'Full profiles of three mapped groups, reviewed every quarter. Gap: who launders for the Millbank group.',
    enforcement: 'Serious crime prevention orders and asset restraint with every charge.',
    reassurance: '',
    measures: [{ name: 'Mapped groups whose band falls', baseline: '0 of 3', target: '2 of 3' }],
    hours: 12_000,
    officers: 8,
    budget: 250_000,
  },
};

export interface SampleAreaPriority extends SampleCells {
  readonly reference: string;
  readonly title: string;
  readonly summary: string;
  readonly because: string;
}

export const EASTMOOR_DIRECTION =
  'Eastmoor works to the force’s priorities and adds two of its own, where the harm is local and no other area shares it.';
export const EASTMOOR_POOL = { hours: 21_000, officers: 17, budget: 260_000 } as const;
/** What Eastmoor does with the force's priorities: an empty reason means adopted (duty 61). */
export const EASTMOOR_PARENTS: Readonly<Record<string, string>> = {
  abuse: '',
  lines: '',
  knife: '',
  burglary: '',
  groups: 'No mapped group is based in Eastmoor. The area supports the force team on request and sets no hours aside.',
};
export const EASTMOOR_PRIORITIES: readonly SampleAreaPriority[] = [
  {
    reference: 'E1',
    title: 'Night-time violence and disorder around the harbour',
    summary:
      'Fewer assaults between ten at night and four in the morning in the streets around the harbour, with licensees and the council.',
    because: 'Half of the area’s violence with injury falls in nine streets and six hours of the week.',
    owner: 'response-e',
    prevention: 'Licensing reviews with the council. Marshals at the taxi rank; a safe place for people who have drunk too much.',
    intelligence: 'Weekly picture by street and hour from ambulance and door staff.',
    enforcement: 'Dispersal powers on the four busiest nights of the month. Repeat offenders banned from the harbour by the court.',
    reassurance: 'Walkabout with ward members once a month.',
    measures: [{ name: 'Assaults with injury around the harbour, per month', baseline: '46', target: 'At most 35' }],
    hours: 11_000,
    officers: 9,
    budget: 140_000,
  },
  {
    reference: 'E2',
    title: 'Anti-social behaviour and arson on the Marsh estate',
    summary: 'Stop the escalation from nuisance to fire-setting that the fire service and housing have seen since spring.',
    because: 'Calls have doubled in a year and three fires were set in occupied buildings.',
    owner: 'neigh-e',
    prevention: 'Youth workers three evenings a week; empty garages secured by the housing association.',
    intelligence: 'Who brings the fuel, and which of the twelve named children are themselves at risk.',
    enforcement: '',
    reassurance: 'Estate office opened twice a week with housing.',
    measures: [{ name: 'Fires set on the estate, per quarter', baseline: '14', target: 'At most 5' }],
    hours: 7_500,
    officers: 6,
    budget: 95_000,
  },
];
