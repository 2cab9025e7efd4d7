import type { Day, Instant } from '#shared/base/time.ts';
import { dayOf } from '#shared/base/time.ts';
import { clockText, dayText, timeText } from '#shared/base/time-text.ts';
import { MARKINGS } from '#shared/contracts/record/record.ts';
import { FUNCTION_NAMES, ROLE_NAMES } from '#shared/domain/appointment/role-names.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { decisionParts } from './decision-parts.ts';
import type { MinutesContent } from './minutes-content.ts';
import type {
  ActionLine,
  AttendanceLine,
  DocumentEntry,
  DocumentItem,
  Edition,
  Fact,
  MinutesDocument,
  PaperLine,
} from './minutes-document.ts';
import { taskingEntries } from './tasking-entries.ts';
import { type Gaps, NO_GAPS, forPartner } from './withhold.ts';

const ENTRY_HEADINGS = {
  note: 'Note',
  rationale: 'Rationale',
  option: 'Option considered',
  dissent: 'Dissent',
  'time-mark': 'Time mark',
} as const;
const STATUSES = { expected: 'Expected', present: 'Present', apologies: 'Apologies', absent: 'Absent' } as const;
const PAPER_TYPES: Readonly<Record<RecordOf<'paper'>['body']['paperType'], string>> = {
  'tactical-assessment': 'Tactical assessment',
  'strategic-assessment': 'Strategic assessment',
  'previous-minutes': 'Previous minutes',
  'delivery-plan': 'Delivery plan',
  'problem-profile': 'Problem profile',
  'subject-profile': 'Subject profile',
  'results-analysis': 'Results analysis',
  other: 'Other paper',
};

/** Writes the minutes of a meeting. The partner edition is made from content out of which everything police only was taken first (duty 119). */
export function writeMinutes(content: MinutesContent, edition: Edition): MinutesDocument {
  if (edition === 'full') return write(content, NO_GAPS, edition);
  const { content: open, gaps } = forPartner(content);
  return write(open, gaps, edition);
}

function write(content: MinutesContent, gaps: Gaps, edition: Edition): MinutesDocument {
  const { meeting } = content;
  const name = namesOf(content);
  const matters = taskingEntries(content, name);
  const itemIds = new Set(content.items.map((item) => item.id));
  const items = content.items.map((item) => {
    const written = itemOf(content, gaps, item, name);
    return { ...written, entries: [...written.entries, ...matters.filter((one) => one.itemId === item.id)] };
  });
  const withheldItems = gaps.items.map((number) => emptyItem(number));
  const loose = [
    ...content.actions.filter((action) => action.body.itemId === '').map((action) => actionEntry(content, action, name)),
    ...matters.filter((one) => !itemIds.has(one.itemId)),
  ];
  return {
    title: meeting.body.interim ? 'Minutes of an interim review' : 'Minutes',
    force: content.force.name,
    group: content.group.name,
    reference: meeting.body.reference,
    marking: highestMarking(content),
    handling: meeting.handling,
    sample: content.force.sample,
    edition,
    facts: factsOf(content, name),
    attendance: meeting.body.attendance.map((one) => attendanceLine(content, one, name)),
    papers: content.papers.filter((paper) => paper.state !== 'withdrawn').map(paperLine),
    items: [
      ...items,
      ...withheldItems,
      ...(loose.length > 0
        ? [
            {
              ...emptyItem(0),
              title: 'Raised outside an agenda item',
              withheld: false,
              entries: loose,
            },
          ]
        : []),
    ].sort((a, b) => (a.number === 0 ? 1 : b.number === 0 ? -1 : a.number - b.number)),
    actions: content.actions.map((action) => actionLine(content, action, name)),
    closing: closingOf(content),
    withheld: gaps.summary,
  };
}

export type NameOf = (id: string) => string;

/** How the people of a meeting are named. */
export function namesOf(content: MinutesContent): NameOf {
  const people = new Map(content.people.map((person) => [person.id, person.name]));
  return (id) => (id === '' ? '' : (people.get(id) ?? 'A person not named here'));
}

/** `D3` for a decision of this meeting, the whole reference for one of an earlier meeting, words when it is withheld. */
export function decisionShort(content: MinutesContent, id: string): string {
  const decision = content.decisions.find((one) => one.id === id);
  if (decision !== undefined) return `D${decision.number}`;
  return content.correctedElsewhere.find((one) => one.id === id)?.reference ?? 'a decision not shown here';
}

