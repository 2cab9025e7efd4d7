import { day, instant } from '#shared/base/time.ts';
import { sha256Hex } from '#shared/base/digest.ts';
import type { Bodies, Kind } from '#shared/domain/bodies.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { MinutesContent } from '#shared/domain/minutes/minutes-content.ts';

/** Words that only stand in what is police only: none of them may be in anything a partner is given. */
export const POLICE_ONLY_WORDS = ['Kestrel', 'Heron Street', 'observation post', 'Operation Larkspur', 'number plate reader'] as const;

const at = (clock: string) => instant(`2026-11-24T${clock}:00.000Z`);

function recordOf<K extends Kind>(kind: K, id: string, body: Bodies[K], more: Partial<RecordOf<K>> = {}): RecordOf<K> {
  return {
    id,
    kind,
    rev: 'dev1:1',
    shape: 1,
    access: '',
    scope: 'area-east',
    marking: 'OFFICIAL-SENSITIVE',
    handling: '',
    compartment: '',
    state: 'recorded',
    owner: '',
    parent: 'meeting-1',
    number: 0,
    dueAt: '',
    sortAt: '',
    createdAt: at('10:00'),
    createdBy: 'p-sec',
    updatedAt: at('10:00'),
    updatedBy: 'p-sec',
    body,
    ...more,
  };
}

const people = [
  ['p-chair', 'Detective Superintendent Jane Hale', ''],
  ['p-sec', 'Oliver Marsh', ''],
  ['p-am', 'Inspector Ruth Adeyemi', ''],
  ['p-im', 'Detective Inspector Tom Okafor', ''],
  ['p-an', 'Priya Nair', ''],
  ['p-nb', 'Inspector Colin Frost', ''],
  ['p-inv', 'Detective Chief Inspector Helen Shaw', ''],
  ['p-rp', 'Sergeant Mark Ellison', ''],
  ['p-dep', 'Sergeant Lucy Brandt', ''],
  ['p-csp', 'Gareth Pugh', 'Easton Borough Council'],
] as const;

const member = (
  personId: string,
  role: string,
  memberFunction: string,
  status: 'present' | 'apologies' | 'absent',
  more: { deputyId?: string; note?: string; warning?: string } = {},
) => ({
  personId,
  role,
  memberFunction,
  status,
  deputyId: '',
  note: '',
  warning: '',
  ...more,
});

const item = (number: number, title: string, state: string, more: Partial<Bodies['agenda-item']> = {}): RecordOf<'agenda-item'> =>
  recordOf(
    'agenda-item',
    `item-${number}`,
    {
      groupId: 'group-1',
      title,
      purpose: '',
      templateKey: '',
      duties: [],
      leadId: '',
      policeOnly: false,
      carriedFromKind: '',
      carriedFromId: '',
      openedAt: at('10:05'),
      concludedAt: at('10:20'),
      outcomeReason: '',
      deferredTo: '',
      ...more,
    },
    { number, state },
  );

const note = (
  entry: number,
  itemNumber: number,
  entryType: Bodies['minute-entry']['entryType'],
  text: string,
  more: Partial<Bodies['minute-entry']> = {},
): RecordOf<'minute-entry'> =>
  recordOf('minute-entry', `entry-${entry}`, {
    groupId: 'group-1',
    itemId: `item-${itemNumber}`,
    entry,
    entryType,
    text,
    saidAt: at(`10:${10 + entry}`),
    writtenAt: at(`10:${10 + entry}`),
    saidById: '',
    writtenById: 'p-sec',
    decisionId: '',
    supersedesId: '',
    policeOnly: false,
    ...more,
  });

const decision = (
  number: number,
  entry: number,
  itemNumber: number,
  text: string,
  rationale: string,
  more: Partial<Bodies['decision']> = {},
): RecordOf<'decision'> =>
  recordOf(
    'decision',
    `decision-${number}`,
    {
      groupId: 'group-1',
      itemId: `item-${itemNumber}`,
      reference: `TTCG-E/2026-11-24/D${number}`,
      entry,
      decidedAt: at(`10:${10 + entry}`),
      writtenAt: at(`10:${11 + entry}`),
      text,
      rationale,
      options: [
        {
          text: 'Directed patrols on the four streets named in the tactical assessment, 16:00 to 22:00',
          chosen: true,
          rejectedBecause: '',
        },
        {
          text: 'Leave the patrol pattern as it is until the next meeting',
          chosen: false,
          rejectedBecause: 'the rise has lasted three weeks and the confidence in the forecast is high',
        },
      ],
      singleOptionReason: '',
      evidence: [
        {
          recordKind: 'paper',
          recordId: 'paper-1',
          title: 'Tactical assessment, Easton, November',
          asOf: day('2026-11-20'),
          confidence: 'high',
        },
      ],
      noEvidenceReason: '',
      priorityId: 'priority-1',
      outsideStrategyReason: '',
      decidedById: 'p-chair',
      recordedById: 'p-sec',
      ownerId: 'p-nb',
      dueOn: day('2026-12-08'),
      withinAuthority: true,
      authorityNote: '',
      dissents: [],
      supersedesId: '',
      correctionReason: '',
      known: [
        { kind: 'paper', id: 'paper-1', rev: 'dev1:4', digest: sha256Hex('paper'), title: 'Tactical assessment, Easton, November' },
        { kind: 'paper', id: 'paper-2', rev: 'dev1:5', digest: sha256Hex('other'), title: 'Kestrel subject profile' },
      ],
      knownDigest: sha256Hex(`known ${number}`),
      policeOnly: false,
      ...more,
    },
    { number },
  );

