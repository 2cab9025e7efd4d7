import type { CommandArgs } from '#shared/domain/registry.ts';

type Forecast = Omit<CommandArgs<'assessment-section.set-forecast'>, 'sectionId'>;

/** What the sample assessment says in one section: found by its heading, owned by a person of the sample. */
export interface SampleSection {
  readonly heading: string;
  /** Key of its owner; the author when left out. */
  readonly owner?: string;
  readonly policeOnly?: boolean;
  readonly text: string;
  readonly forecasts?: readonly Forecast[];
  /** Sources outside Cordon: title, days before the assessment they speak of, confidence. */
  readonly sources?: readonly (readonly [title: string, daysBefore: number, confidence: 'low' | 'moderate' | 'high'])[];
}

export const SAMPLE_TERMS = {
  aim: 'To advise the Strategic Tasking and Co-ordination Group which problems cause most harm in Northmoor, how they are likely to develop in the next six months, and which of them should be priorities of the control strategy.',
  scope:
    'Crime, disorder and harm in the whole force area, including harm that is seldom reported. Counter-terrorism is assessed by the regional unit and is left out.',
  questions: [
    'Where, to whom and by whom is most harm done, and what do these places and people have in common?',
    'What has the last control strategy changed, and what has it left as it was?',
    'Which problems are likely to grow in the next six months, and how sure are we?',
    'What do we not know that would change the advice?',
  ],
  method:
    'Problem-oriented review by place, offending and victimisation; harm weighted by the Cambridge Crime Harm Index; control charts over thirty-six months; structured interviews with eleven thematic leads and five partner agencies.',
  sources:
    'Crime and incident records, custody, missing-person reports, public protection referrals, ambulance attendance by ward, fire and rescue, community safety partnership survey, prison release notices.',
  limits:
    'Modern slavery and abuse of older people are known to be reported late and seldom. Ambulance data lacks the two northern wards. Online fraud is counted nationally.',
} as const;

