import { z } from 'zod';
import { idShape, maybeDayShape, maybeIdShape } from '#shared/base/shapes.ts';
import { dayOf } from '#shared/base/time.ts';
import type { Refusal } from '#shared/base/result.ts';
import type { Marking } from '#shared/contracts/record/record.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import { type ActionRow, actionRows } from '#shared/domain/action/action-rows.ts';
import type { GroupNamed } from '#shared/domain/action/action.queries.ts';
import { mayMakePlans } from '#shared/domain/delivery-plan/delivery-plan.commands.ts';
import { deliveryPlanBook } from '#shared/domain/delivery-plan/delivery-plan-refusals.ts';
import { defineQuery } from '#shared/domain/kit/query.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { type Names, readNames } from '#shared/domain/meeting/people-named.ts';
import { type DecisionShown, decisionShown } from './decision-shown.ts';
import { VIEWABLE_KINDS, type ViewableKind } from './known-then.ts';

/** One line of the decision register. */
export interface DecisionRow {
  readonly id: string;
  readonly reference: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly meetingId: string;
  readonly decidedAt: string;
  readonly text: string;
  readonly decidedBy: string;
  readonly owner: string;
  readonly dueOn: string;
  /** Reference of the priority it serves; empty when it lies outside the strategy. */
  readonly priority: string;
  readonly withinAuthority: boolean;
  readonly withoutEvidence: boolean;
  readonly dissents: number;
  readonly supersedesId: string;
  readonly supersededById: string;
  readonly actionsOpen: number;
  readonly actionsDone: number;
  readonly policeOnly: boolean;
  readonly marking: Marking;
}
export interface DecisionsView {
  /** Latest first. */
  readonly rows: readonly DecisionRow[];
  readonly total: number;
  readonly groups: readonly GroupNamed[];
}

/** The decision register: every decision this person may see, filtered by group, days and words (duties 54, 121). */
export const decisionsQuery = defineQuery({
  name: 'decisions',
  args: z.object({
    groupId: maybeIdShape.default(''),
    from: maybeDayShape.default(''),
    to: maybeDayShape.default(''),
    text: z.string().max(400).default(''),
  }),
  read: async ({ groupId, from, to, text }, { reading }): Promise<DecisionsView> => {
    const [all, actions, names, groups, priorities] = await Promise.all([
      reading.many('decision', {}, { by: 'sortAt', direction: 'down' }),
      reading.many('action'),
      readNames(reading),
      reading.many('group'),
      reading.many('priority'),
    ]);
    const groupOf = new Map(groups.map((group) => [group.id, group]));
    const priorityOf = new Map(priorities.map((priority) => [priority.id, priority.body.reference]));
    const supersededBy = new Map(all.filter((one) => one.body.supersedesId !== '').map((one) => [one.body.supersedesId, one.id]));
    const words = text
      .toLocaleLowerCase('en-GB')
      .split(/\s+/)
      .filter((word) => word !== '');
    const wanted = all.filter((decision) => {
      const on = dayOf(decision.body.decidedAt);
      if ((groupId !== '' && decision.body.groupId !== groupId) || (from !== '' && on < from) || (to !== '' && on > to)) return false;
      if (words.length === 0) return true;
      const haystack = [
        decision.body.reference,
        decision.body.text,
        decision.body.rationale,
        ...decision.body.options.map((option) => option.text),
        ...decision.body.evidence.map((cited) => cited.title),
      ]
        .join('\n')
        .toLocaleLowerCase('en-GB');
      return words.every((word) => haystack.includes(word));
    });
    const rows = wanted.map(({ id, parent, marking, body }): DecisionRow => {
      const following = actions.filter((action) => action.body.decisionId === id);
      const done = following.filter((action) => action.state === 'verified' || action.state === 'withdrawn').length;
      return {
        id,
        reference: body.reference,
        groupId: body.groupId,
        groupName: groupOf.get(body.groupId)?.body.name ?? '',
        meetingId: parent,
        decidedAt: body.decidedAt,
        text: body.text,
        decidedBy: names.of(body.decidedById),
        owner: names.of(body.ownerId),
        dueOn: body.dueOn,
        priority: priorityOf.get(body.priorityId) ?? '',
        withinAuthority: body.withinAuthority,
        withoutEvidence: body.evidence.length === 0,
        dissents: body.dissents.length,
        supersedesId: body.supersedesId,
        supersededById: supersededBy.get(id) ?? '',
        actionsOpen: following.length - done,
        actionsDone: done,
        policeOnly: body.policeOnly,
        marking,
      };
    });
    const present = new Set(all.map((decision) => decision.body.groupId));
    return {
      rows,
      total: all.length,
      groups: groups
        .filter((group) => present.has(group.id))
        .map((group) => ({ id: group.id, name: group.body.name, code: group.body.code })),
    };
  },
});

/** A version that was in view, and what has become of it since. */
export interface KnownThenShown {
  readonly id: string;
  readonly kind: string;
  readonly recordId: string;
  readonly parent: string;
  readonly title: string;
  readonly rev: string;
  readonly digest: string;
  /** `same`, `changed` since, or `not-shown` when this person may not see it or it is gone. */
  readonly since: 'same' | 'changed' | 'not-shown';
}