const action = (
  number: number,
  entry: number,
  itemNumber: number,
  text: string,
  owner: string,
  more: Partial<Bodies['action']> = {},
): RecordOf<'action'> =>
  recordOf(
    'action',
    `action-${number}`,
    {
      groupId: 'group-1',
      itemId: `item-${itemNumber}`,
      decisionId: '',
      reference: `TTCG-E/2026-11-24/A${number}`,
      entry,
      text,
      strand: 'prevention',
      supporterIds: [],
      raisedAt: at(`10:${10 + entry}`),
      raisedById: 'p-sec',
      firstDueOn: day('2026-12-08'),
      progress: [],
      claimedAt: '',
      claimedById: '',
      verifiedAt: '',
      verifiedById: '',
      withdrawnBecause: '',
      policeOnly: false,
      ...more,
    },
    { number, owner, dueAt: '2026-12-08', state: 'open' },
  );

const paper = (number: number, title: string, policeOnly: boolean): RecordOf<'paper'> =>
  recordOf(
    'paper',
    `paper-${number}`,
    {
      groupId: 'group-1',
      title,
      paperType: 'tactical-assessment',
      fileId: `file-${number}`,
      fileName: 'paper.pdf',
      mediaType: 'application/pdf',
      size: 1000,
      digest: sha256Hex(title),
      asOf: day('2026-11-20'),
      confidence: 'high',
      attachedAt: at('09:00'),
      attachedById: 'p-im',
      policeOnly,
    },
    { state: 'attached' },
  );

