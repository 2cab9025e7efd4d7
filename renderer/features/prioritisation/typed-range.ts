import { rangeConcerns, scaleOf } from '#shared/domain/issue/issue-concerns.ts';
import type { MatrixFactor } from '#shared/domain/scoring-matrix/scoring-matrix.schema.ts';

export interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}
export type TypedRange = { readonly ok: true; readonly range: Range | null } | { readonly ok: false; readonly why: string };

/** Characters that may be typed into a cell. */
export const TYPED = /^[\d .,/–-]$/;

/**
 * What was typed or pasted into a cell: `3` is a certain score, `24` or `2-4` lies between with the middle as likely, `234` or `2 3 4` is low, likely and
 * high; nothing clears. On scales that reach 10 the figures are parted by a space or a stroke.
 */
export function typedRange(text: string, factor: MatrixFactor): TypedRange {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, range: null };
  const { to } = scaleOf(factor);
  const parts = (/^\d+$/.test(trimmed) && to < 10 ? Array.from(trimmed) : trimmed.split(/\s*[\s,/–-]\s*/)).map((part) =>
    /^\d+(\.\d+)?$/.test(part) ? Number(part) : Number.NaN,
  );
  const [first = Number.NaN, second, third] = parts;
  const range =
    second === undefined
      ? { low: first, likely: first, high: first }
      : third === undefined
        ? { low: first, likely: (first + second) / 2, high: second }
        : { low: first, likely: second, high: third };
  const [concern] = parts.length > 3 ? rangeConcerns(factor, { low: Number.NaN, likely: 0, high: 0 }) : rangeConcerns(factor, range);
  return concern === undefined ? { ok: true, range } : { ok: false, why: `${concern.message} ${concern.remedy}` };
}

/** A range as it stands in a cell: the likely figure, and from where to where it may lie. */
export function rangeText({ low, likely, high }: Range): { readonly likely: string; readonly around: string } {
  return { likely: String(likely), around: low === high ? '' : `${low}–${high}` };
}

export function sameRange(one: Range | null, other: Range | null): boolean {
  return one === null || other === null ? one === other : one.low === other.low && one.likely === other.likely && one.high === other.high;
}
