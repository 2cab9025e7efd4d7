import type { ToDecide, ToDo } from '#test/e2e/secretary.ts';

/*
 * What is said and decided in the tactical meeting of the tour. Synthetic, like all of Northmoor: no such place, person or
 * event exists. It speaks of what stands in the papers the sample force lays before the meeting.
 */

/** What the chair takes the group through under one line of the agenda, in this order. */
export type Happening =
  | { readonly do: 'note'; readonly text: string }
  | { readonly do: 'decide'; readonly decision: ToDecide; readonly actions: readonly ToDo[] }
  | { readonly do: 'correct'; readonly of: string; readonly because: string; readonly text: string }
  | { readonly do: 'lose-the-engine'; readonly half: string; readonly rest: string };

export interface ItemPlayed {
  /** Words of the title of the agenda item. */
  readonly title: string;
  readonly happens: readonly Happening[];
  /** How an item ends in which nothing was decided. */
  readonly otherwise?: { readonly outcome: 'No decision' | 'Deferred'; readonly because: string };
}

const ASSESSMENT = { paper: 'Tactical assessment' };
const INTERCHANGE = 'Patrol the bus interchange on Fridays and Saturdays';

export const GO_ON_BECAUSE =
  'Harbour and Millbank Borough Council is sent nothing until its agreement is renewed; its member leaves before the confidential part.';