function factsOf(content: MinutesContent, name: NameOf): Fact[] {
  const { body } = content.meeting;
  const chair = `${name(body.chairId)}${body.chairIsDeputy ? ', deputy chair presiding' : ''}${body.chairSubstitutedBecause === '' ? '' : ` (because: ${body.chairSubstitutedBecause})`}`;
  return [
    fact('Held', timeText(body.startsAt)),
    fact('Place', body.place),
    fact('Opened', body.startedAt === '' ? '' : timeText(body.startedAt)),
    fact('Closed', body.closedAt === '' ? '' : timeText(body.closedAt)),
    fact('Chair', chair),
    fact('Secretary', name(body.secretaryId)),
    fact('Action manager', name(body.actionManagerId)),
  ].filter((one) => one.text !== '');
}

function closingOf(content: MinutesContent): Fact[] {
  const { body } = content.meeting;
  return [
    fact('Closing note', body.closingNote),
    fact('Meeting closed', body.closedAt === '' ? '' : timeText(body.closedAt)),
    fact('Next meeting', body.nextMeetingOn === '' ? '' : dayText(body.nextMeetingOn as Day)),
  ].filter((one) => one.text !== '');
}

function attendanceLine(content: MinutesContent, one: RecordOf<'meeting'>['body']['attendance'][number], name: NameOf): AttendanceLine {
  const role = ROLE_NAMES[one.role as keyof typeof ROLE_NAMES] ?? one.role;
  const memberFunction = FUNCTION_NAMES[one.memberFunction as keyof typeof FUNCTION_NAMES] ?? one.memberFunction;
  return {
    personId: one.personId,
    name: name(one.personId),
    role: sentence([role, memberFunction].filter((text) => text !== '').join(', ')),
    agency: content.people.find((person) => person.id === one.personId)?.agency ?? '',
    status: STATUSES[one.status],
    deputy: name(one.deputyId),
    note: [one.note, one.warning].filter((text) => text !== '').join(' '),
  };
}

function paperLine(paper: RecordOf<'paper'>): PaperLine {
  const { body } = paper;
  return {
    id: paper.id,
    title: body.title,
    paperType: PAPER_TYPES[body.paperType],
    asOf: body.asOf === '' ? '' : dayText(body.asOf),
    confidence: body.confidence,
    digest: body.digest,
    policeOnly: body.policeOnly,
  };
}

function itemOf(content: MinutesContent, gaps: Gaps, item: RecordOf<'agenda-item'>, name: NameOf): DocumentItem {
  const inItem = (one: { readonly body: { readonly itemId: string } }): boolean => one.body.itemId === item.id;
  const entries = [
    ...content.entries.filter(inItem).map((entry) => spokenEntry(content, entry, name)),
    ...content.decisions.filter(inItem).map((decision) => decisionEntry(content, gaps, decision, name)),
    ...content.actions.filter(inItem).map((action) => actionEntry(content, action, name)),
    ...gaps.entries.filter((gap) => gap.itemId === item.id).map(withheldEntry),
  ];
  return {
    id: item.id,
    number: item.number,
    title: item.body.title,
    purpose: item.body.purpose,
    lead: name(item.body.leadId),
    carried: carriedText(item),
    outcome: outcomeOf(item),
    policeOnly: item.body.policeOnly,
    withheld: false,
    entries: entries.sort((a, b) => a.entry - b.entry),
  };
}

function carriedText(item: RecordOf<'agenda-item'>): string {
  switch (item.body.carriedFromKind) {
    case 'decision':
      return 'Carried forward: an open decision';
    case 'action':
      return 'Carried forward: an overdue action';
    case 'agenda-item':
      return 'Carried forward: deferred at an earlier meeting';
    case 'commission':
      return 'Carried forward: a commission';
    default:
      return '';
  }
}

function outcomeOf(item: RecordOf<'agenda-item'>): string {
  const { outcomeReason, deferredTo } = item.body;
  const because = outcomeReason === '' ? '' : `: ${outcomeReason}`;
  switch (item.state) {
    case 'decided':
      return 'Decided';
    case 'no-decision':
      return `No decision${because}`;
    case 'deferred':
      return `Deferred${deferredTo === '' ? '' : ` to ${dayText(deferredTo)}`}${because}`;
    default:
      return 'Not concluded';
  }
}

