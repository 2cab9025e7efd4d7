import { type Day, type Instant, addDays, dayOf, instantFromMs } from '#shared/base/time.ts';
import type { RecordOf } from '#shared/domain/kit/reading.ts';
import type { CommandArgs } from '#shared/domain/registry.ts';
import type { SampleGroup } from './found-northmoor.ts';
import { SAMPLE_DISSENTS, SAMPLE_NOTES, type SampleDecision, type SampleMatter } from './matters.ts';
import type { SamplePaper } from './sample-papers.ts';
import { deliverCommissions, workOnItem } from './tasking-work.ts';
import { clockFrom, type Teller } from './teller.ts';

export interface HeldMeeting {
  readonly meetingId: string;
  readonly group: SampleGroup;
  readonly on: Day;
  readonly decisionIds: readonly string[];
  readonly actions: readonly { readonly id: string; readonly ownerId: string; readonly dueOn: Day }[];
}

export interface MeetingToHold {
  readonly group: SampleGroup;
  readonly startsAt: Instant;
  readonly matters: readonly { readonly matter: SampleMatter; readonly decision: SampleDecision; readonly templateKey: string }[];
  /** Which people answer for the kinds of work the sample speaks of. */
  readonly who: (role: string) => string;
  /** Priority ids by the key the matters use. */
  readonly priorities: ReadonlyMap<string, string>;
  readonly nextMeetingOn: Day;
  /** What is laid before the meeting, three days ahead. */
  readonly papers: readonly SamplePaper[];
  /** What is taken once the partner members have left the room, or null (duty 119). */
  readonly closed: SampleMatter | null;
}

const APOLOGY_IN = 9;
const DISSENT_IN = 8;

/** Holds one meeting from calendar to close, the way a secretary would record it. */
export async function holdMeeting(teller: Teller, plan: MeetingToHold): Promise<HeldMeeting> {
  const { group, startsAt } = plan;
  const on = dayOf(startsAt);
  const scribe = group.secretary;
  const before = instantFromMs(Date.parse(startsAt) - 3 * 86_400_000);
  if (group.type === 'stcg') await deliverCommissions(teller, group, before);
  const { meetingId } = await teller.tell(scribe, before, 'meeting.schedule', {
    groupId: group.id,
    startsAt,
    minutesPlanned: group.type === 'dmm' ? 30 : 120,
    place: group.side === 'w' ? 'Westdale conference room' : 'Eastmoor briefing room',
  });
  const laid: Laid[] = [];
  for (const paper of plan.papers) laid.push({ paper, paperId: (await teller.layPaper(scribe, before, meetingId, paper)).paperId });
  if (plan.closed !== null) await addClosedItem(teller, scribe, before, meetingId, plan.closed);
  const clock = clockFrom(startsAt);
  await seatEveryone(teller, meetingId, plan, clock.now());
  await teller.tell(scribe, clock.tick(2), 'meeting.start', {
    meetingId,
    chairId: group.chair,
    secretaryId: scribe,
    actionManagerId: group.actionManager,
    goOnBecause: 'Nothing on this agenda is shared beyond the agreement; renewal is in hand.',
  });

  const decisionIds: string[] = [];
  const actions: { id: string; ownerId: string; dueOn: Day }[] = [];
  const waiting = [...plan.matters];
  const agenda = await teller.world.reading.many('agenda-item', { parent: meetingId }, { by: 'number' });
  for (const item of agenda) {
    await teller.tell(scribe, clock.tick(1), 'agenda-item.open', { itemId: item.id });
    const here = item.body.title === plan.closed?.title ? closedHere(plan.closed) : waiting.filter((one) => isFor(one, item));
    for (const { matter, decision } of here) {
      const made = await decide(teller, {
        plan,
        meetingId,
        item,
        matter,
        decision,
        on,
        clock,
        firstOfMatter: matter.decisions[0] === decision,
        laid,
      });
      decisionIds.push(made.decisionId);
      actions.push(...made.actions);
    }
    const strategic = group.type === 'stcg' && group.side === '';
    const worked = strategic && (await workOnItem(teller, { group, meetingId, on, clock, who: plan.who }, item));
    if (here.length > 0 || worked)
      await teller.tell(scribe, clock.tick(1), 'agenda-item.conclude', { itemId: item.id, outcome: 'decided', reason: '', deferTo: '' });
    else await passOver(teller, scribe, item, clock, plan.nextMeetingOn);
  }
  await teller.tell(scribe, clock.tick(2), 'meeting.close', { meetingId, nextMeetingOn: plan.nextMeetingOn, closingNote: '' });
  return { meetingId, group, on, decisionIds, actions };
}

interface Laid {
  readonly paper: SamplePaper;
  readonly paperId: string;
}
type Here = MeetingToHold['matters'];

const isFor = (one: Here[number], item: RecordOf<'agenda-item'>): boolean =>
  one.templateKey === item.body.templateKey && item.body.templateKey !== '';
const closedHere = (closed: SampleMatter): Here => closed.decisions.map((decision) => ({ matter: closed, decision, templateKey: '' }));

/** The matter for police members only goes before the last item, so that partner members need not come back for it. */
async function addClosedItem(teller: Teller, scribe: string, at: Instant, meetingId: string, closed: SampleMatter): Promise<void> {
  const agenda = await teller.world.reading.many('agenda-item', { parent: meetingId }, { by: 'number' });
  await teller.tell(scribe, at, 'agenda-item.add', {
    meetingId,
    title: closed.title,
    purpose: 'Taken when the partner members have left the room.',
    policeOnly: true,
    duties: [119],
    beforeItemId: agenda.at(-1)?.id ?? '',
  });
}