/** A decision with everything about it: where it was made, what was known then, what it corrected, and what came of it. */
export interface DecisionPage extends DecisionShown {
  readonly groupId: string;
  readonly groupName: string;
  readonly marking: Marking;
  readonly meeting: { readonly id: string; readonly reference: string; readonly startsAt: string; readonly state: string } | null;
  readonly item: { readonly id: string; readonly number: number; readonly title: string; readonly state: string } | null;
  readonly knownThen: readonly KnownThenShown[];
  /** From the first to the latest, this one included. */
  readonly chain: readonly DecisionShown[];
  readonly actions: readonly ActionRow[];
  readonly plans: readonly {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    readonly state: string;
    readonly owner: string;
    readonly result: string;
  }[];
  /** Rationale, options and dissent that were entered after it. */
  readonly laterEntries: readonly {
    readonly id: string;
    readonly entryType: string;
    readonly text: string;
    readonly saidAt: string;
    readonly saidBy: string;
  }[];
  readonly makePlan: Refusal | null;
}

/** One decision and its whole chain; null when there is none or it is not this person's to see. */
export const decisionQuery = defineQuery({
  name: 'decision',
  args: z.object({ decisionId: idShape }),
  seen: ({ decisionId }) => ({ kind: 'decision', id: decisionId }),
  read: async ({ decisionId }, context): Promise<DecisionPage | null> => {
    const { reading, actor } = context;
    const decision = await reading.one('decision', decisionId);
    if (decision === null) return null;
    const { body } = decision;
    const names = await readNames(reading);
    const [meeting, item, group, chain, actions, plans, entries, priorities] = await Promise.all([
      reading.one('meeting', decision.parent),
      reading.one('agenda-item', body.itemId),
      reading.one('group', body.groupId),
      chainOf(reading, decision),
      reading.many('action', { scope: decision.scope }),
      reading.many('delivery-plan', { parent: decision.id }),
      reading.many('minute-entry', { parent: decision.parent }, { by: 'number' }),
      reading.many('priority'),
    ]);
    const shown = (one: RecordOf<'decision'>): DecisionShown => decisionShown(one, chain, names, priorities);
    return {
      ...shown(decision),
      groupId: body.groupId,
      groupName: group?.body.name ?? '',
      marking: decision.marking,
      meeting:
        meeting === null
          ? null
          : { id: meeting.id, reference: meeting.body.reference, startsAt: meeting.body.startsAt, state: meeting.state },
      item: item === null ? null : { id: item.id, number: item.number, title: item.body.title, state: item.state },
      knownThen: await knownShown(reading, decision),
      chain: chain.map(shown),
      actions: await actionRows(
        actions.filter((action) => action.body.decisionId === decision.id),
        names,
        context,
      ),
      plans: plans.map((plan) => ({
        id: plan.id,
        reference: plan.body.reference,
        title: plan.body.title,
        state: plan.state,
        owner: names.of(plan.owner),
        result: plan.body.result,
      })),
      laterEntries: laterEntries(entries, decision.id, names),
      makePlan: mayMakePlans(actor, body.groupId) ? null : deliveryPlanBook.say('delivery-plan/not-yours-to-make'),
    };
  },
});

function laterEntries(entries: readonly RecordOf<'minute-entry'>[], decisionId: string, names: Names): DecisionPage['laterEntries'] {
  const superseded = new Set(entries.map((entry) => entry.body.supersedesId));
  return entries
    .filter((entry) => entry.body.decisionId === decisionId && !superseded.has(entry.id))
    .map(({ id, body }) => ({ id, entryType: body.entryType, text: body.text, saidAt: body.saidAt, saidBy: names.of(body.saidById) }));
}

/** Every decision of the line of corrections this one belongs to, the first one first. */
async function chainOf(reading: Reading, decision: RecordOf<'decision'>): Promise<readonly RecordOf<'decision'>[]> {
  const chain = [decision];
  for (let first = decision; first.body.supersedesId !== ''; ) {
    const earlier = await reading.one('decision', first.body.supersedesId);
    if (earlier === null || chain.some((one) => one.id === earlier.id)) break;
    chain.unshift(earlier);
    first = earlier;
  }
  const later = await reading.many('decision', { scope: decision.scope, sortFrom: decision.sortAt });
  for (let last = decision; ; ) {
    const next = later.find((one) => one.body.supersedesId === last.id && !chain.some((other) => other.id === one.id));
    if (next === undefined) return chain;
    chain.push(next);
    last = next;
  }
}

async function knownShown(reading: Reading, decision: RecordOf<'decision'>): Promise<readonly KnownThenShown[]> {
  const now = new Map<string, RecordOf<Kind>>();
  for (const kind of VIEWABLE_KINDS) {
    const ids = decision.body.known.filter((one) => one.kind === kind).map((one) => one.id);
    if (ids.length > 0) for (const record of await reading.some(kind as ViewableKind, ids)) now.set(`${kind}/${record.id}`, record);
  }
  return decision.body.known.map((one): KnownThenShown => {
    const record = now.get(`${one.kind}/${one.id}`);
    return {
      id: `${one.kind}/${one.id}`,
      kind: one.kind,
      recordId: one.id,
      parent: record?.parent ?? '',
      title: record === undefined ? '' : one.title,
      rev: one.rev,
      digest: one.digest,
      since: record === undefined ? 'not-shown' : record.rev === one.rev ? 'same' : 'changed',
    };
  });
}

export const decisionQueries = [decisionsQuery, decisionQuery] as const;