export const MEETING: readonly ItemPlayed[] = [
  {
    title: 'Marking, attendance and partner consent',
    happens: [{ do: 'note', text: 'The chair read out the marking and reminded members that papers stay in the room.' }],
    otherwise: { outcome: 'No decision', because: 'Marking, attendance and consent recorded.' },
  },
  {
    title: 'Minutes and actions',
    happens: [
      { do: 'note', text: 'Inspector Garside reported: most actions are done in time; the ones that are blocked follow one by one.' },
    ],
    otherwise: { outcome: 'No decision', because: 'Reported on; nothing needed a decision.' },
  },
  {
    title: 'Tactical assessment',
    happens: [
      {
        do: 'note',
        text: 'Tom Fairclough presented the assessment. Confidence in the burglary figures is moderate: Millbank was recorded a week late.',
      },
      {
        do: 'decide',
        decision: {
          text: 'Keep burglary in Harbour Ward a tactical priority for four more weeks and move the plain-clothes team to the streets behind Quarry Road.',
          rationale:
            '23 offences against an expected range of 9 to 16, and the series has moved two streets east since the team began. Five of the victims are over seventy-five.',
          chosen: 'Move the team to Quarry Road for four weeks',
          rejected: 'End the deployment, as Harbour Street is quiet again',
          rejectedBecause: 'Last winter the series was back within a fortnight of the team being withdrawn.',
          evidence: ASSESSMENT,
          priority: 'CS4',
        },
        actions: [
          {
            text: 'Brief the plain-clothes team on the new streets; on duty from 16:00 on Tuesday.',
            owner: 'Pemberton',
            strand: 'Enforcement',
            due: '+2',
          },
          {
            text: 'Visit the twelve houses behind Quarry Road that were entered twice: property marking and rear-door locks.',
            owner: 'Doyle',
            strand: 'Prevention',
            due: '+10',
          },
        ],
      },
      {
        do: 'decide',
        decision: {
          text: `${INTERCHANGE} from 19:00 to 01:00 for six weeks, in visits of fifteen minutes.`,
          rationale:
            'Four of the seven robberies fall inside one 200-metre cell and five hours of the week. Short, repeated visits have the best evidence for such a pattern.',
          chosen: 'Fifteen-minute visits to the interchange',
          rejected: 'A dispersal authority for the whole town centre',
          rejectedBecause: 'Not proportionate to offences in one place, and it would move young people to the unlit riverside.',
          evidence: ASSESSMENT,
          priority: 'CS3',
          dissent: {
            who: 'Baptiste',
            text: 'Would begin after the harbour festival: the same officers are promised twice in its second week.',
          },
        },
        actions: [
          {
            text: 'Issue the patrol plan and collect the completed visit sheets every Monday.',
            owner: 'Baptiste',
            strand: 'Enforcement',
            due: '+5',
          },
          {
            text: 'Ask the council to repair the lights at bays 4 to 9 and report the date it promises.',
            owner: 'Doyle',
            strand: 'Prevention',
            due: '+14',
          },
        ],
      },
      {
        do: 'correct',
        of: `${INTERCHANGE} from 19:00`,
        because: 'The last bus leaves at 00:20; the times came from last year’s timetable.',
        text: `${INTERCHANGE} from 18:30 to 00:30 for six weeks, in visits of fifteen minutes.`,
      },
    ],
  },
  {
    title: 'Competing demands',
    happens: [
      {
        do: 'decide',
        decision: {
          text: 'Give the forty hours of overtime that are left this month to the interchange, and none to the moor roads.',
          rationale:
            'Both were bid for. The interchange is a control strategy priority with people hurt; the moor roads can wait a fortnight.',
          chosen: 'All forty hours to the interchange',
          rejected: 'Twenty hours to each',
          rejectedBecause: 'Twenty hours would cover neither: a night on the moor roads alone takes thirty.',
          evidence: { paper: 'Recorded crime by ward' },
          priority: 'CS3',
        },
        actions: [
          {
            text: 'Move the forty hours to the interchange and tell the resource desk.',
            owner: 'Garside',
            strand: 'Enforcement',
            due: '+2',
          },
        ],
      },
    ],
  },
  {
    title: 'Threat assessments',
    happens: [
      {
        do: 'lose-the-engine',
        half: 'DS Threlfall: the threat from the line run into Marsh Lane has risen since',
        rest: ' two addresses were taken over; the assessment of Monday stands.',
      },
    ],
    otherwise: { outcome: 'No decision', because: 'The assessment of Monday stands.' },
  },
  {
    title: 'Tactical options',
    happens: [
      {
        do: 'decide',
        decision: {
          text: 'Visit the three addresses in Marsh Lane within five days, jointly with housing and adult social care.',
          rationale:
            'The people who live there meet the threshold for adults at risk. A warrant first would endanger them and give no evidence against whoever controls the line.',
          chosen: 'Joint safeguarding visits',
          rejected: 'Warrants at all three addresses at once',
          rejectedBecause: 'What is known about two of them is not corroborated; the grounds would be weak.',
          evidence: ASSESSMENT,
          priority: 'CS2',
        },
        actions: [
          {
            text: 'Arrange and complete the three joint visits; report the outcome and any referral.',
            owner: 'Doyle',
            strand: 'Prevention',
            due: '+5',
          },
          {
            text: 'Compare the telephone numbers of the line with what custody seized in the last ninety days.',
            owner: 'Pryce',
            strand: 'Intelligence',
            due: '+10',
          },
        ],
      },
    ],
  },
  {
    title: 'Decide, allocate, name plan owners',
    happens: [
      {
        do: 'decide',
        decision: {
          text: 'Name Inspector Kieran Doyle as the one owner of the plan for Marsh Lane, reporting to each meeting until it is closed.',
          rationale:
            'The visits, the tenancies and the reassurance of neighbours all fall to his team; the last plan with two owners drifted.',
          chosen: 'Inspector Doyle alone',
          rejected: 'Inspector Doyle together with DI Pemberton',
          rejectedBecause: 'Two owners is none: the last joint plan was overdue at three meetings.',
          evidence: { noneBecause: 'It names who is responsible; no fact is in question.' },
          priority: 'CS2',
        },
        actions: [],
      },
    ],
  },
  {
    title: 'Commissions',
    happens: [
      {
        do: 'decide',
        decision: {
          text: 'Commission a problem profile on who buys the stolen jewellery, ready for the second meeting from now.',
          rationale:
            'Arresting thieves has moved the offences twice. What is not known is who buys, and the requirement has asked it for three months.',
          chosen: 'A profile by the area analyst',
          rejected: 'Wait for the regional market profile',
          rejectedBecause: 'It is not due for five months.',
          evidence: ASSESSMENT,
          priority: 'CS4',
        },
        actions: [
          {
            text: 'Agree the terms of reference of the problem profile with the chair.',
            owner: 'Fairclough',
            strand: 'Intelligence',
            due: '+7',
          },
        ],
      },
    ],
  },
  {
    title: 'Operational reviews',
    happens: [],
    otherwise: { outcome: 'Deferred', because: 'The review of the winter deployment was sent round too late to be read.' },
  },
];

/** Matters carried from earlier meetings that the tour does not dwell on. */
const CARRIED: NonNullable<ItemPlayed['otherwise']> = {
  outcome: 'No decision',
  because: 'Heard; the owner reports again at the next meeting.',
};
const NOTHING: NonNullable<ItemPlayed['otherwise']> = { outcome: 'No decision', because: 'Nothing to report since the last meeting.' };

/** What happens under an agenda item, by its title as the console shows it; matters carried over and standing lines left out end without a decision. */
export function playedUnder(title: string): Required<ItemPlayed> {
  const known = MEETING.find((one) => title.includes(one.title));
  const otherwise = known?.otherwise ?? (/^(Action|Decision) [A-Z]/.test(title) ? CARRIED : NOTHING);
  return { title, happens: known?.happens ?? [], otherwise };
}
