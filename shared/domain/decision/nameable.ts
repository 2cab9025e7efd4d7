import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { isOpenAt, recommendationsAt } from '#shared/domain/recommendation/recommendation-outcome.ts';

/** What a decision of a strategic group can set, approve or give an outcome to, in the order of its agenda (duties 73-77). */
export const NAMEABLE_KINDS = ['recommendation', 'prioritisation', 'control-strategy', 'intelligence-requirement', 'resource-bid'] as const;
export type NameableKind = (typeof NAMEABLE_KINDS)[number];

/** The standing item each is usually decided in: there it is offered first. */
export const ITEM_OF_KIND: Readonly<Record<NameableKind, string>> = {
  recommendation: 'strategic-assessment',
  prioritisation: 'prioritisation',
  'control-strategy': 'control-strategy',
  'intelligence-requirement': 'intelligence-requirement',
  'resource-bid': 'resources',
};

/** A draft that a decision of this meeting can name. */
export interface Nameable {
  /** `<kind>/<id>`, as the console's drafts keep it. */
  readonly id: string;
  readonly kind: NameableKind;
  readonly recordId: string;
  readonly title: string;
  readonly policeOnly: boolean;
}

const nameable = (kind: NameableKind, recordId: string, title: string, policeOnly = false): Nameable => ({
  id: `${kind}/${recordId}`,
  kind,
  recordId,
  title,
  policeOnly,
});

/** Everything a decision of this meeting can name; nothing at any group but a strategic one. */
export async function nameableAt(reading: Reading, meeting: RecordOf<'meeting'>, group: RecordOf<'group'>): Promise<readonly Nameable[]> {
  if (group.body.groupType !== 'stcg') return [];
  const ofGroup = (record: { readonly body: { readonly groupId: string } }): boolean => record.body.groupId === group.id;
  const [recommendations, prioritisations, strategies, requirements, bids] = await Promise.all([
    recommendationsAt(reading, meeting),
    reading.many('prioritisation', { state: 'open' }),
    reading.many('control-strategy', { state: 'draft' }),
    reading.many('intelligence-requirement', { state: 'draft' }),
    reading.many('resource-bid', { parent: meeting.id, state: 'bid' }, { by: 'number' }),
  ]);
  return [
    ...recommendations
      .filter((one) => isOpenAt(one, meeting.id) || one.state === 'deferred')
      .map((one) => nameable('recommendation', one.id, one.body.title, one.body.policeOnly)),
    ...prioritisations.filter(ofGroup).map((one) => nameable('prioritisation', one.id, one.body.title)),
    ...strategies.filter(ofGroup).map((one) => nameable('control-strategy', one.id, one.body.title)),
    ...requirements.filter(ofGroup).map((one) => nameable('intelligence-requirement', one.id, one.body.title)),
    ...bids.map((one) => nameable('resource-bid', one.id, one.body.title)),
  ];
}

/** A thing a decision named, and whether its act followed. */
export interface NamedAct {
  readonly id: string;
  readonly decisionId: string;
  readonly kind: NameableKind;
  readonly recordId: string;
  /** Empty where it may not be shown. */
  readonly title: string;
  /** Still to be carried out, carried out by this decision, settled in another way, or not for this person to see. */
  readonly stage: 'waiting' | 'done' | 'otherwise' | 'not-shown';
}

const SETTLED_BY: Readonly<Record<NameableKind, (body: Readonly<Record<string, unknown>>) => unknown>> = {
  recommendation: (body) => body['decisionId'],
  prioritisation: (body) => body['decisionId'],
  'control-strategy': (body) => body['setByDecisionId'],
  'intelligence-requirement': (body) => body['approvedByDecisionId'],
  'resource-bid': (body) => body['decisionId'],
};
const WAITING_IN: Readonly<Record<NameableKind, readonly string[]>> = {
  recommendation: ['proposed', 'deferred'],
  prioritisation: ['open'],
  'control-strategy': ['draft'],
  'intelligence-requirement': ['draft'],
  'resource-bid': ['bid'],
};

const isNameable = (kind: string): kind is NameableKind => (NAMEABLE_KINDS as readonly string[]).includes(kind);

/** What the standing decisions of a meeting named, and how far each was carried out. */
export async function namedActs(reading: Reading, decisions: readonly RecordOf<'decision'>[]): Promise<readonly NamedAct[]> {
  const superseded = new Set(decisions.map((one) => one.body.supersedesId));
  const acts: NamedAct[] = [];
  for (const decision of decisions) {
    for (const { kind, id } of decision.body.names ?? []) {
      if (!isNameable(kind)) continue;
      const record = await reading.one(kind, id);
      const settledBy = record === null ? '' : SETTLED_BY[kind](record.body);
      const waits = record !== null && WAITING_IN[kind].includes(record.state) && !superseded.has(decision.id);
      acts.push({
        id: `${decision.id}/${kind}/${id}`,
        decisionId: decision.id,
        kind,
        recordId: id,
        title: record === null ? '' : (record.body as { readonly title: string }).title,
        stage: record === null ? 'not-shown' : settledBy === decision.id ? 'done' : waits ? 'waiting' : 'otherwise',
      });
    }
  }
  return acts;
}
