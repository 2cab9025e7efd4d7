import type { Day } from '#shared/base/time.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import { ACCOUNTABILITY_KEY, type OwnerToAccount, ownersToAccount } from '#shared/domain/accountability-review/owners-to-account.ts';
import { sortKey } from '#shared/domain/agenda-item/agenda-item.commands.ts';
import { LONGEST_AGENDA } from '#shared/domain/agenda-item/agenda-item.rules.ts';
import type { AgendaItemBody } from '#shared/domain/agenda-item/agenda-item.schema.ts';
import type { Change, CommandContext } from '#shared/domain/kit/command.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import { AGENDA_TEMPLATES } from './agenda-templates.ts';
import { type Carried, carriedForward, carriedItems } from './carry-forward.ts';
import { partOf, rewritten } from './parts.ts';

interface Place {
  readonly id: string;
  readonly scope: string;
  readonly marking: Marking;
}
type Fields = Pick<AgendaItemBody, 'title' | 'purpose' | 'duties' | 'policeOnly'> & Partial<AgendaItemBody>;
interface Line {
  readonly fields: Fields;
  /** The owner who accounts under this item; null for every other item. */
  readonly owner: OwnerToAccount | null;
}
type Means = Pick<CommandContext, 'reading' | 'newId'>;

const plain = (fields: Fields): Line => ({ fields, owner: null });

/** The standing item after which owners account for their priorities. */
const ACCOUNTABILITY_AFTER = 'strategy-review';
const COMMISSIONS_KEY = 'commissions';

/**
 * The agenda of a new meeting: undelivered commissions lead it, the standing lines follow with what is carried forward, and at a strategic
 * meeting one item for each owner of a priority with the account they are to give (duties 50, 79, 102, 121).
 */
export async function agendaFor(
  meeting: Place,
  group: RecordOf<'group'>,
  on: Day,
  { reading, newId }: Means,
): Promise<{ readonly changes: readonly Change[]; readonly items: number; readonly carried: number }> {
  const carried = await carriedForward(reading, group, on);
  const template = AGENDA_TEMPLATES[group.body.groupType];
  const owners = group.body.groupType === 'stcg' ? await ownersToAccount(reading, group.body.nodeId, on) : [];
  const hearsCommissions = template.some((line) => line.key === COMMISSIONS_KEY);
  const placed = (place: Carried['place']): readonly Carried[] =>
    carried.filter((one) => (one.place === 'commissions' && !hearsCommissions ? 'matters-arising' : one.place) === place);
  let room = LONGEST_AGENDA - template.length - owners.length;
  const take = (some: readonly Carried[]): readonly Line[] => {
    const lines = carriedLines(some, room).map(plain);
    room -= lines.length;
    return lines;
  };
  const first = take(placed('first'));
  const toHear = take(placed('commissions'));
  const arising = take(placed('matters-arising'));
  const lines = template.flatMap((line, index): readonly Line[] => [
    plain({ title: line.title, purpose: line.purpose, duties: [...line.duties], policeOnly: line.policeOnly, templateKey: line.key }),
    ...(index === 0 ? first : []),
    ...(line.mattersArising ? arising : []),
    ...(line.key === ACCOUNTABILITY_AFTER ? owners.map(accountLine) : []),
    ...(line.key === COMMISSIONS_KEY ? toHear : []),
  ]);
  const changes = lines.flatMap((line, index) => itemChanges(meeting, group.id, newId, index + 1, line));
  return { changes, items: lines.length, carried: carried.length };
}

/**
 * What came up after the agenda was built is added as the meeting starts: commissions not delivered lead it, the rest goes to its end, and a
 * priority set since gets its account.
 */