/** The assessment the present priorities rest on. */
export const SAMPLE_SECTIONS: readonly SampleSection[] = [
  {
    heading: 'Aim, method and limits',
    text: 'This assessment answers the four questions of its terms of reference. It orders what is known by problem - place, offending, victimisation - and not by crime type, because the same twelve streets, forty people and two hundred households appear again under many crime types.\n\nNumbers are given with their source and age. Where a judgement is made, a word of the probability yardstick says how likely, and the confidence says how good the evidence is.',
    sources: [['Analytical standards of the force, edition 4', 150, 'high']],
  },
  {
    heading: 'Summary of key findings',
    owner: 'principal',
    text: 'Three findings matter most.\n\n- Harm is more concentrated than crime. Four per cent of streets carry thirty-one per cent of weighted harm; nine of the twelve worst lie within walking distance of the two town centres.\n- A fifth of all domestic abuse harm comes from seventy-three known perpetrators, of whom twenty-six were released from prison in the last year.\n- Serious violence with knives has stood above its upper control limit in both town centres for five months. It is not one problem: robbery among school pupils in Eastmoor, drug supply debts in Westdale.\n\nFive priorities are recommended, and three problems are recommended not to be priorities, each with reasons.',
  },
  {
    heading: 'Review of the last control strategy',
    owner: 'performance',
    text: 'Vehicle crime was a priority for eighteen months. Keyless theft fell by thirty-four per cent against eleven per cent in the most similar forces; the result analysis holds the joint operation with the region responsible for about half of the difference. It has been within its expected range for seven months and need no longer be a priority.\n\nBurglary of dwellings fell in Westdale and not in Eastmoor. The tactics differed: Westdale worked on handlers, Eastmoor on patrols.\n\nAnti-social behaviour had no measure agreed before it began, so nothing can be said of what was achieved. No priority should be set again without one.',
    sources: [
      ['Results analysis: Operation Copper Lane', 60, 'high'],
      ['Most similar forces comparison, Home Office', 45, 'moderate'],
    ],
  },
  {
    heading: 'Scan: political',
    text: 'Elections to both councils fall in the period. Money for the community safety partnership is agreed year by year; the youth diversion contract ends in March and no successor is commissioned.',
  },
  {
    heading: 'Scan: economic',
    text: 'Two distribution centres open on the eastern ring road with about nine hundred jobs, most of them on night shifts. Household debt advice in Westdale doubled within a year. Scrap and catalytic converter prices have fallen and take their market with them.',
    sources: [['Citizens Advice Westdale, quarterly report', 80, 'moderate']],
  },
  {
    heading: 'Scan: social',
    text: 'The number of people over eighty living alone grows by four per cent a year and is highest in the villages of the Dale, where the response time is longest. A third secondary school opens in Eastmoor; its catchment crosses the boundary between two rival groups of young people.',
  },
  {
    heading: 'Scan: technological',
    text: 'Keyless entry devices are sold openly. Threats and images are moved to services that keep no messages. Doorbell cameras now cover about a fifth of burgled streets and shorten investigations where they are asked for on the first day.',
  },
  {
    heading: 'Scan: environmental',
    text: 'The town centre of Westdale is dug up until the summer; street lighting and camera cover are reduced in four streets that already stand among the twelve worst.',
  },
  {
    heading: 'Scan: legal',
    text: 'The duty on local bodies to work together against serious violence is in force; the joint strategy is due. New powers on stalking orders are used in other forces three times as often as here.',
  },
  {
    heading: 'Scan: organisational',
    owner: 'performance',
    text: 'Detective vacancies stand at fourteen per cent. The digital forensics queue is eleven weeks. Neighbourhood teams were abstracted for two days in five during the summer.',
  },
  {
    heading: 'Places',
    text: 'Twelve streets carry thirty-one per cent of weighted harm. They share three things: licensed premises that close within the same half hour, houses in multiple occupation with absent managers, and a route on which people walk home that has no open business after eleven.\n\nNine of the twelve were among the worst two years ago. Where their manager changed - the bus station, the Canal Street car park - harm fell and did not move next door.\n\nIn the villages the problem is distance and not number: theft from farms by the same few vehicles within an hour of the motorway.',
    forecasts: [
      {
        statement:
          'Violence in the four streets around the works in Westdale town centre will exceed the upper control limit in at least two of the next six months.',
        probability: 'likely',
        confidence: 'moderate',
      },
    ],
    sources: [
      ['Crime and incident records, weighted by harm', 20, 'high'],
      ['Licensing visits, Eastmoor and Westdale', 35, 'moderate'],
    ],
  },
  {
    heading: 'Offending',
    owner: 'protection',
    text: 'Seventy-three perpetrators of domestic abuse account for a fifth of its harm. Forty-one of them also appear for other violence; eighteen have no current order.\n\nTwo county lines hold Westdale and one is testing Eastmoor. They recruit through debts of ten to forty pounds. Those who control them live outside the force.\n\nThree mapped groups use car washes, a haulage yard and short-let flats. Partners hold powers over all of these places that have not been used.',
    forecasts: [
      {
        statement: 'The line now testing Eastmoor will hold a permanent address there within the period.',
        probability: 'highly-likely',
        confidence: 'moderate',
      },
      {
        statement: 'At least one of the three mapped groups will meet the regional threshold.',
        probability: 'realistic-possibility',
        confidence: 'low',
      },
    ],
    sources: [
      ['Organised crime group mapping, force moderation', 30, 'high'],
      ['Prison release notices', 15, 'high'],
    ],
  },
  {
    heading: 'Victimisation and vulnerability',
    owner: 'protection',
    text: 'Two hundred and eleven households suffered four or more incidents in the year. A visit within two days halves the chance of the next; it happens in four cases of ten.\n\nChildren who go missing from the two private homes in Westdale three times or more are nine times as likely to be found with people linked to a line. Twelve of them are known by name.\n\nOlder people seldom report doorstep fraud: the bank’s alerts suggest about seven cases for each one recorded.',
    sources: [
      ['Public protection referrals', 25, 'high'],
      ['Banking protocol alerts', 50, 'moderate'],
    ],
  },
  {
    heading: 'Forecasts',
    text: 'Each forecast can be seen to have come true or not. They are looked at again at the six-month refresh.',
    forecasts: [
      {
        statement: 'Recorded domestic abuse will rise by five to ten per cent, most of it from better recording.',
        probability: 'likely',
        confidence: 'moderate',
      },
      {
        statement:
          'Serious violence with knives will stay above the upper control limit in Eastmoor town centre until the summer holidays.',
        probability: 'highly-likely',
        confidence: 'high',
      },
      { statement: 'Vehicle crime will stay within its expected range.', probability: 'likely', confidence: 'high' },
    ],
  },
  {
    heading: 'Intelligence gaps',
    text: 'We do not know who finances the line that is testing Eastmoor, how the three groups move money through the haulage yard, how many children of the two homes are approached on line before they go missing, or how much doorstep fraud is not reported.',
  },
  {
    heading: 'Recommendations',
    owner: 'principal',
    text: 'Five priorities are recommended, in this order, because together they hold fifty-eight per cent of weighted harm and each has a tactic with evidence. Vehicle crime, rural theft and retail crime are recommended not to be priorities: the first is within its expected range, the second and third can be worked by neighbourhood teams with partners.',
  },
];