/** A tactical meeting with every kind of thing minutes can hold: corrections, dissent, a deferred item, partners, and things police only. */
export function aMeeting(state: 'closed' | 'signed' | 'live' = 'closed'): MinutesContent {
  return {
    force: { name: 'Northmoor Police', code: 'NM', sample: true },
    group: { id: 'group-1', name: 'Tactical tasking and co-ordination group, East', code: 'TTCG-E', groupType: 'ttcg' },
    meeting: recordOf(
      'meeting',
      'meeting-1',
      {
        groupId: 'group-1',
        reference: 'TTCG-E/2026-11-24',
        startsAt: at('10:00'),
        minutesPlanned: 120,
        place: 'Easton police station, conference room 2',
        interim: false,
        chairId: 'p-chair',
        chairIsDeputy: false,
        chairSubstitutedBecause: '',
        secretaryId: 'p-sec',
        actionManagerId: 'p-am',
        attendance: [
          member('p-chair', 'chair', 'command', 'present'),
          member('p-sec', 'secretary', 'secretariat', 'present'),
          member('p-am', 'action-manager', 'performance', 'present'),
          member('p-im', 'member', 'intelligence', 'present'),
          member('p-an', 'member', 'analysis', 'present'),
          member('p-nb', 'member', 'neighbourhood', 'present'),
          member('p-inv', 'member', 'investigation', 'apologies'),
          member('p-rp', 'member', 'roads-policing', 'apologies', { deputyId: 'p-dep' }),
          member('p-csp', 'partner-member', 'partner', 'present', {
            note: 'Left before item 4.',
            warning: 'The sharing agreement ends on Thu 31 Dec 2026.',
          }),
        ],
        startedAt: at('10:02'),
        closedAt: at('11:48'),
        cancelledBecause: '',
        nextMeetingOn: day('2026-12-08'),
        closingNote: 'The chair thanked the analyst for the forecast and asked that the maps be sent with the papers next time.',
      },
      { parent: '', state },
    ),
    items: [
      item(1, 'Attendance, agreements and apologies', 'no-decision', { outcomeReason: 'for information only' }),
      item(2, 'Actions from the last meeting', 'decided', {
        leadId: 'p-am',
        purpose: 'What was claimed complete, what is overdue, and what stops it.',
        carriedFromKind: 'action',
        carriedFromId: 'action-old',
      }),
      item(3, 'Dwelling burglary in Easton', 'decided', {
        leadId: 'p-an',
        purpose: 'The tactical assessment forecasts a further rise on four streets.',
      }),
      item(4, 'Kestrel: nominal of interest', 'decided', { policeOnly: true, leadId: 'p-im' }),
      item(5, 'Nuisance motorcycles on the canal path', 'deferred', {
        outcomeReason: 'the roads policing figures were not ready',
        deferredTo: day('2026-12-08'),
      }),
    ],
    entries: [
      note(1, 1, 'note', 'The chair welcomed Mr Pugh and confirmed that consent on both sides and the sharing agreement are in date.'),
      note(
        2,
        2,
        'note',
        'Eleven actions were open: eight are complete, two are in hand, one is overdue by six days for want of a fitter for the gates.',
        { saidById: 'p-am' },
      ),
      note(
        5,
        3,
        'note',
        'Offences fell in the north of the division. The rise is confined to four streets near the park, and to the hours after dark.',
        { saidById: 'p-an' },
      ),
      note(8, 3, 'note', 'Patrols would begin on Monday 30 November.', { writtenAt: at('10:31') }),
      note(9, 3, 'note', 'Patrols would begin on Friday 27 November.', { supersedesId: 'entry-8' }),
      note(10, 3, 'note', 'A van is available as an observation post.', { policeOnly: true, saidById: 'p-im' }),
      note(12, 4, 'note', 'He has been seen near Heron Street.', { saidById: 'p-im' }),
      note(
        15,
        5,
        'dissent',
        'Mr Pugh asked that it be recorded that the council would rather not wait: complaints have doubled since September.',
        { saidById: 'p-csp' },
      ),
      note(16, 5, 'time-mark', 'Chair adjourned for five minutes'),
    ],
    decisions: [
      decision(
        1,
        3,
        2,
        'Action A9 of the last meeting is moved to Friday 11 December.',
        'The fitter cannot come before 7 December, and the interim locks hold.',
        {
          options: [{ text: 'Move the due day', chosen: true, rejectedBecause: '' }],
          singleOptionReason: 'the only other firm has closed',
          evidence: [],
          noEvidenceReason: 'it is a matter of dates',
          priorityId: '',
          outsideStrategyReason: 'it is an action of the group itself',
          ownerId: '',
          dueOn: '',
        },
      ),
      decision(
        2,
        6,
        3,
        'Deploy two directed patrol teams on the four streets from Monday 30 November for two weeks.',
        'The forecast is of high confidence, three of the five series fit one method, and the hours are narrow enough for a small number of officers to cover.',
        {
          evidence: [
            {
              recordKind: 'paper',
              recordId: 'paper-1',
              title: 'Tactical assessment, Easton, November',
              asOf: day('2026-11-20'),
              confidence: 'high',
            },
            { recordKind: 'paper', recordId: 'paper-2', title: 'Kestrel subject profile', asOf: day('2026-11-18'), confidence: 'moderate' },
          ],
          dissents: [{ personId: 'p-nb', text: 'Inspector Frost would rather have one team and cover the school run as well.' }],
        },
      ),
      decision(
        3,
        11,
        3,
        'Deploy two directed patrol teams on the four streets from Friday 27 November for two weeks.',
        'As D2: the teams can start three days sooner because leave was cancelled at the teams’ own offer.',
        { supersedesId: 'decision-2', correctionReason: 'the start day was misheard' },
      ),
      decision(4, 13, 4, 'Task the number plate reader team under Operation Larkspur.', 'Kestrel drives the same two vehicles.', {
        policeOnly: true,
        withinAuthority: false,
        authorityNote: 'The team belongs to the force tasking group.',
      }),
    ],
    actions: [
      action(1, 4, 2, 'Chase the fitter for the alley gates and report the date.', 'p-am'),
      action(
        2,
        7,
        3,
        'Brief both patrol teams with the maps of the tactical assessment, and tell the ward councillors what will be seen and why.',
        'p-nb',
        { decisionId: 'decision-2', supporterIds: ['p-an', 'p-csp'] },
      ),
      action(3, 14, 4, 'Write the Larkspur deployment plan with Heron Street as its centre.', 'p-im', {
        policeOnly: true,
        strand: 'enforcement',
      }),
      action(4, 17, 5, 'Bring the roads policing figures to the next meeting.', 'p-rp', { strand: 'intelligence' }),
    ],
    papers: [paper(1, 'Tactical assessment, Easton, November', false), paper(2, 'Kestrel subject profile', true)],
    minutes: null,
    people: people.map(([id, name, agency]) => ({ id, name, agency })),
    correctedElsewhere: [],
    priorities: [{ id: 'priority-1', reference: 'CS2', title: 'Dwelling burglary' }],
  };
}