function spokenEntry(content: MinutesContent, entry: RecordOf<'minute-entry'>, name: NameOf): DocumentEntry {
  const { body } = entry;
  const about = body.decisionId === '' ? '' : ` on ${decisionShort(content, body.decisionId)}`;
  const corrects = content.entries.find((one) => one.id === body.supersedesId);
  const correctedBy = content.entries.find((one) => one.body.supersedesId === entry.id);
  const corrections = [
    body.supersedesId === '' ? '' : `Corrects ${corrects === undefined ? 'an entry not shown here' : `entry ${corrects.body.entry}`}`,
    correctedBy === undefined ? '' : `Corrected by entry ${correctedBy.body.entry}`,
  ];
  return {
    id: entry.id,
    entry: body.entry,
    kind: body.entryType,
    heading: `${ENTRY_HEADINGS[body.entryType]}${about}${body.saidById === '' ? '' : `, ${name(body.saidById)}`}`,
    times: twoTimes('Said', body.saidAt, body.writtenAt),
    text: body.text,
    parts: [],
    struck: correctedBy !== undefined,
    correction: corrections.filter((text) => text !== '').join('. '),
    policeOnly: body.policeOnly,
  };
}

function decisionEntry(content: MinutesContent, gaps: Gaps, decision: RecordOf<'decision'>, name: NameOf): DocumentEntry {
  const { body } = decision;
  const correctedBy = content.decisions.find((one) => one.body.supersedesId === decision.id);
  const corrections = [
    body.supersedesId === ''
      ? ''
      : `Corrects ${decisionShort(content, body.supersedesId)}${body.correctionReason === '' ? '' : `: ${body.correctionReason}`}`,
    correctedBy === undefined ? '' : `Corrected by D${correctedBy.number}`,
  ];
  return {
    id: decision.id,
    entry: body.entry,
    kind: 'decision',
    heading: `Decision D${decision.number}`,
    times: twoTimes('Decided', body.decidedAt, body.writtenAt),
    text: body.text,
    parts: decisionParts(content, decision, name, body.evidence, gaps.evidenceOf.has(decision.id)),
    struck: correctedBy !== undefined,
    correction: corrections.filter((text) => text !== '').join('. '),
    policeOnly: body.policeOnly,
  };
}

function actionEntry(content: MinutesContent, action: RecordOf<'action'>, name: NameOf): DocumentEntry {
  const line = actionLine(content, action, name);
  return {
    id: action.id,
    entry: action.body.entry,
    kind: 'action',
    heading: `Action ${line.short}`,
    times: `Raised ${clockText(action.body.raisedAt)}`,
    text: line.text,
    parts: [
      { name: 'Owner', texts: [line.owner] },
      { name: 'Supporters', texts: [line.supporters] },
      { name: 'Due', texts: [line.due] },
    ].filter((part) => part.texts[0] !== ''),
    struck: false,
    correction: '',
    policeOnly: action.body.policeOnly,
  };
}

/** One row of the actions table: as agreed at the meeting, whatever became of the action since. */
export function actionLine(content: MinutesContent, action: RecordOf<'action'>, name: NameOf): ActionLine {
  const { body } = action;
  const item = content.items.find((one) => one.id === body.itemId);
  const from = [item === undefined ? '' : `Item ${item.number}`, body.decisionId === '' ? '' : decisionShort(content, body.decisionId)];
  return {
    id: action.id,
    short: `A${action.number}`,
    reference: body.reference,
    text: body.text,
    owner: name(action.owner),
    supporters: body.supporterIds.map(name).join(', '),
    due: dayText(body.firstDueOn),
    strand: sentence(body.strand),
    from: from.filter((text) => text !== '').join(', '),
    policeOnly: body.policeOnly,
  };
}

function withheldEntry(gap: Gaps['entries'][number]): DocumentEntry {
  return {
    id: '',
    entry: gap.entry,
    kind: 'withheld',
    heading: `Entry ${gap.entry} is withheld from this copy`,
    times: '',
    text: '',
    parts: [],
    struck: false,
    correction: '',
    policeOnly: true,
  };
}

function emptyItem(number: number): DocumentItem {
  return {
    id: '',
    number,
    title: 'Withheld from this copy',
    purpose: '',
    lead: '',
    carried: '',
    outcome: '',
    policeOnly: true,
    withheld: true,
    entries: [],
  };
}

function highestMarking(content: MinutesContent): string {
  const held = [content.meeting, ...content.items, ...content.entries, ...content.decisions, ...content.actions].map((record) =>
    MARKINGS.indexOf(record.marking),
  );
  return MARKINGS[Math.max(...held)] ?? 'OFFICIAL-SENSITIVE';
}

/** `Decided 14:05, written 14:06`; the day is added to the second only when it differs. */
export function twoTimes(verb: string, first: Instant, written: Instant): string {
  if (clockText(first) === clockText(written) && dayOf(first) === dayOf(written)) return `${verb} and written ${clockText(first)}`;
  return `${verb} ${clockText(first)}, written ${dayOf(first) === dayOf(written) ? clockText(written) : timeText(written)}`;
}

const fact = (name: string, text: string): Fact => ({ name, text });
const sentence = (text: string): string => (text === '' ? '' : `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`);
