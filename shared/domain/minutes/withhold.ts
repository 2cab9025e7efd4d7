import type { MinutesContent, TaskingContent } from './minutes-content.ts';
import type { WithheldSummary } from './minutes-document.ts';
import { placedMatters } from './tasking-entries.ts';

/** What of a meeting partners may not have (duty 119). */
export interface PoliceOnly {
  /** Ids of agenda items, entries, decisions, actions and papers. */
  readonly ids: ReadonlySet<string>;
  /** For decisions that partners may have: places in their evidence list that they may not. */
  readonly evidence: ReadonlyMap<string, ReadonlySet<number>>;
}

/** The content of a partner's copy, and where something was left out. */
export interface PartnerContent {
  readonly content: MinutesContent;
  readonly gaps: Gaps;
}

/** Where something was left out: numbers only, never a title. */
export interface Gaps {
  readonly items: readonly number[];
  readonly entries: readonly { readonly entry: number; readonly itemId: string }[];
  readonly evidenceOf: ReadonlySet<string>;
  readonly summary: WithheldSummary | null;
}

export const NO_GAPS: Gaps = { items: [], entries: [], evidenceOf: new Set(), summary: null };

/**
 * Works out what is police only, the more restrictive always winning: what stands in a police-only item, what belongs to a
 * police-only decision, and every earlier version of something a police-only entry corrects. A record cited as evidence that
 * is not known to be open is withheld too.
 */
export function policeOnlyOf(content: MinutesContent): PoliceOnly {
  const ids = new Set<string>();
  const items = new Set(content.items.filter((item) => item.body.policeOnly).map((item) => item.id));
  for (const id of items) ids.add(id);
  for (const paper of content.papers) if (paper.body.policeOnly) ids.add(paper.id);
  for (const matter of placedMatters(content)) if (matter.policeOnly || items.has(matter.itemId)) ids.add(matter.id);
  const spoken = [...content.entries, ...content.decisions, ...content.actions];
  for (const one of spoken) if (one.body.policeOnly || items.has(one.body.itemId)) ids.add(one.id);

  // What is withheld pulls further entries after it, so look again until nothing more is found.
  const correctable = [...content.entries, ...content.decisions];
  for (let before = -1; before !== ids.size; ) {
    before = ids.size;
    for (const one of correctable) if (ids.has(one.id) && one.body.supersedesId !== '') ids.add(one.body.supersedesId);
    for (const one of [...content.entries, ...content.actions]) if (ids.has(one.body.decisionId)) ids.add(one.id);
  }

  const open = new Set(
    [...content.items, ...spoken, ...content.papers, ...content.priorities].map((one) => one.id).filter((id) => !ids.has(id)),
  );
  const evidence = new Map<string, Set<number>>();
  for (const decision of content.decisions) {
    if (ids.has(decision.id)) continue;
    const closed = decision.body.evidence.flatMap((one, index) => (one.recordId === '' || open.has(one.recordId) ? [] : [index]));
    if (closed.length > 0) evidence.set(decision.id, new Set(closed));
  }
  return { ids, evidence };
}

/** Takes everything police only out of the content, so that whatever is made from it cannot show it (duty 119). */
export function forPartner(content: MinutesContent): PartnerContent {
  const policeOnly = policeOnlyOf(content);
  const closed = (one: { readonly id: string }): boolean => policeOnly.ids.has(one.id);
  const keep = <T extends { readonly id: string }>(all: readonly T[]): T[] => all.filter((one) => !closed(one));
  const spoken = [...content.entries, ...content.decisions, ...content.actions].filter(closed);
  const open: MinutesContent = {
    ...content,
    items: keep(content.items),
    entries: keep(content.entries),
    papers: keep(content.papers),
    actions: keep(content.actions),
    ...(content.tasking === undefined ? {} : { tasking: taskingWhere(content.tasking, (one) => !closed(one)) }),
    decisions: keep(content.decisions).map((decision) => {
      const places = policeOnly.evidence.get(decision.id);
      if (places === undefined) return decision;
      return { ...decision, body: { ...decision.body, evidence: decision.body.evidence.filter((_one, index) => !places.has(index)) } };
    }),
  };
  return {
    content: open,
    gaps: {
      items: content.items.filter(closed).map((item) => item.number),
      entries: spoken.map((one) => ({ entry: one.body.entry, itemId: one.body.itemId })),
      evidenceOf: new Set(policeOnly.evidence.keys()),
      summary: summaryOf(content, policeOnly),
    },
  };
}

/** The frozen records with what has become police only since, so that a partner is given no more than today allows. */
export function restrictedAsNow(frozen: MinutesContent, now: MinutesContent): MinutesContent {
  const { ids } = policeOnlyOf(now);
  const restrict = <T extends { readonly id: string; readonly body: { readonly policeOnly: boolean } }>(all: readonly T[]): T[] =>
    all.map((one) => (ids.has(one.id) && !one.body.policeOnly ? { ...one, body: { ...one.body, policeOnly: true } } : one));
  return {
    ...frozen,
    items: restrict(frozen.items),
    entries: restrict(frozen.entries),
    decisions: restrict(frozen.decisions),
    actions: restrict(frozen.actions),
    papers: restrict(frozen.papers),
    // Bids and accounts have no mark of their own: what is closed now is left out altogether.
    ...(frozen.tasking === undefined ? {} : { tasking: taskingRestricted(frozen.tasking, ids) }),
  };
}

/** The matters of tasking for which the test holds. */
export function taskingWhere(tasking: TaskingContent, holds: (one: { readonly id: string }) => boolean): TaskingContent {
  return {
    recommendations: tasking.recommendations.filter(holds),
    bids: tasking.bids.filter(holds),
    commissions: tasking.commissions.filter(holds),
    reviews: tasking.reviews.filter(holds),
  };
}

function taskingRestricted(tasking: TaskingContent, ids: ReadonlySet<string>): TaskingContent {
  const marked = <T extends { readonly id: string; readonly body: { readonly policeOnly: boolean } }>(all: readonly T[]): T[] =>
    all.map((one) => (ids.has(one.id) ? { ...one, body: { ...one.body, policeOnly: true } } : one));
  return {
    recommendations: marked(tasking.recommendations),
    commissions: marked(tasking.commissions),
    bids: tasking.bids.filter((one) => !ids.has(one.id)),
    reviews: tasking.reviews.filter((one) => !ids.has(one.id)),
  };
}

/** How much is withheld and of what kind: one sealed line for each. */
export function summaryOf(content: MinutesContent, policeOnly: PoliceOnly): WithheldSummary | null {
  const closed = (all: readonly { readonly id: string }[]): number => all.filter((one) => policeOnly.ids.has(one.id)).length;
  const counts: readonly (readonly [number, string, string])[] = [
    [closed(content.items), 'agenda item', 'agenda items'],
    [closed(content.decisions), 'decision', 'decisions'],
    [closed(content.actions), 'action', 'actions'],
    [closed(content.entries), 'other entry of the record', 'other entries of the record'],
    [closed(content.papers), 'paper', 'papers'],
    [closed(placedMatters(content)), 'matter of tasking', 'matters of tasking'],
    [policeOnly.evidence.size, 'list of evidence', 'lists of evidence'],
  ];
  const total = counts.reduce((sum, [count]) => sum + count, 0);
  if (total === 0) return null;
  const said = counts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  const last = said.pop() ?? '';
  return { total, says: said.length === 0 ? last : `${said.join(', ')} and ${last}` };
}