async function seatEveryone(teller: Teller, meetingId: string, { group, closed }: MeetingToHold, at: Instant): Promise<void> {
  const meeting = await teller.world.reading.one('meeting', meetingId);
  if (meeting === null) throw new Error('the meeting just scheduled is not there');
  const needed = new Set([group.chair, group.secretary, group.actionManager]);
  for (const row of meeting.body.attendance) {
    const waitsOutside = closed !== null && row.role === 'partner-member';
    const away = !needed.has(row.personId) && !waitsOutside && teller.pick(APOLOGY_IN) === 0;
    await teller.tell(group.secretary, at, 'meeting.set-attendance', {
      meetingId,
      personId: row.personId,
      status: away ? 'apologies' : 'present',
      note: away ? teller.oneOf(['Annual leave', 'Court', 'Duty at a critical incident']) : '',
    });
  }
}

async function passOver(
  teller: Teller,
  scribe: string,
  item: RecordOf<'agenda-item'>,
  clock: ReturnType<typeof clockFrom>,
  nextMeetingOn: Day,
): Promise<void> {
  if (teller.pick(3) === 0) {
    await teller.tell(scribe, clock.tick(2), 'minute-entry.write', {
      meetingId: item.parent,
      itemId: item.id,
      entryType: 'note',
      text: teller.oneOf(SAMPLE_NOTES),
    });
  }
  const deferred = item.body.templateKey === 'operational-reviews' && teller.pick(4) === 0;
  await teller.tell(scribe, clock.tick(1), 'agenda-item.conclude', {
    itemId: item.id,
    outcome: deferred ? 'deferred' : 'no-decision',
    reason: deferred
      ? 'The report was circulated too late to be read.'
      : teller.oneOf(['Considered; nothing needed a decision.', 'Noted.', 'Nothing to report since the last meeting.']),
    deferTo: deferred ? nextMeetingOn : '',
  });
}

interface Deciding {
  readonly plan: MeetingToHold;
  readonly meetingId: string;
  readonly item: RecordOf<'agenda-item'>;
  readonly matter: SampleMatter;
  readonly decision: SampleDecision;
  readonly on: Day;
  readonly clock: ReturnType<typeof clockFrom>;
  readonly firstOfMatter: boolean;
  readonly laid: readonly Laid[];
}

async function decide(
  teller: Teller,
  { plan, meetingId, item, matter, decision, on, clock, firstOfMatter, laid }: Deciding,
): Promise<{ readonly decisionId: string; readonly actions: HeldMeeting['actions'] }> {
  const scribe = plan.group.secretary;
  const place = { meetingId, itemId: item.id };
  if (firstOfMatter) {
    for (const text of matter.picture)
      await teller.tell(scribe, clock.tick(2), 'minute-entry.write', { ...place, entryType: 'note', text });
  }
  const priorityId = plan.priorities.get(matter.priority) ?? '';
  const present = (await teller.world.reading.one('meeting', meetingId))?.body.attendance.filter((row) => row.status === 'present') ?? [];
  const dissenter = present.find((row) => row.memberFunction === 'response');
  const { decisionId } = await teller.tell(scribe, clock.tick(4), 'decision.record', {
    ...place,
    text: decision.text,
    rationale: decision.rationale,
    options: [
      { text: decision.chosen, chosen: true, rejectedBecause: '' },
      { text: decision.rejected, chosen: false, rejectedBecause: decision.rejectedBecause },
    ],
    evidence: [evidenceOf(decision, item, laid, on, teller.oneOf(['moderate', 'high'] as const))],
    priorityId,
    outsideStrategyReason:
      priorityId === '' ? 'Strong local concern and a cross-border series; costs no hours set aside for priorities.' : '',
    decidedById: plan.group.chair,
    dissents:
      dissenter !== undefined && teller.pick(DISSENT_IN) === 0
        ? [{ personId: dissenter.personId, text: teller.oneOf(SAMPLE_DISSENTS) }]
        : [],
    names: [...(decision.names ?? [])],
  });
  const actions: { id: string; ownerId: string; dueOn: Day }[] = [];
  for (const action of decision.actions) {
    const ownerId = plan.who(action.who);
    const dueOn = addDays(on, action.days);
    const { actionId } = await teller.tell(scribe, clock.tick(1), 'action.raise', {
      ...place,
      decisionId,
      text: action.text,
      strand: action.strand,
      ownerId,
      dueOn,
    });
    actions.push({ id: actionId, ownerId, dueOn });
  }
  return { decisionId, actions };
}

/** The paper before the meeting that the decision rests on, or what was said of it where none was laid. */
function evidenceOf(
  decision: SampleDecision,
  item: RecordOf<'agenda-item'>,
  laid: readonly Laid[],
  on: Day,
  confidence: 'moderate' | 'high',
): CommandArgs<'decision.record'>['evidence'] extends readonly (infer One)[] | undefined ? One : never {
  const cited = laid.find(({ paper }) => (item.body.policeOnly ? paper.policeOnly : paper.paperType.endsWith('assessment')));
  if (cited === undefined) return { recordKind: '', recordId: '', title: decision.evidence, asOf: addDays(on, -4), confidence };
  const { title, asOf, confidence: sure } = cited.paper;
  return { recordKind: 'paper', recordId: cited.paperId, title, asOf, confidence: sure };
}
