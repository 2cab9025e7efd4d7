import type { SampleMatter } from './matters.ts';

/** The five priorities of Northmoor's control strategy, by the key the matters use. */
export const SAMPLE_PRIORITIES: readonly {
  readonly key: string;
  readonly reference: string;
  readonly title: string;
  readonly summary: string;
  readonly because: string;
  readonly insteadOf: string;
  readonly notBecause: string;
}[] = [
  {
    key: 'abuse',
    reference: 'CS1',
    title: 'Domestic abuse: repeat and high-harm offending',
    summary: 'Reduce repeat harm by the most dangerous perpetrators and keep victims’ confidence.',
    because: 'Highest total harm in the assessment, rising, and a fifth of it comes from a small group of known people.',
    insteadOf: 'Keep it as business as usual under public protection',
    notBecause: 'Past practice shows that resources drift without a priority owner.',
  },
  {
    key: 'lines',
    reference: 'CS2',
    title: 'County lines and child exploitation',
    summary: 'Protect children and adults at risk, and reach those who control the lines.',
    because: 'Severe harm to children, links to serious violence, and large gaps in what is known.',
    insteadOf: 'Include it under organised crime',
    notBecause: 'Safeguarding aims would be lost among enforcement aims.',
  },
  {
    key: 'knife',
    reference: 'CS3',
    title: 'Serious violence and knife carrying',
    summary: 'Fewer injuries in public places, with prevention through schools and partners.',
    because: 'Rising beyond the upper control limit in both town centres.',
    insteadOf: 'Address it through a short operation',
    notBecause: 'Two earlier short operations had no lasting effect.',
  },
  {
    key: 'burglary',
    reference: 'CS4',
    title: 'Residential burglary',
    summary: 'Reduce series offending and deal with those who handle what is stolen.',
    because: 'Strong effect on older victims and on confidence; a tactic with good evidence is available.',
    insteadOf: 'Leave it to area priorities',
    notBecause: 'Offenders travel between the two areas.',
  },
  {
    key: 'groups',
    reference: 'CS5',
    title: 'Organised crime groups and their businesses',
    summary: 'Disrupt mapped groups with partners’ powers as well as prosecution.',
    because: 'Three mapped groups with growing capability; partner levers are not yet used.',
    insteadOf: 'Pass all groups to the regional unit',
    notBecause: 'Only one meets the regional threshold.',
  },
];

export const STRATEGIC_REVIEW: SampleMatter = {
  priority: '',
  title: 'Six-month review of the control strategy',
  picture: [
    'The principal analyst presented the six-month refresh. Four of five priorities moved as forecast.',
    'Finance confirmed that the overtime reserve stands at forty per cent.',
  ],
  decisions: [
    {
      text: 'Leave the five priorities of the control strategy unchanged for the next six months and move ten per cent of proactive hours from residential burglary to serious violence.',
      rationale:
        'The refresh shows serious violence still above the upper control limit while burglary has returned to its expected range in one area. No emerging issue scored above the present five.',
      chosen: 'Keep the five, rebalance hours',
      rejected: 'Replace residential burglary by rural crime',
      rejectedBecause: 'Rural crime scored lower for harm and can be worked outside the strategy with a reason.',
      evidence: 'Strategic assessment: six-month refresh',
      actions: [
        { text: 'Reissue the allocation of proactive hours to both areas.', strand: 'enforcement', who: 'performance', days: 10 },
        { text: 'Tell all staff and partners what was decided and why.', strand: 'reassurance', who: 'comms', days: 14 },
      ],
    },
  ],
};
