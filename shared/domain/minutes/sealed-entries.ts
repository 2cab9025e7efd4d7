import type { Instant } from '#shared/base/time.ts';
import { dayText, timeText } from '#shared/base/time-text.ts';
import { SEALED_FORMAT, type SealedEntry, type SealedHeader, type SealedRow } from '#shared/contracts/sealed/sealed-format.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { decisionParts, evidenceText } from './decision-parts.ts';
import type { MinutesContent } from './minutes-content.ts';
import type { MinutesDocument, Part } from './minutes-document.ts';
import { taskingEntries } from './tasking-entries.ts';
import { actionLine, decisionShort, namesOf, writeMinutes } from './write-minutes.ts';
import { type PoliceOnly, policeOnlyOf, taskingWhere } from './withhold.ts';

/** The header and every entry of a meeting, as they go into the sealed file: the full minutes, with what is police only in lines of its own. */
export function sealedEntriesOf(
  content: MinutesContent,
  createdAt: Instant,
): { readonly header: SealedHeader; readonly entries: readonly SealedEntry[] } {
  const document = writeMinutes(content, 'full');
  const policeOnly = policeOnlyOf(content);
  const header: SealedHeader = {
    ...entryOf('header', '', 'the header', rowsOf(document.facts), false),
    kind: 'header',
    format: SEALED_FORMAT,
    title: document.title,
    force: document.force,
    group: document.group,
    reference: document.reference,
    marking: document.marking,
    handling: document.handling,
    sample: document.sample,
    createdAt,
  };
  return {
    header,
    entries: [
      ...attendanceEntries(document),
      ...paperEntries(document, policeOnly),
      ...itemEntries(document, policeOnly),
      ...recordEntries(content, document, policeOnly),
      ...matterEntries(content, document, policeOnly),
      entryOf('closing', '', 'the closing', rowsOf(document.closing), false),
    ],
  };
}

function attendanceEntries(document: MinutesDocument): SealedEntry[] {
  return document.attendance.map((line) =>
    entryOf(
      'attendance',
      line.personId,
      `attendance of ${line.name}`,
      rows(
        ['Name', line.name],
        ['Role', line.role],
        ['Agency', line.agency],
        ['Attendance', line.status],
        ['Deputy', line.deputy],
        ['Note', line.note],
      ),
      false,
    ),
  );
}

function paperEntries(document: MinutesDocument, policeOnly: PoliceOnly): SealedEntry[] {
  return document.papers.map((paper) =>
    entryOf(
      'paper',
      paper.id,
      `paper “${paper.title}”`,
      rows(
        ['Title', paper.title],
        ['Type', paper.paperType],
        ['As of', paper.asOf],
        ['Confidence', paper.confidence],
        ['SHA-256', paper.digest],
      ),
      policeOnly.ids.has(paper.id),
    ),
  );
}

function itemEntries(document: MinutesDocument, policeOnly: PoliceOnly): SealedEntry[] {
  return document.items
    .filter((item) => item.id !== '')
    .map((item) =>
      entryOf(
        'item',
        item.id,
        `agenda item ${item.number}`,
        rows(
          ['Title', item.title],
          ['Purpose', item.purpose],
          ['Lead', item.lead],
          ['Carried forward', item.carried],
          ['Outcome', item.outcome],
        ),
        policeOnly.ids.has(item.id),
      ),
    );
}

/** What was done beside the running record: each recommendation, bid, commission and account a line of its own. */
function matterEntries(content: MinutesContent, document: MinutesDocument, policeOnly: PoliceOnly): SealedEntry[] {
  const numberOf = new Map(document.items.map((item) => [item.id, item.number]));
  return taskingEntries(content, namesOf(content)).map((one) =>
    entryOf(
      'note',
      one.id,
      one.heading,
      rows(['Agenda item', String(numberOf.get(one.itemId) ?? '')], ['Matter', one.heading], ['Text', one.text], ...one.parts.map(partRow)),
      policeOnly.ids.has(one.id),
    ),
  );
}

