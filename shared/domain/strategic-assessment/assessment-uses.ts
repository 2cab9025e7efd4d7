import type { Reading, RecordOf } from '#shared/domain/kit/reading.ts';

/** How a decision used an assessment. */
export type Use = 'cited' | 'outcome' | 'in-view';

/** A decision that used an assessment (duty 23). */
export interface UsedBy {
  readonly id: string;
  readonly reference: string;
  readonly decidedAt: string;
  readonly text: string;
  /** Strongest first: it cites the assessment, it gives one of its recommendations an outcome, or it only had it in view. */
  readonly uses: readonly Use[];
}

/** What belongs to each assessment: its own id, its sections and its recommendations. */
export interface Parts {
  readonly assessmentId: string;
  readonly partIds: ReadonlySet<string>;
}

export async function partsOf(reading: Reading, assessmentId: string): Promise<Parts> {
  const [sections, recommendations] = await Promise.all([
    reading.many('assessment-section', { parent: assessmentId }),
    reading.many('recommendation', { parent: assessmentId }),
  ]);
  return { assessmentId, partIds: new Set([assessmentId, ...sections.map((one) => one.id), ...recommendations.map((one) => one.id)]) };
}

/** How this decision used it, if it did. */
export function usesIn(decision: RecordOf<'decision'>, { partIds }: Parts): readonly Use[] {
  const { evidence, names = [], known } = decision.body;
  const uses: Use[] = [];
  if (evidence.some((cited) => partIds.has(cited.recordId))) uses.push('cited');
  if (names.some((named) => partIds.has(named.id))) uses.push('outcome');
  if (uses.length === 0 && known.some((one) => partIds.has(one.id))) uses.push('in-view');
  return uses;
}

/** Every decision that could have used one of these assessments, newest first: none is older than the oldest of them. */
export async function decisionsSince(
  reading: Reading,
  assessments: readonly { readonly createdAt: string }[],
): Promise<readonly RecordOf<'decision'>[]> {
  const [oldest] = assessments.map((one) => one.createdAt).sort();
  return oldest === undefined ? [] : reading.many('decision', { sortFrom: oldest }, { by: 'sortAt', direction: 'down' });
}

/** The decisions that used an assessment, newest first, of those this person may see (duty 23). */
export async function decisionsThatUsed(
  reading: Reading,
  assessment: { readonly id: string; readonly createdAt: string },
): Promise<readonly UsedBy[]> {
  const [parts, decisions] = await Promise.all([partsOf(reading, assessment.id), decisionsSince(reading, [assessment])]);
  return decisions.flatMap((decision) => {
    const uses = usesIn(decision, parts);
    if (uses.length === 0) return [];
    const { reference, decidedAt, text } = decision.body;
    return [{ id: decision.id, reference, decidedAt, text, uses }];
  });
}
