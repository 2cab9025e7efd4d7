/** One issue of the sample prioritisation. Scores stand in the order of the house matrix: one digit is certain, three are low, likely and high. */
export interface SampleIssue {
  readonly title: string;
  readonly description: string;
  readonly scores: readonly [
    physical: string,
    psychological: string,
    financial: string,
    vulnerability: string,
    community: string,
    environment: string,
    scope: string,
    expectation: string,
    frequency: string,
    trend: string,
    forecast: string,
    capacity: string,
    capability: string,
    confidence: string,
  ];
  /** What is special about some of the scores; the others say what the point of the scale means. */
  readonly because: Readonly<Record<string, string>>;
  readonly source: string;
  readonly outcome: 'included' | 'not-included';
  readonly reason: string;
  readonly otherKeyThreat?: boolean;
  readonly policeOnly?: boolean;
}

export const SAMPLE_ISSUES: readonly SampleIssue[] = [
  {
    title: 'Domestic abuse: repeat and high-harm offending',
    description:
      'A small group of known people causes a fifth of the recorded harm. Repeat victims wait longer than the standard in both areas.',
    scores: ['344', '344', '123', '344', '123', '0', '3', '344', '4', '334', '233', '223', '112', '3'],
    because: {
      physical: 'Three domestic homicides and 61 serious assaults in twelve months.',
      vulnerability: 'Four in ten victims were assessed as high risk at least once.',
      trend: 'Rising for three quarters and beyond the upper limit in Eastmoor since August.',
      capacity: 'Public protection carries 28 cases an investigator against a standard of 18.',
    },
    source: 'Strategic assessment, section 3.1; crime extract of last month',
    outcome: 'included',
    reason:
      'It has the highest risk in nearly every run of the simulation, it is rising, and past practice shows that resources drift away from it without a priority owner.',
  },
  {
    title: 'County lines and child exploitation',
    description: 'Eleven active lines, most run from two cities. Children are used to carry and to sell, and adults’ homes are taken over.',
    scores: ['234', '344', '112', '4', '223', '0', '4', '344', '334', '234', '334', '223', '223', '2'],
    because: {
      vulnerability: 'Twenty-three of the thirty-one people found carrying were under eighteen.',
      scope: 'Lines cross four forces; the holders live outside Northmoor.',
      capability: 'Telephone data work waits four weeks; no one in Westdale is trained in it.',
    },
    source: 'Strategic assessment, section 3.2; safeguarding hub returns',
    outcome: 'included',
    reason:
      'The harm to children is severe, the links to serious violence are strong, and what is not known of the line holders is large enough to need the requirement behind it.',
  },
  {
    title: 'Serious violence and knife carrying',
    description:
      'Injuries in public places with a blade, most of them in the two town centres between six in the evening and two in the morning.',
    scores: ['344', '233', '1', '223', '334', '0', '2', '344', '334', '344', '223', '123', '112', '3'],
    because: {
      physical: 'Hospital admissions for wounds with a blade rose from 41 to 58.',
      trend: 'Beyond the upper control limit in both town centres in four of the last six months.',
      community: 'Traders’ survey: half would close earlier if it went on.',
    },
    source: 'Strategic assessment, section 3.3; ambulance and hospital data, September',
    outcome: 'included',
    reason:
      'Rising beyond the upper control limit in both town centres with injuries that last; two short operations had no lasting effect, so it needs a place in the strategy.',
  },
  {
    title: 'Organised crime groups and their businesses',
    description: 'Three mapped groups use car washes, a taxi firm and lettings as cover. Partners’ powers are hardly used against them.',
    scores: ['123', '123', '233', '223', '223', '112', '4', '233', '223', '223', '234', '234', '233', '1'],
    because: {
      confidence: 'The newest mapping of two of the three groups is eleven months old.',
      capability: 'No financial investigator is free before the spring; access is by way of the regional unit.',
    },
    source: 'Strategic assessment, section 3.4; group mapping, January',
    outcome: 'included',
    reason:
      'Capability of the groups is growing while ours is not; the low confidence is a reason for intelligence work and not for leaving the issue out.',
  },
  {
    title: 'Residential burglary',
    description: 'Series offending by travelling groups in commuter villages, and by local users in the terraces near the harbour.',
    scores: ['012', '223', '223', '123', '223', '0', '3', '233', '4', '223', '223', '112', '1', '3'],
    because: {
      psychological: 'Victim contact: a third of older victims no longer sleep on the ground floor.',
      forecast: 'Darker evenings and three releases in December point upwards.',
    },
    source: 'Strategic assessment, section 3.5; crime extract of last month',
    outcome: 'included',
    reason: 'Offenders travel between the two areas so that neither can deal with it alone, and a tactic with good evidence is at hand.',
  },
  {
    title: 'Rape and serious sexual offences',
    description: 'Recorded offences are steady; the share that reaches a charge is the lowest of the family of forces.',
    scores: ['344', '4', '112', '344', '223', '0', '3', '4', '334', '223', '223', '233', '223', '2'],
    because: {
      expectation: 'The inspection’s cause of concern of March is still open.',
      capacity: 'Nine of thirty-two investigator posts are vacant.',
    },
    source: 'Strategic assessment, section 3.6; inspection letter of 4 March',
    outcome: 'not-included',
    reason:
      'The risk is among the highest and the work goes on in full: it stands under its own improvement plan led by the Deputy Chief Constable, with resources already ring-fenced. To take it in as well would set up two lines of command. Looked at again at six months.',
    otherKeyThreat: true,
  },
  {
    title: 'Fraud against older people',
    description: 'Courier and rogue-trader fraud. Losses are large for each victim and most are never told to us.',
    scores: ['0', '233', '344', '344', '123', '0', '4', '223', '334', '234', '334', '234', '234', '1'],
    because: {
      financial: 'The median loss reported is £14,200; nine people lost their savings.',
      confidence: 'The bank’s figures suggest that one in six cases is reported to the police.',
      capability: 'Two trained fraud officers for the force.',
    },
    source: 'Strategic assessment, section 3.7; banking protocol returns',
    outcome: 'not-included',
    reason:
      'What is known is too thin to direct resources by. It becomes a question of the intelligence requirement first; prevention goes on with trading standards and the banks.',
    otherKeyThreat: true,
  },
  {
    title: 'Vehicle crime',
    description: 'Keyless theft of vans and four-wheel drives, and tool theft from vans overnight.',
    scores: ['0', '112', '223', '1', '123', '0', '3', '122', '4', '223', '223', '112', '112', '3'],
    because: { frequency: 'Seven vehicles and eleven break-ins on an average day.' },
    source: 'Strategic assessment, section 3.8; crime extract of last month',
    outcome: 'not-included',
    reason:
      'Volume is high and harm is low. Both areas hold it in their tactical assessments with plans that work; the strategy would add nothing but meetings.',
  },
  {
    title: 'Rural crime: machinery, livestock and heritage',
    description: 'Theft of tractors’ guidance systems, hare coursing with threats to farmers, and metal taken from church roofs.',
    scores: ['012', '123', '223', '112', '223', '123', '334', '233', '223', '223', '223', '123', '223', '2'],
    because: {
      environment: 'Two scheduled monuments were damaged and a slurry lagoon was opened in September.',
      community: 'Parish councils’ survey: confidence in the police is lowest in the dale villages.',
    },
    source: 'Strategic assessment, section 3.9; rural crime team’s returns',
    outcome: 'not-included',
    reason:
      'The risk lies below the five included in nearly every run. A rural crime team stands already and the area strategy of Westdale carries it; what it lacks is forensic help, which the resource bid covers.',
  },
  {
    title: 'Modern slavery and labour exploitation',
    description: 'Indications in car washes, nail bars and seasonal farm work; few victims say what happened.',
    scores: ['123', '334', '223', '344', '112', '0', '4', '233', '123', '134', '223', '223', '233', '1'],
    because: {
      confidence: 'Eighteen referrals, four of them from a single raid; nothing from the farms since June.',
      vulnerability: 'Nearly all depend on their exploiters for housing and papers.',
    },
    source: 'Strategic assessment, section 3.10; national referral figures',
    outcome: 'not-included',
    reason:
      'The range of the scores is the widest of all and the picture rests on few reports. It is watched as another key threat, with questions of its own in the intelligence requirement.',
    otherKeyThreat: true,
  },
  {
    title: 'Antisocial behaviour in town centres and on the estates',
    description: 'Off-road motorcycles, groups outside shops, and neighbour disputes that go on for years.',
    scores: ['012', '123', '1', '123', '234', '012', '223', '233', '4', '122', '223', '123', '1', '3'],
    because: {
      community: 'The commissioner’s survey puts it first among what people worry about.',
      trend: 'Calls fell by eight per cent after the wardens came.',
    },
    source: 'Strategic assessment, section 3.11; calls for service of last month',
    outcome: 'not-included',
    reason:
      'It is falling, and neighbourhood teams with the councils hold it. The joint objective with the community safety partnerships covers what the police cannot do alone.',
  },
  {
    title: 'Cyber-dependent crime against small businesses and charities',
    description: 'Ransom demands and emptied mailboxes; a hospice lost its booking system for nine days.',
    scores: ['0', '122', '234', '112', '123', '0', '4', '122', '123', '234', '334', '223', '234', '1'],
    because: {
      capability: 'One digital investigator, shared with the neighbouring force until April.',
      confidence: 'Four in five victims found by the survey had not reported it.',
    },
    source: 'Strategic assessment, section 3.12; business crime survey',
    outcome: 'not-included',
    reason:
      'Expected to grow fast but poorly known, and the regional cyber unit leads. It is another key threat: the requirement asks how much of it there is.',
    otherKeyThreat: true,
  },
  {
    title: 'Retail crime and violence against shop staff',
    description: 'Theft by a few prolific people and threats to those who stop them, most in the retail park and three village shops.',
    scores: ['112', '123', '123', '112', '123', '0', '223', '223', '4', '334', '223', '112', '1', '2'],
    because: { trend: 'Rising since spring; the new reporting by two chains makes part of it.' },
    source: 'Strategic assessment, section 3.13; reports of the business crime partnership',
    outcome: 'not-included',
    reason:
      'Twelve people account for half of it. That is a matter for offender management and an area plan, not for the strategy of the force.',
  },
  {
    title: 'Corruption risk: misuse of information by staff for criminals',
    description: 'Two cases this year of staff asked by former friends to look people up.',
    scores: ['012', '123', '0', '123', '234', '0', '3', '344', '112', '223', '223', '123', '112', '1'],
    because: { expectation: 'Public confidence would not survive a second case in the press.' },
    source: 'Professional standards, restricted report of October',
    outcome: 'not-included',
    reason: 'Held by professional standards with its own control measures; it is not worked through tasking. Kept from partners.',
    policeOnly: true,
  },
];