export async function agendaLate(
  meeting: RecordOf<'meeting'>,
  group: RecordOf<'group'>,
  on: Day,
  { reading, newId }: Means,
): Promise<{ readonly changes: readonly Change[]; readonly carried: number }> {
  const agenda = await reading.many('agenda-item', { parent: meeting.id }, { by: 'number' });
  const late = carriedItems(await carriedForward(reading, group, on), agenda);
  const owners = group.body.groupType === 'stcg' ? await ownersNotYetCalled(meeting, group, on, reading) : [];
  const room = Math.max(0, LONGEST_AGENDA - agenda.length - owners.length);
  const first = carriedLines(
    late.filter((one) => one.place === 'first'),
    room,
  ).map(plain);
  const last = carriedLines(
    late.filter((one) => one.place !== 'first'),
    room - first.length,
  ).map(plain);
  const [opening, ...others] = agenda;
  const order: readonly (RecordOf<'agenda-item'> | Line)[] = [
    ...(opening === undefined ? [] : [opening]),
    ...first,
    ...others,
    ...owners.map(accountLine),
    ...last,
  ];
  const changes = order.flatMap((one, index): readonly Change[] => {
    const number = index + 1;
    if ('fields' in one) return itemChanges(meeting, group.id, newId, number, one);
    return one.number === number ? [] : [{ put: rewritten(one, { number, sortAt: sortKey(number) }) }];
  });
  return { changes, carried: first.length + last.length };
}

async function ownersNotYetCalled(
  meeting: RecordOf<'meeting'>,
  group: RecordOf<'group'>,
  on: Day,
  reading: Means['reading'],
): Promise<readonly OwnerToAccount[]> {
  const called = new Set((await reading.many('accountability-review', { parent: meeting.id })).map((one) => one.body.priorityId));
  return (await ownersToAccount(reading, group.body.nodeId, on))
    .map((owner) => ({ ...owner, priorities: owner.priorities.filter((one) => !called.has(one.id)) }))
    .filter((owner) => owner.priorities.length > 0);
}

function accountLine(owner: OwnerToAccount): Line {
  return {
    owner,
    fields: {
      title: owner.title,
      purpose: owner.purpose,
      duties: [97, 102],
      policeOnly: false,
      templateKey: ACCOUNTABILITY_KEY,
      leadId: owner.leadId,
    },
  };
}

/** The item itself, and with an owner's item the accounts that are due under it. */
function itemChanges(meeting: Place, groupId: string, newId: () => string, number: number, { fields, owner }: Line): readonly Change[] {
  const itemId = newId();
  const item: Change = {
    put: partOf(meeting, 'agenda-item', {
      id: itemId,
      state: 'waiting',
      number,
      sortAt: sortKey(number),
      owner: fields.leadId ?? '',
      body: {
        groupId,
        templateKey: '',
        leadId: '',
        carriedFromKind: '',
        carriedFromId: '',
        openedAt: '',
        concludedAt: '',
        outcomeReason: '',
        deferredTo: '',
        ...fields,
      },
    }),
  };
  const reviews = (owner?.priorities ?? []).map(
    (priority): Change => ({
      put: partOf(meeting, 'accountability-review', {
        id: newId(),
        state: 'due',
        owner: owner?.ownerId ?? '',
        sortAt: priority.body.reference,
        body: {
          groupId,
          itemId,
          priorityId: priority.id,
          changed: '',
          achieved: '',
          next: '',
          measure: '',
          measured: '',
          rating: '',
          givenAt: '',
          recordedById: '',
        },
      }),
    }),
  );
  return [item, ...reviews];
}

/** What is carried, as far as it fits; what does not is one item that says how much there is, so that a long backlog never stops a meeting. */
function carriedLines(carried: readonly Carried[], room: number): readonly Fields[] {
  if (carried.length <= room) return carried.map(carriedFields);
  const listed = carried.slice(0, Math.max(0, room - 1));
  const further = `${carried.length - listed.length} further unfinished matters of the group`;
  const purpose = 'More is unfinished than an agenda holds. Go through the rest on the list of the group’s actions and decisions.';
  return [...listed.map(carriedFields), ...(room > 0 ? [{ title: further, purpose, duties: [123, 125], policeOnly: false }] : [])];
}

const carriedFields = (one: Carried): Fields => ({
  title: one.title,
  purpose: one.purpose,
  duties: [...one.duties],
  policeOnly: one.policeOnly,
  leadId: one.leadId,
  carriedFromKind: one.kind,
  carriedFromId: one.id,
});