/** What the source unit adds, for the police alone. */
export const SAMPLE_POLICE_ONLY: SampleSection = {
  heading: 'Covert coverage of the mapped groups',
  owner: 'director',
  policeOnly: true,
  text: 'Coverage of two of the three mapped groups is fair; of the haulage yard there is none. The means are described in the compartment of the dedicated source unit and not here.',
};

export const SAMPLE_RECOMMENDATIONS: readonly Omit<CommandArgs<'recommendation.add'>, 'assessmentId'>[] = [
  {
    title: 'Make repeat and high-harm domestic abuse a priority',
    text: 'Adopt domestic abuse by repeat and high-harm perpetrators as the first priority, with one owner, and work the seventy-three named people under offender management.',
    rationale: 'Highest total harm, rising, and a fifth of it comes from a small group of known people.',
    strand: 'enforcement',
  },
  {
    title: 'Make county lines and child exploitation a priority',
    text: 'Adopt county lines and child exploitation as a priority, beginning with the children of the two homes who go missing most often.',
    rationale: 'Severe harm to children, links to serious violence, and large gaps in what is known.',
    strand: 'intelligence',
  },
  {
    title: 'Make serious violence and knife carrying a priority',
    text: 'Adopt serious violence as a priority in both town centres, as two problems with two plans: school pupils in Eastmoor, drug debts in Westdale.',
    rationale: 'Above the upper control limit for five months; earlier short operations had no lasting effect.',
    strand: 'prevention',
  },
  {
    title: 'Keep residential burglary, and work on those who handle what is stolen',
    text: 'Keep residential burglary a priority for both areas, with the tactic on handlers that worked in Westdale.',
    rationale: 'Strong effect on older victims; a tactic with good evidence is available and Eastmoor has not used it.',
    strand: 'enforcement',
  },
  {
    title: 'Disrupt organised groups by their businesses',
    text: 'Adopt organised crime groups as a priority and use partners’ powers over the car washes, the haulage yard and the short-let flats.',
    rationale: 'Three groups with growing capability; levers of partners are not used.',
    strand: 'prevention',
  },
  {
    title: 'Do not keep vehicle crime as a priority',
    text: 'Take vehicle crime out of the control strategy and watch it with a control chart.',
    rationale: 'Seven months within its expected range.',
    strand: '',
  },
];

/** How far the joint refresh has come: what is rewritten, by whom, and whether they have signed it off. */
export const SAMPLE_REFRESH: readonly (SampleSection & { readonly signed: boolean })[] = [
  {
    heading: 'Aim, method and limits',
    signed: true,
    text: 'This refresh asks what has changed since the assessment of the spring, with the community safety partnership as a co-author for the first time. The method is the same; the survey of the partnership is new.',
    sources: [['Analytical standards of the force, edition 4', 380, 'high']],
  },
  {
    heading: 'Review of the last control strategy',
    owner: 'performance',
    signed: true,
    text: 'Four of the five priorities moved as was forecast. Serious violence in Eastmoor is lower but still above its upper control limit; burglary has returned to its expected range in Westdale and, since the work on handlers began, is falling in Eastmoor as well. Sixty-four of the seventy-three perpetrators are managed; eleven have been imprisoned.\n\nThe measure for county lines was agreed late, so that only four months can be compared.',
    sources: [['Results analysis, first half year', 12, 'high']],
  },
  {
    heading: 'Places',
    signed: false,
    text: 'Seven of the twelve streets remain among the worst. The works in Westdale are finished; harm there fell in the month the lighting came back. Two new streets have entered the list, both near the distribution centres on the eastern ring road, where people now change shifts at two in the morning.',
    forecasts: [
      {
        statement: 'Robbery of people changing shift could rise around the ring road when nights grow longer.',
        probability: 'realistic-possibility',
        confidence: 'low',
      },
    ],
    sources: [
      ['Crime and incident records, weighted by harm', 8, 'high'],
      ['Survey of night workers', 410, 'low'],
    ],
  },
  {
    heading: 'Offending',
    owner: 'protection',
    signed: false,
    text: 'The line that was testing Eastmoor has held an address there since July, as was forecast. Its debts are larger and its runners younger. One of the three mapped groups now meets the regional threshold and has been offered to the regional unit.',
  },
];

export const SAMPLE_PARTNER_TEXT =
  'The partnership’s survey of eleven hundred residents in August says three things that police records do not. People in the seven streets avoid them after dark, and four in ten have changed how they travel. Fear is highest near the distribution centres, where little is recorded. Tenants of short-let flats are moved on within days when the council inspects together with fire and rescue: in nineteen of twenty-two joint visits the use of the flat had changed within a month.\n\nThe partnership asks for a joint priority on safe routes for night workers, and offers two wardens for it.';
