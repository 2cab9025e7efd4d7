/** What the sample force's meetings talk about. Synthetic: places, operations and figures are invented. */
export interface SampleMatter {
  readonly priority: string;
  readonly title: string;
  readonly picture: readonly string[];
  readonly decisions: readonly SampleDecision[];
}
export interface SampleDecision {
  readonly text: string;
  readonly rationale: string;
  readonly chosen: string;
  readonly rejected: string;
  readonly rejectedBecause: string;
  readonly evidence: string;
  readonly actions: readonly {
    readonly text: string;
    readonly strand: 'prevention' | 'intelligence' | 'enforcement' | 'reassurance';
    readonly who: string;
    readonly days: number;
  }[];
  /** Drafts the decision sets. */
  readonly names?: readonly { readonly kind: 'control-strategy' | 'intelligence-requirement'; readonly id: string }[];
}

export const SAMPLE_MATTERS: readonly SampleMatter[] = [
  {
    priority: 'burglary',
    title: 'Residential burglary, Harbour Ward and Millbank',
    picture: [
      '23 offences in the period against an expected range of 9 to 16. Entry through rear uPVC doors between 17:00 and 20:00.',
      'Two handlers named in three separate reports. The stolen jewellery is thought to leave the force area within a day.',
    ],
    decisions: [
      {
        text: 'Adopt Harbour Ward rear-door burglaries as a tactical priority for four weeks with a dedicated plain-clothes team of one sergeant and six constables.',
        rationale:
          'The series is above the upper control limit for the second period running, and the victims include five people over seventy-five. A short dedicated deployment last winter reduced the same pattern within three weeks.',
        chosen: 'Dedicated plain-clothes team for four weeks',
        rejected: 'Extra patrol by the response teams',
        rejectedBecause: 'Response is already abstracted for the festival; the last review found no measurable effect from ad hoc patrol.',
        evidence: 'Tactical assessment, section 3: residential burglary series',
        actions: [
          {
            text: 'Brief the plain-clothes team and begin deployment between 16:00 and 21:00, Harbour Ward.',
            strand: 'enforcement',
            who: 'cid',
            days: 3,
          },
          {
            text: 'Super-cocoon the twelve streets named in the assessment: visit, property marking, lock advice.',
            strand: 'prevention',
            who: 'neigh',
            days: 10,
          },
          {
            text: 'Develop the two named handlers; report what is held on each and the gaps.',
            strand: 'intelligence',
            who: 'officer',
            days: 14,
          },
        ],
      },
      {
        text: 'Commission a problem profile on the disposal of stolen jewellery, to be ready for the second meeting from now.',
        rationale:
          'Enforcement against the thieves alone has displaced the offences twice. What is not known is who buys, and the requirement has carried that question for three months.',
        chosen: 'Problem profile by the area analyst',
        rejected: 'Wait for the regional market profile',
        rejectedBecause: 'The regional profile is not due for five months.',
        evidence: 'Strategic intelligence requirement, question on disposal of stolen goods',
        actions: [
          {
            text: 'Agree terms of reference for the problem profile with the commissioning group.',
            strand: 'intelligence',
            who: 'analyst',
            days: 7,
          },
        ],
      },
    ],
  },
  {
    priority: 'knife',
    title: 'Serious violence and knife carrying, town centres',
    picture: [
      'Seven robberies with a knife shown, four near the bus interchange on Friday and Saturday evenings.',
      'A feud between two groups of young people is reported by schools officers; graded untested, known indirectly.',
    ],
    decisions: [
      {
        text: 'Deploy hotspot patrols at the bus interchange on Friday and Saturday from 19:00 to 01:00, in fifteen-minute visits, for six weeks.',
        rationale:
          'Seven of the eleven offences fall inside one 200-metre cell and a five-hour window. Short repeated visits have the best evidence of effect for such a concentration.',
        chosen: 'Hotspot patrol in fifteen-minute visits',
        rejected: 'A dispersal authority for the whole town centre',
        rejectedBecause: 'Not proportionate to offences in one cell, and it would move young people towards the unlit riverside.',
        evidence: 'Tactical assessment, section 4: violence by hour and place',
        actions: [
          {
            text: 'Issue the patrol plan with the fifteen-minute visit sheet and collect completed sheets weekly.',
            strand: 'enforcement',
            who: 'response',
            days: 5,
          },
          {
            text: 'Ask the council to repair lighting at bays 4 to 9 and report the date promised.',
            strand: 'prevention',
            who: 'neigh',
            days: 14,
          },
        ],
      },
      {
        text: 'Refer the feud reported by schools officers to the violence reduction partnership, sharing the sanitised report only.',
        rationale:
          'The partnership holds the relationships with both families. The report is untested, so an enforcement response now would not be justified.',
        chosen: 'Partnership mediation on sanitised intelligence',
        rejected: 'Home visits by officers',
        rejectedBecause: 'Risk of revealing where the information came from.',
        evidence: 'Sanitised intelligence report on tension between two groups',
        actions: [
          { text: 'Send the sanitised report to the partnership lead and record receipt.', strand: 'prevention', who: 'manager', days: 4 },
        ],
      },
    ],
  },
  {
    priority: 'lines',
    title: 'County lines and the exploitation of children',
    picture: [
      'Two lines known to be active, one branded from outside the region. Three addresses suspected of being taken over.',
      'Two missing episodes this period are linked to the same rail route.',
    ],
    decisions: [
      {
        text: 'Carry out joint safeguarding visits to the three suspected addresses within five days, with housing and adult social care.',
        rationale:
          'The occupants meet the threshold for adults at risk. A warrant first would put them at greater risk and give no evidence against those who control the line.',
        chosen: 'Joint safeguarding visits',
        rejected: 'Immediate warrants at all three addresses',
        rejectedBecause: 'Information on two addresses is not corroborated; grounds would be weak.',
        evidence: 'Subject profile: controller of the line, current status',
        actions: [
          {
            text: 'Arrange and complete the three joint visits; report outcome and any referral.',
            strand: 'prevention',
            who: 'neigh',
            days: 5,
          },
          {
            text: 'Map the telephone numbers of the line against custody seizures of the last ninety days.',
            strand: 'intelligence',
            who: 'researcher',
            days: 10,
          },
        ],
      },
      {
        text: 'Bid to the force TT&CG for two weeks of surveillance against the controller, with the area funding interim disruption.',
        rationale: 'The capability is held only at force level. Without it the area can disturb the line but not reach the controller.',
        chosen: 'Escalate for force capability',
        rejected: 'Area-led observations',
        rejectedBecause: 'No trained team and a high chance of compromise.',
        evidence: 'Tactical assessment, section 5: exploitation',
        actions: [
          {
            text: 'Submit the escalation with the capability gap and the interim measures.',
            strand: 'enforcement',
            who: 'deputy',
            days: 6,
          },
        ],
      },
    ],
  },
  {
    priority: 'abuse',
    title: 'Domestic abuse: repeat and high-harm perpetrators',
    picture: [
      'The ten highest-scoring perpetrators account for a fifth of reported harm. Four have outstanding arrests older than five days.',
    ],
    decisions: [
      {
        text: 'Set a standard that arrests for the ten highest-harm perpetrators are attempted within twenty-four hours, reviewed daily by exception.',
        rationale:
          'Delay is associated with withdrawal of support by victims in the last two reviews. The number is small enough to resource.',
        chosen: 'Twenty-four hour standard for ten named perpetrators',
        rejected: 'A standard for all outstanding suspects',
        rejectedBecause: 'It cannot be met with present strength and would dilute the focus on harm.',
        evidence: 'Results analysis: repeat perpetrators, last two quarters',
        actions: [
          {
            text: 'Publish the list of ten to response and custody and refresh it every Monday.',
            strand: 'enforcement',
            who: 'analyst',
            days: 3,
          },
          { text: 'Call back each victim with a safety plan review.', strand: 'reassurance', who: 'cid', days: 7 },
        ],
      },
    ],
  },
  {
    priority: 'groups',
    title: 'Organised crime group NM-07: disruption',
    picture: ['The group has taken on two haulage yards. Partners hold licensing and tax levers that have not been used.'],
    decisions: [
      {
        text: 'Open a four-strand plan against group NM-07 led by the crime manager, with licensing and trading standards action first.',
        rationale:
          'Prosecution is at least nine months away. Partner powers can raise the cost of the yards within weeks and produce new information.',
        chosen: 'Partner disruption first, under one plan owner',
        rejected: 'Hold all overt activity until the investigation reports',
        rejectedBecause: 'Harm to the neighbouring estate continues and the investigation lead supports overt partner action.',
        evidence: 'Problem profile: haulage yards and waste crime',
        actions: [
          {
            text: 'Convene licensing, trading standards and the environment regulator, and agree the order of visits.',
            strand: 'prevention',
            who: 'deputy',
            days: 12,
          },
          {
            text: 'Obtain the financial profile of the two companies from the economic crime unit.',
            strand: 'intelligence',
            who: 'officer',
            days: 20,
          },
        ],
      },
    ],
  },
  {
    priority: '',
    title: 'Theft of farm machinery, upper valley',
    picture: ['Six quad bikes and two telehandlers in three weeks. Not a control strategy issue; strong local concern.'],
    decisions: [
      {
        text: 'Run one joint night operation with the neighbouring force on the two moor roads, using existing roads policing hours.',
        rationale:
          'The series crosses the border, costs no additional hours, and a visible operation answers a request from three parish councils.',
        chosen: 'One joint night operation',
        rejected: 'A standing rural crime team',
        rejectedBecause: 'It would take officers from control strategy priorities.',
        evidence: 'Analyst note: farm machinery series',
        actions: [
          {
            text: 'Agree date and routes with the neighbouring force and roads policing.',
            strand: 'enforcement',
            who: 'response',
            days: 9,
          },
          { text: 'Tell the parish councils what was done and what to look for.', strand: 'reassurance', who: 'neigh', days: 16 },
        ],
      },
    ],
  },
];

export const SAMPLE_NOTES: readonly string[] = [
  'The analyst presented the section. Confidence in the figures is moderate: recording of one ward was delayed by a week.',
  'Response asked for the patrol windows to avoid shift change; agreed to begin at 16:30.',
  'The neighbourhood inspector reported that residents welcomed the visits; two more streets have asked to be included.',
  'Housing will confirm by Friday whether the second tenancy can be reviewed.',
  'It was noted that the previous plan was closed as achieved; the measure was met in three of four weeks.',
  'The chair reminded members that the section is not to be discussed outside the meeting.',
];

export const SAMPLE_DISSENTS: readonly string[] = [
  'Would have preferred to begin after the festival, because the same officers are promised twice in the second week.',
  'Considers that the evidence for hotspot patrol at this place is thin and asks that the review be brought forward.',
];
