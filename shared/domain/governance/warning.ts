import type { Day } from '#shared/base/time.ts';
import type { Kind } from '#shared/domain/bodies.ts';

/** Something allowed that a person should know of, with the duties it comes from. */
export interface Warning {
  /** `noun/what-is-amiss`, a readable clause. */
  readonly code: string;
  readonly duties: readonly number[];
  readonly sentence: string;
}

/** Something the organisation lacks: a warning that stands until it is put right, and the record to open. */
export interface Gap extends Warning {
  readonly id: string;
  /** Red: a duty is not met. Amber: it soon will not be, or is met badly. */
  readonly severity: 'red' | 'amber';
  readonly subject: { readonly kind: Kind; readonly id: string; readonly name: string; readonly parent?: string };
  /** The day it has been so from, as far as the records tell; empty or left out when they do not. */
  readonly since?: Day | '';
}
