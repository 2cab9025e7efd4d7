import { digestOf } from '#shared/base/digest.ts';
import { type Result, ok, refused } from '#shared/base/result.ts';
import type { Actor } from '#shared/domain/access/access.ts';
import type { Kind } from '#shared/domain/bodies.ts';
import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';
import { maySee } from '#shared/domain/meeting/meeting.policy.ts';
import { contentDigest } from './content-digest.ts';
import { decisionBook } from './decision-refusals.ts';
import type { KnownThen } from './decision.schema.ts';

/** Kinds that can be in view while a decision is made. */
export const VIEWABLE_KINDS = [
  'meeting',
  'agenda-item',
  'minute-entry',
  'decision',
  'action',
  'paper',
  'priority',
  'delivery-plan',
  'group',
  'partner-agency',
  'tc-policy',
  'strategic-assessment',
  'assessment-section',
  'recommendation',
  'prioritisation',
  'issue',
  'control-strategy',
  'intelligence-requirement',
  'requirement-question',
  'commission',
  'resource-bid',
  'accountability-review',
  'joint-objective',
] as const satisfies readonly Kind[];
export type ViewableKind = (typeof VIEWABLE_KINDS)[number];
export interface InView {
  readonly kind: ViewableKind;
  readonly id: string;
}

/**
 * Freezes what was in view: for each record its version and a digest of the whole of it, sorted, each once.
 * Of what the decision names, a digest of its content is kept too. Refuses what is not there or not for this person to see, in the same words.
 */
export async function freezeKnown(
  inView: readonly InView[],
  reading: Reading,
  actor: Actor,
  named: readonly InView[] = [],
): Promise<Result<{ readonly known: KnownThen[]; readonly knownDigest: string }>> {
  const known: KnownThen[] = [];
  for (const kind of VIEWABLE_KINDS) {
    const ids = [...new Set(inView.filter((one) => one.kind === kind).map((one) => one.id))].sort();
    if (ids.length === 0) continue;
    const found = new Map((await reading.some(kind, ids)).map((record) => [record.id, record as RecordOf<Kind>]));
    for (const id of ids) {
      const record = found.get(id);
      if (record === undefined || !maySee(actor, record))
        return refused(decisionBook.say('decision/in-view-not-there', { field: 'inView' }));
      const isNamed = named.some((one) => one.kind === kind && one.id === id);
      known.push({
        kind,
        id,
        rev: record.rev,
        digest: digestOf(record),
        title: titleOf(record),
        ...(isNamed ? { content: contentDigest(record) } : {}),
      });
    }
  }
  return ok({ known, knownDigest: digestOf(known) });
}

/** A short name for a record of any viewable kind; none for what is police only. */
function titleOf(record: RecordOf<Kind>): string {
  const { reference, title, name, text, policeOnly } = record.body as {
    readonly reference?: string;
    readonly title?: string;
    readonly name?: string;
    readonly text?: string;
    readonly policeOnly?: boolean;
  };
  // The decision may be read by partners who may not read everything that was in view.
  if (policeOnly === true) return '';
  const words = [reference, title ?? name ?? (reference === undefined ? text : undefined)]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  return words.replace(/\s+/g, ' ').trim().slice(0, 300);
}
