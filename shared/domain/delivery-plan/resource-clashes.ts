import type { RecordOf } from '#shared/domain/kit/reading.ts';

/** The same thing of the same unit given to two plans on the same days (duty 136). */
export interface ResourceClash {
  readonly id: string;
  readonly unit: string;
  readonly what: string;
  readonly planId: string;
  readonly planReference: string;
  readonly planTitle: string;
  readonly from: string;
  readonly to: string;
}

/** Where this plan's resources meet those of other open plans: same unit, same words, days that overlap. */
export function clashesOf(
  plan: RecordOf<'delivery-plan'>,
  others: readonly RecordOf<'delivery-plan'>[],
  unitName: (id: string) => string,
): readonly ResourceClash[] {
  const words = (text: string): string => text.trim().toLocaleLowerCase('en-GB').replace(/\s+/g, ' ');
  const clashes: ResourceClash[] = [];
  for (const mine of plan.body.resources) {
    for (const other of others) {
      if (other.id === plan.id) continue;
      for (const theirs of other.body.resources) {
        if (theirs.unitId !== mine.unitId || words(theirs.what) !== words(mine.what) || theirs.from > mine.to || theirs.to < mine.from)
          continue;
        clashes.push({
          id: `${other.id}:${clashes.length}`,
          unit: unitName(mine.unitId),
          what: mine.what,
          planId: other.id,
          planReference: other.body.reference,
          planTitle: other.body.title,
          from: mine.from > theirs.from ? mine.from : theirs.from,
          to: mine.to < theirs.to ? mine.to : theirs.to,
        });
      }
    }
  }
  return clashes;
}