/** The running record in its own order: notes, decisions and actions together. */
function recordEntries(content: MinutesContent, document: MinutesDocument, policeOnly: PoliceOnly): SealedEntry[] {
  const name = namesOf(content);
  // The line of a decision goes to partners too, so it names nothing that is police only; that has a line of its own.
  const openContent =
    content.tasking === undefined ? content : { ...content, tasking: taskingWhere(content.tasking, ({ id }) => !policeOnly.ids.has(id)) };
  const shown = new Map(document.items.flatMap((item) => item.entries.map((entry) => [entry.id, { entry, item }] as const)));
  const itemText = (id: string): string => {
    const found = shown.get(id);
    return found === undefined || found.item.number === 0 ? '' : `${found.item.number}`;
  };
  const all = [
    ...content.entries.map((record) => ({ place: record.body.entry, lines: [noteLine(record)] })),
    ...content.decisions.map((record) => ({ place: record.body.entry, lines: decisionLines(record) })),
    ...content.actions.map((record) => ({ place: record.body.entry, lines: [actionEntryLine(record)] })),
  ];
  return all.sort((a, b) => a.place - b.place).flatMap((one) => one.lines);

  function noteLine(record: RecordOf<'minute-entry'>): SealedEntry {
    const entry = shown.get(record.id)?.entry;
    return {
      ...entryOf(
        'note',
        record.id,
        `${record.body.entryType}, entry ${record.body.entry} of the record`,
        rows(
          ['Agenda item', itemText(record.id)],
          ['Type', entry?.heading ?? ''],
          ['Text', record.body.text],
          ['Said by', name(record.body.saidById)],
          ['Said at', exact(record.body.saidAt)],
          ['Written at', exact(record.body.writtenAt)],
          ['Written by', name(record.body.writtenById)],
          ['Decision', record.body.decisionId === '' ? '' : decisionShort(content, record.body.decisionId)],
          ['Correction', entry?.correction ?? ''],
        ),
        policeOnly.ids.has(record.id),
      ),
      struck: entry?.struck ?? false,
    };
  }

  function decisionLines(record: RecordOf<'decision'>): SealedEntry[] {
    const { body } = record;
    const entry = shown.get(record.id)?.entry;
    const closed = policeOnly.evidence.get(record.id);
    const openEvidence = body.evidence.filter((_one, index) => closed?.has(index) !== true);
    const titled = new Set(
      [...content.items, ...content.entries, ...content.decisions, ...content.actions, ...content.papers]
        .map((one) => one.id)
        .filter((id) => !policeOnly.ids.has(id)),
    );
    const line: SealedEntry = {
      ...entryOf(
        'decision',
        record.id,
        `decision D${record.number}, entry ${body.entry} of the record`,
        rows(
          ['Reference', body.reference],
          ['Agenda item', itemText(record.id)],
          ['Decision', body.text],
          ['Decided at', exact(body.decidedAt)],
          ['Written at', exact(body.writtenAt)],
          ['Written by', name(body.recordedById)],
          ...decisionParts(openContent, record, name, openEvidence, false).map(partRow),
          ['Correction', entry?.correction ?? ''],
          ['Digest of what was known then', body.knownDigest],
        ),
        policeOnly.ids.has(record.id),
      ),
      struck: entry?.struck ?? false,
      known: body.known.map((one) => [one.kind, one.id, one.rev, one.digest, titled.has(one.id) ? one.title : '']),
    };
    if (closed === undefined) return [line];
    const evidence = body.evidence.filter((_one, index) => closed.has(index)).map(evidenceText);
    return [
      line,
      entryOf(
        'evidence',
        record.id,
        `further evidence of decision D${record.number}, entry ${body.entry} of the record`,
        [['Evidence', evidence.join('\n')]],
        true,
      ),
    ];
  }

  function actionEntryLine(record: RecordOf<'action'>): SealedEntry {
    const line = actionLine(content, record, name);
    return entryOf(
      'action',
      record.id,
      `action A${record.number}, entry ${record.body.entry} of the record`,
      rows(
        ['Reference', line.reference],
        ['Agenda item', itemText(record.id)],
        ['Action', line.text],
        ['Owner', line.owner],
        ['Supporters', line.supporters],
        ['Due', line.due],
        ['Strand', line.strand],
        ['From', line.from],
        ['Raised at', exact(record.body.raisedAt)],
        ['Raised by', name(record.body.raisedById)],
        [
          'Due when sealed',
          record.dueAt === '' || record.dueAt === record.body.firstDueOn ? '' : dayText(record.dueAt as Parameters<typeof dayText>[0]),
        ],
      ),
      policeOnly.ids.has(record.id),
    );
  }
}

function entryOf<Kind extends SealedEntry['kind']>(
  kind: Kind,
  id: string,
  label: string,
  rowList: readonly SealedRow[],
  policeOnly: boolean,
): SealedEntry & { readonly kind: Kind } {
  return { kind, id, label, rows: rowList, struck: false, policeOnly, known: [] };
}

const rows = (...all: readonly SealedRow[]): readonly SealedRow[] => all.filter(([, text]) => text !== '');
const rowsOf = (facts: MinutesDocument['facts']): readonly SealedRow[] => facts.map((one) => [one.name, one.text]);
const partRow = (part: Part): SealedRow => [part.name, part.texts.join('\n')];
/** To the second for people, and exactly as stored. */
const exact = (at: Instant): string => `${timeText(at)} (${at})`;
